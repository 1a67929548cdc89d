//! The book in which sheets are entered: open for one transaction, with all that their rows are judged by.

use std::collections::{BTreeSet, HashSet};

use jiff::Timestamp;

use super::{
    EntryError,
    intake::{Intake, Taken},
};
use crate::{
    application::{actor::Actor, clock::Clock, readings::record, submission::Submission},
    domain::{
        account::Scope,
        area::Slug,
        calendar::BERLIN,
        change::Change,
        entry::{Choice, EnteredRow, Entry, LONGEST_KEY, Rival, Saved},
        reading::Record,
        rollout::Rollout,
        sheet::Held,
    },
    storage::{
        self, Connection, StorageError, Store, WriteTransaction,
        change_log::{self, LogEnd},
    },
};

/// While it is open nobody else writes: what it has read once holds until it is closed.
pub struct Book<'a> {
    transaction: WriteTransaction,
    town: Rollout,
    log: LogEnd,
    clock: &'a Clock,
}

impl<'a> Book<'a> {
    /// Opens it for these sheets: with the readings of their areas.
    pub async fn open(
        store: &Store,
        sheets: impl IntoIterator<Item = &Entry>,
        clock: &'a Clock,
    ) -> Result<Self, StorageError> {
        let mut transaction = store.write().await?;
        let terms = storage::rollout::load_terms(&mut transaction).await?;
        let mut town = terms.with_campaigns_known_on(clock.today());
        let areas: BTreeSet<&Slug> = sheets.into_iter().flat_map(|entry| &entry.rows).map(|row| &row.area).collect();
        town.readings = storage::rollout::readings_of(&mut transaction, &town, areas).await?;
        let log = LogEnd::find(&mut transaction).await?;
        Ok(Self { transaction, town, log, clock })
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
            one.id =
                record(&mut self.transaction, &mut self.log, actor, &self.town, &one, why, self.clock.now()).await?;
            self.town.readings.push(one);
        }
        let saved = Saved { added, unchanged, change: self.log.number() };
        submission.keep(&mut self.transaction, &saved, self.clock.now()).await?;
        Ok(saved)
    }

    /// Closes it: what was taken is on the disk.
    pub async fn commit(self) -> Result<(), StorageError> {
        Ok(self.transaction.commit().await?)
    }

    /// What becomes of the rows, if nothing is the matter with any of them.
    async fn judge(&mut self, scope: Scope, entry: &Entry) -> Result<Taken, EntryError> {
        let intake = Intake { rollout: &self.town, scope, clock: self.clock };
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
        self.log.append(&mut self.transaction, &change).await
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
