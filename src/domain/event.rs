//! Dated facts that are no record of their own kind: what a newspaper wrote, what others did.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{ids::AreaId, source::Source, timeline::Strand, when::When};

/// One fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// When.
    pub when: When,
    /// Since when it could be known.
    pub known_on: Date,
    /// What happened: one German sentence.
    pub text: String,
    /// Which areas it is about; all when empty.
    #[serde(default)]
    pub areas: Vec<AreaId>,
    /// To which strand it belongs, where that is not contracts or commercial areas.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub strand: Option<Strand>,
    /// Who says so.
    pub source: Source,
}

impl Event {
    /// Whether it concerns this area.
    pub fn concerns(&self, area: AreaId) -> bool {
        self.areas.is_empty() || self.areas.contains(&area)
    }
}
