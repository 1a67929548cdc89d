//! A table as a screen shows it: words ready to read, and one way to draw them all.

use serde::{Deserialize, Serialize};

use super::markup::{Markup, element, text};
use crate::domain::{
    edit::{EditKind, Field},
    subject::Subject,
};

/// A table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// What stands in its cells.
    pub cells: Vec<String>,
    /// How it looks: "now" holds, "old" no longer, "yes", "no" and "open" for answers; else empty.
    pub look: String,
    /// Which cell leads where.
    pub link: Option<(usize, String)>,
    /// How the row is changed.
    pub edit: Option<EditView>,
}

/// A button that opens a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditView {
    /// Which form.
    pub kind: EditKind,
    /// What it is about: the page's own subject, or one of those that the page lists.
    pub subject: Subject,
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

/// The forms that the buttons of a screen open: `data-edit` is a button's place among them.
#[derive(Debug, Default)]
pub struct Buttons {
    /// The forms, in the order of their buttons.
    pub edits: Vec<EditView>,
}

impl Buttons {
    /// A button that opens a form.
    pub fn button(&mut self, edit: &EditView, attributes: &[(&'static str, &str)], more: Option<Markup>) -> Markup {
        let place = self.edits.len().to_string();
        self.edits.push(edit.clone());
        let own = [("type", "button"), ("title", edit.title.as_str()), ("data-edit", &place)];
        let attributes: Vec<_> = own.into_iter().chain(attributes.iter().copied()).collect();
        element("button", &attributes, [text(&edit.label)].into_iter().chain(more))
    }
}

impl Table {
    /// The table in its own box, which scrolls where the page is narrow; without a row what belongs there.
    pub fn markup(&self, buttons: &mut Buttons) -> Markup {
        if self.lines.is_empty() {
            return element("p", &[("class", "empty")], [text(&self.empty)]);
        }
        let rows: Vec<Markup> = self.lines.iter().map(|line| self.row(line, buttons)).collect();
        let caption = element("caption", &[("class", "hidden")], [text(&self.caption)]);
        let table =
            element("table", &[], [caption, element("thead", &[], [self.head_markup()]), element("tbody", &[], rows)]);
        element(
            "div",
            &[("class", "tw"), ("tabindex", "0"), ("role", "region"), ("aria-label", &self.caption)],
            [table],
        )
    }

    /// The heads of its columns.
    pub fn head_markup(&self) -> Markup {
        let head = |(name, number): &(String, bool)| {
            element("th", &[("scope", "col"), ("class", if *number { "num" } else { "" })], [text(name)])
        };
        let change = || element("span", &[("class", "hidden")], [text("Ändern")]);
        let more = self.has_buttons().then(|| element("th", &[("scope", "col")], [change()]));
        element("tr", &[], self.head.iter().map(head).chain(more))
    }

    /// Its rows.
    pub fn rows_markup(&self) -> Vec<Markup> {
        let mut buttons = Buttons::default();
        self.lines.iter().map(|line| self.row(line, &mut buttons)).collect()
    }

    fn has_buttons(&self) -> bool {
        self.lines.iter().any(|line| line.edit.is_some())
    }

    fn row(&self, line: &Line, buttons: &mut Buttons) -> Markup {
        let cells = line.cells.iter().zip(&self.head).enumerate().map(|(place, (words, (_, number)))| {
            let words = match line.link.as_ref().filter(|(linked, _)| *linked == place) {
                Some((_, address)) => element("a", &[("href", address)], [text(words)]),
                None => text(words),
            };
            match place {
                0 => element("th", &[("scope", "row")], [words]),
                _ => element("td", &[("class", if *number { "num" } else { "" })], [words]),
            }
        });
        let mut cells: Vec<Markup> = cells.collect();
        if self.has_buttons() {
            let button = line.edit.as_ref().map(|edit| buttons.button(edit, &[("class", "quiet")], None));
            cells.push(element("td", &[], button));
        }
        element("tr", &[("data-look", &line.look)], cells)
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
