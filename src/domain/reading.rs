//! Readings (Meldungen): what was said of one area's contracts for one day.

use std::collections::HashSet;

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{
    amount::{Amount, RangeError},
    campaign::Unit,
    ids::{AreaId, BaseId, CampaignId, ReadingId},
    share::Share,
    source::Source,
    take_up::{Quota, TakeUp, TakeUpError},
    when::When,
};

/// How far a count has been checked. The order is the order of trust.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Gemeldet: as the operator reports it.
    Reported,
    /// Geprüft: duplicates removed.
    Checked,
    /// Netto: withdrawals taken off as well.
    Net,
}

/// The base (Haushalte …) against which contracts are counted. It belongs to the reading: a later
/// base does not rewrite history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Base {
    /// Its number.
    pub id: BaseId,
    /// So many households (companies …); at least 1.
    pub count: u32,
    /// What is counted.
    pub unit: Unit,
    /// For which date, as exactly as the source says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<When>,
    /// The formula, where the number is an estimate and no count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub estimated_by: Option<String>,
    /// Who says so.
    pub source: Source,
}

/// What was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Value {
    /// A number of contracts.
    Contracts(Amount<u32>),
    /// Only a percentage.
    Percent(Amount<Share>),
    /// Asked, and no number came. Not zero.
    NotReported,
}

impl Value {
    /// This value, if any number fits it.
    fn checked(self) -> Result<Self, RangeError> {
        Ok(match self {
            Self::Contracts(amount) => Self::Contracts(amount.checked(0)?),
            Self::Percent(amount) => Self::Percent(amount.checked(Share::NOTHING)?),
            Self::NotReported => self,
        })
    }

    /// The most contracts that it can mean, as far as it names any.
    pub fn most_contracts(self) -> u32 {
        match self {
            Self::Contracts(Amount::LessThan(limit)) => limit.saturating_sub(1),
            Self::Contracts(amount) => amount.largest(),
            Self::Percent(_) | Self::NotReported => 0,
        }
    }
}

/// One reading. Built only through [`Reading::new`], so that no reading exceeds its base.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "ReadingFields")]
pub struct Reading {
    /// The day for which it holds.
    pub as_of: Date,
    /// How far it was checked.
    pub stage: Stage,
    /// What was said.
    value: Value,
    /// Against what it is counted, where known.
    #[serde(skip_serializing_if = "Option::is_none")]
    base: Option<Base>,
    /// Who says so.
    pub source: Source,
    /// A remark for the reader.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Invented to make the screens live (Beispieldaten).
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub sample: bool,
}

#[derive(Deserialize)]
struct ReadingFields {
    as_of: Date,
    stage: Stage,
    value: Value,
    #[serde(default)]
    base: Option<Base>,
    source: Source,
    #[serde(default)]
    note: Option<String>,
    #[serde(default)]
    sample: bool,
}

impl TryFrom<ReadingFields> for Reading {
    type Error = ReadingError;
    fn try_from(fields: ReadingFields) -> Result<Self, ReadingError> {
        let ReadingFields { as_of, stage, value, base, source, note, sample } = fields;
        Ok(Self { note, sample, ..Self::new(as_of, stage, value, base, source)? })
    }
}

/// Why a reading cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ReadingError {
    /// More contracts than the base, or a base of nothing.
    #[error(transparent)]
    TakeUp(#[from] TakeUpError),
    /// An amount that no number fits.
    #[error(transparent)]
    Range(#[from] RangeError),
}

impl Reading {
    /// A reading that keeps the rules.
    ///
    /// # Errors
    /// When the largest number named is more than the base, when the base is 0, or when no number fits
    /// the value.
    pub fn new(
        as_of: Date,
        stage: Stage,
        value: Value,
        base: Option<Base>,
        source: Source,
    ) -> Result<Self, ReadingError> {
        let value = value.checked()?;
        if let Some(base) = &base {
            TakeUp::new(value.most_contracts(), base.count, base.unit)?;
        }
        Ok(Self { as_of, stage, value, base, source, note: None, sample: false })
    }

    /// What was said.
    pub fn value(&self) -> Value {
        self.value
    }

    /// Against what it is counted.
    pub fn base(&self) -> Option<&Base> {
        self.base.as_ref()
    }

    /// Whether a number came at all.
    pub fn is_reported(&self) -> bool {
        self.value != Value::NotReported
    }

    /// The quota, with the exactness of the source; `None` without a base or without a number.
    pub fn quota(&self) -> Option<Amount<Quota>> {
        match self.value {
            Value::Contracts(amount) => {
                let base = self.base.as_ref()?;
                // `new` has checked the numbers named against the base; only the bound of
                // "less than" may be one above it.
                let of = |count: u32| TakeUp::new(count.min(base.count), base.count, base.unit).ok();
                of(0)?;
                let nothing = Quota::Stated(Share::NOTHING);
                Some(amount.map(|count| of(count).map_or(nothing, Quota::Counted)))
            }
            Value::Percent(amount) => Some(amount.map(Quota::Stated)),
            Value::NotReported => None,
        }
    }

    /// The contracts, where the source counts them.
    pub fn contracts(&self) -> Option<Amount<u32>> {
        match self.value {
            Value::Contracts(amount) => Some(amount),
            Value::Percent(_) | Value::NotReported => None,
        }
    }
}

/// A correction: which record it replaces and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// The record that it replaces; it stays in the history.
    pub of: ReadingId,
    /// The reason, for the reader.
    pub reason: String,
}

/// A reading as it was recorded. Records are only ever added.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// Its number.
    pub id: ReadingId,
    /// In which campaign.
    pub campaign: CampaignId,
    /// Of which area.
    pub area: AreaId,
    /// When it was recorded: from then on it was known here.
    pub recorded_at: Timestamp,
    /// What it corrects, if anything.
    pub corrects: Option<Correction>,
    /// What was said.
    pub reading: Reading,
}

/// The records that held at this instant: nothing recorded later, nothing that had been corrected by then.
pub fn as_known_on(records: &[Record], at: Timestamp) -> Vec<&Record> {
    let known = || records.iter().filter(|record| record.recorded_at <= at);
    let corrected: HashSet<ReadingId> = known().filter_map(|record| Some(record.corrects.as_ref()?.of)).collect();
    known().filter(|record| !corrected.contains(&record.id)).collect()
}

/// The current reading: the newest by day that has a number, and within that day the best stage known.
///
/// Of equal day and stage (two sources) the one that comes last in `readings` wins.
pub fn current<'a>(readings: impl IntoIterator<Item = &'a Reading>) -> Option<&'a Reading> {
    readings.into_iter().filter(|reading| reading.is_reported()).max_by_key(|reading| (reading.as_of, reading.stage))
}

/// An older reading of a better stage than the current one: it stands beside it with its date.
pub fn better_checked<'a>(readings: impl IntoIterator<Item = &'a Reading>, current: &Reading) -> Option<&'a Reading> {
    readings
        .into_iter()
        .filter(|other| other.is_reported() && other.stage > current.stage && other.as_of < current.as_of)
        .max_by_key(|other| (other.as_of, other.stage))
}
