//! Tables of readings: one row per area and day, as operators send them and officers keep them.

use jiff::civil::Date;
use serde::Serialize;
use thiserror::Error;

use crate::domain::{
    amount::Amount,
    import::{Column, FileProblem, Layout, Notice, Problem, RowError, RowErrors},
    reading::{Stage, Value},
    share::Share,
    typed::shortened,
};

use super::{
    row::{ReadingCells, Remarks},
    table::{MAX_ROWS, Table},
    text::decode,
};

/// One row of a file: what was said of one area on one day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReadingRow {
    /// The row as a spreadsheet program counts it, see [`RowError::line`].
    pub line: u64,
    /// The area's name as the file writes it.
    pub area: String,
    /// The day for which the number holds.
    pub as_of: Date,
    /// How far it was checked.
    pub stage: Stage,
    /// What was said.
    pub value: Value,
    /// A quote that stands beside a count: to be compared with the base, not stored.
    pub stated_quote: Option<Amount<Share>>,
    /// Who says so.
    pub source: Option<String>,
    /// A remark.
    pub note: Option<String>,
    /// Why a stored reading is corrected.
    pub reason: Option<String>,
    /// The file marks the row as sample data (Beispieldaten), in its column or above its header.
    pub sample: bool,
}

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReadingsFile {
    /// Its rows, in the order of the file.
    pub rows: Vec<ReadingRow>,
    /// What was adapted or left out.
    pub notices: Vec<Notice>,
    /// How it was read.
    pub layout: Layout,
    headings: Vec<(Column, String)>,
}

impl ReadingsFile {
    /// The heading of a column as the file writes it.
    pub fn heading(&self, column: Column) -> Option<&str> {
        self.headings.iter().find(|(of, _)| *of == column).map(|(_, name)| name.as_str())
    }

    /// An error in one of its rows, for what only the caller can know.
    pub fn error(&self, row: &ReadingRow, column: Column, problem: Problem) -> RowError {
        RowError { line: row.line, column: self.heading(column).map(str::to_owned), problem }
    }
}

/// Why a file is not taken as it is.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum FileErrors {
    /// No row could be read.
    #[error("the file cannot be read: {0:?}")]
    File(FileProblem),
    /// Some rows are wrong.
    #[error("{} rows cannot be read", errors.in_all())]
    Rows {
        /// What is wrong with them.
        errors: RowErrors,
        /// The other rows, so that the caller can tell what is wrong with those at the same time.
        others: Box<ReadingsFile>,
    },
}

impl From<FileProblem> for FileErrors {
    fn from(problem: FileProblem) -> Self {
        Self::File(problem)
    }
}

/// Reads a table of readings.
///
/// It needs an area, a day, and a count or a quote; see [`Column`]. Blank rows are left out.
///
/// A file that was cut off never gives a row that the whole file does not hold. A last row without
/// a line break at its end is therefore an error: "14" may be the beginning of "141". Rows that are
/// missing altogether cannot be noticed.
///
/// # Errors
/// A problem of the whole file, or all problems of its rows together with the rows that have none.
pub fn read(bytes: &[u8]) -> Result<ReadingsFile, FileErrors> {
    let (text, encoding) = decode(bytes)?;
    let mut table = Table::find(&text)?;
    let layout = Layout { encoding, delimiter: table.delimiter, header_line: table.header_line };
    let mut found = Found::default();
    let mut rows: u64 = 0;
    while let Some(row) = table.next_row() {
        let cells = ReadingCells::new(&row, &table);
        if cells.are_blank() {
            continue;
        }
        rows += 1;
        if rows > MAX_ROWS {
            return Err(FileProblem::TooManyRows { limit: MAX_ROWS }.into());
        }
        found.add(&cells);
    }
    if rows == 0 {
        return Err(FileProblem::NoRows.into());
    }
    found.finish(&table, layout)
}

/// What was found so far.
#[derive(Default)]
struct Found {
    rows: Vec<ReadingRow>,
    errors: RowErrors,
    remarks: Remarks,
}

impl Found {
    fn add(&mut self, cells: &ReadingCells<'_>) {
        match cells.read(&mut self.remarks) {
            Ok(Some(row)) => self.rows.push(row),
            Ok(None) => {}
            Err(errors) => errors.into_iter().for_each(|error| self.errors.push(error)),
        }
    }

    fn finish(self, table: &Table<'_, Column>, layout: Layout) -> Result<ReadingsFile, FileErrors> {
        let columns = &table.columns;
        let mut notices = Vec::new();
        if table.rows_above > 0 {
            notices.push(Notice::RowsAboveHeader { rows: table.rows_above });
        }
        notices.extend(columns.not_read().map(|name| Notice::ColumnNotRead { name: shortened(name) }));
        if columns.place(Column::Stage).is_none() {
            notices.push(Notice::NoStageColumn);
        }
        notices.extend(self.remarks.notices(&self.rows));
        let headings = columns.headings();
        let file = ReadingsFile { rows: self.rows, notices, layout, headings };
        if self.errors.is_empty() {
            Ok(file)
        } else {
            Err(FileErrors::Rows { errors: self.errors, others: Box::new(file) })
        }
    }
}
