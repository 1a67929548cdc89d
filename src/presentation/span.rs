//! A sentence in parts, so that its facts can stand out.

/// A part of a sentence; the strong ones stand out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    /// Plain words.
    Plain(String),
    /// The facts in them.
    Strong(String),
}

impl Span {
    /// Plain words.
    pub fn plain(text: impl Into<String>) -> Self {
        Self::Plain(text.into())
    }

    /// A fact.
    pub fn strong(text: impl Into<String>) -> Self {
        Self::Strong(text.into())
    }

    /// Its words.
    pub fn text(&self) -> &str {
        match self {
            Self::Plain(text) | Self::Strong(text) => text,
        }
    }
}
