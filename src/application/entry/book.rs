//! The book in which sheets are entered: open for one transaction, with all that their rows are judged by.

use std::collections::HashSet;

use jiff::{Timestamp, civil::Date};

use super::{
    EntryError,
    intake::{Intake, Taken},
};
use crate::{
    application::{actor::Actor, clock::Clock, readings::record, submission::Submission},
    domain::{
        account::Scope,
        calendar::BERLIN,
        change::Change,
        entry::{Choice, EnteredRow, Entry, LONGEST_KEY, Rival, Saved},
        ids::AreaId,
        reading::Record,
        rollout::Rollout,
        sheet::Held,
    },
    storage::{
        self, Connection, StorageError, Store, WriteTransaction,
        change_log::{self, LogEnd},
    },
};

/// What rows are judged by, as it is at one end of the log. Every change has its entry there: as long as the log
/// ends where it did, it need not be read again.
#[derive(Debug)]
pub struct Known {
    log: LogEnd,
    today: Date,
    town: Rollout,
    /// Whose readings it has.
    areas: HashSet<AreaId>,
}

impl Known {
    async fn find(connection: &mut Connection, log: LogEnd, today: Date) -> Result<Self, StorageError> {
        let town = storage::rollout::load_terms(connection).await?.with_campaigns_known_on(today);
        Ok(Self { log, today, town, areas: HashSet::new() })
    }

    /// Reads the readings of the areas of these sheets, where it has not done so before.
    async fn read(
        &mut self,
        connection: &mut Connection,
        sheets: impl Iterator<Item = &Entry>,
    ) -> Result<(), StorageError> {
        let named = sheets.flat_map(|entry| &entry.rows).filter_map(|row| self.town.areas.by_slug(row.area.as_str()));
        let new: HashSet<AreaId> = named.map(|area| area.id).filter(|area| !self.areas.contains(area)).collect();
        if !new.is_empty() {
            let readings = storage::reading::of_areas(connection, &new, &self.town.bases).await?;
            self.town.readings.extend(readings);
            self.areas.extend(new);
        }
        Ok(())
    }

    /// A reading was stored; what it corrects holds no more.
    fn add(&mut self, record: Record) {
        let corrected = record.corrects.as_ref().map(|correction| correction.of);
        self.town.readings.retain(|held| Some(held.id) != corrected);
        self.town.readings.push(record);
    }
}

/// While it is open nobody else writes: what it knows holds until it is closed.
pub struct Book<'a> {
    transaction: WriteTransaction,
    known: Known,
    clock: &'a Clock,
}

impl<'a> Book<'a> {
    /// Opens it for these sheets. `kept` is what was known when it was closed before.
    pub async fn open(
        store: &Store,
        sheets: impl Iterator<Item = &Entry>,
        clock: &'a Clock,
        kept: Option<Known>,
    ) -> Result<Self, StorageError> {
        let mut transaction = store.write().await?;
        let (log, today) = (LogEnd::find(&mut transaction).await?, clock.today());
        let mut known = match kept.filter(|kept| kept.log == log && kept.today == today) {
            Some(kept) => kept,
            None => Known::find(&mut transaction, log, today).await?,
        };
        known.read(&mut transaction, sheets).await?;
        Ok(Self { transaction, known, clock })
    }

    /// Enters a sheet. Everything is judged before the first word is written: what is refused leaves nothing behind.
    pub async fn take(&mut self, actor: &Actor, entry: &Entry) -> Result<Saved, EntryError> {
        let scope = actor.editing()?;
        well_formed(entry)?;
        let submission = named(actor, entry)?;
        if let Some(saved) = submission.answered(&mut self.transaction).await? {
            return Ok(saved);
        }
        let Taken { records, unchanged, .. } = self.judge(scope, entry).await?;
        for (row, choice) in chosen(entry) {
            self.log_choice(actor, row, choice).await?;
        }
        let added = u32::try_from(records.len()).unwrap_or(u32::MAX);
        for mut one in records {
            let why = one.reading.note.as_deref();
            let Known { log, town, .. } = &mut self.known;
            one.id = record(&mut self.transaction, log, actor, town, &one, why, self.clock.now()).await?;
            self.known.add(one);
        }
        let saved = Saved { added, unchanged, change: self.known.log.number() };
        submission.keep(&mut self.transaction, &saved, self.clock.now()).await?;
        Ok(saved)
    }

    /// Closes it: what was taken is on the disk. Gives back what is known now.
    pub async fn commit(self) -> Result<Known, StorageError> {
        self.transaction.commit().await?;
        Ok(self.known)
    }

    /// What becomes of the rows, if nothing is the matter with any of them.
    async fn judge(&mut self, scope: Scope, entry: &Entry) -> Result<Taken, EntryError> {
        let intake = Intake { rollout: &self.known.town, scope, clock: self.clock };
        let places = entry.rows.iter().map(|row| intake.place(row)).collect::<Result<Vec<_>, _>>()?;
        let rivals = rivals(&mut self.transaction, entry, self.clock).await?;
        if !rivals.is_empty() {
            return Err(EntryError::Conflict(rivals));
        }
        let mut taken = Taken::default();
        for (row, place) in entry.rows.iter().zip(places) {
            intake.take(row, place, &mut taken)?;
        }
        if taken.wrong.is_empty() { Ok(taken) } else { Err(EntryError::Wrong(taken.wrong)) }
    }

    /// The number that was not stored stays in the log, beside which one was chosen.
    async fn log_choice(&mut self, actor: &Actor, row: &EnteredRow, choice: Choice) -> Result<(), StorageError> {
        let rival = change_log::newest_reading_of(&mut self.transaction, &row.area, 0)
            .await?
            .and_then(|(_, change)| change.new);
        let mine = Some(json(row)?);
        let (old, new) = match choice {
            Choice::Mine => (rival, mine),
            Choice::Theirs => (mine, rival),
        };
        let change = Change {
            who: actor.name().to_owned(),
            at: self.clock.now(),
            what: "choice".to_owned(),
            which: format!("{} {}", row.area, row.as_of),
            old,
            new,
            why: row.reason.clone(),
        };
        self.known.log.append(&mut self.transaction, &change).await
    }
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
