//! A submission sent twice under one key is answered twice and stored once.

use jiff::{Timestamp, ToSpan};
use serde::{Serialize, de::DeserializeOwned};

use super::actor::Actor;
use crate::{
    domain::ids::UserId,
    storage::{Connection, StorageError, submission},
};

/// Submissions are remembered for a day: long enough for every retry.
const REMEMBERED_HOURS: i32 = 24;

/// The answer that this submission of this person got before.
pub async fn answered<T: DeserializeOwned>(
    connection: &mut Connection,
    actor: &Actor,
    key: &str,
) -> Result<Option<T>, StorageError> {
    let Some(user) = user(actor) else { return Ok(None) };
    let answer = submission::answer(connection, user, key).await?;
    Ok(answer.and_then(|json| serde_json::from_str(&json).ok()))
}

/// Keeps the answer, in the transaction of what the submission changed.
pub async fn keep<T: Serialize>(
    connection: &mut Connection,
    actor: &Actor,
    key: &str,
    answer: &T,
    now: Timestamp,
) -> Result<(), StorageError> {
    let Some(user) = user(actor) else { return Ok(()) };
    let oldest = now.checked_sub(REMEMBERED_HOURS.hours()).unwrap_or(Timestamp::MIN);
    let answer = serde_json::to_string(answer)
        .map_err(|error| StorageError::Stored { what: "submission", value: error.to_string() })?;
    submission::keep(connection, user, key, &answer, now, oldest).await
}

/// Only people send things twice.
fn user(actor: &Actor) -> Option<UserId> {
    match actor {
        Actor::Person(person) => Some(person.id),
        Actor::Console | Actor::Program => None,
    }
}
