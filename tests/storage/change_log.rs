//! A later hand on the file is noticed.

use faserstand_lib::storage::{StorageError, backup};
use tempfile::TempDir;

use crate::support::{folder::Folder, forged::by_hand, town};

const TABLE: &str = "Ortsteil;Stand;Stufe;Verträge\n\
    Bühl;10.11.2023;geprüft;141\n\
    Griesheim;10.11.2023;geprüft;298\n\
    Zell-Weierbach;10.11.2023;geprüft;333\n";

/// A closed database with three readings and their three entries.
async fn three_readings() -> TempDir {
    let folder = Folder::with_town().await;
    folder.import(TABLE, town::NOON).await.unwrap();
    assert_eq!(folder.log().await.len(), 3);
    folder.closed().await
}

/// What the check says after these statements were run by hand; nothing when it finds nothing.
async fn found_after(statements: &[&str]) -> Option<String> {
    let folder = three_readings().await;
    let file = faserstand_lib::storage::Store::file_in(folder.path());
    by_hand(&file, statements).await;
    match backup::check_file(&file).await {
        Ok(()) => None,
        Err(StorageError::Damaged { detail, .. }) => Some(detail),
        Err(error) => panic!("{error}"),
    }
}

#[tokio::test]
async fn an_untouched_database_passes() {
    assert_eq!(found_after(&[]).await, None);
    // Nor does the check mind a hand on what is not history.
    assert_eq!(found_after(&["UPDATE area SET name = 'Bühl bei Offenburg' WHERE id = 2"]).await, None);
}

#[tokio::test]
async fn an_altered_entry_is_found() {
    for column in
        ["at = '2023-11-10T11:00:01Z'", "who = 'Niemand'", "which = ''", "new = NULL", "old = '{}'", "why = 'so'"]
    {
        let found = found_after(&[&format!("UPDATE change_log SET {column} WHERE id = 2")]).await;
        assert_eq!(found.as_deref(), Some("entry 2 of the change log was altered"), "{column}");
    }
}

#[tokio::test]
async fn a_text_moved_from_one_field_to_the_next_is_found() {
    let found = found_after(&["UPDATE change_log SET what = what || which, which = '' WHERE id = 1"]).await;
    assert_eq!(found.as_deref(), Some("entry 1 of the change log was altered"));
}

#[tokio::test]
async fn a_missing_entry_is_found_wherever_it_stood() {
    let first = found_after(&["DELETE FROM change_log WHERE id = 1"]).await;
    assert_eq!(first.as_deref(), Some("entry 1 of the change log is missing"));
    let middle = found_after(&["DELETE FROM change_log WHERE id = 2"]).await;
    assert_eq!(middle.as_deref(), Some("entry 2 of the change log is missing"));
    // Even together with its reading, so that the numbers match.
    let last = found_after(&["DELETE FROM change_log WHERE id = 3", "DELETE FROM reading WHERE id = 3"]).await;
    assert_eq!(last.as_deref(), Some("the last entries of the change log are missing"));
    let all = found_after(&["DELETE FROM change_log", "DELETE FROM reading"]).await;
    assert_eq!(all.as_deref(), Some("the last entries of the change log are missing"));
}

#[tokio::test]
async fn an_entry_that_was_closed_up_to_hide_a_gap_is_found() {
    let found = found_after(&["DELETE FROM change_log WHERE id = 1", "UPDATE change_log SET id = id - 1"]).await;
    assert_eq!(found.as_deref(), Some("entry 1 of the change log was altered"));
}

#[tokio::test]
async fn a_forged_entry_is_found() {
    let copy = "INSERT INTO change_log (at, who, what, which, chain)
                SELECT at, who, 'note', which, chain FROM change_log WHERE id = 3";
    assert_eq!(found_after(&[copy]).await.as_deref(), Some("entry 4 of the change log was altered"));
}

#[tokio::test]
async fn a_reading_without_an_entry_is_found() {
    let unlogged = "INSERT INTO reading (campaign_id, area_id, as_of, stage, measure, exactness, low, base_id, source_name,
                    sample, recorded_at, recorded_by)
                    SELECT campaign_id, area_id, '2023-11-09', stage, measure, exactness, low, base_id, source_name, sample,
                    recorded_at, recorded_by FROM reading WHERE id = 3";
    assert_eq!(found_after(&[unlogged]).await.as_deref(), Some("more readings than entries of the change log"));
}

#[tokio::test]
async fn a_deleted_reading_is_found() {
    let last = found_after(&["DELETE FROM reading WHERE id = 3"]).await;
    assert_eq!(last.as_deref(), Some("fewer readings than entries of the change log"));
    let first = found_after(&["DELETE FROM reading WHERE id = 1"]).await;
    assert_eq!(first.as_deref(), Some("reading 2 is not as entry 1 tells"));
}

#[tokio::test]
async fn an_altered_reading_is_found_although_the_log_is_whole() {
    for column in [
        "area_id = 4",
        "recorded_at = '2023-11-10T11:00:01Z'",
        "low = 331",
        "as_of = '2023-11-09'",
        "stage = 'net'",
        "sample = 1",
        "note = 'x'",
        "source_name = 'x'",
    ] {
        let found = found_after(&[&format!("UPDATE reading SET {column} WHERE id = 3")]).await;
        assert_eq!(found.as_deref(), Some("reading 3 is not as entry 3 tells"), "{column}");
    }
}

#[tokio::test]
async fn an_altered_base_is_found_because_readings_are_counted_against_it() {
    let found = found_after(&["UPDATE base SET count = 700 WHERE id = 1"]).await;
    assert_eq!(found.as_deref(), Some("reading 1 is not as entry 1 tells"));
}

#[tokio::test]
async fn the_reason_of_a_correction_is_kept_with_both_values() {
    let folder = Folder::with_town().await;
    folder.import(TABLE, town::NOON).await.unwrap();
    let corrected = "Ortsteil;Stand;Stufe;Verträge;Grund\nBühl;10.11.2023;geprüft;139;doppelt gezählt\n";
    folder.import(corrected, "2023-11-12T08:00:00Z").await.unwrap();
    let (number, change) = folder.log().await.pop().unwrap();
    assert_eq!((number, change.who.as_str(), change.which.as_str()), (4, "Kommandozeile", "buehl 2023-11-10"));
    assert!(change.old.unwrap().contains("141") && change.new.unwrap().contains("139"));
    assert_eq!(change.why.as_deref(), Some("doppelt gezählt"));
    assert_eq!(change.at, "2023-11-12T08:00:00Z".parse().unwrap());
    let folder = folder.closed().await;
    backup::check_file(&faserstand_lib::storage::Store::file_in(folder.path())).await.unwrap();
}
