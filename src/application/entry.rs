//! The weekly sheet is handed out, filled in and stored: all rows in one transaction, or none.

use std::collections::HashSet;

use jiff::Timestamp;
use thiserror::Error;

use super::{
    actor::{Actor, Forbidden},
    clock::Clock,
    readings::record,
    submission,
};
use crate::domain::{
    account::Scope,
    area::{Area, Slug},
    calendar::BERLIN,
    campaign::Campaign,
    change::Change,
    entry::{Choice, EnteredRow, Entry, LONGEST_KEY, Rival, Saved, text_problem},
    finding::{self, Finding, Typed, findings},
    ids::{AreaId, ReadingId},
    reading::{Correction, Reading, Record, as_known_on},
    rollout::Rollout,
    sheet::{Held, Sheet, Terms},
    source::Source,
};
use crate::storage::{self, Connection, StorageError, Store, change_log};

/// Why nothing was stored.
#[derive(Debug, Error)]
pub enum EntryError {
    /// The actor may not do this.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// There is no such area in a campaign.
    #[error("no such area in a campaign: {0}")]
    Unknown(Slug),
    /// The submission has no name or too long a one, an area stands there twice, or no number fits a value.
    #[error("the submission is malformed")]
    Malformed,
    /// Rows that break a rule or lack a reason, with what is the matter.
    #[error("{} rows are wrong", .0.len())]
    Wrong(Vec<(Slug, Finding)>),
    /// Someone else has saved these areas meanwhile.
    #[error("{} areas were saved meanwhile", .0.len())]
    Conflict(Vec<Rival>),
    /// The database.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

/// Hands out the sheet.
///
/// # Errors
/// For who may not edit, or when the database does not answer.
pub async fn sheet(store: &Store, actor: &Actor, clock: &Clock) -> Result<Sheet, EntryError> {
    let scope = actor.editing()?;
    let today = clock.today();
    let mut transaction = store.read().await?;
    let seen = change_log::newest_of_readings(&mut transaction).await?;
    let rollout = storage::rollout::load_for_readings(&mut transaction, None).await?.known_on(today);
    Ok(rollout.sheet(today, scope, |area| seen.get(area.as_str()).copied().unwrap_or_default()))
}

/// Stores a filled-in sheet: all rows or none. Sent twice under one key, it is stored once.
///
/// # Errors
/// What is wrong, or what someone else saved meanwhile; nothing is stored then.
pub async fn enter(store: &Store, actor: &Actor, entry: &Entry, clock: &Clock) -> Result<Saved, EntryError> {
    let scope = actor.editing()?;
    well_formed(entry)?;
    let mut transaction = store.write().await?;
    if let Some(saved) = submission::answered(&mut transaction, actor, &entry.key).await? {
        return Ok(saved);
    }
    let slugs: Vec<&Slug> = entry.rows.iter().map(|row| &row.area).collect();
    let rollout = storage::rollout::load_for_readings(&mut transaction, Some(&slugs)).await?;
    let rollout = rollout.with_campaigns_known_on(clock.today());
    let intake = Intake { rollout: &rollout, scope, clock };
    let places = entry.rows.iter().map(|row| intake.place(row)).collect::<Result<Vec<_>, _>>()?;
    let rivals = rivals(&mut transaction, entry, clock).await?;
    if !rivals.is_empty() {
        return Err(EntryError::Conflict(rivals));
    }
    let mut taken = Taken::default();
    for (row, place) in entry.rows.iter().zip(places) {
        intake.take(row, place, &mut taken)?;
    }
    if !taken.wrong.is_empty() {
        return Err(EntryError::Wrong(taken.wrong));
    }
    for (row, choice) in chosen(entry) {
        log_choice(&mut transaction, actor, row, choice, clock.now()).await?;
    }
    for one in &taken.records {
        record(&mut transaction, actor, &rollout, one, clock.now()).await?;
    }
    let saved = Saved {
        added: u32::try_from(taken.records.len()).unwrap_or(u32::MAX),
        unchanged: taken.unchanged,
        change: change_log::newest(&mut transaction).await?,
    };
    submission::keep(&mut transaction, actor, &entry.key, &saved, clock.now()).await?;
    transaction.commit().await.map_err(StorageError::from)?;
    Ok(saved)
}

/// What the screen never sends: caught here so that nothing else has to be ready for it.
fn well_formed(entry: &Entry) -> Result<(), EntryError> {
    let areas: HashSet<&str> = entry.rows.iter().map(|row| row.area.as_str()).collect();
    let has_name = (1..=LONGEST_KEY).contains(&entry.key.len());
    if has_name && areas.len() == entry.rows.len() { Ok(()) } else { Err(EntryError::Malformed) }
}

fn json<T: serde::Serialize>(value: &T) -> Result<String, StorageError> {
    serde_json::to_string(value).map_err(|error| StorageError::Stored { what: "entry", value: error.to_string() })
}

/// What others saved of these areas after this person had looked.
async fn rivals(connection: &mut Connection, entry: &Entry, clock: &Clock) -> Result<Vec<Rival>, StorageError> {
    let mut rivals = Vec::new();
    for row in &entry.rows {
        let newest = change_log::newest_reading_of(connection, &row.area).await?;
        let Some((seen, change)) = newest.filter(|(number, _)| *number > row.seen) else { continue };
        let told = change.new.as_deref().unwrap_or_default();
        let record: Record = serde_json::from_str(told)
            .map_err(|error| StorageError::Stored { what: "change_log", value: error.to_string() })?;
        rivals.push(Rival {
            area: row.area.clone(),
            held: Held::from(&record.reading),
            source: record.reading.source.name,
            who: change.who,
            at: time(change.at, clock),
            seen,
        });
    }
    Ok(rivals)
}

/// The time of day in Berlin, with the day where it is not today's: "08:38", "10.11. 08:38".
fn time(at: Timestamp, clock: &Clock) -> String {
    let berlin = |at: Timestamp| at.to_zoned(BERLIN.clone());
    let (then, now) = (berlin(at), berlin(clock.now()));
    let format = if then.date() == now.date() { "%H:%M" } else { "%d.%m. %H:%M" };
    then.strftime(format).to_string()
}

fn chosen(entry: &Entry) -> impl Iterator<Item = (&EnteredRow, Choice)> {
    entry.rows.iter().filter_map(|row| Some((row, row.choice?)))
}

/// The number that was not stored stays in the log, beside which one was chosen.
async fn log_choice(
    connection: &mut Connection,
    actor: &Actor,
    row: &EnteredRow,
    choice: Choice,
    now: Timestamp,
) -> Result<(), StorageError> {
    let rival = change_log::newest_reading_of(connection, &row.area).await?.and_then(|(_, change)| change.new);
    let mine = Some(json(row)?);
    let (old, new) = match choice {
        Choice::Mine => (rival, mine),
        Choice::Theirs => (mine, rival),
    };
    let change = Change {
        who: actor.name().to_owned(),
        at: now,
        what: "choice".to_owned(),
        which: format!("{} {}", row.area, row.as_of),
        old,
        new,
        why: row.reason.clone(),
    };
    change_log::append(connection, &change).await
}

/// The reason that a row gives.
fn reason(row: &EnteredRow) -> Option<&str> {
    row.reason.as_deref().map(str::trim).filter(|reason| !reason.is_empty())
}

/// What becomes of the rows.
#[derive(Default)]
struct Taken {
    records: Vec<Record>,
    unchanged: u32,
    wrong: Vec<(Slug, Finding)>,
}

struct Intake<'a> {
    rollout: &'a Rollout,
    scope: Scope,
    clock: &'a Clock,
}

/// Where a row belongs.
type Place<'a> = (&'a Campaign, &'a Area);

impl<'a> Intake<'a> {
    /// Where a row belongs, if the actor is there for it.
    fn place(&self, row: &EnteredRow) -> Result<Place<'a>, EntryError> {
        let unknown = || EntryError::Unknown(row.area.clone());
        let area = self.rollout.areas.by_slug(row.area.as_str()).ok_or_else(unknown)?;
        if !self.scope.holds(area.id, &self.rollout.areas) {
            return Err(Forbidden.into());
        }
        Ok((self.rollout.campaign_of(area.id).ok_or_else(unknown)?, area))
    }

    fn take(&self, row: &EnteredRow, (campaign, area): Place, taken: &mut Taken) -> Result<(), EntryError> {
        if row.choice == Some(Choice::Theirs) {
            return Ok(());
        }
        if let Some(finding) = self.objection(campaign, area, row) {
            taken.wrong.push((row.area.clone(), finding));
            return Ok(());
        }
        let stored = self.stored(campaign, area.id, row);
        if stored.is_some_and(|stored| stored.reading.value() == row.value) {
            taken.unchanged += 1;
            return Ok(());
        }
        let corrects = stored
            .filter(|stored| stored.reading.is_reported())
            .map(|stored| Correction { of: stored.id, reason: reason(row).unwrap_or_default().to_owned() });
        taken.records.push(Record {
            id: ReadingId(0),
            campaign: campaign.id,
            area: area.id,
            recorded_at: self.clock.recording_instant(),
            corrects,
            reading: self.reading(campaign, area, row).ok_or(EntryError::Malformed)?,
        });
        Ok(())
    }

    /// The record of the same area, day and stage that holds; a reported one before "not reported".
    fn stored(&self, campaign: &Campaign, area: AreaId, row: &EnteredRow) -> Option<&Record> {
        let same = |record: &&&Record| {
            record.campaign == campaign.id
                && record.area == area
                && (record.reading.as_of, record.reading.stage) == (row.as_of, row.stage)
        };
        let holding = as_known_on(&self.rollout.readings, Timestamp::MAX);
        holding.iter().filter(same).max_by_key(|record| (record.reading.is_reported(), record.id)).copied()
    }

    /// What keeps the row from being stored: an error, or a missing reason.
    fn objection(&self, campaign: &Campaign, area: &Area, row: &EnteredRow) -> Option<Finding> {
        if let Some(problem) = text_problem(&row.source, reason(row).unwrap_or_default()) {
            return Some(Finding::Wrong(problem));
        }
        let typed = Typed { as_of: row.as_of, stage: row.stage, value: row.value };
        let sheet = self.rollout.sheet_row(campaign, area, row.seen);
        let found = findings(&Terms::from(campaign), &sheet, typed, self.clock.today());
        finding::objection(&found, reason(row).is_some()).cloned()
    }

    fn reading(&self, campaign: &Campaign, area: &Area, row: &EnteredRow) -> Option<Reading> {
        let base = self.rollout.base_of(area.id, campaign.unit).cloned();
        let source = Source { name: row.source.trim().to_owned(), published_on: None };
        let mut reading = Reading::new(row.as_of, row.stage, row.value, base, source).ok()?;
        reading.note = reason(row).map(str::to_owned);
        Some(reading)
    }
}
