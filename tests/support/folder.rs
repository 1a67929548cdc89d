//! A data folder that is gone with its test.

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
};

use faserstand_lib::{
    application::{
        actor::Actor,
        clock::Clock,
        dataset::load_offenburg,
        readings::{ImportError, ImportReport, import},
    },
    domain::{change::Change, rollout::Rollout},
    storage::{self, Store, change_log},
};
use jiff::Timestamp;
use tempfile::TempDir;

use super::town;

/// A data folder with its open database.
pub struct Folder {
    folder: TempDir,
    /// The open database.
    pub store: Store,
}

impl Folder {
    /// A database with its schema and nothing in it.
    pub async fn empty() -> Self {
        let folder = TempDir::new().unwrap();
        let store = Store::open(folder.path()).await.unwrap();
        Self { folder, store }
    }

    /// The small town of these tests, see [`town::rollout`], without a reading.
    pub async fn with_town() -> Self {
        Self::of(&town::rollout()).await
    }

    /// A rollout without its readings.
    pub async fn of(rollout: &Rollout) -> Self {
        let folder = Self::empty().await;
        let mut transaction = folder.store.write().await.unwrap();
        storage::rollout::insert_without_readings(&mut transaction, rollout).await.unwrap();
        transaction.commit().await.unwrap();
        folder
    }

    /// The built-in data set, loaded as the program loads it.
    pub async fn with_offenburg() -> Self {
        let folder = Self::empty().await;
        assert!(load_offenburg(&folder.store, instant(town::NOON)).await.unwrap());
        folder
    }

    /// A second connection to the same database, as another process has it. Its own folder stays empty.
    pub async fn on(other: &Path) -> Self {
        Self { folder: TempDir::new().unwrap(), store: Store::open(other).await.unwrap() }
    }

    /// Imports a table of readings at the command line, on an instant.
    pub async fn import(&self, table: &str, now: &str) -> Result<ImportReport, ImportError> {
        import_into(&self.store, table, now).await
    }

    /// The folder.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Its database file.
    pub fn database(&self) -> PathBuf {
        Store::file_in(self.path())
    }

    /// A file in the folder that is not there yet.
    pub fn file(&self, name: &str) -> PathBuf {
        self.path().join(name)
    }

    /// Everything stored.
    pub async fn rollout(&self) -> Rollout {
        storage::rollout::load(&mut self.store.read().await.unwrap()).await.unwrap()
    }

    /// The change log.
    pub async fn log(&self) -> Vec<(i64, Change)> {
        change_log::all(&mut self.store.read().await.unwrap()).await.unwrap()
    }

    /// Closes the database; the folder stays until the test ends.
    pub async fn closed(self) -> TempDir {
        self.store.close().await;
        self.folder
    }
}

/// Imports a table of readings at the command line, on an instant.
pub async fn import_into(store: &Store, table: &str, now: &str) -> Result<ImportReport, ImportError> {
    import(store, &Actor::Console, "test.csv", table.as_bytes(), clock(now), false).await
}

/// An instant in UTC.
pub fn instant(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// A clock that stands still.
pub fn clock(text: &str) -> Clock {
    let now = instant(text);
    Clock::of(move || now)
}

/// A clock that goes when it is told to. Clones are the same clock.
#[derive(Clone)]
pub struct Hands(Arc<AtomicI64>);

impl Hands {
    /// Standing at an instant.
    pub fn at(text: &str) -> Self {
        Self(Arc::new(AtomicI64::new(instant(text).as_second())))
    }

    /// Puts them forward by so many seconds.
    pub fn forward(&self, seconds: i64) {
        self.0.fetch_add(seconds, Ordering::SeqCst);
    }

    /// This instant.
    pub fn now(&self) -> Timestamp {
        Timestamp::from_second(self.0.load(Ordering::SeqCst)).unwrap()
    }

    /// The clock of these hands.
    pub fn clock(&self) -> Clock {
        let hands = self.clone();
        Clock::of(move || hands.now())
    }
}
