//! The weekly sheet is handed out, filled in and stored: all rows in one transaction, or none.

use std::{iter, sync::Arc};

use thiserror::Error;

use self::book::Book;
pub use self::book::Known;
use super::{
    actor::{Actor, Forbidden},
    clock::Clock,
};
use crate::{
    domain::{
        area::Slug,
        entry::{Entry, Rival, Saved},
        finding::Finding,
        sheet::Sheet,
    },
    storage::{self, StorageError, Store, change_log},
};

mod book;
mod intake;

/// Why nothing was stored.
#[derive(Debug, Error)]
pub enum EntryError {
    /// The actor may not do this.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// There is no such area in a campaign.
    #[error("no such area in a campaign: {0}")]
    Unknown(Slug),
    /// The submission has no name or too long a one, an area stands there twice, or no number fits a value.
    #[error("the submission is malformed")]
    Malformed,
    /// Rows that break a rule or lack a reason, with what is the matter.
    #[error("{} rows are wrong", .0.len())]
    Wrong(Vec<(Slug, Finding)>),
    /// Someone else has saved these areas meanwhile.
    #[error("{} areas were saved meanwhile", .0.len())]
    Conflict(Vec<Rival>),
    /// The database. It fails all at once who were to be stored together.
    #[error(transparent)]
    Storage(Arc<StorageError>),
}

impl From<StorageError> for EntryError {
    fn from(error: StorageError) -> Self {
        Self::Storage(Arc::new(error))
    }
}

/// Hands out the sheet.
///
/// # Errors
/// For who may not edit, or when the database does not answer.
pub async fn sheet(store: &Store, actor: &Actor, clock: &Clock) -> Result<Sheet, EntryError> {
    let scope = actor.editing()?;
    let today = clock.today();
    let mut transaction = store.read().await?;
    let seen = change_log::newest_of_readings(&mut transaction).await?;
    let rollout = storage::rollout::load_for_readings(&mut transaction).await?.known_on(today);
    Ok(rollout.sheet(today, scope, |area| seen.get(area.as_str()).copied().unwrap_or_default()))
}

/// Stores a filled-in sheet: all rows or none. Sent twice under one key, it is stored once.
///
/// # Errors
/// What is wrong, or what someone else saved meanwhile; nothing is stored then.
pub async fn enter(store: &Store, actor: &Actor, entry: &Entry, clock: &Clock) -> Result<Saved, EntryError> {
    let mut book = Book::open(store, iter::once(entry), clock, None).await?;
    let saved = book.take(actor, entry).await?;
    book.commit().await?;
    Ok(saved)
}

/// Stores sheets that came at the same time, one after the other and with one commit: the disk is asked once
/// for all of them. Each stands for itself: what is wrong with one keeps no other from being stored. `kept` is what
/// was known the last time, and becomes what is known now; begin with nothing.
///
/// # Errors
/// When the database fails any of them; none is stored then.
pub async fn enter_all(
    store: &Store,
    sheets: &[(Actor, Entry)],
    clock: &Clock,
    kept: &mut Option<Known>,
) -> Result<Vec<Result<Saved, EntryError>>, Arc<StorageError>> {
    let mut book = Book::open(store, sheets.iter().map(|(_, entry)| entry), clock, kept.take()).await?;
    let mut answers = Vec::with_capacity(sheets.len());
    for (actor, entry) in sheets {
        match book.take(actor, entry).await {
            Err(EntryError::Storage(error)) => return Err(error),
            answer => answers.push(answer),
        }
    }
    *kept = Some(book.commit().await?);
    Ok(answers)
}
