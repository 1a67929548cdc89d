//! Three questions about an area, answered one by one: is the target reached, does the operator commit to build, is the
//! network built. The answers may disagree: an operator may build where the target was missed, and a reached target
//! builds nothing.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    build_progress::{self, BuildProgress},
    outcome::{Outcome, OutcomeKind},
    phase::{Phase, PhaseKind, PhaseState},
    round::Span,
    source::Source,
    when::When,
};

/// The three answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// Was the target reached by the final count?
    pub threshold: Answer<Threshold>,
    /// Does the operator commit to build?
    pub commitment: Answer<Commitment>,
    /// Is the network built?
    pub built: Answer<Built>,
}

/// An answer with its date and its source; `None` where nobody has said so ("nicht bekannt").
pub type Answer<T> = Option<Said<T>>;

/// What was said, when, by whom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said<T> {
    /// What.
    pub what: T,
    /// For when.
    pub when: When,
    /// Who says so.
    pub source: Source,
}

/// Whether the target was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Threshold {
    /// The deadline is over and the count is being checked.
    UnderReview,
    /// Reached.
    Reached,
    /// Missed.
    Missed,
}

/// Whether the operator commits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Commitment {
    /// It does.
    Given,
    /// It has neither committed nor stepped back.
    Open,
    /// It does not: it stepped back, or the campaign was stopped.
    Refused,
}

/// How far the network is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Built {
    /// Building has not begun.
    NotBegun,
    /// It is being built; so many are connected, of so many where that is known.
    UnderWay {
        /// Connected buildings (households …), where counted.
        connected: Option<u32>,
        /// All of them, where known.
        base: Option<u32>,
    },
    /// Everything is connected.
    Complete,
}

impl Standing {
    /// The answers on a day, from an area's outcomes (oldest first), the records of its build and its phases.
    ///
    /// The target is that of the round that the area is in; the other answers hold across rounds.
    ///
    /// Each question has its own newest answer: a commitment says nothing about the target, except where the source
    /// says both at once ("baut, obwohl das Ziel verfehlt wurde").
    ///
    /// Worked example: NotReached on 31 January, OperatorCommitted on 15 March, no record of a build: missed (31
    /// January), given (15 March), not known.
    pub fn of(outcomes: &[&Outcome], round: Span, progress: &[BuildProgress], phases: &[&Phase], today: Date) -> Self {
        let of_round: Vec<&Outcome> = outcomes.iter().copied().filter(|outcome| round.has(outcome)).collect();
        Self {
            threshold: newest(&of_round, threshold),
            commitment: newest(outcomes, commitment),
            built: built(progress, phases, today),
        }
    }
}

fn newest<T>(outcomes: &[&Outcome], of: impl Fn(OutcomeKind) -> Option<T>) -> Answer<T> {
    outcomes.iter().rev().find_map(|outcome| {
        let what = of(outcome.kind)?;
        Some(Said { what, when: outcome.when, source: outcome.source.clone() })
    })
}

const fn threshold(kind: OutcomeKind) -> Option<Threshold> {
    match kind {
        OutcomeKind::UnderReview => Some(Threshold::UnderReview),
        OutcomeKind::Reached => Some(Threshold::Reached),
        OutcomeKind::NotReached | OutcomeKind::BuiltAlthoughMissed => Some(Threshold::Missed),
        OutcomeKind::Running
        | OutcomeKind::Extended
        | OutcomeKind::SecondRound
        | OutcomeKind::OperatorCommitted
        | OutcomeKind::OperatorWithdrew
        | OutcomeKind::NoFinalCommitment
        | OutcomeKind::Stopped => None,
    }
}

const fn commitment(kind: OutcomeKind) -> Option<Commitment> {
    match kind {
        OutcomeKind::OperatorCommitted | OutcomeKind::BuiltAlthoughMissed => Some(Commitment::Given),
        OutcomeKind::NoFinalCommitment => Some(Commitment::Open),
        OutcomeKind::OperatorWithdrew | OutcomeKind::Stopped => Some(Commitment::Refused),
        OutcomeKind::Running
        | OutcomeKind::UnderReview
        | OutcomeKind::Reached
        | OutcomeKind::Extended
        | OutcomeKind::NotReached
        | OutcomeKind::SecondRound => None,
    }
}

/// The newest record of the build; without one, a build phase that has begun or ended.
fn built(progress: &[BuildProgress], phases: &[&Phase], today: Date) -> Answer<Built> {
    if let Some(record) = build_progress::current(progress) {
        let figures = record.figures();
        let what = match record.has_begun() {
            _ if record.is_complete() => Built::Complete,
            Some(false) => Built::NotBegun,
            _ => Built::UnderWay { connected: figures.connected, base: figures.base },
        };
        return Some(Said { what, when: When::Day(record.as_of), source: record.source.clone() });
    }
    let of_kind = |kind: PhaseKind| phases.iter().find(|phase| phase.kind == kind);
    // The build is over when the phase is. Activation, contract by contract, comes after it.
    let done = of_kind(PhaseKind::Construction).filter(|phase| phase.state(today) == PhaseState::Done);
    if let Some((phase, end)) = done.and_then(|phase| Some((phase, phase.actual.end?))) {
        return Some(Said { what: Built::Complete, when: end, source: phase.source.clone() });
    }
    let begun = of_kind(PhaseKind::Construction).filter(|phase| phase.state(today) != PhaseState::Ahead);
    let (phase, start) = begun.and_then(|phase| Some((phase, phase.actual.start.or(phase.actual.end)?)))?;
    let what = Built::UnderWay { connected: None, base: None };
    Some(Said { what, when: start, source: phase.source.clone() })
}
