//! A record as the texts of its form: what stands in a form at first, and what two people's versions are held against
//! each other by. `typed` reads each text back.

use serde::{Serialize, de::DeserializeOwned};

use super::{agreement_forms, date, entry_words, fact_words, lang::Lang};
use crate::domain::{
    agreement::Agreement,
    campaign::Deadline,
    edit::{EditForm, EditKind, Field, Reach},
    ids::ReadingId,
    measure::Measure,
    outcome::Outcome,
    phase::Phase,
    reading::{Base, Reading, Record},
    rollout::Rollout,
    when::When,
};

/// The texts of a form.
pub type Texts = Vec<(Field, String)>;

/// The word of a variant, as a select sends it.
pub fn word<T: Serialize>(value: &T) -> String {
    serde_json::to_value(value).ok().and_then(|json| json.as_str().map(str::to_owned)).unwrap_or_default()
}

/// When, as it is typed: "10.11.2023", "Juli 2024", "2025 bis 2026".
pub fn when(when: When) -> String {
    match when {
        When::Day(day) => date::digits(day),
        other => date::when(other, Lang::De),
    }
}

/// The same of what may be unknown.
pub fn some(when_known: Option<When>) -> String {
    when_known.map(when).unwrap_or_default()
}

/// Of a deadline.
pub fn deadline(deadline: &Deadline) -> Texts {
    vec![
        (Field::Day, date::digits(deadline.day)),
        (Field::AnnouncedOn, date::digits(deadline.announced_on)),
        (Field::Reason, deadline.reason.clone().unwrap_or_default()),
        (Field::Source, deadline.source.name.clone()),
    ]
}

/// Of an outcome.
pub fn outcome(outcome: &Outcome) -> Texts {
    vec![
        (Field::Kind, word(&outcome.kind)),
        (Field::When, when(outcome.when)),
        (Field::Note, outcome.note.clone().unwrap_or_default()),
        (Field::Source, outcome.source.name.clone()),
    ]
}

/// Of a phase.
pub fn phase(phase: &Phase) -> Texts {
    vec![
        (Field::Kind, word(&phase.kind)),
        (Field::PlannedStart, some(phase.planned.start)),
        (Field::PlannedEnd, some(phase.planned.end)),
        (Field::ActualStart, some(phase.actual.start)),
        (Field::ActualEnd, some(phase.actual.end)),
        (Field::Source, phase.source.name.clone()),
    ]
}

fn reach(areas: usize) -> String {
    word(if areas == 1 { &Reach::Area } else { &Reach::Campaign })
}

/// Of a base.
pub fn base(base: &Base) -> Texts {
    vec![
        (Field::Count, super::number::count(base.count, Lang::De)),
        (Field::AsOf, some(base.as_of)),
        (Field::EstimatedBy, base.estimated_by.clone().unwrap_or_default()),
        (Field::Source, base.source.name.clone()),
    ]
}

/// Of a reading.
pub fn reading(id: ReadingId, reading: &Reading) -> Texts {
    vec![
        (Field::Reading, id.0.to_string()),
        (Field::Value, entry_words::value(reading.value())),
        (Field::Stage, word(&reading.stage)),
        (Field::Day, date::digits(reading.as_of)),
        (Field::Note, reading.note.clone().unwrap_or_default()),
        (Field::Source, reading.source.name.clone()),
    ]
}

/// Of the record that an entry of the change log tells of; `None` where it tells of none.
pub fn of_json(kind: EditKind, json: &str, rollout: &Rollout) -> Option<Texts> {
    fn read<T: DeserializeOwned>(json: &str) -> Option<T> {
        serde_json::from_str(json).ok()
    }
    Some(match kind {
        EditKind::Deadline => deadline(&read(json)?),
        EditKind::Outcome => outcome(&read(json)?),
        EditKind::Phase => phase(&read(json)?),
        EditKind::Measure => {
            let told: Measure = read(json)?;
            agreement_forms::measure_texts(&told, reach(told.areas.len()), rollout)
        }
        EditKind::Agreement => {
            let told: Agreement = read(json)?;
            agreement_forms::agreement_texts(&told, reach(told.areas.len()), rollout)
        }
        EditKind::Base => base(&read(json)?),
        EditKind::Correction => {
            let told: Record = read(json)?;
            reading(told.id, &told.reading)
        }
        // Its two versions are compared where remarks are.
        EditKind::RemarkAnswer => return None,
        EditKind::Decision
        | EditKind::Progress
        | EditKind::Profile
        | EditKind::Round
        | EditKind::Withdrawal
        | EditKind::Application
        | EditKind::Leg
        | EditKind::Milestone
        | EditKind::FundingDeadline
        | EditKind::FundingDocument
        | EditKind::Facility
        | EditKind::Line
        | EditKind::Step => fact_words::texts(&fact_words::read(kind.what(), json)?, rollout),
    })
}

/// Of a form that was not chosen and stands in the log as it was typed.
pub fn form(json: &str) -> Option<EditForm> {
    serde_json::from_str(json).ok()
}
