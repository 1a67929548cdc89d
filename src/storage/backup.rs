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
    copy_of(store.file(), target).await
}

async fn copy_of(file: &Path, target: &Path) -> Result<(), StorageError> {
    let pool = SqlitePool::connect_with(store::options(file)).await?;
    let result = copy_to(&pool, target).await;
    pool.close().await;
    result
}

/// Copies the database, checks the copy and only then gives it its name: a file of that name is whole.
pub(super) async fn copy_to(pool: &SqlitePool, target: &Path) -> Result<(), StorageError> {
    if target.exists() {
        let taken = std::io::Error::new(std::io::ErrorKind::AlreadyExists, "the file exists already");
        return Err(StorageError::File { path: target.to_owned(), source: taken });
    }
    let folder = folder_of(target);
    std::fs::create_dir_all(folder).map_err(StorageError::file(folder))?;
    let part = target.with_added_extension("part");
    let result = write_checked(pool, &part).await.and_then(|()| put(&part, target));
    if result.is_err() {
        let _ = std::fs::remove_file(&part);
    }
    result
}

async fn write_checked(pool: &SqlitePool, part: &Path) -> Result<(), StorageError> {
    if part.exists() {
        // Left by a copy that was cut short.
        std::fs::remove_file(part).map_err(StorageError::file(part))?;
    }
    sqlx::query("VACUUM INTO ?").bind(part.to_string_lossy().into_owned()).execute(pool).await?;
    leave_out(part, &[SESSIONS, CONTACTS]).await?;
    // SQLite leaves that to its caller.
    std::fs::File::open(part).and_then(|file| file.sync_all()).map_err(StorageError::file(part))?;
    check_file(part).await
}

/// Nobody is signed in by a copy: someone who has signed out or was disabled since would be in again.
const SESSIONS: (&str, &str) = ("session", "DELETE FROM session");
/// Nobody would delete a citizen's contact in a copy when its time is over.
const CONTACTS: (&str, &str) = ("remark_contact", "DELETE FROM remark_contact");

/// Takes out of a copy what none may hold: a table's name and the statement that empties it. What was there is overwritten.
async fn leave_out(part: &Path, tables: &[(&'static str, &'static str)]) -> Result<(), StorageError> {
    let options = SqliteConnectOptions::new().filename(part).pragma("secure_delete", "ON");
    let mut connection = SqliteConnection::connect_with(&options).await?;
    for (table, delete) in tables.iter().copied() {
        // A copy that is made before a migration may be older than the table.
        let known = sqlx::query_scalar("SELECT count(*) FROM sqlite_schema WHERE name = ?").bind(table);
        let known: i64 = known.fetch_one(&mut connection).await?;
        if known > 0 {
            sqlx::query(delete).execute(&mut connection).await?;
        }
    }
    Ok(connection.close().await?)
}

/// Gives a file its name, in place of another of that name, so that it is found after a power cut too.
fn put(file: &Path, target: &Path) -> Result<(), StorageError> {
    std::fs::rename(file, target).map_err(StorageError::file(target))?;
    let folder = folder_of(target);
    std::fs::File::open(folder).and_then(|folder| folder.sync_all()).map_err(StorageError::file(folder))
}

fn folder_of(file: &Path) -> &Path {
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Replaces the database of a data folder by a backup. The server must not run on it meanwhile.
///
/// The backup is checked first and again after it was copied beside its place; only then it takes that
/// place. The database that was there stays as `before-restore.sqlite` in `backups`.
///
/// # Errors
/// When the backup is damaged or no Faserstand database, the database is in use, or a file cannot
/// be written. The database of the folder is untouched then.
pub async fn restore(backup: &Path, folder: &Path) -> Result<(), StorageError> {
    check_file(backup).await?;
    let beside = folder.join("restoring.sqlite");
    if beside.exists() {
        std::fs::remove_file(&beside).map_err(StorageError::file(&beside))?;
    }
    copy_of(backup, &beside).await?;
    let result = exchange(&beside, folder).await;
    if result.is_err() {
        let _ = std::fs::remove_file(&beside);
    }
    result
}

/// Puts a checked file in the place of a folder's database and keeps that under another name.
async fn exchange(beside: &Path, folder: &Path) -> Result<(), StorageError> {
    let place = Store::file_in(folder);
    let aside = place.exists().then(|| free_file(folder, "before-restore"));
    if let Some(aside) = &aside {
        fold_log(&place).await?;
        keep(&place, aside)?;
    }
    put(beside, &place)?;
    match aside {
        // A damaged file stays as it is: somebody may want to save what can be read of it.
        Some(aside) if check_file(&aside).await.is_ok() => leave_out(&aside, &[CONTACTS]).await,
        _ => Ok(()),
    }
}

/// Folds the write-ahead log into the file. Leaving the write-ahead mode is granted only when no other
/// connection has the database open: that is the test for a running server. A damaged file has nothing
/// to fold and is the reason for most restores.
async fn fold_log(place: &Path) -> Result<(), StorageError> {
    let options = store::options(place).busy_timeout(Duration::from_secs(1));
    let mut connection = SqliteConnection::connect_with(&options).await?;
    let left = sqlx::query_scalar::<_, String>("PRAGMA journal_mode = DELETE").fetch_one(&mut connection).await;
    connection.close().await?;
    match left {
        Ok(mode) if mode == "delete" => Ok(()),
        Err(error) if is_damage(&error) => Ok(()),
        Ok(_) | Err(_) => {
            let in_use =
                std::io::Error::new(std::io::ErrorKind::ResourceBusy, "the database is in use; stop the server first");
            Err(StorageError::File { path: place.to_owned(), source: in_use })
        }
    }
}

/// Whether SQLite says that the file is malformed or no database: its result codes 11 and 26.
fn is_damage(error: &sqlx::Error) -> bool {
    let code = error.as_database_error().and_then(|error| error.code()?.parse::<u32>().ok());
    code.is_some_and(|code| matches!(code & 0xff, 11 | 26))
}

/// Keeps the database under another name. Its own name stays until the new file takes it, so that
/// there is one at any time. What lies beside a damaged file must not be taken for the new one's.
fn keep(place: &Path, aside: &Path) -> Result<(), StorageError> {
    let folder = folder_of(aside);
    std::fs::create_dir_all(folder).map_err(StorageError::file(folder))?;
    for ending in ["-wal", "-shm", "-journal"] {
        let companion = |file: &Path| {
            let mut name = file.as_os_str().to_owned();
            name.push(ending);
            PathBuf::from(name)
        };
        if companion(place).exists() {
            std::fs::rename(companion(place), companion(aside)).map_err(StorageError::file(place))?;
        }
    }
    // Not every file system knows a second name for a file.
    std::fs::hard_link(place, aside).or_else(|_| std::fs::rename(place, aside)).map_err(StorageError::file(aside))
}

/// The first free one of `backups/stem.sqlite`, `backups/stem-2.sqlite` and so on.
pub(super) fn free_file(folder: &Path, stem: &str) -> PathBuf {
    let numbered = (2_u32..).map(|number| format!("{stem}-{number}.sqlite"));
    let names = std::iter::once(format!("{stem}.sqlite")).chain(numbered);
    let mut free = names.map(|name| folder.join("backups").join(name)).filter(|path| !path.exists());
    free.next().unwrap_or_else(|| folder.join("backups").join(stem))
}

/// Checks a database file without changing it: SQLite's own integrity, the foreign keys, the log.
///
/// # Errors
/// [`StorageError::Damaged`] with what was found, or that there is no such file.
pub async fn check_file(path: &Path) -> Result<(), StorageError> {
    let damaged = |detail: String| StorageError::Damaged { path: path.to_owned(), detail };
    std::fs::File::open(path).map_err(StorageError::file(path))?;
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
