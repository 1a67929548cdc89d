//! A share of a whole, in basis points.

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A share from 0 to 100 %, in basis points: 33 % is 3300. Never a bare float.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
pub struct Share(u16);

/// More than the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("a share has at most 10000 basis points (100 %), not {0}")]
pub struct ShareError(pub u32);

impl Share {
    /// The whole: 100 %.
    pub const WHOLE: Self = Self(10_000);
    /// Nothing: 0 %.
    pub const NOTHING: Self = Self(0);

    /// A share of so many hundredths of a percent.
    ///
    /// # Errors
    /// More than 10 000: take-up above the base is a mistake in the count or in the base.
    pub const fn from_basis_points(basis_points: u32) -> Result<Self, ShareError> {
        if basis_points > 10_000 {
            return Err(ShareError(basis_points));
        }
        Ok(Self(basis_points as u16))
    }

    /// Hundredths of a percent, 0 to 10 000.
    pub const fn basis_points(self) -> u32 {
        self.0 as u32
    }

    /// This share less `basis_points`, never below 0.
    pub const fn less(self, basis_points: u16) -> Self {
        Self(self.0.saturating_sub(basis_points))
    }

    /// Half of it, rounded up.
    pub const fn half(self) -> Self {
        Self(self.0.div_ceil(2))
    }

    /// How many of `base` make up at least this share: `⌈share · base⌉`.
    ///
    /// ```
    /// use faserstand_lib::domain::share::Share;
    /// let third = Share::from_basis_points(3300).unwrap();
    /// assert_eq!(third.of_at_least(1233), 407); // 406.89 households are not enough
    /// ```
    pub const fn of_at_least(self, base: u32) -> u32 {
        (self.0 as u64 * base as u64).div_ceil(10_000) as u32
    }

    /// How many of `base` make up at most this share: `⌊share · base⌋`.
    pub const fn of_at_most(self, base: u32) -> u32 {
        (self.0 as u64 * base as u64 / 10_000) as u32
    }
}

impl TryFrom<u32> for Share {
    type Error = ShareError;
    fn try_from(basis_points: u32) -> Result<Self, ShareError> {
        Self::from_basis_points(basis_points)
    }
}

impl From<Share> for u32 {
    fn from(share: Share) -> Self {
        share.basis_points()
    }
}
