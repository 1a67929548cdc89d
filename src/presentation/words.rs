//! The words for the domain's terms, as the glossary gives them.

pub use super::state_words::{Look, TALLY_ORDER, look, outcome, outcome_name};

use super::lang::Lang;
use crate::domain::{
    agreement::AgreementKind,
    area::AreaKind,
    campaign::Unit,
    measure::{AudienceUnit, MeasureKind},
    phase::PhaseKind,
    reading::Stage,
};

/// A noun in the forms that the sentences need. What only German declines stands there again in other languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Noun {
    /// "Ortsteil", "district", "quartier".
    pub one: &'static str,
    /// "Ortsteile", "districts", "quartiers".
    pub many: &'static str,
    /// "Ortsteilen", after "von" and "in".
    pub many_dative: &'static str,
    /// "jedes Ortsteils", "in each district", "de chaque quartier".
    pub of_each: &'static str,
    /// "kein Ortsteil", "no district", "aucun quartier".
    pub none: &'static str,
    /// "keinen Ortsteil", after "für".
    pub none_accusative: &'static str,
}

impl Noun {
    /// "Ortsteil" after 1, "Ortsteile" after any other number; in French the singular after 0 as well.
    pub const fn one_or_many(self, number: u32, lang: Lang) -> &'static str {
        if lang.is_singular(number) { self.one } else { self.many }
    }

    /// A noun of a language that does not decline.
    const fn plain(one: &'static str, many: &'static str, of_each: &'static str, none: &'static str) -> Self {
        Self { one, many, many_dative: many, of_each, none, none_accusative: none }
    }
}

/// Areas of several kinds together.
pub const fn mixed(lang: Lang) -> Noun {
    match lang {
        Lang::De => Noun {
            one: "Gebiet",
            many: "Gebiete",
            many_dative: "Gebieten",
            of_each: "jedes Gebiets",
            none: "kein Gebiet",
            none_accusative: "kein Gebiet",
        },
        Lang::En => Noun::plain("area", "areas", "in each area", "no area"),
        Lang::Fr => Noun::plain("secteur", "secteurs", "de chaque secteur", "aucun secteur"),
    }
}

/// What areas of a kind are called.
pub const fn area(kind: AreaKind, lang: Lang) -> Noun {
    match lang {
        Lang::De => area_in_german(kind),
        Lang::En => match kind {
            AreaKind::Municipality => {
                Noun::plain("municipality", "municipalities", "in each municipality", "no municipality")
            }
            AreaKind::District => Noun::plain("district", "districts", "in each district", "no district"),
            AreaKind::CommercialArea => {
                Noun::plain("commercial area", "commercial areas", "in each commercial area", "no commercial area")
            }
            AreaKind::BuildArea => Noun::plain("build area", "build areas", "in each build area", "no build area"),
        },
        Lang::Fr => match kind {
            AreaKind::Municipality => Noun::plain("commune", "communes", "de chaque commune", "aucune commune"),
            AreaKind::District => Noun::plain("quartier", "quartiers", "de chaque quartier", "aucun quartier"),
            AreaKind::CommercialArea => Noun::plain(
                "zone d’activité",
                "zones d’activité",
                "de chaque zone d’activité",
                "aucune zone d’activité",
            ),
            AreaKind::BuildArea => Noun::plain(
                "zone de déploiement",
                "zones de déploiement",
                "de chaque zone de déploiement",
                "aucune zone de déploiement",
            ),
        },
    }
}

const fn area_in_german(kind: AreaKind) -> Noun {
    match kind {
        AreaKind::Municipality => Noun {
            one: "Gemeinde",
            many: "Gemeinden",
            many_dative: "Gemeinden",
            of_each: "jeder Gemeinde",
            none: "keine Gemeinde",
            none_accusative: "keine Gemeinde",
        },
        AreaKind::District => Noun {
            one: "Ortsteil",
            many: "Ortsteile",
            many_dative: "Ortsteilen",
            of_each: "jedes Ortsteils",
            none: "kein Ortsteil",
            none_accusative: "keinen Ortsteil",
        },
        AreaKind::CommercialArea => Noun {
            one: "Gewerbegebiet",
            many: "Gewerbegebiete",
            many_dative: "Gewerbegebieten",
            of_each: "jedes Gewerbegebiets",
            none: "kein Gewerbegebiet",
            none_accusative: "kein Gewerbegebiet",
        },
        AreaKind::BuildArea => Noun {
            one: "Ausbaugebiet",
            many: "Ausbaugebiete",
            many_dative: "Ausbaugebieten",
            of_each: "jedes Ausbaugebiets",
            none: "kein Ausbaugebiet",
            none_accusative: "kein Ausbaugebiet",
        },
    }
}

/// What a base counts: "Haushalte", and after a number in the dative "Haushalten".
pub const fn unit(unit: Unit, lang: Lang) -> (&'static str, &'static str) {
    match unit {
        Unit::Households => lang.pick(("Haushalte", "Haushalten"), ("households", "households"), ("foyers", "foyers")),
        Unit::Dwellings => {
            lang.pick(("Wohneinheiten", "Wohneinheiten"), ("dwellings", "dwellings"), ("logements", "logements"))
        }
        Unit::Companies => {
            lang.pick(("Unternehmen", "Unternehmen"), ("companies", "companies"), ("entreprises", "entreprises"))
        }
        Unit::Buildings => lang.pick(("Gebäude", "Gebäuden"), ("buildings", "buildings"), ("bâtiments", "bâtiments")),
    }
}

/// "A", "A und B", "A, B und C"; "A, B and C"; "A, B et C".
pub fn list<T: AsRef<str>>(names: &[T], lang: Lang) -> String {
    match names.split_last() {
        Some((last, [])) => last.as_ref().to_owned(),
        Some((last, others)) => {
            let others: Vec<&str> = others.iter().map(AsRef::as_ref).collect();
            format!("{} {} {}", others.join(", "), lang.pick("und", "and", "et"), last.as_ref())
        }
        None => String::new(),
    }
}

/// "gemeldet", "geprüft", "netto".
pub const fn stage(stage: Stage, lang: Lang) -> &'static str {
    match stage {
        Stage::Reported => lang.pick("gemeldet", "reported", "déclaré"),
        Stage::Checked => lang.pick("geprüft", "checked", "vérifié"),
        Stage::Net => lang.pick("netto", "net", "net"),
    }
}

/// "Ziel 33 %": the target with its number.
pub fn target(goal: &str, lang: Lang) -> String {
    format!("{} {goal}", lang.pick("Ziel", "Target", "Objectif"))
}

/// A word at the beginning of a sentence or of a label.
pub fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A name after "de" in French: "de Griesheim", "d’Elgersweier".
pub fn french_of(name: &str) -> String {
    let vowel = name.starts_with(['A', 'E', 'I', 'O', 'U', 'Ä', 'Ö', 'Ü', 'É', 'a', 'e', 'i', 'o', 'u']);
    if vowel { format!("d’{name}") } else { format!("de {name}") }
}

/// The name of a phase in a campaign that counts this.
pub const fn phase(kind: PhaseKind, unit: Unit, lang: Lang) -> &'static str {
    match kind {
        PhaseKind::DemandAggregation => {
            let german =
                if matches!(unit, Unit::Companies) { "Vor\u{ad}vermarktung" } else { "Nachfrage\u{ad}bündelung" };
            lang.pick(german, "Sign-up campaign", "Campagne de souscription")
        }
        PhaseKind::RightOfWay => lang.pick("Wegenutzung", "Right of way", "Droit de passage"),
        PhaseKind::Review => lang.pick("Prüfung", "Review", "Examen"),
        PhaseKind::Planning => lang.pick("Planung", "Planning", "Planification"),
        PhaseKind::Construction => lang.pick("Bau", "Construction", "Travaux"),
        PhaseKind::HouseConnection => lang.pick("Haus\u{ad}anschluss", "House connection", "Raccorde\u{ad}ment"),
        PhaseKind::Activation => lang.pick("Aktivierung", "Activation", "Mise en service"),
        PhaseKind::LateConnections => {
            lang.pick("Spätere Anschlüsse", "Later connections", "Raccorde\u{ad}ments ultérieurs")
        }
    }
}

/// The name of a measure.
pub const fn measure(kind: MeasureKind, lang: Lang) -> &'static str {
    match kind {
        MeasureKind::MayorLetter => {
            lang.pick("Brief des Oberbürgermeisters", "Letter from the mayor", "Lettre du maire")
        }
        MeasureKind::DistrictHeadLetter => lang.pick(
            "Brief der Ortsvorstehenden",
            "Letter from the district heads",
            "Lettre des responsables de quartier",
        ),
        MeasureKind::Bulletin => lang.pick("Mitteilungsblatt", "Local bulletin", "Bulletin local"),
        MeasureKind::CityMagazine => {
            lang.pick("Offenblatt", "City magazine (Offenblatt)", "Magazine municipal (Offenblatt)")
        }
        MeasureKind::InfoEvening => lang.pick("Infoabend", "Information evening", "Soirée d’information"),
        MeasureKind::PressRelease => lang.pick("Pressemitteilung", "Press release", "Communiqué de presse"),
        MeasureKind::MunicipalTariffs => lang.pick(
            "Glasfasertarife für städtische Gebäude",
            "Fibre tariffs for municipal buildings",
            "Tarifs fibre pour les bâtiments municipaux",
        ),
        MeasureKind::Other => lang.pick("Maßnahme", "Measure", "Mesure"),
    }
}

/// The name of an agreement.
pub const fn agreement(kind: AgreementKind, lang: Lang) -> &'static str {
    match kind {
        AgreementKind::RightOfWay => lang.pick("Wegenutzung", "Right of way", "Droit de passage"),
        AgreementKind::LetterOfIntent => lang.pick("Absichtserklärung", "Letter of intent", "Lettre d’intention"),
        AgreementKind::Cooperation => lang.pick("Kooperation", "Cooperation", "Coopération"),
        AgreementKind::Supply => lang.pick("Lieferung", "Supply", "Fourniture"),
    }
}

/// What was counted of a measure's reach.
pub const fn audience(unit: AudienceUnit, lang: Lang) -> &'static str {
    match unit {
        AudienceUnit::Households => lang.pick("Haushalte", "households", "foyers"),
        AudienceUnit::Copies => lang.pick("Exemplare", "copies", "exemplaires"),
        AudienceUnit::People => lang.pick("Personen", "people", "personnes"),
    }
}
