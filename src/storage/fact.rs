//! Dated facts: one table for all of them, each body in the form of the domain's own type.

use serde_json::{Value as Json, json};
use sqlx::{FromRow, SqliteConnection};

use super::{StorageError, codec};
use crate::domain::fact::{Fact, Says};

#[derive(FromRow)]
struct FactRow {
    subject: String,
    what: String,
    body: String,
    known_on: String,
}

/// All facts, oldest first.
pub async fn all(connection: &mut SqliteConnection) -> Result<Vec<Fact>, StorageError> {
    let rows: Vec<FactRow> =
        sqlx::query_as("SELECT subject, what, body, known_on FROM fact ORDER BY id").fetch_all(connection).await?;
    rows.into_iter().map(fact).collect()
}

fn fact(row: FactRow) -> Result<Fact, StorageError> {
    Ok(Fact {
        subject: codec::parse("subject", &row.subject)?,
        known_on: codec::parse("known_on", &row.known_on)?,
        says: says(&row.what, &row.body).ok_or(StorageError::Stored { what: "fact", value: row.body })?,
    })
}

/// What a record of this kind says, as it stands in the table and in the change log.
fn says(what: &str, body: &str) -> Option<Says> {
    let body: Json = serde_json::from_str(body).ok()?;
    serde_json::from_value(json!({ "what": what, "body": body })).ok()
}

/// Adds a fact. Gives back its body as it was stored: what the change log keeps.
pub async fn insert(connection: &mut SqliteConnection, fact: &Fact) -> Result<String, StorageError> {
    let body = body(&fact.says)?;
    sqlx::query("INSERT INTO fact (subject, what, body, known_on) VALUES (?, ?, ?, ?)")
        .bind(fact.subject.to_string())
        .bind(fact.says.what())
        .bind(&body)
        .bind(fact.known_on.to_string())
        .execute(connection)
        .await?;
    Ok(body)
}

/// The body alone, without its kind.
pub fn body(says: &Says) -> Result<String, StorageError> {
    let unfit = |value: String| StorageError::Stored { what: "fact", value };
    match serde_json::to_value(says) {
        Ok(Json::Object(mut parts)) => {
            parts.remove("body").map(|body| body.to_string()).ok_or_else(|| unfit(says.what().to_owned()))
        }
        Ok(other) => Err(unfit(other.to_string())),
        Err(error) => Err(unfit(error.to_string())),
    }
}
