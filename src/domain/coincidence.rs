//! The week before a measure and the week after it, in contracts. A coincidence in time, no proof.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    amount::Amount,
    calendar::days_until,
    reading::{Reading, Stage},
};

/// Two counts show what a week brought when they lie so many days apart.
const WEEK_DAYS: std::ops::RangeInclusive<i32> = 6..=8;
/// A count stands for the measure's own day when it is at most so many days from it. With weekly numbers there is
/// always one.
const NEAR_DAYS: i32 = 3;

/// What one week brought.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Week {
    /// The day of the earlier count.
    pub from: Date,
    /// The day of the later count.
    pub to: Date,
    /// Contracts between them; negative when they fell.
    pub contracts: i64,
}

/// The weeks around a measure. A week without two counts is not known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Around {
    /// The week before.
    pub before: Option<Week>,
    /// The week after.
    pub after: Option<Week>,
}

impl Around {
    /// The weeks around a day, from the exact counts of one area.
    ///
    /// The count nearest to the day, at most three days from it, parts the two weeks; of two equally near the earlier
    /// one. The week before leads to it from a count six to eight days older, the week after from it to one six to
    /// eight days younger.
    ///
    /// Worked example: 213 contracts on 24 November, 229 on 1 December, 260 on 8 December, and a letter on 30
    /// November. The count of 1 December is nearest: +16 in the week before, +31 in the week after.
    pub fn of<'a>(readings: impl IntoIterator<Item = &'a Reading>, day: Date) -> Self {
        let counts = counts(readings);
        let distance = |at: Date| days_until(at, day).abs();
        let Some(middle) =
            counts.iter().filter(|count| distance(count.0) <= NEAR_DAYS).min_by_key(|count| distance(count.0))
        else {
            return Self::default();
        };
        let week = |from: &(Date, i64), to: &(Date, i64)| Week { from: from.0, to: to.0, contracts: to.1 - from.1 };
        let apart = |from: Date, to: Date| WEEK_DAYS.contains(&days_until(from, to));
        Self {
            before: counts.iter().rfind(|count| apart(count.0, middle.0)).map(|earlier| week(earlier, middle)),
            after: counts.iter().find(|count| apart(middle.0, count.0)).map(|later| week(middle, later)),
        }
    }

    /// Whether either week is known.
    pub const fn is_known(&self) -> bool {
        self.before.is_some() || self.after.is_some()
    }
}

/// The exact counts, one per day (its best stage), oldest first.
fn counts<'a>(readings: impl IntoIterator<Item = &'a Reading>) -> Vec<(Date, i64)> {
    let exact = |reading: &Reading| match reading.contracts() {
        Some(Amount::Exact(count)) => Some((reading.as_of, reading.stage, i64::from(count))),
        _ => None,
    };
    let mut counts: Vec<(Date, Stage, i64)> = readings.into_iter().filter_map(exact).collect();
    counts.sort_by_key(|(day, stage, _)| (*day, *stage));
    let mut days: Vec<(Date, i64)> = Vec::new();
    for (day, _, count) in counts {
        match days.last_mut() {
            Some(last) if last.0 == day => last.1 = count,
            _ => days.push((day, count)),
        }
    }
    days
}

/// What several areas gained together in the weeks around one day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Together {
    /// Contracts in the week before, in the areas where it is known.
    pub before: i64,
    /// In so many areas it is known.
    pub before_areas: usize,
    /// Contracts in the week after, in the areas where it is known.
    pub after: i64,
    /// In so many areas it is known.
    pub after_areas: usize,
}

/// The sum over several areas. An area without a week counts neither as 0 nor as known.
pub fn together(areas: impl IntoIterator<Item = Around>) -> Together {
    areas.into_iter().fold(Together::default(), |sum, around| Together {
        before: sum.before + around.before.map_or(0, |week| week.contracts),
        before_areas: sum.before_areas + usize::from(around.before.is_some()),
        after: sum.after + around.after.map_or(0, |week| week.contracts),
        after_areas: sum.after_areas + usize::from(around.after.is_some()),
    })
}
