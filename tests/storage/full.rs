//! A full disk: what was stored stays readable, the writer is told, and all goes on when there is room.

use faserstand_lib::{
    application::readings::ImportError,
    storage::{StorageError, Store, backup},
};

use crate::support::folder::Folder;

const LONG_NOTE: usize = 1_900;

/// Ninety readings with long notes: some thirty pages.
fn table() -> String {
    let rows = (0..90).map(|row| {
        let (day, month) = (1 + row % 30, 10 + row / 30);
        format!("Bühl;{day:02}.{month:02}.2023;netto;{row};{}\n", "x".repeat(LONG_NOTE))
    });
    format!("Ortsteil;Stand;Stufe;Verträge;Anmerkung\n{}", rows.collect::<String>())
}

#[tokio::test]
async fn a_full_disk_refuses_the_whole_file_and_afterwards_all_goes_on() {
    let folder = Folder::with_town().await;
    let before = folder.rollout().await;
    let mut transaction = folder.store.write().await.unwrap();
    // No page more than there is: for SQLite the disk is full.
    sqlx::query("PRAGMA max_page_count = 1").execute(&mut *transaction).await.unwrap();
    transaction.commit().await.unwrap();
    let refused = folder.import(&table(), "2024-01-10T11:00:00Z").await.unwrap_err();
    let ImportError::Storage(StorageError::Database(error)) = &refused else { panic!("{refused}") };
    assert!(error.to_string().contains("full"), "{error}");
    assert_eq!(folder.rollout().await, before);
    // The connection that met the full disk is replaced by one that finds room.
    folder.import(&table(), "2024-01-10T11:00:00Z").await.unwrap();
    assert_eq!(folder.rollout().await.readings.len(), 90);
    let folder = folder.closed().await;
    backup::check_file(&Store::file_in(folder.path())).await.unwrap();
}
