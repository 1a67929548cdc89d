//! Two hundred people save at once at a running server, one save in ten on one record: nobody overwrites
//! what they have not seen.

use std::{collections::HashMap, sync::Barrier, thread};

use faserstand_lib::domain::{
    amount::Amount,
    api_error::ApiError,
    change::Change,
    entry::{Choice, Entry, Saved},
    reading::{Record, Stage, Value},
};
use jiff::{Span, Timestamp, civil::date};
use serde_json::json;

use crate::{
    run::Server,
    support::{folder::Folder, staff, town},
};

const EDITORS: i64 = 200;
/// Each editor saves so often. Every second one does so once on the record that they share, else all have a
/// district of their own: one save in ten is on the shared record.
const SAVES: i64 = 5;
const SHARED: &str = "zell-weierbach";
/// So many saves are on it.
const SHARING: i64 = EDITORS * SAVES / 10;

/// A save that was acknowledged.
struct Acknowledged {
    editor: i64,
    area: String,
    contracts: u32,
    /// The newest change to the area that the editor had been shown.
    shown: i64,
    /// The number of their own, as they were told.
    change: i64,
}

/// What came of all saves.
#[derive(Default)]
struct Day {
    acknowledged: Vec<Acknowledged>,
    conflicts: usize,
}

/// One editor at the server. A blind one says of every record that it was seen as it is.
struct Editor<'a> {
    server: &'a Server,
    cookie: String,
    number: i64,
    is_blind: bool,
    shown: HashMap<String, i64>,
}

impl Editor<'_> {
    /// Saves a number; told that someone else was faster, looks at theirs and keeps the own one.
    fn save(&mut self, turn: i64, area: &str, day: &mut Day) {
        // On the shared record no number comes twice: each save replaces another number.
        let (contracts, on) = if area == SHARED { (self.number + EDITORS * turn, 0) } else { (turn, turn) };
        let contracts = u32::try_from(contracts).unwrap();
        let as_of = date(2023, 9, 4).checked_add(Span::new().days(on)).unwrap();
        let mut row = staff::row(area, as_of, Stage::Checked, contracts, 0);
        for attempt in 0.. {
            let shown = self.shown.get(area).copied().unwrap_or_default();
            row.seen = if self.is_blind { i64::MAX } else { shown };
            let key = format!("{}-{turn}-{attempt}", self.number);
            let (status, body) = self.send(&staff::sheet(&key, [row.clone()]));
            if status == "200" {
                let Saved { change, .. } = serde_json::from_str(&body).unwrap();
                self.shown.insert(area.to_owned(), change);
                let (editor, area) = (self.number, area.to_owned());
                return day.acknowledged.push(Acknowledged { editor, area, contracts, shown, change });
            }
            let Ok(ApiError::Conflict(rivals)) = serde_json::from_str(&body) else { panic!("{status}: {body}") };
            assert_eq!((status.as_str(), rivals.len()), ("409", 1), "{body}");
            assert!(rivals[0].seen > shown, "a conflict with what had been seen: {body}");
            day.conflicts += 1;
            self.shown.insert(area.to_owned(), rivals[0].seen);
            row.choice = Some(Choice::Mine);
        }
    }

    fn send(&self, entry: &Entry) -> (String, String) {
        let headers = format!("Sec-Fetch-Site: same-origin\r\nCookie: faserstand={}\r\n", self.cookie);
        let answer = self.server.post("/api/readings/enter", &headers, &json!({ "entry": entry }).to_string());
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        (head.split(' ').nth(1).unwrap().to_owned(), body.to_owned())
    }
}

/// Lets so many editors work at once, each on the area that `area` says of editor and turn.
async fn work(editors: i64, is_blind: bool, area: fn(i64, i64) -> String) -> (Day, Vec<(i64, Change)>) {
    let folder = Folder::of(&town::with_districts(editors)).await;
    staff::hire(&folder.store, editors, Timestamp::now()).await;
    let tokens = staff::sign_in(&folder.store, editors, Timestamp::now()).await;
    let server = Server::start(&[], folder.path());
    let begin = Barrier::new(tokens.len());
    let at_work = |(number, cookie): (i64, &String)| {
        let mut day = Day::default();
        let mut editor = Editor { server: &server, cookie: cookie.clone(), number, is_blind, shown: HashMap::new() };
        begin.wait();
        for turn in 0..SAVES {
            editor.save(turn, &area(number, turn), &mut day);
        }
        day
    };
    let mut day = Day::default();
    thread::scope(|scope| {
        let threads: Vec<_> = (1..).zip(&tokens).map(|editor| scope.spawn(move || at_work(editor))).collect();
        for thread in threads {
            let one = thread.join().unwrap();
            day.acknowledged.extend(one.acknowledged);
            day.conflicts += one.conflicts;
        }
    });
    assert_eq!(folder.rollout().await.readings.len(), day.acknowledged.len());
    (day, folder.log().await)
}

/// The record that an entry of the log tells of.
fn record(change: &Change) -> Record {
    serde_json::from_str(change.new.as_deref().unwrap()).unwrap()
}

/// The acknowledged saves that replaced what their editor had never been shown.
fn lost_updates(day: &Day, log: &[(i64, Change)]) -> usize {
    let before = |save: &Acknowledged| {
        let earlier = log.iter().rev().filter(|(number, change)| *number < save.change && change.what == "reading");
        earlier.map(|(number, change)| (*number, &change.which)).find(|(_, which)| is_of(which, &save.area))
    };
    let unseen = |save: &&Acknowledged| before(save).is_some_and(|(number, _)| number > save.shown);
    day.acknowledged.iter().filter(unseen).count()
}

fn is_of(which: &str, area: &str) -> bool {
    which.split_once(' ').is_some_and(|(of, _)| of == area)
}

#[tokio::test(flavor = "multi_thread")]
async fn two_hundred_editors_lose_no_update() {
    let own_or_shared = |editor, turn| {
        let shares = editor % 2 == 0 && editor / 2 % SAVES == turn;
        if shares { SHARED.to_owned() } else { format!("viertel-{editor}") }
    };
    let (day, log) = work(EDITORS, false, own_or_shared).await;
    assert_eq!(day.acknowledged.len() as i64, EDITORS * SAVES);
    assert_eq!(lost_updates(&day, &log), 0);
    // All but the first met the shared record as they had not seen it, and were told.
    assert!(day.conflicts as i64 >= SHARING - 1, "{} conflicts", day.conflicts);
    // One entry in the log for each acknowledgement: whose it was, of what and how much.
    let entries: HashMap<i64, &Change> =
        log.iter().filter(|(_, change)| change.what == "reading").map(|(number, change)| (*number, change)).collect();
    assert_eq!(entries.len(), day.acknowledged.len());
    for save in &day.acknowledged {
        let told = entries[&save.change];
        let value = Value::Contracts(Amount::Exact(save.contracts));
        assert_eq!((told.who.as_str(), record(told).reading.value()), (&*staff::name(save.editor), value));
        assert!(is_of(&told.which, &save.area));
    }
    // On the shared record each number stands, or was corrected by the next one, which names it.
    let mut of_shared: Vec<_> = entries.iter().filter(|(_, change)| is_of(&change.which, SHARED)).collect();
    of_shared.sort_by_key(|(number, _)| **number);
    assert_eq!(of_shared.len() as i64, SHARING);
    for pair in of_shared.windows(2) {
        let (before, after) = (record(pair[0].1), record(pair[1].1));
        assert_eq!(after.corrects.map(|correction| correction.of), Some(before.id));
    }
    // Each conflict was answered by a choice, and the log keeps the number that it was made against.
    assert_eq!(log.iter().filter(|(_, change)| change.what == "choice").count(), choices(&day));
}

/// So many acknowledged saves were made after a conflict.
fn choices(day: &Day) -> usize {
    day.acknowledged.iter().filter(|save| save.area == SHARED && save.shown > 0).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn editors_who_claim_to_have_seen_what_they_have_not_are_found_out() {
    let (day, log) = work(8, true, |_, _| SHARED.to_owned()).await;
    assert!(lost_updates(&day, &log) > 0, "this test would not notice a lost update");
    assert_eq!(day.conflicts, 0);
}
