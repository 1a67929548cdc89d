//! A column or a table from a spreadsheet goes into the draft. What finds no place is told, never dropped.

use super::Draft;
use crate::domain::{
    area::Slug,
    name,
    sheet::{Sheet, SheetRow},
    typed::{amount::contracts, date, shortened},
};

/// Words of a heading above contracts.
const CONTRACTS: [&str; 2] = ["vertraege", "vertragszahl"];
/// Words of other headings above a column of numbers.
const HEADINGS: [&str; 7] = ["anzahl", "zahl", "zahlen", "meldung", "stand", "kw", "woche"];

/// What became of a pasted text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pasted {
    /// So many numbers were taken.
    pub taken: usize,
    /// Whether they were matched by their names.
    pub by_name: bool,
    /// Lines whose name no area has or another line had before, in which more than one cell may be the
    /// number, or that found no row.
    pub unmatched: Vec<String>,
}

impl Draft {
    /// Takes a column or a table from a spreadsheet: a column goes down from `first`, a table is matched by the
    /// names in its first column.
    pub fn paste(&mut self, sheet: &Sheet, first: &Slug, text: &str) -> Pasted {
        let lines: Vec<&str> = text.lines().map(|line| line.trim_end_matches(['\r', '\t'])).collect();
        let by_name = lines.iter().any(|line| line.contains('\t'));
        let mut pasted = Pasted { taken: 0, by_name, unmatched: Vec::new() };
        let placed = if by_name { named(sheet, &lines) } else { below(sheet, first, &lines) };
        for (line, place) in placed {
            match place {
                Some((_, "")) => {}
                Some((row, value)) => {
                    value.clone_into(&mut self.row_mut(row).value);
                    pasted.taken += 1;
                }
                None => pasted.unmatched.push(shortened(line)),
            }
        }
        pasted
    }
}

/// A line, and where its value goes.
type Placed<'a> = (&'a str, Option<(&'a SheetRow, &'a str)>);

/// The lines of a column, one below the other. A blank one leaves its row as it is.
fn below<'a>(sheet: &'a Sheet, first: &Slug, lines: &[&'a str]) -> Vec<Placed<'a>> {
    let mut rows = sheet.rows().map(|(_, row)| row).skip_while(|row| row.area != *first);
    let lines = lines.iter().skip(usize::from(lines.first().is_some_and(|line| is_heading(line))));
    let placed = lines.map(|line| (*line, rows.next().map(|row| (row, line.trim()))));
    placed.filter(|(line, place)| place.is_some() || !line.trim().is_empty()).collect()
}

/// The lines of a table, each in the row of its name. The first one that names an area is the one that counts.
fn named<'a>(sheet: &'a Sheet, lines: &[&'a str]) -> Vec<Placed<'a>> {
    let cells = |line: &'a str| line.split('\t').map(str::trim).collect::<Vec<_>>();
    let column = lines.first().and_then(|line| column_of_contracts(&cells(line)));
    let mut placed: Vec<Placed<'a>> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let cells = cells(line);
        let row = sheet.named(cells.first().copied().unwrap_or_default());
        let is_heading = at == 0 && row.is_none() && !cells.iter().skip(1).any(|cell| says_a_number(cell));
        if is_heading || cells.iter().all(|cell| cell.is_empty()) {
            continue;
        }
        let is_new =
            |row: &&SheetRow| !placed.iter().any(|(_, place)| place.is_some_and(|(of, _)| of.area == row.area));
        placed.push((line, row.filter(is_new).zip(number(&cells, column))));
    }
    placed
}

/// The number in a line: in the column that the heading names, else the only one behind the name.
fn number<'a>(cells: &[&'a str], column: Option<usize>) -> Option<&'a str> {
    if let Some(column) = column {
        return Some(cells.get(column).copied().unwrap_or_default());
    }
    let mut counts = cells.iter().skip(1).filter(|cell| contracts(cell).is_ok());
    match (counts.next(), counts.next()) {
        (Some(count), None) => Some(count),
        (Some(_), Some(_)) => None,
        (None, _) => Some(cells.get(1).copied().unwrap_or_default()),
    }
}

fn column_of_contracts(heading: &[&str]) -> Option<usize> {
    let mut columns = (0..heading.len()).filter(|column| has_word(heading[*column], &CONTRACTS));
    columns.next().filter(|_| columns.next().is_none())
}

fn has_word(cell: &str, wanted: &[&str]) -> bool {
    name::words(cell).iter().any(|word| wanted.contains(&word.as_str()))
}

/// Whether the first cell of a column stands above its numbers.
fn is_heading(cell: &str) -> bool {
    let says_so = has_word(cell, &CONTRACTS) || has_word(cell, &HEADINGS) || date::day(cell).is_ok();
    says_so && contracts(cell).is_err()
}

fn says_a_number(cell: &str) -> bool {
    contracts(cell).is_ok() || (cell.starts_with(|first: char| first.is_ascii_digit()) && date::day(cell).is_err())
}
