//! The append-only log of every change, chained so that a later hand on the file is noticed.

use std::collections::HashMap;

use sha2::{Digest, Sha256};
use sqlx::{FromRow, SqliteConnection};

use super::{StorageError, area, codec, reading};
use crate::domain::{
    area::Slug,
    change::{Change, LogFilter, LogTally},
    reading::Record,
};

/// The end of the log, for as long as one transaction lasts: nobody else writes meanwhile.
#[derive(Debug, PartialEq, Eq)]
pub struct LogEnd {
    number: i64,
    chain: String,
}

impl LogEnd {
    /// Where the log ends now.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn find(connection: &mut SqliteConnection) -> Result<Self, StorageError> {
        let last = sqlx::query_as("SELECT id, chain FROM change_log ORDER BY id DESC LIMIT 1");
        let (number, chain) = last.fetch_optional(connection).await?.unwrap_or_default();
        Ok(Self { number, chain })
    }

    /// The number of the newest change; 0 when there is none.
    pub const fn number(&self) -> i64 {
        self.number
    }

    /// Appends one change, in the transaction of the change itself.
    ///
    /// # Errors
    /// When the database does not answer; the transaction must not be committed then.
    pub async fn append(&mut self, connection: &mut SqliteConnection, change: &Change) -> Result<(), StorageError> {
        let at = change.at.to_string();
        let chain = link(&self.chain, &at, change);
        let insert = sqlx::query(
            "INSERT INTO change_log (at, who, what, which, old, new, why, chain) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(at)
        .bind(&change.who)
        .bind(&change.what)
        .bind(&change.which)
        .bind(&change.old)
        .bind(&change.new)
        .bind(&change.why)
        .bind(&chain);
        self.number = insert.execute(connection).await?.last_insert_rowid();
        self.chain = chain;
        Ok(())
    }
}

/// Appends one change where it is the only one of its transaction, see [`LogEnd::append`].
///
/// # Errors
/// When the database does not answer; the transaction must not be committed then.
pub async fn append(connection: &mut SqliteConnection, change: &Change) -> Result<(), StorageError> {
    LogEnd::find(connection).await?.append(connection, change).await
}

/// The number of the newest change; 0 when there is none. Pages are built anew when it moves.
///
/// # Errors
/// When the database does not answer.
pub async fn newest(connection: &mut SqliteConnection) -> Result<i64, StorageError> {
    Ok(sqlx::query_scalar("SELECT coalesce(max(id), 0) FROM change_log").fetch_one(connection).await?)
}

/// The newest change to the readings of each area, by the area's name in addresses.
///
/// # Errors
/// When the database does not answer.
pub async fn newest_of_readings(connection: &mut SqliteConnection) -> Result<HashMap<String, i64>, StorageError> {
    let rows: Vec<(String, i64)> = sqlx::query_as(
        "SELECT substr(which, 1, instr(which, ' ') - 1), max(id) FROM change_log WHERE what = 'reading' GROUP BY 1",
    )
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().collect())
}

/// The newest change to the readings of one area after change `seen`, with its number.
///
/// # Errors
/// When the database does not answer or the entry cannot be read.
pub async fn newest_reading_of(
    connection: &mut SqliteConnection,
    area: &Slug,
    seen: i64,
) -> Result<Option<(i64, Change)>, StorageError> {
    // "griesheim 2023-11-10": all entries of an area lie between its name with a space and with the next character.
    // The sign keeps SQLite from sorting all of them: from the newest back to `seen` it is never far.
    let row: Option<Row> = sqlx::query_as(
        "SELECT id, at, who, what, which, old, new, why, chain FROM change_log
         WHERE id > ?2 AND what = 'reading' AND +which > ?1 || ' ' AND +which < ?1 || '!' ORDER BY id DESC LIMIT 1",
    )
    .bind(area.as_str())
    .bind(seen)
    .fetch_optional(connection)
    .await?;
    row.map(|row| Ok((row.id, row.change()?))).transpose()
}

/// All changes with their numbers, oldest first.
///
/// # Errors
/// When the database does not answer or an entry cannot be read.
pub async fn all(connection: &mut SqliteConnection) -> Result<Vec<(i64, Change)>, StorageError> {
    rows(connection).await?.into_iter().map(|row| Ok((row.id, row.change()?))).collect()
}

/// The condition of a [`LogFilter`]: its names (?1) and kinds (?2) as JSON lists, after which number (?3), or NULL.
macro_rules! filtered {
    ($select:literal, $rest:literal) => {
        concat!(
            $select,
            " FROM change_log
             WHERE (?1 IS NULL OR substr(which, 1, instr(which || ' ', ' ') - 1) IN (SELECT value FROM json_each(?1)))
             AND (?2 IS NULL OR what IN (SELECT value FROM json_each(?2)))
             AND (?3 IS NULL OR id > ?3)",
            $rest
        )
    };
}

/// At most `limit` entries with their numbers, newest first.
///
/// # Errors
/// When the database does not answer or an entry cannot be read.
pub async fn page(
    connection: &mut SqliteConnection,
    filter: &LogFilter,
    limit: u32,
) -> Result<Vec<(i64, Change)>, StorageError> {
    let rows: Vec<Row> = sqlx::query_as(filtered!(
        "SELECT id, at, who, what, which, old, new, why, chain",
        " AND (?4 IS NULL OR id < ?4) ORDER BY id DESC LIMIT ?5"
    ))
    .bind(list(filter.names.as_ref())?)
    .bind(list(filter.kinds.as_ref())?)
    .bind(filter.after)
    .bind(filter.before)
    .bind(limit)
    .fetch_all(connection)
    .await?;
    rows.into_iter().map(|row| Ok((row.id, row.change()?))).collect()
}

/// How many entries there are of each kind, whatever `before` says.
///
/// # Errors
/// When the database does not answer.
pub async fn tallies(connection: &mut SqliteConnection, filter: &LogFilter) -> Result<Vec<LogTally>, StorageError> {
    let rows: Vec<(String, u32, i64)> =
        sqlx::query_as(filtered!("SELECT what, count(*), max(id)", " GROUP BY what ORDER BY what"))
            .bind(list(filter.names.as_ref())?)
            .bind(list(filter.kinds.as_ref())?)
            .bind(filter.after)
            .fetch_all(connection)
            .await?;
    Ok(rows.into_iter().map(|(what, entries, newest)| LogTally { what, entries, newest }).collect())
}

/// One entry.
///
/// # Errors
/// When the database does not answer or the entry cannot be read.
pub async fn entry(connection: &mut SqliteConnection, number: i64) -> Result<Option<Change>, StorageError> {
    let row = sqlx::query_as("SELECT id, at, who, what, which, old, new, why, chain FROM change_log WHERE id = ?");
    let row: Option<Row> = row.bind(number).fetch_optional(connection).await?;
    row.map(|row| row.change()).transpose()
}

fn list(words: Option<&Vec<String>>) -> Result<Option<String>, StorageError> {
    let json = |words| {
        serde_json::to_string(words).map_err(|error| StorageError::Stored { what: "filter", value: error.to_string() })
    };
    words.map(json).transpose()
}

/// Checks that no entry is missing or altered, and that every reading is as its entry tells. Says what
/// is wrong.
///
/// # Errors
/// When the database does not answer.
pub async fn flaw(connection: &mut SqliteConnection) -> Result<Option<String>, StorageError> {
    let rows = rows(&mut *connection).await?;
    if let Some(broken) = broken_link(&rows)? {
        return Ok(Some(broken));
    }
    // SQLite keeps the highest number ever given: entries taken off the end leave no gap elsewhere.
    let given: Option<i64> = sqlx::query_scalar("SELECT seq FROM sqlite_sequence WHERE name = 'change_log'")
        .fetch_optional(&mut *connection)
        .await?;
    if given.unwrap_or_default() != rows.last().map_or(0, |row| row.id) {
        return Ok(Some("the last entries of the change log are missing".to_owned()));
    }
    unlogged_reading(connection, &rows).await
}

fn broken_link(rows: &[Row]) -> Result<Option<String>, StorageError> {
    let mut before = "";
    for (position, row) in (1..).zip(rows) {
        if row.id != position {
            return Ok(Some(format!("entry {position} of the change log is missing")));
        }
        if link(before, &row.at, &row.change()?) != row.chain {
            return Ok(Some(format!("entry {position} of the change log was altered")));
        }
        before = &row.chain;
    }
    Ok(None)
}

/// Readings and their entries are written together: the first reading has the first entry, and so on.
async fn unlogged_reading(connection: &mut SqliteConnection, rows: &[Row]) -> Result<Option<String>, StorageError> {
    let bases = area::bases(&mut *connection).await?;
    let records = reading::all(connection, &bases).await?;
    let entries: Vec<&Row> = rows.iter().filter(|row| row.what == "reading").collect();
    let differs = records.iter().zip(&entries).find(|(record, entry)| !entry.tells(record));
    Ok(match differs {
        Some((record, entry)) => Some(format!("reading {} is not as entry {} tells", record.id.0, entry.id)),
        None if records.len() > entries.len() => Some("more readings than entries of the change log".to_owned()),
        None if records.len() < entries.len() => Some("fewer readings than entries of the change log".to_owned()),
        None => None,
    })
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

    /// Whether this entry is about the record as it is stored now.
    fn tells(&self, record: &Record) -> bool {
        let told = self.new.as_deref().and_then(|json| serde_json::from_str::<Record>(json).ok());
        told.as_ref() == Some(record)
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
