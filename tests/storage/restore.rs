//! A backup takes the database's place whole, or not at all.

use std::{
    io::ErrorKind,
    path::{Path, PathBuf},
};

use faserstand_lib::storage::{StorageError, Store, backup, rollout};
use sqlx::{Connection, SqliteConnection, sqlite::SqliteConnectOptions};
use tempfile::TempDir;

use crate::support::{dump::dump, folder::Folder, town};

/// A backup of Offenburg in a folder of its own.
async fn backup_of_offenburg() -> (TempDir, PathBuf) {
    let folder = Folder::with_offenburg().await;
    let elsewhere = TempDir::new().unwrap();
    let copy = elsewhere.path().join("sicherung.sqlite");
    backup::create(&folder.store, &copy).await.unwrap();
    (elsewhere, copy)
}

/// A closed folder with the small town, as the server left it.
async fn small_town() -> TempDir {
    let folder = Folder::with_town().await;
    folder.import("Ortsteil;Stand;Verträge\nBühl;10.11.2023;141\n", town::NOON).await.unwrap();
    folder.closed().await
}

/// All files of a folder with their bytes.
fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let paths = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = paths.map(|path| (path.clone(), std::fs::read(path).unwrap())).collect();
    files.sort();
    files
}

#[tokio::test]
async fn a_restored_database_holds_what_the_backup_holds() {
    let (_elsewhere, copy) = backup_of_offenburg().await;
    let folder = TempDir::new().unwrap();
    backup::restore(&copy, folder.path()).await.unwrap();
    assert_eq!(dump(&Store::file_in(folder.path())).await, dump(&copy).await);
    let store = Store::open(folder.path()).await.unwrap();
    let restored = rollout::load(&mut store.read().await.unwrap()).await.unwrap();
    assert_eq!(restored, faserstand_lib::exchange::dataset::offenburg().unwrap());
}

#[tokio::test]
async fn the_database_that_was_there_is_kept_each_time() {
    let (_elsewhere, copy) = backup_of_offenburg().await;
    let folder = small_town().await;
    let before = dump(&Store::file_in(folder.path())).await;
    backup::restore(&copy, folder.path()).await.unwrap();
    assert_eq!(dump(&folder.path().join("backups/before-restore.sqlite")).await, before);
    backup::restore(&copy, folder.path()).await.unwrap();
    assert_eq!(dump(&folder.path().join("backups/before-restore-2.sqlite")).await, dump(&copy).await);
    assert_eq!(dump(&folder.path().join("backups/before-restore.sqlite")).await, before);
    // And the kept one can be restored in its turn.
    backup::restore(&folder.path().join("backups/before-restore.sqlite"), folder.path()).await.unwrap();
    assert_eq!(dump(&Store::file_in(folder.path())).await, before);
}

#[tokio::test]
async fn a_truncated_backup_is_refused_wherever_it_was_cut() {
    let (elsewhere, copy) = backup_of_offenburg().await;
    let folder = small_town().await;
    let (whole, before) = (std::fs::read(&copy).unwrap(), files(folder.path()));
    let pages = (0..whole.len()).step_by(4096);
    let beside_pages = (1..whole.len()).step_by(4096 * 7 + 13);
    let last = [16, 99, 100, 101, whole.len() - 1];
    let cut = elsewhere.path().join("cut.sqlite");
    for length in pages.chain(beside_pages).chain(last) {
        std::fs::write(&cut, &whole[..length]).unwrap();
        let refused = backup::restore(&cut, folder.path()).await;
        assert!(matches!(refused, Err(StorageError::Damaged { .. })), "cut after {length} bytes: {refused:?}");
        assert!(files(folder.path()) == before, "cut after {length} bytes: the folder changed");
    }
    std::fs::write(&cut, &whole).unwrap();
    backup::restore(&cut, folder.path()).await.unwrap();
    assert!(files(&folder.path().join("backups")).len() == 1);
}

/// SQLite keeps no sum of its pages: a changed letter in a name is a name. What is refused is every
/// change of the file's structure, of a reading, of a base that is counted against and of the log.
#[tokio::test]
async fn a_flipped_bit_is_refused_or_leaves_the_history_as_it_was() {
    let (elsewhere, copy) = backup_of_offenburg().await;
    let whole = std::fs::read(&copy).unwrap();
    let folder = TempDir::new().unwrap();
    let history = history_of(&copy).await;
    let flipped_file = elsewhere.path().join("flipped.sqlite");
    let (mut refused, mut taken) = (0, 0);
    for (turn, place) in (0..whole.len()).step_by(509).enumerate() {
        let mut flipped = whole.clone();
        flipped[place] ^= 1 << (turn % 8);
        std::fs::write(&flipped_file, &flipped).unwrap();
        match backup::check_file(&flipped_file).await {
            Err(_) => refused += 1,
            Ok(()) => {
                taken += 1;
                assert_eq!(history_of(&flipped_file).await, history, "bit {} of byte {place}", turn % 8);
            }
        }
    }
    assert!(refused > 100 && taken > 0, "{refused} refused, {taken} taken");
    // One of them all the way.
    let mut flipped = whole;
    flipped[4096] ^= 0x08; // the kind of the second page
    std::fs::write(&flipped_file, &flipped).unwrap();
    assert!(backup::restore(&flipped_file, folder.path()).await.is_err());
    assert_eq!(files(folder.path()), []);
}

/// The readings and the log, as text.
async fn history_of(file: &Path) -> String {
    let options = SqliteConnectOptions::new().filename(file).read_only(true);
    let mut connection = SqliteConnection::connect_with(&options).await.unwrap();
    let bases: Vec<String> = sqlx::query_scalar("SELECT id || ' ' || count || unit FROM base ORDER BY id")
        .fetch_all(&mut connection)
        .await
        .unwrap();
    let log = faserstand_lib::storage::change_log::all(&mut connection).await.unwrap();
    let readings: Vec<String> =
        sqlx::query_scalar("SELECT id || as_of || stage || measure || coalesce(low, '') FROM reading ORDER BY id")
            .fetch_all(&mut connection)
            .await
            .unwrap();
    connection.close().await.unwrap();
    format!("{bases:?}\n{log:?}\n{readings:?}")
}

#[tokio::test]
async fn what_is_no_database_of_this_program_is_refused() {
    let elsewhere = TempDir::new().unwrap();
    let folder = small_town().await;
    let before = files(folder.path());
    let other = elsewhere.path().join("other.sqlite");
    let options = SqliteConnectOptions::new().filename(&other).create_if_missing(true);
    let mut connection = SqliteConnection::connect_with(&options).await.unwrap();
    sqlx::query("CREATE TABLE recipe (name TEXT)").execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
    std::fs::write(elsewhere.path().join("letter.txt"), "Sehr geehrte Damen und Herren,\n".repeat(500)).unwrap();
    std::fs::write(elsewhere.path().join("empty.sqlite"), "").unwrap();
    std::fs::create_dir(elsewhere.path().join("folder")).unwrap();
    for name in ["other.sqlite", "letter.txt", "empty.sqlite", "folder", "missing.sqlite"] {
        assert!(backup::restore(&elsewhere.path().join(name), folder.path()).await.is_err(), "{name}");
        assert_eq!(files(folder.path()), before, "{name}");
    }
    assert!(!elsewhere.path().join("missing.sqlite").exists());
}

#[tokio::test]
async fn a_running_server_keeps_its_database() {
    let (_elsewhere, copy) = backup_of_offenburg().await;
    let folder = Folder::with_town().await;
    let before = dump(&folder.database()).await;
    let refused = backup::restore(&copy, folder.path()).await.unwrap_err();
    assert!(
        matches!(&refused, StorageError::File { source, .. } if source.kind() == ErrorKind::ResourceBusy),
        "{refused}"
    );
    assert_eq!(dump(&folder.database()).await, before);
    assert!(!folder.file("restoring.sqlite").exists() && !folder.file("backups").exists());
    // It goes on working.
    folder.import("Ortsteil;Stand;Verträge\nBühl;10.11.2023;141\n", town::NOON).await.unwrap();
    // And once it has stopped, the backup is taken.
    let folder = folder.closed().await;
    backup::restore(&copy, folder.path()).await.unwrap();
}

#[tokio::test]
async fn a_damaged_database_is_no_obstacle_to_its_own_rescue() {
    let (_elsewhere, copy) = backup_of_offenburg().await;
    for damage in ["garbage", "zeroes", "cut"] {
        let folder = small_town().await;
        let place = Store::file_in(folder.path());
        let mut bytes = std::fs::read(&place).unwrap();
        match damage {
            "garbage" => bytes = b"kaputt ".repeat(3_000),
            "zeroes" => bytes[100..8192].fill(0),
            _ => bytes.truncate(5_000),
        }
        std::fs::write(&place, &bytes).unwrap();
        backup::restore(&copy, folder.path()).await.unwrap();
        assert_eq!(dump(&place).await, dump(&copy).await, "{damage}");
        assert_eq!(
            std::fs::read(folder.path().join("backups/before-restore.sqlite")).unwrap().len(),
            bytes.len(),
            "{damage}"
        );
    }
}

/// A log knows pages, not whose pages: left beside the new file it would be played into it.
#[tokio::test]
async fn the_log_of_a_damaged_database_does_not_run_into_the_restored_one() {
    let (_elsewhere, copy) = backup_of_offenburg().await;
    let town_folder = small_town().await;
    let (folder, running) = (TempDir::new().unwrap(), Folder::on(town_folder.path()).await);
    running.import("Ortsteil;Stand;Verträge\nGriesheim;10.11.2023;298\n", town::NOON).await.unwrap();
    let names = ["faserstand.sqlite", "faserstand.sqlite-wal"];
    let [mut database, log] = names.map(|name| std::fs::read(running.store.file().with_file_name(name)).unwrap());
    // As after a power cut that took the header with it.
    database[..100].fill(0);
    for (name, bytes) in names.into_iter().zip([&database, &log]) {
        std::fs::write(folder.path().join(name), bytes).unwrap();
    }
    backup::restore(&copy, folder.path()).await.unwrap();
    assert_eq!(dump(&Store::file_in(folder.path())).await, dump(&copy).await);
    assert!(!folder.path().join("faserstand.sqlite-wal").exists());
}

#[tokio::test]
async fn a_database_copied_with_its_log_comes_back_with_what_only_the_log_holds() {
    let folder = Folder::with_town().await;
    folder.import("Ortsteil;Stand;Verträge\nBühl;10.11.2023;141\n", town::NOON).await.unwrap();
    // As a file-level backup of a running server takes it.
    let elsewhere = TempDir::new().unwrap();
    for ending in ["", "-wal"] {
        let name = format!("faserstand.sqlite{ending}");
        std::fs::copy(folder.file(&name), elsewhere.path().join(&name)).unwrap();
    }
    let fresh = TempDir::new().unwrap();
    backup::restore(&Store::file_in(elsewhere.path()), fresh.path()).await.unwrap();
    assert_eq!(dump(&Store::file_in(fresh.path())).await, dump(&folder.database()).await);
}
