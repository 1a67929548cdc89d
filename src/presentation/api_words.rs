//! What went wrong between a screen and the server, in a sentence that says what to do.

use super::{lang::Lang, number};
use crate::domain::api_error::ApiError;

/// The sentence.
pub fn sentence(error: &ApiError) -> String {
    let fixed = match error {
        ApiError::Invalid(faults) => return faults.iter().map(|fault| &*fault.sentence).collect::<Vec<_>>().join(" "),
        ApiError::TooMany(seconds) => return too_many(*seconds),
        ApiError::Conflict(_) | ApiError::Outdated(_) => {
            "Jemand hat das inzwischen geändert. Nichts wurde gespeichert, Ihre Eingaben sind erhalten."
        }
        ApiError::Malformed => {
            "Browser und Server verstehen sich nicht. Laden Sie die Seite neu, Ihre Eingaben sind erhalten."
        }
        ApiError::NotFound => "Das gibt es nicht. Prüfen Sie die Adresse, oder gehen Sie zur Übersicht.",
        ApiError::SignedOut => {
            "Ihre Anmeldung ist abgelaufen. Melden Sie sich noch einmal an, Ihre Eingaben sind erhalten."
        }
        ApiError::SignInRefused => "Name und Passwort passen nicht zusammen, oder das Konto ist gesperrt.",
        ApiError::Forbidden => "Dafür reicht Ihr Konto nicht aus. Fragen Sie, wer die Konten verwaltet.",
        ApiError::TooLarge => "Das ist mehr, als der Server auf einmal annimmt. Speichern Sie es in Teilen.",
        ApiError::Busy => {
            "Die Datenbank ist gerade belegt. Nichts wurde gespeichert, Ihre Eingaben sind erhalten. Speichern Sie gleich noch einmal."
        }
        ApiError::Full => {
            "Auf dem Server ist kein Platz mehr. Nichts wurde gespeichert, Ihre Eingaben sind erhalten. Sagen Sie es der IT."
        }
        ApiError::Unavailable => "Der Server antwortet gerade nicht. Versuchen Sie es in einer Minute noch einmal.",
        ApiError::Internal => "Im Programm ist ein Fehler aufgetreten. Laden Sie die Seite neu.",
    };
    fixed.to_owned()
}

/// What stands above the sentence, where a page should stand.
pub fn heading(error: &ApiError) -> &'static str {
    match error {
        ApiError::NotFound => "Nicht gefunden",
        ApiError::Forbidden => "Kein Zugriff",
        _ => "Zurzeit nicht zu sehen",
    }
}

fn too_many(seconds: u32) -> String {
    let wait = match seconds.div_ceil(60) {
        0 | 1 => "einer Minute".to_owned(),
        minutes => format!("{} Minuten", number::count(minutes, Lang::De)),
    };
    format!("Zu viele Versuche. Versuchen Sie es in {wait} noch einmal.")
}
