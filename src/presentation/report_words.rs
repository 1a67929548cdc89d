//! One area's page in words: the lead below its sentence, the facts beside its curve.

use super::{area_words, date, number, timeline_words, town_words::Span, words};
use crate::domain::{
    amount::Amount,
    campaign::{Clock, Target},
    gap::Gap,
    pace,
    reading::{Base, Reading},
    status::{AreaReport, AreaStatus, CampaignStatus},
};

fn plain(text: impl Into<String>) -> Span {
    Span::Plain(text.into())
}

fn strong(text: impl Into<String>) -> Span {
    Span::Strong(text.into())
}

/// The sentence of the page; an area without a campaign has one too.
pub fn headline(report: &AreaReport) -> String {
    match report.status() {
        Some((campaign, area)) => area_words::headline(area, campaign),
        None => format!("{} gehört zu keiner Nachfragebündelung.", report.name),
    }
}

/// What follows the sentence: who signed, what is needed until when.
pub fn lead(report: &AreaReport) -> Vec<Span> {
    let Some((status, area)) = report.status() else {
        return vec![plain("Was hier sonst geschah und kommt, steht unten.")];
    };
    let campaign = &status.campaign;
    let mut spans = Vec::new();
    if let Some(reading) = &area.current {
        spans.extend(signed(reading));
        spans.extend(needed(reading, status, report));
    } else {
        spans.push(plain(missing_number(area, status)));
    }
    if campaign.clock(report.today) == Clock::Over
        && let Some(deadline) = campaign.deadline()
    {
        spans.extend([plain("Die Frist endete am "), strong(date::long(deadline.day)), plain(". ")]);
    }
    spans
}

fn signed(reading: &Reading) -> Option<Span> {
    let contracts = reading.contracts()?;
    let verb = if contracts == Amount::Exact(1) { "hat" } else { "haben" };
    Some(match (contracts, reading.base()) {
        (Amount::Exact(count), Some(base)) => {
            let (_, unit) = words::unit(base.unit);
            plain(format!("{} von {} {unit} {verb} unterschrieben. ", number::count(count), number::count(base.count)))
        }
        (other, _) => plain(format!("Unterschrieben sind {}. ", number::contracts_amount(other))),
    })
}

fn needed(reading: &Reading, status: &CampaignStatus, report: &AreaReport) -> Vec<Span> {
    let campaign = &status.campaign;
    let base = reading.base();
    let Some(needed) = campaign.target.needed(base.map(|base| base.count)) else {
        return vec![plain(match campaign.target {
            Target::OperatorDecision => format!("{} nennt kein Ziel und entscheidet selbst. ", status.operator),
            _ => format!(
                "Die Zahl der {} ist nicht veröffentlicht, deshalb lässt sich keine Quote ausrechnen. ",
                words::unit(campaign.unit).0
            ),
        })];
    };
    let Some(deadline) = campaign.deadline().filter(|_| campaign.clock(report.today) != Clock::Over) else {
        let verb = if campaign.clock(report.today) == Clock::Over { "waren" } else { are(needed) };
        return vec![plain(format!("Nötig {verb} {}. ", number::count(needed)))];
    };
    let mut spans =
        vec![plain(format!("Nötig {} {} bis ", are(needed), number::count(needed))), strong(date::long(deadline.day))];
    spans.extend(match campaign.clock(report.today) {
        Clock::DaysLeft(0) => vec![plain(", das ist "), strong("heute"), plain(".")],
        Clock::DaysLeft(1) => vec![plain(", das ist "), strong("morgen"), plain(".")],
        Clock::DaysLeft(days) => {
            vec![plain(", das ist in "), strong(format!("{} Tagen", number::count(days))), plain(".")]
        }
        Clock::NotYetOpen | Clock::NoDeadline | Clock::Over => vec![plain(".")],
    });
    spans
}

fn are(count: u32) -> &'static str {
    if count == 1 { "ist" } else { "sind" }
}

fn missing_number(area: &AreaStatus, status: &CampaignStatus) -> String {
    match (area.not_reported_on, status.campaign.tallies.last()) {
        (Some(day), _) => {
            format!("Auch für den {} wurde nichts gemeldet. Keine Meldung heißt nicht null. ", date::long(day))
        }
        (None, Some(tally)) => format!(
            "Veröffentlicht ist nur die Summe: {} von {} Gebieten haben genug Zusagen (Stand: {}). ",
            tally.reached,
            tally.of,
            date::long(tally.as_of)
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
    let Some((status, area)) = report.status() else { return Vec::new() };
    let base = area.current.as_ref().and_then(|reading| reading.base()).or(report.base.as_ref());
    [
        pace_fact(report, status, area),
        deadline_fact(report, status),
        place_fact(area, status),
        (status.campaign.target != Target::OperatorDecision).then(|| base_fact(base, status)),
        better_fact(area, status),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn pace_fact(report: &AreaReport, status: &CampaignStatus, area: &AreaStatus) -> Option<Fact> {
    let gap = Gap::of(area.current.as_ref()?, status.campaign.target)?;
    let needed = pace::needed_per_day_tenths(gap, status.campaign.days_left(report.today)?)?;
    let counted: Vec<&Reading> = report.readings().filter(|reading| reading.is_reported()).collect();
    let detail = match counted.as_slice() {
        [.., earlier, later] => {
            pace::between_tenths(earlier, later).map(|tenths| format!("zuletzt {} am Tag", tenths_text(tenths)))
        }
        _ => None,
    };
    Some(Fact {
        name: "Nötig bis zur Frist",
        value: format!("{} am Tag", tenths_text(needed.try_into().ok()?)),
        detail,
    })
}

fn tenths_text(tenths: i32) -> String {
    let sign = if tenths < 0 { "−" } else { "" };
    let (whole, tenth) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
    if tenth == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole},{tenth}") }
}

fn deadline_fact(report: &AreaReport, status: &CampaignStatus) -> Option<Fact> {
    let campaign = &status.campaign;
    let deadline = campaign.deadline()?;
    let left = match campaign.clock(report.today) {
        Clock::DaysLeft(0) => Some("endet heute.".to_owned()),
        Clock::DaysLeft(days) => Some(format!("noch {}.", number::days(days))),
        Clock::Over => Some("abgelaufen.".to_owned()),
        Clock::NotYetOpen | Clock::NoDeadline => None,
    };
    let earlier: Vec<_> = campaign.earlier_deadlines().iter().map(|earlier| earlier.day).collect();
    let parts = [left, timeline_words::earlier_deadlines(&earlier), deadline.reason.clone()];
    let detail: Vec<String> = parts.into_iter().flatten().collect();
    Some(Fact { name: "Frist", value: date::long(deadline.day), detail: Some(detail.join(" ")) })
}

fn place_fact(area: &AreaStatus, status: &CampaignStatus) -> Option<Fact> {
    let place = area.place?;
    Some(Fact {
        name: "Platz nach Quote",
        value: format!("{place} von {}", status.areas_with_place),
        detail: Some("Gebiete mit Quote".to_owned()),
    })
}

fn base_fact(base: Option<&Base>, status: &CampaignStatus) -> Fact {
    let (unit, _) = words::unit(status.campaign.unit);
    let Some(base) = base else {
        return Fact {
            name: "Grundlage der Quote",
            value: format!("{unit}: nicht veröffentlicht"),
            detail: Some("Ohne Grundlage gibt es keine Quote.".to_owned()),
        };
    };
    let stand = base.as_of.map(|when| format!("Stand: {}. ", date::when(when)));
    let estimate = base.estimated_by.as_ref().map(|formula| format!("Geschätzt: {formula}. "));
    Fact {
        name: "Grundlage der Quote",
        value: format!("{} {unit}", number::count(base.count)),
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
        (Some(quota), _) => number::amount(quota, |quota| number::quota(quota, status.campaign.target.share())),
        (None, Some(contracts)) => number::contracts_amount(contracts),
        (None, None) => return None,
    };
    Some(Fact {
        name: "Zuletzt besser geprüft",
        value: figure,
        detail: Some(format!("{} am {}", words::stage(better.stage), date::long(better.as_of))),
    })
}
