//! Saving the weekly sheet: what is sent twice is stored once, and a full disk loses nothing.

use axum::http::StatusCode;
use faserstand_lib::domain::{
    api_error::ApiError,
    entry::{Entry, Saved},
    reading::Stage,
};
use serde_json::json;

use crate::{
    site::{Answer, Site},
    support::{
        folder::{Folder, clock, instant},
        staff, town,
    },
};

/// The small town with two editors, and their cookies.
async fn staffed() -> (Site, [String; 2]) {
    let folder = Folder::with_town().await;
    staff::hire(&folder.store, 2, instant(town::NOON)).await;
    let tokens = staff::sign_in(&folder.store, 2, instant(town::NOON)).await;
    let cookies = [0, 1].map(|person: usize| format!("faserstand={}", tokens[person]));
    (Site::of(folder, clock(town::NOON)).await, cookies)
}

async fn save(site: &Site, cookie: &str, entry: &Entry) -> Answer {
    site.post_as(cookie, "/api/readings/enter", &json!({ "entry": entry }).to_string()).await
}

fn saved(answer: &Answer) -> Saved {
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    serde_json::from_slice(&answer.body).unwrap()
}

/// So many readings and entries in the log are stored.
async fn stored(site: &Site) -> (usize, usize) {
    let log = site.folder.log().await;
    let entries = log.iter().filter(|(_, change)| change.what == "reading").count();
    (site.folder.rollout().await.readings.len(), entries)
}

fn buehl(key: &str) -> Entry {
    staff::sheet(key, [staff::row("Bühl", town::DAY, Stage::Checked, 141, 0)])
}

#[tokio::test]
async fn what_is_sent_twice_is_stored_once_and_answered_alike() {
    let (site, [cookie, _]) = staffed().await;
    let entry = buehl("twice");
    // At once, then once more: an answer that did not arrive is asked for again.
    let (one, other) = tokio::join!(save(&site, &cookie, &entry), save(&site, &cookie, &entry));
    let again = save(&site, &cookie, &entry).await;
    assert_eq!(saved(&one), Saved { added: 1, unchanged: 0, change: 1 });
    assert_eq!([saved(&other), saved(&again)], [saved(&one); 2]);
    assert_eq!(stored(&site).await, (1, 1));
}

#[tokio::test]
async fn the_same_numbers_under_another_key_or_of_someone_else_are_another_submission() {
    let (site, [anna, bernd]) = staffed().await;
    let first = saved(&save(&site, &anna, &buehl("first")).await);
    // Without its key the server cannot know that it is the same: the person has not seen what was saved.
    assert_eq!(save(&site, &anna, &buehl("second")).await.status, StatusCode::CONFLICT);
    // A key is a person's own: nobody is answered what another one was.
    assert_eq!(save(&site, &bernd, &buehl("first")).await.status, StatusCode::CONFLICT);
    assert_eq!((first.added, stored(&site).await), (1, (1, 1)));
}

/// Rows with the longest reasons: more than fits into the pages that there are.
fn long(key: &str) -> Entry {
    let rows = ["Bühl", "Griesheim", "Zell-Weierbach"].map(|area| {
        let mut row = staff::row(area, town::DAY, Stage::Checked, 141, 0);
        row.reason = Some("ü".repeat(500));
        row
    });
    staff::sheet(key, rows)
}

#[tokio::test]
async fn on_a_full_disk_nothing_is_stored_reading_goes_on_and_afterwards_the_same_save_goes_through() {
    let (site, [cookie, _]) = staffed().await;
    let mut transaction = site.folder.store.write().await.unwrap();
    // No page more than there is: for SQLite the disk is full.
    sqlx::query("PRAGMA max_page_count = 1").execute(&mut *transaction).await.unwrap();
    transaction.commit().await.unwrap();
    let refused = save(&site, &cookie, &long("once")).await;
    let told: ApiError = serde_json::from_slice(&refused.body).unwrap();
    assert_eq!((refused.status, told), (StatusCode::INSUFFICIENT_STORAGE, ApiError::Full));
    assert_eq!(stored(&site).await, (0, 0));
    assert_eq!(site.get("/").await.status, StatusCode::OK);
    let sheet = site.post_as(&cookie, "/api/readings/sheet", "{}").await;
    assert_eq!(sheet.status, StatusCode::OK, "{}", sheet.text());
    // The connection that met the full disk is replaced by one that finds room.
    assert_eq!(saved(&save(&site, &cookie, &long("once")).await).added, 3);
    assert_eq!(stored(&site).await, (3, 3));
}
