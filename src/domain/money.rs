//! Money in whole cents. Never a float, and never in the browser's number format.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::share::Share;

/// The largest amount that is read: ten billion euros. No town's rollout costs as much.
pub const MOST_CENTS: u64 = 1_000_000_000_000;

/// An amount in cents of the euro, from nothing to [`MOST_CENTS`]. Sums of amounts may be larger.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u64", into = "u64")]
pub struct Cents(u64);

/// More than [`MOST_CENTS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("an amount has at most {MOST_CENTS} cents, not {0}")]
pub struct CentsError(pub u64);

impl Cents {
    /// Nothing: 0 €. What is not known is no amount at all.
    pub const NOTHING: Self = Self(0);

    /// So many cents.
    ///
    /// # Errors
    /// More than [`MOST_CENTS`].
    pub const fn new(cents: u64) -> Result<Self, CentsError> {
        if cents > MOST_CENTS { Err(CentsError(cents)) } else { Ok(Self(cents)) }
    }

    /// The number of cents.
    pub const fn get(self) -> u64 {
        self.0
    }

    /// Both amounts together.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// What is left of this amount after the other one, never below nothing.
    #[must_use]
    pub const fn less(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// A share of this amount, rounded down to the whole cent: a grant is never taken to be larger than its share, and
    /// the own contribution, which is what is left, bears the rest. So the parts make up the total to the cent.
    ///
    /// ```
    /// use faserstand_lib::domain::{money::Cents, share::Share};
    /// let total = Cents::new(100_001).unwrap(); // 1.000,01 €
    /// let half = Share::from_basis_points(5_000).unwrap();
    /// assert_eq!(total.share(half), Cents::new(50_000).unwrap()); // 500,005 € are 500,00 €
    /// ```
    #[must_use]
    pub fn share(self, share: Share) -> Self {
        let part = u128::from(self.0) * u128::from(share.basis_points()) / 10_000;
        // At most the whole, which fits.
        Self(u64::try_from(part).unwrap_or(self.0))
    }
}

impl FromIterator<Cents> for Cents {
    fn from_iter<T: IntoIterator<Item = Self>>(amounts: T) -> Self {
        amounts.into_iter().fold(Self::NOTHING, Self::plus)
    }
}

impl TryFrom<u64> for Cents {
    type Error = CentsError;
    fn try_from(cents: u64) -> Result<Self, CentsError> {
        Self::new(cents)
    }
}

impl From<Cents> for u64 {
    fn from(amount: Cents) -> Self {
        amount.0
    }
}
