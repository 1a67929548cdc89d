//! The append-only log of every change, chained so that a later hand on the file is noticed.

use sha2::{Digest, Sha256};
use sqlx::{FromRow, SqliteConnection};

use super::{StorageError, codec};
use crate::domain::change::Change;

/// Appends one change, in the transaction of the change itself.
///
/// # Errors
/// When the database does not answer; the transaction must not be committed then.
pub async fn append(connection: &mut SqliteConnection, change: &Change) -> Result<(), StorageError> {
    let before: Option<String> = sqlx::query_scalar("SELECT chain FROM change_log ORDER BY id DESC LIMIT 1")
        .fetch_optional(&mut *connection)
        .await?;
    let at = change.at.to_string();
    let chain = link(before.as_deref().unwrap_or_default(), &at, change);
    sqlx::query("INSERT INTO change_log (at, who, what, which, old, new, why, chain) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(at)
        .bind(&change.who)
        .bind(&change.what)
        .bind(&change.which)
        .bind(&change.old)
        .bind(&change.new)
        .bind(&change.why)
        .bind(chain)
        .execute(connection)
        .await?;
    Ok(())
}

/// The number of the newest change; 0 when there is none. Pages are built anew when it moves.
///
/// # Errors
/// When the database does not answer.
pub async fn newest(connection: &mut SqliteConnection) -> Result<i64, StorageError> {
    Ok(sqlx::query_scalar("SELECT coalesce(max(id), 0) FROM change_log").fetch_one(connection).await?)
}

/// All changes with their numbers, oldest first.
///
/// # Errors
/// When the database does not answer or an entry cannot be read.
pub async fn all(connection: &mut SqliteConnection) -> Result<Vec<(i64, Change)>, StorageError> {
    rows(connection).await?.into_iter().map(|row| Ok((row.id, row.change()?))).collect()
}

/// Checks that no number is missing and that the chain holds. Says what is wrong.
///
/// # Errors
/// When the database does not answer.
pub async fn flaw(connection: &mut SqliteConnection) -> Result<Option<String>, StorageError> {
    let mut before = String::new();
    for (position, row) in (1..).zip(rows(&mut *connection).await?) {
        if row.id != position {
            return Ok(Some(format!("entry {position} of the change log is missing")));
        }
        let change = row.change()?;
        if link(&before, &row.at, &change) != row.chain {
            return Ok(Some(format!("entry {position} of the change log was altered")));
        }
        before = row.chain;
    }
    let unlogged: i64 = sqlx::query_scalar(
        "SELECT (SELECT count(*) FROM reading) - (SELECT count(*) FROM change_log WHERE what = 'reading')",
    )
    .fetch_one(connection)
    .await?;
    Ok((unlogged != 0).then(|| {
        format!("{} readings, but not as many entries of the change log", if unlogged > 0 { "more" } else { "fewer" })
    }))
}

#[derive(FromRow)]
struct Row {
    id: i64,
    at: String,
    who: String,
    what: String,
    which: String,
    old: Option<String>,
    new: Option<String>,
    why: Option<String>,
    chain: String,
}

impl Row {
    fn change(&self) -> Result<Change, StorageError> {
        Ok(Change {
            who: self.who.clone(),
            at: codec::parse("at", &self.at)?,
            what: self.what.clone(),
            which: self.which.clone(),
            old: self.old.clone(),
            new: self.new.clone(),
            why: self.why.clone(),
        })
    }
}

async fn rows(connection: &mut SqliteConnection) -> Result<Vec<Row>, StorageError> {
    let rows = sqlx::query_as("SELECT id, at, who, what, which, old, new, why, chain FROM change_log ORDER BY id");
    Ok(rows.fetch_all(connection).await?)
}

/// The next link: a hash of the link before and of every field, each with its length before it so
/// that no two entries share a text.
fn link(before: &str, at: &str, change: &Change) -> String {
    let fields = [Some(before), Some(at), Some(&*change.who), Some(&*change.what), Some(&*change.which)];
    let rest = [change.old.as_deref(), change.new.as_deref(), change.why.as_deref()];
    let mut hash = Sha256::new();
    for field in fields.into_iter().chain(rest) {
        let length = field.map_or(u64::MAX, |text| text.len() as u64);
        hash.update(length.to_be_bytes());
        hash.update(field.unwrap_or_default());
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}
