//! What the pages show: the state of a town, of a campaign, of one area in it. Derived, never stored.

use std::borrow::Cow;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    account::Scope,
    amount::Amount,
    area::{AreaKind, AreaTree, Slug},
    campaign::{Campaign, Target, Unit},
    gap::Gap,
    ids::AreaId,
    outcome::{Outcome, OutcomeKind},
    progress::Progress,
    reading::Reading,
    round::InRound,
    take_up::{Quota, TakeUp},
    timeline::Entry,
};

pub use super::report::{AreaReport, BuildFigure, HistoryEntry, Replaced};

/// The state of a town on one day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TownStatus {
    /// The municipality's name.
    pub town: String,
    /// The day by which deadlines and ages are judged.
    pub today: Date,
    /// Whether any number shown is sample data (Beispieldaten).
    pub sample: bool,
    /// All campaigns, in the order in which they are shown.
    pub campaigns: Vec<CampaignStatus>,
    /// What happened and what comes, oldest first.
    pub timeline: Vec<Entry>,
}

impl TownStatus {
    /// What of this lies in a scope: other areas are left out, and campaigns that have none within it.
    #[must_use]
    pub fn within(mut self, scope: Scope, areas: &AreaTree) -> Self {
        if scope != Scope::Everything {
            for campaign in &mut self.campaigns {
                campaign.areas.retain(|area| scope.holds(area.id, areas));
            }
            self.campaigns.retain(|campaign| !campaign.areas.is_empty());
            self.sample = self.campaigns.iter().any(CampaignStatus::is_sample);
        }
        self
    }

    /// The same with each round as a campaign of its own.
    #[must_use]
    pub fn by_round(&self) -> Self {
        let campaigns = self.campaigns.iter().flat_map(CampaignStatus::by_round).collect();
        Self { campaigns, ..self.clone() }
    }

    /// The campaign that the page's first sentence is about: the first that is not about companies.
    pub fn main_campaign(&self) -> Option<&CampaignStatus> {
        self.campaigns.iter().find(|status| !status.is_commercial())
    }

    /// The campaigns in commercial areas.
    pub fn commercial_campaigns(&self) -> impl Iterator<Item = &CampaignStatus> {
        self.campaigns.iter().filter(|status| status.is_commercial())
    }
}

/// The state of one campaign.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CampaignStatus {
    /// The campaign as known that day.
    pub campaign: Campaign,
    /// Its operator's name.
    pub operator: String,
    /// Its areas, ranked (or, on an area's page, that area alone).
    pub areas: Vec<AreaStatus>,
    /// How many areas it has in all.
    pub areas_in_all: u32,
    /// How many of them have a quota and with it a place.
    pub areas_with_place: u32,
}

impl CampaignStatus {
    /// Whether it counts companies: a campaign in commercial areas.
    pub fn is_commercial(&self) -> bool {
        self.campaign.unit == Unit::Companies
    }

    /// This status with one area alone.
    #[must_use]
    pub fn with_only(mut self, area: AreaId) -> Self {
        self.areas.retain(|status| status.id == area);
        self
    }

    /// This status parted by rounds: first the areas that are in the campaign's own round, then those of each further
    /// round, under its terms and with their places among themselves. A part without areas is left out.
    pub fn by_round(&self) -> Vec<Self> {
        let mut parts: Vec<(Option<InRound>, Vec<AreaStatus>)> = Vec::new();
        for area in &self.areas {
            let same = |part: &&mut (Option<InRound>, Vec<AreaStatus>)| match (&part.0, &area.round) {
                (None, None) => true,
                (Some(one), Some(other)) => one.number == other.number && one.round == other.round,
                _ => false,
            };
            match parts.iter_mut().find(same) {
                Some((_, areas)) => areas.push(area.clone()),
                None => parts.push((area.round.clone(), vec![area.clone()])),
            }
        }
        if let [(None, _)] = parts.as_slice() {
            return vec![self.clone()];
        }
        parts.sort_by_key(|(round, _)| round.as_ref().map(|round| (round.number, round.round.opened_on)));
        parts.into_iter().map(|(round, areas)| self.part(round.as_ref(), areas)).collect()
    }

    /// Some of its areas, which are in this round.
    fn part(&self, round: Option<&InRound>, areas: Vec<AreaStatus>) -> Self {
        let campaign = match round {
            Some(round) => self.campaign.clone().in_round(&round.round),
            None => self.campaign.clone(),
        };
        let areas = ranked(areas, campaign.target);
        let count = |areas: usize| u32::try_from(areas).unwrap_or(u32::MAX);
        Self {
            areas_in_all: count(areas.len()),
            areas_with_place: count(areas.iter().filter(|area| area.place.is_some()).count()),
            operator: self.operator.clone(),
            areas,
            campaign,
        }
    }

    /// The part of [`Self::by_round`] that an area stands in; all of it where it stands in none.
    #[must_use]
    pub fn round_of(self, area: AreaId) -> Self {
        let holds = |part: &Self| part.areas.iter().any(|status| status.id == area);
        self.by_round().into_iter().find(holds).unwrap_or(self)
    }

    /// The number of the further round that all of its areas are in.
    pub fn round(&self) -> Option<u32> {
        let first = self.areas.first()?.round.as_ref()?.number;
        self.areas.iter().all(|area| area.round.as_ref().is_some_and(|round| round.number == first)).then_some(first)
    }

    /// The further rounds that some of its areas are in: each with these areas' names.
    pub fn further_rounds(&self) -> Vec<(&InRound, Vec<&str>)> {
        let mut rounds: Vec<(&InRound, Vec<&str>)> = Vec::new();
        for area in &self.areas {
            let Some(round) = &area.round else { continue };
            match rounds.iter_mut().find(|(other, _)| other.number == round.number && other.round == round.round) {
                Some((_, names)) => names.push(&area.name),
                None => rounds.push((round, vec![&area.name])),
            }
        }
        rounds
    }

    /// Whether any number of its areas is sample data.
    pub fn is_sample(&self) -> bool {
        let readings = self.areas.iter().flat_map(|area| area.current.iter().chain(&area.better));
        readings.into_iter().any(|reading| reading.sample)
    }

    /// Whether these are all its areas, so that something can be said of them together.
    pub fn is_whole(&self) -> bool {
        u32::try_from(self.areas.len()) == Ok(self.areas_in_all)
    }

    /// How many areas stand in this state.
    pub fn count(&self, state: State) -> usize {
        self.areas.iter().filter(|area| area.state(self.campaign.target) == state).count()
    }

    /// The newest day for which any area has a number.
    pub fn as_of(&self) -> Option<Date> {
        self.areas.iter().filter_map(|area| Some(area.current.as_ref()?.as_of)).max()
    }

    /// Contracts missing in all areas below the target, where each of those gaps is an exact number.
    pub fn missing_in_all(&self) -> Missing {
        let mut missing = Missing::default();
        for area in &self.areas {
            match area.gap(self.campaign.target) {
                Some(Gap::Missing(Amount::Exact(count))) => {
                    missing.areas += 1;
                    missing.contracts += count;
                }
                Some(Gap::Missing(_)) | None => missing.unknown += 1,
                Some(Gap::Surplus(_)) => {}
            }
        }
        missing
    }

    /// The take-up of all areas together, for a pooled campaign: only where every area has an exact
    /// count and a base. `None` on the status of one area alone.
    pub fn pooled(&self) -> Option<TakeUp> {
        if !self.is_whole() {
            return None;
        }
        let (mut contracts, mut base) = (0_u32, 0_u32);
        for area in &self.areas {
            let reading = area.current.as_ref()?;
            let Some(Amount::Exact(count)) = reading.contracts() else { return None };
            contracts = contracts.checked_add(count)?;
            base = base.checked_add(reading.base()?.count)?;
        }
        TakeUp::new(contracts, base, self.campaign.unit).ok()
    }
}

/// What several areas miss together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Missing {
    /// Areas with an exact gap.
    pub areas: u32,
    /// The sum of their gaps.
    pub contracts: u32,
    /// Areas whose gap is not known exactly.
    pub unknown: u32,
}

/// The state of one area: a running campaign's progress, or the outcome that took its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// The campaign runs.
    Running(Progress),
    /// Something came out.
    CameOut(OutcomeKind),
}

/// One area in a campaign.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AreaStatus {
    /// Which area.
    pub id: AreaId,
    /// Its name in addresses.
    pub slug: Slug,
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: AreaKind,
    /// Its place among the areas with a quota; ties share a place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<u32>,
    /// The current reading.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub current: Option<Reading>,
    /// An older reading that is better checked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub better: Option<Reading>,
    /// The newest day for which no number came, where that is after the current reading.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_reported_on: Option<Date>,
    /// Whether the deadline was moved to a later day.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub extended: bool,
    /// The further round that it is in; its reading, its outcome and its state are those of this round.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub round: Option<InRound>,
    /// The outcome that took the place of the progress.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
}

impl AreaStatus {
    /// What this area has to reach in a campaign with this target: its round may have another.
    pub fn target(&self, target: Target) -> Target {
        self.round.as_ref().and_then(|round| round.round.target).unwrap_or(target)
    }

    /// The campaign with the days and the target that hold for this area.
    pub fn campaign<'a>(&self, campaign: &'a Campaign) -> Cow<'a, Campaign> {
        match &self.round {
            Some(round) => Cow::Owned(campaign.clone().in_round(&round.round)),
            None => Cow::Borrowed(campaign),
        }
    }

    /// The state against this target.
    pub fn state(&self, target: Target) -> State {
        let target = self.target(target);
        match &self.outcome {
            Some(outcome) => State::CameOut(outcome.kind),
            None => State::Running(Progress::of(self.current.as_ref(), target)),
        }
    }

    /// What is missing, or above the target.
    pub fn gap(&self, target: Target) -> Option<Gap> {
        Gap::of(self.current.as_ref()?, self.target(target))
    }

    /// The quota of the current reading.
    pub fn quota(&self) -> Option<Amount<Quota>> {
        self.current.as_ref()?.quota()
    }
}

/// The areas in the order of the ranking, with their places.
///
/// First those with a quota, highest first: a range stands by its middle, "unter 15 %" directly below
/// 15 %. Then those with a number that cannot be held against the target (a count without a base, a
/// percentage where contracts are needed), then those that were not reported; both without a place.
/// Ties share a place and stand by name.
pub fn ranked(mut areas: Vec<AreaStatus>, target: Target) -> Vec<AreaStatus> {
    areas.sort_by(|a, b| rank_key(b, target).cmp(&rank_key(a, target)).then_with(|| a.name.cmp(&b.name)));
    let keys: Vec<RankKey> = areas.iter().map(|area| rank_key(area, target)).collect();
    for index in 0..areas.len() {
        let key = keys[index];
        let above = keys.iter().filter(|other| **other > key).count();
        areas[index].place = (key.group == RankGroup::Quota).then(|| u32::try_from(above + 1).unwrap_or(u32::MAX));
    }
    areas
}

/// Orders areas: the group first, then twice the value in a unit of the group, then one less for "less than".
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct RankKey {
    group: RankGroup,
    doubled: u64,
    named: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum RankGroup {
    NotReported,
    Unmeasured,
    Quota,
}

fn rank_key(area: &AreaStatus, target: Target) -> RankKey {
    let counted = |reading: &Reading| match (target, reading.contracts()) {
        // Against a number of contracts the count itself is the measure.
        (Target::Count(_), Some(count)) => Some((RankGroup::Quota, count.map(u64::from))),
        (Target::Count(_), None) => None,
        _ => reading.quota().map(|quota| (RankGroup::Quota, quota.map(fine))),
    };
    let unmeasured = |reading: &Reading| {
        let number = reading.contracts().map(|count| count.map(u64::from));
        Some((RankGroup::Unmeasured, number.or_else(|| Some(reading.quota()?.map(fine)))?))
    };
    let (group, amount) =
        match area.current.as_ref().and_then(|reading| counted(reading).or_else(|| unmeasured(reading))) {
            Some(found) => found,
            None => return RankKey { group: RankGroup::NotReported, doubled: 0, named: false },
        };
    let (doubled, named) = match amount {
        Amount::Range(low, high) => (low + high, true),
        Amount::LessThan(limit) => (2 * limit, false),
        Amount::Exact(n) | Amount::About(n) | Amount::AtLeast(n) => (2 * n, true),
    };
    RankKey { group, doubled, named }
}

/// A quota in billionths: finer than any two different quotas of real areas, so that only true ties tie.
fn fine(quota: Quota) -> u64 {
    match quota {
        Quota::Counted(take_up) => u64::from(take_up.contracts()) * 1_000_000_000 / u64::from(take_up.base()),
        Quota::Stated(share) => u64::from(share.basis_points()) * 100_000,
    }
}
