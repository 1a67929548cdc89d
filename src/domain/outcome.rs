//! Outcomes (Ergebnisse): dated events with a source; several may follow each other.
//!
//! Threshold reached, operator commits, network built: three facts that may disagree.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    ids::{AreaId, CampaignId},
    source::Source,
    when::When,
};

/// What came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OutcomeKind {
    /// The campaign runs (again).
    Running,
    /// The deadline is over, the contracts are being checked.
    UnderReview,
    /// The target is reached by the final count.
    Reached,
    /// The deadline was moved.
    Extended,
    /// The target was missed by the final count.
    NotReached,
    /// A second round begins.
    SecondRound,
    /// The operator commits to build.
    OperatorCommitted,
    /// The operator commits to build although the target was missed.
    BuiltAlthoughMissed,
    /// The operator steps back.
    OperatorWithdrew,
    /// The operator has neither committed nor stepped back.
    NoFinalCommitment,
    /// Stopped: contracts lapse.
    Stopped,
}

impl OutcomeKind {
    /// Whether it takes the place of the progress state. A running campaign, a second round and a
    /// moved deadline leave the progress as it is.
    pub fn overrides_progress(self) -> bool {
        !matches!(self, Self::Running | Self::Extended | Self::SecondRound)
    }
}

/// One outcome of a campaign, of one area or of all of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// Of which campaign.
    pub campaign: CampaignId,
    /// Of which area; of all where empty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<AreaId>,
    /// What came out.
    pub kind: OutcomeKind,
    /// When.
    pub when: When,
    /// Since when it could be known.
    pub known_on: Date,
    /// A remark for the reader.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Who says so.
    pub source: Source,
}

/// The outcomes of one area in the order in which they happened, the campaign's own among them.
pub fn of_area(outcomes: &[Outcome], campaign: CampaignId, area: AreaId) -> Vec<&Outcome> {
    let ours = |outcome: &&Outcome| outcome.campaign == campaign && outcome.area.is_none_or(|id| id == area);
    let mut ours: Vec<_> = outcomes.iter().filter(ours).collect();
    ours.sort_by_key(|outcome| (outcome.when.first_day(), outcome.known_on));
    ours
}
