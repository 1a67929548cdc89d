//! The words around every public page: head, foot, the choice of language, the page that is not there.

use jiff::civil::Date;

use super::{date, lang::Lang};

/// A sentence with something in its middle that is more than words: a link, or a word of another language.
pub type Around = (&'static str, &'static str, &'static str);

/// The first link of a page.
pub const fn skip(lang: Lang) -> &'static str {
    match lang {
        Lang::De => "Zum Inhalt springen",
        Lang::En => "Skip to content",
        Lang::Fr => "Aller au contenu",
    }
}

/// Below the name of the program; `town` is empty where nothing is recorded.
pub fn subtitle(town: &str, lang: Lang) -> String {
    match (lang, town) {
        (Lang::De, "") => "Glasfaserausbau".to_owned(),
        (Lang::En, "") => "Fibre rollout".to_owned(),
        (Lang::Fr, "") => "La fibre".to_owned(),
        (Lang::De, town) => format!("Glasfaserausbau in {town}"),
        (Lang::En, town) => format!("Fibre rollout in {town}"),
        (Lang::Fr, town) => format!("La fibre à {town}"),
    }
}

/// What the banner of a demonstration begins with.
pub const fn banner(sample: bool, lang: Lang) -> &'static str {
    match (lang, sample) {
        (Lang::De, true) => "Beispieldaten.",
        (Lang::En, true) => "Sample data.",
        (Lang::Fr, true) => "Données d’exemple.",
        (Lang::De, false) => "Vorführung.",
        (Lang::En, false) => "Demonstration.",
        (Lang::Fr, false) => "Démonstration.",
    }
}

/// What of the numbers is made up. In the middle stands the word by which those who read them know them: the source's name, in
/// German everywhere.
pub const fn made_up(lang: Lang) -> Around {
    match lang {
        Lang::De => (
            " Zahlen mit der Quelle „",
            "Beispieldaten",
            "“ sind erfunden, Grenzen schematisch, Termine und Beschlüsse belegt.",
        ),
        Lang::En => (
            " Figures with the source “",
            "Beispieldaten",
            "” are invented and boundaries are schematic; dates and decisions are documented.",
        ),
        Lang::Fr => (
            " Les chiffres dont la source est «\u{a0}",
            "Beispieldaten",
            "\u{a0}» sont inventés et les limites schématiques\u{202f}; les dates et les décisions sont attestées.",
        ),
    }
}

/// The day that a demonstration shows.
pub fn shown_day(day: Date, lang: Lang) -> String {
    let day = date::long(day, lang).replace(' ', "\u{a0}");
    match lang {
        Lang::De => format!(" Stand der Vorführung: {day}."),
        Lang::En => format!(" Shown as of {day}."),
        Lang::Fr => format!(" Situation présentée\u{a0}: {day}."),
    }
}

/// The name of the links in the head.
pub const fn navigation(lang: Lang) -> &'static str {
    match lang {
        Lang::De => "Hauptnavigation",
        Lang::En => "Main navigation",
        Lang::Fr => "Navigation principale",
    }
}

/// The name of the choice of language.
pub const fn languages(lang: Lang) -> &'static str {
    match lang {
        Lang::De => "Sprache",
        Lang::En => "Language",
        Lang::Fr => "Langue",
    }
}

/// The page in Leichte Sprache: its address without the prefix of its language, and its name, German everywhere.
pub const PLAIN_LANGUAGE: (&str, &str) = ("/leichte-sprache", "Leichte Sprache");

/// A language in its own words: who looks for it may understand no other.
pub const fn own_name(lang: Lang) -> &'static str {
    match lang {
        Lang::De => "Deutsch",
        Lang::En => "English",
        Lang::Fr => "Français",
    }
}

/// The start page's section of areas, as the head names it.
pub const fn areas(lang: Lang) -> &'static str {
    match lang {
        Lang::De => "Gebiete",
        Lang::En => "Areas",
        Lang::Fr => "Secteurs",
    }
}

/// The start page's section of commercial areas, as the head names it.
pub const fn commercial_areas(lang: Lang) -> &'static str {
    match lang {
        Lang::De => "Gewerbegebiete",
        Lang::En => "Commercial areas",
        Lang::Fr => "Zones d’activité",
    }
}

/// The start page's section on how is counted, as the head names it.
pub const fn counting(lang: Lang) -> &'static str {
    match lang {
        Lang::De => "Zählweise",
        Lang::En => "Method",
        Lang::Fr => "Méthode",
    }
}

/// The start page, where a path leads back to it.
pub const fn overview(lang: Lang) -> &'static str {
    match lang {
        Lang::De => "Übersicht",
        Lang::En => "Overview",
        Lang::Fr => "Vue d’ensemble",
    }
}

/// The name of the path to a page.
pub const fn crumbs(lang: Lang) -> &'static str {
    match lang {
        Lang::De => "Wo Sie sind",
        Lang::En => "You are here",
        Lang::Fr => "Vous êtes ici",
    }
}

/// The heading of the foot.
pub const fn take_away(lang: Lang) -> &'static str {
    match lang {
        Lang::De => "Daten mitnehmen",
        Lang::En => "Download the data",
        Lang::Fr => "Télécharger les données",
    }
}

/// The name of the links in the foot.
pub const fn about(lang: Lang) -> &'static str {
    match lang {
        Lang::De => "Über diese Seiten",
        Lang::En => "About these pages",
        Lang::Fr => "À propos de ces pages",
    }
}

/// The files of the foot.
pub const fn files(lang: Lang) -> [&'static str; 4] {
    match lang {
        Lang::De => {
            ["Alle Stände (CSV)", "Gebiete mit Stand (GeoJSON)", "Aktueller Stand (JSON)", "Neues abonnieren (Atom)"]
        }
        Lang::En => [
            "All figures (CSV)",
            "Areas with their status (GeoJSON)",
            "Current status (JSON)",
            "Subscribe to the news (Atom)",
        ],
        Lang::Fr => [
            "Tous les chiffres (CSV)",
            "Secteurs et leur situation (GeoJSON)",
            "Situation actuelle (JSON)",
            "S’abonner aux actualités (Atom)",
        ],
    }
}

/// That the page remembers nobody.
pub const fn no_cookies(lang: Lang) -> &'static str {
    match lang {
        Lang::De => "Diese Seite setzt keine Cookies. ",
        Lang::En => "This site sets no cookies. ",
        Lang::Fr => "Ce site ne dépose aucun cookie. ",
    }
}

/// What stands before the sources' notes.
pub const fn sources(lang: Lang) -> &'static str {
    match lang {
        Lang::De => "Quellen: ",
        Lang::En => "Sources: ",
        Lang::Fr => "Sources\u{a0}: ",
    }
}

/// Why some of a page is German; nothing in German.
pub const fn quoted(lang: Lang) -> &'static str {
    match lang {
        Lang::De => "",
        Lang::En => "Names, sources and notes are shown in German, as they were recorded. ",
        Lang::Fr => "Les noms, les sources et les remarques figurent en allemand, tels qu’ils ont été enregistrés. ",
    }
}

/// What the program is.
pub const fn free_software(lang: Lang) -> &'static str {
    match lang {
        Lang::De => "Faserstand ist freie Software (EUPL-1.2).",
        Lang::En => "Faserstand is free software (EUPL-1.2).",
        Lang::Fr => "Faserstand est un logiciel libre (EUPL-1.2).",
    }
}

/// Above the heading of the page that is not there.
pub const fn error_404(lang: Lang) -> &'static str {
    match lang {
        Lang::De => "Fehler 404",
        Lang::En => "Error 404",
        Lang::Fr => "Erreur 404",
    }
}

/// The heading of the page that is not there.
pub const fn not_found(lang: Lang) -> &'static str {
    match lang {
        Lang::De => "Diese Seite gibt es nicht.",
        Lang::En => "This page does not exist.",
        Lang::Fr => "Cette page n’existe pas.",
    }
}

/// What may have happened, and the link to where all areas stand.
pub const fn led_on(lang: Lang) -> Around {
    match lang {
        Lang::De => (
            "Vielleicht ist die Adresse vertippt oder das Gebiet heißt anders. Auf der ",
            "Übersicht",
            " stehen alle Gebiete mit ihrem Stand.",
        ),
        Lang::En => (
            "The address may be mistyped, or the area may have another name. The ",
            "overview",
            " lists all areas with their status.",
        ),
        Lang::Fr => (
            "L’adresse est peut-être mal saisie, ou le secteur porte un autre nom. La ",
            "vue d’ensemble",
            " présente tous les secteurs et leur situation.",
        ),
    }
}

/// The heading of the areas on the page that is not there.
pub const fn all_areas(lang: Lang) -> &'static str {
    match lang {
        Lang::De => "Alle Gebiete",
        Lang::En => "All areas",
        Lang::Fr => "Tous les secteurs",
    }
}

/// When a page cannot be made.
pub const fn unavailable(lang: Lang) -> &'static str {
    match lang {
        Lang::De => "Die Seite kann gerade nicht angezeigt werden. Bitte versuchen Sie es in einer Minute noch einmal.",
        Lang::En => "The page cannot be shown at the moment. Please try again in a minute.",
        Lang::Fr => "La page ne peut pas être affichée pour le moment. Veuillez réessayer dans une minute.",
    }
}
