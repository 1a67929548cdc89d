//! One area's page in words: its sentence, and the lead below it.

use jiff::civil::Date;

pub use super::report_facts::{Fact, facts};

use super::{area_words, date, lang::Lang, number, span::Span, standing_words, words};
use crate::domain::{
    amount::Amount,
    campaign::{Clock, Tally, Target},
    progress::Progress,
    reading::{Reading, Value},
    status::{AreaReport, AreaStatus, CampaignStatus, State},
};

/// The sentence of the page; an area without a campaign has one too.
pub fn headline(report: &AreaReport, lang: Lang) -> String {
    let name = &report.name;
    match (report.status(), lang) {
        (Some((campaign, area)), _) => area_words::headline(area, campaign, report.today, lang),
        (None, Lang::De) => format!("{name} gehört zu keiner Nachfragebündelung."),
        (None, Lang::En) => format!("{name} is in no sign-up campaign."),
        (None, Lang::Fr) => format!("{name} ne fait partie d’aucune campagne de souscription."),
    }
}

/// What follows the sentence: who signed, what is needed until when.
pub fn lead(report: &AreaReport, lang: Lang) -> Vec<Span> {
    let Some((status, area)) = report.status() else {
        return vec![Span::plain(lang.pick(
            "Was hier sonst geschah und kommt, steht unten.",
            "What else has happened here, and what is to come, is listed below.",
            "Ce qui s’est passé ici et ce qui est prévu figurent plus bas.",
        ))];
    };
    let campaign = &status.campaign;
    let mut spans = Vec::new();
    if let Some(reading) = &area.current {
        spans.extend(signed(reading, lang));
        spans.extend(needed(reading, area, status, report.today, lang));
    } else {
        spans.push(Span::plain(missing_number(area, status, lang)));
    }
    if campaign.clock(report.today) == Clock::Over
        && let Some(deadline) = campaign.deadline()
    {
        let ended = lang.pick("Die Frist endete am ", "The deadline was ", "La date limite était le ");
        spans.extend([Span::plain(ended), Span::strong(date::long(deadline.day, lang)), Span::plain(". ")]);
    }
    spans
}

/// How many signed. Without a base the page's sentence has said so.
fn signed(reading: &Reading, lang: Lang) -> Option<Span> {
    let (contracts, base) = (reading.contracts()?, reading.base()?);
    let one = number::is_one(contracts, lang);
    Some(Span::plain(match contracts {
        Amount::Exact(count) => {
            let (many, dative) = words::unit(base.unit, lang);
            let (count, all) = (number::count(count, lang), number::count(base.count, lang));
            let guess = base.estimated_by.is_some();
            match lang {
                Lang::De => format!(
                    "{count} von {}{all} {dative} {} unterschrieben. ",
                    if guess { "geschätzt " } else { "" },
                    if one { "hat" } else { "haben" }
                ),
                Lang::En => format!(
                    "{count} of {}{all} {many} {} signed. ",
                    if guess { "an estimated " } else { "" },
                    if one { "has" } else { "have" }
                ),
                Lang::Fr => format!(
                    "{count} des {all} {many}{} {} signé. ",
                    if guess { " (estimation)" } else { "" },
                    if one { "a" } else { "ont" }
                ),
            }
        }
        other => {
            let count = number::contracts_amount(other, lang);
            match lang {
                Lang::De => format!("Unterschrieben {} {count}. ", if one { "ist" } else { "sind" }),
                Lang::En => {
                    format!("{} {} been signed. ", words::capital(&count), if one { "has" } else { "have" })
                }
                Lang::Fr => format!("On compte {count} {}. ", if one { "signé" } else { "signés" }),
            }
        }
    }))
}

/// Why no number of contracts is given as needed.
fn no_need(reading: &Reading, area: &AreaStatus, status: &CampaignStatus, over: bool, lang: Lang) -> String {
    let campaign = &status.campaign;
    match (campaign.target, reading.value()) {
        (Target::OperatorDecision, _) => standing_words::operator_decides(&status.operator, lang) + " ",
        (_, Value::Percent(_)) => {
            let reached = matches!(area.state(campaign.target), State::Running(Progress::Reached));
            without_base(words::unit(campaign.unit, lang).0, reached, over, lang)
        }
        _ => without_rate(words::unit(campaign.unit, lang).0, lang),
    }
}

fn without_base(unit: &str, reached: bool, over: bool, lang: Lang) -> String {
    let open = match (reached, over) {
        (true, _) => lang.pick("das sind", "that is", "correspondant"),
        (false, true) => lang.pick("fehlten", "were missing", "qui manquaient"),
        (false, false) => lang.pick("fehlen", "are missing", "qui manquent"),
    };
    match lang {
        Lang::De => {
            format!("Die Zahl der {unit} ist nicht bekannt, deshalb bleibt offen, wie viele Verträge {open}. ")
        }
        Lang::En => format!("The number of {unit} is not known, so it remains open how many contracts {open}. "),
        Lang::Fr => format!(
            "Le nombre {} n’est pas connu, on ne sait donc pas le nombre de contrats {open}. ",
            words::french_of(unit)
        ),
    }
}

fn without_rate(unit: &str, lang: Lang) -> String {
    match lang {
        Lang::De => {
            format!("Die Zahl der {unit} ist nicht veröffentlicht, deshalb lässt sich keine Quote ausrechnen. ")
        }
        Lang::En => format!("The number of {unit} has not been published, so no rate can be worked out. "),
        Lang::Fr => {
            format!("Le nombre {} n’est pas publié, aucun taux ne peut donc être calculé. ", words::french_of(unit))
        }
    }
}

fn needed(reading: &Reading, area: &AreaStatus, status: &CampaignStatus, today: Date, lang: Lang) -> Vec<Span> {
    let campaign = &status.campaign;
    let clock = campaign.clock(today);
    let Some(needed) = campaign.target.needed(reading.base().map(|base| base.count)) else {
        return vec![Span::plain(no_need(reading, area, status, clock == Clock::Over, lang))];
    };
    let said = so_many_needed(needed, clock == Clock::Over, lang);
    let Some(deadline) = campaign.deadline().filter(|_| clock != Clock::Over) else {
        return vec![Span::plain(format!("{said}. "))];
    };
    let until = lang.pick("bis zum", "by", "d’ici au");
    let mut spans = vec![Span::plain(format!("{said} {until} ")), Span::strong(date::long(deadline.day, lang))];
    let left = match clock {
        Clock::DaysLeft(0) => Some(lang.pick("heute", "today", "aujourd’hui").to_owned()),
        Clock::DaysLeft(1) => Some(lang.pick("morgen", "tomorrow", "demain").to_owned()),
        Clock::DaysLeft(days) => Some(in_days(days, lang)),
        Clock::NotYetOpen | Clock::NoDeadline | Clock::Over => None,
    };
    let that_is = lang.pick(", also ", ", which is ", ", soit ");
    spans.extend(left.into_iter().flat_map(|left| [Span::plain(that_is), Span::strong(left)]));
    spans.push(Span::plain("."));
    spans
}

fn so_many_needed(needed: u32, over: bool, lang: Lang) -> String {
    let (count, one) = (number::count(needed, lang), lang.is_singular(needed));
    match (lang, over, one) {
        (Lang::De, false, true) => format!("Nötig ist {count}"),
        (Lang::De, false, false) => format!("Nötig sind {count}"),
        (Lang::De, true, true) => format!("Nötig war {count}"),
        (Lang::De, true, false) => format!("Nötig waren {count}"),
        (Lang::En, false, true) => format!("{count} is needed"),
        (Lang::En, false, false) => format!("{count} are needed"),
        (Lang::En, true, true) => format!("{count} was needed"),
        (Lang::En, true, false) => format!("{count} were needed"),
        (Lang::Fr, false, _) => format!("Il en faut {count}"),
        (Lang::Fr, true, _) => format!("Il en fallait {count}"),
    }
}

fn in_days(days: u32, lang: Lang) -> String {
    match lang {
        Lang::De => format!("in {} Tagen", number::count(days, lang)),
        Lang::En => format!("in {}", number::days(days, lang)),
        Lang::Fr => format!("dans {}", number::days(days, lang)),
    }
}

pub(super) fn missing_number(area: &AreaStatus, status: &CampaignStatus, lang: Lang) -> String {
    let not_zero = lang.pick(
        "Keine Meldung heißt nicht null. ",
        "No report does not mean zero. ",
        "L’absence de déclaration ne veut pas dire zéro. ",
    );
    match (area.not_reported_on, status.campaign.tallies.last()) {
        (Some(day), _) => {
            let day = date::long(day, lang);
            match lang {
                Lang::De => format!("Für den {day} wurde nichts gemeldet. {not_zero}"),
                Lang::En => format!("Nothing was reported for {day}. {not_zero}"),
                Lang::Fr => format!("Rien n’a été déclaré pour le {day}. {not_zero}"),
            }
        }
        (None, Some(tally)) => only_together(tally, lang),
        (None, None) => {
            let nothing = lang.pick(
                "Dazu ist noch nichts veröffentlicht. ",
                "Nothing has been published about it yet. ",
                "Rien n’est encore publié à ce sujet. ",
            );
            format!("{nothing}{not_zero}")
        }
    }
}

fn only_together(tally: &Tally, lang: Lang) -> String {
    let (reached, day) = (number::count(tally.reached, lang), date::long(tally.as_of, lang));
    let one = lang.is_singular(tally.reached);
    match lang {
        Lang::De => format!(
            "Veröffentlicht ist nur die Summe: {reached} von {} {} genug Zusagen (Stand: {day}). ",
            number::counted(tally.of, "Gebiet", "Gebieten", lang),
            if one { "hat" } else { "haben" }
        ),
        Lang::En => format!(
            "Only the total has been published: {reached} of {} {} enough sign-ups (as of {day}). ",
            number::counted(tally.of, "area", "areas", lang),
            if one { "has" } else { "have" }
        ),
        Lang::Fr => format!(
            "Seul le total est publié\u{a0}: {} sur {} {} assez de souscriptions (situation au {day}). ",
            number::counted(tally.reached, "secteur", "secteurs", lang),
            number::count(tally.of, lang),
            if one { "a" } else { "ont" }
        ),
    }
}
