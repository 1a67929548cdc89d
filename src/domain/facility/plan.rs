//! The plan of action (Handlungsplan): where the line, the network in the house and the WLAN of a facility stand.
//!
//! Three strands, because they move apart: a school may have its rooms wired years before a fibre arrives.

use std::ops::Deref;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::domain::{money::Cents, source::Source, when::When};

/// What is planned for a facility.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Strand {
    /// Leitung: what comes into the house.
    Line,
    /// Hausnetz: the cables within it.
    InHouse,
    /// WLAN.
    Wlan,
}

impl Strand {
    /// All of them, from the street to the room.
    pub const ALL: [Self; 3] = [Self::Line, Self::InHouse, Self::Wlan];
}

/// How far a strand is, in the order of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepState {
    /// Erfasst.
    Surveyed,
    /// Bewertet.
    Assessed,
    /// Geplant.
    Planned,
    /// Beauftragt.
    Ordered,
    /// Im Bau.
    UnderConstruction,
    /// Aktiv.
    Active,
}

impl StepState {
    /// All of them in their order.
    pub const ALL: [Self; 6] =
        [Self::Surveyed, Self::Assessed, Self::Planned, Self::Ordered, Self::UnderConstruction, Self::Active];
}

/// A move that asks for a reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unusual {
    /// At least one state was left out.
    Skips,
    /// It goes back.
    GoesBack,
}

/// What is unusual about a move; nothing for the next state, the same state, and a first record, which only says where
/// a strand was found.
pub fn unusual(from: Option<StepState>, to: StepState) -> Option<Unusual> {
    let place = |state| StepState::ALL.iter().position(|other| *other == state);
    let from = from?;
    match (place(from), place(to)) {
        (Some(before), Some(after)) if after < before => Some(Unusual::GoesBack),
        (Some(before), Some(after)) if after > before + 1 => Some(Unusual::Skips),
        _ => None,
    }
}

/// What one record of the plan says: in which state a strand is, and what is to come next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepParts {
    /// Which strand.
    pub strand: Strand,
    /// The state it has reached.
    pub state: StepState,
    /// When it reached it, as exactly as known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reached: Option<When>,
    /// When the next state is planned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_planned: Option<When>,
    /// The post that sees to it: an office, never a person's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub responsible: Option<String>,
    /// What it costs as known now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost: Option<Cents>,
    /// A remark: what is being waited for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Who says so.
    pub source: Source,
}

/// A record of the plan that keeps its rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "StepParts", into = "StepParts")]
pub struct Step(StepParts);

/// A record that breaks a rule of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum StepError {
    /// What is active has been active since a day.
    #[error("an active strand has the day since when")]
    ActiveWithoutDate,
    /// After active nothing comes.
    #[error("an active strand has no next state")]
    ActiveWithNext,
    /// The next state lies before the one that is reached.
    #[error("the next state is planned before this one was reached")]
    NextBeforeReached,
}

impl Step {
    /// A record of the plan.
    ///
    /// # Errors
    /// Active without a date, something planned after it, or the next state before this one.
    pub fn new(parts: StepParts) -> Result<Self, StepError> {
        let active = parts.state == StepState::Active;
        if active && parts.reached.is_none() {
            return Err(StepError::ActiveWithoutDate);
        }
        if active && parts.next_planned.is_some() {
            return Err(StepError::ActiveWithNext);
        }
        match (parts.reached, parts.next_planned) {
            (Some(reached), Some(next)) if next.last_day() < reached.first_day() => Err(StepError::NextBeforeReached),
            _ => Ok(Self(parts)),
        }
    }
}

impl Deref for Step {
    type Target = StepParts;
    fn deref(&self) -> &StepParts {
        &self.0
    }
}

impl TryFrom<StepParts> for Step {
    type Error = StepError;
    fn try_from(parts: StepParts) -> Result<Self, StepError> {
        Self::new(parts)
    }
}

impl From<Step> for StepParts {
    fn from(step: Step) -> Self {
        step.0
    }
}
