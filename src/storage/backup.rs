//! Backup, its inverse, and the check that both rely on.

use std::{
    path::{Path, PathBuf},
    time::Duration,
};

use sqlx::{Connection, SqliteConnection, SqlitePool, sqlite::SqliteConnectOptions};

use super::{StorageError, Store, change_log, store};

/// Writes a checked copy of the running database to `target`, which must not exist yet.
///
/// # Errors
/// When `target` exists, cannot be written, or the copy does not pass the check.
pub async fn create(store: &Store, target: &Path) -> Result<(), StorageError> {
    let pool = SqlitePool::connect_with(store::options(store.file())).await?;
    let result = copy_to(&pool, target).await;
    pool.close().await;
    result
}

/// `VACUUM INTO`, then the check of the copy.
pub(super) async fn copy_to(pool: &SqlitePool, target: &Path) -> Result<(), StorageError> {
    let taken = || std::io::Error::new(std::io::ErrorKind::AlreadyExists, "the file exists already");
    if target.exists() {
        return Err(StorageError::File { path: target.to_owned(), source: taken() });
    }
    if let Some(folder) = target.parent() {
        std::fs::create_dir_all(folder).map_err(StorageError::file(folder))?;
    }
    sqlx::query("VACUUM INTO ?").bind(target.to_string_lossy().into_owned()).execute(pool).await?;
    check_file(target).await
}

/// Replaces the database of a data folder by a backup. The server must not run on it meanwhile.
///
/// The backup is checked first and again after it was copied beside its place; only then the two
/// files change places. The database that was there stays as `before-restore.sqlite` in `backups`.
///
/// # Errors
/// When the backup is damaged or no Faserstand database, the database is in use, or a file cannot
/// be written. The database of the folder is untouched then.
pub async fn restore(backup: &Path, folder: &Path) -> Result<(), StorageError> {
    check_file(backup).await?;
    std::fs::create_dir_all(folder).map_err(StorageError::file(folder))?;
    let place = Store::file_in(folder);
    let beside = folder.join("restoring.sqlite");
    std::fs::copy(backup, &beside).map_err(StorageError::file(&beside))?;
    std::fs::File::open(&beside).and_then(|file| file.sync_all()).map_err(StorageError::file(&beside))?;
    check_file(&beside).await?;
    if place.exists() {
        set_aside(&place, &folder.join("backups")).await?;
    }
    std::fs::rename(&beside, &place).map_err(StorageError::file(&place))
}

/// Folds the write-ahead log into the file and moves the file away. Leaving the write-ahead mode is
/// granted only when no other connection has the database open: that is the test for a running server.
async fn set_aside(place: &Path, backups: &Path) -> Result<(), StorageError> {
    let options = store::options(place).busy_timeout(Duration::from_secs(1));
    let mut connection = SqliteConnection::connect_with(&options).await?;
    let left = sqlx::query_scalar::<_, String>("PRAGMA journal_mode = DELETE").fetch_one(&mut connection).await;
    connection.close().await?;
    if !matches!(&left, Ok(mode) if mode == "delete") {
        let in_use =
            std::io::Error::new(std::io::ErrorKind::ResourceBusy, "the database is in use; stop the server first");
        return Err(StorageError::File { path: place.to_owned(), source: in_use });
    }
    std::fs::create_dir_all(backups).map_err(StorageError::file(backups))?;
    let aside = free_name(backups);
    std::fs::rename(place, &aside).map_err(StorageError::file(&aside))
}

fn free_name(backups: &Path) -> PathBuf {
    let numbered = (1_u32..).map(|number| backups.join(format!("before-restore-{number:03}.sqlite")));
    let mut free = numbered.filter(|path| !path.exists());
    free.next().unwrap_or_else(|| backups.join("before-restore.sqlite"))
}

/// Checks a database file without changing it: SQLite's own integrity, the foreign keys, the log.
///
/// # Errors
/// [`StorageError::Damaged`] with what was found.
pub async fn check_file(path: &Path) -> Result<(), StorageError> {
    let damaged = |detail: String| StorageError::Damaged { path: path.to_owned(), detail };
    if !path.is_file() {
        return Err(damaged("there is no such file".to_owned()));
    }
    let options = SqliteConnectOptions::new().filename(path).read_only(true);
    let mut connection = SqliteConnection::connect_with(&options).await.map_err(|error| damaged(error.to_string()))?;
    let found = flaw(&mut connection).await.unwrap_or_else(|error| Some(error.to_string()));
    connection.close().await?;
    found.map_or(Ok(()), |detail| Err(damaged(detail)))
}

async fn flaw(connection: &mut SqliteConnection) -> Result<Option<String>, StorageError> {
    let integrity: Vec<String> = sqlx::query_scalar("PRAGMA integrity_check").fetch_all(&mut *connection).await?;
    if integrity != ["ok"] {
        return Ok(Some(integrity.join("; ")));
    }
    let orphans = sqlx::query("PRAGMA foreign_key_check").fetch_all(&mut *connection).await?;
    if !orphans.is_empty() {
        return Ok(Some(format!("{} rows refer to rows that do not exist", orphans.len())));
    }
    change_log::flaw(connection).await
}
