//! A text as a table: which character separates its cells, which row is the header, which rows follow.

use csv::{ReaderBuilder, StringRecord};

use crate::domain::{
    import::{Column, FileProblem},
    name,
    typed::shortened,
};

use super::columns::{Columns, Headed};

/// The most columns that a table of readings may have.
pub const MAX_COLUMNS: usize = 100;
/// The most rows that are read at once.
pub const MAX_ROWS: u64 = 10_000;
/// The header is looked for among so many rows: officers put titles above their tables.
const HEADER_WITHIN: usize = 10;

/// One row of a table.
pub struct Row {
    /// The row as a spreadsheet program counts it, a `sep=` line left out.
    pub line: u64,
    /// Its cells.
    pub cells: StringRecord,
    /// Whether a line break ends it; without one it may have been cut off.
    pub ended: bool,
}

/// A table whose header is found.
pub struct Table<'a, C> {
    /// What stands between two cells.
    pub delimiter: char,
    /// The row of the header.
    pub header_line: u64,
    /// Rows above the header, blank ones left out.
    pub rows_above: u64,
    /// Whether a row above the header says that the numbers are sample data (Beispieldaten).
    pub sample: bool,
    /// What the columns hold.
    pub columns: Columns<C>,
    rows: Rows<'a>,
}

impl<'a, C: Headed> Table<'a, C> {
    /// Finds separator and header.
    ///
    /// A first line `sep=;`, as Excel writes it, decides; otherwise that of `;` `,` tab is taken under
    /// which the header names the most columns that are read.
    ///
    /// # Errors
    /// A quotation mark that stays open; no header; a header that lacks a column, or has too many.
    pub fn find(text: &'a str) -> Result<Self, FileProblem> {
        let (named, body) = named_delimiter(text);
        let best = match named {
            Some(delimiter) => Header::<C>::find(body, delimiter),
            // Of equal headers the last counts: the semicolon, the usual one.
            None => ['\t', ',', ';']
                .map(|delimiter| Header::<C>::find(body, delimiter))
                .into_iter()
                .fold(Header::none(';'), |best, header| if header.rank() >= best.rank() { header } else { best }),
        };
        if let Some(line) = open_quote(body, best.delimiter) {
            return Err(FileProblem::OpenQuote { line });
        }
        best.check()?;
        let mut rows = Rows::new(body, best.delimiter);
        let mut sample = false;
        for _ in 0..best.rows_above {
            let says_so = |row: Row| row.cells.iter().any(|cell| name::key(cell).contains("beispieldaten"));
            sample |= rows.next().is_some_and(says_so);
        }
        rows.next();
        Ok(Self {
            delimiter: best.delimiter,
            header_line: best.line,
            rows_above: best.rows_above,
            sample,
            columns: best.columns,
            rows,
        })
    }

    /// The next row below the header.
    pub fn next_row(&mut self) -> Option<Row> {
        self.rows.next()
    }
}

/// The separator that a first line `sep=;` names, and the text below it.
fn named_delimiter(text: &str) -> (Option<char>, &str) {
    let Some((first, body)) = text.split_once('\n') else { return (None, text) };
    let named = first.trim_end_matches('\r').strip_prefix("sep=").and_then(|rest| {
        let mut letters = rest.chars();
        letters.next().filter(|letter| letters.next().is_none() && letter.is_ascii())
    });
    let usable = |letter: &char| !letter.is_ascii_alphanumeric() && !matches!(letter, '"' | '\r' | '\n');
    match named.filter(usable) {
        Some(delimiter) => (Some(delimiter), body),
        None => (None, text),
    }
}

/// The row of a text that is most likely its header.
struct Header<C> {
    delimiter: char,
    line: u64,
    rows_above: u64,
    columns: Columns<C>,
    /// The first row: what is shown where no header is found.
    first: Vec<String>,
}

impl<C: Headed> Header<C> {
    fn none(delimiter: char) -> Self {
        Self { delimiter, line: 1, rows_above: 0, columns: Columns::default(), first: Vec::new() }
    }

    fn find(text: &str, delimiter: char) -> Self {
        let mut best = Self::none(delimiter);
        for (above, row) in (0..).zip(Rows::new(text, delimiter).take(HEADER_WITHIN)) {
            let columns = Columns::of(&row.cells);
            if above == 0 {
                best.first = row.cells.iter().map(str::to_owned).collect();
            }
            if columns.rank() > best.columns.rank() {
                best = Self { line: row.line, rows_above: above, columns, ..best };
            }
        }
        best
    }

    /// A header that suffices goes first, then the one that names more columns, then the wider first row.
    fn rank(&self) -> (bool, usize, usize) {
        let (suffices, named) = self.columns.rank();
        (suffices, named, self.first.len())
    }

    fn check(&self) -> Result<(), FileProblem> {
        let found = |cells: &[String]| cells.iter().map(|cell| shortened(cell)).take(MAX_COLUMNS).collect();
        if let Some(name) = self.columns.twice() {
            return Err(FileProblem::ColumnTwice { name: shortened(name) });
        }
        if self.columns.rank().1 == 0 {
            return Err(FileProblem::NoHeader { found: found(&self.first) });
        }
        let cells = self.columns.names().len();
        if cells > MAX_COLUMNS {
            return Err(FileProblem::TooManyColumns { found: cells as u64, limit: MAX_COLUMNS as u64 });
        }
        let missing: Vec<Column> = self.columns.missing();
        if !missing.is_empty() {
            return Err(FileProblem::MissingColumns { missing, found: found(self.columns.names()) });
        }
        Ok(())
    }
}

/// The rows of a text, each with the number that a spreadsheet program gives it.
struct Rows<'a> {
    text: &'a [u8],
    reader: csv::Reader<&'a [u8]>,
    line: u64,
}

impl<'a> Rows<'a> {
    fn new(text: &'a str, delimiter: char) -> Self {
        let reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(u8::try_from(delimiter).unwrap_or(b';'))
            .from_reader(text.as_bytes());
        Self { text: text.as_bytes(), reader, line: 0 }
    }

    /// Blank rows between the last row and the next: the reader leaves them out, people see them.
    fn blank_rows(&self, from: u64) -> u64 {
        let from = usize::try_from(from).unwrap_or(usize::MAX);
        let rest = self.text.get(from..).unwrap_or_default();
        let within_break = from.checked_sub(1).and_then(|at| self.text.get(at)) == Some(&b'\r');
        let rest = if within_break { rest.strip_prefix(b"\n").unwrap_or(rest) } else { rest };
        let blank = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let breaks = rest.get(..blank).unwrap_or_default();
        let pairs = breaks.windows(2).filter(|pair| pair == b"\r\n").count();
        (breaks.len() - pairs) as u64
    }
}

impl Iterator for Rows<'_> {
    type Item = Row;

    fn next(&mut self) -> Option<Row> {
        let blank = self.blank_rows(self.reader.position().byte());
        let mut cells = StringRecord::new();
        // Reading a valid text from memory meets no error: lengths may differ, and the text is UTF-8.
        if !self.reader.read_record(&mut cells).unwrap_or(false) {
            return None;
        }
        self.line += blank + 1;
        let at_end = self.reader.position().byte() >= self.text.len() as u64;
        let ended = !at_end || self.text.ends_with(b"\n") || self.text.ends_with(b"\r");
        Some(Row { line: self.line, cells, ended })
    }
}

/// The row in which a quotation mark opens that is never closed.
fn open_quote(text: &str, delimiter: char) -> Option<u64> {
    let (mut line, mut opened) = (1_u64, None);
    let mut starts_cell = true;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let mark = letter == '"';
        if opened.is_some() && mark && letters.peek() == Some(&'"') {
            letters.next();
        } else if mark && (opened.is_some() || starts_cell) {
            opened = if opened.is_some() { None } else { Some(line) };
            starts_cell = false;
        } else if opened.is_none() {
            line += u64::from(letter == '\n' || (letter == '\r' && letters.peek() != Some(&'\n')));
            starts_cell = letter == delimiter || matches!(letter, '\r' | '\n');
        }
    }
    opened
}
