//! The content of a database file as text, to compare two of them.

use std::path::Path;

use sqlx::{AssertSqlSafe, Connection, SqliteConnection, sqlite::SqliteConnectOptions};

/// Every table with its definition and all its rows, in a fixed order.
pub async fn dump(file: &Path) -> String {
    let options = SqliteConnectOptions::new().filename(file).read_only(true);
    let mut connection = SqliteConnection::connect_with(&options).await.unwrap();
    let tables: Vec<(String, Option<String>)> =
        sqlx::query_as("SELECT name, sql FROM sqlite_schema ORDER BY type, name")
            .fetch_all(&mut connection)
            .await
            .unwrap();
    let mut text = String::new();
    for (name, sql) in &tables {
        text.push_str(&format!("{name}: {}\n", sql.as_deref().unwrap_or_default()));
        for row in rows(&mut connection, name).await {
            text.push_str(&format!("  {row}\n"));
        }
    }
    connection.close().await.unwrap();
    text
}

/// The rows of a table, each as one text; none for an index or a trigger.
async fn rows(connection: &mut SqliteConnection, table: &str) -> Vec<String> {
    let columns: Vec<String> = sqlx::query_scalar(
        "SELECT info.name FROM sqlite_schema, pragma_table_info(sqlite_schema.name) AS info
         WHERE sqlite_schema.type = 'table' AND sqlite_schema.name = ? ORDER BY info.cid",
    )
    .bind(table)
    .fetch_all(&mut *connection)
    .await
    .unwrap();
    if columns.is_empty() {
        return Vec::new();
    }
    let quoted: Vec<String> = columns.iter().map(|column| format!("quote(\"{column}\")")).collect();
    let select = format!("SELECT {} AS row FROM \"{table}\" ORDER BY row", quoted.join(" || ',' || "));
    sqlx::query_scalar(AssertSqlSafe(select)).fetch_all(connection).await.unwrap()
}
