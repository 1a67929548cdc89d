//! All applications together: what is granted, what stays with the town, which deadline is next.

use jiff::civil::Date;

use super::{Funding, FundingDeadline, Leg, Part};
use crate::domain::money::Cents;

/// A sum over applications, and how many of them it leaves out because their amount is not known. What is not known is
/// never added as nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    /// The amounts that are known, together.
    pub known: Cents,
    /// Of how many applications none is.
    pub unknown: usize,
}

impl FromIterator<Option<Cents>> for Sum {
    fn from_iter<T: IntoIterator<Item = Option<Cents>>>(amounts: T) -> Self {
        amounts.into_iter().fold(Self::default(), |sum, amount| match amount {
            Some(amount) => Self { known: sum.known.plus(amount), ..sum },
            None => Self { unknown: sum.unknown + 1, ..sum },
        })
    }
}

/// What all applications come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// How many applications there are, with those that are no longer pursued.
    pub applications: usize,
    /// Of how many the Bund has granted its leg.
    pub federal_grants: usize,
    /// Of how many the Land has granted its leg.
    pub state_grants: usize,
    /// Granted by the Bund.
    pub federal: Sum,
    /// Granted by the Land.
    pub state: Sum,
    /// The own contributions as things are planned.
    pub own_now: Sum,
    /// The own contributions at worst.
    pub own_at_worst: Sum,
}

impl Sums {
    /// Over these applications. Those that are no longer pursued cost nothing.
    pub fn of(all: &[Funding]) -> Self {
        let pursued = || all.iter().filter(|funding| funding.is_pursued());
        let legs = |part| all.iter().filter_map(move |funding| funding.leg(part));
        let granted = |part| legs(part).filter(|leg| leg.state().is_granted());
        let count = |part| granted(part).count();
        let sum = |part| granted(part).map(Leg::granted_amount).collect();
        Self {
            applications: all.len(),
            federal_grants: count(Part::Federal),
            state_grants: count(Part::State),
            federal: sum(Part::Federal),
            state: sum(Part::State),
            own_now: pursued().map(Funding::own_now).collect(),
            own_at_worst: pursued().map(Funding::own_at_worst).collect(),
        }
    }
}

/// The deadline for which somebody has to act next, with its application.
pub type NextDeadline<'a> = (&'a Funding, &'a FundingDeadline);

/// Which deadline is next over all applications: the open one with the earliest day. One that has passed stays the next
/// until it is settled.
pub fn next_deadline(all: &[Funding], today: Date) -> Option<NextDeadline<'_>> {
    let open = all.iter().flat_map(|funding| funding.open_deadlines().map(move |deadline| (funding, deadline)));
    open.min_by_key(|(_, deadline)| deadline.days_left(today))
}
