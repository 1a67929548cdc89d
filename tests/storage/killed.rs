//! A writer that ends in the middle: nothing of its transaction stays, nothing that was committed goes.

use std::{
    path::Path,
    process::{Child, Command},
    time::{Duration, Instant},
};

use faserstand_lib::storage::{Store, backup, reading, rollout};
use jiff::civil::date;
use tempfile::TempDir;

use crate::support::{dump::dump, folder::Folder, town};

const FOLDER: &str = "FASERSTAND_TEST_FOLDER";
const COMMITS: &str = "FASERSTAND_TEST_COMMITS";
const WRITTEN: &str = "written";
const READINGS: i32 = 2_000;

/// The child of the tests below: writes many readings, says so and waits for its end.
#[tokio::test]
#[ignore = "started by the tests of this file"]
async fn child() {
    let Ok(folder) = std::env::var(FOLDER) else { return };
    let folder = Path::new(&folder);
    let store = Store::open(folder).await.unwrap();
    let mut transaction = store.write().await.unwrap();
    // So small a cache that the pages reach the file before the commit.
    sqlx::query("PRAGMA cache_size = 10").execute(&mut *transaction).await.unwrap();
    for day in 0..READINGS {
        let day = date(2010, 1, 1).checked_add(jiff::Span::new().days(day)).unwrap();
        reading::insert(&mut transaction, &town::counted(town::BUEHL, day, 1), "Test").await.unwrap();
    }
    if std::env::var(COMMITS).is_ok() {
        transaction.commit().await.unwrap();
        std::fs::write(folder.join(WRITTEN), "").unwrap();
        std::thread::sleep(Duration::from_secs(60));
    } else {
        std::fs::write(folder.join(WRITTEN), "").unwrap();
        std::thread::sleep(Duration::from_secs(60));
        drop(transaction);
    }
}

/// Starts the child on a folder and kills it when it has written.
fn killed_after_writing(folder: &Path, commits: bool) {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["killed::child", "--exact", "--ignored"]).env(FOLDER, folder);
    if commits {
        command.env(COMMITS, "yes");
    }
    let mut child = command.stdout(std::process::Stdio::null()).spawn().unwrap();
    wait_for(&folder.join(WRITTEN), &mut child);
    child.kill().unwrap();
    child.wait().unwrap();
    std::fs::remove_file(folder.join(WRITTEN)).unwrap();
}

fn wait_for(file: &Path, child: &mut Child) {
    let begun = Instant::now();
    while !file.exists() {
        assert!(child.try_wait().unwrap().is_none(), "the child ended by itself");
        assert!(begun.elapsed() < Duration::from_secs(60), "the child does not write");
        std::thread::sleep(Duration::from_millis(5));
    }
}

async fn small_town() -> TempDir {
    let folder = Folder::with_town().await;
    folder.import("Ortsteil;Stand;Verträge\nGriesheim;10.11.2023;298\n", town::NOON).await.unwrap();
    folder.closed().await
}

async fn readings(folder: &Path) -> usize {
    let store = Store::open(folder).await.unwrap();
    let stored = rollout::load(&mut store.read().await.unwrap()).await.unwrap().readings.len();
    store.close().await;
    stored
}

#[tokio::test]
async fn a_writer_killed_within_its_transaction_leaves_nothing_of_it() {
    let folder = small_town().await;
    let database = Store::file_in(folder.path());
    let before = dump(&database).await;
    killed_after_writing(folder.path(), false);
    let log = std::fs::metadata(folder.path().join("faserstand.sqlite-wal")).unwrap().len();
    assert!(log > 50_000, "nothing had been written yet: {log} bytes");
    backup::check_file(&database).await.unwrap();
    assert_eq!(dump(&database).await, before);
    assert_eq!(readings(folder.path()).await, 1);
}

#[tokio::test]
async fn a_writer_killed_after_its_commit_leaves_all_of_it() {
    let folder = small_town().await;
    killed_after_writing(folder.path(), true);
    assert_eq!(readings(folder.path()).await, 1 + READINGS as usize);
}

#[tokio::test]
async fn after_a_killed_writer_the_next_one_writes() {
    let folder = small_town().await;
    killed_after_writing(folder.path(), false);
    let store = Store::open(folder.path()).await.unwrap();
    let table = "Ortsteil;Stand;Verträge\nBühl;10.11.2023;141\n";
    crate::support::folder::import_into(&store, table, town::NOON).await.unwrap();
    store.close().await;
    assert_eq!(readings(folder.path()).await, 2);
    backup::check_file(&Store::file_in(folder.path())).await.unwrap();
}
