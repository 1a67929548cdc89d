//! What happened and what comes: all dated records of a rollout in one order.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    agreement::{Agreement, AgreementKind},
    decision::Decision,
    event::Event,
    measure::{Measure, MeasureKind},
    outcome::{Outcome, OutcomeKind},
    source::Source,
    when::When,
};

/// One entry of the timeline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// When it happened or will happen.
    pub when: When,
    /// What it is.
    pub what: Happening,
    /// Who says so.
    pub source: Source,
}

/// What an entry tells. The words are made in `presentation`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Happening {
    /// A body of the town decided.
    Decided {
        /// Who decided.
        body: String,
        /// What, as a predicate.
        text: String,
    },
    /// An agreement was signed.
    Agreed {
        /// What kind.
        kind: AgreementKind,
        /// With whom.
        partner: String,
        /// What it says.
        note: Option<String>,
    },
    /// A campaign opened.
    Opened {
        /// Its name.
        campaign: String,
        /// Its operator.
        operator: String,
    },
    /// The deadline that holds.
    Deadline {
        /// Days that were announced before and hold no longer.
        earlier: Vec<Date>,
        /// Why it was set or moved.
        reason: Option<String>,
    },
    /// An outcome was recorded.
    CameOut {
        /// What came out.
        kind: OutcomeKind,
        /// A remark.
        note: Option<String>,
    },
    /// A measure took place.
    Measure {
        /// What kind.
        kind: MeasureKind,
        /// A remark.
        note: Option<String>,
    },
    /// A dated fact: its own sentence.
    Fact {
        /// The sentence.
        text: String,
    },
}

impl Entry {
    /// Whether it is still to come on this day.
    pub fn is_ahead(&self, today: Date) -> bool {
        self.when.first_day() > today
    }
}

/// The entries in the order of their dates.
pub fn sorted(mut entries: Vec<Entry>) -> Vec<Entry> {
    // What is only known by its year stands after the days of that year.
    entries.sort_by_key(|entry| (entry.when.last_day(), entry.when.first_day()));
    entries
}

impl From<Decision> for Entry {
    fn from(decision: Decision) -> Self {
        let Decision { day, body, text, document: _, source } = decision;
        Self { when: When::Day(day), what: Happening::Decided { body, text }, source }
    }
}

impl From<Outcome> for Entry {
    fn from(outcome: Outcome) -> Self {
        let Outcome { kind, when, note, source, .. } = outcome;
        Self { when, what: Happening::CameOut { kind, note }, source }
    }
}

impl From<Measure> for Entry {
    fn from(measure: Measure) -> Self {
        let Measure { kind, when, note, source, .. } = measure;
        Self { when, what: Happening::Measure { kind, note }, source }
    }
}

impl From<Event> for Entry {
    fn from(event: Event) -> Self {
        Self { when: event.when, what: Happening::Fact { text: event.text }, source: event.source }
    }
}

impl Entry {
    /// The signing of an agreement with the partner of this name.
    pub fn of_agreement(agreement: Agreement, partner: String) -> Self {
        let Agreement { kind, signed, note, source, .. } = agreement;
        Self { when: signed, what: Happening::Agreed { kind, partner, note }, source }
    }
}
