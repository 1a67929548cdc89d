//! What an officer should be told without asking.

use jiff::civil::Date;

use super::{Funding, LegState, Part};
use crate::domain::money::Cents;

/// A deadline is called near so many days ahead. A setting of the product.
pub const SOON_DAYS: i32 = 30;

/// Something about one application that stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Warning {
    /// One grantor gives, the other one has not decided: the own contribution can rise to this, where known.
    OneOpen {
        /// Who gives.
        gives: Part,
        /// Who has not decided.
        open: Part,
        /// The own contribution at worst.
        at_worst: Option<Cents>,
    },
    /// One grantor gives, the other one will not: the own contribution is this, where known.
    OneRefused {
        /// Who gives.
        gives: Part,
        /// Who does not.
        refuses: Part,
        /// The own contribution at worst.
        at_worst: Option<Cents>,
    },
    /// The budget holds less than the own contribution that is planned for now.
    BudgetTooSmall {
        /// What the budget holds.
        budgeted: Cents,
        /// What is needed now.
        needed: Cents,
    },
    /// Bund and Land together give, or are asked for, more than the whole costs.
    MoreThanTotal {
        /// What is granted or may be.
        expected: Cents,
        /// What the whole costs.
        total: Cents,
    },
    /// So many deadlines have passed unsettled.
    Overdue(usize),
    /// So many deadlines end within so many days; the last of them after `days`.
    Soon {
        /// How many.
        count: usize,
        /// Days until the last of them.
        days: i32,
    },
}

impl Funding {
    /// What stands out on this day, the most pressing first.
    pub fn warnings(&self, today: Date) -> Vec<Warning> {
        let left: Vec<i32> = self.open_deadlines().map(|deadline| deadline.days_left(today)).collect();
        let overdue = left.iter().filter(|days| **days < 0).count();
        let soon: Vec<i32> = left.into_iter().filter(|days| (0..=SOON_DAYS).contains(days)).collect();
        let last = soon.iter().max();
        let soon = last.map(|days| Warning::Soon { count: soon.len(), days: *days });
        let overdue = (overdue > 0).then_some(Warning::Overdue(overdue));
        [overdue, self.one_sided(), self.more_than_total(), self.budget(), soon].into_iter().flatten().collect()
    }

    /// A grant that stands alone.
    fn one_sided(&self) -> Option<Warning> {
        let (federal, state) = (self.state(Part::Federal)?, self.state(Part::State)?);
        let (gives, other, state) = match (federal.is_granted(), state.is_granted()) {
            (true, false) => (Part::Federal, Part::State, state),
            (false, true) => (Part::State, Part::Federal, federal),
            _ => return None,
        };
        let at_worst = self.own_at_worst();
        match state {
            // Agreed from the start that this grantor takes no part: nothing stands out.
            LegState::NotEligible | LegState::Dropped => None,
            LegState::Rejected | LegState::Withdrawn => Some(Warning::OneRefused { gives, refuses: other, at_worst }),
            _ => Some(Warning::OneOpen { gives, open: other, at_worst }),
        }
    }

    /// Amounts are typed leg by leg: together they can be too much although each is right by itself.
    fn more_than_total(&self) -> Option<Warning> {
        let total = self.application.total?;
        let open = self.grants().filter(|leg| !leg.state().is_closed());
        let expected: Cents = open.filter_map(|leg| leg.expected(Some(total))).collect();
        (expected > total).then_some(Warning::MoreThanTotal { expected, total })
    }

    fn budget(&self) -> Option<Warning> {
        let own = self.leg(Part::Own).filter(|leg| leg.state() == LegState::Budgeted)?;
        let (budgeted, needed) = (own.fields().preliminary.or(own.fields().requested)?, self.own_now()?);
        (budgeted < needed).then_some(Warning::BudgetTooSmall { budgeted, needed })
    }
}
