//! The words of the public page of the timeline, in every language.

use super::{lang::Lang, number, timeline_words, words};
use crate::domain::{area::AreaKind, timeline::Strand};

/// The page's name, also in the head of every page.
pub const fn name(lang: Lang) -> &'static str {
    lang.pick("Verlauf", "Timeline", "Chronologie")
}

/// The heading.
pub const fn heading(lang: Lang) -> &'static str {
    lang.pick("Was geschah, was kommt", "What has happened, what comes next", "Ce qui s’est passé, ce qui vient")
}

/// What search engines show.
pub const fn description(lang: Lang) -> &'static str {
    lang.pick(
        "Was im Glasfaserausbau geschah und was kommt: jeder Eintrag mit Datum und Quelle.",
        "What has happened in the fibre rollout and what comes next: each entry with its date and source.",
        "Ce qui s’est passé dans le déploiement de la fibre et ce qui vient\u{a0}: chaque entrée avec sa date et sa source.",
    )
}

/// What comes: the heading, and what is said where nothing is known.
pub const fn ahead(lang: Lang) -> (&'static str, &'static str) {
    lang.pick(
        ("Was kommt", "Dazu ist kein Termin bekannt."),
        ("What comes next", "No date is known for this."),
        ("Ce qui vient", "Aucune date n’est connue à ce sujet."),
    )
}

/// What happened: the heading, and what is said where nothing is recorded.
pub const fn past(lang: Lang) -> (&'static str, &'static str) {
    lang.pick(
        ("Was geschah", "Dazu ist noch nichts eingetragen."),
        ("What has happened", "Nothing has been recorded on this yet."),
        ("Ce qui s’est passé", "Rien n’est encore enregistré à ce sujet."),
    )
}

/// What is shown, in a sentence.
pub fn lead(past: u32, ahead: u32, area: Option<&str>, strand: Option<Strand>, lang: Lang) -> String {
    counted(shown(area, strand.map(|strand| timeline_words::strand(strand, lang)), lang), past, ahead, lang)
}

/// The same as the window's title: without filters it begins with what the page is called.
pub fn title(past: u32, ahead: u32, area: Option<&str>, strand: Option<Strand>, lang: Lang) -> String {
    match (area, strand) {
        (None, None) => counted(heading(lang).to_owned(), past, ahead, lang),
        _ => lead(past, ahead, area, strand, lang),
    }
}

fn counted(of: String, past: u32, ahead: u32, lang: Lang) -> String {
    let (so, coming) = (number::count(past, lang), number::count(ahead, lang));
    match lang {
        Lang::De => format!("{of}: {so} vergangen, {coming} bevorstehend."),
        Lang::En => format!("{of}: {so} past, {coming} to come."),
        Lang::Fr => {
            let passed = if lang.is_singular(past) { "passée" } else { "passées" };
            format!("{of}\u{a0}: {so} {passed}, {coming} à venir.")
        }
    }
}

fn shown(area: Option<&str>, strand: Option<&str>, lang: Lang) -> String {
    match (lang, area, strand) {
        (Lang::De, None, None) => "Alle Einträge des Glasfaserausbaus mit Datum und Quelle".to_owned(),
        (Lang::De, Some(area), None) => format!("Einträge zu {area}"),
        (Lang::De, None, Some(strand)) => format!("Einträge aus dem Bereich {strand}"),
        (Lang::De, Some(area), Some(strand)) => format!("Einträge zu {area} aus dem Bereich {strand}"),
        (Lang::En, None, None) => "All entries on the fibre rollout with date and source".to_owned(),
        (Lang::En, Some(area), None) => format!("Entries on {area}"),
        (Lang::En, None, Some(strand)) => format!("Entries under “{strand}”"),
        (Lang::En, Some(area), Some(strand)) => format!("Entries on {area} under “{strand}”"),
        (Lang::Fr, None, None) => "Toutes les entrées sur le déploiement de la fibre, avec date et source".to_owned(),
        (Lang::Fr, Some(area), None) => format!("Entrées concernant {area}"),
        (Lang::Fr, None, Some(strand)) => format!("Entrées de la rubrique «\u{a0}{strand}\u{a0}»"),
        (Lang::Fr, Some(area), Some(strand)) => {
            format!("Entrées concernant {area}, rubrique «\u{a0}{strand}\u{a0}»")
        }
    }
}

/// The filter by area: its label, and the choice of all.
pub const fn area(lang: Lang) -> (&'static str, &'static str) {
    lang.pick(("Gebiet", "alle Gebiete"), ("Area", "all areas"), ("Secteur", "tous les secteurs"))
}

/// The filter by strand: its label, and the choice of all.
pub const fn strand(lang: Lang) -> (&'static str, &'static str) {
    lang.pick(("Bereich", "alle Bereiche"), ("Topic", "all topics"), ("Rubrique", "toutes les rubriques"))
}

/// The name of a group of areas that can be chosen.
pub fn group(kind: AreaKind, lang: Lang) -> String {
    words::capital(words::area(kind, lang).many)
}

/// The button.
pub const fn show(lang: Lang) -> &'static str {
    lang.pick("Anzeigen", "Show", "Afficher")
}

/// The link to the page without filters.
pub const fn show_all(lang: Lang) -> &'static str {
    lang.pick("Alles zeigen", "Show everything", "Tout afficher")
}

/// So many areas.
pub fn areas(count: u32, lang: Lang) -> String {
    let mixed = words::mixed(lang);
    number::counted(count, mixed.one, mixed.many, lang)
}
