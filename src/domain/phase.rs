//! The phases of a build, planned and actual.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    ids::{AreaId, CampaignId},
    source::Source,
    when::When,
};

/// One phase, in the order in which they follow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PhaseKind {
    /// Wegenutzung.
    RightOfWay,
    /// Nachfragebündelung.
    DemandAggregation,
    /// Prüfung.
    Review,
    /// Planung.
    Planning,
    /// Bau.
    Construction,
    /// Hausanschluss.
    HouseConnection,
    /// Aktivierung.
    Activation,
    /// Spätere Anschlüsse.
    LateConnections,
}

impl PhaseKind {
    /// All phases in their order.
    pub const ALL: [Self; 8] = [
        Self::RightOfWay,
        Self::DemandAggregation,
        Self::Review,
        Self::Planning,
        Self::Construction,
        Self::HouseConnection,
        Self::Activation,
        Self::LateConnections,
    ];
}

/// What is known of one phase, of one area or of all areas of a campaign. Newer records replace older ones.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phase {
    /// Of which campaign.
    pub campaign: CampaignId,
    /// Of which area; of all where empty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<AreaId>,
    /// Which phase.
    pub kind: PhaseKind,
    /// Planned start and end.
    #[serde(default)]
    pub planned: Dates,
    /// Actual start and end.
    #[serde(default)]
    pub actual: Dates,
    /// Since when it could be known.
    pub known_on: Date,
    /// Who says so.
    pub source: Source,
}

/// A start and an end, each where known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dates {
    /// First day, or as exactly as known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<When>,
    /// Last day, or as exactly as known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<When>,
}

/// Where a phase stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhaseState {
    /// It is over.
    Done,
    /// It runs.
    Running,
    /// It has not begun, or nothing is known.
    Ahead,
}

impl Phase {
    /// Where it stands on this day, by its actual dates. Like a deadline, it runs to the end of its last day.
    pub fn state(&self, today: Date) -> PhaseState {
        let began = self.actual.start.is_some_and(|when| when.first_day() <= today);
        let ended = self.actual.end.is_some_and(|when| when.last_day() < today);
        match (began, ended) {
            (_, true) => PhaseState::Done,
            (true, false) => PhaseState::Running,
            (false, false) => PhaseState::Ahead,
        }
    }
}

/// The newest record of each phase for one area, in the order of the phases. An area's own record
/// goes before the campaign's.
pub fn of_area(phases: &[Phase], campaign: CampaignId, area: AreaId) -> Vec<&Phase> {
    let newest = |kind: &PhaseKind| {
        phases
            .iter()
            .filter(|phase| phase.campaign == campaign && phase.kind == *kind)
            .filter(|phase| phase.area.is_none_or(|id| id == area))
            .max_by_key(|phase| (phase.area.is_some(), phase.known_on))
    };
    PhaseKind::ALL.iter().filter_map(newest).collect()
}
