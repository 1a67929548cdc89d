//! A leg of an application: what Bund, Land or the applicant gives, and how far that is.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{Directive, Part};
use crate::domain::{money::Cents, share::Share, source::Source, when::When};

/// How far a leg is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LegState {
    /// Not requested; of the own contribution: not planned for.
    NotRequested,
    /// In preparation; of the own contribution: in the draft of the budget.
    Draft,
    /// Submitted: the decision is awaited.
    Submitted,
    /// The grantor asked for more (Nachforderung).
    SupplementAsked,
    /// Granted in a preliminary amount (Bescheid in vorläufiger Höhe).
    PreliminaryGrant,
    /// Granted in its final amount (Bescheid in endgültiger Höhe).
    FinalGrant,
    /// The own contribution alone: in the budget (im Haushalt).
    Budgeted,
    /// Rejected.
    Rejected,
    /// Withdrawn by the applicant.
    Withdrawn,
    /// What is planned cannot be funded by this grantor.
    NotEligible,
    /// This part takes no share.
    Dropped,
}

impl LegState {
    /// All states, in the order in which a leg goes through them.
    pub const ALL: [Self; 11] = [
        Self::NotRequested,
        Self::Draft,
        Self::Submitted,
        Self::SupplementAsked,
        Self::PreliminaryGrant,
        Self::FinalGrant,
        Self::Budgeted,
        Self::Rejected,
        Self::Withdrawn,
        Self::NotEligible,
        Self::Dropped,
    ];

    /// Whether a leg of this part can be in this state: nobody grants the own contribution, and no grantor budgets it.
    pub const fn fits(self, part: Part) -> bool {
        match (self, part) {
            (Self::NotRequested | Self::Draft | Self::Dropped, _) => true,
            (Self::Budgeted, part) => matches!(part, Part::Own),
            (_, part) => !matches!(part, Part::Own),
        }
    }

    /// Whether money is granted, be it preliminarily.
    pub const fn is_granted(self) -> bool {
        matches!(self, Self::PreliminaryGrant | Self::FinalGrant)
    }

    /// Whether nothing more can come of it as things are.
    pub const fn is_closed(self) -> bool {
        matches!(self, Self::Rejected | Self::Withdrawn | Self::NotEligible | Self::Dropped)
    }

    /// Whether a leg may go from this state to the other one without a reason. To stay is no step and always right:
    /// an amount was added. Every other step needs a reason (an override), because a notice, a letter or a form was
    /// left out or taken back.
    ///
    /// A leg is prepared, submitted, perhaps supplemented, granted preliminarily, then finally: the final amount is set
    /// after the tender, so it follows a preliminary one. It can be withdrawn wherever it was begun, and rejected until
    /// it is granted. What was rejected or withdrawn can be applied for again.
    pub const fn may_become(self, next: Self) -> bool {
        use LegState::{
            Budgeted, Draft, Dropped, FinalGrant, NotEligible, NotRequested, PreliminaryGrant, Rejected, Submitted,
            SupplementAsked, Withdrawn,
        };
        if self as u8 == next as u8 {
            return true;
        }
        match self {
            NotRequested => matches!(next, Draft | Submitted | Budgeted | NotEligible | Dropped),
            Draft => matches!(next, NotRequested | Submitted | Budgeted | Withdrawn | NotEligible | Dropped),
            Submitted => matches!(next, SupplementAsked | PreliminaryGrant | Rejected | Withdrawn | NotEligible),
            SupplementAsked => matches!(next, Submitted | PreliminaryGrant | Rejected | Withdrawn | NotEligible),
            PreliminaryGrant => matches!(next, SupplementAsked | FinalGrant | Withdrawn),
            FinalGrant => matches!(next, Withdrawn),
            Budgeted => matches!(next, Dropped),
            Rejected | Withdrawn => matches!(next, Draft | Submitted),
            NotEligible | Dropped => matches!(next, NotRequested | Draft),
        }
    }
}

/// What is known of one leg. A newer record takes an older one's place, whole and of its own part alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "LegFields", into = "LegFields")]
pub struct Leg(LegFields);

/// The fields of a leg. Amounts in cents, each where known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LegFields {
    /// Whose share.
    pub part: Part,
    /// How far it is.
    pub state: LegState,
    /// Since when, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<When>,
    /// Its share of the whole cost.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<Share>,
    /// Requested; of the own contribution: planned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub requested: Option<Cents>,
    /// Granted preliminarily; of the own contribution: in the budget.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preliminary: Option<Cents>,
    /// Granted finally.
    #[serde(default, rename = "final", skip_serializing_if = "Option::is_none")]
    pub finally: Option<Cents>,
    /// Paid out so far.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paid: Option<Cents>,
    /// The directive, where it is not the application's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub directive: Option<Directive>,
    /// A remark for the reader.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Who says so.
    pub source: Source,
}

/// Why a leg cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum LegError {
    /// Nobody grants the own contribution, and no grantor budgets it.
    #[error("a leg of this part cannot be in this state")]
    State,
    /// More was paid out than granted.
    #[error("more is paid than granted")]
    PaidMoreThanGranted,
}

impl Leg {
    /// A leg that keeps the rules.
    ///
    /// # Errors
    /// A state that does not fit the part, or more paid out than granted, as far as both are known.
    pub fn new(fields: LegFields) -> Result<Self, LegError> {
        let leg = Self(fields);
        if !leg.0.state.fits(leg.0.part) {
            return Err(LegError::State);
        }
        let granted = leg.0.finally.or(leg.0.preliminary);
        match (leg.0.paid, granted) {
            (Some(paid), Some(granted)) if paid > granted => Err(LegError::PaidMoreThanGranted),
            _ => Ok(leg),
        }
    }

    /// Its fields.
    pub const fn fields(&self) -> &LegFields {
        &self.0
    }

    /// Whose share.
    pub const fn part(&self) -> Part {
        self.0.part
    }

    /// How far it is.
    pub const fn state(&self) -> LegState {
        self.0.state
    }

    /// What is granted for certain: the final amount before the preliminary one, and nothing where the leg is not
    /// granted, whatever amounts an earlier notice named. A grant of an unknown amount counts as nothing, so that the
    /// worst case stays the worst.
    pub fn granted(&self) -> Cents {
        self.granted_amount().unwrap_or(Cents::NOTHING)
    }

    /// The amount that is granted, where it is granted and the amount is known.
    pub fn granted_amount(&self) -> Option<Cents> {
        match self.0.state {
            LegState::FinalGrant => self.0.finally.or(self.0.preliminary),
            LegState::PreliminaryGrant => self.0.preliminary,
            _ => None,
        }
    }

    /// What is requested: the amount that was named, else the share of the total (rounded down to the cent). `None`
    /// where neither is known.
    pub fn requested(&self, total: Option<Cents>) -> Option<Cents> {
        self.0.requested.or_else(|| Some(total?.share(self.0.share?)))
    }

    /// What is granted or can still be: the final amount, else the preliminary one, else what is requested. A closed leg
    /// gives nothing. `None` where no amount is known.
    pub fn expected(&self, total: Option<Cents>) -> Option<Cents> {
        match self.0.state {
            state if state.is_closed() => Some(Cents::NOTHING),
            LegState::FinalGrant => self.0.finally.or(self.0.preliminary).or_else(|| self.requested(total)),
            LegState::PreliminaryGrant => self.0.preliminary.or_else(|| self.requested(total)),
            _ => self.requested(total),
        }
    }
}

impl TryFrom<LegFields> for Leg {
    type Error = LegError;
    fn try_from(fields: LegFields) -> Result<Self, LegError> {
        Self::new(fields)
    }
}

impl From<Leg> for LegFields {
    fn from(leg: Leg) -> Self {
        leg.0
    }
}
