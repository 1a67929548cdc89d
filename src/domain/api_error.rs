//! What a screen can act on when the server says no. Here, so that its sentence can be made where all
//! words are made.

use serde::{Deserialize, Serialize};

/// An answer that is no result. Its sentence is made where all words are made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum ApiError {
    /// There is no such thing.
    #[error("not found")]
    NotFound,
    /// The server cannot answer now, or cannot be reached.
    #[error("unavailable")]
    Unavailable,
    /// Something else went wrong; what, is for the server's log.
    #[error("internal")]
    Internal,
}
