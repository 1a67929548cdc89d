//! The contacts of citizens end by themselves, without anybody's doing.

use std::{path::Path, time::Duration};

use faserstand_lib::{
    application::remarks::{Letterbox, send},
    domain::remark::{NewRemark, Place},
    storage::Store,
};
use jiff::{SignedDuration, Timestamp};
use tempfile::TempDir;

use crate::run::{Server, run, small_town};

const OLD: &str = "zilpzalp@example.org";
const YOUNG: &str = "rotkehlchen@example.org";

/// The small town with two remarks: one came seven months ago, one just now.
async fn with_remarks() -> TempDir {
    let folder = small_town().await;
    let store = Store::open(folder.path()).await.unwrap();
    let ago = |days: i64| Timestamp::now() - SignedDuration::from_hours(24 * days);
    for (contact, at) in [(OLD, ago(210)), (YOUNG, ago(0))] {
        let new = NewRemark::new(Place::TOWN, "Das stimmt nicht.", contact, "1").unwrap();
        send(&store, &Letterbox::default(), "192.0.2.1", &new, None, at).await.unwrap();
    }
    store.close().await;
    folder
}

/// Whether a file of the folder holds this text.
fn holds(folder: &Path, text: &str) -> bool {
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file());
    files
        .map(|path| std::fs::read(path).unwrap())
        .any(|bytes| bytes.windows(text.len()).any(|at| at == text.as_bytes()))
}

#[tokio::test]
async fn a_server_that_starts_deletes_the_contacts_whose_time_is_over() {
    let folder = with_remarks().await;
    assert!(holds(folder.path(), OLD) && holds(folder.path(), YOUNG), "the control: both are there");
    let mut server = Server::start(&[], folder.path());
    assert!(!holds(folder.path(), OLD), "before it answers");
    assert!(holds(folder.path(), YOUNG));
    assert!(std::process::Command::new("kill").arg(server.id().to_string()).status().unwrap().success());
    assert_eq!(server.ended_within(Duration::from_secs(10)), Some(0));
    assert!(!holds(folder.path(), OLD) && holds(folder.path(), YOUNG));
}

#[tokio::test]
async fn a_backup_holds_no_contact_whatever_its_age() {
    let folder = with_remarks().await;
    let copies = TempDir::new().unwrap();
    let copy = copies.path().join("sicherung.sqlite");
    assert_eq!(run(&["backup", copy.to_str().unwrap()], folder.path()).code, 0);
    assert!(holds(copies.path(), "Das stimmt nicht."));
    assert!(!holds(copies.path(), OLD) && !holds(copies.path(), YOUNG));
    // A check changes nothing.
    assert_eq!(run(&["check"], folder.path()).code, 0);
    assert!(holds(folder.path(), OLD));
}
