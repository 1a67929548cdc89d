//! Markup of screens that are only read: made on the server, put into the page as it is (docs/decisions/011). Every text
//! goes through [`text`] and every attribute through [`element`], which escape; there is no other way in.

use std::fmt::Write;

use serde::{Deserialize, Serialize};

use super::{lang::Lang, span::Span};

/// A piece of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Markup(String);

impl Markup {
    /// The HTML.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The HTML.
    pub fn into_string(self) -> String {
        self.0
    }
}

/// A text.
///
/// ```
/// use faserstand_lib::presentation::markup::text;
/// assert_eq!(text("1&1 <b>").as_str(), "1&amp;1 &lt;b&gt;");
/// ```
pub fn text(text: &str) -> Markup {
    Markup(escaped(text))
}

/// An element with its attributes; one whose value is empty stands there by its name alone.
///
/// ```
/// use faserstand_lib::presentation::markup::{element, text};
/// let cell = element("td", &[("class", "num")], [text("302")]);
/// assert_eq!(cell.as_str(), "<td class=\"num\">302</td>");
/// ```
pub fn element(
    tag: &'static str,
    attributes: &[(&'static str, &str)],
    inside: impl IntoIterator<Item = Markup>,
) -> Markup {
    let mut html = opened(tag, attributes);
    html.extend(inside.into_iter().map(Markup::into_string));
    // Writing into a string does not fail.
    let _ = write!(html, "</{tag}>");
    Markup(html)
}

/// An element that holds nothing: a field.
pub fn void(tag: &'static str, attributes: &[(&'static str, &str)]) -> Markup {
    Markup(opened(tag, attributes))
}

/// Pieces one after the other.
pub fn all(pieces: impl IntoIterator<Item = Markup>) -> Markup {
    Markup(pieces.into_iter().map(Markup::into_string).collect())
}

/// Words of the records on a page of this language: they are German, and a page that is not says so.
///
/// ```
/// use faserstand_lib::presentation::{lang::Lang, markup::in_german};
/// assert_eq!(in_german("Jahresbericht", Lang::De).as_str(), "Jahresbericht");
/// assert_eq!(in_german("Jahresbericht", Lang::En).as_str(), "<span lang=\"de\">Jahresbericht</span>");
/// ```
pub fn in_german(words: &str, lang: Lang) -> Markup {
    said(&[Span::quoted(words, lang)])
}

/// A sentence in its parts.
pub fn said(spans: &[Span]) -> Markup {
    all(spans.iter().map(|span| match span {
        Span::Plain(words) => text(words),
        Span::Strong(words) => element("b", &[], [text(words)]),
        Span::Quoted(words) => element("span", &[("lang", "de")], [text(words)]),
    }))
}

fn opened(tag: &str, attributes: &[(&str, &str)]) -> String {
    let mut html = format!("<{tag}");
    for (name, value) in attributes {
        let _ = match value.is_empty() {
            true => write!(html, " {name}"),
            false => write!(html, " {name}=\"{}\"", escaped(value)),
        };
    }
    html.push('>');
    html
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#39;")
}
