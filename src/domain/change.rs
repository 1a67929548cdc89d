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

/// Which entries of the change log are asked for. Nothing named means no restriction.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LogFilter {
    /// Entries whose `which` begins with one of these words: the slugs of areas and campaigns.
    pub names: Option<Vec<String>>,
    /// Entries of these kinds of record.
    pub kinds: Option<Vec<String>>,
    /// Entries before this number.
    pub before: Option<i64>,
}

/// How many entries of one kind of record there are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogTally {
    /// The kind of record.
    pub what: String,
    /// How many entries.
    pub entries: u32,
    /// The number of the newest.
    pub newest: i64,
}
