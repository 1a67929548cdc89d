//! What a screen can act on when the server says no. Here, so that its sentence can be made where all
//! words are made.

use serde::{Deserialize, Serialize};

use super::entry::Rival;

/// An answer that is no result. Its sentence is made where all words are made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum ApiError {
    /// What was sent breaks a rule. Nothing is stored.
    #[error("invalid")]
    Invalid(Vec<Fault>),
    /// Someone has saved readings of the same areas meanwhile; what they saved. Nothing is stored.
    #[error("conflict")]
    Conflict(Vec<Rival>),
    /// Someone has changed the record meanwhile: the number of that change. Nothing is stored.
    #[error("outdated")]
    Outdated(i64),
    /// What was sent, or what came back, could not be read.
    #[error("malformed")]
    Malformed,
    /// There is no such thing.
    #[error("not found")]
    NotFound,
    /// Nobody is signed in, or no longer.
    #[error("signed out")]
    SignedOut,
    /// Name or password is wrong, or the account is disabled.
    #[error("sign-in refused")]
    SignInRefused,
    /// Too many tries; so many seconds until the next one.
    #[error("too many tries")]
    TooMany(u32),
    /// The account may not do this.
    #[error("forbidden")]
    Forbidden,
    /// More than the server takes at once.
    #[error("too large")]
    TooLarge,
    /// Another program holds the database. Nothing is stored.
    #[error("busy")]
    Busy,
    /// No room on the server's disk. Nothing is stored.
    #[error("full")]
    Full,
    /// The server cannot answer now, or cannot be reached.
    #[error("unavailable")]
    Unavailable,
    /// Something else went wrong; what, is for the server's log.
    #[error("internal")]
    Internal,
}

/// One thing that is wrong with what was sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    /// Where: the name of an area (in the weekly sheet) or of a field (in a form).
    pub place: String,
    /// What, and what would be right: a finished sentence.
    pub sentence: String,
}
