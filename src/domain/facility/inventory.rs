//! All facilities as their records tell: what holds of each, in which order they are shown, how they are counted.

use std::cmp::Reverse;

use jiff::civil::Date;

use super::{
    Details, FacilityKind,
    line::Line,
    need::{Need, Sufficiency, ToTarget, Unjudged, balance_kbits, need, sufficiency},
    plan::{Step, StepState, Strand},
};
use crate::domain::{area::Slug, source::Source};

/// A record with the day since when it could be known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated<T> {
    /// Since when it could be known.
    pub known_on: Date,
    /// What was recorded.
    pub record: T,
}

/// One facility: what holds now, and all that was recorded before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facility {
    /// Its name in addresses; it stays when the name changes.
    pub slug: Slug,
    /// What holds of the facility itself: the newest record.
    pub details: Details,
    /// Who says what the public learns of it: the source of the record that last changed its name, kind, types, area,
    /// position or whether it is in use. A later edit to what is not public brings its own source into the details alone.
    pub public_source: Source,
    /// All its lines, oldest record first.
    pub lines: Vec<Dated<Line>>,
    /// All records of its plan, oldest first.
    pub steps: Vec<Dated<Step>>,
}

impl Facility {
    /// A facility of which only this is recorded.
    pub fn new(slug: Slug, details: Details) -> Self {
        Self { slug, public_source: details.source.clone(), details, lines: Vec::new(), steps: Vec::new() }
    }

    /// A later record of the facility itself.
    pub fn correct(&mut self, details: Details) {
        if !details.tells_public_the_same(&self.details) {
            self.public_source = details.source.clone();
        }
        self.details = details;
    }

    /// The line that holds: the one measured last, of two of one day the later record. What a contract states takes no
    /// measurement's place; without any, what was stated last holds.
    pub fn line(&self) -> Option<&Line> {
        let measured = self.lines.iter().filter(|dated| dated.record.is_measured());
        let measured = measured.max_by_key(|dated| dated.record.measured_on);
        measured.or_else(|| self.lines.iter().max_by_key(|dated| dated.known_on)).map(|dated| &dated.record)
    }

    /// The newest record of one strand of the plan.
    pub fn step(&self, strand: Strand) -> Option<&Step> {
        self.steps.iter().rev().map(|dated| &dated.record).find(|step| step.strand == strand)
    }

    /// All records of one strand, oldest first.
    pub fn steps_of(&self, strand: Strand) -> impl Iterator<Item = &Dated<Step>> {
        self.steps.iter().filter(move |dated| dated.record.strand == strand)
    }

    /// The state of one strand, where anything is recorded.
    pub fn state(&self, strand: Strand) -> Option<StepState> {
        self.step(strand).map(|step| step.state)
    }

    /// What it needs.
    pub fn need(&self) -> Need {
        match (self.details.kind, self.details.classes) {
            (FacilityKind::School, Some(classes)) => Need::Known(need(classes)),
            (FacilityKind::School, None) => Need::NoClasses,
            _ => Need::Undefined,
        }
    }

    /// How far its line suffices.
    ///
    /// # Errors
    /// Why nothing can be said.
    pub fn sufficiency(&self) -> Result<Sufficiency, Unjudged> {
        sufficiency(self.need(), self.line())
    }

    /// What its line has beyond the need, in kbit/s; below 0 is what is missing.
    pub fn balance_kbits(&self) -> Option<i64> {
        balance_kbits(self.need(), self.line())
    }

    /// What is missing to the city's target.
    pub fn to_target(&self) -> ToTarget {
        ToTarget::of(self.line())
    }

    /// The strands whose next state is overdue on this day, with the record that planned it. What was planned for a
    /// month or a year is overdue once that is over.
    pub fn overdue(&self, today: Date) -> impl Iterator<Item = &Step> {
        let steps = Strand::ALL.into_iter().filter_map(|strand| self.step(strand));
        steps.filter(move |step| step.next_planned.is_some_and(|next| next.last_day() < today))
    }
}

/// The facilities with the largest gap between need and line first. Where no need is known, what is missing to the
/// city's target decides, behind all those with a need; where no line is known either, the name does, at the very end.
pub fn by_gap(facilities: &mut [&Facility]) {
    facilities.sort_by_cached_key(|facility| {
        let missing = facility.balance_kbits().map(|balance| -balance);
        let to_target = facility.to_target();
        let missing_down = to_target.down.map(|speed| speed.kbits());
        let missing_up = to_target.up.map(|speed| speed.kbits());
        (
            missing.is_none(),
            Reverse(missing),
            missing_down.is_none(),
            Reverse(missing_down),
            Reverse(missing_up),
            crate::domain::name::key(&facility.details.name),
        )
    });
}

/// What a list of facilities is narrowed to. An empty selection is all of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Of one kind.
    pub kind: Option<FacilityKind>,
    /// In one area; `Some(None)` is those whose area is not known.
    pub area: Option<Option<crate::domain::ids::AreaId>>,
    /// With the line in one state; `Some(None)` is those of which nothing is recorded.
    pub state: Option<Option<StepState>>,
    /// By what is known of their gap.
    pub gap: Option<GapClass>,
}

/// How a facility's line compares, as lists are narrowed to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GapClass {
    /// Less than a school needs.
    BelowNeed,
    /// At least what a school needs, or no need is defined, and the city's target is not reached.
    BelowTarget,
    /// The city's target is reached.
    Target,
    /// Not known: no line, no downstream, or a school without its number of classes.
    Unknown,
}

impl GapClass {
    /// All of them, worst first.
    pub const ALL: [Self; 4] = [Self::BelowNeed, Self::BelowTarget, Self::Target, Self::Unknown];

    /// That of one facility.
    pub fn of(facility: &Facility) -> Self {
        match facility.sufficiency() {
            Ok(Sufficiency::BelowNeed) => Self::BelowNeed,
            Ok(Sufficiency::SymmetricGigabit) => Self::Target,
            Ok(Sufficiency::MeetsNeed | Sufficiency::Gigabit) | Err(Unjudged::NoNeed) => Self::BelowTarget,
            Err(Unjudged::NoLine | Unjudged::NoSpeed | Unjudged::NoClasses) => Self::Unknown,
        }
    }
}

impl Selection {
    /// Whether a facility is among those selected.
    pub fn holds(&self, facility: &Facility) -> bool {
        self.kind.is_none_or(|kind| facility.details.kind == kind)
            && self.area.is_none_or(|area| facility.details.area == area)
            && self.state.is_none_or(|state| facility.state(Strand::Line) == state)
            && self.gap.is_none_or(|gap| GapClass::of(facility) == gap)
    }
}

/// "x von y", with those of which nothing is known beside it. Unknown is neither x nor taken out of sight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counter {
    /// Those for which it is so.
    pub so: u32,
    /// Those of which it is known.
    pub of: u32,
    /// Those of which it is not known; not among `of`.
    pub unknown: u32,
}

impl Counter {
    /// Counts answers: `None` is unknown.
    fn of(answers: impl Iterator<Item = Option<bool>>) -> Self {
        answers.fold(Self::default(), |counter, answer| match answer {
            Some(so) => Self { so: counter.so + u32::from(so), of: counter.of + 1, ..counter },
            None => Self { unknown: counter.unknown + 1, ..counter },
        })
    }

    /// All that were looked at.
    pub const fn in_all(self) -> u32 {
        self.of + self.unknown
    }
}

/// The counters of a list of facilities. Closed and withdrawn ones are left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counters {
    /// Facilities whose line is active, out of those with any record of their line's state.
    pub active: Counter,
    /// Schools whose measured line meets the need, out of those with a measured line and a number of classes.
    pub need_met: Counter,
    /// Facilities with a gigabit in both directions, out of those with a known line.
    pub target_reached: Counter,
}

impl Counters {
    /// Counts.
    pub fn of<'a>(facilities: impl IntoIterator<Item = &'a Facility>) -> Self {
        let counted: Vec<&Facility> = facilities.into_iter().filter(|facility| facility.details.in_use()).collect();
        let schools = counted.iter().filter(|facility| facility.details.kind == FacilityKind::School);
        Self {
            active: Counter::of(
                counted.iter().map(|facility| Some(facility.state(Strand::Line)? == StepState::Active)),
            ),
            need_met: Counter::of(schools.map(|school| {
                school.line().filter(|line| line.is_measured())?;
                Some(school.sufficiency().ok()? > Sufficiency::BelowNeed)
            })),
            target_reached: Counter::of(counted.iter().map(|facility| {
                facility.line()?.down?;
                Some(facility.to_target().is_reached())
            })),
        }
    }
}
