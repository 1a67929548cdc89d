//! What can go wrong between the program and its database file.

use std::path::PathBuf;

use thiserror::Error;

/// A storage operation that failed. Nothing of it was written.
#[derive(Debug, Error)]
pub enum StorageError {
    /// SQLite or the driver said no.
    #[error("the database did not answer: {0}")]
    Database(#[from] sqlx::Error),
    /// A migration failed; the backup made before it is in the folder `backups`.
    #[error("the database could not be brought to this version: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// A stored value is none that the domain knows.
    #[error("stored {what} cannot be read: {value}")]
    Stored {
        /// Which field.
        what: &'static str,
        /// What stands there, or what is wrong with it.
        value: String,
    },
    /// The linked SQLite has a known corruption bug.
    #[error("SQLite {found} is too old: {required} or newer is needed (its write-ahead log was repaired there)")]
    OldSqlite {
        /// The version found.
        found: String,
        /// The version needed.
        required: &'static str,
    },
    /// The file is damaged or no database of this program.
    #[error("{path} is damaged or no Faserstand database: {detail}")]
    Damaged {
        /// Which file.
        path: PathBuf,
        /// What SQLite or the log's chain says.
        detail: String,
    },
    /// A file or folder could not be used.
    #[error("{path}: {source}")]
    File {
        /// Which one.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
}

/// Another connection holds the database, or a table of it.
const SQLITE_BUSY: i32 = 5;
const SQLITE_LOCKED: i32 = 6;
/// No room on the disk.
const SQLITE_FULL: i32 = 13;

impl StorageError {
    /// Whether the database is held by another writer: the same may be tried again.
    pub fn is_busy(&self) -> bool {
        let waited = matches!(self, Self::Database(sqlx::Error::PoolTimedOut));
        waited || self.code().is_some_and(|code| matches!(code, SQLITE_BUSY | SQLITE_LOCKED))
    }

    /// Whether the disk is full.
    pub fn is_full(&self) -> bool {
        self.code() == Some(SQLITE_FULL)
    }

    /// SQLite's primary result code: the lowest byte of the extended one.
    fn code(&self) -> Option<i32> {
        let Self::Database(error) = self else { return None };
        let extended: i32 = error.as_database_error()?.code()?.parse().ok()?;
        Some(extended & 0xff)
    }

    /// Wraps a system error with the path it is about.
    pub(super) fn file(path: &std::path::Path) -> impl FnOnce(std::io::Error) -> Self + '_ {
        move |source| Self::File { path: path.to_owned(), source }
    }
}
