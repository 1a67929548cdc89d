//! A table as a screen shows it: words ready to read. One component draws them all.

use serde::{Deserialize, Serialize};

use crate::domain::edit::{EditKind, Field};

/// A table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// What it shows, for who hears it.
    pub caption: String,
    /// Its columns' heads; whether a column holds numbers.
    pub head: Vec<(String, bool)>,
    /// Its rows.
    pub lines: Vec<Line>,
    /// What stands there when it has no row: what belongs here.
    pub empty: String,
}

/// One row. Its first cell is its head.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// What stands in its cells.
    pub cells: Vec<String>,
    /// How it looks: "now" holds, "old" no longer, "yes", "no" and "open" for answers; else empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub look: String,
    /// Which cell leads where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<(usize, String)>,
    /// How the row is changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edit: Option<EditView>,
}

/// A button that opens a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditView {
    /// Which form.
    pub kind: EditKind,
    /// The word on the button.
    pub label: String,
    /// The form's heading.
    pub title: String,
    /// What stands in its fields at first.
    pub fields: Vec<(Field, String)>,
}

impl Table {
    /// An empty table with these columns; "#" before a head marks a column of numbers.
    pub fn new(caption: &str, head: &[&str], empty: &str) -> Self {
        let column = |name: &&str| match name.strip_prefix('#') {
            Some(name) => (name.to_owned(), true),
            None => ((*name).to_owned(), false),
        };
        let (caption, empty) = (caption.to_owned(), empty.to_owned());
        Self { caption, head: head.iter().map(column).collect(), lines: Vec::new(), empty }
    }
}

impl Line {
    /// A row with nothing but its cells.
    pub fn of<const N: usize>(cells: [String; N]) -> Self {
        Self { cells: cells.into(), ..Self::default() }
    }

    /// The same with this look.
    #[must_use]
    pub fn looking(self, look: &str) -> Self {
        Self { look: look.to_owned(), ..self }
    }
}

/// "–" for what is not known: never 0, never empty.
pub fn dash() -> String {
    "–".to_owned()
}

/// The text, or a dash.
pub fn or_dash(text: Option<impl Into<String>>) -> String {
    text.map_or_else(dash, Into::into)
}
