//! The state of a town in words: where its numbers come from, what its areas are called.

pub use super::{
    span::Span,
    town_headline::{headline, of_campaign},
    town_lead::lead,
};

use super::{date, lang::Lang, source_note, words};
use crate::domain::{
    area::{Area, AreaKind},
    outcome::OutcomeKind,
    progress::Progress,
    status::{CampaignStatus, State, TownStatus},
};

/// Where the numbers come from: their days, the operator and the sources.
pub fn source_line(status: &TownStatus, lang: Lang) -> Option<Vec<Span>> {
    source_line_of(status.main_campaign()?, lang)
}

/// The same for one campaign.
pub fn source_line_of(main: &CampaignStatus, lang: Lang) -> Option<Vec<Span>> {
    let readings = || main.areas.iter().filter_map(|area| area.current.as_ref());
    let first = readings().map(|reading| reading.as_of).min()?;
    let last = main.as_of()?;
    let days = if first == last {
        source_note::as_of(last, lang)
    } else {
        let span = date::span(first, last, lang);
        match lang {
            Lang::De => format!("Stände vom {span}."),
            Lang::En => format!("As of {span}."),
            Lang::Fr => format!("Situations {span}."),
        }
    };
    let mut sources: Vec<&str> = Vec::new();
    for reading in readings() {
        if !sources.contains(&reading.source.name.as_str()) {
            sources.push(&reading.source.name);
        }
    }
    let operator = &main.operator;
    let before = match lang {
        Lang::De => format!("{days} Betreiber: {operator}. Quelle der Zahlen: "),
        Lang::En => format!("{days} Operator: {operator}. Source of the figures: "),
        Lang::Fr => format!("{days} Opérateur\u{a0}: {operator}. Source des chiffres\u{a0}: "),
    };
    let estimated =
        if has_estimates(main) { estimated(words::unit(main.campaign.unit, lang).0, lang) } else { String::new() };
    Some(vec![Span::plain(before), Span::quoted(sources.join("; "), lang), Span::plain(format!(".{estimated}"))])
}

fn estimated(unit: &str, lang: Lang) -> String {
    match lang {
        Lang::De => format!(" Die Zahl der {unit} ist geschätzt."),
        Lang::En => format!(" The number of {unit} is an estimate."),
        Lang::Fr => format!(" Le nombre {} est une estimation.", words::french_of(unit)),
    }
}

/// Whether the base of any current reading is an estimate.
pub fn has_estimates(main: &CampaignStatus) -> bool {
    let bases = main.areas.iter().filter_map(|area| area.current.as_ref()?.base());
    bases.into_iter().any(|base| base.estimated_by.is_some())
}

/// How many areas have reached the target, by the current reading or by the final count.
pub fn reached(main: &CampaignStatus) -> usize {
    main.count(State::Running(Progress::Reached)) + main.count(State::CameOut(OutcomeKind::Reached))
}

/// What the areas of a campaign are called: by their kind, or "Gebiet" where kinds are mixed.
pub fn noun(main: &CampaignStatus, lang: Lang) -> words::Noun {
    let kind = main.areas.first().map_or(AreaKind::District, |area| area.kind);
    if main.areas.iter().all(|area| area.kind == kind) { words::area(kind, lang) } else { words::mixed(lang) }
}

/// What has to be said below the map: how true its boundaries are and who drew them.
pub fn map_note(drawn: &[Area], lang: Lang) -> Vec<Span> {
    let schematic = drawn.iter().any(|area| area.schematic).then(|| {
        lang.pick(
            "Schematische Flächen, keine amtlichen Grenzen. ",
            "Schematic areas, no official boundaries. ",
            "Surfaces schématiques, sans valeur officielle. ",
        )
    });
    let notes = source_notes(drawn.iter()).join(" ");
    let before = format!("{}{}", schematic.unwrap_or_default(), source_note::source(lang));
    vec![Span::plain(before), Span::quoted(notes, lang)]
}

/// That some areas are drawn without their name.
pub const fn nameless_areas(lang: Lang) -> &'static str {
    lang.pick(
        " Nicht jeder Name hat Platz auf der Karte. Die Liste nennt alle Gebiete.",
        " Not every name has room on the map. The list names all areas.",
        " Certains noms n’ont pas de place sur la carte. La liste nomme tous les secteurs.",
    )
}

/// The sources of areas, each once; one that another contains is left out.
pub fn source_notes<'a>(areas: impl Iterator<Item = &'a Area>) -> Vec<String> {
    let mut notes: Vec<String> = Vec::new();
    for area in areas {
        let note = area.source.name.trim_end_matches('.');
        if !notes.iter().any(|known| known.contains(note)) {
            notes.retain(|known| !note.contains(known.trim_end_matches('.')));
            notes.push(format!("{note}."));
        }
    }
    notes
}
