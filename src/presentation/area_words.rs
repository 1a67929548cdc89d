//! One area's number in words: beside its bar, on its map label, in its sentence.

use jiff::civil::Date;

pub use super::area_headline::{came_out, headline};

use super::{date, lang::Lang, number, source_note, span::Span, words};
use crate::domain::{
    amount::Amount,
    campaign::{Campaign, Clock, Target},
    gap::Gap,
    outcome::OutcomeKind,
    progress::Progress,
    reading::{Reading, Value},
    status::{AreaStatus, State},
};

/// The number itself: "24,5 %", "unter 15 %", "keine Quote", "keine Zahl".
pub fn figure(area: &AreaStatus, target: Target, lang: Lang) -> String {
    let target = area.target(target);
    let Some(reading) = &area.current else { return no_figure(lang) };
    match (target, reading.quota(), reading.contracts()) {
        (Target::Count(_), _, Some(contracts)) | (Target::OperatorDecision, None, Some(contracts)) => {
            number::contracts_amount(contracts, lang)
        }
        (_, Some(quota), _) => number::quota_amount(quota, target.share(), lang),
        (_, None, _) => lang.pick("keine Quote", "no rate", "aucun taux").to_owned(),
    }
}

/// The number in a list, beside the chip of its state: a dash where the chip says that there is none.
pub fn listed(area: &AreaStatus, target: Target, lang: Lang) -> String {
    if says_none(area, target) { "–".to_owned() } else { figure(area, target, lang) }
}

/// Whether the word of the state says that there is no number, or none to be held against the target.
fn says_none(area: &AreaStatus, target: Target) -> bool {
    let no_rate = || matches!(area.target(target), Target::Share(_));
    match area.state(target) {
        State::Running(Progress::None) => true,
        State::Running(Progress::NoBase) => no_rate(),
        _ => false,
    }
}

fn no_figure(lang: Lang) -> String {
    lang.pick("keine Zahl", "no figure", "aucun chiffre").to_owned()
}

/// What a reading says against a target: "24,5 %", "200 Verträge".
pub fn reading_figure(reading: &Reading, target: Target, lang: Lang) -> String {
    match (target, reading.quota(), reading.contracts()) {
        (Target::Count(_), _, Some(contracts)) | (_, None, Some(contracts)) => {
            number::contracts_amount(contracts, lang)
        }
        (_, Some(quota), _) => number::quota_amount(quota, target.share(), lang),
        (_, None, None) => no_figure(lang),
    }
}

/// The figure as short as a map label needs it: "< 15 %" instead of "unter 15 %".
pub fn map_figure(area: &AreaStatus, target: Target, lang: Lang) -> String {
    let against = area.target(target);
    let Some(reading) = &area.current else { return no_figure(lang) };
    match (against, reading.quota(), reading.contracts()) {
        (Target::Count(_), _, Some(contracts)) | (Target::OperatorDecision, None, Some(contracts)) => {
            short_contracts(contracts, lang)
        }
        (_, Some(quota), _) => number::short_amount(quota, |of| number::quota(of, against.share(), lang)),
        (_, None, _) => figure(area, target, lang),
    }
}

fn short_contracts(contracts: Amount<u32>, lang: Lang) -> String {
    match contracts {
        Amount::Range(low, high) => format!("{}–{}", number::count(low, lang), number::contracts(high, lang)),
        other => number::short_amount(other, |of| number::contracts(of, lang)),
    }
}

/// What is missing and for how long: "noch 105 Verträge, 15 Tage".
pub fn gap(area: &AreaStatus, campaign: &Campaign, today: Date, lang: Lang) -> String {
    let campaign = &*area.campaign(campaign);
    let Some(reading) = &area.current else { return not_reported(area, lang) };
    let state = area.state(campaign.target);
    let counted = matches!(state, State::CameOut(OutcomeKind::NotReached | OutcomeKind::BuiltAlthoughMissed));
    let over = campaign.clock(today) == Clock::Over || matches!(state, State::CameOut(_));
    match Gap::of(reading, campaign.target) {
        Some(Gap::Surplus(more)) => surplus(more, lang),
        Some(Gap::Missing(missing)) if counted => lacked_in_the_end(missing, lang),
        // The last reading is not the final count.
        Some(Gap::Missing(missing)) if over => lacked_lately(missing, lang),
        Some(Gap::Missing(missing)) => still_missing(missing, campaign, today, lang),
        None => without_gap(reading, campaign, lang),
    }
}

fn not_reported(area: &AreaStatus, lang: Lang) -> String {
    match (area.not_reported_on.map(|day| date::without_year(day, lang).replace(' ', "\u{a0}")), lang) {
        (Some(day), Lang::De) => format!("für den {day} nicht\u{a0}gemeldet"),
        (Some(day), Lang::En) => format!("not reported for {day}"),
        (Some(day), Lang::Fr) => format!("non déclaré pour le {day}"),
        (None, _) => lang.pick("nicht gemeldet", "not reported", "non déclaré").to_owned(),
    }
}

fn lacked_in_the_end(missing: Amount<u32>, lang: Lang) -> String {
    let contracts = number::contracts_amount(missing, lang);
    match lang {
        Lang::De => format!("{contracts} {}", lacked(missing)),
        Lang::En => format!("{contracts} short"),
        Lang::Fr => format!("il manquait {contracts}"),
    }
}

fn lacked_lately(missing: Amount<u32>, lang: Lang) -> String {
    let contracts = number::contracts_amount(missing, lang);
    match lang {
        Lang::De => format!("zuletzt {} {contracts}", lacked(missing)),
        Lang::En => format!("{contracts} short at the last count"),
        Lang::Fr => format!("il manquait {contracts} au dernier relevé"),
    }
}

fn still_missing(missing: Amount<u32>, campaign: &Campaign, today: Date, lang: Lang) -> String {
    let (contracts, left) = (number::contracts_amount(missing, lang), days_left(campaign, today, lang));
    match lang {
        Lang::De => format!("noch {contracts}{left}"),
        Lang::En => format!("{contracts} to go{left}"),
        Lang::Fr => format!("encore {contracts}{left}"),
    }
}

/// "noch 105": what is missing, within the bar.
pub fn still(missing: u32, lang: Lang) -> String {
    let missing = number::count(missing, lang);
    match lang {
        Lang::De => format!("noch {missing}"),
        Lang::En => format!("{missing} to go"),
        Lang::Fr => format!("encore {missing}"),
    }
}

fn surplus(more: Amount<u32>, lang: Lang) -> String {
    match more {
        Amount::Exact(0) => lang.pick("genau erreicht", "exactly reached", "atteint de justesse").to_owned(),
        Amount::About(0) => lang.pick("etwa erreicht", "about reached", "à peu près atteint").to_owned(),
        Amount::AtLeast(0) => lang.pick("erreicht", "reached", "atteint").to_owned(),
        Amount::Range(0, most) => {
            let most = number::count(most, lang);
            match lang {
                Lang::De => format!("bis zu {most} mehr als nötig"),
                Lang::En => format!("up to {most} more than needed"),
                Lang::Fr => format!("jusqu’à {most} de plus que nécessaire"),
            }
        }
        more => {
            let more = number::amount(more, |more| number::count(more, lang), lang);
            match lang {
                Lang::De => format!("{more} mehr als nötig"),
                Lang::En => format!("{more} more than needed"),
                Lang::Fr => format!("{more} de plus que nécessaire"),
            }
        }
    }
}

/// The German verb of what was missing.
pub(super) fn lacked(missing: Amount<u32>) -> &'static str {
    if number::is_one(missing, Lang::De) { "fehlte" } else { "fehlten" }
}

fn days_left(campaign: &Campaign, today: Date, lang: Lang) -> String {
    match campaign.clock(today) {
        Clock::DaysLeft(0) => lang.pick(", letzter Tag", ", last day", ", dernier jour").to_owned(),
        // On a narrow screen the line breaks between the two facts.
        Clock::DaysLeft(days) => {
            let days = number::days(days, lang) + lang.pick("", " left", "");
            format!(", {}", days.replace(' ', "\u{a0}"))
        }
        Clock::NotYetOpen | Clock::NoDeadline | Clock::Over => String::new(),
    }
}

fn without_gap(reading: &Reading, campaign: &Campaign, lang: Lang) -> String {
    match (campaign.target, reading.value()) {
        (Target::OperatorDecision, _) => {
            lang.pick("der Betreiber entscheidet", "the operator decides", "l’opérateur décide").to_owned()
        }
        (_, Value::Contracts(contracts)) if reading.base().is_none() => number::contracts_amount(contracts, lang),
        (_, Value::Percent(_)) if reading.base().is_none() => {
            let (unit, _) = words::unit(campaign.unit, lang);
            match lang {
                Lang::De => format!("Zahl der {unit} unbekannt"),
                Lang::En => format!("number of {unit} unknown"),
                Lang::Fr => format!("nombre {} inconnu", words::french_of(unit)),
            }
        }
        _ => lang
            .pick("Abstand zum Ziel ungewiss", "distance to the target uncertain", "écart avec l’objectif incertain")
            .to_owned(),
    }
}

/// The accessible name of an area on the map; begins with what is seen there.
pub fn map_name(area: &AreaStatus, campaign: &Campaign, today: Date, lang: Lang) -> String {
    let look = words::look(area.state(campaign.target), lang);
    let (figure, gap) = (map_figure(area, campaign.target, lang), gap(area, campaign, today, lang));
    // What is seen there has said it.
    let state = if says_none(area, campaign.target) { String::new() } else { format!(" {},", look.word) };
    format!("{} {figure},{state} {gap}", area.name)
}

/// The target in words: "33 %", "200 Verträge".
pub fn goal(target: Target, lang: Lang) -> String {
    match target {
        Target::Share(share) => number::share(share, lang),
        Target::Count(count) => number::contracts(count, lang),
        Target::OperatorDecision => {
            lang.pick("das Ziel des Betreibers", "the operator’s target", "l’objectif de l’opérateur").to_owned()
        }
    }
}

/// "Stand 10. November": the day of a reading that is older than the newest of its campaign.
pub fn age_note(reading: &Reading, newest: Date, lang: Lang) -> Option<String> {
    let same_year = reading.as_of.year() == newest.year();
    let day = if same_year { date::without_year(reading.as_of, lang) } else { date::long(reading.as_of, lang) };
    (reading.as_of < newest).then(|| format!("{} {day}", lang.pick("Stand", "as of", "au")))
}

/// Where a reading comes from: "Stand: 10. November 2023, geprüft. Quelle: …".
pub fn source_line(reading: &Reading, lang: Lang) -> Vec<Span> {
    let (day, stage) = (date::long(reading.as_of, lang), words::stage(reading.stage, lang));
    let said = match lang {
        Lang::De => format!("Stand: {day}, {stage}."),
        Lang::En => format!("As of {day}, {stage}."),
        Lang::Fr => format!("Situation au {day}, chiffre {stage}."),
    };
    source_note::sourced(&said, &reading.source.name, lang)
}
