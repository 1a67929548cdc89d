//! Files that are taken.

use faserstand_lib::{
    application::{
        actor::Actor,
        readings::{ImportReport, import},
    },
    domain::{
        amount::Amount,
        import::Notice,
        reading::{Record, Stage, Value},
    },
};

use crate::support::{
    folder::{Folder, clock},
    town::{self, NOON},
};

const TABLE: &str = "Ortsteil;Stand;Stufe;Verträge;Quelle;Anmerkung\n\
    Bühl;10.11.2023;geprüft;141;Netz GmbH;ohne Doppelte\n\
    Griesheim;10.11.2023;gemeldet;-;;\n\
    Windschläg;10.11.2023;netto;33;;\n";

fn report(added: u32, corrected: u32, unchanged: u32) -> ImportReport {
    ImportReport { added, corrected, unchanged, dry_run: false, notices: Vec::new() }
}

fn counted(contracts: u32) -> Value {
    Value::Contracts(Amount::Exact(contracts))
}

#[tokio::test]
async fn a_good_file_is_taken_with_all_it_says() {
    let folder = Folder::with_town().await;
    assert_eq!(folder.import(TABLE, NOON).await.unwrap(), report(3, 0, 0));
    let stored = folder.rollout().await.readings;
    let [buehl, griesheim, windschlaeg] = &stored[..] else { panic!("{stored:?}") };
    assert_eq!((buehl.area, buehl.campaign, buehl.corrects.clone()), (town::BUEHL, town::CAMPAIGN, None));
    assert_eq!(buehl.recorded_at, NOON.parse().unwrap());
    assert_eq!((buehl.reading.as_of, buehl.reading.stage), (town::DAY, Stage::Checked));
    assert_eq!(buehl.reading.value(), counted(141));
    assert_eq!(buehl.reading.base().map(|base| base.count), Some(1_000));
    assert_eq!(buehl.reading.source.name, "Netz GmbH");
    assert_eq!(buehl.reading.note.as_deref(), Some("ohne Doppelte"));
    assert_eq!((griesheim.reading.value(), griesheim.reading.stage), (Value::NotReported, Stage::Reported));
    // Without a source of its own the file stands for it; Windschläg has no base.
    assert_eq!(windschlaeg.reading.source.name, "Datei test.csv");
    assert_eq!((windschlaeg.reading.stage, windschlaeg.reading.base()), (Stage::Net, None));
}

#[tokio::test]
async fn every_reading_has_its_entry_in_the_log() {
    let folder = Folder::with_town().await;
    folder.import(TABLE, NOON).await.unwrap();
    let (stored, log) = (folder.rollout().await.readings, folder.log().await);
    assert_eq!(log.iter().map(|(number, _)| *number).collect::<Vec<_>>(), [1, 2, 3]);
    let which: Vec<&str> = log.iter().map(|(_, change)| change.which.as_str()).collect();
    assert_eq!(which, ["buehl 2023-11-10", "griesheim 2023-11-10", "windschlaeg 2023-11-10"]);
    for ((_, change), record) in log.iter().zip(&stored) {
        assert_eq!((change.who.as_str(), change.what.as_str()), ("Kommandozeile", "reading"));
        assert_eq!((change.at, &change.old, &change.why), (NOON.parse().unwrap(), &None, &None));
        let told: Record = serde_json::from_str(change.new.as_deref().unwrap()).unwrap();
        assert_eq!(told, *record);
    }
}

#[tokio::test]
async fn the_same_file_twice_changes_nothing() {
    let folder = Folder::with_town().await;
    folder.import(TABLE, NOON).await.unwrap();
    let before = (folder.rollout().await, folder.log().await);
    assert_eq!(folder.import(TABLE, "2023-11-11T11:00:00Z").await.unwrap(), report(0, 0, 3));
    assert_eq!((folder.rollout().await, folder.log().await), before);
    // A file that says more adds just that.
    let longer = format!("{TABLE}Zell-Weierbach;10.11.2023;geprüft;600;;\n");
    assert_eq!(folder.import(&longer, "2023-11-11T11:00:00Z").await.unwrap(), report(1, 0, 3));
    assert_eq!(folder.log().await.len(), 4);
}

#[tokio::test]
async fn each_stage_of_a_day_is_a_reading_of_its_own() {
    let folder = Folder::with_town().await;
    let stages = "Ortsteil;Stand;Stufe;Verträge\nBühl;10.11.2023;gemeldet;150\nBühl;10.11.2023;geprüft;141\n\
        Bühl;10.11.2023;netto;139\nBühl;9.11.2023;gemeldet;149\n";
    assert_eq!(folder.import(stages, NOON).await.unwrap(), report(4, 0, 0));
}

#[tokio::test]
async fn a_dry_run_says_the_same_and_stores_nothing() {
    let folder = Folder::with_town().await;
    let tried = import(&folder.store, &Actor::Console, "test.csv", TABLE.as_bytes(), clock(NOON), true).await.unwrap();
    assert_eq!(tried, ImportReport { dry_run: true, ..report(3, 0, 0) });
    assert_eq!((folder.rollout().await.readings, folder.log().await), (Vec::new(), Vec::new()));
    // The same file in earnest is all new.
    assert_eq!(folder.import(TABLE, NOON).await.unwrap(), report(3, 0, 0));
}

#[tokio::test]
async fn what_was_adapted_is_told() {
    let folder = Folder::with_town().await;
    let table = "Ortsteil;Stand;Verträge;Lieferant\nBühl;10.11.2023;;x\n";
    let notices = folder.import(table, NOON).await.unwrap().notices;
    let expected = [
        Notice::ColumnNotRead { name: "Lieferant".to_owned() },
        Notice::NoStageColumn,
        Notice::NoValue { lines: vec![2] },
    ];
    assert_eq!(notices, expected);
}

#[tokio::test]
async fn excels_windows_1252_is_taken() {
    let folder = Folder::with_town().await;
    let bytes = include_bytes!("../fixtures/readings/excel_windows1252.csv");
    let taken = import(&folder.store, &Actor::Console, "excel.csv", bytes, clock(NOON), false).await.unwrap();
    assert_eq!(taken.added, 3);
    let stored = folder.rollout().await.readings;
    let areas: Vec<_> = stored.iter().map(|record| record.area).collect();
    assert_eq!(areas, [town::BUEHL, town::ZELL_WEIERBACH, town::WINDSCHLAEG]);
}

#[tokio::test]
async fn sample_data_stays_marked_as_such() {
    let folder = Folder::with_town().await;
    folder.import("Beispieldaten;;\nOrtsteil;Stand;Verträge\nBühl;10.11.2023;141\n", NOON).await.unwrap();
    assert!(folder.rollout().await.readings[0].reading.sample);
}

#[tokio::test]
async fn a_full_year_of_weekly_files_is_taken_in_one() {
    let folder = Folder::with_town().await;
    let rows = (0..52_u32).flat_map(|week| {
        let day = jiff::civil::date(2023, 9, 4).checked_add(jiff::Span::new().weeks(week)).unwrap();
        ["Bühl", "Griesheim", "Windschläg", "Zell-Weierbach"].map(|area| format!("{area};{day};geprüft;{}\n", week * 5))
    });
    let table = format!("Ortsteil;Stand;Stufe;Verträge\n{}", rows.collect::<String>());
    assert_eq!(folder.import(&table, "2024-09-10T11:00:00Z").await.unwrap(), report(208, 0, 0));
    assert_eq!(folder.import(&table, "2024-09-10T11:00:00Z").await.unwrap(), report(0, 0, 208));
}
