//! Pages follow the data and the day by themselves.

use std::{
    process::Command,
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use axum::body::Bytes;
use faserstand_lib::{application::clock::Clock, domain::account::Role};
use jiff::Timestamp;

use crate::{
    site::Site,
    support::{
        folder::{Folder, Hands, clock, instant},
        town,
    },
};

/// How long a reader may see the old page after an import.
const SOON: Duration = Duration::from_secs(2);

/// Waits until a page contains a text; says how long it took, or that it never did.
async fn appears(site: &Site, page: &str, text: &str) -> Option<Duration> {
    let begun = Instant::now();
    while begun.elapsed() < SOON {
        if site.get(page).await.text().contains(text) {
            return Some(begun.elapsed());
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    None
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_by_another_process_is_on_the_page_within_two_seconds() {
    let site = Site::of(Folder::with_town().await, clock(town::NOON)).await;
    assert!(!site.get("/gebiet/buehl").await.text().contains("Frisch gezählt"));
    let table = site.folder.file("neu.csv");
    std::fs::write(&table, "Ortsteil;Stand;Verträge;Anmerkung\nBühl;10.11.2023;141;Frisch gezählt\n").unwrap();
    let import = Command::new(env!("CARGO_BIN_EXE_faserstand"))
        .args(["import", "readings"])
        .arg(&table)
        .arg("--data")
        .arg(site.folder.path())
        .output()
        .unwrap();
    assert!(import.status.success(), "{import:?}");
    assert!(appears(&site, "/gebiet/buehl", "Frisch gezählt").await.is_some());
    // The address that the open page asks says so as well.
    assert!(site.get("/api/public/v1/areas/buehl.json").await.text().contains("Frisch gezählt"));
    // What nobody imported does not appear.
    assert!(appears(&site, "/gebiet/buehl", "Nie gezählt").await.is_none());
}

#[tokio::test]
async fn the_day_changes_on_the_page_at_midnight_in_berlin() {
    let now = Arc::new(Mutex::new(instant("2023-11-23T22:59:58Z")));
    let told = now.clone();
    let clock = Clock::of(move || *told.lock().unwrap());
    let site = Site::of(Folder::with_town().await, clock).await;
    let today = async |site: &Site| site.get("/api/public/v1/town.json").await.text().contains("2023-11-24");
    assert!(!today(&site).await);
    // One second before midnight nothing moves, although the data is looked at meanwhile.
    let set = |text: &str| *now.lock().unwrap() = text.parse::<Timestamp>().unwrap();
    set("2023-11-23T22:59:59Z");
    tokio::time::sleep(Duration::from_millis(1_200)).await;
    assert!(!today(&site).await);
    set("2023-11-23T23:00:00Z");
    // The extension that was announced on the 24th is known from then on.
    assert!(appears(&site, "/api/public/v1/town.json", "2023-12-31").await.is_some());
    assert!(today(&site).await);
}

#[tokio::test]
async fn a_demonstration_stands_still_at_midnight() {
    let clock = clock("2031-05-02T09:30:00Z").showing(town::DAY);
    let site = Site::of(Folder::with_town().await, clock).await;
    assert!(site.get("/").await.text().contains("10.\u{a0}November\u{a0}2023"));
}

/// Equal bytes may be made twice; bytes at one and the same place in memory are made once.
#[tokio::test(flavor = "multi_thread", worker_threads = 8)]
async fn however_many_ask_at_once_a_page_is_made_once() {
    let site = Arc::new(Site::offenburg().await);
    let place = |body: &Bytes| body.as_ptr() as usize;
    let asking: Vec<_> = (0..200)
        .map(|_| {
            let site = site.clone();
            // Nobody asked for this page before: all of them come before it is made.
            tokio::spawn(async move { place(&site.get("/gebiet/zunsweier").await.body) })
        })
        .collect();
    let mut places = Vec::new();
    for asked in asking {
        places.push(asked.await.unwrap());
    }
    places.dedup();
    assert_eq!(places.len(), 1);
    // Another server of the same data makes its own.
    let other = Site::offenburg().await.get("/gebiet/zunsweier").await.body;
    assert_ne!(places, [place(&other)]);
}

#[tokio::test]
async fn an_unchanged_database_leaves_the_made_pages_alone() {
    let site = Site::offenburg().await;
    let before = site.get("/gebiet/buehl").await.body;
    tokio::time::sleep(Duration::from_millis(1_200)).await;
    assert_eq!(site.get("/gebiet/buehl").await.body.as_ptr(), before.as_ptr());
}

#[tokio::test]
async fn readers_are_served_while_a_writer_holds_the_database() {
    let hands = Hands::at(town::NOON);
    let site = Site::of(Folder::with_town().await, hands.clock()).await.with_account("Anna", Role::Editor, None).await;
    let cookie = site.sign_in("Anna").await;
    let writer = site.folder.store.write().await.unwrap();
    let begun = Instant::now();
    assert!(site.get("/gebiet/buehl").await.status.is_success());
    // By now the session's last request would have to be noted.
    hands.forward(120);
    assert!(site.post_as(&cookie, "/api/desk/today", "{}").await.status.is_success());
    assert!(begun.elapsed() < Duration::from_secs(2));
    drop(writer);
}
