//! Take-up (Quote): contracts as a share of the base, tested in integers, rounded for display only.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{campaign::Unit, share::Share};

/// Contracts of a base. Carries both numbers and the unit; `contracts ≤ base` and `base > 0`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "TakeUpFields")]
pub struct TakeUp {
    contracts: u32,
    base: u32,
    unit: Unit,
}

#[derive(Deserialize)]
struct TakeUpFields {
    contracts: u32,
    base: u32,
    unit: Unit,
}

impl TryFrom<TakeUpFields> for TakeUp {
    type Error = TakeUpError;
    fn try_from(fields: TakeUpFields) -> Result<Self, TakeUpError> {
        Self::new(fields.contracts, fields.base, fields.unit)
    }
}

/// Two numbers that are no take-up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum TakeUpError {
    /// More contracts than there are households (companies …): the count or the base is wrong.
    #[error("{contracts} contracts are more than the base of {base}")]
    MoreThanBase {
        /// The count.
        contracts: u32,
        /// The base.
        base: u32,
    },
    /// A base of nothing.
    #[error("a base of 0 has no take-up")]
    NoBase,
}

impl TakeUp {
    /// Contracts of a base.
    ///
    /// # Errors
    /// More contracts than the base, or a base of 0.
    pub const fn new(contracts: u32, base: u32, unit: Unit) -> Result<Self, TakeUpError> {
        if base == 0 {
            return Err(TakeUpError::NoBase);
        }
        if contracts > base {
            return Err(TakeUpError::MoreThanBase { contracts, base });
        }
        Ok(Self { contracts, base, unit })
    }

    /// Signed contracts.
    pub const fn contracts(self) -> u32 {
        self.contracts
    }

    /// All households (companies …) of the area.
    pub const fn base(self) -> u32 {
        self.base
    }

    /// What is counted.
    pub const fn unit(self) -> Unit {
        self.unit
    }
}

/// A quota as a source gives it: from counted contracts, or only as a percentage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Quota {
    /// Contracts of a base.
    Counted(TakeUp),
    /// A percentage without the numbers behind it.
    Stated(Share),
}

impl Quota {
    /// Whether the share is at least the target: `contracts · 10 000 ≥ target · base`, in integers.
    ///
    /// ```
    /// use faserstand_lib::domain::{campaign::Unit, share::Share, take_up::{Quota, TakeUp}};
    /// let third = Share::from_basis_points(3300).unwrap();
    /// let of = |contracts| Quota::Counted(TakeUp::new(contracts, 1233, Unit::Households).unwrap());
    /// assert!(!of(406).reaches(third));
    /// assert!(of(407).reaches(third));
    /// ```
    pub fn reaches(self, target: Share) -> bool {
        let (part, whole) = self.fraction();
        part * 10_000 >= u64::from(target.basis_points()) * whole
    }

    /// The quota in tenths of a percent, rounded half up for display.
    ///
    /// Where rounding would print a missed target as reached, the largest tenth below the target
    /// is given instead: 3 299 of 10 000 against 33 % is 329 ("32,9 %").
    pub fn tenths(self, target: Option<Share>) -> u32 {
        let (part, whole) = self.fraction();
        let rounded = ((part * 2_000 + whole) / (2 * whole)) as u32;
        match target {
            Some(target) if !self.reaches(target) => {
                rounded.min((target.basis_points().div_ceil(10)).saturating_sub(1))
            }
            _ => rounded,
        }
    }

    /// The quota in basis points, rounded half up: for drawing, never for the test.
    pub fn drawn_basis_points(self) -> u32 {
        let (part, whole) = self.fraction();
        ((part * 20_000 + whole) / (2 * whole)) as u32
    }

    fn fraction(self) -> (u64, u64) {
        match self {
            Self::Counted(take_up) => (take_up.contracts.into(), take_up.base.into()),
            Self::Stated(share) => (share.basis_points().into(), 10_000),
        }
    }
}
