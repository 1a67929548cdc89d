//! A sentence in parts, so that its facts can stand out and what is quoted keeps its language.

use super::lang::Lang;

/// A part of a sentence; the strong ones stand out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    /// Plain words.
    Plain(String),
    /// The facts in them.
    Strong(String),
    /// Words of the records on a page of another language: they are German.
    Quoted(String),
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

    /// Words of the records on a page of this language.
    pub fn quoted(text: impl Into<String>, lang: Lang) -> Self {
        if lang.is_german() { Self::Plain(text.into()) } else { Self::Quoted(text.into()) }
    }

    /// Its words.
    pub fn text(&self) -> &str {
        match self {
            Self::Plain(text) | Self::Strong(text) | Self::Quoted(text) => text,
        }
    }

    /// The words of a whole sentence.
    pub fn words(spans: &[Self]) -> String {
        spans.iter().map(Self::text).collect()
    }
}
