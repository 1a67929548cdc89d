//! What stays with the applicant (Eigenanteil): as things are planned, at worst, and without one grantor.

use super::{Funding, Leg, Part};
use crate::domain::{money::Cents, share::Share};

/// The shares of an application's legs together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SumOfShares {
    /// At most the whole.
    Fits(Share),
    /// More than the whole: so many basis points.
    TooMuch(u32),
}

impl SumOfShares {
    /// The sum of these shares.
    pub fn of(shares: impl IntoIterator<Item = Share>) -> Self {
        let sum: u32 = shares.into_iter().map(Share::basis_points).fold(0, u32::saturating_add);
        Share::from_basis_points(sum).map_or(Self::TooMuch(sum), Self::Fits)
    }
}

impl Funding {
    /// The shares of its legs together, with `leg` in the place of the one that is known of its part. Legs without a
    /// share, and those that are closed, take none.
    pub fn shares_with(&self, leg: &Leg) -> SumOfShares {
        let others = self.legs().iter().filter(|other| other.part() != leg.part());
        let open = others.chain([leg]).filter(|leg| !leg.state().is_closed());
        SumOfShares::of(open.filter_map(|leg| leg.fields().share))
    }

    /// What is granted for certain, by Bund and Land together.
    pub fn granted(&self) -> Cents {
        self.grants().map(Leg::granted).collect()
    }

    /// The own contribution now: the total less what Bund and Land have granted or still may grant. `None` where the
    /// total, or an amount that counts, is not known.
    ///
    /// Worked example: 1.350.000 €, of which the Bund has granted 675.000 € and the Land is asked for 540.000 €:
    /// 1.350.000 − 675.000 − 540.000 = 135.000 €.
    pub fn own_now(&self) -> Option<Cents> {
        self.own_counting(|leg, total| leg.expected(total))
    }

    /// The own contribution at worst: the total less what is granted. Every leg that is not granted counts as nothing;
    /// a final amount goes before a preliminary one. `None` where the total is not known.
    ///
    /// Worked example, continued: 1.350.000 − 675.000 = 675.000 €.
    pub fn own_at_worst(&self) -> Option<Cents> {
        self.own_counting(|leg, _| Some(leg.granted()))
    }

    /// The gap (Lücke) if this grantor refuses: what it is counted with now.
    ///
    /// Worked example, continued: if the Land refuses, 540.000 € are missing.
    pub fn gap_without(&self, part: Part) -> Option<Cents> {
        self.leg(part)?.expected(self.application.total)
    }

    fn own_counting(&self, amount: impl Fn(&Leg, Option<Cents>) -> Option<Cents>) -> Option<Cents> {
        let total = self.application.total?;
        let granted: Option<Cents> = self.grants().map(|leg| amount(leg, Some(total))).collect();
        Some(total.less(granted?))
    }
}
