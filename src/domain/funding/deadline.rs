//! Deadlines of a leg (Fristen): local days in Berlin, each running to the end of its day.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{LegState, MilestoneKind, Part};
use crate::domain::{calendar::days_until, source::Source};

/// What has to be done by the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeadlineKind {
    /// Antrag einreichen.
    Submission,
    /// Nachforderung: supply what was asked for.
    Supplement,
    /// Mittelabruf.
    DrawDown,
    /// Verwendungsnachweis.
    ProofOfUse,
    /// Ende der Zweckbindung.
    EarmarkEnd,
    /// Something else; its task says what.
    Other,
}

impl DeadlineKind {
    /// All kinds.
    pub const ALL: [Self; 6] =
        [Self::Submission, Self::Supplement, Self::DrawDown, Self::ProofOfUse, Self::EarmarkEnd, Self::Other];

    /// The milestone that it stands at. A supplement is asked for before the preliminary grant.
    pub const fn milestone(self) -> Option<MilestoneKind> {
        match self {
            Self::Submission => Some(MilestoneKind::Submitted),
            Self::Supplement => Some(MilestoneKind::PreliminaryGrant),
            Self::DrawDown => Some(MilestoneKind::Drawdown),
            Self::ProofOfUse => Some(MilestoneKind::ProofOfUse),
            Self::EarmarkEnd => Some(MilestoneKind::EarmarkEnd),
            Self::Other => None,
        }
    }
}

/// A deadline of one leg. There is one of each kind per leg (of "something else", one per task); a newer record takes an
/// older one's place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FundingDeadline {
    /// Of which leg.
    pub part: Part,
    /// What has to be done.
    pub kind: DeadlineKind,
    /// The last day on which it can be done.
    pub day: Date,
    /// What exactly, in a reader's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub task: Option<String>,
    /// The day on which it was done, or found to be needed no longer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settled_on: Option<Date>,
    /// Who says so.
    pub source: Source,
}

impl FundingDeadline {
    /// Whether it is the other one, told anew.
    pub fn replaces(&self, other: &Self) -> bool {
        let same = (self.part, self.kind) == (other.part, other.kind);
        same && (self.kind != DeadlineKind::Other || self.task == other.task)
    }

    /// Whole local days left: 0 on the last one, negative once it has passed.
    pub fn days_left(&self, today: Date) -> i32 {
        days_until(today, self.day)
    }

    /// Whether somebody has to act: it is not settled, and its leg waits for it. With a leg that is withdrawn, not
    /// eligible or dropped its deadlines rest; with a rejected one all rest but "something else", which may be the
    /// objection's.
    pub fn is_open(&self, leg: Option<LegState>) -> bool {
        let rests = match leg {
            Some(LegState::Withdrawn | LegState::NotEligible | LegState::Dropped) => true,
            Some(LegState::Rejected) => self.kind != DeadlineKind::Other,
            _ => false,
        };
        self.settled_on.is_none() && !rests
    }
}
