//! From facts to facilities.

use super::{
    inventory::{Dated, Facility},
    total::{Total, TotalKind},
};
use crate::domain::{
    area::Slug,
    fact::{Fact, Says},
    rollout::Rollout,
    subject::Subject,
};

impl Rollout {
    /// All facilities of which facts tell, in the order of their address names. One of which nothing is recorded but a
    /// line or a step is none: nobody knows its name.
    pub fn facilities(&self) -> Vec<Facility> {
        let mut slugs: Vec<&Slug> = self.facts.iter().filter_map(|fact| slug_of(&fact.subject)).collect();
        slugs.sort_unstable();
        slugs.dedup();
        slugs.into_iter().filter_map(|slug| folded(slug, &self.facts)).collect()
    }

    /// One facility.
    pub fn facility(&self, slug: &str) -> Option<Facility> {
        let slug = self.facts.iter().filter_map(|fact| slug_of(&fact.subject)).find(|of| of.as_str() == slug)?;
        folded(slug, &self.facts)
    }

    /// The number that a source publishes for the town, newest record first.
    pub fn published_total(&self, kind: TotalKind) -> Option<&Total> {
        let totals = self.said_of(&Subject::Town).rev().filter_map(|says| match says {
            Says::Total(total) => Some(total),
            _ => None,
        });
        totals.into_iter().find(|total| total.kind == kind)
    }
}

fn slug_of(subject: &Subject) -> Option<&Slug> {
    match subject {
        Subject::Facility(slug) => Some(slug),
        _ => None,
    }
}

/// What the facts tell of one facility: its newest details, all its lines and steps.
fn folded(slug: &Slug, facts: &[Fact]) -> Option<Facility> {
    let ours = || facts.iter().filter(|fact| slug_of(&fact.subject) == Some(slug));
    let mut told = ours().filter_map(|fact| match &fact.says {
        Says::Facility(details) => Some(details.clone()),
        _ => None,
    });
    let mut facility = Facility::new(slug.clone(), told.next()?);
    told.for_each(|details| facility.correct(details));
    for fact in ours() {
        let known_on = fact.known_on;
        match &fact.says {
            Says::Line(line) => facility.lines.push(Dated { known_on, record: line.clone() }),
            Says::Step(step) => facility.steps.push(Dated { known_on, record: step.clone() }),
            _ => {}
        }
    }
    Some(facility)
}
