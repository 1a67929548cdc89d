//! Another program holds the database: who saves is told so before they lose their patience, reading goes on,
//! and afterwards the same save goes through once.

use std::{
    thread,
    time::{Duration, Instant},
};

use faserstand_lib::domain::{api_error::ApiError, entry::Saved, reading::Stage};
use jiff::Timestamp;
use serde_json::json;

use crate::{
    run::Server,
    support::{folder::Folder, staff, town},
};

const PEOPLE: i64 = 3;
/// Nobody waits longer than a second beside the three that the server waits for the database.
const PATIENCE: Duration = Duration::from_secs(4);

/// The status and the body of an answer.
fn call(server: &Server, token: &str, path: &str, body: &str) -> (String, String) {
    let headers = format!("Sec-Fetch-Site: same-origin\r\nCookie: faserstand={token}\r\n");
    let answer = server.post(path, &headers, body);
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    (head.split(' ').nth(1).unwrap().to_owned(), body.to_owned())
}

fn save(server: &Server, token: &str, area: &str) -> (String, String) {
    let entry = staff::sheet("once", [staff::row(area, town::DAY, Stage::Checked, 141, 0)]);
    call(server, token, "/api/readings/enter", &json!({ "entry": entry }).to_string())
}

#[tokio::test(flavor = "multi_thread")]
async fn while_another_program_writes_saving_waits_a_little_and_reading_goes_on() {
    let folder = Folder::with_town().await;
    staff::hire(&folder.store, PEOPLE, Timestamp::now()).await;
    let tokens = staff::sign_in(&folder.store, PEOPLE, Timestamp::now()).await;
    let server = Server::start(&[], folder.path());
    let areas = ["buehl", "griesheim", "zell-weierbach"];
    let held = folder.store.write().await.unwrap();
    thread::scope(|scope| {
        for (token, area) in tokens.iter().zip(areas) {
            let server = &server;
            scope.spawn(move || {
                // One after the other: those who come later wait no longer than the first.
                thread::sleep(Duration::from_millis(200) * area.len() as u32);
                let begun = Instant::now();
                let (status, body) = save(server, token, area);
                assert_eq!((&*status, serde_json::from_str(&body).ok()), ("503", Some(ApiError::Busy)), "{body}");
                assert!(begun.elapsed() < PATIENCE, "{area} waited {:?}", begun.elapsed());
            });
        }
        thread::sleep(Duration::from_millis(1_500));
        let begun = Instant::now();
        assert!(server.get("/").contains("200 OK"));
        assert_eq!(call(&server, &tokens[0], "/api/readings/sheet", "{}").0, "200");
        assert!(begun.elapsed() < Duration::from_secs(1), "reading waited {:?}", begun.elapsed());
    });
    held.rollback().await.unwrap();
    assert_eq!(folder.rollout().await.readings.len(), 0);
    for (token, area) in tokens.iter().zip(areas) {
        let (status, first) = save(&server, token, area);
        let saved: Saved = serde_json::from_str(&first).unwrap();
        assert_eq!((&*status, saved.added, save(&server, token, area).1), ("200", 1, first.clone()));
    }
    assert_eq!((folder.rollout().await.readings.len(), folder.log().await.len()), (3, 3));
}
