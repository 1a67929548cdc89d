//! Small facts about a data folder.

use sqlx::SqliteConnection;

use super::StorageError;

/// The day that a demonstration shows, as ISO text. Set while the data folder is served with `--demo`.
pub const DEMO_DAY: &str = "demo_day";

/// Reads a setting.
///
/// # Errors
/// When the database does not answer.
pub async fn get(connection: &mut SqliteConnection, name: &str) -> Result<Option<String>, StorageError> {
    let row = sqlx::query_scalar("SELECT value FROM setting WHERE name = ?").bind(name);
    Ok(row.fetch_optional(connection).await?)
}

/// Writes a setting, or removes it.
///
/// # Errors
/// When the database does not answer.
pub async fn set(connection: &mut SqliteConnection, name: &str, value: Option<&str>) -> Result<(), StorageError> {
    let query = match value {
        Some(value) => {
            sqlx::query("INSERT INTO setting (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = ?2")
                .bind(name.to_owned())
                .bind(value.to_owned())
        }
        None => sqlx::query("DELETE FROM setting WHERE name = ?1").bind(name.to_owned()),
    };
    query.execute(connection).await?;
    Ok(())
}
