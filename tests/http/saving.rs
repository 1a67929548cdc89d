//! Saving the weekly sheet: what is sent twice is stored once, and a full disk loses nothing.

use axum::http::StatusCode;
use faserstand_lib::{
    api::server::Saves,
    application::{
        actor::Actor,
        entry::{EntryError, enter_all},
    },
    domain::{
        account::Role,
        api_error::ApiError,
        entry::{Entry, Saved},
        reading::Stage,
    },
};
use jiff::Span;
use serde_json::json;

use crate::{
    site::{Answer, Site},
    support::{
        folder::{Folder, Hands, clock, instant},
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
async fn submissions_are_remembered_for_a_day_and_then_swept_out() {
    let hands = Hands::at(town::NOON);
    let folder = Folder::with_town().await;
    staff::hire(&folder.store, 1, hands.now()).await;
    let cookie = format!("faserstand={}", staff::sign_in(&folder.store, 1, hands.now()).await[0]);
    let site = Site::of(folder, hands.clock()).await.with_account("Anna", Role::Editor, None).await;
    saved(&save(&site, &cookie, &buehl("key")).await);
    let remembered = async || -> i64 {
        site.sign_in("Anna").await;
        let mut reader = site.folder.store.read().await.unwrap();
        sqlx::query_scalar("SELECT count(*) FROM submission").fetch_one(&mut *reader).await.unwrap()
    };
    hands.forward(24 * 3_600 - 1);
    assert_eq!(remembered().await, 1);
    hands.forward(2);
    assert_eq!(remembered().await, 0);
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

#[tokio::test]
async fn what_was_changed_since_under_the_same_key_is_no_repetition() {
    let (site, [cookie, _]) = staffed().await;
    saved(&save(&site, &cookie, &buehl("key")).await);
    let mut changed = buehl("key");
    changed.rows[0].as_of = town::DAY.yesterday().unwrap();
    // It was not stored before, so it must not be answered as if it were: there is a newer number to look at.
    assert_eq!(save(&site, &cookie, &changed).await.status, StatusCode::CONFLICT);
    changed.rows[0].seen = 1;
    assert_eq!(saved(&save(&site, &cookie, &changed).await).added, 1);
    assert_eq!(stored(&site).await, (2, 2));
}

/// Sheets of several people that come at once: new, the same again, too late, wrong, new.
fn at_once() -> Vec<(Actor, Entry)> {
    let of = |area: &str, contracts| staff::row(area, town::DAY, Stage::Checked, contracts, 0);
    let sheets = [
        (1, staff::sheet("a", [of("Bühl", 141)])),
        (1, staff::sheet("a", [of("Bühl", 141)])),
        (2, staff::sheet("b", [of("Zell-Weierbach", 7), of("Bühl", 142)])),
        (1, staff::sheet("c", [of("Zell-Weierbach", 2_001)])),
        (2, staff::sheet("d", [of("Griesheim", 298)])),
    ];
    sheets.map(|(person, entry)| (staff::editor(person), entry)).into()
}

#[tokio::test]
async fn of_sheets_that_come_at_once_each_stands_for_itself() {
    let (site, _) = staffed().await;
    let answers = enter_all(&site.folder.store, &at_once(), &clock(town::NOON), &mut None).await.unwrap();
    let [first, again, late, wrong, last] = answers.try_into().unwrap();
    let saved = |change| Saved { added: 1, unchanged: 0, change };
    assert_eq!((first.unwrap(), again.unwrap(), last.unwrap()), (saved(1), saved(1), saved(2)));
    let Err(EntryError::Conflict(rivals)) = late else { panic!("{late:?}") };
    assert_eq!((rivals.len(), rivals[0].seen, rivals[0].who.as_str()), (1, 1, "Person 1"));
    assert!(matches!(wrong, Err(EntryError::Wrong(_))), "{wrong:?}");
    // Of the one that came too late no row was stored, not even the one that nobody else had touched.
    assert_eq!(stored(&site).await, (2, 2));
}

#[tokio::test]
async fn everybody_who_saves_while_others_are_being_stored_is_answered() {
    let (site, _) = staffed().await;
    let saves = Saves::start(site.folder.store.clone(), clock(town::NOON));
    // Twenty people, each with a stage and day of their own, and no two answers at the same moment.
    let work = |person: i64| {
        let saves = saves.clone();
        tokio::spawn(async move {
            for turn in 0..5 {
                let day = town::DAY.checked_sub(Span::new().days(person)).unwrap();
                let mut row = staff::row("Bühl", day, Stage::Checked, turn, i64::MAX);
                row.source = format!("Person {person}");
                let key = format!("{person} {turn}");
                let saved = saves.save(staff::editor(1), staff::sheet(&key, [row])).await;
                assert_eq!(saved.unwrap().unwrap().added, 1);
            }
        })
    };
    for person in (1..=20).map(work).collect::<Vec<_>>() {
        person.await.unwrap();
    }
    assert_eq!(stored(&site).await, (100, 100));
}

/// Makes the database refuse every number of Griesheim.
async fn refuse_griesheim(site: &Site) {
    let mut transaction = site.folder.store.write().await.unwrap();
    sqlx::query(
        "CREATE TRIGGER refused BEFORE INSERT ON reading WHEN new.area_id = 3 BEGIN SELECT RAISE(ROLLBACK, 'no'); END",
    )
    .execute(&mut *transaction)
    .await
    .unwrap();
    transaction.commit().await.unwrap();
}

#[tokio::test]
async fn what_the_database_fails_together_is_not_stored_at_all() {
    let (site, _) = staffed().await;
    refuse_griesheim(&site).await;
    enter_all(&site.folder.store, &at_once(), &clock(town::NOON), &mut None).await.unwrap_err();
    assert_eq!(stored(&site).await, (0, 0));
}

#[tokio::test]
async fn a_sheet_that_the_database_fails_does_not_take_the_others_with_it() {
    let (site, _) = staffed().await;
    refuse_griesheim(&site).await;
    let saves = Saves::start(site.folder.store.clone(), clock(town::NOON));
    let [first, _, _, _, last]: [(Actor, Entry); 5] = at_once().try_into().unwrap();
    // Both wait before the first one's turn begins, so they share a commit.
    let (first, last) = tokio::join!(saves.save(first.0, first.1), saves.save(last.0, last.1));
    assert_eq!(first.unwrap().unwrap().added, 1);
    assert!(matches!(last, Some(Err(EntryError::Storage(_)))), "{last:?}");
    assert_eq!(stored(&site).await, (1, 1));
}
