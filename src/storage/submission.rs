//! What was answered to a form that was sent: a second sending of the same gets the same answer and stores nothing.

use jiff::Timestamp;
use sqlx::SqliteConnection;

use super::StorageError;
use crate::domain::ids::UserId;

/// What a person was answered under this key.
///
/// # Errors
/// When the database does not answer.
pub async fn answer(
    connection: &mut SqliteConnection,
    user: UserId,
    key: &str,
) -> Result<Option<String>, StorageError> {
    let answer = sqlx::query_scalar("SELECT answer FROM submission WHERE user_id = ? AND key = ?");
    Ok(answer.bind(user.0).bind(key).fetch_optional(connection).await?)
}

/// Keeps an answer, in the transaction of what it answers.
///
/// # Errors
/// When the database does not take it.
pub async fn keep(
    connection: &mut SqliteConnection,
    user: UserId,
    key: &str,
    answer: &str,
    at: Timestamp,
) -> Result<(), StorageError> {
    sqlx::query("INSERT INTO submission (user_id, key, answer, at) VALUES (?, ?, ?, ?)")
        .bind(user.0)
        .bind(key)
        .bind(answer)
        .bind(at.to_string())
        .execute(connection)
        .await?;
    Ok(())
}
