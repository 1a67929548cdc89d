//! The counter of a strand on the start page.

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
    pub source: String,
    /// Where more stands: address and name.
    pub links: Vec<(String, String)>,
}
