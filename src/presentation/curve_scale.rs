//! The scale of a curve: days to the right, percent or contracts upwards, in hundredths of a percent of the chart.

use jiff::civil::Date;

use super::{date, lang::Lang, number};
use crate::domain::{amount::Amount, calendar::days_until, reading::Reading, status::AreaReport, take_up::Quota};

/// Days to the right, percent (or contracts, where that places more readings) upwards.
pub(super) struct Scale {
    pub(super) first: Date,
    pub(super) last: Date,
    /// The upper end: basis points, or contracts.
    top: u64,
    pub(super) percent: bool,
}

impl Scale {
    /// The scale and the readings that have a place on it; `None` with fewer than two.
    pub(super) fn of<'a>(reported: &[&'a Reading], report: &AreaReport) -> Option<(Self, Vec<&'a Reading>)> {
        let quotas = reported.iter().filter(|reading| reading.quota().is_some()).count();
        let counts = reported.iter().filter(|reading| reading.contracts().is_some()).count();
        let percent = quotas >= 2 && (quotas >= reported.len() - quotas || counts < 2);
        let placed =
            |reading: &Reading| if percent { reading.quota().is_some() } else { reading.contracts().is_some() };
        let readings: Vec<&Reading> = reported.iter().copied().filter(|reading| placed(reading)).collect();
        (readings.len() >= 2).then(|| (Self::over(&readings, percent, report), readings))
    }

    fn over(readings: &[&Reading], percent: bool, report: &AreaReport) -> Self {
        let campaign = report.campaign.as_ref().map(|status| &status.campaign);
        let opened = campaign.and_then(|campaign| campaign.opened_on);
        let deadlines = campaign.into_iter().flat_map(|campaign| &campaign.deadlines).map(|deadline| deadline.day);
        let days = || readings.iter().map(|reading| reading.as_of);
        let first = days().chain(opened).min().unwrap_or(report.today);
        let last = days().chain(deadlines).max().unwrap_or(report.today);
        let mut scale = Self { first, last: last.max(first.tomorrow().unwrap_or(first)), top: 1, percent };
        let largest = readings.iter().filter_map(|reading| Some(scale.value(reading)?.largest())).max().unwrap_or(0);
        let target =
            campaign.and_then(|campaign| campaign.target.share()).map_or(0, |share| share.basis_points().into());
        let above = if percent { largest.max(target) } else { largest };
        let step = scale.step(above);
        scale.top = (above / step + 1) * step;
        scale
    }

    /// The distance of the grid lines: 10 %, or a round number of contracts.
    fn step(&self, largest: u64) -> u64 {
        if self.percent {
            return 1_000;
        }
        [10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000].into_iter().find(|step| largest / step < 5).unwrap_or(10_000)
    }

    pub(super) fn value(&self, reading: &Reading) -> Option<Amount<u64>> {
        if self.percent {
            Some(reading.quota()?.map(|quota: Quota| quota.drawn_basis_points().into()))
        } else {
            Some(reading.contracts()?.map(u64::from))
        }
    }

    pub(super) fn x(&self, day: Date) -> u32 {
        let whole = days_until(self.first, self.last).max(1).unsigned_abs();
        days_until(self.first, day).max(0).unsigned_abs() * 10_000 / whole
    }

    pub(super) fn y(&self, value: u64) -> u32 {
        let up = (value * 10_000 / self.top.max(1)).min(10_000);
        10_000 - u32::try_from(up).unwrap_or(10_000)
    }

    pub(super) fn ticks(&self, lang: Lang) -> Vec<(u32, String)> {
        let step = self.step(self.top - 1);
        let label = |value: u64| {
            let value = u32::try_from(value).unwrap_or(u32::MAX);
            if self.percent { number::whole_percent(value / 100, lang) } else { number::count(value, lang) }
        };
        (0..=self.top / step).map(|index| (self.y(index * step), label(index * step))).collect()
    }

    pub(super) fn days(&self, deadline: Option<u32>, lang: Lang) -> Vec<(u32, String)> {
        let mut labels = vec![(0, date::short(self.first, lang))];
        let mut month = self.first.last_of_month();
        // A month's first day gets a label where it does not run into its neighbours.
        while let Ok(next) = month.tomorrow() {
            let x = self.x(next);
            if next >= self.last || labels.len() > 12 {
                break;
            }
            // The deadline's label ends or begins at its line.
            let beside_deadline =
                deadline.is_some_and(|at| x + 2_900 > at && x < at + if at < 5_000 { 2_900 } else { 700 });
            if labels.last().is_some_and(|(before, _)| x > before + 1_500) && x < 9_300 && !beside_deadline {
                labels.push((x, date::short(next, lang)));
            }
            month = next.last_of_month();
        }
        labels
    }
}
