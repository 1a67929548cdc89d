//! The state of a town in words: the one sentence, the lead below it, the page's title.

use super::{area_words::goal, date, number, words};
use crate::domain::{
    area::{Area, AreaKind},
    campaign::{Clock, Evaluation, Target},
    outcome::OutcomeKind,
    progress::Progress,
    status::{CampaignStatus, State, TownStatus},
    take_up::Quota,
};

/// A part of a sentence; the strong ones stand out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    /// Plain words.
    Plain(String),
    /// The facts in them.
    Strong(String),
}

fn plain(text: impl Into<String>) -> Span {
    Span::Plain(text.into())
}

fn strong(text: impl Into<String>) -> Span {
    Span::Strong(text.into())
}

/// The one honest sentence.
pub fn headline(status: &TownStatus) -> String {
    let Some(main) = status.main_campaign() else {
        return if status.town.is_empty() {
            "Hier steht bald, wie weit der Glasfaserausbau ist.".to_owned()
        } else {
            format!("In {} läuft noch keine Nachfragebündelung.", status.town)
        };
    };
    match (main.campaign.clock(status.today), main.campaign.opened_on) {
        (Clock::NotYetOpen, Some(day)) => format!("Die Nachfragebündelung beginnt am {}.", date::long(day)),
        (Clock::Over, _) => after_deadline(main),
        (clock, _) => running(main) + &ending(clock),
    }
}

fn running(main: &CampaignStatus) -> String {
    let campaign = &main.campaign;
    let noun = noun(main);
    if main.as_of().is_none() {
        return format!("Für {} {} liegt noch keine Zahl vor", main.areas_in_all, noun.many);
    }
    if campaign.evaluation == Evaluation::Pooled
        && let Some(pooled) = main.pooled()
    {
        let quota = number::quota(Quota::Counted(pooled), campaign.target.share());
        return format!("Zusammen sind {quota} von {} erreicht", goal(campaign.target));
    }
    if campaign.target == Target::OperatorDecision {
        let named = main.areas.iter().filter(|area| area.current.is_some()).count();
        return format!("Zahlen aus {named} von {} {}", main.areas_in_all, noun.many_dative);
    }
    match reached(main) {
        0 => format!("Noch kein {} hat {} erreicht", noun.one, goal(campaign.target)),
        1 => format!("1 von {} {} hat {} erreicht", main.areas_in_all, noun.many_dative, goal(campaign.target)),
        n => format!("{n} von {} {} haben {} erreicht", main.areas_in_all, noun.many_dative, goal(campaign.target)),
    }
}

fn ending(clock: Clock) -> String {
    match clock {
        Clock::DaysLeft(0) => ", heute endet die Frist.".to_owned(),
        Clock::DaysLeft(days) => format!(", noch {}.", number::days(days)),
        Clock::NotYetOpen | Clock::NoDeadline | Clock::Over => ".".to_owned(),
    }
}

/// After the deadline only what was recorded counts, never the last reading.
fn after_deadline(main: &CampaignStatus) -> String {
    let noun = noun(main);
    let all = |kind| main.areas_in_all > 0 && main.count(State::CameOut(kind)) == main.areas_in_all as usize;
    if all(OutcomeKind::NoFinalCommitment) {
        return format!("Bisher gibt es für keinen {} eine Ausbauzusage.", noun.one);
    }
    let built = main.count(State::CameOut(OutcomeKind::OperatorCommitted))
        + main.count(State::CameOut(OutcomeKind::BuiltAlthoughMissed));
    match built {
        0 => "Die Frist ist vorbei, das Ergebnis ist offen.".to_owned(),
        1 => format!("In 1 von {} {} wird gebaut.", main.areas_in_all, noun.many_dative),
        n => format!("In {n} von {} {} wird gebaut.", main.areas_in_all, noun.many_dative),
    }
}

/// The second sentence: the target, the deadline, what is missing in all.
pub fn lead(status: &TownStatus) -> Vec<Span> {
    let Some(main) = status.main_campaign() else {
        return vec![plain("Sobald Zahlen vorliegen, stehen sie hier: je Ortsteil, mit Datum und Quelle.")];
    };
    let mut spans = vec![plain(target_sentence(main))];
    if let (Some(deadline), clock) = (main.campaign.deadline(), main.campaign.clock(status.today)) {
        spans.extend(match clock {
            Clock::Over => vec![plain(" Die Frist endete am "), strong(date::long(deadline.day)), plain(".")],
            _ => vec![plain(" Bis "), strong(date::long(deadline.day)), plain(" ")]
                .into_iter()
                .chain(missing(main))
                .collect(),
        });
    }
    spans.extend(without_number(main).map(plain));
    spans
}

fn target_sentence(main: &CampaignStatus) -> String {
    let noun = noun(main);
    let (_, unit) = words::unit(main.campaign.unit);
    match (main.campaign.target, main.campaign.evaluation) {
        (Target::Share(share), Evaluation::PerArea) => {
            format!(
                "Ziel ist ein Vertrag in {} der {} {}.",
                number::share(share),
                words::unit(main.campaign.unit).0,
                noun.of_each
            )
        }
        (Target::Share(share), Evaluation::Pooled) => {
            format!("Ziel ist ein Vertrag in {} von allen {unit} zusammen.", number::share(share))
        }
        (Target::Count(count), _) => format!("Ziel sind {}.", number::contracts(count)),
        (Target::OperatorDecision, _) => format!("{} nennt kein Ziel und entscheidet selbst.", main.operator),
    }
}

fn missing(main: &CampaignStatus) -> Vec<Span> {
    let missing = main.missing_in_all();
    let noun = noun(main);
    match (missing.areas, missing.contracts) {
        (0, _) => vec![plain("zählen Verträge.")],
        (1, n) => vec![
            plain(format!("{} in 1 {} ", if n == 1 { "fehlt" } else { "fehlen" }, noun.one)),
            strong(number::contracts(n)),
            plain("."),
        ],
        (areas, n) => vec![
            plain(format!("fehlen in {areas} {} zusammen ", noun.many_dative)),
            strong(number::contracts(n)),
            plain("."),
        ],
    }
}

/// Which areas have no number or no base: said, not passed over.
fn without_number(main: &CampaignStatus) -> Option<String> {
    let names = |state: State| -> Vec<&str> {
        let those = main.areas.iter().filter(|area| area.state(main.campaign.target) == state);
        those.map(|area| area.name.as_str()).collect()
    };
    let none = names(State::Running(Progress::None));
    let no_base = names(State::Running(Progress::NoBase));
    let mut text = String::new();
    if !none.is_empty() && none.len() < main.areas.len() {
        text += &format!(" Für {} liegt keine Zahl vor.", list(&none));
    }
    if !no_base.is_empty() {
        let (unit, _) = words::unit(main.campaign.unit);
        text += &format!(" Für {} ist die Zahl der {unit} nicht veröffentlicht.", list(&no_base));
    }
    (!text.is_empty()).then_some(text)
}

/// Where the numbers come from: the newest day and the sources named that day.
pub fn source_line(status: &TownStatus) -> Option<String> {
    let main = status.main_campaign()?;
    let day = main.as_of()?;
    let mut sources: Vec<&str> = Vec::new();
    for reading in main.areas.iter().filter_map(|area| area.current.as_ref()) {
        if !sources.contains(&reading.source.name.as_str()) {
            sources.push(&reading.source.name);
        }
    }
    Some(format!(
        "Stand: {}. Betreiber: {}. Quelle der Zahlen: {}.",
        date::long(day),
        main.operator,
        sources.join("; ")
    ))
}

/// How many areas have reached the target, by the current reading or by the final count.
pub fn reached(main: &CampaignStatus) -> usize {
    main.count(State::Running(Progress::Reached)) + main.count(State::CameOut(OutcomeKind::Reached))
}

/// What the areas of a campaign are called: by their kind, or "Gebiet" where kinds are mixed.
pub fn noun(main: &CampaignStatus) -> words::Noun {
    let kind = main.areas.first().map_or(AreaKind::District, |area| area.kind);
    if main.areas.iter().all(|area| area.kind == kind) {
        words::area(kind)
    } else {
        words::Noun { one: "Gebiet", many: "Gebiete", many_dative: "Gebieten", of_each: "jedes Gebiets" }
    }
}

/// What has to be said below the map: how true its boundaries are and who drew them.
pub fn map_note(drawn: &[Area]) -> String {
    let schematic = drawn.iter().any(|area| area.schematic);
    let note = if schematic { "Schematische Flächen, keine amtlichen Grenzen. " } else { "" };
    format!("{note}Quelle: {}", source_notes(drawn.iter()).join(" "))
}

/// The sources of areas, each once; one that another contains is left out.
pub fn source_notes<'a>(areas: impl Iterator<Item = &'a Area>) -> Vec<String> {
    let mut notes: Vec<String> = Vec::new();
    for area in areas {
        let note = area.source.name.trim_end_matches('.');
        if !notes.iter().any(|known| known.contains(note)) {
            notes.retain(|known| !note.contains(known.trim_end_matches('.')));
            notes.push(format!("{note}."));
        }
    }
    notes
}

/// "A", "A und B", "A, B und C".
pub fn list(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} und {last}", first.join(", ")),
    }
}
