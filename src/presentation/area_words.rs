//! One area's number in words: beside its bar, on its map label, in its sentence.

use jiff::civil::Date;

use super::{date, lang::Lang, number, words};
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
    let target = area.target(target);
    let Some(reading) = &area.current else { return "keine Zahl".to_owned() };
    match (target, reading.quota(), reading.contracts()) {
        (Target::Count(_), _, Some(contracts)) | (Target::OperatorDecision, None, Some(contracts)) => {
            number::contracts_amount(contracts, Lang::De)
        }
        (_, Some(quota), _) => number::amount(quota, |quota| number::quota(quota, target.share(), Lang::De), Lang::De),
        (_, None, _) => "keine Quote".to_owned(),
    }
}

/// What a reading says against a target: "24,5 %", "200 Verträge".
pub fn reading_figure(reading: &Reading, target: Target) -> String {
    match (target, reading.quota(), reading.contracts()) {
        (Target::Count(_), _, Some(contracts)) | (_, None, Some(contracts)) => {
            number::contracts_amount(contracts, Lang::De)
        }
        (_, Some(quota), _) => number::amount(quota, |quota| number::quota(quota, target.share(), Lang::De), Lang::De),
        (_, None, None) => "keine Zahl".to_owned(),
    }
}

/// The figure as short as a map label needs it: "<15 %" instead of "unter 15 %".
pub fn map_figure(area: &AreaStatus, target: Target) -> String {
    figure(area, target)
        .replace("unter ", "<\u{a0}")
        .replace("weniger als ", "<\u{a0}")
        .replace("mindestens ", "≥\u{a0}")
        .replace("etwa ", "≈\u{a0}")
        .replace(" bis ", "–")
}

/// What is missing and for how long: "noch 105 Verträge, 15 Tage".
pub fn gap(area: &AreaStatus, campaign: &Campaign, today: Date) -> String {
    let campaign = &*area.campaign(campaign);
    let Some(reading) = &area.current else {
        return match area.not_reported_on {
            Some(day) => format!("für den {} nicht gemeldet", date::without_year(day, Lang::De)),
            None => "nicht gemeldet".to_owned(),
        };
    };
    let state = area.state(campaign.target);
    let counted = matches!(state, State::CameOut(OutcomeKind::NotReached | OutcomeKind::BuiltAlthoughMissed));
    let over = campaign.clock(today) == Clock::Over || matches!(state, State::CameOut(_));
    match Gap::of(reading, campaign.target) {
        Some(Gap::Surplus(more)) => surplus(more),
        Some(Gap::Missing(missing)) if counted => {
            format!("{} {}", number::contracts_amount(missing, Lang::De), lacked(missing))
        }
        // The last reading is not the final count.
        Some(Gap::Missing(missing)) if over => {
            format!("zuletzt {} {}", lacked(missing), number::contracts_amount(missing, Lang::De))
        }
        Some(Gap::Missing(missing)) => {
            format!("noch {}{}", number::contracts_amount(missing, Lang::De), days_left(campaign, today))
        }
        None => without_gap(reading, campaign),
    }
}

fn surplus(more: Amount<u32>) -> String {
    match more {
        Amount::Exact(0) => "genau erreicht".to_owned(),
        Amount::About(0) => "etwa erreicht".to_owned(),
        Amount::AtLeast(0) => "erreicht".to_owned(),
        Amount::Range(0, most) => format!("bis zu {} mehr als nötig", number::count(most, Lang::De)),
        more => format!("{} mehr als nötig", number::amount(more, |of| number::count(of, Lang::De), Lang::De)),
    }
}

fn lacked(missing: Amount<u32>) -> &'static str {
    if number::is_one(missing, Lang::De) { "fehlte" } else { "fehlten" }
}

fn days_left(campaign: &Campaign, today: Date) -> String {
    match campaign.clock(today) {
        Clock::DaysLeft(0) => ", letzter Tag".to_owned(),
        Clock::DaysLeft(days) => format!(", {}", number::days(days, Lang::De)),
        Clock::NotYetOpen | Clock::NoDeadline | Clock::Over => String::new(),
    }
}

fn without_gap(reading: &Reading, campaign: &Campaign) -> String {
    match (campaign.target, reading.value()) {
        (Target::OperatorDecision, _) => "der Betreiber entscheidet".to_owned(),
        (_, Value::Contracts(contracts)) if reading.base().is_none() => number::contracts_amount(contracts, Lang::De),
        (_, Value::Percent(_)) if reading.base().is_none() => {
            format!("Zahl der {} unbekannt", words::unit(campaign.unit, Lang::De).0)
        }
        _ => "Abstand zum Ziel ungewiss".to_owned(),
    }
}

/// The accessible name of an area on the map; begins with what is seen there.
pub fn map_name(area: &AreaStatus, campaign: &Campaign, today: Date) -> String {
    let look = words::look(area.state(campaign.target), Lang::De);
    format!("{} {}, {}, {}", area.name, map_figure(area, campaign.target), look.word, gap(area, campaign, today))
}

/// The sentence at the top of an area's page.
pub fn headline(area: &AreaStatus, status: &CampaignStatus, today: Date) -> String {
    let campaign = &*area.campaign(&status.campaign);
    let name = &area.name;
    let target = campaign.target;
    let state = area.state(target);
    if let State::CameOut(kind) = state {
        return came_out(name, kind) + &last_figure(area.current.as_ref(), target);
    }
    let Some(reading) = &area.current else { return format!("Für {name} liegt keine Zahl vor.") };
    let over = campaign.clock(today) == Clock::Over;
    let Some(stands) = stands(reading, target, over) else { return counted_only(name, reading, state, over) };
    match (state, Gap::of(reading, target)) {
        (State::Running(Progress::NoTarget), _) => format!("{name} {stands}, der Betreiber entscheidet."),
        (State::Running(Progress::Reached), _) => {
            let reached = if over { "hatte zuletzt" } else { "hat" };
            format!("{name} {reached} {} erreicht: {}.", goal(target), figure(area, target))
        }
        (State::Running(Progress::ReportedOnly), _) => reported_only(name, &figure(area, target), false, over),
        (_, Some(Gap::Missing(missing))) => {
            let verb = match (over, number::is_one(missing, Lang::De)) {
                (true, _) => lacked(missing),
                (false, true) => "fehlt",
                (false, false) => "fehlen",
            };
            format!("{name} {stands}, es {verb} {}.", number::contracts_amount(missing, Lang::De))
        }
        _ => format!("{name} {stands}."),
    }
}

/// "steht bei 24,5 %", "lag zuletzt unter 15 %"; `None` where only contracts are known and no target counts them.
fn stands(reading: &Reading, target: Target, over: bool) -> Option<String> {
    let (stands, lies) = if over { ("stand zuletzt", "lag zuletzt") } else { ("steht", "liegt") };
    if let (Target::Count(_), Some(contracts)) = (target, reading.contracts()) {
        let verb = if matches!(contracts, Amount::Range(..)) { lies } else { stands };
        return Some(format!("{verb} bei {}", number::contracts_dative(contracts, Lang::De)));
    }
    let quota = reading.quota()?;
    let figure = number::amount(quota, |quota| number::quota(quota, target.share(), Lang::De), Lang::De);
    Some(match quota {
        Amount::LessThan(_) => format!("{lies} {figure}"),
        Amount::Range(..) => format!("{lies} bei {figure}"),
        Amount::Exact(_) | Amount::About(_) | Amount::AtLeast(_) => format!("{stands} bei {figure}"),
    })
}

/// The sentence of an area whose contracts are known and whose quota is not.
fn counted_only(name: &str, reading: &Reading, state: State, over: bool) -> String {
    let Some(contracts) = reading.contracts() else { return format!("Für {name} liegt keine Zahl vor.") };
    let (count, one) = (number::contracts_amount(contracts, Lang::De), number::is_one(contracts, Lang::De));
    if state == State::Running(Progress::ReportedOnly) {
        return reported_only(name, &count, one, over);
    }
    let are = match (over, one) {
        (true, true) => "war es zuletzt",
        (true, false) => "waren es zuletzt",
        (false, true) => "ist es",
        (false, false) => "sind es",
    };
    let rest = match state {
        State::Running(Progress::NoTarget) => "der Betreiber entscheidet",
        _ => "eine Quote gibt es nicht",
    };
    format!("In {name} {are} {count}, {rest}.")
}

fn reported_only(name: &str, figure: &str, one: bool, over: bool) -> String {
    let (are, is) = match (over, one) {
        (true, true) => ("war zuletzt", "war"),
        (true, false) => ("waren zuletzt", "war"),
        (false, true) => ("ist", "ist"),
        (false, false) => ("sind", "ist"),
    };
    format!("Für {name} {are} {figure} gemeldet, geprüft {is} das nicht.")
}

/// The sentence of an area of which something came out.
pub fn came_out(name: &str, kind: OutcomeKind) -> String {
    match kind {
        OutcomeKind::UnderReview => format!("Die Frist für {name} ist vorbei, das Ergebnis ist offen."),
        OutcomeKind::Reached => format!("{name} hat das Ziel erreicht."),
        OutcomeKind::NotReached => format!("{name} hat das Ziel verfehlt."),
        OutcomeKind::OperatorCommitted => format!("Für {name} ist der Ausbau zugesagt."),
        OutcomeKind::BuiltAlthoughMissed => format!("In {name} wird gebaut, obwohl das Ziel verfehlt wurde."),
        OutcomeKind::OperatorWithdrew => format!("In {name} baut der Betreiber nicht."),
        OutcomeKind::NoFinalCommitment => format!("Für {name} gibt es keine Ausbauzusage."),
        OutcomeKind::Stopped => format!("Die Kampagne in {name} ist eingestellt."),
        OutcomeKind::Running | OutcomeKind::Extended | OutcomeKind::SecondRound => {
            format!("Die Kampagne in {name} läuft.")
        }
    }
}

/// What was counted last, behind an outcome; nothing without a reading.
fn last_figure(reading: Option<&Reading>, target: Target) -> String {
    let Some(reading) = reading else { return String::new() };
    match (target, reading.quota(), reading.contracts()) {
        (Target::Count(_), _, Some(contracts)) | (_, None, Some(contracts)) => {
            let was = if number::is_one(contracts, Lang::De) { "war" } else { "waren" };
            format!(" Zuletzt {was} es {}.", number::contracts_amount(contracts, Lang::De))
        }
        (_, Some(quota), _) => {
            let quota = number::amount(quota, |quota| number::quota(quota, target.share(), Lang::De), Lang::De);
            format!(" Zuletzt waren es {quota}.")
        }
        (_, None, None) => String::new(),
    }
}

/// The target in words: "33 %", "200 Verträge".
pub fn goal(target: Target) -> String {
    match target {
        Target::Share(share) => number::share(share, Lang::De),
        Target::Count(count) => number::contracts(count, Lang::De),
        Target::OperatorDecision => "das Ziel des Betreibers".to_owned(),
    }
}

/// "Stand 10. November": the day of a reading that is older than the newest of its campaign.
pub fn age_note(reading: &Reading, newest: Date) -> Option<String> {
    let day = if reading.as_of.year() == newest.year() {
        |of| date::without_year(of, Lang::De)
    } else {
        |of| date::long(of, Lang::De)
    };
    (reading.as_of < newest).then(|| format!("Stand {}", day(reading.as_of)))
}

/// Where a reading comes from: "Stand: 10. November 2023, geprüft. Quelle: …".
pub fn source_line(reading: &Reading) -> String {
    format!(
        "Stand: {}, {}. Quelle: {}.",
        date::long(reading.as_of, Lang::De),
        words::stage(reading.stage, Lang::De),
        reading.source.name
    )
}
