//! A source's note with the link that its licence asks for.

use jiff::civil::Date;

use super::{
    date,
    lang::Lang,
    markup::{Markup, all, element, in_german, text},
    span::Span,
};

/// The name under which the federal mapping agency's licence (dl-de/by-2-0) wants to be linked on a web page.
pub const BKG: &str = "© GeoBasis-DE / BKG";
/// Where that link leads.
pub const BKG_ADDRESS: &str = "https://www.bkg.bund.de";

/// The note.
pub fn note(words: &str) -> Markup {
    match words.split_once(BKG) {
        Some((before, after)) => all([text(before), element("a", &[("href", BKG_ADDRESS)], [text(BKG)]), text(after)]),
        None => text(words),
    }
}

/// What stands before the name of a source.
pub const fn source(lang: Lang) -> &'static str {
    lang.pick("Quelle: ", "Source: ", "Source\u{a0}: ")
}

/// A source by its name, which is German.
pub fn named(name: &str, lang: Lang) -> Markup {
    all([text(source(lang)), in_german(name, lang)])
}

/// The same as parts of a sentence: "Quelle: Beispieldaten".
pub fn spans(name: &str, lang: Lang) -> Vec<Span> {
    vec![Span::plain(source(lang)), Span::quoted(name, lang)]
}

/// What is said, and its source behind it: "Stand: 10. November 2023. Quelle: Beispieldaten."
pub fn sourced(said: &str, name: &str, lang: Lang) -> Vec<Span> {
    vec![Span::plain(format!("{said} {}", source(lang))), Span::quoted(name, lang), Span::plain(".")]
}

/// "Stand: 10. November 2023."
pub fn as_of(day: Date, lang: Lang) -> String {
    let day = date::long(day, lang);
    match lang {
        Lang::De => format!("Stand: {day}."),
        Lang::En => format!("As of {day}."),
        Lang::Fr => format!("Situation au {day}."),
    }
}

/// The colon with what stands before it: a no-break space in French.
pub const fn colon(lang: Lang) -> &'static str {
    lang.pick(":", ":", "\u{a0}:")
}
