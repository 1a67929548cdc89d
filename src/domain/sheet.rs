//! The weekly sheet (Wochenzahlen): all areas at once, and what was known of each.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use super::{
    account::Scope,
    area::{Area, Slug},
    campaign::{Campaign, Target, Unit},
    ids::AreaId,
    reading::{Reading, Record, Stage, Value, as_known_on},
    rollout::Rollout,
    round,
};

/// A number is stale after so many days. A setting of the product.
pub const STALE_DAYS: i32 = 7;
/// So many of an area's latest readings are handed out.
const HANDED_OUT: usize = 12;
/// So many sources are offered.
const SOURCES: usize = 8;

/// The weekly sheet as it is handed out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// The day to judge by.
    #[serde(with = "super::day")]
    pub today: Date,
    /// One group per campaign, in the order in which they are shown.
    pub groups: Vec<SheetGroup>,
    /// Sources used lately, for choosing one.
    pub sources: Vec<String>,
}

/// The areas of one campaign.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetGroup {
    /// The campaign's name.
    pub campaign: String,
    /// Its operator's name.
    pub operator: String,
    /// What it counts and asks for.
    pub terms: Terms,
    /// Its areas, in the order in which they are listed.
    pub rows: Vec<SheetRow>,
}

/// What a campaign counts and asks for, as far as a typed number is judged by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// What its base counts.
    pub unit: Unit,
    /// What has to be reached.
    pub target: Target,
    /// The first day for which a reading can hold.
    #[serde(with = "super::day::optional")]
    pub opened_on: Option<Date>,
    /// The deadline that holds.
    #[serde(with = "super::day::optional")]
    pub deadline: Option<Date>,
}

impl From<&Campaign> for Terms {
    fn from(campaign: &Campaign) -> Self {
        let Campaign { unit, target, opened_on, .. } = *campaign;
        Self { unit, target, opened_on, deadline: campaign.deadline().map(|deadline| deadline.day) }
    }
}

/// One area of the sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetRow {
    /// Its name in addresses.
    pub area: Slug,
    /// Its name.
    pub name: String,
    /// The base that a new reading would have.
    pub base: Option<u32>,
    /// The number of the newest change to its readings: what the person at the sheet has seen.
    pub seen: i64,
    /// Its latest readings that hold, oldest first.
    pub held: Vec<Held>,
    /// The day on which its newest further round opened: from then on contracts are counted anew.
    #[serde(with = "super::day::optional")]
    pub round: Option<Date>,
    /// What a number has that says nothing else.
    pub usual: Usual,
}

/// Source and stage of a number that names none: those of its own campaign, never of another one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Usual {
    /// The campaign's newest source; before its first reading its operator.
    pub source: String,
    /// The stage that most of its areas had last; of two alike the least checked.
    pub stage: Stage,
}

/// A reading as far as a new one is held against it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    /// The day for which it holds.
    #[serde(with = "super::day")]
    pub as_of: Date,
    /// How far it was checked.
    pub stage: Stage,
    /// What was said.
    pub value: Value,
    /// The base it was counted against.
    pub base: Option<u32>,
}

impl From<&Reading> for Held {
    fn from(reading: &Reading) -> Self {
        Self {
            as_of: reading.as_of,
            stage: reading.stage,
            value: reading.value(),
            base: reading.base().map(|base| base.count),
        }
    }
}

impl SheetRow {
    /// The row with this source and stage for who names none.
    fn with_usual(mut self, usual: &Usual) -> Self {
        self.usual.clone_from(usual);
        self
    }

    /// The row with only so many of its latest readings.
    #[must_use]
    fn with_latest(mut self, readings: usize) -> Self {
        self.held.drain(..self.held.len().saturating_sub(readings));
        self
    }
}

impl Rollout {
    /// The weekly sheet of a part of the town. `seen` says of an area which change to its readings is the newest.
    pub fn sheet(&self, today: Date, scope: Scope, seen: impl Fn(&Slug) -> i64) -> Sheet {
        let group = |campaign: &Campaign| {
            let rows: Vec<_> = self
                .rows_of(campaign, scope)
                .map(|area| self.sheet_row(campaign, area, seen(&area.slug)).with_latest(HANDED_OUT))
                .collect();
            let usual = self.usual(campaign, &rows);
            SheetGroup {
                campaign: campaign.name.clone(),
                operator: self.operator_name(campaign.operator),
                terms: Terms::from(campaign),
                rows: rows.into_iter().map(|row| row.with_usual(&usual)).collect(),
            }
        };
        let sources = self.latest_sources(SOURCES, |_| true);
        Sheet { today, groups: self.campaigns.iter().map(group).collect(), sources }
    }

    fn usual(&self, campaign: &Campaign, rows: &[SheetRow]) -> Usual {
        let source = self.latest_sources(1, |record| record.campaign == campaign.id).pop();
        let last = || rows.iter().filter_map(|row| row.held.last());
        let areas_with = |stage: Stage| last().filter(|held| held.stage == stage).count();
        // The last of equals is the maximum: the least checked stands last.
        let stage = [Stage::Net, Stage::Checked, Stage::Reported].into_iter().max_by_key(|stage| areas_with(*stage));
        Usual {
            source: source.unwrap_or_else(|| self.operator_name(campaign.operator)),
            stage: stage.unwrap_or(Stage::Reported),
        }
    }

    /// An area's row in the sheet, with all its readings that hold. What its campaign usually says, the sheet adds.
    pub fn sheet_row(&self, campaign: &Campaign, area: &Area, seen: i64) -> SheetRow {
        let readings = self.readings_of(campaign.id, area.id);
        SheetRow {
            area: area.slug.clone(),
            name: area.name.clone(),
            base: self.base_of(area.id, campaign.unit).map(|base| base.count),
            seen,
            held: readings.into_iter().map(Held::from).collect(),
            round: round::of_area(&self.rounds(), campaign.id, area.id).last().map(|round| round.opened_on),
            usual: Usual { source: String::new(), stage: Stage::Reported },
        }
    }

    /// The areas of a campaign that take part in it now: an area stands in the sheet once.
    fn rows_of(&self, campaign: &Campaign, scope: Scope) -> impl Iterator<Item = &Area> {
        let ours = move |id: &AreaId| self.campaign_of(*id).is_some_and(|newest| newest.id == campaign.id);
        let areas = campaign.areas.iter().copied().filter(ours).collect::<Vec<_>>();
        areas.into_iter().filter(move |id| scope.holds(*id, &self.areas)).filter_map(|id| self.areas.get(id))
    }

    /// The sources of the latest such readings, each once, the latest first; samples are no source to go on with.
    fn latest_sources(&self, most: usize, such: impl Fn(&Record) -> bool) -> Vec<String> {
        let mut sources: Vec<String> = Vec::new();
        let records = as_known_on(&self.readings, Timestamp::MAX);
        for record in records.into_iter().rev().filter(|record| !record.reading.sample && such(record)) {
            let name = &record.reading.source.name;
            if sources.len() < most && !sources.contains(name) {
                sources.push(name.clone());
            }
        }
        sources
    }
}
