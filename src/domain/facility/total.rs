//! Numbers that a source publishes for the town as a whole. They stand beside the inventory and are never mixed with
//! it: 44 internet lines are not 44 facilities, and nobody published which building has which.

use serde::{Deserialize, Serialize};

use crate::domain::source::Source;

/// What was counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TotalKind {
    /// Internet lines of schools, Kitas and SFZ together.
    EducationLines,
    /// Town buildings with one of the operator's fibre tariffs.
    TariffBuildings,
}

/// One published number. A later record of the same kind replaces it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Total {
    /// What was counted.
    pub kind: TotalKind,
    /// How many.
    pub count: u32,
    /// Who says so.
    pub source: Source,
}
