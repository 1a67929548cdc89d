//! A town's whole rollout as it is recorded, and what of it can be known on a given day.

use jiff::{Timestamp, civil::Date};

use super::{
    agreement::Agreement,
    area::{Area, AreaShape, AreaTree, Slug},
    build_progress,
    calendar::berlin_day,
    campaign::{Campaign, Unit},
    event::Event,
    fact::Fact,
    ids::{AreaId, CampaignId, OperatorId},
    measure::Measure,
    operator::Operator,
    outcome::{self, Outcome},
    phase::{self, Phase},
    reading::{self, Base, Reading, Record},
    round::{self, InRound, Span},
    status::{AreaReport, AreaStatus, BuildFigure, CampaignStatus, HistoryEntry, Replaced, TownStatus, ranked},
};

/// Everything recorded.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rollout {
    /// The areas.
    pub areas: AreaTree,
    /// Their shapes, where drawn.
    pub shapes: Vec<AreaShape>,
    /// Operators and other partners.
    pub operators: Vec<Operator>,
    /// Bases, oldest first.
    pub bases: Vec<(AreaId, Base)>,
    /// Campaigns, in the order in which they are shown.
    pub campaigns: Vec<Campaign>,
    /// Readings as recorded, oldest record first.
    pub readings: Vec<Record>,
    /// Outcomes.
    pub outcomes: Vec<Outcome>,
    /// Phases.
    pub phases: Vec<Phase>,
    /// Measures.
    pub measures: Vec<Measure>,
    /// Agreements.
    pub agreements: Vec<Agreement>,
    /// Other dated happenings.
    pub events: Vec<Event>,
    /// What was recorded about the town, its areas, facilities and applications, oldest first.
    pub facts: Vec<Fact>,
}

impl Rollout {
    /// The rollout as it could be known on `today`: nothing announced or dated later is left.
    #[must_use]
    pub fn known_on(self, today: Date) -> Self {
        let mut known = self.with_campaigns_known_on(today);
        known.readings.retain(|record| {
            let published = record.reading.source.published_on.is_none_or(|day| day <= today);
            // Old readings may be entered late; a correction holds only from the day it was made.
            let corrected = record.corrects.is_none() || berlin_day(record.recorded_at) <= today;
            record.reading.as_of <= today && published && corrected
        });
        known.outcomes.retain(|outcome| outcome.known_on <= today);
        known.phases.retain(|phase| phase.known_on <= today);
        known.measures.retain(|measure| measure.known_on <= today);
        known.agreements.retain(|agreement| agreement.known_on <= today);
        known.events.retain(|event| event.known_on <= today);
        known.facts.retain(|fact| fact.known_on <= today);
        known
    }

    /// The same with its campaigns as they could be known on `today`, and all else as it is recorded.
    #[must_use]
    pub fn with_campaigns_known_on(mut self, today: Date) -> Self {
        self.campaigns.retain(|campaign| campaign.source.published_on.is_none_or(|day| day <= today));
        self.campaigns = self.campaigns.into_iter().map(|campaign| campaign.known_on(today)).collect();
        self
    }

    /// The area at the top of the tree.
    pub fn municipality(&self) -> Option<&Area> {
        self.areas.iter().find(|area| area.parent.is_none())
    }

    /// The newest base of an area in this unit.
    pub fn base_of(&self, area: AreaId, unit: Unit) -> Option<&Base> {
        self.bases.iter().rev().find(|(of, base)| *of == area && base.unit == unit).map(|(_, base)| base)
    }

    /// The name of an operator.
    pub fn operator_name(&self, id: OperatorId) -> String {
        self.operators
            .iter()
            .find(|operator| operator.id == id)
            .map_or_else(String::new, |operator| operator.name.clone())
    }

    /// The campaign that an area takes part in: the newest by its opening.
    pub fn campaign_of(&self, area: AreaId) -> Option<&Campaign> {
        self.campaigns
            .iter()
            .filter(|campaign| campaign.areas.contains(&area))
            .max_by_key(|campaign| campaign.opened_on)
    }

    /// The state of the whole town: what the start page shows.
    pub fn town_status(&self, today: Date) -> TownStatus {
        let campaigns: Vec<_> = self.campaigns.iter().map(|campaign| self.campaign_status(campaign, today)).collect();
        let sample = campaigns.iter().any(CampaignStatus::is_sample);
        TownStatus {
            town: self.municipality().map_or_else(String::new, |area| area.name.clone()),
            today,
            sample,
            campaigns,
            timeline: self.timeline(None),
        }
    }

    /// The state of one area: what its own page shows. `None` for an unknown area or the municipality itself.
    pub fn area_report(&self, slug: &str, today: Date) -> Option<AreaReport> {
        let area = self.areas.by_slug(slug).filter(|area| area.parent.is_some())?;
        let campaign = self.campaign_of(area.id);
        let status = campaign.map(|campaign| self.campaign_status(campaign, today));
        // An area in a further round stands among those of its round, under its terms.
        let status = status.map(|status| status.round_of(area.id));
        let (campaign_id, history) = match campaign {
            Some(campaign) => (campaign.id, self.history(campaign.id, area.id)),
            None => (CampaignId(0), Vec::new()),
        };
        let outcomes = outcome::of_area(&self.outcomes, campaign_id, area.id);
        let phases = phase::of_area(&self.phases, campaign_id, area.id);
        let progress = self.build_progress_of(area.id);
        Some(AreaReport {
            town: self.municipality().map_or_else(String::new, |area| area.name.clone()),
            today,
            sample: history.iter().any(|entry| entry.reading.sample),
            slug: area.slug.clone(),
            name: area.name.clone(),
            kind: area.kind,
            base: campaign.and_then(|campaign| self.base_of(area.id, campaign.unit)).cloned(),
            campaign: status.map(|status| status.with_only(area.id)),
            rounds: campaign.map(|campaign| self.results_of(campaign, area.id, today)).unwrap_or_default(),
            standing: self.standing_of(area.id, today),
            build: build_progress::newest_figures(&progress).into_iter().map(BuildFigure::from).collect(),
            profile: self.profile_of(area.id).cloned(),
            history,
            outcomes: outcomes.into_iter().cloned().collect(),
            phases: phases.into_iter().cloned().collect(),
            measures: self.measures_of(area.id),
            agreements: self.agreements_of(area.id),
            timeline: self.timeline(Some(area.id)),
        })
    }

    /// All areas that have a page of their own.
    pub fn pages(&self) -> Vec<Slug> {
        self.areas.iter().filter(|area| area.parent.is_some()).map(|area| area.slug.clone()).collect()
    }

    /// The readings of one area that hold, oldest first.
    pub fn readings_of(&self, campaign: CampaignId, area: AreaId) -> Vec<&Reading> {
        let mut records = reading::as_known_on(&self.readings, Timestamp::MAX);
        records.retain(|record| record.campaign == campaign && record.area == area);
        records.sort_by_key(|record| (record.reading.as_of, record.reading.stage, record.id));
        records.into_iter().map(|record| &record.reading).collect()
    }

    fn campaign_status(&self, campaign: &Campaign, today: Date) -> CampaignStatus {
        let areas = campaign.areas.iter().filter_map(|id| self.areas.get(*id));
        let areas: Vec<AreaStatus> = areas.map(|area| self.area_status(campaign, area, today)).collect();
        let areas = ranked(areas, campaign.target);
        let count = |areas: usize| u32::try_from(areas).unwrap_or(u32::MAX);
        CampaignStatus {
            operator: self.operator_name(campaign.operator),
            areas_in_all: count(areas.len()),
            areas_with_place: count(areas.iter().filter(|area| area.place.is_some()).count()),
            areas,
            campaign: campaign.clone(),
        }
    }

    fn area_status(&self, campaign: &Campaign, area: &Area, today: Date) -> AreaStatus {
        let rounds = self.rounds();
        let rounds = round::of_area(&rounds, campaign.id, area.id);
        let running = round::running(&rounds, today);
        let span = Span::of(&rounds, running.map_or(1, |(number, _)| number));
        let mut readings = self.readings_of(campaign.id, area.id);
        readings.retain(|reading| span.counts(reading));
        let current = reading::current(readings.iter().copied());
        let better = current.and_then(|current| reading::better_checked(readings.iter().copied(), current));
        let silent = readings.iter().rfind(|reading| !reading.is_reported()).map(|reading| reading.as_of);
        let mut outcomes = outcome::of_area(&self.outcomes, campaign.id, area.id);
        outcomes.retain(|outcome| span.has(outcome));
        let last = outcomes.iter().rfind(|outcome| outcome.kind != outcome::OutcomeKind::Extended);
        AreaStatus {
            id: area.id,
            slug: area.slug.clone(),
            name: area.name.clone(),
            kind: area.kind,
            place: None,
            not_reported_on: silent.filter(|day| current.is_none_or(|current| current.as_of < *day)),
            round: running.map(|(number, round)| InRound { number, round: round.clone() }),
            extended: (campaign.is_extended() && running.is_none())
                || outcomes.iter().any(|outcome| outcome.kind == outcome::OutcomeKind::Extended),
            outcome: last.filter(|outcome| outcome.kind.overrides_progress()).map(|outcome| (*outcome).clone()),
            better: better.cloned(),
            current: current.cloned(),
        }
    }

    fn history(&self, campaign: CampaignId, area: AreaId) -> Vec<HistoryEntry> {
        let ours = |record: &&Record| record.campaign == campaign && record.area == area;
        let replaced = |record: &Record| {
            let by = self.readings.iter().find(|later| later.corrects.as_ref().is_some_and(|c| c.of == record.id))?;
            let reason = by.corrects.as_ref()?.reason.clone();
            Some(Replaced { on: berlin_day(by.recorded_at), reason })
        };
        let mut records: Vec<&Record> = self.readings.iter().filter(ours).collect();
        records.sort_by_key(|record| (record.reading.as_of, record.reading.stage, record.id));
        records
            .into_iter()
            .map(|record| HistoryEntry { reading: record.reading.clone(), replaced: replaced(record) })
            .collect()
    }

    fn measures_of(&self, area: AreaId) -> Vec<Measure> {
        let mut measures = self.measures();
        measures.retain(|measure| measure.reaches(area));
        measures.sort_by_key(|measure| (measure.when.first_day(), measure.when.last_day()));
        measures
    }

    fn agreements_of(&self, area: AreaId) -> Vec<(Agreement, String)> {
        let covering = self.agreements().into_iter().filter(|agreement| agreement.covers(area));
        covering
            .map(|agreement| (self.operator_name(agreement.partner), agreement))
            .map(|(name, agreement)| (agreement, name))
            .collect()
    }
}
