//! Loads the built-in data set into an empty data folder.

use jiff::{Timestamp, civil::Date};
use thiserror::Error;

use super::{actor::Actor, clock::Clock, readings};
use crate::{
    domain::change::{Change, DATASET},
    exchange::dataset,
    storage::{self, Connection, StorageError, Store, change_log::LogEnd, setting},
};

/// Why the data set was not loaded.
#[derive(Debug, Error)]
pub enum LoadError {
    /// The data set itself is wrong.
    #[error(transparent)]
    Dataset(#[from] dataset::DatasetError),
    /// The database did not take it.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

/// Loads the Offenburg data set where nothing is recorded yet; a folder with data is left as it is.
/// Says whether it was loaded.
///
/// # Errors
/// When the data set or the database fails; nothing is stored then.
pub async fn load_offenburg(store: &Store, now: Timestamp) -> Result<bool, LoadError> {
    let mut transaction = store.write().await?;
    if !storage::rollout::is_empty(&mut transaction).await? {
        return Ok(false);
    }
    let rollout = dataset::offenburg()?;
    storage::rollout::insert_without_readings(&mut transaction, &rollout).await?;
    let loaded = Change {
        who: Actor::Program.name().to_owned(),
        at: now,
        what: DATASET.to_owned(),
        which: "offenburg".to_owned(),
        old: None,
        new: Some(format!("{} areas, {} readings", rollout.areas.iter().count(), rollout.readings.len())),
        why: None,
    };
    let mut log = LogEnd::find(&mut transaction).await?;
    log.append(&mut transaction, &loaded).await?;
    for record in &rollout.readings {
        readings::record(&mut transaction, &mut log, &Actor::Program, &rollout, record, None, now).await?;
    }
    transaction.commit().await.map_err(StorageError::from)?;
    Ok(true)
}

/// Notes which day a demonstration shows, so that an import into the same folder lives on that day too.
///
/// # Errors
/// When the database does not answer.
pub async fn note_shown_day(store: &Store, day: Option<Date>) -> Result<(), StorageError> {
    let mut transaction = store.write().await?;
    setting::set(&mut transaction, setting::DEMO_DAY, day.map(|day| day.to_string()).as_deref()).await?;
    Ok(transaction.commit().await?)
}

/// The clock of a data folder: where it is served as a demonstration, the day that it shows is today.
pub(super) async fn on_shown_day(connection: &mut Connection, clock: Clock) -> Result<Clock, StorageError> {
    let shown = setting::get(connection, setting::DEMO_DAY).await?.and_then(|day| day.parse().ok());
    Ok(match shown {
        Some(day) => clock.showing(day),
        None => clock,
    })
}
