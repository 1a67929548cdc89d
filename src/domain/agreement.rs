//! Agreements (Vereinbarungen) with an operator. None of them is a promise to build.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    ids::{AreaId, OperatorId},
    source::Source,
    when::When,
};

/// What kind of agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AgreementKind {
    /// Wegenutzung: public ways may be used.
    RightOfWay,
    /// Absichtserklärung.
    LetterOfIntent,
    /// Kooperation.
    Cooperation,
    /// Lieferung.
    Supply,
}

/// One agreement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement {
    /// What it is.
    pub kind: AgreementKind,
    /// With whom.
    pub partner: OperatorId,
    /// For which areas; for all when empty.
    #[serde(default)]
    pub areas: Vec<AreaId>,
    /// Signed when.
    pub signed: When,
    /// In force until, where it ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends_on: Option<Date>,
    /// Since when it could be known.
    pub known_on: Date,
    /// What it says, in a reader's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Who says so.
    pub source: Source,
}

impl Agreement {
    /// Whether it covers this area.
    pub fn covers(&self, area: AreaId) -> bool {
        self.areas.is_empty() || self.areas.contains(&area)
    }
}
