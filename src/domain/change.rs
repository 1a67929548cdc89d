//! The change log's entries: who changed what, when, from what to what, and why.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// One change, before it is written. Old and new are the record as JSON, so that nothing is lost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Who did it.
    pub who: String,
    /// When.
    pub at: Timestamp,
    /// Which kind of record, for example "reading".
    pub what: String,
    /// Which one, in words that outlive the record: "griesheim 2023-11-10".
    pub which: String,
    /// The record before; nothing for a new one.
    pub old: Option<String>,
    /// The record afterwards; nothing for one that ended.
    pub new: Option<String>,
    /// Why, where a reason was asked for.
    pub why: Option<String>,
}
