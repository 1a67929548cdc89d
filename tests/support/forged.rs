//! A hand on the database file that does not go through the program.

use std::path::Path;

use sqlx::{AssertSqlSafe, Connection, SqliteConnection, sqlite::SqliteConnectOptions};

/// Runs statements on a database file as someone with a database browser could: without the triggers
/// that guard the history and without foreign keys. Afterwards the triggers stand again.
pub async fn by_hand(file: &Path, statements: &[&str]) {
    let options = SqliteConnectOptions::new().filename(file).foreign_keys(false);
    let mut connection = SqliteConnection::connect_with(&options).await.unwrap();
    let triggers: Vec<(String, String)> = sqlx::query_as("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        .fetch_all(&mut connection)
        .await
        .unwrap();
    let dropped = triggers.iter().map(|(name, _)| format!("DROP TRIGGER \"{name}\""));
    let done = statements.iter().map(|statement| (*statement).to_owned());
    let restored = triggers.iter().map(|(_, sql)| sql.clone());
    for statement in dropped.chain(done).chain(restored) {
        sqlx::query(AssertSqlSafe(statement)).execute(&mut connection).await.unwrap();
    }
    connection.close().await.unwrap();
}
