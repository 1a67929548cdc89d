//! Build progress (Ausbaustand): how many houses or households a cable passes, is prepared to, is connected to, is used in.
//!
//! Each step lies within the one before it. The words are those of the industry (homes passed, prepared, connected,
//! activated); as every source draws the lines a little differently, each figure carries the definition of its source.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{campaign::Unit, source::Source};

/// One step of a build, from the outside in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BuildStep {
    /// Vorbeigeführt: the cable lies in the street.
    Passed,
    /// Vorbereitet: an empty tube leads to the building.
    Prepared,
    /// Angeschlossen: the fibre ends in the building.
    Connected,
    /// Aktiv: a contract runs over it.
    Activated,
}

impl BuildStep {
    /// All steps, the widest first.
    pub const ALL: [Self; 4] = [Self::Passed, Self::Prepared, Self::Connected, Self::Activated];
}

/// What one source says of one area's build on one day. Built only through [`BuildProgress::new`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "BuildFields")]
pub struct BuildProgress {
    /// The day for which it holds.
    pub as_of: Date,
    /// What is counted.
    pub unit: Unit,
    figures: BuildFigures,
    /// How the source defines its words, as it writes them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub definition: Option<String>,
    /// Who says so.
    pub source: Source,
}

/// The figures of one record. Each may be missing: no figure is not zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BuildFigures {
    /// All buildings (households …) of the area.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<u32>,
    /// Those that a cable passes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passed: Option<u32>,
    /// Those that a tube leads to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prepared: Option<u32>,
    /// Those in which the fibre ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub connected: Option<u32>,
    /// Those with a contract that runs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub activated: Option<u32>,
}

#[derive(Deserialize)]
struct BuildFields {
    as_of: Date,
    unit: Unit,
    figures: BuildFigures,
    #[serde(default)]
    definition: Option<String>,
    source: Source,
}

impl TryFrom<BuildFields> for BuildProgress {
    type Error = BuildProgressError;
    fn try_from(fields: BuildFields) -> Result<Self, BuildProgressError> {
        let BuildFields { as_of, unit, figures, definition, source } = fields;
        Ok(Self { definition, ..Self::new(as_of, unit, figures, source)? })
    }
}

/// Figures that contradict each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BuildProgressError {
    /// None of the four steps has a figure.
    #[error("none of the four figures is there")]
    Empty,
    /// A base of nothing.
    #[error("a base of 0 has no progress")]
    NoBase,
    /// A step reaches more than there is.
    #[error("{count} {step:?} are more than the base of {base}")]
    MoreThanBase {
        /// Which step.
        step: BuildStep,
        /// Its figure.
        count: u32,
        /// The base.
        base: u32,
    },
    /// A later step reaches more than one before it.
    #[error("{inner_count} {inner:?} are more than {outer_count} {outer:?}")]
    NotWithin {
        /// The later step.
        inner: BuildStep,
        /// Its figure.
        inner_count: u32,
        /// The step that it must lie within.
        outer: BuildStep,
        /// Its figure.
        outer_count: u32,
    },
}

impl BuildFigures {
    /// The figure of a step.
    pub const fn of(&self, step: BuildStep) -> Option<u32> {
        match step {
            BuildStep::Passed => self.passed,
            BuildStep::Prepared => self.prepared,
            BuildStep::Connected => self.connected,
            BuildStep::Activated => self.activated,
        }
    }

    /// These figures, if they can be: none above the base, and each within those before it. A missing figure is
    /// skipped, so that "angeschlossen" is held against "vorbeigeführt" where "vorbereitet" is not known.
    ///
    /// # Errors
    /// The first contradiction, from the outside in.
    pub fn checked(self) -> Result<Self, BuildProgressError> {
        if self.base == Some(0) {
            return Err(BuildProgressError::NoBase);
        }
        let mut outer: Option<(BuildStep, u32)> = None;
        for step in BuildStep::ALL {
            let Some(count) = self.of(step) else { continue };
            if let Some(base) = self.base.filter(|base| count > *base) {
                return Err(BuildProgressError::MoreThanBase { step, count, base });
            }
            if let Some((outer, outer_count)) = outer.filter(|(_, outer)| count > *outer) {
                return Err(BuildProgressError::NotWithin { inner: step, inner_count: count, outer, outer_count });
            }
            outer = Some((step, count));
        }
        if outer.is_some() { Ok(self) } else { Err(BuildProgressError::Empty) }
    }
}

impl BuildProgress {
    /// A record that keeps the rules.
    ///
    /// ```
    /// use faserstand_lib::domain::{
    ///     build_progress::{BuildFigures, BuildProgress},
    ///     campaign::Unit,
    ///     source::Source,
    /// };
    /// use jiff::civil::date;
    /// let source = || Source { name: "Baubericht".to_owned(), published_on: None };
    /// let of = |connected| BuildFigures { base: Some(120), passed: Some(80), connected: Some(connected), ..Default::default() };
    /// assert!(BuildProgress::new(date(2024, 6, 30), Unit::Buildings, of(80), source()).is_ok());
    /// assert!(BuildProgress::new(date(2024, 6, 30), Unit::Buildings, of(81), source()).is_err());
    /// ```
    ///
    /// # Errors
    /// Figures that contradict each other, or none at all.
    pub fn new(as_of: Date, unit: Unit, figures: BuildFigures, source: Source) -> Result<Self, BuildProgressError> {
        Ok(Self { as_of, unit, figures: figures.checked()?, definition: None, source })
    }

    /// The figures, which keep the rules.
    pub const fn figures(&self) -> BuildFigures {
        self.figures
    }

    /// Whether every building (household …) is connected. Only with a base that is known.
    pub fn is_complete(&self) -> bool {
        self.figures.base.is_some() && self.figures.connected == self.figures.base
    }

    /// Whether any is connected already; `None` where that is not said.
    pub fn has_begun(&self) -> Option<bool> {
        BuildStep::ALL.into_iter().filter_map(|step| self.figures.of(step)).max().map(|most| most > 0)
    }
}

/// The record that holds: the newest by its day; of two about one day the one recorded last. `records` are in the
/// order in which they were recorded.
pub fn current<'a>(records: impl IntoIterator<Item = &'a BuildProgress>) -> Option<&'a BuildProgress> {
    records.into_iter().max_by_key(|record| record.as_of)
}

/// The newest figure of each step with the record that gives it: where the newest record leaves one out, an older one
/// stands for it with its own day.
pub fn newest_figures(records: &[BuildProgress]) -> Vec<(BuildStep, u32, &BuildProgress)> {
    let newest = |step: BuildStep| {
        let record = current(records.iter().filter(|record| record.figures.of(step).is_some()))?;
        Some((step, record.figures.of(step)?, record))
    };
    BuildStep::ALL.into_iter().filter_map(newest).collect()
}
