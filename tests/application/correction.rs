//! Corrections append: what was said before stays, and who looks back sees what was known then.

use faserstand_lib::{
    application::readings::{ImportError, ImportReport},
    domain::{
        amount::Amount,
        ids::ReadingId,
        import::Problem,
        reading::{Correction, Value, as_known_on},
    },
};

use crate::{
    sitting::{MONDAY, Sitting},
    support::{
        folder::{Folder, instant},
        town::{self, NOON},
    },
};

const FIRST: &str = "Ortsteil;Stand;Verträge\nBühl;10.11.2023;141\n";
const TWO_DAYS_LATER: &str = "2023-11-12T08:00:00Z";

fn correcting(contracts: &str, reason: &str) -> String {
    format!("Ortsteil;Stand;Verträge;Grund\nBühl;10.11.2023;{contracts};{reason}\n")
}

fn counts(report: &ImportReport) -> (u32, u32, u32) {
    (report.added, report.corrected, report.unchanged)
}

/// The values that held at an instant.
async fn known_on(folder: &Folder, at: &str) -> Vec<Value> {
    let records = folder.rollout().await.readings;
    as_known_on(&records, instant(at)).into_iter().map(|record| record.reading.value()).collect()
}

fn counted(contracts: u32) -> Value {
    Value::Contracts(Amount::Exact(contracts))
}

#[tokio::test]
async fn a_correction_is_appended_and_earlier_days_know_the_old_value() {
    let folder = Folder::with_town().await;
    folder.import(FIRST, NOON).await.unwrap();
    let report = folder.import(&correcting("139", "doppelt gezählt"), TWO_DAYS_LATER).await.unwrap();
    assert_eq!(counts(&report), (0, 1, 0));
    let stored = folder.rollout().await.readings;
    assert_eq!(stored.len(), 2);
    assert_eq!(stored[1].corrects, Some(Correction { of: ReadingId(1), reason: "doppelt gezählt".to_owned() }));
    assert_eq!(known_on(&folder, "2023-11-12T07:59:59Z").await, [counted(141)]);
    assert_eq!(known_on(&folder, TWO_DAYS_LATER).await, [counted(139)]);
    assert_eq!(known_on(&folder, "2023-11-10T10:59:59Z").await, []);
}

#[tokio::test]
async fn a_correction_is_counted_against_the_base_of_what_it_corrects() {
    let sitting = Sitting::begin().await;
    sitting.folder.import(FIRST, NOON).await.unwrap();
    sitting.count_anew("buehl", "2000").await;
    sitting.folder.import(&correcting("139", "doppelt gezählt"), MONDAY).await.unwrap();
    sitting.folder.import("Ortsteil;Stand;Verträge\nBühl;12.11.2023;150\n", MONDAY).await.unwrap();
    let readings = sitting.folder.rollout().await.readings;
    let bases: Vec<_> = readings.iter().filter_map(|record| Some(record.reading.base()?.count)).collect();
    assert_eq!(bases, [1_000, 1_000, 2_000]);
}

#[tokio::test]
async fn a_correction_is_corrected_in_its_turn() {
    let folder = Folder::with_town().await;
    folder.import(FIRST, NOON).await.unwrap();
    folder.import(&correcting("139", "doppelt gezählt"), TWO_DAYS_LATER).await.unwrap();
    folder.import(&correcting("140", "einer war keiner"), "2023-11-13T08:00:00Z").await.unwrap();
    let of: Vec<_> =
        folder.rollout().await.readings.iter().map(|record| record.corrects.clone().map(|c| c.of)).collect();
    assert_eq!(of, [None, Some(ReadingId(1)), Some(ReadingId(2))]);
    assert_eq!(known_on(&folder, "2023-11-14T00:00:00Z").await, [counted(140)]);
    assert_eq!(known_on(&folder, TWO_DAYS_LATER).await, [counted(139)]);
}

#[tokio::test]
async fn going_back_to_the_first_value_is_a_correction_too() {
    let folder = Folder::with_town().await;
    folder.import(FIRST, NOON).await.unwrap();
    folder.import(&correcting("139", "doppelt gezählt"), TWO_DAYS_LATER).await.unwrap();
    // The first file again says something else than what holds now.
    let again = folder.import(FIRST, "2023-11-13T08:00:00Z").await;
    let Err(ImportError::Rows(errors)) = again else { panic!("{again:?}") };
    assert!(matches!(errors.kept()[0].problem, Problem::NeedsReason { stored, .. } if stored == counted(139)));
    let report = folder.import(&correcting("141", "war doch richtig"), "2023-11-13T08:00:00Z").await.unwrap();
    assert_eq!(counts(&report), (0, 1, 0));
}

#[tokio::test]
async fn the_same_correction_twice_changes_nothing() {
    let folder = Folder::with_town().await;
    folder.import(FIRST, NOON).await.unwrap();
    folder.import(&correcting("139", "doppelt gezählt"), TWO_DAYS_LATER).await.unwrap();
    let before = folder.log().await;
    let report = folder.import(&correcting("139", "doppelt gezählt"), "2023-11-13T08:00:00Z").await.unwrap();
    assert_eq!(counts(&report), (0, 0, 1));
    assert_eq!(folder.log().await, before);
}

#[tokio::test]
async fn a_reason_where_nothing_is_corrected_makes_no_correction() {
    let folder = Folder::with_town().await;
    let report = folder.import(&correcting("141", "vorsorglich"), NOON).await.unwrap();
    assert_eq!(counts(&report), (1, 0, 0));
    assert_eq!(folder.rollout().await.readings[0].corrects, None);
}

#[tokio::test]
async fn a_number_after_no_number_needs_no_reason() {
    let folder = Folder::with_town().await;
    folder.import("Ortsteil;Stand;Verträge\nBühl;10.11.2023;k. A.\n", NOON).await.unwrap();
    let report = folder.import(FIRST, TWO_DAYS_LATER).await.unwrap();
    assert_eq!(counts(&report), (1, 0, 0));
    let current = folder.rollout().await;
    let readings = current.readings_of(town::CAMPAIGN, town::BUEHL);
    let current = faserstand_lib::domain::reading::current(readings.iter().copied());
    assert_eq!(current.map(|reading| reading.value()), Some(counted(141)));
}

#[tokio::test]
async fn taking_a_number_back_needs_a_reason_and_leaves_no_number() {
    let folder = Folder::with_town().await;
    folder.import(FIRST, NOON).await.unwrap();
    folder.import(&correcting("k. A.", "falscher Ortsteil"), TWO_DAYS_LATER).await.unwrap();
    assert_eq!(known_on(&folder, TWO_DAYS_LATER).await, [Value::NotReported]);
    // A number that comes after all is new again.
    let report = folder.import(FIRST, "2023-11-13T08:00:00Z").await.unwrap();
    assert_eq!(counts(&report), (1, 0, 0));
}

#[tokio::test]
async fn corrections_and_new_readings_come_in_one_file() {
    let folder = Folder::with_town().await;
    folder.import(FIRST, NOON).await.unwrap();
    let table = "Ortsteil;Stand;Verträge;Grund\nBühl;10.11.2023;139;doppelt gezählt\nGriesheim;10.11.2023;298;\n";
    assert_eq!(counts(&folder.import(table, TWO_DAYS_LATER).await.unwrap()), (1, 1, 0));
}
