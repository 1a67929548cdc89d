//! What happened and what comes: all dated records of a rollout in one order.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    agreement::{Agreement, AgreementKind},
    build_progress::{BuildFigures, BuildProgress},
    campaign::Unit,
    decision::Decision,
    event::Event,
    facility::plan::StepState,
    funding::{MilestoneKind, Part},
    ids::AreaId,
    measure::{Measure, MeasureKind},
    outcome::{Outcome, OutcomeKind},
    phase::PhaseKind,
    source::Source,
    when::When,
};

/// A strand (Strang) of the rollout.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Strand {
    /// Vermarktung: contracts of households.
    Marketing,
    /// Gewerbe: commercial areas.
    Commercial,
    /// Bau.
    Build,
    /// Vereinbarung.
    Agreement,
    /// Maßnahme.
    Measure,
    /// Beschluss.
    Decision,
    /// Förderung.
    Funding,
    /// Einrichtungen: schools, Kitas, town buildings.
    Facilities,
}

impl Strand {
    /// All strands in the order in which they are offered.
    pub const ALL: [Self; 8] = [
        Self::Marketing,
        Self::Commercial,
        Self::Build,
        Self::Agreement,
        Self::Measure,
        Self::Decision,
        Self::Funding,
        Self::Facilities,
    ];
}

/// One entry of the timeline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// When it happened or will happen.
    pub when: When,
    /// What it is.
    pub what: Happening,
    /// Which areas it is about; the whole town when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub areas: Vec<AreaId>,
    /// To which strands it belongs, its own kind first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub strands: Vec<Strand>,
    /// Who says so.
    pub source: Source,
    /// Since when it could be known, where that is recorded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known_on: Option<Date>,
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
    /// An agreement ends.
    AgreementEnds {
        /// What kind.
        kind: AgreementKind,
        /// With whom.
        partner: String,
    },
    /// A further round of a campaign opened.
    RoundOpened {
        /// Which: 2 for the second.
        number: u32,
        /// The campaign's name.
        campaign: String,
        /// A remark.
        note: Option<String>,
    },
    /// The deadline of a further round.
    RoundDeadline {
        /// Which.
        number: u32,
    },
    /// A phase of the build began or ended.
    Phase {
        /// Which phase.
        kind: PhaseKind,
        /// What its campaign counts.
        unit: Unit,
        /// Whether it ended; else it began.
        ended: bool,
    },
    /// A phase of the build is planned to begin or to end.
    Planned {
        /// Which phase.
        kind: PhaseKind,
        /// What its campaign counts.
        unit: Unit,
        /// Whether its end is planned; else its beginning.
        end: bool,
    },
    /// A milestone of an application for funding.
    Milestone {
        /// What the application is called.
        application: String,
        /// Which milestone.
        kind: MilestoneKind,
        /// Of which leg; of the whole application where empty.
        part: Option<Part>,
        /// Whether it was refused.
        refused: bool,
        /// Whether it is only planned.
        planned: bool,
    },
    /// The build was counted.
    Counted {
        /// What was counted.
        unit: Unit,
        /// How many.
        figures: BuildFigures,
    },
    /// The line of a school or another facility reached a state of its plan.
    Line {
        /// What the facility is called.
        facility: String,
        /// Which state.
        state: StepState,
    },
    /// A dated fact: its own sentence.
    Fact {
        /// The sentence.
        text: String,
    },
}

impl Entry {
    /// An entry of one strand about these areas; about the whole town where there are none.
    pub fn new(when: When, what: Happening, strand: Strand, areas: Vec<AreaId>, source: Source) -> Self {
        Self { when, what, areas, strands: vec![strand], source, known_on: None }
    }

    /// The same, known since this day.
    #[must_use]
    pub fn known(self, day: Date) -> Self {
        Self { known_on: Some(day), ..self }
    }

    /// The day of its newest news: on which it happened, or became known where that was later.
    ///
    /// An evening of 7 September that was noted on the 20th is news of the 20th; a decision of 15 May that was announced on the
    /// 2nd is news of the 15th.
    pub fn news_of(&self) -> Date {
        let happened = self.when.first_day();
        self.known_on.map_or(happened, |known| known.max(happened))
    }

    /// The same, belonging to one more strand.
    #[must_use]
    pub fn also(mut self, strand: Strand) -> Self {
        if !self.strands.contains(&strand) {
            self.strands.push(strand);
        }
        self
    }

    /// Whether it is still to come on this day. A plan is, until the last day that it can mean.
    pub fn is_ahead(&self, today: Date) -> bool {
        match self.what {
            Happening::Planned { .. } | Happening::Milestone { planned: true, .. } => self.when.last_day() >= today,
            _ => self.when.first_day() > today,
        }
    }

    /// Whether it concerns this area.
    pub fn concerns(&self, area: AreaId) -> bool {
        self.areas.is_empty() || self.areas.contains(&area)
    }
}

/// Which entries are asked for. Nothing named means no restriction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Filter {
    /// Those that concern this area; what concerns the whole town is among them.
    pub area: Option<AreaId>,
    /// Those of this strand.
    pub strand: Option<Strand>,
}

impl Filter {
    /// Whether an entry is asked for.
    pub fn takes(&self, entry: &Entry) -> bool {
        self.area.is_none_or(|area| entry.concerns(area))
            && self.strand.is_none_or(|strand| entry.strands.contains(&strand))
    }
}

/// What happened, newest first, and what comes, next first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parted {
    /// Was geschah.
    pub past: Vec<Entry>,
    /// Was kommt.
    pub ahead: Vec<Entry>,
}

/// The entries that a filter takes, parted by this day.
pub fn parted(entries: Vec<Entry>, filter: Filter, today: Date) -> Parted {
    let taken = sorted(entries).into_iter().filter(|entry| filter.takes(entry));
    let (ahead, mut past): (Vec<Entry>, Vec<Entry>) = taken.partition(|entry| entry.is_ahead(today));
    past.reverse();
    Parted { past, ahead }
}

/// What is ahead, and of the past the newest so many. The order stays.
pub fn newest(mut entries: Vec<Entry>, past: usize, today: Date) -> Vec<Entry> {
    let mut older = entries.iter().filter(|entry| !entry.is_ahead(today)).count().saturating_sub(past);
    entries.retain(|entry| {
        let dropped = older > 0 && !entry.is_ahead(today);
        older -= usize::from(dropped);
        !dropped
    });
    entries
}

/// The entries in the order of their dates.
pub fn sorted(mut entries: Vec<Entry>) -> Vec<Entry> {
    // What is only known by its year stands after the days of that year.
    entries.sort_by_key(|entry| (entry.when.last_day(), entry.when.first_day()));
    entries
}

impl From<Decision> for Entry {
    fn from(decision: Decision) -> Self {
        let Decision { day, body, text, areas, source, .. } = decision;
        Self::new(When::Day(day), Happening::Decided { body, text }, Strand::Decision, areas, source)
    }
}

impl From<Outcome> for Entry {
    fn from(outcome: Outcome) -> Self {
        let Outcome { kind, when, note, source, area, known_on, .. } = outcome;
        let areas = area.into_iter().collect();
        Self::new(when, Happening::CameOut { kind, note }, Strand::Marketing, areas, source).known(known_on)
    }
}

impl From<Measure> for Entry {
    fn from(measure: Measure) -> Self {
        let Measure { kind, when, note, areas, source, known_on, .. } = measure;
        Self::new(when, Happening::Measure { kind, note }, Strand::Measure, areas, source).known(known_on)
    }
}

impl From<Event> for Entry {
    fn from(event: Event) -> Self {
        let Event { when, text, areas, strand, source, known_on } = event;
        let strand = strand.unwrap_or(Strand::Marketing);
        Self::new(when, Happening::Fact { text }, strand, areas, source).known(known_on)
    }
}

impl From<(AreaId, &BuildProgress)> for Entry {
    fn from((area, progress): (AreaId, &BuildProgress)) -> Self {
        let what = Happening::Counted { unit: progress.unit, figures: progress.figures() };
        Self::new(When::Day(progress.as_of), what, Strand::Build, vec![area], progress.source.clone())
    }
}

impl Entry {
    /// The signing of an agreement with the partner of this name.
    pub fn of_agreement(agreement: Agreement, partner: String) -> Self {
        let Agreement { kind, signed, note, areas, source, known_on, .. } = agreement;
        let what = Happening::Agreed { kind, partner, note };
        Self::new(signed, what, Strand::Agreement, areas, source).known(known_on)
    }
}
