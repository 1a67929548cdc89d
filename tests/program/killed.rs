//! An import that is killed at any moment: all of it is there, or nothing, and what was told is true.

use std::{path::Path, time::Duration};

use faserstand_lib::storage::{Store, backup, change_log};
use jiff::{Span, civil::date};

use crate::run::{faserstand, small_town};

const ROWS: i64 = 400;

/// So many readings of Bühl: enough for the import to take some time.
fn table() -> String {
    let rows = (0..ROWS).map(|row| {
        let day = date(2023, 9, 4).checked_add(Span::new().days(row)).unwrap();
        format!("Bühl;{day};netto;{row}\n")
    });
    format!("Ortsteil;Stand;Stufe;Verträge\n{}", rows.collect::<String>())
}

async fn stored(folder: &Path) -> i64 {
    let store = Store::open(folder).await.unwrap();
    let stored = change_log::newest(&mut store.read().await.unwrap()).await.unwrap();
    store.close().await;
    stored
}

/// Imports into a folder and kills the program after this time, if any; says whether it had told that it was done.
fn killed_after(delay: Option<Duration>, folder: &Path) -> bool {
    let file = folder.join("meldungen.csv");
    std::fs::write(&file, table()).unwrap();
    let mut child = faserstand(["import", "readings"]).arg(&file).arg("--data").arg(folder).spawn().unwrap();
    if let Some(delay) = delay {
        std::thread::sleep(delay);
        let _ = child.kill();
    }
    let output = child.wait_with_output().unwrap();
    String::from_utf8_lossy(&output.stdout).contains("aufgenommen")
}

#[tokio::test]
async fn a_killed_import_is_all_there_or_not_at_all() {
    let (mut nothing, mut told) = (0, 0);
    for delay in (0..24).map(|step| Some(Duration::from_millis(step * step))).chain([None]) {
        let folder = small_town().await;
        let was_told = killed_after(delay, folder.path());
        let number = stored(folder.path()).await;
        assert!(number == 0 || number == ROWS, "{number} after {delay:?}");
        assert!(!was_told || number == ROWS, "told and not stored, after {delay:?}");
        backup::check_file(&Store::file_in(folder.path())).await.unwrap();
        nothing += i32::from(number == 0);
        told += i32::from(was_told);
    }
    // Some were killed before their commit, and the last one never.
    assert!(nothing > 0 && told > 0, "{nothing} stored nothing, {told} were told");
}
