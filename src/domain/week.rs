//! What a week brought: the newest count against an older one, as plain arithmetic. Whether it will do is
//! for the forecast to say.

use std::collections::BTreeMap;

use super::{
    calendar::days_until,
    ids::{AreaId, CampaignId},
    pace,
    reading::{self, Reading},
    rollout::Rollout,
};

/// Weekly numbers lie a week apart, or a day less where one came early.
const SHORTEST_WEEK: i32 = 6;
/// From here on it is no longer a week's change but that of two.
const TWO_WEEKS: i32 = 14;

/// What came between the newest count and the newest one that is at least six days older.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gain {
    /// So many contracts more; negative when they fell.
    pub contracts: i32,
    /// In so many days.
    pub days: i32,
    /// Contracts per day, in tenths, rounded half up.
    pub per_day_tenths: i32,
}

impl Gain {
    /// What these readings of one area tell of the last week; `None` where either count is not exact or no
    /// reading is old enough.
    ///
    /// 229 contracts on 1 December after 213 on 24 November are 16 in 7 days: 2.3 a day.
    pub fn of(readings: &[&Reading]) -> Option<Self> {
        let newest = reading::current(readings.iter().copied())?;
        let old_enough = |reading: &&Reading| days_until(reading.as_of, newest.as_of) >= SHORTEST_WEEK;
        let earlier = reading::current(readings.iter().copied().filter(old_enough))?;
        Some(Self {
            contracts: pace::gained(earlier, newest)?,
            days: days_until(earlier.as_of, newest.as_of),
            per_day_tenths: pace::between_tenths(earlier, newest)?,
        })
    }

    /// The contracts of one week; `None` where the numbers lie two weeks or more apart.
    pub fn in_a_week(self) -> Option<i32> {
        (self.days < TWO_WEEKS).then_some(self.contracts)
    }
}

/// The latest gain of every area that has one.
pub type Gains = BTreeMap<(CampaignId, AreaId), Gain>;

/// The latest gains of a whole rollout.
pub fn gains(rollout: &Rollout) -> Gains {
    let areas = rollout.campaigns.iter().flat_map(|campaign| campaign.areas.iter().map(|area| (campaign.id, *area)));
    areas
        .filter_map(|(campaign, area)| Some(((campaign, area), Gain::of(&rollout.readings_of(campaign, area))?)))
        .collect()
}

/// What several areas gained together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Together {
    /// Contracts per day in tenths: the sum of the areas' rounded ones, as their column adds up.
    pub per_day_tenths: i32,
    /// Of so many areas it is known.
    pub known: usize,
}

/// What these areas of a campaign gained per day together.
///
/// 2.3 and 1.1 a day are 3.4; an area without a gain counts neither as 0 nor as known.
pub fn together(gains: &Gains, campaign: CampaignId, areas: impl IntoIterator<Item = AreaId>) -> Together {
    let known = areas.into_iter().filter_map(|area| gains.get(&(campaign, area)));
    known.fold(Together::default(), |sum, gain| Together {
        per_day_tenths: sum.per_day_tenths.saturating_add(gain.per_day_tenths),
        known: sum.known + 1,
    })
}
