//! Dated facts: what somebody recorded about a subject. They are only ever added; what holds now is what the newest fact
//! about the same thing says (docs/decisions/012).

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    build_progress::BuildProgress,
    decision::Decision,
    facility::{Details, line::Line, plan::Step, total::Total},
    funding::{Application, Document, Funding, FundingDeadline, Leg, Milestone},
    ids::AreaId,
    profile::Profile,
    rollout::Rollout,
    round::Round,
    subject::Subject,
    town_text::TownText,
    withdrawal::Withdrawal,
};

/// One fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it is about.
    pub subject: Subject,
    /// Since when it could be known.
    pub known_on: Date,
    /// What it says.
    pub says: Says,
}

/// What a fact says. The word of a variant is the kind of its entries in the change log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", content = "body", rename_all = "snake_case")]
pub enum Says {
    /// A body of the town decided something. Of the town.
    Decision(Decision),
    /// How far the build of an area is.
    Progress(BuildProgress),
    /// What is known of an area itself.
    Profile(Profile),
    /// A further round of an area's campaign, in this area and perhaps in others.
    Round(Round),
    /// An agreement or a measure was recorded wrongly. Of the town.
    Withdrawal(Withdrawal),
    /// An application for funding, or a project for which one is to come.
    Application(Box<Application>),
    /// How far Bund, Land or the own contribution of an application is.
    Leg(Box<Leg>),
    /// A milestone of an application.
    Milestone(Milestone),
    /// A deadline of a leg.
    FundingDeadline(FundingDeadline),
    /// A document of an application.
    FundingDocument(Document),
    /// What a facility is, where it stands, what is known of it. Of a facility; the first one founds it.
    Facility(Details),
    /// A facility's line as it was measured or stated.
    Line(Line),
    /// How far one strand of a facility's plan is.
    Step(Step),
    /// A number that a source publishes for all facilities together. Of the town.
    Total(Total),
    /// A text of the public pages. Of the town.
    TownText(TownText),
}

impl From<Decision> for Fact {
    fn from(decision: Decision) -> Self {
        Self { subject: Subject::Town, known_on: decision.day, says: Says::Decision(decision) }
    }
}

impl Says {
    /// The kinds of all facts.
    pub const KINDS: [&str; 15] = [
        "decision",
        "progress",
        "profile",
        "round",
        "withdrawal",
        "application",
        "leg",
        "milestone",
        "funding_deadline",
        "funding_document",
        "facility",
        "line",
        "step",
        "total",
        "town_text",
    ];

    /// The kind of record in the change log.
    pub const fn what(&self) -> &'static str {
        match self {
            Self::Decision(_) => "decision",
            Self::Progress(_) => "progress",
            Self::Profile(_) => "profile",
            Self::Round(_) => "round",
            Self::Withdrawal(_) => "withdrawal",
            Self::Application(_) => "application",
            Self::Leg(_) => "leg",
            Self::Milestone(_) => "milestone",
            Self::FundingDeadline(_) => "funding_deadline",
            Self::FundingDocument(_) => "funding_document",
            Self::Facility(_) => "facility",
            Self::Line(_) => "line",
            Self::Step(_) => "step",
            Self::Total(_) => "total",
            Self::TownText(_) => "town_text",
        }
    }

    /// Whether it takes the place of what the other says, where both are about one subject.
    pub fn replaces(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Progress(one), Self::Progress(other)) => one.as_of == other.as_of,
            (Self::Profile(_), Self::Profile(_)) => true,
            (Self::Round(one), Self::Round(other)) => {
                (one.campaign, one.opened_on) == (other.campaign, other.opened_on)
            }
            (Self::Withdrawal(one), Self::Withdrawal(other)) => one.of == other.of,
            (Self::Application(_), Self::Application(_)) => true,
            (Self::Leg(one), Self::Leg(other)) => one.part() == other.part(),
            (Self::Milestone(one), Self::Milestone(other)) => (one.kind, one.part) == (other.kind, other.part),
            (Self::FundingDeadline(one), Self::FundingDeadline(other)) => one.replaces(other),
            (Self::FundingDocument(one), Self::FundingDocument(other)) => one.replaces(other),
            (Self::Facility(_), Self::Facility(_)) | (Self::Line(_), Self::Line(_)) => true,
            (Self::Step(now), Self::Step(before)) => now.strand == before.strand,
            (Self::Total(now), Self::Total(before)) => now.kind == before.kind,
            (Self::TownText(now), Self::TownText(before)) => (now.kind(), now.lang()) == (before.kind(), before.lang()),
            // Each decision stands for itself.
            _ => false,
        }
    }
}

impl Rollout {
    /// What was said about a subject, oldest first.
    pub fn said_of<'a>(&'a self, subject: &'a Subject) -> impl DoubleEndedIterator<Item = &'a Says> {
        self.facts.iter().filter(move |fact| fact.subject == *subject).map(|fact| &fact.says)
    }

    /// The decisions, in the order in which they were recorded.
    pub fn decisions(&self) -> impl Iterator<Item = &Decision> {
        self.said_of(&Subject::Town).filter_map(|says| match says {
            Says::Decision(decision) => Some(decision),
            _ => None,
        })
    }

    /// Whether something is recorded about this subject.
    pub fn knows(&self, subject: &Subject) -> bool {
        match subject {
            Subject::Town => true,
            Subject::Area(slug) => self.areas.by_slug(slug.as_str()).is_some_and(|area| area.parent.is_some()),
            Subject::Facility(_) | Subject::Application(_) => self.said_of(subject).next().is_some(),
            // Remarks are no facts: they lie in a table of their own.
            Subject::Remark(_) => false,
        }
    }

    /// All that something can be recorded about, except the town: its areas, then what facts tell of.
    pub fn subjects(&self) -> impl Iterator<Item = Subject> {
        let areas = self.areas.iter().filter(|area| area.parent.is_some()).map(|area| Subject::Area(area.slug.clone()));
        let told: BTreeSet<&Subject> = self.facts.iter().map(|fact| &fact.subject).collect();
        let told = told.into_iter().filter(|subject| matches!(subject, Subject::Facility(_) | Subject::Application(_)));
        areas.chain(told.cloned())
    }

    /// The areas that a subject lies in; none for what concerns the whole town.
    pub fn areas_of(&self, subject: &Subject) -> Vec<AreaId> {
        match subject {
            Subject::Area(slug) => self.areas.by_slug(slug.as_str()).map(|area| area.id).into_iter().collect(),
            Subject::Application(_) => Funding::of(self, subject).map(|one| one.areas(self)).unwrap_or_default(),
            Subject::Facility(slug) => {
                self.facility(slug.as_str()).and_then(|facility| facility.details.area).into_iter().collect()
            }
            Subject::Town | Subject::Remark(_) => Vec::new(),
        }
    }
}
