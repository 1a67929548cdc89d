//! What facts say of areas, folded to what holds: rounds, build progress, profiles, and what was taken back.

use jiff::civil::Date;

use super::{
    agreement::Agreement,
    build_progress::BuildProgress,
    campaign::Campaign,
    fact::Says,
    ids::AreaId,
    measure::Measure,
    outcome, phase,
    profile::Profile,
    reading,
    rollout::Rollout,
    round::{self, Round, RoundResult, Span},
    standing::Standing,
    subject::Subject,
    withdrawal::{Withdrawable, Withdrawn},
};

impl Rollout {
    /// All further rounds, in the order in which they were recorded.
    pub fn rounds(&self) -> Vec<Round> {
        let rounds = self.facts.iter().filter_map(|fact| match &fact.says {
            Says::Round(round) => Some(round),
            _ => None,
        });
        rounds.cloned().collect()
    }

    /// The records of an area's build, in the order in which they were recorded.
    pub fn build_progress_of(&self, area: AreaId) -> Vec<BuildProgress> {
        let progress = self.said_of_area(area).filter_map(|says| match says {
            Says::Progress(progress) => Some(progress),
            _ => None,
        });
        progress.cloned().collect()
    }

    /// The newest profile of an area.
    pub fn profile_of(&self, area: AreaId) -> Option<&Profile> {
        let profiles = self.said_of_area(area).filter_map(|says| match says {
            Says::Profile(profile) => Some(profile),
            _ => None,
        });
        profiles.last()
    }

    fn said_of_area(&self, area: AreaId) -> impl Iterator<Item = &Says> {
        let slug = self.areas.get(area).map(|area| &area.slug);
        let about = move |subject: &Subject| matches!(subject, Subject::Area(of) if Some(of) == slug);
        self.facts.iter().filter(move |fact| about(&fact.subject)).map(|fact| &fact.says)
    }

    /// What each round that is over brought for an area. The round that it is in stands in its status.
    pub fn results_of(&self, campaign: &Campaign, area: AreaId, today: Date) -> Vec<RoundResult> {
        let rounds = self.rounds();
        let rounds = round::of_area(&rounds, campaign.id, area);
        let running = round::running(&rounds, today).map_or(1, |(number, _)| number);
        let readings = self.readings_of(campaign.id, area);
        let outcomes = outcome::of_area(&self.outcomes, campaign.id, area);
        let target = |number: u32| {
            // The second round's terms are the first of `rounds`.
            let earlier = usize::try_from(number.saturating_sub(1)).unwrap_or(usize::MAX);
            rounds.iter().take(earlier).filter_map(|round| round.target).next_back().unwrap_or(campaign.target)
        };
        let result = |number: u32| {
            let span = Span::of(&rounds, number);
            let last = reading::current(readings.iter().copied().filter(|reading| span.counts(reading)));
            let outcome = outcomes.iter().rfind(|outcome| span.has(outcome) && outcome.kind.overrides_progress());
            RoundResult { number, last: last.cloned(), outcome: outcome.copied().cloned(), target: target(number) }
        };
        (1..running).map(result).collect()
    }

    /// Whether an area's target is reached, its operator commits and its network is built: three answers.
    pub fn standing_of(&self, area: AreaId, today: Date) -> Standing {
        let progress = self.build_progress_of(area);
        let Some(campaign) = self.campaign_of(area) else {
            return Standing::of(&[], Span::default(), &progress, &[], today);
        };
        let rounds = self.rounds();
        let rounds = round::of_area(&rounds, campaign.id, area);
        let span = Span::of(&rounds, round::running(&rounds, today).map_or(1, |(number, _)| number));
        let outcomes = outcome::of_area(&self.outcomes, campaign.id, area);
        let phases = phase::of_area(&self.phases, campaign.id, area);
        Standing::of(&outcomes, span, &progress, &phases, today)
    }

    /// The agreements, each with its withdrawal where it was taken back.
    pub fn agreements(&self) -> Vec<Agreement> {
        let with = |agreement: &Agreement| Agreement {
            withdrawn: self.withdrawn(Withdrawable::Agreement(agreement.id)),
            ..agreement.clone()
        };
        self.agreements.iter().map(with).collect()
    }

    /// The measures, each with its withdrawal where it was taken back.
    pub fn measures(&self) -> Vec<Measure> {
        let with = |measure: &Measure| Measure {
            withdrawn: self.withdrawn(Withdrawable::Measure(measure.id)),
            ..measure.clone()
        };
        self.measures.iter().map(with).collect()
    }

    /// Since when and why a record no longer holds: what was said last of it.
    pub fn withdrawn(&self, of: Withdrawable) -> Option<Withdrawn> {
        let said = self.facts.iter().rev().find_map(|fact| match &fact.says {
            Says::Withdrawal(withdrawal) if withdrawal.of == of => Some(withdrawal),
            _ => None,
        });
        said.map(Withdrawn::from)
    }
}
