//! A weekly entry (Wochenmeldung): the numbers that someone typed into the sheet, sent to be stored, and
//! what someone else may have stored meanwhile.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    area::Slug,
    import::{FormProblem, Problem},
    reading::{Stage, Value},
    sheet::Held,
    typed::printable,
};

/// So many characters a source or a reason may have.
pub const LONGEST_TEXT: usize = 500;
/// So many characters the name of a submission may have.
pub const LONGEST_KEY: usize = 64;

/// What is wrong with the texts of a row.
pub fn text_problem(source: &str, reason: &str) -> Option<Problem> {
    if source.trim().is_empty() {
        return Some(Problem::NoSource);
    }
    let length = source.trim().chars().count().max(reason.trim().chars().count());
    if length > LONGEST_TEXT {
        return Some(Problem::TooLong { length: length as u64, limit: LONGEST_TEXT as u64 });
    }
    let plain = printable(source.trim(), true) && printable(reason.trim(), false);
    (!plain).then_some(Problem::Form(FormProblem::Unprintable))
}

/// What was typed for one area.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnteredRow {
    /// Which area.
    pub area: Slug,
    /// The day for which it holds.
    #[serde(with = "super::day")]
    pub as_of: Date,
    /// How far it was checked.
    pub stage: Stage,
    /// What was said.
    pub value: Value,
    /// Who says so.
    pub source: String,
    /// Why, where the number asks for it; the public reads it beside the reading.
    pub reason: Option<String>,
    /// The number of the newest change to its readings that the person has seen.
    pub seen: i64,
    /// What was chosen after someone else had saved the same area.
    pub choice: Option<Choice>,
}

/// A choice between two people's numbers. The number not chosen stays in the change log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Choice {
    /// The number in this row.
    Mine,
    /// The number that the other person saved: this row is not stored.
    Theirs,
}

/// A whole sheet to save: all rows or none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Names this submission: sent twice, it is stored once.
    pub key: String,
    /// The rows with a number, or with "not reported".
    pub rows: Vec<EnteredRow>,
}

/// What was saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Saved {
    /// So many readings are new.
    pub added: u32,
    /// So many rows were stored already.
    pub unchanged: u32,
    /// The number of the newest change afterwards.
    pub change: i64,
}

/// What someone else saved of an area meanwhile.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rival {
    /// Which area.
    pub area: Slug,
    /// What they saved.
    pub held: Held,
    /// Its source.
    pub source: String,
    /// Who.
    pub who: String,
    /// When, as shown: "08:38".
    pub at: String,
    /// The number of that change.
    pub seen: i64,
}
