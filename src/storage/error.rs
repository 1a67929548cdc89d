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

impl StorageError {
    /// Wraps a system error with the path it is about.
    pub(super) fn file(path: &std::path::Path) -> impl FnOnce(std::io::Error) -> Self + '_ {
        move |source| Self::File { path: path.to_owned(), source }
    }
}
