//! What a source says of all areas of a campaign together, in words.

use jiff::civil::Date;

use super::{date, lang::Lang, number};
use crate::domain::{
    campaign::{Tally, Target},
    status::CampaignStatus,
};

/// "In 3 Gebieten …", or that nothing is published.
pub fn sentence(status: &CampaignStatus, today: Date, lang: Lang) -> String {
    let Some(tally) = status.campaign.tallies.last() else {
        return unpublished(status.areas_in_all, &date::long(today, lang), lang);
    };
    let decides = match status.campaign.target {
        Target::OperatorDecision => lang.pick(
            " Ein Ziel nennt der Betreiber nicht, er entscheidet selbst.",
            " The operator names no target and decides for itself.",
            " L’opérateur n’indique pas d’objectif et décide lui-même.",
        ),
        Target::Share(_) | Target::Count(_) => "",
    };
    format!("{}{}{decides}", reached(tally, &status.operator, lang), planned(tally, lang))
}

/// What the counter counts.
pub const fn reached_what(lang: Lang) -> &'static str {
    lang.pick("mit genug Zusagen", "with enough sign-ups", "avec assez de souscriptions")
}

/// What the counter says where nothing is published.
pub const fn unpublished_what(lang: Lang) -> &'static str {
    lang.pick(
        "Zahl der Zusagen nicht veröffentlicht",
        "number of sign-ups not published",
        "nombre de souscriptions non publié",
    )
}

fn unpublished(areas: u32, day: &str, lang: Lang) -> String {
    match lang {
        Lang::De => {
            format!("Wie viele der {areas} Gebiete genug Zusagen haben, war bis zum {day} nicht veröffentlicht.")
        }
        Lang::En => {
            format!("By {day} it had not been published how many of the {areas} areas have enough sign-ups.")
        }
        Lang::Fr => {
            format!("Au {day}, le nombre de secteurs, sur {areas}, qui ont assez de souscriptions n’était pas publié.")
        }
    }
}

fn reached(tally: &Tally, operator: &str, lang: Lang) -> String {
    let rest = tally.of.saturating_sub(tally.reached);
    let (one, many) = lang.pick(("Gebiet", "Gebieten"), ("area", "areas"), ("secteur", "secteurs"));
    let areas = number::counted(tally.reached, one, many, lang);
    match lang {
        Lang::De => format!(
            "In {areas} kam die Vorvermarktung von {operator} zustande, in {rest} nicht oder noch nicht. Welche Gebiete es \
             sind, nennt die Quelle nicht."
        ),
        Lang::En => format!(
            "The sign-up campaign of {operator} succeeded in {areas}; in {rest} it did not, or has not yet. The source does \
             not name the areas."
        ),
        Lang::Fr => format!(
            "La campagne de souscription de {operator} a abouti dans {areas}\u{202f}; dans {rest}, elle n’a pas abouti ou pas \
             encore. La source ne nomme pas ces secteurs."
        ),
    }
}

fn planned(tally: &Tally, lang: Lang) -> String {
    let Some(when) = tally.build_planned else { return String::new() };
    let count = number::count(tally.reached, lang);
    let when = if lang == Lang::Fr { date::within(when, lang) } else { date::when(when, lang) };
    match lang {
        Lang::De => format!(" Für diese {count} ist der Ausbau {when} geplant."),
        Lang::En => format!(" For these {count}, construction is planned for {when}."),
        Lang::Fr => format!(" Pour ces {count} secteurs, les travaux sont prévus {when}."),
    }
}
