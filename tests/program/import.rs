//! `faserstand import readings`: what it says, and with which exit code.

use serde_json::{Value as Json, json};
use tempfile::TempDir;

use crate::run::{Run, faserstand, import, run, small_town};

const TABLE: &str = "Ortsteil;Stand;Stufe;Verträge\nBühl;10.11.2023;geprüft;141\nGriesheim;10.11.2023;geprüft;298\n";

fn said(out: &str) -> Run {
    Run { code: 0, out: format!("{out}\n"), err: String::new() }
}

fn refused(lines: &[&str]) -> Run {
    Run { code: 1, out: format!("{}\nNichts wurde gespeichert.\n", lines.join("\n")), err: String::new() }
}

#[tokio::test]
async fn a_good_file_is_told_in_one_sentence() {
    let folder = small_town().await;
    let dry = import(TABLE, &["--dry-run"], folder.path());
    assert_eq!(dry, said("Probelauf: 2 Meldungen würden aufgenommen. Gespeichert ist nichts."));
    assert_eq!(import(TABLE, &[], folder.path()), said("2 Meldungen aufgenommen."));
    assert_eq!(import(TABLE, &[], folder.path()), said("0 Meldungen aufgenommen. 2 standen schon da."));
    let corrected = "Ortsteil;Stand;Stufe;Verträge;Grund\nBühl;10.11.2023;geprüft;139;doppelt gezählt\n";
    assert_eq!(import(corrected, &[], folder.path()), said("1 Meldung aufgenommen, 1 davon als Korrektur."));
}

#[tokio::test]
async fn what_was_adapted_is_said_first() {
    let folder = small_town().await;
    let taken = import("Ortsteil;Stand;Verträge\nBühl;10.11.2023;141\n", &[], folder.path());
    let expected = "Ohne eine Spalte „Stufe“ gelten alle Zahlen als gemeldet.\n1 Meldung aufgenommen.";
    assert_eq!(taken, said(expected));
}

#[tokio::test]
async fn a_bad_file_is_told_row_by_row() {
    let folder = small_town().await;
    let table = "Ortsteil;Stand;Stufe;Verträge\nBuhl;10.11.2023;geprüft;141\nGriesheim;10.11.2023;geprüft;24,5 %\n";
    let expected = refused(&[
        "Zeile 2, Spalte „Ortsteil“: „Buhl“ ist kein bekanntes Gebiet. Schreiben Sie „Bühl“, wenn dieses gemeint ist.",
        "Zeile 3, Spalte „Verträge“: „24,5 %“ ist ein Anteil und keine Anzahl. Schreiben Sie ihn in eine Spalte „Quote in %“.",
    ]);
    assert_eq!(import(table, &[], folder.path()), expected);
    assert_eq!(import(table, &["--dry-run"], folder.path()), expected);
}

#[tokio::test]
async fn a_hundred_errors_are_listed_and_the_others_counted() {
    let folder = small_town().await;
    let table = format!("Ortsteil;Stand;Verträge\n{}", "Entenhausen;10.11.2023;1\n".repeat(250));
    let Run { code, out, .. } = import(&table, &[], folder.path());
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!((code, lines.len()), (1, 102));
    assert_eq!(lines[100..], ["… und 150 weitere.", "Nichts wurde gespeichert."]);
}

#[tokio::test]
async fn a_file_that_is_no_table_is_told_as_such() {
    let folder = small_town().await;
    let expected =
        "Das ist eine Arbeitsmappe. Speichern Sie sie in Excel als „CSV UTF-8“ und wählen Sie die neue Datei.";
    assert_eq!(import("PK\u{3}\u{4}…", &[], folder.path()), refused(&[expected]));
}

#[tokio::test]
async fn a_program_gets_the_same_as_json() {
    let folder = small_town().await;
    let read = |run: Run| (run.code, serde_json::from_str::<Json>(&run.out).unwrap());
    let report = ["--report", "json"];
    let taken = json!({ "added": 2, "corrected": 0, "unchanged": 0, "dry_run": false, "notices": [] });
    assert_eq!(read(import(TABLE, &report, folder.path())), (0, taken));
    let (code, refused) =
        read(import("Ortsteil;Stand;Stufe;Verträge\nBuhl;10.11.2023;netto;1\n", &report, folder.path()));
    assert_eq!((code, &refused["stored"]), (1, &json!(false)));
    let error = json!({ "line": 2, "column": "Ortsteil", "problem": { "unknown_area": { "text": "Buhl", "suggestion": "Bühl" } } });
    assert_eq!(refused["errors"][0]["error"], error);
    assert!(refused["errors"][0]["sentence"].as_str().unwrap().starts_with("Zeile 2, Spalte „Ortsteil“: „Buhl“"));
    let (code, refused) = read(import("", &report, folder.path()));
    let error = json!({ "problem": "empty", "sentence": "Die Datei ist leer. Wählen Sie eine Tabelle mit einer Kopfzeile und Zeilen darunter." });
    assert_eq!((code, refused), (1, json!({ "stored": false, "errors": [error] })));
}

#[tokio::test]
async fn a_missing_file_and_a_missing_folder_are_told_in_german() {
    let folder = small_town().await;
    let missing = run(&["import", "readings", "/gibt/es/nicht.csv"], folder.path());
    assert_eq!(
        missing,
        Run { code: 1, out: String::new(), err: "Fehler: /gibt/es/nicht.csv gibt es nicht.\n".to_owned() }
    );
    let empty = TempDir::new().unwrap();
    let Run { code, err, .. } = import(TABLE, &[], empty.path());
    let path = empty.path().display();
    let expected =
        format!("Fehler: In {path} liegt keine Datenbank. Nennen Sie den Datenordner des Servers mit --data.\n");
    assert_eq!((code, err), (1, expected));
    // Nothing was made there by asking.
    assert_eq!(std::fs::read_dir(empty.path()).unwrap().count(), 0);
}

#[tokio::test]
async fn the_folder_may_be_named_by_the_environment() {
    let folder = small_town().await;
    let file = folder.path().join("meldungen.csv");
    std::fs::write(&file, TABLE).unwrap();
    let mut command = faserstand(["import", "readings"]);
    let output = command.arg(&file).env("FASERSTAND_DATA", folder.path()).output().unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap(), "2 Meldungen aufgenommen.\n");
}

#[tokio::test]
async fn two_imports_at_once_both_arrive() {
    let folder = small_town().await;
    let table = |area: &str| format!("Ortsteil;Stand;Stufe;Verträge\n{area};10.11.2023;netto;10\n");
    let runs: Vec<Run> = std::thread::scope(|scope| {
        let areas = ["Bühl", "Griesheim", "Windschläg", "Zell-Weierbach"];
        let begun = areas.map(|area| scope.spawn(|| import(&table(area), &[], folder.path())));
        begun.into_iter().map(|run| run.join().unwrap()).collect()
    });
    assert_eq!(runs, [(); 4].map(|()| said("1 Meldung aufgenommen.")));
    assert_eq!(run(&["check"], folder.path()).code, 0);
}

#[test]
fn a_wrong_command_line_is_refused() {
    for arguments in [&["import"][..], &["import", "readings"], &["fliegen"], &["serve", "--today", "2023-11-10"]] {
        assert_eq!(faserstand(arguments).output().unwrap().status.code(), Some(2), "{arguments:?}");
    }
    let version = faserstand(["--version"]).output().unwrap();
    assert_eq!(String::from_utf8(version.stdout).unwrap(), format!("faserstand {}\n", env!("CARGO_PKG_VERSION")));
}
