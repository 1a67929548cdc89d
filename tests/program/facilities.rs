//! `faserstand import facilities` and `export facilities`: what they say, and with which exit code.

use crate::run::{run, small_town};

const TABLE: &str =
    "Name;Art;Ortsteil;Down;Gemessen am\nGrundschule Bühl;Schule;Bühl;16;9.11.2023\nKita Bühl;Kita;Bühl;;\n";

fn written(folder: &std::path::Path, name: &str, text: &str) -> String {
    let file = folder.join(name);
    std::fs::write(&file, text).unwrap();
    file.to_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_list_is_taken_once_and_written_again() {
    let folder = small_town().await;
    let aside = tempfile::TempDir::new().unwrap();
    let list = written(aside.path(), "liste.csv", TABLE);
    let import = |options: &[&str]| run(&[&["import", "facilities", &list], options].concat(), folder.path());
    assert_eq!(
        import(&["--dry-run"]).out,
        "Probelauf: 2 Einrichtungen würden aufgenommen, 1 Leitung. Gespeichert ist nichts.\n"
    );
    assert_eq!(import(&[]).out, "2 Einrichtungen aufgenommen, 1 Leitung.\n");
    assert_eq!(import(&[]).out, "0 Einrichtungen aufgenommen. 2 standen schon so da.\n");
    let export = run(&["export", "facilities"], folder.path());
    assert!(export.code == 0 && export.out.contains("Grundschule Bühl;Schule"), "{export:?}");
    let copy = aside.path().join("kopie.csv");
    let copy = copy.to_str().unwrap();
    assert_eq!(run(&["export", "facilities", copy], folder.path()).out, format!("Geschrieben: {copy}\n"));
    let again = run(&["export", "facilities", copy], folder.path());
    assert!(again.code == 1 && again.err.contains("gibt es schon"), "{again:?}");
}

#[tokio::test]
async fn a_wrong_list_is_told_cell_by_cell() {
    let folder = small_town().await;
    let aside = tempfile::TempDir::new().unwrap();
    let list =
        written(aside.path(), "liste.csv", &TABLE.replace(";16;", ";schnell;").replace("Kita;Bühl", "Kita;Buhl"));
    let refused = run(&["import", "facilities", &list], folder.path());
    let expected = "Zeile 2, Spalte „Down“: „schnell“ ist keine Bandbreite. Schreiben Sie sie in Mbit/s, zum Beispiel 50.\n\
                    Zeile 3, Spalte „Ortsteil“: „Buhl“ ist kein bekanntes Gebiet. Schreiben Sie „Bühl“, wenn dieses gemeint ist.\n\
                    Nichts wurde gespeichert.\n";
    assert_eq!((refused.code, refused.out.as_str()), (1, expected));
}
