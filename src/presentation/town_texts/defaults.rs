//! The program's own texts, in Markdown. Nothing in them is invented about a town: who answers for these pages, only the town
//! can say, and until it does, that is what they say. Where they name a rule of the program, the number comes from the rule.

use crate::domain::{
    lang::Lang,
    remark::{CONTACT_DAYS, CONTACT_MONTHS},
    session::{ABSOLUTE, IDLE},
    town_text::TextKind,
};

/// What stands alone on a line of the text in Leichte Sprache where the figures of the day belong.
pub const FIGURES: &str = "{stand}";
/// What stands alone on a line of the accessibility statement where it belongs whom to write to.
pub const CONTACT: &str = "{kontakt}";

/// Between a number or a word and the sign beside it no line ends. In the files these spaces are plain: nobody could tell them
/// apart there.
const TOGETHER: [(&str, &str); 3] = [(" %", "\u{a0}%"), ("§ ", "§\u{a0}"), (" Mbit/s", "\u{a0}Mbit/s")];
/// The same before the signs that French parts from the word.
const TOGETHER_IN_FRENCH: [(&str, &str); 5] =
    [(" :", "\u{a0}:"), (" ;", "\u{202f};"), (" ?", "\u{202f}?"), ("« ", "«\u{a0}"), (" »", "\u{a0}»")];

/// The program's own text; empty where there is none.
pub fn default(kind: TextKind, lang: Lang) -> String {
    let text = match (kind, lang) {
        (TextKind::Imprint, Lang::De) => include_str!("de/imprint.md"),
        (TextKind::Imprint, Lang::En) => include_str!("en/imprint.md"),
        (TextKind::Imprint, Lang::Fr) => include_str!("fr/imprint.md"),
        (TextKind::Controller, Lang::De) => include_str!("de/controller.md"),
        (TextKind::Controller, Lang::En) => include_str!("en/controller.md"),
        (TextKind::Controller, Lang::Fr) => include_str!("fr/controller.md"),
        (TextKind::Privacy, Lang::De) => include_str!("de/privacy.md"),
        (TextKind::Privacy, Lang::En) => include_str!("en/privacy.md"),
        (TextKind::Privacy, Lang::Fr) => include_str!("fr/privacy.md"),
        (TextKind::Accessibility, Lang::De) => include_str!("de/accessibility.md"),
        (TextKind::Accessibility, Lang::En) => include_str!("en/accessibility.md"),
        (TextKind::Accessibility, Lang::Fr) => include_str!("fr/accessibility.md"),
        (TextKind::Contact, Lang::De) => include_str!("de/contact.md"),
        (TextKind::Contact, Lang::En) => include_str!("en/contact.md"),
        (TextKind::Contact, Lang::Fr) => include_str!("fr/contact.md"),
        (TextKind::Sources, Lang::De) => include_str!("de/sources.md"),
        (TextKind::Sources, Lang::En) => include_str!("en/sources.md"),
        (TextKind::Sources, Lang::Fr) => include_str!("fr/sources.md"),
        (TextKind::PlainLanguage, _) => include_str!("de/plain_language.md"),
        (TextKind::SignVideo | TextKind::Security, _) => "",
    };
    let rules = [
        ("{contact_days}", i64::from(CONTACT_DAYS)),
        ("{contact_months}", i64::from(CONTACT_MONTHS)),
        ("{idle_minutes}", IDLE.as_mins()),
        ("{session_hours}", ABSOLUTE.as_hours()),
    ];
    let text = rules.iter().fold(text.to_owned(), |text, (name, number)| text.replace(name, &number.to_string()));
    let french = TOGETHER_IN_FRENCH.iter().filter(|_| lang == Lang::Fr);
    TOGETHER.iter().chain(french).fold(text, |text, (apart, together)| text.replace(apart, together))
}
