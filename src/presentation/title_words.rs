//! A page's title and description: the state of the day first.

use super::{lang::Lang, report_words, town_words};
use crate::domain::status::{AreaReport, TownStatus};

/// The name of the program.
pub const PROGRAM: &str = "Faserstand";

/// Of a page that has a sentence and no town.
pub fn page(sentence: &str) -> String {
    format!("{sentence} {PROGRAM}")
}

/// Of the start page.
pub fn town(status: &TownStatus, lang: Lang) -> (String, String) {
    let town = &status.town;
    if town.is_empty() {
        let description = lang.pick(
            "Stand des Glasfaserausbaus.",
            "The state of the fibre rollout.",
            "État du déploiement de la fibre optique.",
        );
        return ("Faserstand".to_owned(), description.to_owned());
    }
    let description = match lang {
        Lang::De => format!("Stand des Glasfaserausbaus in {town}: jedes Gebiet mit Quote, Datum und Quelle."),
        Lang::En => format!("The fibre rollout in {town}: each area with its rate, date and source."),
        Lang::Fr => {
            format!(
                "Déploiement de la fibre optique à {town}\u{a0}: chaque secteur avec son taux, la date et la source."
            )
        }
    };
    (format!("{} Faserstand {town}", town_words::headline(status, lang)), description)
}

/// Of an area's page.
pub fn area(report: &AreaReport, lang: Lang) -> (String, String) {
    let name = &report.name;
    let description = match (lang, report.campaign.is_some()) {
        (Lang::De, true) => format!("Glasfaser in {name}: Stand der Verträge, Frist und Quellen."),
        (Lang::De, false) => format!("Glasfaser in {name}: was geschah und was kommt, mit Quellen."),
        (Lang::En, true) => format!("Fibre in {name}: contracts so far, deadline and sources."),
        (Lang::En, false) => format!("Fibre in {name}: what has happened and what comes next, with sources."),
        (Lang::Fr, true) => format!("La fibre à {name}\u{a0}: contrats, date limite et sources."),
        (Lang::Fr, false) => format!("La fibre à {name}\u{a0}: ce qui s’est passé et ce qui vient, avec les sources."),
    };
    (format!("{} Faserstand {}", report_words::headline(report, lang), report.town), description)
}
