//! What concerns the whole file.

use serde::{Deserialize, Serialize};

use super::{Column, FacilityNotice};

/// Why nothing of a file could be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileProblem {
    /// Nothing in it.
    Empty,
    /// Larger than a file of readings can be.
    TooLarge {
        /// Its size.
        bytes: u64,
        /// The largest size that is read.
        limit: u64,
    },
    /// It is no text.
    NotText {
        /// What it is, where its first bytes tell.
        looks_like: Option<FileKind>,
    },
    /// It begins as UTF-8 and goes on as something else.
    MixedEncoding {
        /// The line in which that happens.
        line: u64,
    },
    /// No row names any column that is read.
    NoHeader {
        /// The cells of the first row.
        found: Vec<String>,
    },
    /// The header lacks a column without which nothing can be read.
    MissingColumns {
        /// Which; `Count` stands for a count or a quote.
        missing: Vec<Column>,
        /// The headings of the file.
        found: Vec<String>,
    },
    /// Two columns have the same heading.
    ColumnTwice {
        /// The heading.
        name: String,
    },
    /// More columns than a table of readings has.
    TooManyColumns {
        /// Columns of the file.
        found: u64,
        /// The most that are read.
        limit: u64,
    },
    /// A header, and nothing below it.
    NoRows,
    /// More rows than are read at once.
    TooManyRows {
        /// The most that are read.
        limit: u64,
    },
    /// A quotation mark is opened and never closed.
    OpenQuote {
        /// The row of the opening mark.
        line: u64,
    },
}

/// A kind of file that is often handed in instead of a CSV file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// A workbook of Excel or LibreOffice, or another zip file.
    Workbook,
    /// A PDF.
    Pdf,
    /// A picture.
    Picture,
}

/// Something that was adapted or left out while reading. Nothing is adapted silently.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Notice {
    /// Rows above the header were left out.
    RowsAboveHeader {
        /// How many.
        rows: u64,
    },
    /// A column that is not read.
    ColumnNotRead {
        /// Its heading.
        name: String,
    },
    /// No column of stages: every row counts as reported by the operator.
    NoStageColumn,
    /// The cell of the stage is empty: the row counts as reported by the operator.
    NoStage {
        /// The rows.
        lines: Vec<u64>,
    },
    /// Neither count nor quote is filled: the row counts as not reported.
    NoValue {
        /// The rows.
        lines: Vec<u64>,
    },
    /// Quotes with more than two decimals; the rest was cut off, so that no threshold is crossed.
    QuotesCut {
        /// The rows.
        lines: Vec<u64>,
    },
    /// No quote of the file is above 1 %: perhaps 0,33 stands for 33 %.
    QuotesBelowOne,
    /// Rows that a correction in the same file replaced were left out.
    ReplacedRows {
        /// The rows.
        lines: Vec<u64>,
    },
    /// Rows marked as sample data.
    SampleRows {
        /// How many.
        rows: u64,
    },
    /// Of a file of facilities.
    Facility(FacilityNotice),
}

/// How a file was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Layout {
    /// Its characters.
    pub encoding: Encoding,
    /// What stands between two cells.
    pub delimiter: char,
    /// The row of its header.
    pub header_line: u64,
}

/// How a file writes its characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16 with a byte order mark: Excel's "Unicode-Text".
    Utf16,
    /// Windows-1252: Excel's "CSV (Trennzeichen-getrennt)".
    Windows1252,
}
