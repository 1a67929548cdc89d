//! Tables of facilities: as school directories publish them, as offices keep them, and as this program writes them.
//!
//! Several rows may be one facility: a directory has one per type of school. They are found by their number in the
//! directory, or by name and position, and become one. Nothing of a name is corrected: what looks damaged is told.

mod columns;
mod export;
mod merge;
mod row;
mod words;

use crate::domain::{
    import::{FacilityNotice, FileProblem, KEPT_ERRORS, Layout, Notice, Problem, RowError, RowErrors},
    typed::shortened,
};

use super::{
    cells::Cells,
    table::{MAX_ROWS, Table},
    text::decode,
};

pub use columns::FacilityColumn;
pub use export::{facilities_csv, public_facilities_csv};
pub use row::{FacilityRow, LineCells};

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacilitiesFile {
    /// Its facilities, in the order in which each first occurs.
    pub rows: Vec<FacilityRow>,
    /// What was adapted, left out or looks odd.
    pub notices: Vec<Notice>,
    /// How it was read.
    pub layout: Layout,
    headings: Vec<(FacilityColumn, String)>,
}

impl FacilitiesFile {
    /// An error in one of its rows, for what only the caller can know.
    pub fn error(&self, row: &FacilityRow, column: FacilityColumn, problem: Problem) -> RowError {
        let heading = self.headings.iter().find(|(of, _)| *of == column).map(|(_, name)| shortened(name));
        RowError { line: row.line, column: heading, problem }
    }
}

/// Why a file is not taken as it is.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FacilityErrors {
    /// No row could be read.
    #[error("the file cannot be read: {0:?}")]
    File(FileProblem),
    /// Some rows are wrong.
    #[error("{} cells cannot be read", errors.in_all())]
    Rows {
        /// What is wrong with them.
        errors: RowErrors,
        /// The other rows, so that the caller can tell what is wrong with those at the same time.
        others: Box<FacilitiesFile>,
    },
}

impl From<FileProblem> for FacilityErrors {
    fn from(problem: FileProblem) -> Self {
        Self::File(problem)
    }
}

/// Reads a table of facilities. It needs a name; see [`FacilityColumn`]. Blank rows are left out, and an empty cell
/// says nothing: it does not take away what is known.
///
/// # Errors
/// A problem of the whole file, or all problems of its rows together with the rows that have none.
pub fn read(bytes: &[u8]) -> Result<FacilitiesFile, FacilityErrors> {
    let (text, encoding) = decode(bytes)?;
    let mut table: Table<'_, FacilityColumn> = Table::find(&text)?;
    let layout = Layout { encoding, delimiter: table.delimiter, header_line: table.header_line };
    let mut found = Found::default();
    let mut rows: u64 = 0;
    while let Some(row) = table.next_row() {
        let cells = Cells::new(&row, &table);
        if cells.are_blank() {
            continue;
        }
        rows += 1;
        if rows > MAX_ROWS {
            return Err(FileProblem::TooManyRows { limit: MAX_ROWS }.into());
        }
        match row::read(&cells) {
            Ok(row) => found.rows.push(row),
            Err(errors) => errors.into_iter().for_each(|error| found.errors.push(error)),
        }
    }
    if rows == 0 {
        return Err(FileProblem::NoRows.into());
    }
    found.finish(&table, layout, rows)
}

/// What was found so far.
#[derive(Default)]
struct Found {
    rows: Vec<FacilityRow>,
    errors: RowErrors,
}

impl Found {
    fn finish(
        mut self,
        table: &Table<'_, FacilityColumn>,
        layout: Layout,
        read: u64,
    ) -> Result<FacilitiesFile, FacilityErrors> {
        let columns = &table.columns;
        let readable = self.rows.len() as u64 == read;
        let rows = merge::merged(self.rows, columns, &mut self.errors);
        let mut notices = Vec::new();
        if table.rows_above > 0 {
            notices.push(Notice::RowsAboveHeader { rows: table.rows_above });
        }
        let alone = columns.place(FacilityColumn::Address).is_none();
        let without_street = columns.name(FacilityColumn::PostCode).filter(|_| alone);
        notices.extend(
            columns.not_read().chain(without_street).map(|name| Notice::ColumnNotRead { name: shortened(name) }),
        );
        if readable && rows.len() as u64 != read {
            notices.push(FacilityNotice::RowsMerged { rows: read, facilities: rows.len() as u64 }.into());
        }
        notices.extend(oddities(&rows));
        let file = FacilitiesFile { rows, notices, layout, headings: columns.headings() };
        match self.errors.is_empty() {
            true => Ok(file),
            false => Err(FacilityErrors::Rows { errors: self.errors.by_line(), others: Box::new(file) }),
        }
    }
}

/// What was adapted in the rows, or looks odd in them.
fn oddities(rows: &[FacilityRow]) -> Vec<Notice> {
    let lines = |so: fn(&&FacilityRow) -> bool| rows.iter().filter(so).map(|row| row.line).collect::<Vec<u64>>();
    let mut notices: Vec<Notice> = Vec::new();
    let by_name = lines(|row| row.kind_by_name);
    if !by_name.is_empty() {
        notices.push(FacilityNotice::KindByName { lines: by_name }.into());
    }
    let private = lines(|row| row.owner.as_deref() == Some(words::PRIVATE));
    if !private.is_empty() {
        notices.push(FacilityNotice::PrivateOwner { lines: private }.into());
    }
    let coarse = rows.iter().filter(|row| row.coarse_by_decimals).count() as u64;
    if coarse > 0 {
        notices.push(FacilityNotice::CoarsePositions { facilities: coarse }.into());
    }
    let spellings: Vec<Notice> = rows.iter().filter_map(FacilityRow::spelling).map(Notice::from).collect();
    let more = spellings.len().saturating_sub(KEPT_ERRORS) as u64;
    notices.extend(spellings.into_iter().take(KEPT_ERRORS));
    if more > 0 {
        notices.push(FacilityNotice::MoreSpellings { facilities: more }.into());
    }
    notices
}
