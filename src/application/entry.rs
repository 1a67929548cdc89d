//! The weekly sheet is handed out, filled in and stored: all rows in one transaction, or none.

use std::{
    collections::{BTreeSet, HashSet},
    sync::Arc,
};

use jiff::Timestamp;
use thiserror::Error;

use self::intake::{Intake, Taken};
use super::{
    actor::{Actor, Forbidden},
    clock::Clock,
    readings::record,
    submission::Submission,
};
use crate::{
    domain::{
        area::Slug,
        calendar::BERLIN,
        change::Change,
        entry::{Choice, EnteredRow, Entry, LONGEST_KEY, Rival, Saved},
        finding::Finding,
        reading::Record,
        rollout::Rollout,
        sheet::{Held, Sheet},
    },
    storage::{self, Connection, StorageError, Store, change_log},
};

mod intake;

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
    /// The database. It fails all at once who were to be stored together.
    #[error(transparent)]
    Storage(Arc<StorageError>),
}

impl From<StorageError> for EntryError {
    fn from(error: StorageError) -> Self {
        Self::Storage(Arc::new(error))
    }
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
    let rollout = storage::rollout::load_for_readings(&mut transaction).await?.known_on(today);
    Ok(rollout.sheet(today, scope, |area| seen.get(area.as_str()).copied().unwrap_or_default()))
}

/// Stores a filled-in sheet: all rows or none. Sent twice under one key, it is stored once.
///
/// # Errors
/// What is wrong, or what someone else saved meanwhile; nothing is stored then.
pub async fn enter(store: &Store, actor: &Actor, entry: &Entry, clock: &Clock) -> Result<Saved, EntryError> {
    let mut transaction = store.write().await?;
    let mut town = town(&mut transaction, [entry], clock).await?;
    let saved = take(&mut transaction, &mut town, actor, entry, clock).await?;
    transaction.commit().await.map_err(StorageError::from)?;
    Ok(saved)
}

/// Stores sheets that came at the same time, one after the other and with one commit: the disk is asked once
/// for all of them. Each stands for itself: what is wrong with one keeps no other from being stored.
///
/// # Errors
/// When the database fails any of them; none is stored then.
pub async fn enter_all(
    store: &Store,
    sheets: &[(Actor, Entry)],
    clock: &Clock,
) -> Result<Vec<Result<Saved, EntryError>>, Arc<StorageError>> {
    let mut transaction = store.write().await?;
    let mut town = town(&mut transaction, sheets.iter().map(|(_, entry)| entry), clock).await?;
    let mut answers = Vec::with_capacity(sheets.len());
    for (actor, entry) in sheets {
        match take(&mut transaction, &mut town, actor, entry, clock).await {
            Err(EntryError::Storage(error)) => return Err(error),
            answer => answers.push(answer),
        }
    }
    transaction.commit().await.map_err(StorageError::from)?;
    Ok(answers)
}

/// What the rows of these sheets are judged by, with the readings of their areas.
async fn town<'a>(
    connection: &mut Connection,
    sheets: impl IntoIterator<Item = &'a Entry>,
    clock: &Clock,
) -> Result<Rollout, StorageError> {
    let mut town = storage::rollout::load_terms(connection).await?.with_campaigns_known_on(clock.today());
    let areas: BTreeSet<&Slug> = sheets.into_iter().flat_map(|entry| &entry.rows).map(|row| &row.area).collect();
    town.readings = storage::rollout::readings_of(connection, &town, areas).await?;
    Ok(town)
}

/// Does all but the commit. Everything is judged before the first word is written: what is refused leaves nothing
/// behind. `town` has what the rows are judged by, and what is stored comes into it.
async fn take(
    connection: &mut Connection,
    town: &mut Rollout,
    actor: &Actor,
    entry: &Entry,
    clock: &Clock,
) -> Result<Saved, EntryError> {
    let scope = actor.editing()?;
    well_formed(entry)?;
    let submission = named(actor, entry)?;
    if let Some(saved) = submission.answered(connection).await? {
        return Ok(saved);
    }
    let Taken { records, unchanged, .. } = judged(connection, &Intake { rollout: town, scope, clock }, entry).await?;
    for (row, choice) in chosen(entry) {
        log_choice(connection, actor, row, choice, clock.now()).await?;
    }
    let added = u32::try_from(records.len()).unwrap_or(u32::MAX);
    for mut one in records {
        one.id = record(connection, actor, town, &one, one.reading.note.as_deref(), clock.now()).await?;
        town.readings.push(one);
    }
    let saved = Saved { added, unchanged, change: change_log::newest(connection).await? };
    submission.keep(connection, &saved, clock.now()).await?;
    Ok(saved)
}

/// What becomes of the rows, if nothing is the matter with any of them.
async fn judged(connection: &mut Connection, intake: &Intake<'_>, entry: &Entry) -> Result<Taken, EntryError> {
    let places = entry.rows.iter().map(|row| intake.place(row)).collect::<Result<Vec<_>, _>>()?;
    let rivals = rivals(connection, entry, intake.clock).await?;
    if !rivals.is_empty() {
        return Err(EntryError::Conflict(rivals));
    }
    let mut taken = Taken::default();
    for (row, place) in entry.rows.iter().zip(places) {
        intake.take(row, place, &mut taken)?;
    }
    if taken.wrong.is_empty() { Ok(taken) } else { Err(EntryError::Wrong(taken.wrong)) }
}

/// What was sent, whatever was seen of others meanwhile: the same numbers once more are the same submission.
fn named(actor: &Actor, entry: &Entry) -> Result<Submission, StorageError> {
    let rows: Vec<EnteredRow> = entry.rows.iter().map(|row| EnteredRow { seen: 0, ..row.clone() }).collect();
    Submission::new(actor, &entry.key, &rows)
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
        let newest = change_log::newest_reading_of(connection, &row.area, row.seen).await?;
        let Some((seen, change)) = newest else { continue };
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
    let rival = change_log::newest_reading_of(connection, &row.area, 0).await?.and_then(|(_, change)| change.new);
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
