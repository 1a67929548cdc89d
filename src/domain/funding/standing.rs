//! How one application stands: its newest record, and the newest of each leg, milestone, deadline and document.

use jiff::civil::Date;

use super::{
    Application, DeadlineKind, Document, FundingDeadline, Leg, LegState, Milestone, MilestoneKind, MilestoneState,
    Part, SOON_DAYS, market_survey_closes,
};
use crate::domain::when::When;

/// One application as it stands. Made by taking its records in, oldest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Funding {
    /// The application itself.
    pub application: Application,
    /// Its legs, at most one per part, in the order of the parts. Of a part without a leg nothing is known.
    legs: Vec<Leg>,
    milestones: Vec<Milestone>,
    deadlines: Vec<FundingDeadline>,
    documents: Vec<Document>,
}

impl Funding {
    /// An application of which nothing else is known.
    pub const fn new(application: Application) -> Self {
        Self { application, legs: Vec::new(), milestones: Vec::new(), deadlines: Vec::new(), documents: Vec::new() }
    }

    /// Takes in what is known of a leg now. The other legs stay as they are.
    pub fn take_leg(&mut self, leg: Leg) {
        self.legs.retain(|other| other.part() != leg.part());
        self.legs.push(leg);
        self.legs.sort_by_key(Leg::part);
    }

    /// Takes in what is known of a milestone now.
    pub fn take_milestone(&mut self, milestone: Milestone) {
        self.milestones.retain(|other| (other.kind, other.part) != (milestone.kind, milestone.part));
        self.milestones.push(milestone);
        self.milestones.sort_by_key(|milestone| (milestone.kind, milestone.part));
    }

    /// Takes in a deadline.
    pub fn take_deadline(&mut self, deadline: FundingDeadline) {
        self.deadlines.retain(|other| !deadline.replaces(other));
        self.deadlines.push(deadline);
        self.deadlines.sort_by_key(|deadline| (deadline.day, deadline.part));
    }

    /// Takes in a document.
    pub fn take_document(&mut self, document: Document) {
        self.documents.retain(|other| !document.replaces(other));
        self.documents.push(document);
        self.documents.sort_by_key(|document| (document.dated, document.part));
    }

    /// What is known of a leg.
    pub fn leg(&self, part: Part) -> Option<&Leg> {
        self.legs.iter().find(|leg| leg.part() == part)
    }

    /// How far a leg is, where that is known.
    pub fn state(&self, part: Part) -> Option<LegState> {
        self.leg(part).map(Leg::state)
    }

    /// The legs of which something is known.
    pub fn legs(&self) -> &[Leg] {
        &self.legs
    }

    /// The legs of Bund and Land.
    pub fn grants(&self) -> impl Iterator<Item = &Leg> {
        self.legs.iter().filter(|leg| leg.part() != Part::Own)
    }

    /// The milestones in their order.
    pub fn milestones(&self) -> &[Milestone] {
        &self.milestones
    }

    /// The documents, oldest first.
    pub fn documents(&self) -> &[Document] {
        &self.documents
    }

    /// All deadlines in the order of their days, also the settled ones.
    pub fn deadlines(&self) -> &[FundingDeadline] {
        &self.deadlines
    }

    /// The deadlines for which somebody has to act, in the order of their days: overdue, today, ahead.
    pub fn open_deadlines(&self) -> impl Iterator<Item = &FundingDeadline> {
        self.deadlines.iter().filter(|deadline| deadline.is_open(self.state(deadline.part)))
    }

    /// The deadline of this kind.
    pub fn deadline(&self, part: Part, kind: DeadlineKind) -> Option<&FundingDeadline> {
        self.deadlines.iter().find(|deadline| (deadline.part, deadline.kind) == (part, kind))
    }

    /// The milestone of a leg, else the one of the whole application.
    pub fn milestone(&self, kind: MilestoneKind, part: Part) -> Option<&Milestone> {
        let of = |part: Option<Part>| {
            self.milestones.iter().find(|milestone| (milestone.kind, milestone.part) == (kind, part))
        };
        of(Some(part)).or_else(|| of(None))
    }

    /// Where a milestone of a leg stands, and the time that is shown with it. `None` where nothing is known of it.
    ///
    /// An open deadline that stands at the milestone and ends soon, or has passed, makes it due. A survey that was
    /// opened on a known day and of whose end nothing is known closes two months later.
    pub fn cell(&self, kind: MilestoneKind, part: Part, today: Date) -> Option<(MilestoneState, Option<When>)> {
        let known = self.milestone(kind, part).map(|milestone| (milestone.state(today, SOON_DAYS), milestone.when()));
        let settled =
            matches!(known, Some((MilestoneState::Done | MilestoneState::Rejected | MilestoneState::Dropped, _)));
        let here = |deadline: &&FundingDeadline| deadline.part == part && deadline.kind.milestone() == Some(kind);
        let due = self.open_deadlines().filter(here).find(|deadline| deadline.days_left(today) <= SOON_DAYS);
        match due {
            Some(deadline) if !settled => Some((MilestoneState::Due, Some(When::Day(deadline.day)))),
            _ => known.or_else(|| self.survey_end(kind, part)),
        }
    }

    fn survey_end(&self, kind: MilestoneKind, part: Part) -> Option<(MilestoneState, Option<When>)> {
        if kind != MilestoneKind::MarketSurveyClosed {
            return None;
        }
        let opened = self.milestone(MilestoneKind::MarketSurveyOpened, part)?;
        let When::Day(day) = opened.actual? else { return None };
        Some((MilestoneState::Running, Some(When::Day(market_survey_closes(day)?))))
    }

    /// Whether it is still pursued: not when Bund and Land, as far as they were asked, are out of it by the applicant's
    /// own choice. Then it costs nothing.
    pub fn is_pursued(&self) -> bool {
        let out = |leg: &Leg| matches!(leg.state(), LegState::Withdrawn | LegState::Dropped);
        self.grants().next().is_none() || !self.grants().all(out)
    }
}
