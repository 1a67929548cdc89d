//! A backup is whole, or there is none.

use std::{
    io::ErrorKind,
    path::{Path, PathBuf},
};

use faserstand_lib::storage::{StorageError, Store, backup};

use crate::support::{dump::dump, folder::Folder, town};

fn kind(error: &StorageError) -> Option<ErrorKind> {
    match error {
        StorageError::File { source, .. } => Some(source.kind()),
        _ => None,
    }
}

/// Names of what lies in a folder, without the database's own companions.
fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.filter(|name| !name.starts_with("faserstand.sqlite")).collect();
    names.sort();
    names
}

#[tokio::test]
async fn a_backup_holds_what_the_database_holds() {
    let folder = Folder::with_offenburg().await;
    let copy = folder.file("sicherung.sqlite");
    backup::create(&folder.store, &copy).await.unwrap();
    assert_eq!(dump(&copy).await, dump(&folder.database()).await);
    // One more reading is one more difference: the comparison sees it.
    folder.import("Ortsteil;Stand;Stufe;Verträge\nBühl;05.09.2023;netto;0\n", town::NOON).await.unwrap();
    assert_ne!(dump(&copy).await, dump(&folder.database()).await);
}

#[tokio::test]
async fn a_backup_is_one_file_that_can_be_read_from_a_disc() {
    let folder = Folder::with_offenburg().await;
    let copy = folder.file("sicherung.sqlite");
    backup::create(&folder.store, &copy).await.unwrap();
    let bytes = std::fs::read(&copy).unwrap();
    // Bytes 18 and 19 of the header: 1 is a file without a write-ahead log, 2 one with.
    assert_eq!((bytes[18], bytes[19]), (1, 1));
    assert_eq!(names(folder.path()), ["sicherung.sqlite"]);
}

#[tokio::test]
async fn a_backup_does_not_overwrite() {
    let folder = Folder::with_town().await;
    let taken = folder.file("wichtig.txt");
    std::fs::write(&taken, "nicht überschreiben").unwrap();
    let refused = backup::create(&folder.store, &taken).await.unwrap_err();
    assert_eq!(kind(&refused), Some(ErrorKind::AlreadyExists));
    assert_eq!(std::fs::read_to_string(&taken).unwrap(), "nicht überschreiben");
    assert_eq!(names(folder.path()), ["wichtig.txt"]);
}

#[tokio::test]
async fn a_backup_makes_its_folder_and_says_when_it_cannot() {
    let folder = Folder::with_town().await;
    backup::create(&folder.store, &folder.file("a/b/sicherung.sqlite")).await.unwrap();
    std::fs::write(folder.file("datei"), "kein Ordner").unwrap();
    let refused = backup::create(&folder.store, &folder.file("datei/sicherung.sqlite")).await.unwrap_err();
    assert!(kind(&refused).is_some(), "{refused}");
}

#[tokio::test]
async fn what_a_cut_short_backup_left_is_no_obstacle() {
    let folder = Folder::with_town().await;
    std::fs::write(folder.file("sicherung.sqlite.part"), "die erste Hälfte").unwrap();
    backup::create(&folder.store, &folder.file("sicherung.sqlite")).await.unwrap();
    assert_eq!(names(folder.path()), ["sicherung.sqlite"]);
}

#[tokio::test]
async fn a_damaged_database_gives_no_backup() {
    let folder = Folder::with_offenburg().await.closed().await;
    // Zeroes over the last page but one.
    let database = Store::file_in(folder.path());
    let mut bytes = std::fs::read(&database).unwrap();
    let end = bytes.len() - 4096;
    bytes[end - 4096..end].fill(0);
    std::fs::write(&database, bytes).unwrap();
    let store = Store::open(folder.path()).await.unwrap();
    assert!(backup::create(&store, &folder.path().join("sicherung.sqlite")).await.is_err());
    assert_eq!(names(folder.path()), [""; 0]);
}

#[tokio::test]
async fn a_backup_leaves_out_what_is_not_committed() {
    let folder = Folder::with_town().await;
    let mut half = folder.store.write().await.unwrap();
    sqlx::query("INSERT INTO setting VALUES ('half', 'done')").execute(&mut *half).await.unwrap();
    let copy = folder.file("sicherung.sqlite");
    backup::create(&folder.store, &copy).await.unwrap();
    assert!(!dump(&copy).await.contains("half"));
    half.commit().await.unwrap();
    let later = folder.file("danach.sqlite");
    backup::create(&folder.store, &later).await.unwrap();
    assert!(dump(&later).await.contains("half"));
}

#[tokio::test(flavor = "multi_thread")]
async fn backups_are_taken_while_another_connection_writes() {
    let folder = Folder::with_town().await;
    let writer = {
        let store = Store::open(folder.path()).await.unwrap();
        tokio::spawn(async move {
            for contracts in 0..60 {
                let day = 1 + contracts / 2;
                let stage = if contracts % 2 == 0 { "gemeldet" } else { "netto" };
                let table = format!("Ortsteil;Stand;Stufe;Verträge\nBühl;{day:02}.10.2023;{stage};{contracts}\n");
                crate::support::folder::import_into(&store, &table, town::NOON).await.unwrap();
            }
        })
    };
    let mut copies: Vec<PathBuf> = Vec::new();
    while !writer.is_finished() || copies.is_empty() {
        let copy = folder.file(&format!("sicherung-{:03}.sqlite", copies.len()));
        // The copy is checked against its own change log: a half-written reading would not pass.
        backup::create(&folder.store, &copy).await.unwrap();
        copies.push(copy);
    }
    writer.await.unwrap();
    assert_eq!(folder.log().await.len(), 60);
    assert_ne!(dump(&copies[0]).await, dump(&folder.database()).await, "nothing was written meanwhile");
}
