//! What went wrong between a screen and the server, in a sentence that says what to do.

use crate::domain::api_error::ApiError;

/// The sentence.
pub fn sentence(error: &ApiError) -> &'static str {
    match error {
        ApiError::NotFound => "Das gibt es nicht. Prüfen Sie die Adresse, oder gehen Sie zur Übersicht.",
        ApiError::Unavailable => "Der Server antwortet gerade nicht. Laden Sie die Seite in einer Minute neu.",
        ApiError::Internal => "Im Programm ist ein Fehler aufgetreten. Laden Sie die Seite neu.",
    }
}
