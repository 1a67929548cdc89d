//! Texts of the town: what they are called, and what the change log says of one.

use super::{number, record_fields::Texts, record_fields::word};
use crate::domain::{
    edit::Field,
    lang::Lang,
    town_text::{TextKind, TownText},
};

/// What a text is called where staff sees to it.
pub const fn name(kind: TextKind) -> &'static str {
    match kind {
        TextKind::Imprint => "Impressum",
        TextKind::Controller => "Verantwortliche Stelle",
        TextKind::Privacy => "Datenschutz",
        TextKind::Accessibility => "Barrierefreiheit",
        TextKind::Contact => "Kontakt zur Barrierefreiheit",
        TextKind::PlainLanguage => "Leichte Sprache",
        TextKind::Sources => "Quellen und Methode",
        TextKind::SignVideo => "Video in Gebärdensprache",
        TextKind::Security => "Meldungen zur Sicherheit",
    }
}

/// A language, as staff reads it.
pub const fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::De => "Deutsch",
        Lang::En => "Englisch",
        Lang::Fr => "Französisch",
    }
}

/// "Impressum (Deutsch)".
pub fn title(kind: TextKind, lang: Lang) -> String {
    match kind.languages().len() {
        1 => name(kind).to_owned(),
        _ => format!("{} ({})", name(kind), language(lang)),
    }
}

/// In a line of the change log: not the text itself, which may be long, but that there is one.
pub fn line(text: &TownText) -> String {
    let title = title(text.kind(), text.lang());
    match text.text() {
        Some(address) if text.kind().is_address() => format!("{title}: {address}"),
        Some(words) => {
            let length = u32::try_from(words.chars().count()).unwrap_or(u32::MAX);
            let begins: String = words.split_whitespace().take(8).collect::<Vec<_>>().join(" ");
            format!("{title}, {}: {begins} …", number::counted(length, "Zeichen", "Zeichen", Lang::De))
        }
        None => format!("{title}: kein eigener Text"),
    }
}

/// As the texts of its form.
pub fn texts(text: &TownText) -> Texts {
    form(text.kind(), text.lang(), text.text().unwrap_or_default())
}

/// What stands in the form of a text at first.
pub fn form(kind: TextKind, lang: Lang, text: &str) -> Texts {
    let field = if kind.is_address() { Field::Link } else { Field::Markdown };
    vec![(Field::TextKind, word(&kind)), (Field::Language, word(&lang)), (field, text.to_owned())]
}
