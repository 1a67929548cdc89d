//! What is wrong with a field of a form, where no table has such a fault.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Problem;
use crate::domain::{
    build_progress::BuildProgressError,
    funding::{LegState, Part},
    money::Cents,
    reading::Value,
    when::When,
};

/// What is wrong with a field. `text` is what it says, shortened where long.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FormProblem {
    /// The field may not be empty.
    Missing,
    /// A name without a letter that addresses can have.
    NoLatinLetter {
        /// What the field says.
        text: String,
    },
    /// A character that nobody sees, or a line break where there is one line.
    Unprintable,
    /// The text names no day, month or year.
    NotAWhen {
        /// What the field says.
        text: String,
    },
    /// The text is no whole number.
    NotANumber {
        /// What the field says.
        text: String,
    },
    /// The text is no number of contracts, no percentage and does not say that none was reported.
    NotAValue {
        /// What the field says.
        text: String,
    },
    /// The text is no amount of money.
    NotMoney {
        /// What the field says.
        text: String,
    },
    /// The text can mean two amounts of money.
    UnclearMoney {
        /// What the field says.
        text: String,
    },
    /// More money than any rollout costs.
    MoneyTooLarge {
        /// What the field says.
        text: String,
    },
    /// The text is no share between 0 and 100 % with at most two decimals.
    NotAShare {
        /// What the field says.
        text: String,
    },
    /// The text is no link that begins with `https://`.
    NotALink {
        /// What the field says.
        text: String,
    },
    /// No area has this name.
    NoSuchArea {
        /// The name.
        text: String,
    },
    /// No facility has this name.
    NoSuchFacility {
        /// The name.
        text: String,
    },
    /// There is an application of this name already.
    NameTaken {
        /// The name.
        text: String,
    },
    /// The shares of an application's legs are more than the whole: so many basis points.
    SharesTooLarge {
        /// Basis points.
        sum: u32,
    },
    /// An amount is more than what the whole costs.
    MoreThanTotal {
        /// What the whole costs.
        total: Cents,
    },
    /// The grants together are more than what the whole costs.
    GrantsTooLarge {
        /// What the whole costs.
        total: Cents,
        /// The grants together.
        granted: Cents,
    },
    /// More is paid out than granted.
    PaidMoreThanGranted,
    /// A leg of this part is never in this state.
    StateNotOfPart,
    /// A leg does not go from the one state to the other without a reason.
    StepNeedsReason {
        /// Of which leg.
        part: Part,
        /// Where it is.
        from: LegState,
        /// Where it is to go.
        to: LegState,
    },
    /// A market survey closes later.
    SurveyTooShort {
        /// The earliest day.
        closes: Date,
    },
    /// No area has nothing in it.
    NoBase,
    /// What is recorded as having happened is still to come.
    StillAhead {
        /// The first day that is meant.
        day: Date,
        /// Today.
        today: Date,
    },
    /// Something ends before it begins.
    EndBeforeStart {
        /// When it begins.
        start: When,
    },
    /// A deadline before the campaign's opening.
    DeadlineBeforeOpening {
        /// The deadline.
        day: Date,
        /// The day of the opening.
        opened: Date,
    },
    /// A round opens while the one before it still runs: nobody could tell for which of them a contract counts.
    RoundStillRuns {
        /// The day on which it would open.
        opens: Date,
        /// The deadline of the one before.
        deadline: Date,
    },
    /// The deadline that holds was announced later: the new one would not hold.
    AnnouncedEarlier {
        /// The day on which the holding one was announced.
        holding: Date,
    },
    /// It says what is recorded already.
    Unchanged,
    /// Another reading holds for this day and stage.
    Taken {
        /// Its day.
        day: Date,
        /// What it says.
        stored: Value,
    },
    /// The reading to correct does not hold any longer, or never did.
    NoSuchReading,
    /// The record to take back is not there.
    NoSuchRecord,
    /// The text is neither a share nor a number of contracts nor says that the operator decides.
    NotATarget {
        /// What the field says.
        text: String,
    },
    /// Figures of a build contradict each other.
    Build(BuildProgressError),
    /// Another facility has this name already.
    FacilityExists {
        /// Its name.
        name: String,
    },
    /// What is active has been so since a day, which is missing.
    ActiveSince,
    /// After active nothing comes.
    NothingAfterActive,
    /// A state was left out, and no reason is given.
    SkipNeedsReason,
    /// It goes back, and no reason is given.
    BackNeedsReason,
}

impl From<FormProblem> for Problem {
    fn from(problem: FormProblem) -> Self {
        Self::Form(problem)
    }
}
