//! The words of a table of facilities: read from cells and written into them.

use crate::domain::{
    facility::{
        Answer, FacilityKind, Standing,
        line::Technology,
        place::Precision,
        plan::{StepState, Strand},
    },
    name,
};

/// The owner that a directory calls private.
pub(super) const PRIVATE: &str = "privat";
/// The owner that a directory calls public, without saying which.
pub(super) const PUBLIC: &str = "öffentlich";

pub(super) fn kind_word(kind: FacilityKind) -> &'static str {
    match kind {
        FacilityKind::School => "Schule",
        FacilityKind::DaycareCentre => "Kita",
        FacilityKind::FamilyCentre => "SFZ",
        FacilityKind::MunicipalBuilding => "Städtisches Gebäude",
        FacilityKind::NetworkSite => "Netzstandort",
    }
}

/// The kind that a cell names.
pub(super) fn kind(text: &str) -> Option<FacilityKind> {
    match name::key(text).as_str() {
        "schule" => Some(FacilityKind::School),
        "kita" | "kindertagesstaette" | "kindergarten" => Some(FacilityKind::DaycareCentre),
        "sfz" | "stadtteilundfamilienzentrum" | "familienzentrum" => Some(FacilityKind::FamilyCentre),
        "staedtischesgebaeude" | "gebaeude" | "verwaltung" => Some(FacilityKind::MunicipalBuilding),
        "netzstandort" => Some(FacilityKind::NetworkSite),
        _ => None,
    }
}

/// The kind that a facility's name itself says: a Grundschule is a school. An office for schools is none.
pub(super) fn kind_in_name(text: &str) -> Option<FacilityKind> {
    let says = |ends: &[&str]| {
        name::words(text)
            .iter()
            .any(|word| ends.iter().any(|end| word == end || (end.len() > 4 && word.ends_with(end))))
    };
    if says(&["kita", "kindertagesstaette", "kindergarten", "kinderhaus"]) {
        Some(FacilityKind::DaycareCentre)
    } else if says(&["sfz", "familienzentrum"]) {
        Some(FacilityKind::FamilyCentre)
    } else if says(&["schule", "gymnasium", "schulzentrum"]) {
        Some(FacilityKind::School)
    } else {
        None
    }
}

pub(super) fn technology_word(technology: Technology) -> &'static str {
    match technology {
        Technology::Fibre => "Glasfaser",
        Technology::Cable => "Kabel",
        Technology::Vdsl => "VDSL",
        Technology::Dsl => "DSL",
        Technology::Mobile => "Mobilfunk",
        Technology::Radio => "Richtfunk",
        Technology::Satellite => "Satellit",
        Technology::Other => "Sonstige",
    }
}

pub(super) fn technology(text: &str) -> Option<Technology> {
    match name::key(text).as_str() {
        "glasfaser" | "ftth" | "fttb" | "lwl" => Some(Technology::Fibre),
        "kabel" | "tvkabel" | "hfc" | "koax" | "docsis" => Some(Technology::Cable),
        "vdsl" | "fttc" => Some(Technology::Vdsl),
        "dsl" | "adsl" | "sdsl" => Some(Technology::Dsl),
        "mobilfunk" | "lte" | "5g" | "4g" => Some(Technology::Mobile),
        "richtfunk" => Some(Technology::Radio),
        "satellit" => Some(Technology::Satellite),
        "sonstige" | "sonstiges" | "andere" => Some(Technology::Other),
        _ => None,
    }
}

pub(super) fn answer_word(answer: Answer) -> &'static str {
    match answer {
        Answer::Yes => "ja",
        Answer::No => "nein",
        Answer::Unknown => "unbekannt",
    }
}

pub(super) fn answer(text: &str) -> Option<Answer> {
    match name::key(text).as_str() {
        "ja" => Some(Answer::Yes),
        "nein" | "keine" => Some(Answer::No),
        "unbekannt" | "ka" => Some(Answer::Unknown),
        _ => None,
    }
}

pub(super) fn precision_word(precision: Precision) -> &'static str {
    match precision {
        Precision::Exact => "genau",
        Precision::Coarse => "grob",
    }
}

pub(super) fn precision(text: &str) -> Option<Precision> {
    match name::key(text).as_str() {
        "genau" => Some(Precision::Exact),
        "grob" => Some(Precision::Coarse),
        _ => None,
    }
}

pub(super) fn standing_word(standing: Standing) -> &'static str {
    match standing {
        Standing::InUse => "in Betrieb",
        Standing::Closed => "geschlossen",
        Standing::Withdrawn => "zurückgezogen",
    }
}

pub(super) fn standing(text: &str) -> Option<Standing> {
    match name::key(text).as_str() {
        "inbetrieb" => Some(Standing::InUse),
        "geschlossen" => Some(Standing::Closed),
        "zurueckgezogen" => Some(Standing::Withdrawn),
        _ => None,
    }
}

pub(super) fn state_word(state: StepState) -> &'static str {
    match state {
        StepState::Surveyed => "erfasst",
        StepState::Assessed => "bewertet",
        StepState::Planned => "geplant",
        StepState::Ordered => "beauftragt",
        StepState::UnderConstruction => "im Bau",
        StepState::Active => "aktiv",
    }
}

/// The heading of a strand's state.
pub(super) const fn strand_heading(strand: Strand) -> &'static str {
    match strand {
        Strand::Line => "Zustand Leitung",
        Strand::InHouse => "Zustand Hausnetz",
        Strand::Wlan => "Zustand WLAN",
    }
}
