//! What a form is held against: the area's record as it is known today.

use jiff::civil::Date;

use crate::domain::{
    account::Scope,
    area::{Area, Slug},
    campaign::{Campaign, Unit},
    change::LogTally,
    facility::inventory::Facility,
    ids::{AreaId, CampaignId, ReadingId},
    outcome::{self, OutcomeKind},
    phase,
    phase::PhaseKind,
    reading,
    rollout::Rollout,
    round::{self, Round},
    sheet::Held,
    subject::Subject,
};

/// Everything that a subject's screen is made of.
#[derive(Clone, Debug)]
pub struct SubjectRecord {
    /// All that is stored.
    pub rollout: Rollout,
    /// What it is about.
    pub subject: Subject,
    /// The day to judge by.
    pub today: Date,
    /// The number of the newest change that was known when this was read.
    pub seen: i64,
    /// The entries of the change log about it, and about an area's campaign, counted by kind.
    pub tallies: Vec<LogTally>,
    /// Whether its reader may change this record.
    pub editable: bool,
    /// For which part of the town its reader is there.
    pub scope: Scope,
}

impl SubjectRecord {
    /// The area, where it is about one.
    pub fn area(&self) -> Option<&Area> {
        match &self.subject {
            Subject::Area(slug) => self.rollout.areas.by_slug(slug.as_str()).filter(|area| area.parent.is_some()),
            _ => None,
        }
    }

    /// The facility as known on the day judged by, where it is about one.
    pub fn facility(&self) -> Option<Facility> {
        match &self.subject {
            Subject::Facility(slug) => self.rollout.clone().known_on(self.today).facility(slug.as_str()),
            _ => None,
        }
    }
}

/// An area as a form knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditContext {
    /// The day to judge by.
    pub today: Date,
    /// Which area.
    pub area: AreaId,
    /// Its name in addresses.
    pub slug: Option<Slug>,
    /// What is known of its campaign; without one it has neither deadline nor readings.
    pub campaign: Option<InCampaign>,
}

/// An area in its campaign, as a form knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InCampaign {
    /// Which campaign.
    pub id: CampaignId,
    /// All of its areas.
    pub areas: Vec<AreaId>,
    /// What its base counts.
    pub unit: Unit,
    /// The day it opened.
    pub opened_on: Option<Date>,
    /// The areas that missed the target in the round that is over.
    pub missed: Vec<AreaId>,
    /// The further rounds of its areas.
    pub rounds: Vec<Round>,
    /// The deadline that holds.
    pub deadline: Option<Date>,
    /// The day on which it was announced.
    pub announced_on: Option<Date>,
    /// Whether something came out already: the next outcome needs a reason.
    pub came_out: bool,
    /// The phases of which something is known: to change it needs a reason.
    pub phases: Vec<PhaseKind>,
    /// The newest base.
    pub base: Option<u32>,
    /// The most contracts that the current reading names.
    pub contracts: u32,
    /// The readings that can be corrected: those that hold, oldest first.
    pub readings: Vec<Correctable>,
}

/// A reading that can be corrected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correctable {
    /// Its number.
    pub id: ReadingId,
    /// What it says.
    pub held: Held,
    /// Who says so.
    pub source: String,
    /// Its remark.
    pub note: Option<String>,
}

impl InCampaign {
    /// The deadline of the round that would still run in one of these areas on a day, if it runs then. A round that
    /// opens on that very day is the one that is corrected.
    pub fn still_running(&self, areas: &[AreaId], opens: Date) -> Option<Date> {
        let last = |area: &AreaId| {
            let rounds = round::of_area(&self.rounds, self.id, *area);
            let before = rounds.iter().rev().find(|round| round.opened_on < opens);
            before.map_or(self.deadline, |round| Some(round.deadline))
        };
        areas.iter().filter_map(last).filter(|deadline| *deadline >= opens).max()
    }
}

impl EditContext {
    /// The record of an area as known today. `rollout` is all that is stored.
    pub fn of(rollout: &Rollout, area: AreaId, today: Date) -> Self {
        let known = rollout.clone().known_on(today);
        let campaign = known.campaign_of(area).map(|campaign| {
            let readings = correctable(rollout, &known, campaign.id, area);
            let held = known.readings_of(campaign.id, area);
            let current = reading::current(held);
            InCampaign {
                id: campaign.id,
                areas: campaign.areas.clone(),
                unit: campaign.unit,
                opened_on: campaign.opened_on,
                missed: missed(&known, campaign, today),
                rounds: known.rounds().into_iter().filter(|round| round.campaign == campaign.id).collect(),
                deadline: campaign.deadline().map(|deadline| deadline.day),
                announced_on: campaign.deadline().map(|deadline| deadline.announced_on),
                came_out: !outcome::of_area(&known.outcomes, campaign.id, area).is_empty(),
                phases: phase::of_area(&known.phases, campaign.id, area).iter().map(|phase| phase.kind).collect(),
                base: known.base_of(area, campaign.unit).map(|base| base.count),
                contracts: current.map_or(0, |reading| reading.value().most_contracts()),
                readings,
            }
        });
        let slug = rollout.areas.get(area).map(|area| area.slug.clone());
        Self { today, area, slug, campaign }
    }
}

/// The areas of a campaign whose newest outcome is that the target was missed, and that have no round running or announced.
fn missed(known: &Rollout, campaign: &Campaign, today: Date) -> Vec<AreaId> {
    let rounds = known.rounds();
    let again = |area: &AreaId| round::of_area(&rounds, campaign.id, *area).iter().any(|round| round.deadline >= today);
    let last = |area: &AreaId| {
        let outcomes = outcome::of_area(&known.outcomes, campaign.id, *area);
        outcomes.into_iter().rfind(|outcome| outcome.kind.overrides_progress()).map(|outcome| outcome.kind)
    };
    let missed = campaign.areas.iter().copied().filter(|area| last(area) == Some(OutcomeKind::NotReached));
    missed.filter(|area| !again(area)).collect()
}

/// The readings that are known and hold. One that was corrected on a later day than a demonstration shows is known
/// there and cannot be corrected a second time.
fn correctable(rollout: &Rollout, known: &Rollout, campaign: CampaignId, area: AreaId) -> Vec<Correctable> {
    let corrected: Vec<ReadingId> =
        rollout.readings.iter().filter_map(|record| Some(record.corrects.as_ref()?.of)).collect();
    let ours = known.readings.iter().filter(|record| record.campaign == campaign && record.area == area);
    let mut readings: Vec<Correctable> = ours
        .filter(|record| !corrected.contains(&record.id))
        .map(|record| Correctable {
            id: record.id,
            held: Held::from(&record.reading),
            source: record.reading.source.name.clone(),
            note: record.reading.note.clone(),
        })
        .collect();
    readings.sort_by_key(|reading| (reading.held.as_of, reading.held.stage, reading.id));
    readings
}
