//! A page's title and description: the state of the day first.

use super::{report_words, town_words};
use crate::domain::status::{AreaReport, TownStatus};

/// Of the start page.
pub fn town(status: &TownStatus) -> (String, String) {
    if status.town.is_empty() {
        return ("Faserstand".to_owned(), "Stand des Glasfaserausbaus.".to_owned());
    }
    (
        format!("{} Faserstand {}", town_words::headline(status), status.town),
        format!("Stand des Glasfaserausbaus in {}: jedes Gebiet mit Quote, Datum und Quelle.", status.town),
    )
}

/// Of an area's page.
pub fn area(report: &AreaReport) -> (String, String) {
    (
        format!("{} Faserstand {}", report_words::headline(report), report.town),
        format!("Stand der Nachfragebündelung in {}, mit Verlauf, Frist und Quellen.", report.name),
    )
}
