//! Submissions already answered: the same one sent twice is stored once.

use jiff::Timestamp;
use sqlx::SqliteConnection;

use super::StorageError;
use crate::domain::ids::UserId;

/// The answer that a submission got, if it was sent before.
///
/// # Errors
/// When the database does not answer.
pub async fn answer(
    connection: &mut SqliteConnection,
    user: UserId,
    key: &str,
) -> Result<Option<String>, StorageError> {
    let found = sqlx::query_scalar("SELECT answer FROM submission WHERE user_id = ? AND key = ?");
    Ok(found.bind(user.0).bind(key).fetch_optional(connection).await?)
}

/// Keeps the answer of a submission, in the transaction of what it changed.
///
/// # Errors
/// When the database does not answer.
pub async fn keep(
    connection: &mut SqliteConnection,
    user: UserId,
    key: &str,
    answer: &str,
    at: Timestamp,
) -> Result<(), StorageError> {
    let insert = sqlx::query("INSERT INTO submission (user_id, key, answer, at) VALUES (?, ?, ?, ?)");
    insert.bind(user.0).bind(key).bind(answer).bind(at.to_string()).execute(connection).await?;
    Ok(())
}

/// Forgets the submissions of before an instant.
///
/// # Errors
/// When the database does not answer.
pub async fn sweep(connection: &mut SqliteConnection, oldest: Timestamp) -> Result<(), StorageError> {
    sqlx::query("DELETE FROM submission WHERE at < ?").bind(oldest.to_string()).execute(connection).await?;
    Ok(())
}
