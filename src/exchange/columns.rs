//! Which column of a table holds what, by the heading that people give it.

use csv::StringRecord;

use crate::domain::{import::Column, name};

use super::table::MAX_COLUMNS;

/// A kind of column with the headings that people give it.
pub type Headings<C> = (C, &'static [&'static str]);

/// The columns that one sort of table has.
pub trait Headed: Copy + Eq + 'static {
    /// The headings of each kind of column as [`name::key`]s: case, hyphens, spaces and the way of writing
    /// umlauts do not matter. Where a file has several of one kind, the one that stands first here counts.
    const HEADINGS: &'static [Headings<Self>];

    /// What such a table needs and this one lacks.
    fn missing(has: impl Fn(Self) -> bool) -> Vec<Column>;
}

/// The headings of a table of readings.
const READINGS: [Headings<Column>; 10] = [
    (Column::Area, &["ortsteil", "stadtteil", "ortschaft", "gebiet", "gewerbegebiet", "ausbaugebiet", "name"]),
    (Column::Day, &["stand", "stichtag", "datum"]),
    (Column::Count, &["vertraege", "vertragszahl", "anzahlvertraege", "anzahldervertraege", "anzahl"]),
    (Column::Quote, &["quote", "quotein", "quoteinprozent", "quoteprozent", "prozent", "inprozent"]),
    (Column::Stage, &["stufe", "pruefstand"]),
    (Column::Source, &["quelle"]),
    (Column::Note, &["anmerkung", "anmerkungen", "bemerkung", "bemerkungen", "hinweis", "hinweise"]),
    (Column::Reason, &["grund", "korrekturgrund", "grundderkorrektur"]),
    (Column::Sample, &["beispieldaten"]),
    (Column::Replaced, &["ersetzt"]),
];

impl Headed for Column {
    const HEADINGS: &'static [Headings<Self>] = &READINGS;

    /// `Count` stands for a count or a quote.
    fn missing(has: impl Fn(Self) -> bool) -> Vec<Self> {
        let mut missing: Vec<Self> = [Self::Area, Self::Day].into_iter().filter(|column| !has(*column)).collect();
        if !has(Self::Count) && !has(Self::Quote) {
            missing.push(Self::Count);
        }
        missing
    }
}

/// The cells of a row up to the last one that is filled.
pub fn filled_cells(row: &StringRecord) -> usize {
    (0..row.len()).rfind(|place| row.get(*place).is_some_and(|cell| !cell.trim().is_empty())).map_or(0, |last| last + 1)
}

/// The columns of a table.
#[derive(Clone, Debug)]
pub struct Columns<C> {
    /// The headings as the file writes them; empty ones at the end are left out.
    names: Vec<String>,
    places: Vec<(C, usize)>,
    twice: Option<usize>,
}

impl<C> Default for Columns<C> {
    fn default() -> Self {
        Self { names: Vec::new(), places: Vec::new(), twice: None }
    }
}

impl<C: Headed> Columns<C> {
    /// The columns that a row would name if it were the header.
    pub fn of(row: &StringRecord) -> Self {
        let names: Vec<String> = row.iter().take(filled_cells(row)).map(|cell| cell.trim().to_owned()).collect();
        let keys: Vec<String> = names.iter().take(MAX_COLUMNS).map(|heading| name::key(heading)).collect();
        let place = |headings: &[&str]| headings.iter().find_map(|heading| keys.iter().position(|key| key == heading));
        let places: Vec<(C, usize)> =
            C::HEADINGS.iter().filter_map(|(column, headings)| Some((*column, place(headings)?))).collect();
        let again = |(_, place): &(C, usize)| keys.iter().skip(place + 1).any(|key| Some(key) == keys.get(*place));
        let twice = places.iter().find(|place| again(place)).map(|(_, place)| *place);
        Self { names, places, twice }
    }

    /// The headings as the file writes them.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// Where this column stands.
    pub fn place(&self, column: C) -> Option<usize> {
        self.places.iter().find(|(of, _)| *of == column).map(|(_, place)| *place)
    }

    /// The heading of this column.
    pub fn name(&self, column: C) -> Option<&str> {
        self.names.get(self.place(column)?).map(String::as_str)
    }

    /// All columns that are read, with their headings.
    pub fn headings(&self) -> Vec<(C, String)> {
        self.places.iter().filter_map(|(column, _)| Some((*column, self.name(*column)?.to_owned()))).collect()
    }

    /// The headings that are not read.
    pub fn not_read(&self) -> impl Iterator<Item = &str> {
        let read = |place: usize| self.places.iter().any(|(_, of)| *of == place);
        let named = self.names.iter().enumerate().filter(move |(place, name)| !read(*place) && !name.is_empty());
        named.map(|(_, name)| name.as_str())
    }

    /// What such a table needs and this one lacks.
    pub fn missing(&self) -> Vec<Column> {
        C::missing(|column| self.place(column).is_some())
    }

    /// A heading that is read and stands there twice.
    pub fn twice(&self) -> Option<&str> {
        self.names.get(self.twice?).map(String::as_str)
    }

    /// Whether the columns suffice, and how many of them are read.
    pub fn rank(&self) -> (bool, usize) {
        (self.missing().is_empty() && !self.places.is_empty(), self.places.len())
    }
}
