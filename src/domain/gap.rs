//! What is missing to the target, or above it, as exactly as the reading allows.

use super::{
    amount::Amount,
    campaign::Target,
    reading::{Reading, Value},
    share::Share,
};

/// Contracts between a reading and the target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// So many are missing; never 0. "Less than" stands for a lower bound ("mindestens 300"): at most so
    /// many are missing, perhaps none.
    Missing(Amount<u32>),
    /// The target is reached with so many more than needed (0 when exactly reached).
    Surplus(Amount<u32>),
}

impl Gap {
    /// The gap of a reading; `None` where the target or the base gives no number, where nothing was
    /// reported, or where the reading leaves open on which side of the target it lies.
    pub fn of(reading: &Reading, target: Target) -> Option<Self> {
        let base = reading.base().map(|base| base.count);
        let needed = target.needed(base)?;
        match reading.value() {
            Value::Contracts(contracts) => Self::between(contracts, needed),
            Value::Percent(percent) => Self::of_percent(percent, base?, target, needed),
            Value::NotReported => None,
        }
    }

    fn between(contracts: Amount<u32>, needed: u32) -> Option<Self> {
        let short = |count: u32| needed.saturating_sub(count);
        let over = |count: u32| count.saturating_sub(needed);
        Some(match contracts {
            Amount::Exact(count) if count < needed => Self::Missing(Amount::Exact(short(count))),
            Amount::Exact(count) => Self::Surplus(Amount::Exact(over(count))),
            Amount::About(count) if count < needed => Self::Missing(Amount::About(short(count))),
            Amount::About(count) => Self::Surplus(Amount::About(over(count))),
            Amount::AtLeast(count) if count < needed => Self::Missing(Amount::LessThan(short(count) + 1)),
            Amount::AtLeast(count) => Self::Surplus(Amount::AtLeast(over(count))),
            // At most `limit - 1` contracts; with a limit at or above the need, all is open.
            Amount::LessThan(limit) if limit <= needed => Self::Missing(Amount::AtLeast(short(limit) + 1)),
            Amount::LessThan(_) => return None,
            Amount::Range(_, high) if high < needed => Self::Missing(contracts.reversed(short)),
            Amount::Range(low, _) if low >= needed => Self::Surplus(contracts.map(over)),
            Amount::Range(..) => return None,
        })
    }

    /// A percentage is rounded by its source, so the contracts behind it are known only about.
    fn of_percent(percent: Amount<Share>, base: u32, target: Target, needed: u32) -> Option<Self> {
        let count = |share: Share| share.of_at_least(base);
        let contracts = match percent {
            Amount::Exact(share) | Amount::About(share) => Amount::About(count(share)),
            // The upper end is included and no whole contract lies above it: 15 % of 1 233 is at most 184.
            Amount::Range(low, high) => Amount::Range(count(low), high.of_at_most(base).max(count(low))),
            other => other.map(count),
        };
        let short = |target: Share| percent.certain(Share::NOTHING) < target;
        match Self::between(contracts, needed)? {
            // 32.99 % of 100 is "about 33" contracts and still short of 33 %.
            Self::Surplus(_) if target.share().is_some_and(short) => match percent {
                Amount::Range(_, high) if target.share().is_some_and(|target| high >= target) => None,
                _ => Some(Self::Missing(Amount::About(1))),
            },
            gap => Some(gap),
        }
    }
}

impl Amount<u32> {
    /// A range turned round by a falling function, its ends in order again.
    fn reversed(self, convert: impl Fn(u32) -> u32) -> Self {
        match self.map(convert) {
            Self::Range(high, low) => Self::Range(low, high),
            other => other,
        }
    }
}
