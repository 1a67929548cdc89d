//! The change log's entries: who changed what, when, from what to what, and why.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::rollout::Rollout;

/// The kind of the entry that a data set was loaded.
pub const DATASET: &str = "dataset";
/// The kind of entries about accounts.
pub const ACCOUNT: &str = "account";
/// The kind of entries about citizens' remarks. They hold neither its text nor how to reach who sent it.
pub const REMARK: &str = "remark";

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
    /// Entries after this number.
    pub after: Option<i64>,
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

impl LogTally {
    /// The number of the newest entry of a kind; 0 where there is none.
    pub fn newest(tallies: &[Self], what: &str) -> i64 {
        tallies.iter().find(|tally| tally.what == what).map_or(0, |tally| tally.newest)
    }
}

/// One page of the change log.
#[derive(Clone, Debug)]
pub struct LogPage {
    /// The entries with their numbers, newest first.
    pub entries: Vec<(i64, Change)>,
    /// Whether there are older ones.
    pub more: bool,
    /// All entries about the same, counted by kind.
    pub tallies: Vec<LogTally>,
    /// All that is stored: names of areas and operators.
    pub rollout: Rollout,
}
