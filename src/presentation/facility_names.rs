//! Facilities as everybody knows them, in every language: kinds, states of a line, published numbers.

use super::{lang::Lang, number, span::Span};
use crate::domain::facility::{
    Details, FacilityKind,
    plan::StepState,
    total::{Total, TotalKind},
};

/// A kind: one, many.
pub fn kind(kind: FacilityKind, lang: Lang) -> (&'static str, &'static str) {
    match kind {
        FacilityKind::School => lang.pick(("Schule", "Schulen"), ("School", "Schools"), ("École", "Écoles")),
        FacilityKind::DaycareCentre => lang.pick(
            ("Kita", "Kitas"),
            ("Daycare centre", "Daycare centres"),
            ("Jardin d’enfants", "Jardins d’enfants"),
        ),
        FacilityKind::FamilyCentre => lang.pick(
            ("SFZ", "SFZ"),
            ("Family centre (SFZ)", "Family centres (SFZ)"),
            ("Centre de quartier (SFZ)", "Centres de quartier (SFZ)"),
        ),
        FacilityKind::MunicipalBuilding => lang.pick(
            ("Städtisches Gebäude", "Städtische Gebäude"),
            ("Municipal building", "Municipal buildings"),
            ("Bâtiment municipal", "Bâtiments municipaux"),
        ),
        FacilityKind::NetworkSite => lang.pick(
            ("Netzstandort", "Netzstandorte"),
            ("Network site", "Network sites"),
            ("Site du réseau", "Sites du réseau"),
        ),
    }
}

/// What it is: the types of a school, which are recorded in German, else its kind.
pub fn sort(details: &Details, lang: Lang) -> Span {
    match details.school_types.as_slice() {
        [] => Span::plain(kind(details.kind, lang).0),
        types => Span::quoted(types.join(", "), lang),
    }
}

/// A state of the plan.
pub fn state(state: StepState, lang: Lang) -> &'static str {
    match state {
        StepState::Surveyed => lang.pick("erfasst", "surveyed", "recensée"),
        StepState::Assessed => lang.pick("bewertet", "assessed", "évaluée"),
        StepState::Planned => lang.pick("geplant", "planned", "prévue"),
        StepState::Ordered => lang.pick("beauftragt", "ordered", "commandée"),
        StepState::UnderConstruction => lang.pick("im Bau", "under construction", "en construction"),
        StepState::Active => lang.pick("aktiv", "active", "active"),
    }
}

/// A published number in a sentence of its own.
pub fn total(total: &Total, lang: Lang) -> String {
    let count = number::count(total.count, lang);
    let what = match total.kind {
        TotalKind::EducationLines => lang.pick(
            "Internetanschlüsse für Schulen, Kitas und Familienzentren (SFZ) zusammen",
            "internet lines for schools, daycare centres and family centres together",
            "lignes internet pour les écoles, les jardins d’enfants et les centres de quartier réunis",
        ),
        TotalKind::TariffBuildings => lang.pick(
            "städtische Einrichtungen mit Glasfasertarif",
            "municipal facilities with a fibre tariff",
            "équipements municipaux avec un tarif fibre",
        ),
    };
    format!("{count} {what}")
}

/// The name of the map's picture.
pub const fn map_name(lang: Lang) -> &'static str {
    lang.pick(
        "Karte der Einrichtungen, gleicher Inhalt wie die Liste",
        "Map of the facilities, same content as the list",
        "Carte des équipements, même contenu que la liste",
    )
}

/// How the dots of the map are read.
pub const fn legend(lang: Lang) -> &'static str {
    lang.pick(
        "Voller Punkt: Leitung aktiv. Leerer Punkt: noch nicht aktiv oder nicht bekannt. ",
        "Filled dot: line active. Hollow dot: not active yet or not known. ",
        "Point plein\u{a0}: ligne active. Point vide\u{a0}: pas encore active ou inconnu. ",
    )
}

/// How exactly the public sees where they are.
pub const fn coarse(lang: Lang) -> &'static str {
    lang.pick(
        "Lagen auf etwa 100 m genau. ",
        "Positions are accurate to about 100 m. ",
        "Emplacements à 100 m près environ. ",
    )
}

/// What stands before the state of a line.
pub const fn line_of(lang: Lang) -> &'static str {
    lang.pick("Leitung", "line", "ligne")
}
