//! Citizens' remarks as stored. How to reach who sent one lies in a table of its own: what is deleted there is overwritten.

use jiff::{Timestamp, civil::Date};
use sqlx::{FromRow, SqliteConnection};

use super::{StorageError, codec};
use crate::domain::remark::{NewRemark, Place, Reference, Remark, RemarkAnswer, contact_ends};

/// Adds a remark. `false` where the reference is another's already: nothing is stored then.
///
/// # Errors
/// When the database does not answer.
pub async fn insert(
    connection: &mut SqliteConnection,
    reference: &Reference,
    remark: &NewRemark,
    at: Timestamp,
) -> Result<bool, StorageError> {
    let added = sqlx::query(
        "INSERT INTO remark (reference, received_at, place, text, notice) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (reference) DO NOTHING",
    )
    .bind(reference.as_str())
    .bind(at.to_string())
    .bind(remark.place().to_string())
    .bind(remark.text())
    .bind(remark.notice())
    .execute(&mut *connection)
    .await?;
    if added.rows_affected() == 0 {
        return Ok(false);
    }
    if let Some(contact) = remark.contact() {
        let insert = "INSERT INTO remark_contact (remark_id, contact, ends_on) VALUES (?, ?, ?)";
        let row = sqlx::query(insert).bind(added.last_insert_rowid()).bind(contact);
        row.bind(contact_ends(at, None).to_string()).execute(connection).await?;
    }
    Ok(true)
}

/// All remarks: those without an answer first, the oldest first; then the others, the newest first.
///
/// # Errors
/// When the database does not answer or holds what the domain does not know.
pub async fn all(connection: &mut SqliteConnection) -> Result<Vec<Remark>, StorageError> {
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT reference, received_at, place, text, notice, contact, contact_deleted_on, answered_at, answered_by, answer
         FROM remark LEFT JOIN remark_contact ON remark_id = id
         ORDER BY answered_at IS NOT NULL, CASE WHEN answered_at IS NULL THEN id ELSE -id END",
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter().map(Row::remark).collect()
}

/// What those without an answer are about, and when they came.
///
/// # Errors
/// When the database does not answer or holds what the domain does not know.
pub async fn open(connection: &mut SqliteConnection) -> Result<Vec<(Place, Timestamp)>, StorageError> {
    let rows: Vec<(String, String)> =
        sqlx::query_as("SELECT place, received_at FROM remark WHERE answered_at IS NULL").fetch_all(connection).await?;
    let read = |(place, at): (String, String)| Ok((codec::parse("place", &place)?, codec::parse("received_at", &at)?));
    rows.into_iter().map(read).collect()
}

/// One remark.
///
/// # Errors
/// When the database does not answer or holds what the domain does not know.
pub async fn find(connection: &mut SqliteConnection, reference: &Reference) -> Result<Option<Remark>, StorageError> {
    let row: Option<Row> = sqlx::query_as(
        "SELECT reference, received_at, place, text, notice, contact, contact_deleted_on, answered_at, answered_by, answer
         FROM remark LEFT JOIN remark_contact ON remark_id = id WHERE reference = ?",
    )
    .bind(reference.as_str())
    .fetch_optional(connection)
    .await?;
    row.map(Row::remark).transpose()
}

/// Notes what was done about a remark, and until when its contact is kept now.
///
/// # Errors
/// When the database does not answer.
pub async fn answer(
    connection: &mut SqliteConnection,
    remark: &Remark,
    answer: &RemarkAnswer,
) -> Result<(), StorageError> {
    sqlx::query("UPDATE remark SET answered_at = ?, answered_by = ?, answer = ? WHERE reference = ?")
        .bind(answer.at.to_string())
        .bind(&answer.by)
        .bind(&answer.text)
        .bind(remark.reference.as_str())
        .execute(&mut *connection)
        .await?;
    let ends = contact_ends(remark.received_at, Some(answer.at));
    let update = "UPDATE remark_contact SET ends_on = ? WHERE remark_id = (SELECT id FROM remark WHERE reference = ?)";
    sqlx::query(update).bind(ends.to_string()).bind(remark.reference.as_str()).execute(connection).await?;
    Ok(())
}

/// Whether there is a contact that is no longer kept on this day.
///
/// # Errors
/// When the database does not answer.
pub async fn has_ended_contacts(connection: &mut SqliteConnection, today: Date) -> Result<bool, StorageError> {
    // Days are texts of one form: they sort as they follow each other.
    let ended = sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM remark_contact WHERE ends_on <= ?)");
    Ok(ended.bind(today.to_string()).fetch_one(connection).await?)
}

/// Deletes the contacts that are no longer kept on this day. Tells how many.
///
/// # Errors
/// When the database does not answer.
pub async fn delete_ended_contacts(connection: &mut SqliteConnection, today: Date) -> Result<u64, StorageError> {
    let today = today.to_string();
    sqlx::query(
        "UPDATE remark SET contact_deleted_on = ?1 WHERE id IN (SELECT remark_id FROM remark_contact WHERE ends_on <= ?1)",
    )
    .bind(&today)
    .execute(&mut *connection)
    .await?;
    let delete = sqlx::query("DELETE FROM remark_contact WHERE ends_on <= ?").bind(&today);
    Ok(delete.execute(connection).await?.rows_affected())
}

#[derive(FromRow)]
struct Row {
    reference: String,
    received_at: String,
    place: String,
    text: String,
    notice: String,
    contact: Option<String>,
    contact_deleted_on: Option<String>,
    answered_at: Option<String>,
    answered_by: Option<String>,
    answer: Option<String>,
}

impl Row {
    fn remark(self) -> Result<Remark, StorageError> {
        let at: Option<Timestamp> = codec::parse_some("answered_at", self.answered_at.as_deref())?;
        let answer = at.map(|at| RemarkAnswer {
            at,
            by: self.answered_by.unwrap_or_default(),
            text: self.answer.unwrap_or_default(),
        });
        Ok(Remark {
            reference: codec::parse("reference", &self.reference)?,
            received_at: codec::parse("received_at", &self.received_at)?,
            place: codec::parse("place", &self.place)?,
            text: self.text,
            contact: self.contact,
            contact_deleted_on: codec::parse_some("contact_deleted_on", self.contact_deleted_on.as_deref())?,
            notice: self.notice,
            answer,
        })
    }
}
