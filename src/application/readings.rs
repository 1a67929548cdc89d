//! Readings come in: one row of a file after the other, all of them or none.

use std::collections::HashMap;

use jiff::{Timestamp, civil::Date};
use serde::Serialize;
use thiserror::Error;

use super::{actor::Actor, clock::Clock, dataset::on_shown_day};
use crate::{
    domain::{
        amount::Amount,
        area::Area,
        campaign::Campaign,
        change::Change,
        ids::{AreaId, CampaignId, ReadingId},
        import::{Column, FileProblem, Notice, Problem, RowErrors},
        name,
        reading::{Base, Correction, Reading, ReadingError, Record, Stage, Value, as_known_on},
        rollout::Rollout,
        share::Share,
        source::Source,
        take_up::TakeUpError,
    },
    exchange::readings::{FileErrors, ReadingRow, ReadingsFile, read},
    storage::{self, Connection, StorageError, Store, change_log::LogEnd},
};

/// By so many basis points a quote may differ from its count: both are rounded (0.1 points).
const QUOTE_TOLERANCE: u32 = 10;

/// What an import did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ImportReport {
    /// Readings that are new.
    pub added: u32,
    /// Readings that correct a stored one.
    pub corrected: u32,
    /// Rows that were stored already.
    pub unchanged: u32,
    /// Whether all this was only tried.
    pub dry_run: bool,
    /// What was adapted or left out.
    pub notices: Vec<Notice>,
}

/// Why nothing was taken.
#[derive(Debug, Error)]
pub enum ImportError {
    /// The file as a whole.
    #[error("the file cannot be read: {0:?}")]
    File(FileProblem),
    /// Some of its rows.
    #[error("{} rows are wrong", .0.in_all())]
    Rows(RowErrors),
    /// The database.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

/// Takes a file of readings: all rows or none. The same file twice changes nothing.
///
/// A row whose area, day and stage are stored with another value needs a reason and becomes a
/// correction: the stored reading stays in the history. In a data folder that is served as a demonstration
/// the day that it shows is today.
///
/// # Errors
/// The file's problem, or all problems of all rows; nothing is stored then.
pub async fn import(
    store: &Store,
    actor: &Actor,
    file_name: &str,
    bytes: &[u8],
    clock: Clock,
    dry_run: bool,
) -> Result<ImportReport, ImportError> {
    let (file, errors) = match read(bytes) {
        Ok(file) => (file, RowErrors::default()),
        Err(FileErrors::File(problem)) => return Err(ImportError::File(problem)),
        Err(FileErrors::Rows { errors, others }) => (*others, errors),
    };
    let mut transaction = store.write().await?;
    let rollout = storage::rollout::load(&mut transaction).await?;
    let clock = on_shown_day(&mut transaction, clock).await?;
    let mut intake = Intake::new(&rollout, &file, file_name, &clock, errors);
    for row in &file.rows {
        intake.take(row);
    }
    let Intake { records, unchanged, errors, .. } = intake;
    if !errors.is_empty() {
        return Err(ImportError::Rows(errors.by_line()));
    }
    let mut log = LogEnd::find(&mut transaction).await?;
    for taken in &records {
        record(&mut transaction, &mut log, actor, &rollout, taken, None, clock.now()).await?;
    }
    if dry_run {
        transaction.rollback().await.map_err(StorageError::from)?;
    } else {
        transaction.commit().await.map_err(StorageError::from)?;
    }
    let corrected = records.iter().filter(|taken| taken.corrects.is_some()).count();
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    Ok(ImportReport {
        added: count(records.len() - corrected),
        corrected: count(corrected),
        unchanged,
        dry_run,
        notices: file.notices,
    })
}

/// Stores one reading and its entry in the change log, with the reason of a correction, or the one given.
pub(super) async fn record(
    connection: &mut Connection,
    log: &mut LogEnd,
    actor: &Actor,
    rollout: &Rollout,
    record: &Record,
    why: Option<&str>,
    now: Timestamp,
) -> Result<ReadingId, StorageError> {
    let id = storage::reading::insert(&mut *connection, record, actor.name()).await?;
    let before = |of: ReadingId| rollout.readings.iter().find(|stored| stored.id == of);
    let old = record.corrects.as_ref().and_then(|correction| before(correction.of));
    let json = |record: &Record| {
        serde_json::to_string(record)
            .map_err(|error| StorageError::Stored { what: "reading", value: error.to_string() })
    };
    let area = rollout.areas.get(record.area).map_or_else(String::new, |area| area.slug.to_string());
    let change = Change {
        who: actor.name().to_owned(),
        at: now,
        what: "reading".to_owned(),
        which: format!("{area} {}", record.reading.as_of),
        old: old.map(json).transpose()?,
        new: Some(json(&Record { id, ..record.clone() })?),
        why: record.corrects.as_ref().map(|correction| correction.reason.clone()).or(why.map(str::to_owned)),
    };
    log.append(connection, &change).await?;
    Ok(id)
}

/// The rows of one file on their way to records.
struct Intake<'a> {
    rollout: &'a Rollout,
    file: &'a ReadingsFile,
    file_name: &'a str,
    recorded_at: Timestamp,
    today: Date,
    stored: HashMap<Key, &'a Record>,
    seen: HashMap<Key, u64>,
    records: Vec<Record>,
    unchanged: u32,
    errors: RowErrors,
}

/// One reading holds per campaign, area, day and stage.
type Key = (CampaignId, AreaId, Date, Stage);

/// What is wrong with a row, and in which column.
type Fault = (Column, Problem);

impl<'a> Intake<'a> {
    fn new(rollout: &'a Rollout, file: &'a ReadingsFile, file_name: &'a str, clock: &Clock, errors: RowErrors) -> Self {
        let key = |record: &Record| (record.campaign, record.area, record.reading.as_of, record.reading.stage);
        let holding = as_known_on(&rollout.readings, Timestamp::MAX);
        let mut stored: HashMap<Key, &Record> = HashMap::new();
        // "Not reported" needs no correction when a number comes after all.
        for record in holding.into_iter().filter(|record| record.reading.is_reported()) {
            stored.insert(key(record), record);
        }
        for record in as_known_on(&rollout.readings, Timestamp::MAX) {
            stored.entry(key(record)).or_insert(record);
        }
        Self {
            rollout,
            file,
            file_name,
            recorded_at: clock.recording_instant(),
            today: clock.today(),
            stored,
            seen: HashMap::new(),
            records: Vec::new(),
            unchanged: 0,
            errors,
        }
    }

    fn take(&mut self, row: &ReadingRow) {
        match self.record(row) {
            Ok(Some(record)) => self.records.push(record),
            Ok(None) => self.unchanged += 1,
            Err((column, problem)) => self.errors.push(self.file.error(row, column, problem)),
        }
    }

    /// The record of a row; nothing when it is stored already.
    fn record(&mut self, row: &ReadingRow) -> Result<Option<Record>, Fault> {
        let area = self.area(row)?;
        let not_in_campaign = || (Column::Area, Problem::AreaNotInCampaign { area: area.name.clone() });
        let campaign = self.rollout.campaign_of(area.id).ok_or_else(not_in_campaign)?;
        self.check_day(row, campaign)?;
        let key = (campaign.id, area.id, row.as_of, row.stage);
        // A correction is counted against the base of what it corrects: a later base rewrites nothing.
        let corrected = self.stored.get(&key).filter(|stored| stored.reading.is_reported());
        let newest = || self.rollout.base_of(area.id, campaign.unit);
        let base = corrected.and_then(|stored| stored.reading.base()).or_else(newest);
        check_quote(row, base)?;
        let reading = self.reading(row, base)?;
        if let Some(other_line) = self.seen.insert(key, row.line) {
            return Err((Column::Area, Problem::Duplicate { other_line }));
        }
        let corrects = match self.stored.get(&key) {
            Some(stored) if stored.reading.value() == reading.value() => return Ok(None),
            Some(stored) if stored.reading.is_reported() => Some(correction(row, stored, area)?),
            Some(_) | None => None,
        };
        let (campaign, area) = (campaign.id, area.id);
        Ok(Some(Record { id: ReadingId(0), campaign, area, recorded_at: self.recorded_at, corrects, reading }))
    }

    fn area(&self, row: &ReadingRow) -> Result<&'a Area, Fault> {
        let wanted = name::key(&row.area);
        let candidates = || self.rollout.areas.iter().filter(|area| area.parent.is_some());
        let mut found = candidates().filter(|area| name::key(&area.name) == wanted);
        match (found.next(), found.next()) {
            (Some(area), None) => Ok(area),
            (Some(_), Some(_)) => Err((Column::Area, Problem::AmbiguousArea { text: row.area.clone() })),
            (None, _) => {
                let likeness = |area: &&Area| (strsim::jaro_winkler(&name::key(&area.name), &wanted) * 1_000.0) as u32;
                let nearest = candidates().max_by_key(likeness).filter(|area| likeness(area) > 800);
                let suggestion = nearest.map(|area| area.name.clone());
                Err((Column::Area, Problem::UnknownArea { text: row.area.clone(), suggestion }))
            }
        }
    }

    fn check_day(&self, row: &ReadingRow, campaign: &Campaign) -> Result<(), Fault> {
        if row.as_of > self.today {
            return Err((Column::Day, Problem::FutureDay { day: row.as_of, today: self.today }));
        }
        match campaign.opened_on {
            Some(opened) if row.as_of < opened => Err((Column::Day, Problem::BeforeOpening { day: row.as_of, opened })),
            _ => Ok(()),
        }
    }

    fn reading(&self, row: &ReadingRow, base: Option<&Base>) -> Result<Reading, Fault> {
        let name = row.source.clone().unwrap_or_else(|| format!("Datei {}", self.file_name));
        let source = Source { name, published_on: None };
        let mut reading = Reading::new(row.as_of, row.stage, row.value, base.cloned(), source)
            .map_err(|error| (Column::Count, unfit(error)))?;
        reading.note.clone_from(&row.note);
        reading.sample = row.sample;
        Ok(reading)
    }
}

/// Why a row's value cannot be a reading.
pub(super) fn unfit(error: ReadingError) -> Problem {
    match error {
        ReadingError::TakeUp(TakeUpError::MoreThanBase { contracts, base }) => {
            Problem::MoreThanBase { contracts, base }
        }
        ReadingError::TakeUp(TakeUpError::NoBase) => Problem::MoreThanBase { contracts: 0, base: 0 },
        ReadingError::Range(_) => Problem::RangeReversed { text: String::new() },
    }
}

fn correction(row: &ReadingRow, stored: &Record, area: &Area) -> Result<Correction, Fault> {
    let needs_reason =
        || Problem::NeedsReason { area: area.name.clone(), day: row.as_of, stored: stored.reading.value() };
    let reason = row.reason.clone().ok_or_else(|| (Column::Reason, needs_reason()))?;
    Ok(Correction { of: stored.id, reason })
}

/// A quote beside a count must say the same, as far as both are rounded.
fn check_quote(row: &ReadingRow, base: Option<&Base>) -> Result<(), Fault> {
    let (Value::Contracts(Amount::Exact(contracts)), Some(Amount::Exact(stated)), Some(base)) =
        (row.value, row.stated_quote, base)
    else {
        return Ok(());
    };
    let counted = u64::from(contracts) * 10_000 / u64::from(base.count);
    let counted = Share::from_basis_points(u32::try_from(counted).unwrap_or(u32::MAX)).unwrap_or(Share::WHOLE);
    if counted.basis_points().abs_diff(stated.basis_points()) <= QUOTE_TOLERANCE {
        return Ok(());
    }
    Err((Column::Quote, Problem::QuoteContradictsCount { stated, contracts, base: base.count }))
}
