//! One area's number in words: beside its bar, on its map label, in its sentence.

use super::{date, number, words};
use crate::domain::{
    amount::Amount,
    campaign::{Campaign, Clock, Target},
    gap::Gap,
    outcome::OutcomeKind,
    progress::Progress,
    reading::{Reading, Value},
    status::{AreaStatus, CampaignStatus, State},
};

/// The number itself: "24,5 %", "unter 15 %", "keine Quote", "keine Zahl".
pub fn figure(area: &AreaStatus, target: Target) -> String {
    let Some(reading) = &area.current else { return "keine Zahl".to_owned() };
    match (target, reading.quota(), reading.contracts()) {
        (Target::Count(_), _, Some(contracts)) => number::contracts_amount(contracts),
        (_, Some(quota), _) => number::amount(quota, |quota| number::quota(quota, target.share())),
        (_, None, _) => "keine Quote".to_owned(),
    }
}

/// The figure as short as a map label needs it: "<15 %" instead of "unter 15 %".
pub fn map_figure(area: &AreaStatus, target: Target) -> String {
    figure(area, target)
        .replace("unter ", "<\u{a0}")
        .replace("mindestens ", "≥\u{a0}")
        .replace("etwa ", "≈\u{a0}")
        .replace(" bis ", "–")
}

/// What is missing and for how long: "noch 105 Verträge, 15 Tage".
pub fn gap(area: &AreaStatus, campaign: &Campaign, today: jiff::civil::Date) -> String {
    let Some(reading) = &area.current else {
        return match area.not_reported_on {
            Some(day) => format!("für den {} nicht gemeldet", date::without_year(day)),
            None => "nicht gemeldet".to_owned(),
        };
    };
    let state = area.state(campaign.target);
    let counted = matches!(state, State::CameOut(OutcomeKind::NotReached | OutcomeKind::BuiltAlthoughMissed));
    let over = campaign.clock(today) == Clock::Over || matches!(state, State::CameOut(_));
    match Gap::of(reading, campaign.target) {
        Some(Gap::Surplus(Amount::Exact(0))) => "genau erreicht".to_owned(),
        Some(Gap::Surplus(more)) => format!("{} mehr als nötig", number::amount(more, number::count)),
        Some(Gap::Missing(missing)) if counted => format!("{} fehlten", number::contracts_amount(missing)),
        // The last reading is not the final count.
        Some(Gap::Missing(missing)) if over => format!("zuletzt fehlten {}", number::contracts_amount(missing)),
        Some(Gap::Missing(missing)) => {
            format!("noch {}{}", number::contracts_amount(missing), days_left(campaign, today))
        }
        None => without_gap(reading, campaign),
    }
}

fn days_left(campaign: &Campaign, today: jiff::civil::Date) -> String {
    match campaign.clock(today) {
        Clock::DaysLeft(0) => ", letzter Tag".to_owned(),
        Clock::DaysLeft(days) => format!(", {}", number::days(days)),
        Clock::NotYetOpen | Clock::NoDeadline | Clock::Over => String::new(),
    }
}

fn without_gap(reading: &Reading, campaign: &Campaign) -> String {
    match (campaign.target, reading.value()) {
        (Target::OperatorDecision, _) => "der Betreiber entscheidet".to_owned(),
        (_, Value::Contracts(contracts)) if reading.base().is_none() => number::contracts_amount(contracts),
        (_, Value::Percent(_)) if reading.base().is_none() => "Zahl der Haushalte unbekannt".to_owned(),
        _ => "Abstand zum Ziel ungewiss".to_owned(),
    }
}

/// The accessible name of an area on the map; begins with what is seen there.
pub fn map_name(area: &AreaStatus, campaign: &Campaign, today: jiff::civil::Date) -> String {
    let look = words::look(area.state(campaign.target));
    format!("{} {}, {}, {}", area.name, map_figure(area, campaign.target), look.word, gap(area, campaign, today))
}

/// The sentence at the top of an area's page.
pub fn headline(area: &AreaStatus, status: &CampaignStatus) -> String {
    let campaign = &status.campaign;
    let name = &area.name;
    let Some(reading) = &area.current else { return format!("Für {name} liegt keine Zahl vor.") };
    let figure = figure(area, campaign.target);
    if let State::CameOut(kind) = area.state(campaign.target) {
        return came_out(name, &figure, kind);
    }
    match (area.state(campaign.target), Gap::of(reading, campaign.target)) {
        (State::Running(Progress::NoBase), _) => match reading.contracts() {
            Some(contracts) => {
                format!("In {name} sind es {}, eine Quote gibt es nicht.", number::contracts_amount(contracts))
            }
            None => format!("{name} steht bei {figure}, die Zahl der Haushalte fehlt."),
        },
        (State::Running(Progress::NoTarget), _) => format!("{name} steht bei {figure}, der Betreiber entscheidet."),
        (State::Running(Progress::Reached), _) => format!("{name} hat {} erreicht: {figure}.", goal(campaign.target)),
        (State::Running(Progress::ReportedOnly), _) => {
            format!("Für {name} sind {figure} gemeldet, geprüft ist das nicht.")
        }
        (_, Some(Gap::Missing(missing))) => {
            format!("{name} {} {figure}, es {}.", verb(reading), missing_verb(missing))
        }
        _ => format!("{name} {} {figure}.", verb(reading)),
    }
}

fn came_out(name: &str, figure: &str, kind: OutcomeKind) -> String {
    let figure = if figure.starts_with("keine") { String::new() } else { format!(" Zuletzt waren es {figure}.") };
    let what = match kind {
        OutcomeKind::UnderReview => format!("Die Frist für {name} ist vorbei, das Ergebnis ist offen."),
        OutcomeKind::Reached => format!("{name} hat das Ziel erreicht."),
        OutcomeKind::NotReached => format!("{name} hat das Ziel verfehlt."),
        OutcomeKind::OperatorCommitted => format!("In {name} wird gebaut."),
        OutcomeKind::BuiltAlthoughMissed => format!("In {name} wird gebaut, obwohl das Ziel verfehlt wurde."),
        OutcomeKind::OperatorWithdrew => format!("In {name} baut der Betreiber nicht."),
        OutcomeKind::NoFinalCommitment => format!("Für {name} gibt es keine Ausbauzusage."),
        OutcomeKind::Stopped => format!("Die Kampagne in {name} ist eingestellt."),
        OutcomeKind::Running | OutcomeKind::Extended | OutcomeKind::SecondRound => {
            format!("Die Kampagne in {name} läuft.")
        }
    };
    what + &figure
}

fn verb(reading: &Reading) -> &'static str {
    match reading.quota() {
        Some(Amount::LessThan(_) | Amount::Range(..)) => "liegt",
        _ => "steht bei",
    }
}

fn missing_verb(missing: Amount<u32>) -> String {
    let verb = if missing == Amount::Exact(1) { "fehlt" } else { "fehlen" };
    format!("{verb} {}", number::contracts_amount(missing))
}

/// The target in words: "33 %", "200 Verträge".
pub fn goal(target: Target) -> String {
    match target {
        Target::Share(share) => number::share(share),
        Target::Count(count) => number::contracts(count),
        Target::OperatorDecision => "das Ziel des Betreibers".to_owned(),
    }
}

/// Where a reading comes from: "Stand: 10. November 2023, geprüft. Quelle: …".
pub fn source_line(reading: &Reading) -> String {
    format!("Stand: {}, {}. Quelle: {}.", date::long(reading.as_of), words::stage(reading.stage), reading.source.name)
}
