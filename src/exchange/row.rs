//! One row of a table of readings: its cells to a reading, or to what is wrong with them.

use jiff::civil::Date;

use crate::domain::{
    import::{Column, Notice, Problem},
    name,
    reading::{Stage, Value},
    share::Share,
    typed::{
        amount::{Quote, contracts, quote},
        date::day,
        shortened,
    },
};

use super::{
    cells::{Cells, Errors, filled},
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

/// The cells of one row of readings.
pub struct ReadingCells<'a> {
    cells: Cells<'a, Column>,
    sample: bool,
}

impl<'a> ReadingCells<'a> {
    /// The cells of a row under these columns.
    pub fn new(row: &'a Row, table: &'a Table<'_, Column>) -> Self {
        Self { cells: Cells::new(row, table), sample: table.sample }
    }

    /// Whether nothing stands in the row.
    pub fn are_blank(&self) -> bool {
        self.cells.are_blank()
    }

    /// The reading; `None` for a row that a correction in the same file replaced.
    ///
    /// # Errors
    /// All that is wrong with the row.
    pub fn read(&self, remarks: &mut Remarks) -> Result<Option<ReadingRow>, Errors> {
        let cells = &self.cells;
        cells.check_shape(|cell| self.swallowed(cell)).map_err(|error| vec![error])?;
        if cells.get(Column::Replaced).is_some_and(|text| name::key(text) != "nein") {
            remarks.replaced.push(cells.line());
            return Ok(None);
        }
        let mut errors = Errors::new();
        let area = cells.take(Column::Area, &mut errors, |text| match text.is_empty() {
            true => Err(Problem::NoArea),
            false => Ok(unguarded(text)),
        });
        let as_of: Option<Date> = cells.take(Column::Day, &mut errors, day);
        let stage = cells.take(Column::Stage, &mut errors, stage).unwrap_or_default();
        let count = cells.take(Column::Count, &mut errors, |text| filled(text, contracts)).unwrap_or_default();
        let quote = cells.take(Column::Quote, &mut errors, |text| filled(text, quote)).unwrap_or_default();
        let sample = cells.take(Column::Sample, &mut errors, yes_or_no).unwrap_or_default();
        cells.check_lengths(&LONG_TEXTS, &mut errors);
        let (Some(area), Some(as_of), true) = (area, as_of, errors.is_empty()) else { return Err(errors) };
        self.remark(remarks, stage, count.is_none() && quote.is_none(), quote.flatten());
        let (value, stated_quote) = match (count.flatten(), quote.flatten()) {
            (Some(count), quote) => (Value::Contracts(count), quote.map(|quote| quote.amount)),
            (None, Some(quote)) => (Value::Percent(quote.amount), None),
            (None, None) => (Value::NotReported, None),
        };
        Ok(Some(ReadingRow {
            line: cells.line(),
            area,
            as_of,
            stage: stage.unwrap_or(Stage::Reported),
            value,
            stated_quote,
            source: cells.get(Column::Source).map(unguarded),
            note: cells.get(Column::Note).map(unguarded),
            reason: cells.get(Column::Reason).map(unguarded),
            sample: sample || self.sample,
        }))
    }

    fn remark(&self, remarks: &mut Remarks, stage: Option<Stage>, no_value: bool, quote: Option<Quote>) {
        let line = self.cells.line();
        if stage.is_none() && self.cells.has(Column::Stage) {
            remarks.no_stage.push(line);
        }
        if no_value {
            remarks.no_value.push(line);
        }
        if quote.is_some_and(|quote| quote.cut) {
            remarks.cut.push(line);
        }
    }

    /// Whether a line within a cell has a day where the table has its days: a row of its own.
    fn swallowed(&self, line: &str) -> bool {
        self.cells.within(line, Column::Day).is_some_and(|cell| day(cell).is_ok())
    }
}

/// The columns of free text.
const LONG_TEXTS: [Column; 4] = [Column::Area, Column::Source, Column::Note, Column::Reason];

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
