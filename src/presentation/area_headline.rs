//! The one sentence at the top of an area's page.

use jiff::civil::Date;

use super::{
    area_words::{figure, goal, lacked},
    lang::Lang,
    number, words,
};
use crate::domain::{
    amount::Amount,
    campaign::{Clock, Target},
    gap::Gap,
    outcome::OutcomeKind,
    progress::Progress,
    reading::Reading,
    status::{AreaStatus, CampaignStatus, State},
};

/// The sentence at the top of an area's page.
pub fn headline(area: &AreaStatus, status: &CampaignStatus, today: Date, lang: Lang) -> String {
    let campaign = &*area.campaign(&status.campaign);
    let name = &area.name;
    let target = campaign.target;
    let state = area.state(target);
    if let State::CameOut(kind) = state {
        return came_out(name, kind, lang) + &last_figure(area.current.as_ref(), target, lang);
    }
    let Some(reading) = &area.current else { return no_number(name, lang) };
    let over = campaign.clock(today) == Clock::Over;
    let Some(stands) = stands(reading, target, over, lang) else {
        return counted_only(name, reading, state, over, lang);
    };
    match (state, Gap::of(reading, target)) {
        (State::Running(Progress::NoTarget), _) => format!("{name} {stands}, {}.", operator_decides(lang)),
        (State::Running(Progress::Reached), _) => reached(name, target, &figure(area, target, lang), over, lang),
        (State::Running(Progress::ReportedOnly), _) => {
            reported_only(name, &figure(area, target, lang), false, over, lang)
        }
        (_, Some(Gap::Missing(gap))) => format!("{name} {stands}, {}.", missing(gap, over, lang)),
        _ => format!("{name} {stands}."),
    }
}

fn no_number(name: &str, lang: Lang) -> String {
    match lang {
        Lang::De => format!("Für {name} liegt keine Zahl vor."),
        Lang::En => format!("There is no figure for {name}."),
        Lang::Fr => format!("Il n’y a pas de chiffre pour {name}."),
    }
}

fn operator_decides(lang: Lang) -> &'static str {
    lang.pick("der Betreiber entscheidet", "the operator decides", "l’opérateur décide")
}

fn reached(name: &str, target: Target, figure: &str, over: bool, lang: Lang) -> String {
    let goal = goal(target, lang);
    match (lang, over) {
        (Lang::De, false) => format!("{name} hat {goal} erreicht: {figure}."),
        (Lang::De, true) => format!("{name} hatte zuletzt {goal} erreicht: {figure}."),
        (Lang::En, false) => format!("{name} has reached {goal}: {figure}."),
        (Lang::En, true) => format!("{name} had reached {goal} at the last count: {figure}."),
        (Lang::Fr, false) => format!("{name} a atteint {goal}\u{a0}: {figure}."),
        (Lang::Fr, true) => format!("{name} avait atteint {goal} au dernier relevé\u{a0}: {figure}."),
    }
}

fn missing(gap: Amount<u32>, over: bool, lang: Lang) -> String {
    let contracts = number::contracts_amount(gap, lang);
    let verb = match (over, number::is_one(gap, lang)) {
        (true, _) => lacked(gap),
        (false, true) => "fehlt",
        (false, false) => "fehlen",
    };
    match (lang, over) {
        (Lang::De, _) => format!("es {verb} {contracts}"),
        (Lang::En, _) => format!("{contracts} short"),
        (Lang::Fr, false) => format!("il manque {contracts}"),
        (Lang::Fr, true) => format!("il manquait {contracts}"),
    }
}

/// "steht bei 24,5 %", "lag zuletzt unter 15 %"; `None` where only contracts are known and no target counts them.
fn stands(reading: &Reading, target: Target, over: bool, lang: Lang) -> Option<String> {
    if let (Target::Count(_), Some(contracts)) = (target, reading.contracts()) {
        return Some(has_contracts(contracts, over, lang));
    }
    let quota = reading.quota()?;
    let figure = number::quota_amount(quota, target.share(), lang);
    let below = matches!(quota, Amount::LessThan(_));
    Some(match (lang, over) {
        (Lang::De, _) => {
            let verb = german_verb(below || matches!(quota, Amount::Range(..)), over);
            if below { format!("{verb} {figure}") } else { format!("{verb} bei {figure}") }
        }
        (Lang::En, false) if below => format!("is {figure}"),
        (Lang::En, true) if below => format!("was last {figure}"),
        (Lang::En, false) => format!("stands at {figure}"),
        (Lang::En, true) => format!("last stood at {figure}"),
        (Lang::Fr, _) => {
            let place = match quota {
                Amount::Range(low, high) => {
                    let text = |of| number::quota(of, target.share(), lang);
                    format!("entre {} et {}", number::without_sign(&text(low)), text(high))
                }
                _ => format!("à {figure}"),
            };
            if over { format!("était {place} au dernier relevé") } else { format!("est {place}") }
        }
    })
}

/// A stretch lies, a number stands.
const fn german_verb(lies: bool, over: bool) -> &'static str {
    match (lies, over) {
        (true, false) => "liegt",
        (true, true) => "lag zuletzt",
        (false, false) => "steht",
        (false, true) => "stand zuletzt",
    }
}

/// "steht bei 171 Verträgen", where the target counts contracts.
fn has_contracts(contracts: Amount<u32>, over: bool, lang: Lang) -> String {
    let count = number::contracts_dative(contracts, lang);
    match (lang, over) {
        (Lang::De, _) => format!("{} bei {count}", german_verb(matches!(contracts, Amount::Range(..)), over)),
        (Lang::En, false) => format!("stands at {count}"),
        (Lang::En, true) => format!("last stood at {count}"),
        (Lang::Fr, false) => format!("compte {count}"),
        (Lang::Fr, true) => format!("comptait {count} au dernier relevé"),
    }
}

/// The sentence of an area whose contracts are known and whose quota is not.
fn counted_only(name: &str, reading: &Reading, state: State, over: bool, lang: Lang) -> String {
    let Some(contracts) = reading.contracts() else { return no_number(name, lang) };
    let (count, one) = (number::contracts_amount(contracts, lang), number::is_one(contracts, lang));
    if state == State::Running(Progress::ReportedOnly) {
        return reported_only(name, &count, one, over, lang);
    }
    let rest = match state {
        State::Running(Progress::NoTarget) => operator_decides(lang),
        _ => lang.pick("eine Quote gibt es nicht", "there is no rate", "il n’y a pas de taux"),
    };
    let are = match (over, one) {
        (true, true) => "war es zuletzt",
        (true, false) => "waren es zuletzt",
        (false, true) => "ist es",
        (false, false) => "sind es",
    };
    match (lang, over) {
        (Lang::De, _) => format!("In {name} {are} {count}, {rest}."),
        (Lang::En, false) => format!("{name} has {count}, {rest}."),
        (Lang::En, true) => format!("{name} had {count} at the last count, {rest}."),
        (Lang::Fr, false) => format!("{name} compte {count}, {rest}."),
        (Lang::Fr, true) => format!("{name} comptait {count} au dernier relevé, {rest}."),
    }
}

fn reported_only(name: &str, figure: &str, one: bool, over: bool, lang: Lang) -> String {
    let (are, is) = match (over, one) {
        (true, true) => ("war zuletzt", "war"),
        (true, false) => ("waren zuletzt", "war"),
        (false, true) => ("ist", "ist"),
        (false, false) => ("sind", "ist"),
    };
    match (lang, over) {
        (Lang::De, _) => format!("Für {name} {are} {figure} gemeldet, geprüft {is} das nicht."),
        (Lang::En, false) => format!("The figure reported for {name} is {figure}, it has not been checked."),
        (Lang::En, true) => format!("The last figure reported for {name} was {figure}, it had not been checked."),
        (Lang::Fr, false) => {
            format!("Le chiffre déclaré pour {name} est {}, il n’est pas vérifié.", words::french_of(figure))
        }
        (Lang::Fr, true) => {
            format!(
                "Le dernier chiffre déclaré pour {name} était {}, il n’était pas vérifié.",
                words::french_of(figure)
            )
        }
    }
}

/// The sentence of an area of which something came out.
pub fn came_out(name: &str, kind: OutcomeKind, lang: Lang) -> String {
    match lang {
        Lang::De => came_out_in_german(name, kind),
        Lang::En => came_out_in_english(name, kind),
        Lang::Fr => came_out_in_french(name, kind),
    }
}

fn came_out_in_german(name: &str, kind: OutcomeKind) -> String {
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

fn came_out_in_english(name: &str, kind: OutcomeKind) -> String {
    match kind {
        OutcomeKind::UnderReview => format!("The deadline for {name} has passed, the result is open."),
        OutcomeKind::Reached => format!("{name} has reached the target."),
        OutcomeKind::NotReached => format!("{name} has missed the target."),
        OutcomeKind::OperatorCommitted => format!("The operator has committed to building in {name}."),
        OutcomeKind::BuiltAlthoughMissed => {
            format!("The network in {name} is to be built although the target was missed.")
        }
        OutcomeKind::OperatorWithdrew => format!("The operator is not building in {name}."),
        OutcomeKind::NoFinalCommitment => format!("There is no commitment to build in {name}."),
        OutcomeKind::Stopped => format!("The campaign in {name} has been stopped."),
        OutcomeKind::Running | OutcomeKind::Extended | OutcomeKind::SecondRound => {
            format!("The campaign in {name} is running.")
        }
    }
}

fn came_out_in_french(name: &str, kind: OutcomeKind) -> String {
    match kind {
        OutcomeKind::UnderReview => format!("La date limite pour {name} est passée, le résultat est en suspens."),
        OutcomeKind::Reached => format!("{name} a atteint l’objectif."),
        OutcomeKind::NotReached => format!("{name} a manqué l’objectif."),
        OutcomeKind::OperatorCommitted => format!("L’opérateur s’est engagé à construire pour {name}."),
        OutcomeKind::BuiltAlthoughMissed => {
            format!("Le réseau sera construit pour {name}, bien que l’objectif ait été manqué.")
        }
        OutcomeKind::OperatorWithdrew => format!("L’opérateur ne construit pas pour {name}."),
        OutcomeKind::NoFinalCommitment => format!("Il n’y a pas d’engagement à construire pour {name}."),
        OutcomeKind::Stopped => format!("La campagne pour {name} est arrêtée."),
        OutcomeKind::Running | OutcomeKind::Extended | OutcomeKind::SecondRound => {
            format!("La campagne pour {name} est en cours.")
        }
    }
}

/// What was counted last, behind an outcome; nothing without a reading.
fn last_figure(reading: Option<&Reading>, target: Target, lang: Lang) -> String {
    let Some(reading) = reading else { return String::new() };
    let (figure, one) = match (target, reading.quota(), reading.contracts()) {
        (Target::Count(_), _, Some(contracts)) | (_, None, Some(contracts)) => {
            (number::contracts_amount(contracts, lang), number::is_one(contracts, lang))
        }
        (_, Some(quota), _) => (number::quota_amount(quota, target.share(), lang), false),
        (_, None, None) => return String::new(),
    };
    match lang {
        Lang::De => format!(" Zuletzt {} es {figure}.", if one { "war" } else { "waren" }),
        Lang::En => format!(" The last figure was {figure}."),
        Lang::Fr => format!(" Le dernier chiffre était {}.", words::french_of(&figure)),
    }
}
