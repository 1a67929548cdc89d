//! What someone at the desk is told: the state of the day within their scope, and what has changed since
//! their last visit.

use jiff::Timestamp;

use super::{
    agreement::Agreement, area::AreaShape, change::Change, facility::inventory::Facility, funding::Funding,
    remark::Waiting, rollout::Rollout, status::TownStatus, week::Gains,
};

/// The facts of the first screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Desk {
    /// The number of the newest change that is in it.
    pub change: i64,
    /// The state of the day, of the areas in the person's scope.
    pub status: TownStatus,
    /// Whether that is the whole town.
    pub whole: bool,
    /// What the areas gained of late.
    pub gains: Gains,
    /// Agreements that cover any of them, with the partner's name.
    pub agreements: Vec<(Agreement, String)>,
    /// The applications for funding that lie in the scope.
    pub fundings: Vec<Funding>,
    /// The facilities within the scope.
    pub facilities: Vec<Facility>,
    /// All that is known: names of areas, campaigns and partners.
    pub rollout: Rollout,
    /// The shapes of the areas in the scope.
    pub shapes: Vec<AreaShape>,
    /// What waits for an answer; nothing where nothing does.
    pub waiting: Option<Waiting>,
    /// What has changed.
    pub news: News,
}

/// The changes since a person's last visit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct News {
    /// When that was; nothing on the first one.
    pub since: Option<Timestamp>,
    /// The newest of them with their numbers, newest first.
    pub changes: Vec<(i64, Change)>,
    /// So many there are in all.
    pub in_all: u32,
}

/// So many changes are shown.
pub const SHOWN_CHANGES: u32 = 20;
