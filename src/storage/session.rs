//! Who is signed in. A session is found by the hash of its token alone.

use jiff::Timestamp;
use sqlx::{FromRow, SqliteConnection};

use super::{StorageError, codec, user};
use crate::domain::{
    ids::UserId,
    session::{Session, SessionKey},
};

/// Starts a session. What the person has seen until now becomes what they had seen before it.
///
/// # Errors
/// When the database does not answer.
pub async fn insert(
    connection: &mut SqliteConnection,
    key: SessionKey,
    user: UserId,
    at: Timestamp,
) -> Result<(), StorageError> {
    sqlx::query(
        "INSERT INTO session (token_hash, user_id, started_at, last_seen_at, since_change, since_at)
         SELECT ?1, id, ?2, ?2, seen_change, seen_at FROM user WHERE id = ?3",
    )
    .bind(key.0.to_vec())
    .bind(at.to_string())
    .bind(user.0)
    .execute(connection)
    .await?;
    Ok(())
}

/// The session of a key, whether it has ended or not; none where its account is disabled.
///
/// # Errors
/// When the database does not answer or holds what the domain does not know.
pub async fn find(connection: &mut SqliteConnection, key: SessionKey) -> Result<Option<Session>, StorageError> {
    let row: Option<Row> = sqlx::query_as(
        "SELECT user.id, name, role, area_id, started_at, last_seen_at, since_change, since_at
         FROM session JOIN user ON user.id = session.user_id WHERE token_hash = ? AND disabled_at IS NULL",
    )
    .bind(key.0.to_vec())
    .fetch_optional(connection)
    .await?;
    row.map(|row| row.session(key)).transpose()
}

/// Notes a request.
///
/// # Errors
/// When the database does not answer.
pub async fn note(connection: &mut SqliteConnection, key: SessionKey, at: Timestamp) -> Result<(), StorageError> {
    let update = sqlx::query("UPDATE session SET last_seen_at = ? WHERE token_hash = ?").bind(at.to_string());
    update.bind(key.0.to_vec()).execute(connection).await?;
    Ok(())
}

/// Ends a session; one that is not there is no error.
///
/// # Errors
/// When the database does not answer.
pub async fn delete(connection: &mut SqliteConnection, key: SessionKey) -> Result<(), StorageError> {
    sqlx::query("DELETE FROM session WHERE token_hash = ?").bind(key.0.to_vec()).execute(connection).await?;
    Ok(())
}

/// Ends all sessions of an account.
///
/// # Errors
/// When the database does not answer.
pub async fn delete_of(connection: &mut SqliteConnection, user: UserId) -> Result<(), StorageError> {
    sqlx::query("DELETE FROM session WHERE user_id = ?").bind(user.0).execute(connection).await?;
    Ok(())
}

/// Deletes sessions without a request since `idle`, and those that started before `started`.
///
/// # Errors
/// When the database does not answer.
pub async fn sweep(connection: &mut SqliteConnection, idle: Timestamp, started: Timestamp) -> Result<(), StorageError> {
    // Instants are texts of one form: they sort as they follow each other, to the second.
    let delete = sqlx::query("DELETE FROM session WHERE last_seen_at <= ? OR started_at <= ?").bind(idle.to_string());
    delete.bind(started.to_string()).execute(connection).await?;
    Ok(())
}

#[derive(FromRow)]
struct Row {
    id: i64,
    name: String,
    role: String,
    area_id: Option<i64>,
    started_at: String,
    last_seen_at: String,
    since_change: i64,
    since_at: Option<String>,
}

impl Row {
    fn session(self, key: SessionKey) -> Result<Session, StorageError> {
        Ok(Session {
            key,
            person: user::person(self.id, self.name, &self.role, self.area_id)?,
            started_at: codec::parse("started_at", &self.started_at)?,
            last_seen_at: codec::parse("last_seen_at", &self.last_seen_at)?,
            since_change: self.since_change,
            since_at: codec::parse_some("since_at", self.since_at.as_deref())?,
        })
    }
}
