//! What a source says of all areas of a campaign together, in words.

use jiff::civil::Date;

use super::{date, lang::Lang, number};
use crate::domain::{
    campaign::{Tally, Target},
    status::CampaignStatus,
    when::When,
};

/// "In 3 Gebieten …", or that nothing is published.
pub fn sentence(status: &CampaignStatus, today: Date, lang: Lang) -> String {
    let Some(tally) = status.campaign.tallies.last() else { return unpublished(status.areas_in_all, today, lang) };
    let decides = match status.campaign.target {
        Target::OperatorDecision => lang.pick(
            " Ein Ziel nennt der Betreiber nicht, er entscheidet selbst.",
            " The operator names no target, it decides for itself.",
            " L’opérateur ne donne pas d’objectif, la décision lui appartient.",
        ),
        Target::Share(_) | Target::Count(_) => "",
    };
    let planned = tally.build_planned.map_or_else(String::new, |when| planned(tally.reached, when, lang));
    succeeded(tally, &status.operator, lang) + &planned + decides
}

fn unpublished(areas: u32, today: Date, lang: Lang) -> String {
    let day = date::long(today, lang);
    match lang {
        Lang::De => format!(
            "Wie viele der {areas} Gebiete genug Zusagen haben, war bis zum {day} nicht veröffentlicht."
        ),
        Lang::En => format!("By {day} it had not been published how many of the {areas} areas have enough sign-ups."),
        Lang::Fr => format!(
            "Au {day}, rien n’était publié sur le nombre de secteurs, parmi les {areas}, qui ont assez de souscriptions."
        ),
    }
}

fn succeeded(tally: &Tally, operator: &str, lang: Lang) -> String {
    let rest = tally.of.saturating_sub(tally.reached);
    match lang {
        Lang::De => format!(
            "In {} kam die Vorvermarktung von {operator} zustande, in {rest} nicht oder noch nicht. Welche Gebiete es sind, \
             nennt die Quelle nicht.",
            number::counted(tally.reached, "Gebiet", "Gebieten", lang)
        ),
        Lang::En => format!(
            "The sign-up campaign of {operator} succeeded in {}, in {rest} it did not or not yet. The source does not say \
             which areas these are.",
            number::counted(tally.reached, "area", "areas", lang)
        ),
        Lang::Fr => format!(
            "La campagne de souscription de {operator} a abouti dans {}, dans {rest} elle n’a pas abouti ou pas encore. \
             La source ne dit pas de quels secteurs il s’agit.",
            number::counted(tally.reached, "secteur", "secteurs", lang)
        ),
    }
}

fn planned(areas: u32, when: When, lang: Lang) -> String {
    let count = number::count(areas, lang);
    match (lang, areas) {
        (Lang::De, _) => format!(" Für diese {count} ist der Ausbau {} geplant.", date::when(when, lang)),
        (Lang::En, 1) => format!(" The build there is planned for {}.", date::when(when, lang)),
        (Lang::En, _) => format!(" For these {count} the build is planned for {}.", date::when(when, lang)),
        (Lang::Fr, 0 | 1) => format!(" La construction y est prévue {}.", date::within(when, lang)),
        (Lang::Fr, _) => format!(" Pour ces {count}, la construction est prévue {}.", date::within(when, lang)),
    }
}
