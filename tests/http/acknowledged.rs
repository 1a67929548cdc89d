//! What was acknowledged is there after the writer was killed, at whatever moment that was.
//!
//! A kill takes what a program holds in memory, not what the system holds for the disk: that a commit has
//! reached the disk itself is `synchronous = FULL`, see `connections` in the tests of storage.

use std::{
    env,
    io::{BufRead, BufReader, Read, Write},
    os::unix::process::ExitStatusExt,
    path::Path,
    process::{Command, Stdio},
    time::{Duration, SystemTime},
};

use faserstand_lib::{
    api::server::Saves,
    application::clock::Clock,
    domain::{entry::Entry, reading::Stage},
    storage::{Store, backup},
};
use jiff::{
    Span, Timestamp,
    civil::{Date, date},
};
use sqlx::{Connection, SqliteConnection, sqlite::SqliteConnectOptions};
use tempfile::TempDir;

use crate::support::{folder::Folder, staff};

/// How many kills; a developer may set fewer.
const KILLS: &str = "FASERSTAND_TEST_KILLS";
const SEED: &str = "FASERSTAND_TEST_SEED";
const FOLDER: &str = "FASERSTAND_TEST_FOLDER";
const BEGIN: &str = "FASERSTAND_TEST_BEGIN";
const HASTY: &str = "FASERSTAND_TEST_HASTY";

const AREAS: [&str; 3] = ["buehl", "griesheim", "zell-weierbach"];
/// So many people enter numbers at once.
const PEOPLE: usize = 6;
const READY: &str = "ready";
/// So many kills a folder lives through before the whole of it is checked.
const KILLS_OF_A_FOLDER: usize = 50;

/// The child: six people enter readings at once, each one after the other, and say of each that it is stored.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "started by the tests of this file"]
async fn child() {
    let (Ok(folder), Ok(begin)) = (env::var(FOLDER), env::var(BEGIN)) else { return };
    let store = Store::open(Path::new(&folder)).await.unwrap();
    say(READY);
    let saves = Saves::start(store, Clock::system());
    let begins = begin.split(',').map(|number| number.parse().unwrap()).enumerate();
    let people: Vec<_> = begins.map(|(person, begin)| tokio::spawn(work(saves.clone(), person, begin))).collect();
    for person in people {
        person.await.unwrap();
    }
}

async fn work(saves: Saves, person: usize, begin: i32) {
    let (actor, is_hasty) = (staff::editor(1 + person as i64), env::var(HASTY).is_ok());
    for number in begin.. {
        let acknowledgement = format!("stored {person} {number}");
        if is_hasty {
            say(&acknowledgement);
        }
        saves.save(actor.clone(), entry(person, number)).await.unwrap().unwrap();
        if !is_hasty {
            say(&acknowledgement);
        }
    }
}

/// A whole line at once.
fn say(line: &str) {
    std::io::stdout().write_all(format!("{line}\n").as_bytes()).unwrap();
}

/// A person's entry of this number.
fn entry(person: usize, number: i32) -> Entry {
    let (area, day, stage, contracts) = reading(person, number);
    let row = staff::row(area, day, stage, contracts, i64::MAX);
    staff::sheet(&format!("{number}"), [row])
}

/// What it says: each has an area, day and stage of its own.
fn reading(person: usize, number: i32) -> (&'static str, Date, Stage, u32) {
    let place = 2 * number + i32::from(person >= AREAS.len());
    let stage = [Stage::Reported, Stage::Checked, Stage::Net][place as usize % 3];
    let day = date(2023, 9, 4).checked_add(Span::new().days(place / 3)).unwrap();
    (AREAS[person % AREAS.len()], day, stage, number as u32 % 900)
}

/// When a writer is killed.
#[derive(Clone, Copy)]
enum Kill {
    /// So long after it was started.
    Started(Duration),
    /// So long after it began to write.
    Writing(Duration),
}

/// Numbers by chance that can be had again from the same seed.
struct Chance {
    seed: u64,
    state: u64,
}

impl Chance {
    fn new() -> Self {
        let clock = || SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap().as_nanos() as u64;
        let seed = env::var(SEED).map_or_else(|_| clock(), |seed| seed.parse().unwrap());
        Self { seed, state: seed | 1 }
    }

    fn below(&mut self, limit: u64) -> u64 {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        self.state % limit
    }

    /// Most in the stream of saves, some while the database is being opened.
    fn kill(&mut self) -> Kill {
        match self.below(10) {
            0 => Kill::Started(Duration::from_micros(self.below(40_000))),
            _ => Kill::Writing(Duration::from_micros(self.below(25_000))),
        }
    }
}

/// A data folder whose writers are killed one after the other.
struct Victim {
    folder: TempDir,
    /// So many entries of each person were acknowledged; they are numbered from 0.
    acknowledged: [i32; PEOPLE],
}

impl Victim {
    async fn new() -> Self {
        let folder = Folder::with_town().await;
        staff::hire(&folder.store, PEOPLE as i64, Timestamp::now()).await;
        Self { folder: folder.closed().await, acknowledged: [0; PEOPLE] }
    }

    /// Starts a writer where the last one was stopped, kills it, and returns what it had acknowledged.
    fn kill(&mut self, when: Kill, is_hasty: bool) -> Vec<(usize, i32)> {
        let mut command = Command::new(env::current_exe().unwrap());
        command.args(["acknowledged::child", "--exact", "--ignored"]).env(FOLDER, self.folder.path());
        command.env(BEGIN, self.acknowledged.map(|number| number.to_string()).join(","));
        if is_hasty {
            command.env(HASTY, "yes");
        }
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let (mut said, mut line) = (BufReader::new(child.stdout.take().unwrap()), String::new());
        let (Kill::Started(pause) | Kill::Writing(pause)) = when;
        while matches!(when, Kill::Writing(_)) && line.trim_end() != READY {
            line.clear();
            assert!(said.read_line(&mut line).unwrap() > 0, "the writer ended by itself");
        }
        std::thread::sleep(pause);
        child.kill().unwrap();
        let (ended, mut rest) = (child.wait().unwrap(), String::new());
        said.read_to_string(&mut rest).unwrap();
        assert_eq!(ended.signal(), Some(9), "the writer ended by itself: {rest}");
        let stored = rest.lines().filter_map(|line| line.strip_prefix("stored ")?.split_once(' '));
        let stored = stored.map(|(person, number)| (person.parse().unwrap(), number.parse().unwrap()));
        let stored: Vec<(usize, i32)> = stored.collect();
        for (person, number) in &stored {
            assert_eq!(self.acknowledged[*person], *number, "the writer counts wrongly");
            self.acknowledged[*person] += 1;
        }
        stored
    }

    /// Looks without folding the write-ahead log into the file: the next writer meets what the last one left.
    async fn look(&self) -> SqliteConnection {
        let options = SqliteConnectOptions::new().filename(Store::file_in(self.folder.path())).read_only(true);
        SqliteConnection::connect_with(&options).await.unwrap()
    }

    /// Which of these readings are not there exactly once, or not with their entry in the log.
    async fn lost(&self, acknowledged: impl IntoIterator<Item = (usize, i32)>) -> Vec<(usize, i32)> {
        let mut connection = self.look().await;
        let mut lost = Vec::new();
        for (person, number) in acknowledged {
            let (area, day, stage, contracts) = reading(person, number);
            let found: i64 = sqlx::query_scalar(
                "SELECT count(*) FROM change_log JOIN reading ON json_extract(new, '$.id') = reading.id
                 WHERE what = 'reading' AND which = ?1 || ' ' || ?2 AND as_of = ?2 AND stage = ?3 AND low = ?4",
            )
            .bind(area)
            .bind(day.to_string())
            .bind(serde_json::to_value(stage).unwrap().as_str().unwrap())
            .bind(contracts)
            .fetch_one(&mut connection)
            .await
            .unwrap();
            if found != 1 {
                lost.push((person, number));
            }
        }
        connection.close().await.unwrap();
        lost
    }

    /// All that was ever acknowledged in this folder.
    fn all(&self) -> impl Iterator<Item = (usize, i32)> {
        self.acknowledged.iter().enumerate().flat_map(|(person, count)| (0..*count).map(move |number| (person, number)))
    }

    /// Checks the whole folder, and that nothing is there but what was acknowledged and, of each person, at
    /// most the one entry that was under way when the last writer was killed.
    async fn check(&self, seed: u64) {
        backup::check_file(&Store::file_in(self.folder.path())).await.unwrap();
        assert_eq!(self.lost(self.all()).await, [], "seed {seed}");
        let mut connection = self.look().await;
        let stored: i64 = sqlx::query_scalar("SELECT count(*) FROM reading").fetch_one(&mut connection).await.unwrap();
        let acknowledged = self.all().count() as i64;
        assert!(
            (acknowledged..=acknowledged + PEOPLE as i64).contains(&stored),
            "{stored} for {acknowledged}, seed {seed}"
        );
    }
}

#[tokio::test]
async fn what_was_acknowledged_survives_a_kill_at_any_moment() {
    let kills = env::var(KILLS).map_or(1_000, |kills| kills.parse().unwrap());
    let (mut chance, mut acknowledged, mut idle) = (Chance::new(), 0, 0);
    let mut victim = Victim::new().await;
    for kill in 1..=kills {
        let stored = victim.kill(chance.kill(), false);
        (acknowledged, idle) = (acknowledged + stored.len(), idle + usize::from(stored.is_empty()));
        assert_eq!(victim.lost(stored).await, [], "lost by kill {kill}, seed {}", chance.seed);
        if kill % KILLS_OF_A_FOLDER == 0 || kill == kills {
            victim.check(chance.seed).await;
            victim = Victim::new().await;
        }
    }
    // Many were killed while they wrote, else nothing was tried; on a busy machine a writer may not get that far.
    assert!(idle < kills * 3 / 4 && acknowledged > kills, "{acknowledged} acknowledged, {idle} writers wrote nothing");
}

#[tokio::test]
async fn a_writer_that_answers_before_its_commit_is_found_out() {
    let mut chance = Chance::new();
    let mut victim = Victim::new().await;
    for _ in 0..300 {
        let said = victim.kill(chance.kill(), true);
        if !victim.lost(said).await.is_empty() {
            return;
        }
    }
    panic!("none of 300 kills lost what was acknowledged too early: this test would not notice a loss");
}
