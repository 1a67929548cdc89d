//! How the connections are set: what a commit promises hangs on it.

use std::time::{Duration, Instant};

use faserstand_lib::storage::Store;
use sqlx::SqliteConnection;

use crate::support::{folder::Folder, town};

async fn pragma(connection: &mut SqliteConnection, name: &str) -> String {
    let sql = format!("SELECT CAST({name} AS TEXT) FROM pragma_{name}");
    sqlx::query_scalar(sqlx::AssertSqlSafe(sql)).fetch_one(connection).await.unwrap()
}

/// What every connection that writes must be set to.
async fn assert_durable(writer: &mut SqliteConnection) {
    assert_eq!(pragma(writer, "synchronous").await, "2"); // FULL
    assert_eq!(pragma(writer, "journal_mode").await, "wal");
    assert_eq!(pragma(writer, "foreign_keys").await, "1");
}

#[tokio::test]
async fn a_commit_is_on_the_disk_before_it_is_answered() {
    let folder = Folder::empty().await;
    for _ in 0..3 {
        let mut writer = folder.store.write().await.unwrap();
        assert_durable(&mut writer).await;
        writer.rollback().await.unwrap();
    }
}

#[tokio::test]
async fn a_writer_that_takes_the_place_of_a_broken_one_is_set_the_same_way() {
    let folder = Folder::empty().await;
    let mut broken = folder.store.write().await.unwrap();
    // A mark of this very connection.
    sqlx::query("PRAGMA cache_size = 7").execute(&mut *broken).await.unwrap();
    // Ends the transaction behind the driver's back, as SQLite does when the disk is full.
    sqlx::query("ROLLBACK").execute(&mut *broken).await.unwrap();
    assert!(broken.commit().await.is_err());
    let mut next = folder.store.write().await.unwrap();
    assert_ne!(pragma(&mut next, "cache_size").await, "7");
    assert_durable(&mut next).await;
}

#[tokio::test]
async fn the_linked_sqlite_has_a_sound_write_ahead_log() {
    let folder = Folder::empty().await;
    let version: String = sqlx::query_scalar("SELECT sqlite_version()")
        .fetch_one(&mut *folder.store.read().await.unwrap())
        .await
        .unwrap();
    let parts: Vec<u32> = version.split('.').map(|part| part.parse().unwrap()).collect();
    assert!(parts >= vec![3, 51, 3], "{version}");
}

#[tokio::test]
async fn a_reader_cannot_write() {
    let folder = Folder::with_town().await;
    let mut reader = folder.store.read().await.unwrap();
    let refused = sqlx::query("DELETE FROM event").execute(&mut *reader).await.unwrap_err();
    assert!(refused.to_string().contains("readonly"), "{refused}");
    let mut writer = folder.store.write().await.unwrap();
    sqlx::query("DELETE FROM event").execute(&mut *writer).await.unwrap();
}

#[tokio::test]
async fn a_reader_sees_one_state_while_another_writes() {
    let folder = Folder::with_town().await;
    let count = "SELECT count(*) FROM reading";
    let mut reader = folder.store.read().await.unwrap();
    let before: i64 = sqlx::query_scalar(count).fetch_one(&mut *reader).await.unwrap();
    folder.import("Ortsteil;Stand;Verträge\nBühl;10.11.2023;141\n", town::NOON).await.unwrap();
    let meanwhile: i64 = sqlx::query_scalar(count).fetch_one(&mut *reader).await.unwrap();
    drop(reader);
    let mut afterwards = folder.store.read().await.unwrap();
    let after: i64 = sqlx::query_scalar(count).fetch_one(&mut *afterwards).await.unwrap();
    assert_eq!((before, meanwhile, after), (0, 0, 1));
}

#[tokio::test]
async fn a_writer_waits_for_the_writer_of_another_process() {
    let folder = Folder::with_town().await;
    let other = Store::open(folder.path()).await.unwrap();
    let held = other.write().await.unwrap();
    let begun = Instant::now();
    let release = async {
        tokio::time::sleep(Duration::from_millis(300)).await;
        held.rollback().await.unwrap();
    };
    let (waited, ()) = tokio::join!(folder.store.write(), release);
    waited.unwrap();
    assert!(begun.elapsed() >= Duration::from_millis(300));
}

#[tokio::test]
async fn a_database_opens_again_with_everything() {
    let folder = Folder::with_offenburg().await;
    let before = folder.rollout().await;
    let folder = folder.closed().await;
    let store = Store::open(folder.path()).await.unwrap();
    let after = faserstand_lib::storage::rollout::load(&mut store.read().await.unwrap()).await.unwrap();
    assert_eq!(before, after);
    assert!(!folder.path().join("backups").exists());
}

#[tokio::test]
async fn a_file_that_is_no_database_is_not_opened_and_not_changed() {
    let folder = tempfile::TempDir::new().unwrap();
    let letter = "Sehr geehrte Damen und Herren,\n".repeat(200);
    std::fs::write(Store::file_in(folder.path()), &letter).unwrap();
    assert!(Store::open(folder.path()).await.is_err());
    assert_eq!(std::fs::read_to_string(Store::file_in(folder.path())).unwrap(), letter);
}
