//! How far an area is in a running campaign. Words about the future belong to the forecast alone.

use super::{
    campaign::{CLOSE_BASIS_POINTS, Target},
    reading::{Reading, Stage, Value},
    share::Share,
    take_up::Quota,
};

/// The progress state of a running area.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Progress {
    /// Nothing was reported.
    None,
    /// A count, but no base to make a quota of.
    NoBase,
    /// A number that the operator reported and nobody has checked.
    ReportedOnly,
    /// A checked number, but the operator publishes no target.
    NoTarget,
    /// Below the target.
    Below,
    /// Less than five points below a target in percent.
    Close,
    /// The target is reached. Not a promise to build.
    Reached,
}

impl Progress {
    /// The state that the current reading gives. Only what is certain counts: the lower end of a
    /// range, nothing for "less than".
    pub fn of(current: Option<&Reading>, target: Target) -> Self {
        let Some(reading) = current else { return Self::None };
        let share = match (reading.value(), target) {
            (Value::NotReported, _) => return Self::None,
            (_, _) if reading.stage == Stage::Reported && Self::has_measure(reading, target) => {
                return Self::ReportedOnly;
            }
            (_, Target::OperatorDecision) => return Self::NoTarget,
            (Value::Contracts(count), Target::Count(needed)) => {
                return if count.certain(0) >= needed { Self::Reached } else { Self::Below };
            }
            (Value::Percent(_), Target::Count(_)) => return Self::NoBase,
            (_, Target::Share(share)) => share,
        };
        match reading.quota().map(|quota| quota.certain_quota()) {
            None => Self::NoBase,
            Some(quota) if quota.reaches(share) => Self::Reached,
            Some(quota) if quota.reaches(share.less(CLOSE_BASIS_POINTS)) => Self::Close,
            Some(_) => Self::Below,
        }
    }

    /// Whether the reading can be held against the target at all.
    fn has_measure(reading: &Reading, target: Target) -> bool {
        match target {
            Target::Share(_) => reading.quota().is_some(),
            Target::Count(_) => reading.contracts().is_some(),
            Target::OperatorDecision => true,
        }
    }
}

impl super::amount::Amount<Quota> {
    /// The quota that is certain: the lower end of a range, 0 % for "less than".
    pub fn certain_quota(self) -> Quota {
        match self {
            Self::Exact(quota) | Self::About(quota) | Self::AtLeast(quota) | Self::Range(quota, _) => quota,
            Self::LessThan(_) => Quota::Stated(Share::NOTHING),
        }
    }
}
