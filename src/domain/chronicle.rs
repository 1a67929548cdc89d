//! All dated records of a rollout as entries of one timeline. A new kind of record joins it in [`Rollout::chronicle`],
//! by one function that makes entries of it.

use super::{
    agreement::Agreement,
    area::AreaKind,
    campaign::{Campaign, Unit},
    facility::{
        inventory::Facility,
        plan::{self, StepState},
    },
    fact::Says,
    funding::{Funding, LegState, Mark, Milestone},
    ids::AreaId,
    outcome::Outcome,
    phase::{Phase, PhaseKind},
    rollout::Rollout,
    round,
    timeline::{self, Entry, Happening, Strand},
    when::When,
};

/// The phases that belong to the build. Right of way and demand aggregation stand in the timeline by their own records.
const BUILD_PHASES: [PhaseKind; 5] = [
    PhaseKind::Planning,
    PhaseKind::Construction,
    PhaseKind::HouseConnection,
    PhaseKind::Activation,
    PhaseKind::LateConnections,
];

impl Rollout {
    /// Everything that happened and that is announced, in the order of the days.
    pub fn chronicle(&self) -> Vec<Entry> {
        let mut entries: Vec<Entry> =
            self.campaigns.iter().flat_map(|campaign| self.campaign_entries(campaign)).collect();
        entries.extend(self.facts.iter().filter_map(|fact| match &fact.says {
            Says::Decision(decision) => Some(Entry::from(decision.clone()).known(fact.known_on)),
            _ => None,
        }));
        entries.extend(self.events.iter().cloned().map(Entry::from));
        let measures = self.measures().into_iter().filter(|measure| measure.withdrawn.is_none());
        entries.extend(measures.map(Entry::from));
        let agreements = self.agreements().into_iter().filter(|agreement| agreement.withdrawn.is_none());
        entries.extend(agreements.flat_map(|agreement| self.agreement_entries(agreement)));
        entries.extend(self.outcomes.iter().map(|outcome| self.outcome_entry(outcome)));
        entries.extend(self.phase_entries());
        entries.extend(self.area_entries());
        entries.extend(self.funding_entries());
        entries.extend(self.facility_entries());
        let entries = entries.into_iter().map(|entry| self.with_commercial(entry)).collect();
        timeline::sorted(entries)
    }

    /// What an area's own page tells: what concerns it and what concerns every area. Without an area, what concerns
    /// more than one.
    pub(super) fn timeline(&self, area: Option<AreaId>) -> Vec<Entry> {
        let shown = |entry: &Entry| match area {
            Some(area) => entry.concerns(area),
            // What concerns one area of a campaign stands on its page; an area without one has no other place.
            None => {
                !matches!(entry.areas.as_slice(), [one] if self.campaign_of(*one).is_some_and(|c| c.areas.len() > 1))
            }
        };
        let mut entries = self.chronicle();
        entries.retain(shown);
        entries
    }

    fn campaign_entries(&self, campaign: &Campaign) -> Vec<Entry> {
        let strand = strand(campaign.unit);
        let opened = campaign.opened_on.map(|day| {
            let what =
                Happening::Opened { campaign: campaign.name.clone(), operator: self.operator_name(campaign.operator) };
            Entry::new(When::Day(day), what, strand, campaign.areas.clone(), campaign.source.clone())
        });
        let deadline = campaign.deadline().map(|deadline| {
            let earlier = campaign.earlier_deadlines().iter().map(|earlier| earlier.day).collect();
            let what = Happening::Deadline { earlier, reason: deadline.reason.clone() };
            Entry::new(When::Day(deadline.day), what, strand, campaign.areas.clone(), deadline.source.clone())
        });
        opened.into_iter().chain(deadline).chain(self.round_entries(campaign)).collect()
    }

    /// The opening and the deadline of each further round, once for the areas that share it.
    fn round_entries(&self, campaign: &Campaign) -> Vec<Entry> {
        let rounds = self.rounds();
        let mut entries: Vec<Entry> = Vec::new();
        for area in &campaign.areas {
            for (number, round) in (2..).zip(round::of_area(&rounds, campaign.id, *area)) {
                let opened =
                    Happening::RoundOpened { number, campaign: campaign.name.clone(), note: round.note.clone() };
                let days = [(round.opened_on, opened), (round.deadline, Happening::RoundDeadline { number })];
                for (day, what) in days {
                    let when = When::Day(day);
                    match entries.iter_mut().find(|entry| entry.when == when && entry.what == what) {
                        Some(entry) => entry.areas.push(*area),
                        None => entries.push(Entry::new(
                            when,
                            what,
                            strand(campaign.unit),
                            vec![*area],
                            round.source.clone(),
                        )),
                    }
                }
            }
        }
        entries
    }

    fn agreement_entries(&self, agreement: Agreement) -> Vec<Entry> {
        let partner = self.operator_name(agreement.partner);
        let end = agreement.ends_on.map(|day| {
            let what = Happening::AgreementEnds { kind: agreement.kind, partner: partner.clone() };
            Entry::new(When::Day(day), what, Strand::Agreement, agreement.areas.clone(), agreement.source.clone())
        });
        [Entry::of_agreement(agreement, partner)].into_iter().chain(end).collect()
    }

    fn outcome_entry(&self, outcome: &Outcome) -> Entry {
        let mut entry = Entry::from(outcome.clone());
        if let Some(campaign) = self.campaigns.iter().find(|campaign| campaign.id == outcome.campaign) {
            entry.strands = vec![strand(campaign.unit)];
            if outcome.area.is_none() {
                entry.areas.clone_from(&campaign.areas);
            }
        }
        entry
    }

    /// The phases that hold: of one area and kind the newest record.
    fn phase_entries(&self) -> Vec<Entry> {
        let mut held: Vec<&Phase> = Vec::new();
        for phase in self.phases.iter().filter(|phase| BUILD_PHASES.contains(&phase.kind)) {
            let same = |other: &&mut &Phase| {
                (other.campaign, other.area, other.kind) == (phase.campaign, phase.area, phase.kind)
            };
            match held.iter_mut().find(same) {
                Some(older) if older.known_on <= phase.known_on => *older = phase,
                Some(_) => {}
                None => held.push(phase),
            }
        }
        held.into_iter().flat_map(|phase| self.dates_of(phase)).collect()
    }

    /// What happened of a phase, and what of its plan has not happened yet.
    fn dates_of(&self, phase: &Phase) -> Vec<Entry> {
        let Some(campaign) = self.campaigns.iter().find(|campaign| campaign.id == phase.campaign) else {
            return Vec::new();
        };
        let areas = phase.area.map_or_else(|| campaign.areas.clone(), |area| vec![area]);
        let (kind, unit) = (phase.kind, campaign.unit);
        let entry = |when: Option<When>, what: Happening| {
            when.map(|when| {
                Entry::new(when, what, Strand::Build, areas.clone(), phase.source.clone()).known(phase.known_on)
            })
        };
        let begun = phase.actual.start.or(phase.actual.end).is_some();
        let ended = phase.actual.end.is_some();
        [
            entry(phase.actual.start, Happening::Phase { kind, unit, ended: false }),
            entry(phase.actual.end, Happening::Phase { kind, unit, ended: true }),
            entry(phase.planned.start.filter(|_| !begun), Happening::Planned { kind, unit, end: false }),
            entry(phase.planned.end.filter(|_| !ended), Happening::Planned { kind, unit, end: true }),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// What was counted of the build, and the years that are planned.
    fn area_entries(&self) -> Vec<Entry> {
        let mut entries = Vec::new();
        for area in self.areas.iter() {
            let progress = self.build_progress_of(area.id);
            entries.extend(progress.iter().map(|record| Entry::from((area.id, record))));
            let plan = self.profile_of(area.id).filter(|_| progress.is_empty());
            if let Some((profile, when)) = plan.and_then(|profile| Some((profile, profile.build_planned?))) {
                let unit = self.campaign_of(area.id).map_or(Unit::Buildings, |campaign| campaign.unit);
                let what = Happening::Planned { kind: PhaseKind::Construction, unit, end: false };
                entries.push(Entry::new(when, what, Strand::Build, vec![area.id], profile.source.clone()));
            }
        }
        entries
    }

    /// The milestones of applications for funding that were reached or refused, and those that are planned. What the steps
    /// of a leg tell need not be recorded as a milestone too.
    fn funding_entries(&self) -> Vec<Entry> {
        let mut entries = Vec::new();
        for funding in Funding::all(self) {
            let areas = funding.areas(self);
            let step = |milestone: &Milestone| funding.step_to(milestone.kind, milestone.part?);
            for milestone in funding.milestones().iter().filter(|milestone| milestone.mark != Some(Mark::Dropped)) {
                let planned = milestone.planned.filter(|_| step(milestone).is_none());
                let Some(when) = milestone.actual.or(planned) else { continue };
                let what = Happening::Milestone {
                    application: funding.application.title.clone(),
                    kind: milestone.kind,
                    part: milestone.part,
                    refused: milestone.mark == Some(Mark::Rejected),
                    planned: milestone.actual.is_none(),
                };
                entries.push(Entry::new(when, what, Strand::Funding, areas.clone(), milestone.source.clone()));
            }
            for (kind, leg) in funding.steps_untold() {
                let Some(when) = leg.fields().since else { continue };
                let what = Happening::Milestone {
                    application: funding.application.title.clone(),
                    kind,
                    part: Some(leg.part()),
                    refused: leg.state() == LegState::Rejected,
                    planned: false,
                };
                entries.push(Entry::new(when, what, Strand::Funding, areas.clone(), leg.fields().source.clone()));
            }
        }
        entries
    }

    /// The states that the lines of public facilities reached on days that are known; a state that was recorded twice
    /// stands there as it was recorded last. In-house networks and WLAN are the house's own affair.
    fn facility_entries(&self) -> Vec<Entry> {
        let mut entries = Vec::new();
        let public = |facility: &Facility| facility.details.kind.is_public() && facility.details.in_use();
        for facility in self.facilities().into_iter().filter(public) {
            for state in StepState::ALL {
                let step = facility.steps_of(plan::Strand::Line).filter(|step| step.record.state == state).last();
                let Some((step, when)) = step.and_then(|step| Some((&step.record, step.record.reached?))) else {
                    continue;
                };
                let what = Happening::Line { facility: facility.details.name.clone(), state };
                let areas = facility.details.area.into_iter().collect();
                entries.push(Entry::new(when, what, Strand::Facilities, areas, step.source.clone()));
            }
        }
        entries
    }

    /// What is about commercial areas alone belongs to their strand too.
    fn with_commercial(&self, entry: Entry) -> Entry {
        let commercial =
            |area: &AreaId| self.areas.get(*area).is_some_and(|area| area.kind == AreaKind::CommercialArea);
        if entry.areas.is_empty() || !entry.areas.iter().all(commercial) {
            return entry;
        }
        match entry.what {
            // A happening without a strand of its own is theirs.
            Happening::Fact { .. } if entry.strands == [Strand::Marketing] => {
                Entry { strands: vec![Strand::Commercial], ..entry }
            }
            _ => entry.also(Strand::Commercial),
        }
    }
}

/// The strand of a campaign.
const fn strand(unit: Unit) -> Strand {
    match unit {
        Unit::Companies => Strand::Commercial,
        Unit::Households | Unit::Dwellings | Unit::Buildings => Strand::Marketing,
    }
}
