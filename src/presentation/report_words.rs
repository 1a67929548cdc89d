//! One area's page in words: the lead below its sentence, the facts beside its curve.

use jiff::civil::Date;

use super::{area_words, build_words, date, lang::Lang, number, span::Span, standing_words, timeline_words, words};
use crate::domain::{
    agreement::AgreementKind,
    amount::Amount,
    campaign::{Clock, Target},
    gap::Gap,
    pace,
    progress::Progress,
    reading::{Base, Reading, Value},
    status::{AreaReport, AreaStatus, CampaignStatus, State},
};

/// The sentence of the page; an area without a campaign has one too.
pub fn headline(report: &AreaReport) -> String {
    match report.status() {
        Some((campaign, area)) => area_words::headline(area, campaign, report.today),
        None => format!("{} gehört zu keiner Nachfragebündelung.", report.name),
    }
}

/// What follows the sentence: who signed, what is needed until when.
pub fn lead(report: &AreaReport) -> Vec<Span> {
    let Some((status, area)) = report.status() else {
        return vec![Span::plain("Was hier sonst geschah und kommt, steht unten.")];
    };
    let campaign = &status.campaign;
    let mut spans = Vec::new();
    if let Some(reading) = &area.current {
        spans.extend(signed(reading));
        spans.extend(needed(reading, area, status, report.today));
    } else {
        spans.push(Span::plain(missing_number(area, status)));
    }
    if campaign.clock(report.today) == Clock::Over
        && let Some(deadline) = campaign.deadline()
    {
        spans.extend([
            Span::plain("Die Frist endete am "),
            Span::strong(date::long(deadline.day, Lang::De)),
            Span::plain(". "),
        ]);
    }
    spans
}

fn signed(reading: &Reading) -> Option<Span> {
    let contracts = reading.contracts()?;
    let one = number::is_one(contracts, Lang::De);
    Some(Span::plain(match (contracts, reading.base()) {
        (Amount::Exact(count), Some(base)) => {
            let (_, unit) = words::unit(base.unit, Lang::De);
            let verb = if one { "hat" } else { "haben" };
            let estimated = if base.estimated_by.is_some() { "geschätzt " } else { "" };
            let (count, base) = (number::count(count, Lang::De), number::count(base.count, Lang::De));
            format!("{count} von {estimated}{base} {unit} {verb} unterschrieben. ")
        }
        (other, _) => {
            format!(
                "Unterschrieben {} {}. ",
                if one { "ist" } else { "sind" },
                number::contracts_amount(other, Lang::De)
            )
        }
    }))
}

/// Why no number of contracts is given as needed.
fn no_need(reading: &Reading, area: &AreaStatus, status: &CampaignStatus, over: bool) -> String {
    let campaign = &status.campaign;
    let (unit, _) = words::unit(campaign.unit, Lang::De);
    match (campaign.target, reading.value()) {
        (Target::OperatorDecision, _) => format!("{} nennt kein Ziel und entscheidet selbst. ", status.operator),
        (_, Value::Percent(_)) => {
            let open = match (area.state(campaign.target), over) {
                (State::Running(Progress::Reached), _) => "das sind",
                (_, true) => "fehlten",
                (_, false) => "fehlen",
            };
            format!("Die Zahl der {unit} ist nicht bekannt, deshalb bleibt offen, wie viele Verträge {open}. ")
        }
        _ => format!("Die Zahl der {unit} ist nicht veröffentlicht, deshalb lässt sich keine Quote ausrechnen. "),
    }
}

fn needed(reading: &Reading, area: &AreaStatus, status: &CampaignStatus, today: Date) -> Vec<Span> {
    let campaign = &status.campaign;
    let clock = campaign.clock(today);
    let Some(needed) = campaign.target.needed(reading.base().map(|base| base.count)) else {
        return vec![Span::plain(no_need(reading, area, status, clock == Clock::Over))];
    };
    let Some(deadline) = campaign.deadline().filter(|_| clock != Clock::Over) else {
        let verb = match (clock, needed) {
            (Clock::Over, 1) => "war",
            (Clock::Over, _) => "waren",
            _ => are(needed),
        };
        return vec![Span::plain(format!("Nötig {verb} {}. ", number::count(needed, Lang::De)))];
    };
    let mut spans = vec![
        Span::plain(format!("Nötig {} {} bis ", are(needed), number::count(needed, Lang::De))),
        Span::strong(date::long(deadline.day, Lang::De)),
    ];
    spans.extend(match clock {
        Clock::DaysLeft(0) => vec![Span::plain(", das ist "), Span::strong("heute"), Span::plain(".")],
        Clock::DaysLeft(1) => vec![Span::plain(", das ist "), Span::strong("morgen"), Span::plain(".")],
        Clock::DaysLeft(days) => {
            vec![
                Span::plain(", das ist in "),
                Span::strong(format!("{} Tagen", number::count(days, Lang::De))),
                Span::plain("."),
            ]
        }
        Clock::NotYetOpen | Clock::NoDeadline | Clock::Over => vec![Span::plain(".")],
    });
    spans
}

fn are(count: u32) -> &'static str {
    if count == 1 { "ist" } else { "sind" }
}

pub(super) fn missing_number(area: &AreaStatus, status: &CampaignStatus) -> String {
    match (area.not_reported_on, status.campaign.tallies.last()) {
        (Some(day), _) => {
            format!("Für den {} wurde nichts gemeldet. Keine Meldung heißt nicht null. ", date::long(day, Lang::De))
        }
        (None, Some(tally)) => format!(
            "Veröffentlicht ist nur die Summe: {} von {} {} genug Zusagen (Stand: {}). ",
            number::count(tally.reached, Lang::De),
            number::counted(tally.of, "Gebiet", "Gebieten", Lang::De),
            if tally.reached == 1 { "hat" } else { "haben" },
            date::long(tally.as_of, Lang::De)
        ),
        (None, None) => "Dazu ist noch nichts veröffentlicht. Keine Meldung heißt nicht null. ".to_owned(),
    }
}

/// A fact: what it is called, the fact, and what belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// Its name.
    pub name: &'static str,
    /// The fact.
    pub value: String,
    /// What belongs to it.
    pub detail: Option<String>,
}

/// The facts beside the curve.
pub fn facts(report: &AreaReport) -> Vec<Fact> {
    let Some((status, area)) = report.status() else {
        return [letter_fact(report), profile_plan(report), border_fact(report)].into_iter().flatten().collect();
    };
    let base = area.current.as_ref().and_then(|reading| reading.base()).or(report.base.as_ref());
    [
        pace_fact(report, status, area),
        deadline_fact(report, status),
        place_fact(area, status),
        (status.campaign.target != Target::OperatorDecision).then(|| base_fact(base, area, status)),
        better_fact(area, status),
        round_fact(area),
        letter_fact(report),
        plan_fact(report, status),
        border_fact(report),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn round_fact(area: &AreaStatus) -> Option<Fact> {
    let round = area.round.as_ref()?;
    let since = format!("Seit {}. Das Ergebnis der ersten steht unten.", date::long(round.round.opened_on, Lang::De));
    Some(Fact { name: "Runde", value: build_words::round(round.number, Lang::De), detail: Some(since) })
}

/// The letter of intent about this area, with its end.
fn letter_fact(report: &AreaReport) -> Option<Fact> {
    let letters = report.agreements.iter().filter(|(agreement, _)| agreement.kind == AgreementKind::LetterOfIntent);
    let holding = letters.rev().find(|(agreement, _)| agreement.withdrawn.is_none());
    let (letter, partner) = holding?;
    let end = letter.ends_on.map_or_else(
        || "Ein Ende ist nicht bekannt.".to_owned(),
        |day| format!("{} {}.", if day < report.today { "Galt bis" } else { "Gilt bis" }, date::long(day, Lang::De)),
    );
    let detail = format!("Unterschrieben {}. {end} Sie ist keine Ausbauzusage.", date::when(letter.signed, Lang::De));
    Some(Fact { name: "Absichtserklärung", value: partner.clone(), detail: Some(detail) })
}

const PLANNED: &str = "Ausbau geplant";

fn profile_plan(report: &AreaReport) -> Option<Fact> {
    let profile = report.profile.as_ref()?;
    let (day, source) = (date::long(profile.as_of, Lang::De), &profile.source.name);
    let detail = format!("Ein Plan, keine Zusage. Stand: {day}. Quelle: {source}.");
    Some(Fact { name: PLANNED, value: date::when(profile.build_planned?, Lang::De), detail: Some(detail) })
}

/// When it is to be built: said of the area, or only of those areas together that have enough contracts.
fn plan_fact(report: &AreaReport, status: &CampaignStatus) -> Option<Fact> {
    if let Some(fact) = profile_plan(report) {
        return Some(fact);
    }
    let tally = status.campaign.tallies.last()?;
    let when = tally.build_planned?;
    let detail = format!(
        "Für {} von {} Gebieten nennt die Quelle {} als Plan. Welche es sind, nennt sie nicht. Quelle: {}.",
        number::count(tally.reached, Lang::De),
        number::count(tally.of, Lang::De),
        date::when(when, Lang::De),
        tally.source.name
    );
    Some(Fact { name: PLANNED, value: standing_words::UNKNOWN.to_owned(), detail: Some(detail) })
}

fn border_fact(report: &AreaReport) -> Option<Fact> {
    let profile = report.profile.as_ref().filter(|profile| profile.crosses_border())?;
    let source = format!("{} Quelle: {}.", standing_words::border(report)?, profile.source.name);
    Some(Fact {
        name: "Über die Stadtgrenze",
        value: words::list(&profile.reaches_into, Lang::De),
        detail: Some(source),
    })
}

fn pace_fact(report: &AreaReport, status: &CampaignStatus, area: &AreaStatus) -> Option<Fact> {
    let gap = Gap::of(area.current.as_ref()?, status.campaign.target)?;
    let needed = pace::needed_per_day_tenths(gap, status.campaign.days_left(report.today)?)?;
    let counted: Vec<&Reading> = report.readings().filter(|reading| reading.is_reported()).collect();
    let detail = match counted.as_slice() {
        [.., earlier, later] => {
            pace::between_tenths(earlier, later).map(|tenths| format!("zuletzt {}", number::per_day(tenths, Lang::De)))
        }
        _ => None,
    };
    Some(Fact { name: "Nötig bis zur Frist", value: number::per_day(needed.try_into().ok()?, Lang::De), detail })
}

fn deadline_fact(report: &AreaReport, status: &CampaignStatus) -> Option<Fact> {
    let campaign = &status.campaign;
    let deadline = campaign.deadline()?;
    let left = match campaign.clock(report.today) {
        Clock::DaysLeft(0) => Some("endet heute.".to_owned()),
        Clock::DaysLeft(days) => Some(format!("noch {}.", number::days(days, Lang::De))),
        Clock::Over => Some("abgelaufen.".to_owned()),
        Clock::NotYetOpen | Clock::NoDeadline => None,
    };
    let earlier: Vec<_> = campaign.earlier_deadlines().iter().map(|earlier| earlier.day).collect();
    let parts = [left, timeline_words::earlier_deadlines(&earlier, Lang::De), deadline.reason.clone()];
    let detail: Vec<String> = parts.into_iter().flatten().collect();
    Some(Fact { name: "Frist", value: date::long(deadline.day, Lang::De), detail: Some(detail.join(" ")) })
}

fn place_fact(area: &AreaStatus, status: &CampaignStatus) -> Option<Fact> {
    let place = area.place?;
    Some(Fact {
        name: "Platz nach Quote",
        value: format!("{place} von {}", status.areas_with_place),
        detail: Some("Gebiete mit Quote".to_owned()),
    })
}

fn base_fact(base: Option<&Base>, area: &AreaStatus, status: &CampaignStatus) -> Fact {
    let (unit, _) = words::unit(status.campaign.unit, Lang::De);
    let Some(base) = base else {
        let stated = area.current.as_ref().is_some_and(|reading| matches!(reading.value(), Value::Percent(_)));
        let without = if stated {
            "Ohne Grundlage lässt sich der Abstand in Verträgen nicht ausrechnen."
        } else {
            "Ohne Grundlage gibt es keine Quote."
        };
        return Fact {
            name: "Grundlage der Quote",
            value: format!("{unit}: nicht veröffentlicht"),
            detail: Some(without.to_owned()),
        };
    };
    let stand = base.as_of.map(|when| format!("Stand: {}. ", date::when(when, Lang::De)));
    let estimate = base.estimated_by.as_ref().map(|formula| format!("Geschätzt: {formula}. "));
    Fact {
        name: "Grundlage der Quote",
        value: format!("{} {unit}", number::count(base.count, Lang::De)),
        detail: Some(format!(
            "{}{}Quelle: {}.",
            estimate.unwrap_or_default(),
            stand.unwrap_or_default(),
            base.source.name
        )),
    }
}

fn better_fact(area: &AreaStatus, status: &CampaignStatus) -> Option<Fact> {
    let better = area.better.as_ref()?;
    let figure = match (better.quota(), better.contracts()) {
        (Some(quota), _) => {
            number::amount(quota, |quota| number::quota(quota, status.campaign.target.share(), Lang::De), Lang::De)
        }
        (None, Some(contracts)) => number::contracts_amount(contracts, Lang::De),
        (None, None) => return None,
    };
    Some(Fact {
        name: "Zuletzt besser geprüft",
        value: figure,
        detail: Some(format!("{} am {}", words::stage(better.stage, Lang::De), date::long(better.as_of, Lang::De))),
    })
}
