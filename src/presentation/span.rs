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

    /// The same sentence with plain words beside each other as one part, without empty ones.
    pub fn joined(spans: Vec<Self>) -> Vec<Self> {
        let mut joined: Vec<Self> = Vec::with_capacity(spans.len());
        for span in spans.into_iter().filter(|span| !span.text().is_empty()) {
            match (joined.last_mut(), span) {
                (Some(Self::Plain(before)), Self::Plain(text)) => before.push_str(&text),
                (_, span) => joined.push(span),
            }
        }
        joined
    }

    /// The words of a whole sentence.
    pub fn words(spans: &[Self]) -> String {
        spans.iter().map(Self::text).collect()
    }
}
