//! The counter of a strand on the start page.

use super::{lang::Lang, number, source_note, span::Span};

/// A counter on the start page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tile {
    /// Its heading.
    pub title: String,
    /// The number that is counted; a dash where nothing is published.
    pub figure: String,
    /// What stands behind it: " von 8".
    pub of: String,
    /// What is counted: "mit genug Zusagen".
    pub what: String,
    /// So many of so many, to be drawn; nothing where that is not known.
    pub segments: Option<(u32, u32)>,
    /// What it means.
    pub sentence: String,
    /// Day and source.
    pub source: Vec<Span>,
    /// Where more stands: address and name.
    pub links: Vec<(String, String)>,
}

/// What stands behind the number: " von 8".
pub fn of(all: u32, lang: Lang) -> String {
    format!("{}{}", lang.pick(" von ", " of ", " sur "), number::count(all, lang))
}

/// "Quelle: Jahresbericht."
pub fn source(name: &str, lang: Lang) -> Vec<Span> {
    vec![Span::plain(source_note::source(lang)), Span::quoted(name, lang), Span::plain(".")]
}
