//! The words of the public page of facilities, in every language.

use super::{lang::Lang, number};
use crate::domain::facility::inventory::Counter;

/// The page's name, also in the head of every page.
pub const fn name(lang: Lang) -> &'static str {
    lang.pick("Einrichtungen", "Facilities", "Équipements")
}

/// Above the heading; `town` is empty where none is recorded.
pub fn kicker(town: &str, lang: Lang) -> String {
    match town {
        "" => name(lang).to_owned(),
        town => format!("{}{}{town}", name(lang), lang.pick(" in ", " in ", " à ")),
    }
}

/// How far the lines are, in one sentence: so many are known, at so many is known whether the line is active.
pub fn headline(known: usize, active: Counter, lang: Lang) -> String {
    let (all, so) = (facilities(active.in_all(), lang), number::count(active.so, lang));
    match (known, active.of) {
        (0, _) => lang
            .pick(
                "Noch ist keine Einrichtung verzeichnet.",
                "No facility has been recorded yet.",
                "Aucun équipement n’est encore recensé.",
            )
            .to_owned(),
        (_, 0) => match lang {
            Lang::De => format!("{all} sind verzeichnet, der Stand ihrer Leitungen ist nicht veröffentlicht."),
            Lang::En => format!("{all} recorded; the state of their lines has not been published."),
            Lang::Fr => format!("{all} au total\u{202f}; l’état de leurs lignes n’est pas publié."),
        },
        _ => match lang {
            Lang::De => format!("Bei {so} von {all} ist die Leitung aktiv."),
            Lang::En => format!("The line is active at {so} of {all}."),
            Lang::Fr => {
                let of = number::count(active.in_all(), lang);
                format!("La ligne est active pour {} sur {of}.", facilities(active.so, lang))
            }
        },
    }
}

fn facilities(count: u32, lang: Lang) -> String {
    let (one, many) =
        lang.pick(("Einrichtung", "Einrichtungen"), ("facility", "facilities"), ("équipement", "équipements"));
    number::counted(count, one, many, lang)
}

/// What search engines show.
pub const fn description(lang: Lang) -> &'static str {
    lang.pick(
        "Schulen, Kitas und städtische Gebäude: wie weit ihre Leitungen sind, mit Quellen.",
        "Schools, daycare centres and municipal buildings: how far along their lines are, with sources.",
        "Écoles, jardins d’enfants et bâtiments municipaux\u{a0}: où en sont leurs lignes, avec les sources.",
    )
}

/// What the page tells, and what it does not.
pub const fn lead(lang: Lang) -> &'static str {
    lang.pick(
        "Wie weit die Leitungen von Schulen, Kitas, Familienzentren und städtischen Gebäuden sind. Was eine einzelne \
         Leitung leistet, ist nicht veröffentlicht.",
        "How far along the lines of schools, daycare centres, family centres and municipal buildings are. What a single line \
         delivers is not published.",
        "Où en sont les lignes des écoles, des jardins d’enfants, des centres de quartier et des bâtiments municipaux. Le \
         débit de chaque ligne n’est pas publié.",
    )
}

/// What stands before the sources of names and positions.
pub const fn origin(lang: Lang) -> &'static str {
    lang.pick("Namen und Lagen: ", "Names and positions: ", "Noms et emplacements\u{a0}: ")
}

/// The heading above the counters.
pub const fn counters(lang: Lang) -> &'static str {
    lang.pick("Was schon so weit ist", "What is already in place", "Ce qui est déjà en place")
}

/// What the first counter counts, and what its word means.
pub const fn active(lang: Lang) -> (&'static str, &'static str) {
    lang.pick(
        ("Einrichtungen mit aktiver Leitung", "Aktiv heißt: Die geplante Leitung ist gebaut und in Betrieb."),
        ("facilities with an active line", "Active means that the planned line is built and in operation."),
        ("équipements dont la ligne est active", "Active signifie que la ligne prévue est construite et en service."),
    )
}

/// What the second counter counts, and what the need is.
pub const fn need(lang: Lang) -> (&'static str, &'static str) {
    lang.pick(
        (
            "gemessene Schulen, deren Leitung den Bedarf deckt",
            "Bedarf ist die Schwelle der Breitbandförderung des Bundes von 2017: 30\u{a0}Mbit/s je Klasse und noch einmal so viel für die Verwaltung.",
        ),
        (
            "measured schools whose line meets the need",
            "The need is the threshold of the federal broadband funding of 2017: 30\u{a0}Mbit/s for each class, and the same again for the administration.",
        ),
        (
            "écoles mesurées dont la ligne couvre le besoin",
            "Le besoin est le seuil des subventions fédérales au haut débit de 2017\u{a0}: 30\u{a0}Mbit/s par classe, et autant pour l’administration.",
        ),
    )
}

/// What is not known is named: it is neither active nor the opposite.
pub fn unknown(active: Counter, lang: Lang) -> String {
    let count = number::count(active.unknown, lang);
    match (active.unknown, lang) {
        (0, _) => String::new(),
        (2.., Lang::De) if active.of == 0 => format!(" Bei allen {count} ist der Stand nicht bekannt."),
        (2.., Lang::En) if active.of == 0 => format!(" The state of all {count} is not known."),
        (2.., Lang::Fr) if active.of == 0 => format!(" L’état des {count} n’est pas connu."),
        (1, Lang::De) => " Bei einer davon ist der Stand nicht bekannt.".to_owned(),
        (1, Lang::En) => " The state of one of them is not known.".to_owned(),
        (1, Lang::Fr) => " L’état de l’un d’eux n’est pas connu.".to_owned(),
        (_, Lang::De) => format!(" Bei {count} davon ist der Stand nicht bekannt."),
        (_, Lang::En) => format!(" The state of {count} of them is not known."),
        (_, Lang::Fr) => format!(" L’état de {count} d’entre eux n’est pas connu."),
    }
}

/// Schools that are not among those counted.
pub fn unmeasured(met: Counter, lang: Lang) -> String {
    if met.unknown == 0 {
        return String::new();
    }
    // There are further ones only where one is counted.
    let (further, is_one, count) = (met.of > 0, met.unknown == 1, number::count(met.unknown, lang));
    match lang {
        Lang::De => {
            let further = if further { "weiteren " } else { "" };
            let (schools, counted) = match is_one {
                true => (format!("einer {further}Schule"), "sie ist nicht mitgezählt"),
                false => (format!("{count} {further}Schulen"), "sie sind nicht mitgezählt"),
            };
            format!(" Zu {schools} fehlt die Messung oder die Zahl der Klassen; {counted}.")
        }
        Lang::En => {
            let further = if further { "more " } else { "" };
            let (schools, counted) = match is_one {
                true => (format!("one {further}school"), "it is not counted"),
                false => (format!("{count} {further}schools"), "they are not counted"),
            };
            format!(" The measurement or the number of classes is missing for {schools}; {counted}.")
        }
        Lang::Fr => {
            let (schools, counted) = match (is_one, further) {
                (true, true) => ("une autre école".to_owned(), "elle n’est pas comptée"),
                (true, false) => ("une école".to_owned(), "elle n’est pas comptée"),
                (false, true) => (format!("{count} autres écoles"), "elles ne sont pas comptées"),
                (false, false) => (format!("{count} écoles"), "elles ne sont pas comptées"),
            };
            format!(" La mesure ou le nombre de classes manque pour {schools}\u{202f}; {counted}.")
        }
    }
}

/// Behind the dash of a counter without a number.
pub const fn not_known(lang: Lang) -> &'static str {
    lang.pick(" noch nicht bekannt", " not known yet", " pas encore connu")
}

/// The heading above published numbers, and why they count something else.
pub const fn published(lang: Lang) -> (&'static str, &'static str) {
    lang.pick(
        (
            "Außerdem veröffentlicht",
            "Diese Zahlen zählen Anschlüsse und Verträge, keine Häuser: Ein Haus kann mehrere haben.",
        ),
        (
            "Also published",
            "These numbers count lines and contracts, not buildings: a building can have several.",
        ),
        (
            "Également publié",
            "Ces chiffres comptent des lignes et des contrats, non des bâtiments\u{a0}: un bâtiment peut en avoir plusieurs.",
        ),
    )
}

/// The heading above the map.
pub const fn map(lang: Lang) -> &'static str {
    lang.pick("Karte", "Map", "Carte")
}

/// The heading above the list.
pub const fn list(lang: Lang) -> &'static str {
    lang.pick("Alle Einrichtungen nach Gebiet", "All facilities by area", "Tous les équipements par secteur")
}

/// The heading of facilities that lie in no area.
pub const fn no_area(lang: Lang) -> &'static str {
    lang.pick("Ohne Gebiet", "Without an area", "Sans secteur")
}

/// The link to the list as a file.
pub const fn file(lang: Lang) -> &'static str {
    lang.pick("Diese Liste als CSV", "This list as CSV", "Cette liste en CSV")
}

/// The heading on an area's page.
pub const fn of_area(lang: Lang) -> &'static str {
    lang.pick("Schulen und andere Einrichtungen", "Schools and other facilities", "Écoles et autres équipements")
}

/// The link from an area's page.
pub const fn all_with_map(lang: Lang) -> &'static str {
    lang.pick("Alle Einrichtungen, mit Karte", "All facilities, with map", "Tous les équipements, avec carte")
}

/// The start page's counter: its heading.
pub const fn tile(lang: Lang) -> &'static str {
    lang.pick("Schulen und Einrichtungen", "Schools and facilities", "Écoles et équipements")
}

/// The start page's counter where no line's state is known: what stands behind the number, what it counts, what is not known.
pub const fn only_known(lang: Lang) -> (&'static str, &'static str, &'static str) {
    lang.pick(
        (" verzeichnet", "Schulen und andere Einrichtungen", "Der Stand ihrer Leitungen ist nicht veröffentlicht."),
        (" recorded", "schools and other facilities", "The state of their lines has not been published."),
        (" recensés", "écoles et autres équipements", "L’état de leurs lignes n’est pas publié."),
    )
}

/// What stands before the source of the list.
pub const fn list_source(lang: Lang) -> &'static str {
    lang.pick("Quelle der Liste: ", "Source of the list: ", "Source de la liste\u{a0}: ")
}

/// The link from the start page.
pub const fn all(lang: Lang) -> &'static str {
    lang.pick("Alle Einrichtungen", "All facilities", "Tous les équipements")
}
