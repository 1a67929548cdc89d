//! Accompanying measures (flankierende Maßnahmen). Near a rise they are a coincidence in time, no proof.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    ids::{AreaId, MeasureId},
    link::Link,
    source::Source,
    when::When,
    withdrawal::Withdrawn,
};

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
    /// Its number.
    #[serde(default)]
    pub id: MeasureId,
    /// What it was.
    pub kind: MeasureKind,
    /// When.
    pub when: When,
    /// Its last day, where it took several and the first is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// Where; everywhere when empty.
    #[serde(default)]
    pub areas: Vec<AreaId>,
    /// How many it reached, where that was counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audience: Option<Audience>,
    /// Since when it could be known.
    pub known_on: Date,
    /// A remark for the reader.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Where it can be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<Link>,
    /// Who says so.
    pub source: Source,
    /// Since when and why it was taken back; derived from what was recorded later.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<Withdrawn>,
}

/// How many a measure reached, and what was counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Audience {
    /// So many.
    pub count: u32,
    /// Of these.
    pub of: AudienceUnit,
}

/// What is counted of a measure's reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AudienceUnit {
    /// Haushalte.
    Households,
    /// Exemplare.
    Copies,
    /// Personen.
    People,
}

impl Measure {
    /// Whether it reached this area.
    pub fn reaches(&self, area: AreaId) -> bool {
        self.areas.is_empty() || self.areas.contains(&area)
    }

    /// The first day of it, where that is known to the day: there it stands on a curve.
    pub const fn day(&self) -> Option<Date> {
        match self.when {
            When::Day(day) => Some(day),
            When::Month(..) | When::Years(..) => None,
        }
    }

    /// Whether it still stands on this day.
    pub fn holds(&self, today: Date) -> bool {
        self.withdrawn.as_ref().is_none_or(|withdrawn| withdrawn.from > today)
    }
}
