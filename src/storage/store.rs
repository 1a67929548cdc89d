//! The database file of one data folder: one writer, a few readers.

use std::{
    path::{Path, PathBuf},
    time::Duration,
};

use sqlx::{
    Connection as _, Sqlite, SqliteConnection, SqlitePool, Transaction,
    pool::PoolConnection,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};

use super::{StorageError, migrate};

/// What storage functions work on: a connection, or a transaction on one.
pub type Connection = SqliteConnection;

/// A transaction that may write. It holds the database's write lock from its first statement on.
pub type WriteTransaction = Transaction<'static, Sqlite>;

/// The first SQLite without the write-ahead-log bug that could damage a file.
const REQUIRED_SQLITE: &str = "3.51.3";
const READERS: u32 = 4;

/// How long a writer waits for another one, which may be another process.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Patience {
    /// A command, such as an import at night: rather late than not at all.
    Command,
    /// Someone waits at a screen. It outlasts an import of the largest file; they can always press again.
    Screen,
}

impl Patience {
    const fn length(self) -> Duration {
        match self {
            Self::Command => Duration::from_secs(10),
            Self::Screen => Duration::from_secs(3),
        }
    }
}

/// The open database of a data folder.
#[derive(Clone, Debug)]
pub struct Store {
    file: PathBuf,
    writer: SqlitePool,
    readers: SqlitePool,
}

impl Store {
    /// The database file of a data folder.
    pub fn file_in(folder: &Path) -> PathBuf {
        folder.join("faserstand.sqlite")
    }

    /// Opens the database of a folder for a command, see [`Store::open_for`].
    ///
    /// # Errors
    /// When the file cannot be opened or migrated, or the linked SQLite is too old.
    pub async fn open(folder: &Path) -> Result<Self, StorageError> {
        Self::open_for(folder, Patience::Command).await
    }

    /// Opens the database of a folder, creates both where missing and brings it to this version.
    ///
    /// # Errors
    /// When the file cannot be opened or migrated, or the linked SQLite is too old.
    pub async fn open_for(folder: &Path, patience: Patience) -> Result<Self, StorageError> {
        std::fs::create_dir_all(folder).map_err(StorageError::file(folder))?;
        let file = Self::file_in(folder);
        let writing = writing(&file).busy_timeout(patience.length()).create_if_missing(true);
        let writer = pool(1).acquire_timeout(patience.length()).connect_with(writing).await?;
        require_sqlite(&writer).await?;
        migrate::run(&writer, folder).await?;
        let readers = pool(READERS).connect_with(options(&file).pragma("query_only", "ON")).await?;
        Ok(Self { file, writer, readers })
    }

    /// The database file.
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// A transaction that may write.
    ///
    /// # Errors
    /// When another writer holds the database for too long.
    pub async fn write(&self) -> Result<WriteTransaction, StorageError> {
        Ok(self.writer.begin_with("BEGIN IMMEDIATE").await?)
    }

    /// A connection for one question. Two of them may see two states: for those there is [`Store::read`].
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn ask(&self) -> Result<PoolConnection<Sqlite>, StorageError> {
        Ok(self.readers.acquire().await?)
    }

    /// A transaction that sees one state of the database, whatever is written meanwhile.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn read(&self) -> Result<Transaction<'static, Sqlite>, StorageError> {
        Ok(self.readers.begin().await?)
    }

    /// Folds the write-ahead log into the file and empties it: what was overwritten there is gone from the disk.
    ///
    /// # Errors
    /// When the database does not answer, or somebody reads an older state for too long; the next time does it then.
    pub async fn fold_log(&self) -> Result<(), StorageError> {
        sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").execute(&self.writer).await?;
        Ok(())
    }

    /// Closes all connections; the write-ahead log is folded into the file.
    pub async fn close(self) {
        self.readers.close().await;
        self.writer.close().await;
    }
}

/// Options of a connection that may write: nothing is answered before it is on the disk, and a row that
/// REPLACE would delete is guarded by the same triggers as any other.
pub(super) fn writing(file: &Path) -> SqliteConnectOptions {
    let options = options(file).journal_mode(SqliteJournalMode::Wal).synchronous(SqliteSynchronous::Full);
    // What is deleted is overwritten: contacts of citizens, sessions.
    options.pragma("recursive_triggers", "ON").pragma("secure_delete", "ON")
}

pub(super) fn options(file: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new().filename(file).foreign_keys(true).busy_timeout(Patience::Command.length())
}

/// When the disk is full SQLite ends a transaction by itself, and the driver goes on counting it: such a
/// connection would refuse every later transaction and is replaced.
fn pool(connections: u32) -> SqlitePoolOptions {
    SqlitePoolOptions::new()
        .max_connections(connections)
        // A file in the same machine does not hang up.
        .test_before_acquire(false)
        .before_acquire(|connection, _| Box::pin(std::future::ready(Ok(!connection.is_in_transaction()))))
}

async fn require_sqlite(pool: &SqlitePool) -> Result<(), StorageError> {
    let found: String = sqlx::query_scalar("SELECT sqlite_version()").fetch_one(pool).await?;
    let parts = |version: &str| -> Vec<u32> { version.split('.').map_while(|part| part.parse().ok()).collect() };
    if parts(&found) < parts(REQUIRED_SQLITE) {
        return Err(StorageError::OldSqlite { found, required: REQUIRED_SQLITE });
    }
    Ok(())
}
