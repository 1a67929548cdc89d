//! A submission sent twice under one key is answered twice and stored once.

use jiff::{SignedDuration, Timestamp};
use serde::{Serialize, de::DeserializeOwned};
use sha2::{Digest, Sha256};

use super::actor::Actor;
use crate::{
    domain::ids::UserId,
    storage::{Connection, StorageError, submission},
};

/// Submissions are remembered for a day: long enough for every retry.
pub const REMEMBERED: SignedDuration = SignedDuration::from_hours(24);

/// What names a submission: who sent it, under which key, and what it said. Something else under the same key
/// is another submission: it must not be answered as if it were stored.
pub struct Submission {
    /// Only people send things twice.
    user: Option<UserId>,
    name: String,
}

impl Submission {
    /// Of what someone sent under a key.
    ///
    /// # Errors
    /// When it cannot be written down.
    pub fn new(actor: &Actor, key: &str, sent: &impl Serialize) -> Result<Self, StorageError> {
        let user = match actor {
            Actor::Person(person) => Some(person.id),
            Actor::Console | Actor::Program => None,
        };
        let hash = Sha256::digest(json(sent)?);
        let hash = hash.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
        Ok(Self { user, name: format!("{key} {hash}") })
    }

    /// The answer that it got before.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn answered<T: DeserializeOwned>(&self, connection: &mut Connection) -> Result<Option<T>, StorageError> {
        let Some(user) = self.user else { return Ok(None) };
        let answer = submission::answer(connection, user, &self.name).await?;
        Ok(answer.and_then(|json| serde_json::from_str(&json).ok()))
    }

    /// Keeps the answer, in the transaction of what the submission changed.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn keep<T: Serialize>(
        &self,
        connection: &mut Connection,
        answer: &T,
        now: Timestamp,
    ) -> Result<(), StorageError> {
        let Some(user) = self.user else { return Ok(()) };
        submission::keep(connection, user, &self.name, &json(answer)?, now).await
    }
}

fn json(value: &impl Serialize) -> Result<String, StorageError> {
    serde_json::to_string(value).map_err(|error| StorageError::Stored { what: "submission", value: error.to_string() })
}
