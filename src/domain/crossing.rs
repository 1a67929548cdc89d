//! Readings that are news of their own: the first that is half of what is needed, the first that is all of it.

use jiff::civil::Date;

use super::{
    calendar::berlin_day,
    campaign::Target,
    ids::AreaId,
    progress::Progress,
    reading::Reading,
    rollout::Rollout,
    round::{self, Span},
};

/// How much of the target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Crossed {
    /// Half of it.
    Half,
    /// All of it. No promise to build.
    Whole,
}

/// The first reading of an area's campaign that is certainly so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crossing {
    /// Which area.
    pub area: AreaId,
    /// How far.
    pub crossed: Crossed,
    /// What had to be reached.
    pub target: Target,
    /// The reading.
    pub reading: Reading,
    /// Since when it could be known.
    pub known_on: Date,
}

impl Rollout {
    /// The crossings of all areas in the campaign's own round. A number that nobody has checked crosses nothing, and neither
    /// does one that is perhaps so far ("less than 300"): [`Progress::of`] decides.
    ///
    /// Needed are 302 of 914 (33 %): a checked reading of 150 is not half, one of 151 is, one of 302 is all.
    pub fn crossings(&self, today: Date) -> Vec<Crossing> {
        let rounds = self.rounds();
        let mut found = Vec::new();
        for campaign in &self.campaigns {
            for area in &campaign.areas {
                let first = Span::of(&round::of_area(&rounds, campaign.id, *area), 1);
                let mut readings = self.readings_of(campaign.id, *area);
                readings.retain(|reading| first.counts(reading));
                for (crossed, part) in [(Crossed::Half, half(campaign.target)), (Crossed::Whole, Some(campaign.target))]
                {
                    let Some(part) = part else { continue };
                    let reaches = |reading: &&&Reading| Progress::of(Some(reading), part) == Progress::Reached;
                    let Some(reading) = readings.iter().find(reaches) else { continue };
                    let (reading, target) = ((*reading).clone(), campaign.target);
                    let known_on = self.known_since(&reading, *area, today);
                    found.push(Crossing { area: *area, crossed, target, reading, known_on });
                }
            }
        }
        found
    }

    /// Since when a reading could be known: its source's day, else the day that it was recorded, never before its own. What was
    /// recorded after the day shown (a demonstration's data) counts by its own day.
    fn known_since(&self, reading: &Reading, area: AreaId, today: Date) -> Date {
        let record = self.readings.iter().find(|record| record.area == area && record.reading == *reading);
        let recorded = record.map(|record| berlin_day(record.recorded_at)).filter(|day| *day <= today);
        reading.source.published_on.or(recorded).map_or(reading.as_of, |day| day.max(reading.as_of))
    }
}

/// Half of a target, rounded up: half of 33 % is 16.5 %, half of 301 contracts are 151.
fn half(target: Target) -> Option<Target> {
    match target {
        Target::Share(share) => Some(Target::Share(share.half())),
        Target::Count(count) => Some(Target::Count(count.div_ceil(2))),
        Target::OperatorDecision => None,
    }
}
