//! The words of what is only read on the start page and on an area's page: headings, labels, short explanations.

use super::{lang::Lang, number, source_note, words};
use crate::domain::{campaign::Unit, share::Share};

/// Above the start page's sentence; `town` is empty where nothing is recorded.
pub fn kicker(town: &str, lang: Lang) -> String {
    match (lang, town) {
        (Lang::De, "") => "Glasfaser".to_owned(),
        (Lang::En, "") => "Fibre".to_owned(),
        (Lang::Fr, "") => "Fibre optique".to_owned(),
        (Lang::De, town) => format!("Glasfaser in {town}"),
        (Lang::En, town) => format!("Fibre in {town}"),
        (Lang::Fr, town) => format!("Fibre optique à {town}"),
    }
}

/// Above an area's sentence: "Ortsteil Griesheim", "Griesheim district", "Quartier Griesheim".
pub fn area_kicker(kind: &str, name: &str, lang: Lang) -> String {
    match lang {
        Lang::De | Lang::Fr => format!("{} {name}", words::capital(kind)),
        Lang::En => format!("{name} {kind}"),
    }
}

/// The link to how it is counted.
pub const fn counting(lang: Lang) -> &'static str {
    lang.pick("So wird gezählt", "How we count", "Comment on compte")
}

/// All readings: the heading of their table, and the link to it.
pub const fn all_readings(lang: Lang) -> &'static str {
    lang.pick("Alle Stände", "All figures", "Tous les chiffres")
}

/// What the whole bar stands for: "alle 1.233 Haushalte".
pub fn all_of(count: u32, unit: Unit, lang: Lang) -> String {
    let (count, (unit, _)) = (number::count(count, lang), words::unit(unit, lang));
    match lang {
        Lang::De => format!("alle {count} {unit}"),
        Lang::En => format!("all {count} {unit}"),
        Lang::Fr => format!("les {count} {unit}"),
    }
}

/// The same where no number is named: "alle Haushalte".
pub fn all_units(unit: Unit, lang: Lang) -> String {
    let (name, _) = words::unit(unit, lang);
    match lang {
        Lang::De => format!("alle {name}"),
        Lang::En => format!("all {name}"),
        Lang::Fr if unit == Unit::Companies => format!("toutes les {name}"),
        Lang::Fr => format!("tous les {name}"),
    }
}

/// The same where the number is an estimate.
pub fn all_estimated(count: u32, unit: Unit, lang: Lang) -> String {
    let (count, all) = (number::count(count, lang), all_units(unit, lang));
    match lang {
        Lang::De => format!("{all}: geschätzt {count}"),
        Lang::En => format!("{all}: an estimated {count}"),
        Lang::Fr => format!("{all}\u{a0}: {count} (estimation)"),
    }
}

/// The heading of the list: "Die elf Ortsteile".
pub fn all_areas(areas: u32, noun: words::Noun, lang: Lang) -> String {
    let spelled = || number::spelled(areas, lang);
    match (lang, areas) {
        (_, 1) => words::capital(noun.one),
        (Lang::De, _) => format!("Die {} {}", spelled(), noun.many),
        (Lang::En, _) => format!("The {} {}", spelled(), noun.many),
        (Lang::Fr, _) => format!("Les {} {}", spelled(), noun.many),
    }
}

/// The accessible name of the tally.
pub const fn by_state(lang: Lang) -> &'static str {
    lang.pick("Gebiete nach Stand", "Areas by state", "Secteurs selon leur situation")
}

/// The heading of the other strands.
pub const fn other_strands(lang: Lang) -> &'static str {
    lang.pick("Die anderen Vorhaben", "The other projects", "Les autres projets")
}

/// The heading of the timeline.
pub const fn timeline(lang: Lang) -> &'static str {
    lang.pick("Was geschah, was kommt", "What has happened, what comes next", "Ce qui s’est passé, ce qui vient")
}

/// The link to the whole timeline.
pub const fn whole_timeline(lang: Lang) -> &'static str {
    lang.pick("Der ganze Verlauf", "The whole timeline", "Toute la chronologie")
}

/// The link to the timeline of one area.
pub fn timeline_of(area: &str, lang: Lang) -> String {
    match lang {
        Lang::De => format!("Ganzer Verlauf zu {area}"),
        Lang::En => format!("Whole timeline of {area}"),
        Lang::Fr => format!("Toute la chronologie pour {area}"),
    }
}

/// The link to the feed of one area.
pub fn news_of(area: &str, lang: Lang) -> String {
    match lang {
        Lang::De => format!("Neues zu {area} abonnieren (Atom)"),
        Lang::En => format!("Subscribe to news of {area} (Atom)"),
        Lang::Fr => format!("S’abonner aux actualités de {area} (Atom)"),
    }
}

/// When the operator decides, while nobody knows.
pub const fn without_date(lang: Lang) -> &'static str {
    lang.pick("noch ohne Termin", "no date yet", "pas encore de date")
}

/// What the operator does after the deadline.
pub const fn decision_ahead(lang: Lang) -> &'static str {
    lang.pick(
        "Der Betreiber prüft die Verträge und entscheidet über den Ausbau.",
        "The operator checks the contracts and decides whether to build.",
        "L’opérateur vérifie les contrats et décide de construire ou non.",
    )
}

/// How it is counted, first: of what. "Prozent der Haushalte".
pub fn percent_of(unit: &str, lang: Lang) -> String {
    match lang {
        Lang::De => format!("Prozent der {unit}"),
        Lang::En => format!("Percentage of the {unit}"),
        Lang::Fr => format!("Pourcentage des {unit}"),
    }
}

/// What is counted.
pub const fn contracts_not_interest(lang: Lang) -> &'static str {
    lang.pick(
        "Gezählt werden unterschriebene Verträge, nicht Interesse.",
        "Signed contracts are counted, not interest.",
        "On compte les contrats signés, pas les marques d’intérêt.",
    )
}

/// What the target means: " 33 % heißt: 33 von 100. …"
pub fn target_means(share: Share, lang: Lang) -> String {
    let percent = number::share(share, lang);
    let number = number::without_sign(&percent);
    match lang {
        Lang::De => {
            format!(" {percent} heißt: {number} von 100. Gerundet wird nur für die Anzeige, nie über das Ziel.")
        }
        Lang::En => format!(" {percent} means {number} in 100. Rounding is only for display, never up to the target."),
        Lang::Fr => format!(
            " {percent} veut dire {number} sur 100. On n’arrondit que pour l’affichage, jamais jusqu’à l’objectif."
        ),
    }
}

/// How it is counted, second: heading and text.
pub const fn reported_then_checked(lang: Lang) -> (&'static str, &'static str) {
    lang.pick(
        (
            "Gemeldet, dann geprüft",
            "Der Betreiber meldet, danach fallen doppelte und widerrufene Verträge weg. Ungeprüfte Zahlen sind \
             schraffiert. Keine Meldung heißt nicht null.",
        ),
        (
            "Reported, then checked",
            "The operator reports, then duplicate and withdrawn contracts are taken off. Unchecked figures are hatched. \
             No report does not mean zero.",
        ),
        (
            "Déclaré, puis vérifié",
            "L’opérateur déclare, puis les contrats en double ou rétractés sont retirés. Les chiffres non vérifiés sont \
             hachurés. L’absence de déclaration ne veut pas dire zéro.",
        ),
    )
}

/// How it is counted, third: heading and text.
pub const fn reached_is_not_built(lang: Lang) -> (&'static str, &'static str) {
    lang.pick(
        (
            "Erreicht heißt nicht gebaut",
            "Nach der Frist prüft der Betreiber und entscheidet. Erst seine Ausbauzusage gilt.",
        ),
        (
            "Reached does not mean built",
            "After the deadline the operator checks and decides. Only its commitment to build counts.",
        ),
        (
            "Atteint ne veut pas dire construit",
            "Après la date limite, l’opérateur vérifie et décide. Seul son engagement à construire compte.",
        ),
    )
}

/// Where it stands how figures are worked out, and where they come from.
pub const METHOD: &str = "/quellen";

/// The link to how figures are worked out.
pub const fn method(lang: Lang) -> &'static str {
    lang.pick("So wird gerechnet", "How it is calculated", "Mode de calcul")
}

/// The link to all areas.
pub const fn compare(lang: Lang) -> &'static str {
    lang.pick("Alle Gebiete vergleichen", "Compare all areas", "Comparer tous les secteurs")
}

/// The accessible name of the measures on the curve.
pub const fn marks(lang: Lang) -> &'static str {
    lang.pick("Maßnahmen in der Kurve", "Measures on the curve", "Mesures sur la courbe")
}

/// The heading of the phases: "Wo Griesheim steht".
pub fn where_it_stands(area: &str, lang: Lang) -> String {
    match lang {
        Lang::De => format!("Wo {area} steht"),
        Lang::En => format!("Where {area} stands"),
        Lang::Fr => format!("Où en est {area}"),
    }
}

/// What an earlier round was last known to have: "Zuletzt 24,5 %. ".
pub fn lately(figure: &str, lang: Lang) -> String {
    match lang {
        Lang::De => format!("Zuletzt {figure}. "),
        Lang::En => format!("Last figure{} {figure}. ", source_note::colon(lang)),
        Lang::Fr => format!("Dernier chiffre{} {figure}. ", source_note::colon(lang)),
    }
}
