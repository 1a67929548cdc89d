//! The weekly sheet, for its server functions.

use super::{ApiError, Saves, actor, failed, given, stored};
use crate::{
    application::{
        clock::Clock,
        entry::{self, EntryError},
    },
    domain::{
        api_error::Fault,
        entry::{Entry, Saved},
        sheet::Sheet,
    },
    presentation::entry_words,
    storage::Store,
};

/// Hands out the sheet.
pub async fn sheet() -> Result<Sheet, ApiError> {
    entry::sheet(&given::<Store>()?, &actor()?, &given::<Clock>()?).await.map_err(refused)
}

/// Takes it back filled in.
pub async fn enter(filled: Entry) -> Result<Saved, ApiError> {
    match given::<Saves>()?.save(actor()?, filled).await {
        Some(answer) => answer.map_err(refused),
        None => Err(failed(ApiError::Unavailable)),
    }
}

fn refused(error: EntryError) -> ApiError {
    match error {
        EntryError::Forbidden(_) => failed(ApiError::Forbidden),
        EntryError::Unknown(_) => failed(ApiError::NotFound),
        EntryError::Wrong(found) => {
            let fault = |(area, finding)| Fault { place: String::from(area), sentence: entry_words::finding(&finding) };
            failed(ApiError::Invalid(found.into_iter().map(fault).collect()))
        }
        EntryError::Conflict(rivals) => failed(ApiError::Conflict(rivals)),
        EntryError::Malformed => failed(ApiError::Malformed),
        EntryError::Storage(error) => stored(&error),
    }
}
