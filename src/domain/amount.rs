//! How exactly a source knows a number: exact, about, at least, less than, or a range.

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A number with the exactness that its source gives it. `T` is a count or a share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Amount<T> {
    /// Counted.
    Exact(T),
    /// Rounded or estimated by the source ("etwa 300").
    About(T),
    /// This much or more ("mindestens 300").
    AtLeast(T),
    /// Less than this ("unter 15 %").
    LessThan(T),
    /// From the first to the second, both included ("10 bis 15 %").
    Range(T, T),
}

/// A range that no number fits: its ends are the wrong way round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the lower end of a range must be below its upper end")]
pub struct RangeError;

impl<T: Copy + Ord> Amount<T> {
    /// A range with its ends in order.
    ///
    /// # Errors
    /// When `low` is not below `high`.
    pub fn range(low: T, high: T) -> Result<Self, RangeError> {
        if low < high { Ok(Self::Range(low, high)) } else { Err(RangeError) }
    }

    /// This amount, if any number fits it: the ends of a range in order, and something below "less than".
    ///
    /// # Errors
    /// A range with its ends the wrong way round, or less than nothing.
    pub fn checked(self, nothing: T) -> Result<Self, RangeError> {
        match self {
            Self::Range(low, high) => Self::range(low, high),
            Self::LessThan(limit) => Self::range(nothing, limit).map(|_| self),
            Self::Exact(_) | Self::About(_) | Self::AtLeast(_) => Ok(self),
        }
    }

    /// What is certain to be there: the stated number, the lower end of a range, nothing for "less than".
    pub fn certain(self, nothing: T) -> T {
        match self {
            Self::Exact(n) | Self::About(n) | Self::AtLeast(n) | Self::Range(n, _) => n,
            Self::LessThan(_) => nothing,
        }
    }

    /// The largest number that the source names.
    pub fn largest(self) -> T {
        match self {
            Self::Exact(n) | Self::About(n) | Self::AtLeast(n) | Self::LessThan(n) | Self::Range(_, n) => n,
        }
    }
}

impl<T: Copy> Amount<T> {
    /// The same exactness for a converted number.
    pub fn map<U>(self, convert: impl Fn(T) -> U) -> Amount<U> {
        match self {
            Self::Exact(n) => Amount::Exact(convert(n)),
            Self::About(n) => Amount::About(convert(n)),
            Self::AtLeast(n) => Amount::AtLeast(convert(n)),
            Self::LessThan(n) => Amount::LessThan(convert(n)),
            Self::Range(low, high) => Amount::Range(convert(low), convert(high)),
        }
    }
}
