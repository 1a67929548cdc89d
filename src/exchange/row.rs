//! One row of a table of readings: its cells to a reading, or to what is wrong with them.

use jiff::civil::Date;

use crate::domain::{
    import::{Column, Notice, Problem, RowError},
    name,
    reading::{Stage, Value},
    share::Share,
    typed::{
        LONGEST_TEXT,
        amount::{Quote, contracts, quote},
        date::day,
        shortened,
    },
};

use super::{
    columns::{Columns, filled_cells},
    guard::unguarded,
    readings::ReadingRow,
    table::{Row, Table},
};

/// What was adapted in the rows so far.
#[derive(Default)]
pub struct Remarks {
    no_stage: Vec<u64>,
    no_value: Vec<u64>,
    cut: Vec<u64>,
    replaced: Vec<u64>,
}

impl Remarks {
    /// The notices that follow, with what the rows as a whole tell.
    pub fn notices(self, rows: &[ReadingRow]) -> Vec<Notice> {
        let mut notices = Vec::new();
        let mut of_lines = |lines: Vec<u64>, notice: fn(Vec<u64>) -> Notice| {
            if !lines.is_empty() {
                notices.push(notice(lines));
            }
        };
        of_lines(self.no_stage, |lines| Notice::NoStage { lines });
        of_lines(self.no_value, |lines| Notice::NoValue { lines });
        of_lines(self.cut, |lines| Notice::QuotesCut { lines });
        of_lines(self.replaced, |lines| Notice::ReplacedRows { lines });
        let sample = rows.iter().filter(|row| row.sample).count() as u64;
        if sample > 0 {
            notices.push(Notice::SampleRows { rows: sample });
        }
        let highest = rows.iter().filter_map(largest_quote).max();
        if highest.is_some_and(|share| share > Share::NOTHING && share.basis_points() <= 100) {
            notices.push(Notice::QuotesBelowOne);
        }
        notices
    }
}

fn largest_quote(row: &ReadingRow) -> Option<Share> {
    match row.value {
        Value::Percent(amount) => Some(amount.largest()),
        _ => row.stated_quote.map(|amount| amount.largest()),
    }
}

/// The cells of one row.
pub struct Cells<'a> {
    row: &'a Row,
    columns: &'a Columns,
    delimiter: char,
    sample: bool,
}

/// The errors of one row.
type Errors = Vec<RowError>;

impl<'a> Cells<'a> {
    /// The cells of a row under these columns.
    pub fn new(row: &'a Row, table: &'a Table<'_>) -> Self {
        Self { row, columns: &table.columns, delimiter: table.delimiter, sample: table.sample }
    }

    /// Whether nothing stands in the row: spreadsheet programs write such rows below a table.
    pub fn are_blank(&self) -> bool {
        self.row.cells.iter().all(|cell| cell.trim().is_empty())
    }

    /// The reading; `None` for a row that a correction in the same file replaced.
    ///
    /// # Errors
    /// All that is wrong with the row.
    pub fn read(&self, remarks: &mut Remarks) -> Result<Option<ReadingRow>, Errors> {
        self.check_shape().map_err(|error| vec![error])?;
        if self.get(Column::Replaced).is_some_and(|text| name::key(text) != "nein") {
            remarks.replaced.push(self.row.line);
            return Ok(None);
        }
        let mut errors = Errors::new();
        let area = self.take(Column::Area, &mut errors, |text| match text.is_empty() {
            true => Err(Problem::NoArea),
            false => Ok(unguarded(text)),
        });
        let as_of: Option<Date> = self.take(Column::Day, &mut errors, day);
        let stage = self.take(Column::Stage, &mut errors, stage).unwrap_or_default();
        let count = self.take(Column::Count, &mut errors, |text| filled(text, contracts)).unwrap_or_default();
        let quote = self.take(Column::Quote, &mut errors, |text| filled(text, quote)).unwrap_or_default();
        let sample = self.take(Column::Sample, &mut errors, yes_or_no).unwrap_or_default();
        self.check_lengths(&mut errors);
        let (Some(area), Some(as_of), true) = (area, as_of, errors.is_empty()) else { return Err(errors) };
        self.remark(remarks, stage, count.is_none() && quote.is_none(), quote.flatten());
        let (value, stated_quote) = match (count.flatten(), quote.flatten()) {
            (Some(count), quote) => (Value::Contracts(count), quote.map(|quote| quote.amount)),
            (None, Some(quote)) => (Value::Percent(quote.amount), None),
            (None, None) => (Value::NotReported, None),
        };
        Ok(Some(ReadingRow {
            line: self.row.line,
            area,
            as_of,
            stage: stage.unwrap_or(Stage::Reported),
            value,
            stated_quote,
            source: self.get(Column::Source).map(unguarded),
            note: self.get(Column::Note).map(unguarded),
            reason: self.get(Column::Reason).map(unguarded),
            sample: sample || self.sample,
        }))
    }

    fn remark(&self, remarks: &mut Remarks, stage: Option<Stage>, no_value: bool, quote: Option<Quote>) {
        let line = self.row.line;
        if stage.is_none() && self.columns.place(Column::Stage).is_some() {
            remarks.no_stage.push(line);
        }
        if no_value {
            remarks.no_value.push(line);
        }
        if quote.is_some_and(|quote| quote.cut) {
            remarks.cut.push(line);
        }
    }

    /// The text of a cell that is there and filled.
    fn get(&self, column: Column) -> Option<&str> {
        let text = self.row.cells.get(self.columns.place(column)?)?.trim();
        (!text.is_empty()).then_some(text)
    }

    /// What a cell says; `None` where the file has no such column or the cell is wrong.
    fn take<T>(&self, column: Column, errors: &mut Errors, read: impl Fn(&str) -> Result<T, Problem>) -> Option<T> {
        self.columns.place(column)?;
        let read = read(self.get(column).unwrap_or_default());
        read.map_err(|problem| errors.push(self.error(Some(column), problem))).ok()
    }

    fn error(&self, column: Option<Column>, problem: Problem) -> RowError {
        let name = column.and_then(|column| self.columns.name(column));
        RowError { line: self.row.line, column: name.map(shortened), problem }
    }

    /// What is wrong with the row as such; its cells say nothing then.
    fn check_shape(&self) -> Result<(), RowError> {
        let cells = &self.row.cells;
        if !self.row.ended {
            return Err(self.error(None, Problem::CutOff));
        }
        if let Some(breaks) = cells.iter().find_map(|cell| self.swallowed(cell)) {
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

    /// Line breaks in a cell of which a line has a day where the table has its days: a row of its own.
    fn swallowed(&self, cell: &str) -> Option<u64> {
        let place = self.columns.place(Column::Day)?;
        let a_row = |line: &str| line.split(self.delimiter).nth(place).is_some_and(|cell| day(cell).is_ok());
        let breaks = cell.matches('\n').count() as u64;
        (breaks > 0 && cell.lines().skip(1).any(a_row)).then_some(breaks)
    }

    fn check_lengths(&self, errors: &mut Errors) {
        for column in [Column::Area, Column::Source, Column::Note, Column::Reason] {
            let length = self.get(column).map_or(0, |text| text.chars().count());
            if length > LONGEST_TEXT {
                let problem = Problem::TooLong { length: length as u64, limit: LONGEST_TEXT as u64 };
                errors.push(self.error(Some(column), problem));
            }
        }
    }
}

/// `None` for an empty cell.
fn filled<T>(text: &str, read: impl Fn(&str) -> Result<T, Problem>) -> Result<Option<T>, Problem> {
    if text.is_empty() { Ok(None) } else { read(text).map(Some) }
}

fn stage(text: &str) -> Result<Option<Stage>, Problem> {
    match name::key(text).as_str() {
        "" if text.is_empty() => Ok(None),
        "gemeldet" => Ok(Some(Stage::Reported)),
        "geprueft" => Ok(Some(Stage::Checked)),
        "netto" => Ok(Some(Stage::Net)),
        _ => Err(Problem::UnknownStage { text: shortened(text) }),
    }
}

fn yes_or_no(text: &str) -> Result<bool, Problem> {
    match name::key(text).as_str() {
        "ja" | "beispieldaten" => Ok(true),
        "" | "nein" => Ok(false),
        _ => Err(Problem::NotYesOrNo { text: shortened(text) }),
    }
}
