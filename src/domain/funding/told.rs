//! Applications as facts tell of them: what holds now is made of all that was said, oldest first.

use jiff::civil::Date;

use super::Funding;
use crate::domain::{account::Scope, area::Slug, fact::Says, ids::AreaId, rollout::Rollout, subject::Subject};

/// A remark on an application: since when it could be known, what it says, who says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// Since when it could be known.
    pub known_on: Date,
    /// What it says.
    pub text: String,
    /// Who says so.
    pub source: String,
}

impl Funding {
    /// All applications, in the order in which they were first told of.
    pub fn all(rollout: &Rollout) -> Vec<Self> {
        let mut all: Vec<(&Subject, Self)> = Vec::new();
        for fact in &rollout.facts {
            match (all.iter_mut().find(|(subject, _)| **subject == fact.subject), &fact.says) {
                (Some((_, funding)), says) => funding.take(says),
                (None, Says::Application(application)) => {
                    all.push((&fact.subject, Self::new((**application).clone())));
                }
                (None, _) => {}
            }
        }
        all.into_iter().map(|(_, funding)| funding).collect()
    }

    /// The applications that somebody may see: all, or those that lie in their part of the town with all of their areas.
    pub fn within(rollout: &Rollout, scope: Scope) -> Vec<Self> {
        let mut all = Self::all(rollout);
        all.retain(|funding| {
            let areas = funding.areas(rollout);
            let inside = !areas.is_empty() && areas.iter().all(|area| scope.holds(*area, &rollout.areas));
            scope == Scope::Everything || inside
        });
        all
    }

    /// One application; `None` where nothing is told of it.
    pub fn of(rollout: &Rollout, subject: &Subject) -> Option<Self> {
        let mut funding: Option<Self> = None;
        for says in rollout.said_of(subject) {
            match (&mut funding, says) {
                (Some(funding), says) => funding.take(says),
                (None, Says::Application(application)) => funding = Some(Self::new((**application).clone())),
                (None, _) => {}
            }
        }
        funding
    }

    fn take(&mut self, says: &Says) {
        match says {
            Says::Application(application) => self.application = (**application).clone(),
            Says::Leg(leg) => self.take_leg((**leg).clone()),
            Says::Milestone(milestone) => self.take_milestone(milestone.clone()),
            Says::FundingDeadline(deadline) => self.take_deadline(deadline.clone()),
            Says::FundingDocument(document) => self.take_document(document.clone()),
            _ => {}
        }
    }

    /// Its own subject.
    pub fn subject(&self) -> Subject {
        Subject::Application(self.application.slug.clone())
    }

    /// The areas that it covers, as far as there are such.
    pub fn areas(&self, rollout: &Rollout) -> Vec<AreaId> {
        let area = |slug: &Slug| rollout.areas.by_slug(slug.as_str()).map(|area| area.id);
        self.application.areas.iter().filter_map(area).collect()
    }

    /// The remark that holds, since its wording: a corrected one has taken the place of the one before.
    pub fn remark(&self, rollout: &Rollout) -> Option<Remark> {
        self.application.note.as_ref()?;
        Self::remarks(rollout, &self.subject()).pop()
    }

    /// All remarks on it one after the other, corrected ones too: a record that repeats the last one's remark adds none.
    pub fn remarks(rollout: &Rollout, subject: &Subject) -> Vec<Remark> {
        let mut remarks: Vec<Remark> = Vec::new();
        for fact in rollout.facts.iter().filter(|fact| fact.subject == *subject) {
            let Says::Application(application) = &fact.says else { continue };
            let text = application.note.as_ref().filter(|text| remarks.last().is_none_or(|last| last.text != **text));
            remarks.extend(text.map(|text| Remark {
                known_on: fact.known_on,
                text: text.clone(),
                source: application.source.name.clone(),
            }));
        }
        remarks
    }
}
