//! What can be wrong with a file of readings or of facilities, or with what someone types, and what was adapted while it was read.
//!
//! Structured, without words: `presentation::import` makes the sentences.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{reading::Value, share::Share};

mod facility;
mod file;
mod form;

pub use facility::{FacilityNotice, FacilityProblem};
pub use file::{Encoding, FileKind, FileProblem, Layout, Notice};
pub use form::FormProblem;

/// At most so many row errors are kept with their details; the others are only counted.
pub const KEPT_ERRORS: usize = 100;

/// What a column of a file of readings holds; and the one column without which a file of facilities says nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    /// Ortsteil, Gebiet.
    Area,
    /// Stand: the day for which the number holds.
    Day,
    /// Verträge: a number of contracts.
    Count,
    /// Quote in %.
    Quote,
    /// Stufe: gemeldet, geprüft, netto.
    Stage,
    /// Quelle.
    Source,
    /// Anmerkung.
    Note,
    /// Grund: why a stored reading is corrected.
    Reason,
    /// Beispieldaten: ja or nein.
    Sample,
    /// Ersetzt: filled where a later correction replaced the row.
    Replaced,
    /// Name: that of a facility.
    Name,
}

/// One thing that is wrong with one row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowError {
    /// The row as a spreadsheet program counts it, the header usually being 1. It is the line of the
    /// file unless a cell above holds line breaks or the file begins with a `sep=` line.
    pub line: u64,
    /// The heading of the column, as the file writes it; `None` where the whole row is meant.
    pub column: Option<String>,
    /// What is wrong.
    pub problem: Problem,
}

/// What is wrong with a row. `text` is what the cell says, shortened where long.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Problem {
    /// The cell of the area is empty.
    NoArea,
    /// The cell of the day is empty.
    NoDay,
    /// The source is missing.
    NoSource,
    /// The text is no date.
    NotADay {
        /// What the cell says.
        text: String,
    },
    /// The date is written well, but the calendar has no such day, or its year is not of this century.
    NoSuchDay {
        /// What the cell says.
        text: String,
    },
    /// Excel's day number instead of a date: 45240.
    SerialDay {
        /// What the cell says.
        text: String,
        /// The day that Excel means by it.
        meant: Date,
    },
    /// The text is no number of contracts.
    NotACount {
        /// What the cell says.
        text: String,
    },
    /// "1,233": a comma where German writes a point or nothing.
    CommaInCount {
        /// What the cell says.
        text: String,
        /// The number that is probably meant.
        meant: u32,
    },
    /// "24,5" in a column of counts.
    NotWhole {
        /// What the cell says.
        text: String,
    },
    /// "24,5 %" in a column of counts.
    PercentInCount {
        /// What the cell says.
        text: String,
    },
    /// "-3".
    NegativeCount {
        /// What the cell says.
        text: String,
    },
    /// More contracts than any town has homes.
    CountTooLarge {
        /// What the cell says.
        text: String,
        /// The largest count that is read.
        limit: u32,
    },
    /// The text is no percentage.
    NotAPercent {
        /// What the cell says.
        text: String,
    },
    /// "1.233" in a column of percentages: a thousand or a decimal point.
    UnclearPercent {
        /// What the cell says.
        text: String,
    },
    /// Above 100 %: perhaps a share of the target and not of the households.
    MoreThanWhole {
        /// What the cell says.
        text: String,
    },
    /// The ends of a range are the wrong way round, or the same.
    RangeReversed {
        /// What the cell says.
        text: String,
    },
    /// "unter 0".
    LessThanNothing {
        /// What the cell says.
        text: String,
    },
    /// None of gemeldet, geprüft, netto.
    UnknownStage {
        /// What the cell says.
        text: String,
    },
    /// Neither ja nor nein.
    NotYesOrNo {
        /// What the cell says.
        text: String,
    },
    /// The cell holds more text than is stored.
    TooLong {
        /// Its length in characters.
        length: u64,
        /// The longest text that is read.
        limit: u64,
    },
    /// The row has more filled cells than the header has columns.
    TooManyCells {
        /// Cells of the row.
        cells: u64,
        /// Columns of the header.
        columns: u64,
    },
    /// A quotation mark that closes so late that it swallows whole rows.
    SwallowedRows {
        /// How many line breaks lie inside the cell.
        breaks: u64,
    },
    /// The last row has no line break at its end: the file may have been cut off within it.
    CutOff,
    /// No area has this name.
    UnknownArea {
        /// What the cell says.
        text: String,
        /// The area with the most similar name.
        suggestion: Option<String>,
    },
    /// More than one area has this name.
    AmbiguousArea {
        /// What the cell says.
        text: String,
    },
    /// The area exists and takes no part in the campaign.
    AreaNotInCampaign {
        /// Its name.
        area: String,
    },
    /// More contracts than the base.
    MoreThanBase {
        /// The count.
        contracts: u32,
        /// The base.
        base: u32,
    },
    /// The day is still to come.
    FutureDay {
        /// The day of the row.
        day: Date,
        /// Today.
        today: Date,
    },
    /// The day lies before the campaign opened.
    BeforeOpening {
        /// The day of the row.
        day: Date,
        /// The day of the opening.
        opened: Date,
    },
    /// Another row has the same area, day and stage.
    Duplicate {
        /// That row.
        other_line: u64,
    },
    /// Another value is stored for this area, day and stage: a correction names its reason.
    NeedsReason {
        /// The area's name.
        area: String,
        /// The day.
        day: Date,
        /// What is stored.
        stored: Value,
    },
    /// The row gives a count and a quote that do not fit each other.
    QuoteContradictsCount {
        /// The quote of the row.
        stated: Share,
        /// The count of the row.
        contracts: u32,
        /// The base against which it is counted.
        base: u32,
    },
    /// A field of a form.
    Form(FormProblem),
    /// A cell of a file of facilities.
    Facility(FacilityProblem),
}

/// Row errors in the order in which they were found: the first hundred, and how many there are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowErrors {
    kept: Vec<RowError>,
    in_all: u64,
}

impl RowErrors {
    /// Adds one.
    pub fn push(&mut self, error: RowError) {
        self.in_all += 1;
        if self.kept.len() < KEPT_ERRORS {
            self.kept.push(error);
        }
    }

    /// The errors with their details, at most [`KEPT_ERRORS`].
    pub fn kept(&self) -> &[RowError] {
        &self.kept
    }

    /// How many errors there are.
    pub fn in_all(&self) -> u64 {
        self.in_all
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.in_all == 0
    }

    /// The same errors by row: those that were found later may belong to an earlier row.
    #[must_use]
    pub fn by_line(mut self) -> Self {
        self.kept.sort_by_key(|error| error.line);
        self
    }
}
