//! `faserstand backup`, `restore` and `check`.

use faserstand_lib::storage::Store;
use tempfile::TempDir;

use crate::{
    run::{Run, Server, import, run, small_town},
    support::{dump::dump, forged::by_hand},
};

const TABLE: &str = "Ortsteil;Stand;Stufe;Verträge\nBühl;10.11.2023;geprüft;141\n";

fn said(out: String) -> Run {
    Run { code: 0, out: format!("{out}\n"), err: String::new() }
}

fn failed(err: String) -> Run {
    Run { code: 1, out: String::new(), err: format!("Fehler: {err}\n") }
}

#[tokio::test]
async fn a_backup_is_told_and_restored_elsewhere() {
    let (folder, elsewhere) = (small_town().await, TempDir::new().unwrap());
    import(TABLE, &[], folder.path());
    let copy = elsewhere.path().join("sicherung.sqlite");
    let name = copy.to_str().unwrap();
    assert_eq!(run(&["backup", name], folder.path()), said(format!("Gesichert und geprüft: {name}")));
    assert_eq!(
        run(&["backup", name], folder.path()),
        failed(format!("{name} gibt es schon. Nennen Sie eine neue Datei."))
    );
    let new = elsewhere.path().join("neu");
    let told = said(format!("Wiederhergestellt aus {name} in {}", new.display()));
    assert_eq!(run(&["restore", name], &new), told);
    assert_eq!(dump(&Store::file_in(&new)).await, dump(&Store::file_in(folder.path())).await);
    assert_eq!(run(&["check"], &new), said("Die Datenbank und ihr Protokoll sind in Ordnung.".to_owned()));
}

#[tokio::test]
async fn a_backup_of_no_database_makes_none() {
    let empty = TempDir::new().unwrap();
    let target = empty.path().join("sicherung.sqlite");
    let refused = run(&["backup", target.to_str().unwrap()], empty.path());
    assert_eq!(refused.code, 1);
    assert!(refused.err.starts_with("Fehler: In ") && refused.err.contains("liegt keine Datenbank"), "{}", refused.err);
    assert_eq!(std::fs::read_dir(empty.path()).unwrap().count(), 0);
}

#[tokio::test]
async fn restoring_what_is_damaged_or_missing_is_told_and_changes_nothing() {
    let folder = small_town().await;
    let before = dump(&Store::file_in(folder.path())).await;
    let letter = folder.path().join("brief.txt");
    std::fs::write(&letter, "Sehr geehrte Damen und Herren,\n".repeat(100)).unwrap();
    let refused = run(&["restore", letter.to_str().unwrap()], folder.path());
    let begins = format!("Fehler: {} ist beschädigt oder keine Datenbank von Faserstand (", letter.display());
    assert!(refused.code == 1 && refused.err.starts_with(&begins), "{}", refused.err);
    let missing = run(&["restore", "/gibt/es/nicht.sqlite"], folder.path());
    assert_eq!(missing, failed("/gibt/es/nicht.sqlite gibt es nicht.".to_owned()));
    assert_eq!(dump(&Store::file_in(folder.path())).await, before);
}

#[tokio::test]
async fn a_running_server_is_saved_but_not_replaced() {
    let (folder, elsewhere) = (small_town().await, TempDir::new().unwrap());
    let copy = elsewhere.path().join("sicherung.sqlite");
    let name = copy.to_str().unwrap();
    let server = Server::start(&[], folder.path());
    assert_eq!(run(&["backup", name], folder.path()).code, 0);
    let before = dump(&Store::file_in(folder.path())).await;
    let database = Store::file_in(folder.path());
    let refused = failed(format!("{} wird gerade benutzt. Beenden Sie zuerst den Server.", database.display()));
    assert_eq!(run(&["restore", name], folder.path()), refused);
    assert_eq!(dump(&database).await, before);
    assert!(server.get("/").contains("200 OK"));
    drop(server);
    assert_eq!(run(&["restore", name], folder.path()).code, 0);
}

#[tokio::test]
async fn a_hand_on_the_file_is_told() {
    let folder = small_town().await;
    import(TABLE, &[], folder.path());
    let database = Store::file_in(folder.path());
    by_hand(&database, &["UPDATE reading SET low = 241"]).await;
    let told = run(&["check"], folder.path());
    let begins = format!("Fehler: {} ist beschädigt oder keine Datenbank von Faserstand (", database.display());
    assert!(told.code == 1 && told.err.starts_with(&begins), "{}", told.err);
}

#[test]
fn checking_an_empty_folder_says_that_there_is_nothing() {
    let empty = TempDir::new().unwrap();
    let database = Store::file_in(empty.path());
    assert_eq!(run(&["check"], empty.path()), failed(format!("{} gibt es nicht.", database.display())));
    assert_eq!(std::fs::read_dir(empty.path()).unwrap().count(), 0);
}
