//! Accompanying measures (flankierende Maßnahmen). Near a rise they are a coincidence in time, no proof.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{ids::AreaId, source::Source, when::When};

/// What kind of measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MeasureKind {
    /// Brief des Oberbürgermeisters.
    MayorLetter,
    /// Brief der Ortsvorsteherin oder des Ortsvorstehers.
    DistrictHeadLetter,
    /// Mitteilungsblatt.
    Bulletin,
    /// Offenblatt (the city's magazine).
    CityMagazine,
    /// Infoabend.
    InfoEvening,
    /// Pressemitteilung.
    PressRelease,
    /// Glasfasertarife für städtische Gebäude.
    MunicipalTariffs,
    /// Something else; the note says what.
    Other,
}

/// One measure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measure {
    /// What it was.
    pub kind: MeasureKind,
    /// When.
    pub when: When,
    /// Where; everywhere when empty.
    #[serde(default)]
    pub areas: Vec<AreaId>,
    /// Since when it could be known.
    pub known_on: Date,
    /// A remark for the reader.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Who says so.
    pub source: Source,
}

impl Measure {
    /// Whether it reached this area.
    pub fn reaches(&self, area: AreaId) -> bool {
        self.areas.is_empty() || self.areas.contains(&area)
    }
}
