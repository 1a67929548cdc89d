//! The cells of one row under the headings of its table, whatever the table holds.

use crate::domain::{
    import::{Problem, RowError},
    typed::{LONGEST_TEXT, shortened},
};

use super::{
    columns::{Columns, Headed, filled_cells},
    table::{Row, Table},
};

/// The cells of one row.
pub struct Cells<'a, C> {
    row: &'a Row,
    columns: &'a Columns<C>,
    delimiter: char,
}

/// The errors of one row.
pub type Errors = Vec<RowError>;

impl<'a, C: Headed> Cells<'a, C> {
    /// The cells of a row under these columns.
    pub fn new(row: &'a Row, table: &'a Table<'_, C>) -> Self {
        Self { row, columns: &table.columns, delimiter: table.delimiter }
    }

    /// The row as a spreadsheet program counts it.
    pub fn line(&self) -> u64 {
        self.row.line
    }

    /// Whether the table has such a column.
    pub fn has(&self, column: C) -> bool {
        self.columns.place(column).is_some()
    }

    /// Whether nothing stands in the row: spreadsheet programs write such rows below a table.
    pub fn are_blank(&self) -> bool {
        self.row.cells.iter().all(|cell| cell.trim().is_empty())
    }

    /// The text of a cell that is there and filled.
    pub fn get(&self, column: C) -> Option<&str> {
        let text = self.row.cells.get(self.columns.place(column)?)?.trim();
        (!text.is_empty()).then_some(text)
    }

    /// What a cell says; `None` where the file has no such column or the cell is wrong.
    pub fn take<T>(&self, column: C, errors: &mut Errors, read: impl Fn(&str) -> Result<T, Problem>) -> Option<T> {
        self.columns.place(column)?;
        let read = read(self.get(column).unwrap_or_default());
        read.map_err(|problem| errors.push(self.error(Some(column), problem))).ok()
    }

    /// An error in this row.
    pub fn error(&self, column: Option<C>, problem: Problem) -> RowError {
        let name = column.and_then(|column| self.columns.name(column));
        RowError { line: self.row.line, column: name.map(shortened), problem }
    }

    /// What stands in a column if this text is a row of the same table.
    pub fn within<'t>(&self, text: &'t str, column: C) -> Option<&'t str> {
        text.split(self.delimiter).nth(self.columns.place(column)?)
    }

    /// How many cells a text has if it is a row of the same table, and how many the header has.
    pub fn widths(&self, text: &str) -> (usize, usize) {
        (text.split(self.delimiter).count(), self.columns.names().len())
    }

    /// What is wrong with the row as such; its cells say nothing then. `a_row` tells whether a line within a cell is a
    /// row of its own, which a quotation mark has swallowed.
    ///
    /// # Errors
    /// A row that was cut off, that swallowed others, or that has more cells than the header.
    pub fn check_shape(&self, a_row: impl Fn(&str) -> bool) -> Result<(), RowError> {
        let cells = &self.row.cells;
        if !self.row.ended {
            return Err(self.error(None, Problem::CutOff));
        }
        let swallowed = |cell: &str| {
            let breaks = cell.matches('\n').count() as u64;
            (breaks > 0 && cell.lines().skip(1).any(&a_row)).then_some(breaks)
        };
        if let Some(breaks) = cells.iter().find_map(swallowed) {
            return Err(self.error(None, Problem::SwallowedRows { breaks }));
        }
        let columns = self.columns.names().len();
        let filled = filled_cells(cells);
        if filled > columns {
            let (cells, columns) = (filled as u64, columns as u64);
            return Err(self.error(None, Problem::TooManyCells { cells, columns }));
        }
        Ok(())
    }

    /// Texts that are longer than what is stored.
    pub fn check_lengths(&self, columns: &[C], errors: &mut Errors) {
        for column in columns {
            let length = self.get(*column).map_or(0, |text| text.chars().count());
            if length > LONGEST_TEXT {
                let problem = Problem::TooLong { length: length as u64, limit: LONGEST_TEXT as u64 };
                errors.push(self.error(Some(*column), problem));
            }
        }
    }
}

/// `None` for an empty cell.
pub fn filled<T>(text: &str, read: impl Fn(&str) -> Result<T, Problem>) -> Result<Option<T>, Problem> {
    if text.is_empty() { Ok(None) } else { read(text).map(Some) }
}
