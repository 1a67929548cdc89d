//! The state of a town in words: the one sentence, its sources, what the areas are called.

use jiff::civil::Date;

pub use super::{span::Span, town_lead::lead};

use super::{
    area_words::{came_out, goal},
    date,
    lang::Lang,
    number, words,
};
use crate::domain::{
    area::{Area, AreaKind},
    campaign::{Clock, Evaluation, Target},
    outcome::OutcomeKind,
    progress::Progress,
    status::{CampaignStatus, State, TownStatus},
    take_up::Quota,
};

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
        (Clock::NotYetOpen, Some(day)) => format!("Die Nachfragebündelung beginnt am {}.", date::long(day, Lang::De)),
        _ => of_campaign(main, status.today),
    }
}

/// The sentence of one campaign that has opened.
pub fn of_campaign(status: &CampaignStatus, today: Date) -> String {
    match status.campaign.clock(today) {
        Clock::Over => after_deadline(status),
        clock => running(status) + &ending(clock),
    }
}

fn running(main: &CampaignStatus) -> String {
    let target = main.campaign.target;
    if main.areas_in_all == 1
        && let [only] = main.areas.as_slice()
    {
        return only_area(&only.name, main);
    }
    let noun = noun(main);
    if main.as_of().is_none() {
        return format!("Für {} {} liegt noch keine Zahl vor", main.areas_in_all, noun.many);
    }
    if target == Target::OperatorDecision {
        let named = main.areas.iter().filter(|area| area.current.is_some()).count();
        return format!("Zahlen aus {named} von {} {}", main.areas_in_all, noun.many_dative);
    }
    if main.campaign.evaluation == Evaluation::Pooled {
        return together(main);
    }
    match reached(main) {
        0 => format!("Noch {} hat {} erreicht", noun.none, goal(target)),
        1 => format!("1 von {} {} hat {} erreicht", main.areas_in_all, noun.many_dative, goal(target)),
        n => format!("{n} von {} {} haben {} erreicht", main.areas_in_all, noun.many_dative, goal(target)),
    }
}

/// The sentence of a campaign in one area.
fn only_area(name: &str, main: &CampaignStatus) -> String {
    let goal = goal(main.campaign.target);
    match (main.as_of(), main.campaign.target, reached(main)) {
        (None, _, _) => format!("Für {name} liegt noch keine Zahl vor"),
        (_, Target::OperatorDecision, _) => format!("Für {name} liegt eine Zahl vor"),
        (_, _, 0) => format!("{name} hat {goal} noch nicht erreicht"),
        _ => format!("{name} hat {goal} erreicht"),
    }
}

/// The sentence of a campaign whose areas count together.
fn together(main: &CampaignStatus) -> String {
    let target = main.campaign.target;
    let Some(pooled) = main.pooled() else {
        return "Zusammen lässt sich die Quote nicht ausrechnen".to_owned();
    };
    let are = match target {
        Target::Count(_) => number::contracts(pooled.contracts(), Lang::De),
        Target::Share(_) | Target::OperatorDecision => number::quota(Quota::Counted(pooled), target.share(), Lang::De),
    };
    format!("Zusammen sind es {are}, nötig sind {}", goal(target))
}

fn ending(clock: Clock) -> String {
    match clock {
        Clock::DaysLeft(0) => ", heute endet die Frist.".to_owned(),
        Clock::DaysLeft(days) => format!(", noch {}.", number::days(days, Lang::De)),
        Clock::NotYetOpen | Clock::NoDeadline | Clock::Over => ".".to_owned(),
    }
}

/// After the deadline only what was recorded counts, never the last reading.
fn after_deadline(main: &CampaignStatus) -> String {
    if let Some(kind) = shared_outcome(main) {
        return match main.areas.as_slice() {
            [only] => came_out(&only.name, kind),
            _ => all_came_out(main, kind),
        };
    }
    let count = |kind| main.count(State::CameOut(kind));
    let built = count(OutcomeKind::OperatorCommitted) + count(OutcomeKind::BuiltAlthoughMissed);
    let reached = count(OutcomeKind::Reached);
    let missed = count(OutcomeKind::NotReached);
    let withdrew = count(OutcomeKind::OperatorWithdrew);
    let stopped = count(OutcomeKind::Stopped);
    let known = built + reached + missed + withdrew + stopped;
    if known == 0 {
        return "Die Frist ist vorbei, das Ergebnis ist offen.".to_owned();
    }
    let open = (main.areas_in_all as usize).saturating_sub(known);
    let have = |n: usize| if n == 1 { "hat" } else { "haben" };
    let parts = [
        (built, "In ", "ist der Ausbau zugesagt".to_owned()),
        (reached, "", format!("{} das Ziel erreicht", have(reached))),
        (missed, "", format!("{} das Ziel verfehlt", have(missed))),
        (withdrew, "In ", "baut der Betreiber nicht".to_owned()),
        (stopped, "In ", "ist die Kampagne eingestellt".to_owned()),
        (open, "In ", "ist das Ergebnis offen".to_owned()),
    ];
    let named = parts.into_iter().filter(|(areas, ..)| *areas > 0).enumerate();
    let named: Vec<String> = named
        .map(|(place, (areas, within, what))| match place {
            0 => format!("{within}{areas} von {} {} {what}", main.areas_in_all, noun(main).many_dative),
            _ => format!("{}{areas} {what}", within.to_lowercase()),
        })
        .collect();
    format!("{}.", words::list(&named, Lang::De))
}

/// The outcome that every area has.
fn shared_outcome(main: &CampaignStatus) -> Option<OutcomeKind> {
    let kind = main.areas.first()?.outcome.as_ref()?.kind;
    (main.count(State::CameOut(kind)) == main.areas_in_all as usize).then_some(kind)
}

/// "Alle elf Ortsteile haben das Ziel verfehlt."
fn all_came_out(main: &CampaignStatus, kind: OutcomeKind) -> String {
    let noun = noun(main);
    let (all, in_all) = match main.areas_in_all {
        2 => (format!("Beide {}", noun.many), format!("In beiden {}", noun.many_dative)),
        n => {
            let n = number::spelled(n, Lang::De);
            (format!("Alle {n} {}", noun.many), format!("In allen {n} {}", noun.many_dative))
        }
    };
    match kind {
        OutcomeKind::NotReached => format!("{all} haben das Ziel verfehlt."),
        OutcomeKind::Reached => format!("{all} haben das Ziel erreicht."),
        OutcomeKind::OperatorCommitted => format!("{in_all} ist der Ausbau zugesagt."),
        OutcomeKind::BuiltAlthoughMissed => format!("{in_all} wird gebaut, obwohl das Ziel verfehlt wurde."),
        OutcomeKind::OperatorWithdrew => format!("{in_all} baut der Betreiber nicht."),
        OutcomeKind::Stopped => format!("{in_all} ist die Kampagne eingestellt."),
        OutcomeKind::NoFinalCommitment => format!("Bisher gibt es für {} eine Ausbauzusage.", noun.none_accusative),
        OutcomeKind::UnderReview => "Die Frist ist vorbei, das Ergebnis ist offen.".to_owned(),
        OutcomeKind::Running | OutcomeKind::Extended | OutcomeKind::SecondRound => {
            "Die Frist ist vorbei, das Ergebnis ist offen.".to_owned()
        }
    }
}

/// Where the numbers come from: their days, the operator and the sources.
pub fn source_line(status: &TownStatus) -> Option<String> {
    source_line_of(status.main_campaign()?)
}

/// The same for one campaign.
pub fn source_line_of(main: &CampaignStatus) -> Option<String> {
    let readings = || main.areas.iter().filter_map(|area| area.current.as_ref());
    let first = readings().map(|reading| reading.as_of).min()?;
    let last = main.as_of()?;
    let days = if first == last {
        format!("Stand: {}.", date::long(last, Lang::De))
    } else {
        format!("Stände vom {}.", date::span(first, last, Lang::De))
    };
    let mut sources: Vec<&str> = Vec::new();
    for reading in readings() {
        if !sources.contains(&reading.source.name.as_str()) {
            sources.push(&reading.source.name);
        }
    }
    let estimated = if has_estimates(main) {
        format!(" Die Zahl der {} ist geschätzt.", words::unit(main.campaign.unit, Lang::De).0)
    } else {
        String::new()
    };
    let sources = sources.join("; ");
    Some(format!("{days} Betreiber: {}. Quelle der Zahlen: {sources}.{estimated}", main.operator))
}

/// Whether the base of any current reading is an estimate.
pub fn has_estimates(main: &CampaignStatus) -> bool {
    let bases = main.areas.iter().filter_map(|area| area.current.as_ref()?.base());
    bases.into_iter().any(|base| base.estimated_by.is_some())
}

/// How many areas have reached the target, by the current reading or by the final count.
pub fn reached(main: &CampaignStatus) -> usize {
    main.count(State::Running(Progress::Reached)) + main.count(State::CameOut(OutcomeKind::Reached))
}

/// What the areas of a campaign are called: by their kind, or "Gebiet" where kinds are mixed.
pub fn noun(main: &CampaignStatus) -> words::Noun {
    let kind = main.areas.first().map_or(AreaKind::District, |area| area.kind);
    if main.areas.iter().all(|area| area.kind == kind) { words::area(kind, Lang::De) } else { words::mixed(Lang::De) }
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
