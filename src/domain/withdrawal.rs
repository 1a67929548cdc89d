//! Taking back what was recorded wrongly (ungültig ab …). Nothing is deleted: the record stays with the day and the reason.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::ids::{AgreementId, MeasureId};

/// What is taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Withdrawable {
    /// An agreement.
    Agreement(AgreementId),
    /// A measure.
    Measure(MeasureId),
}

/// That a record no longer holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withdrawal {
    /// Which record.
    pub of: Withdrawable,
    /// The first day on which it does not hold.
    pub from: Date,
    /// Why, for the reader.
    pub reason: String,
}

/// On a record: since when and why it no longer holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withdrawn {
    /// The first day on which it does not hold.
    pub from: Date,
    /// Why.
    pub reason: String,
}

impl From<&Withdrawal> for Withdrawn {
    fn from(withdrawal: &Withdrawal) -> Self {
        Self { from: withdrawal.from, reason: withdrawal.reason.clone() }
    }
}
