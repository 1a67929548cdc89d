//! How one application stands: its newest record, and the newest of each leg, milestone, deadline and document.

use jiff::civil::Date;

use super::{
    Application, DeadlineKind, Document, FundingDeadline, Leg, LegState, Milestone, MilestoneKind, MilestoneState,
    Part, SOON_DAYS, market_survey_closes,
};
use crate::domain::when::When;

/// Where a milestone stands, and the time that is shown with it.
pub type Cell = (MilestoneState, Option<When>);

/// One application as it stands. Made by taking its records in, oldest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Funding {
    /// The application itself.
    pub application: Application,
    /// Its legs, at most one per part, in the order of the parts. Of a part without a leg nothing is known.
    legs: Vec<Leg>,
    /// What was known of the legs one after the other.
    told: Vec<Leg>,
    milestones: Vec<Milestone>,
    deadlines: Vec<FundingDeadline>,
    documents: Vec<Document>,
}

impl Funding {
    /// An application of which nothing else is known.
    pub const fn new(application: Application) -> Self {
        Self {
            application,
            legs: Vec::new(),
            told: Vec::new(),
            milestones: Vec::new(),
            deadlines: Vec::new(),
            documents: Vec::new(),
        }
    }

    /// Takes in what is known of a leg now. The other legs stay as they are.
    pub fn take_leg(&mut self, leg: Leg) {
        self.legs.retain(|other| other.part() != leg.part());
        self.told.push(leg.clone());
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

    /// The steps that a leg went, oldest first: each record that brought it into another state.
    pub fn steps(&self, part: Part) -> Vec<&Leg> {
        let mut steps: Vec<&Leg> = Vec::new();
        for leg in self.told.iter().filter(|leg| leg.part() == part) {
            if steps.last().is_none_or(|last| last.state() != leg.state()) {
                steps.push(leg);
            } else if let Some(last) = steps.last_mut() {
                // The same state told anew: with an amount, or with a better date.
                *last = leg;
            }
        }
        steps
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
    /// An open deadline that stands at the milestone and ends soon, or has passed, makes it due. What the leg's own steps
    /// tell need not be told a second time: a leg that was submitted has reached that milestone. A survey that was opened
    /// on a known day and of whose end nothing is known closes two months later.
    pub fn cell(&self, kind: MilestoneKind, part: Part, today: Date) -> Option<Cell> {
        let known = self.milestone(kind, part).map(|milestone| (milestone.state(today, SOON_DAYS), milestone.when()));
        let known = known.or_else(|| self.reached(kind, part)).or_else(|| self.survey_end(kind, part));
        let settled =
            matches!(known, Some((MilestoneState::Done | MilestoneState::Rejected | MilestoneState::Dropped, _)));
        let here = |deadline: &&FundingDeadline| deadline.part == part && deadline.kind.milestone() == Some(kind);
        let due = self.open_deadlines().filter(here).find(|deadline| deadline.days_left(today) <= SOON_DAYS);
        match due {
            Some(deadline) if !settled => Some((MilestoneState::Due, Some(When::Day(deadline.day)))),
            _ => known,
        }
    }

    /// Several milestones in one column: what is due or refused goes first; the column is done with its last milestone,
    /// and under way where an earlier one is reached.
    pub fn column(&self, kinds: &[MilestoneKind], part: Part, today: Date) -> Option<Cell> {
        let cells: Vec<Option<Cell>> = kinds.iter().map(|kind| self.cell(*kind, part, today)).collect();
        let first = |wanted: MilestoneState| cells.iter().flatten().find(|(state, _)| *state == wanted).copied();
        let last = cells.last().copied().flatten();
        if let Some(pressing) = first(MilestoneState::Due).or_else(|| first(MilestoneState::Rejected)) {
            return Some(pressing);
        }
        match last {
            Some((MilestoneState::Done, _)) => last,
            _ if first(MilestoneState::Running).is_some() => first(MilestoneState::Running),
            _ if first(MilestoneState::Done).is_some() => {
                Some((MilestoneState::Running, last.and_then(|(_, when)| when)))
            }
            _ => last.or_else(|| cells.iter().flatten().next().copied()),
        }
    }

    /// A milestone that the steps of a leg have reached.
    fn reached(&self, kind: MilestoneKind, part: Part) -> Option<Cell> {
        let step = self.step_to(kind, part)?;
        let refused = step.state() == LegState::Rejected;
        let shown = if refused { MilestoneState::Rejected } else { MilestoneState::Done };
        Some((shown, step.fields().since))
    }

    /// The step of a leg that reached a milestone, or was refused there: a refusal stands where the grant would.
    pub fn step_to(&self, kind: MilestoneKind, part: Part) -> Option<&Leg> {
        let refused = kind == MilestoneKind::PreliminaryGrant && self.state(part) == Some(LegState::Rejected);
        let state = match kind {
            _ if refused => LegState::Rejected,
            MilestoneKind::Submitted => LegState::Submitted,
            MilestoneKind::PreliminaryGrant => LegState::PreliminaryGrant,
            MilestoneKind::FinalGrant => LegState::FinalGrant,
            _ => return None,
        };
        // A supplement does not take the application back; what was withdrawn and begun anew is not reached.
        let begun = |leg: &&Leg| matches!(leg.state(), LegState::NotRequested | LegState::Draft);
        let steps = self.steps(part);
        let since_begun = steps.iter().rposition(begun).map_or(0, |at| at + 1);
        steps.get(since_begun..)?.iter().rfind(|leg| leg.state() == state).copied()
    }

    /// The milestones of Bund and Land that only the steps of their legs tell of, with the step.
    pub fn steps_untold(&self) -> impl Iterator<Item = (MilestoneKind, &Leg)> {
        let untold = |(kind, leg): &(MilestoneKind, &Leg)| {
            self.milestone(*kind, leg.part()).is_none_or(|milestone| milestone.actual.is_none())
        };
        let of =
            move |part| MilestoneKind::ALL.into_iter().filter_map(move |kind| Some((kind, self.step_to(kind, part)?)));
        self.grants().map(Leg::part).flat_map(of).filter(untold)
    }

    fn survey_end(&self, kind: MilestoneKind, part: Part) -> Option<Cell> {
        if kind != MilestoneKind::MarketSurveyClosed {
            return None;
        }
        let opened = self.milestone(MilestoneKind::MarketSurveyOpened, part)?;
        let When::Day(day) = opened.actual? else { return None };
        Some((MilestoneState::Running, Some(When::Day(market_survey_closes(day)?))))
    }

    /// Whether an application has been made: to Bund or Land, whatever came of it.
    pub fn is_applied_for(&self) -> bool {
        use LegState::{Draft, Dropped, NotEligible, NotRequested};
        self.grants().any(|leg| !matches!(leg.state(), NotRequested | Draft | NotEligible | Dropped))
    }

    /// Whether it is still pursued: not when Bund and Land, as far as they were asked, are out of it by the applicant's
    /// own choice. Then it costs nothing.
    pub fn is_pursued(&self) -> bool {
        let out = |leg: &Leg| matches!(leg.state(), LegState::Withdrawn | LegState::Dropped);
        self.grants().next().is_none() || !self.grants().all(out)
    }
}
