//! What the pages of the town are called, in three languages.

use super::{ACCESSIBILITY, IMPRINT, PRIVACY, SOURCES};
use crate::{
    domain::{lang::Lang, town_text::TextKind},
    presentation::frame_words::{self, Around},
};

/// What a page is called. Those of no page of their own have no title.
pub const fn title(kind: TextKind, lang: Lang) -> &'static str {
    match (kind, lang) {
        (TextKind::Accessibility, Lang::De) => "Erklärung zur Barrierefreiheit",
        (TextKind::Accessibility, Lang::En) => "Accessibility statement",
        (TextKind::Accessibility, Lang::Fr) => "Déclaration d’accessibilité",
        (TextKind::PlainLanguage, Lang::De) => "Glasfaser in Leichter Sprache",
        (TextKind::PlainLanguage, Lang::En) => "Fibre in easy-to-read German",
        (TextKind::PlainLanguage, Lang::Fr) => "La fibre en allemand facile à lire",
        (TextKind::Privacy, Lang::De) => "Datenschutz",
        (TextKind::Privacy, Lang::En) => "Privacy",
        (TextKind::Privacy, Lang::Fr) => "Protection des données",
        (TextKind::Imprint, Lang::De) => "Impressum",
        (TextKind::Imprint, Lang::En) => "Legal notice",
        (TextKind::Imprint, Lang::Fr) => "Mentions légales",
        (TextKind::Sources, Lang::De) => "Quellen und Methode",
        (TextKind::Sources, Lang::En) => "Sources and method",
        (TextKind::Sources, Lang::Fr) => "Sources et méthode",
        (TextKind::Controller | TextKind::Contact | TextKind::SignVideo | TextKind::Security, _) => "",
    }
}

/// What search engines show of a page.
pub const fn description(kind: TextKind, lang: Lang) -> &'static str {
    match (kind, lang) {
        (TextKind::Accessibility, Lang::De) => "Wie barrierefrei diese Seiten sind und an wen Sie sich wenden können.",
        (TextKind::Accessibility, Lang::En) => "How accessible these pages are, and whom to turn to.",
        (TextKind::Accessibility, Lang::Fr) => "Dans quelle mesure ces pages sont accessibles et à qui vous adresser.",
        (TextKind::PlainLanguage, Lang::De) => "Was diese Seiten zeigen, in kurzen Sätzen.",
        (TextKind::PlainLanguage, Lang::En) => "What these pages show, in German that is easy to read.",
        (TextKind::PlainLanguage, Lang::Fr) => "Ce que montrent ces pages, en allemand facile à lire.",
        (TextKind::Privacy, Lang::De) => "Was gespeichert wird und wann es gelöscht wird.",
        (TextKind::Privacy, Lang::En) => "What is stored, and when it is deleted.",
        (TextKind::Privacy, Lang::Fr) => "Ce qui est enregistré et quand cela est effacé.",
        (TextKind::Imprint, Lang::De) => "Wer für diese Seiten verantwortlich ist.",
        (TextKind::Imprint, Lang::En) => "Who is responsible for these pages.",
        (TextKind::Imprint, Lang::Fr) => "Qui est responsable de ces pages.",
        (TextKind::Sources, Lang::De) => "Woher die Zahlen stammen und wie gerechnet wird.",
        (TextKind::Sources, Lang::En) => "Where the figures come from and how they are calculated.",
        (TextKind::Sources, Lang::Fr) => "L’origine des chiffres et leur mode de calcul.",
        (TextKind::Controller | TextKind::Contact | TextKind::SignVideo | TextKind::Security, _) => "",
    }
}

/// The links of the foot: address without the prefix of its language, and name.
pub const fn footer(lang: Lang) -> [(&'static str, &'static str); 5] {
    match lang {
        Lang::De => [
            (ACCESSIBILITY, "Barrierefreiheit"),
            frame_words::PLAIN_LANGUAGE,
            (SOURCES, "Quellen und Methode"),
            (PRIVACY, "Datenschutz"),
            (IMPRINT, "Impressum"),
        ],
        Lang::En => [
            (ACCESSIBILITY, "Accessibility"),
            frame_words::PLAIN_LANGUAGE,
            (SOURCES, "Sources and method"),
            (PRIVACY, "Privacy"),
            (IMPRINT, "Legal notice"),
        ],
        Lang::Fr => [
            (ACCESSIBILITY, "Accessibilité"),
            frame_words::PLAIN_LANGUAGE,
            (SOURCES, "Sources et méthode"),
            (PRIVACY, "Protection des données"),
            (IMPRINT, "Mentions légales"),
        ],
    }
}

/// Above the page in Leichte Sprache, for who reads another language. In the middle stands what it is called, in German.
pub const fn plain_language_hint(lang: Lang) -> Around {
    match lang {
        Lang::De => ("", "", ""),
        Lang::En => ("This page is in easy-to-read German (", frame_words::PLAIN_LANGUAGE.1, ")."),
        Lang::Fr => ("Cette page est rédigée en allemand facile à lire (", frame_words::PLAIN_LANGUAGE.1, ")."),
    }
}

/// The heading of whom to write to about barriers.
pub const fn contact(lang: Lang) -> &'static str {
    match lang {
        Lang::De => "Rückmeldung und Kontakt",
        Lang::En => "Feedback and contact",
        Lang::Fr => "Retour d’information et contact",
    }
}

/// The heading of who answers for personal data.
pub const fn controller(lang: Lang) -> &'static str {
    match lang {
        Lang::De => "Wer verantwortlich ist",
        Lang::En => "Who is responsible",
        Lang::Fr => "Qui est responsable",
    }
}

/// The heading of the video, and its link.
pub const fn sign_video(lang: Lang) -> &'static str {
    match lang {
        Lang::De => "Video in Deutscher Gebärdensprache",
        Lang::En => "Video in German Sign Language",
        Lang::Fr => "Vidéo en langue des signes allemande",
    }
}
