//! One area's record: what a form adds is stored with its entry, and the history stays.

use faserstand_lib::{
    application::{
        actor::Actor,
        records::{RecordError, change, log, record},
    },
    domain::{
        account::{Person, Role, Scope},
        area::Slug,
        campaign::Deadline,
        change::Change,
        edit::{Changed, Chosen, EditForm, EditKind, EditRequest, Field},
        entry::Choice,
        ids::UserId,
        import::FormProblem,
        outcome::OutcomeKind,
        reading::{Stage, Value, as_known_on},
        rollout::Rollout,
        subject::Subject,
    },
};
use jiff::civil::date;

use crate::support::{
    folder::{Folder, clock, instant},
    town::{self, BUEHL, NOON},
};

const TWO_DAYS_LATER: &str = "2023-11-12T08:00:00Z";

/// A person whose account is in the database.
pub async fn person(folder: &Folder, id: i64, role: Role, scope: Scope) -> Actor {
    let (word, area) = match (role, scope) {
        (Role::DistrictHead, Scope::Within(area)) => ("district_head", Some(area.0)),
        _ => ("editor", None),
    };
    let name = format!("Bearbeitung {id}");
    let mut transaction = folder.store.write().await.unwrap();
    sqlx::query(
        "INSERT INTO user (id, name, role, area_id, password, created_at) VALUES (?, ?, ?, ?, '$argon2id$', ?)",
    )
    .bind(id)
    .bind(&name)
    .bind(word)
    .bind(area)
    .bind(NOON)
    .execute(&mut *transaction)
    .await
    .unwrap();
    transaction.commit().await.unwrap();
    Actor::Person(Person { id: UserId(id), name, role, scope })
}

/// The small town with 141 contracts in Bühl on 10 November (reading 1), and someone who edits.
pub async fn town() -> (Folder, Actor) {
    let folder = Folder::with_town().await;
    folder.import("Ortsteil;Stand;Stufe;Verträge\nBühl;10.11.2023;geprüft;141\n", NOON).await.unwrap();
    let editor = person(&folder, 1, Role::Editor, Scope::Everything).await;
    (folder, editor)
}

fn buehl() -> Subject {
    Subject::Area(Slug::of_name("Bühl").unwrap())
}

fn request(kind: EditKind, seen: i64, fields: &[(Field, &str)]) -> EditRequest {
    let texts: Vec<&str> = fields.iter().map(|(_, text)| *text).collect();
    let key: String =
        format!("{seen}{}", texts.concat()).chars().filter(char::is_ascii_alphanumeric).take(60).collect();
    let fields = fields.iter().map(|(field, text)| (*field, (*text).to_owned())).collect();
    EditRequest { subject: buehl(), seen, key, form: EditForm { kind, fields }, choice: None }
}

/// The deadline moves from 31 December, announced on 24 November, so it is entered after that day.
fn deadline(day: &str, seen: i64) -> EditRequest {
    let fields = [
        (Field::Day, day),
        (Field::AnnouncedOn, "25.11.2023"),
        (Field::Reason, "Verlängert"),
        (Field::Source, "Mail des Betreibers"),
    ];
    request(EditKind::Deadline, seen, &fields)
}

fn correction(of: &str, value: &str, seen: i64) -> EditRequest {
    let fields = [
        (Field::Reading, of),
        (Field::Value, value),
        (Field::Day, "10.11.2023"),
        (Field::Stage, "net"),
        (Field::Reason, "doppelt gezählt"),
        (Field::Source, "Prüfliste"),
    ];
    request(EditKind::Correction, seen, &fields)
}

fn outcome(kind: &str, reason: &str, seen: i64) -> EditRequest {
    let fields = [(Field::Kind, kind), (Field::When, "10.11.2023"), (Field::Reason, reason), (Field::Source, "Mail")];
    request(EditKind::Outcome, seen, &fields)
}

const AFTER: &str = "2023-11-27T09:00:00Z";

async fn saved(folder: &Folder, actor: &Actor, request: &EditRequest, now: &str) -> Changed {
    change(&folder.store, actor, request, &clock(now)).await.unwrap()
}

async fn refused(folder: &Folder, actor: &Actor, request: &EditRequest, now: &str) -> RecordError {
    let before = (folder.rollout().await, folder.log().await);
    let error = change(&folder.store, actor, request, &clock(now)).await.unwrap_err();
    assert!((folder.rollout().await, folder.log().await) == before, "something was stored");
    error
}

async fn newest(folder: &Folder) -> (i64, Change) {
    folder.log().await.pop().unwrap()
}

#[tokio::test]
async fn a_moved_deadline_is_added_and_the_history_stays() {
    let (folder, editor) = town().await;
    let before = folder.rollout().await.campaigns[0].deadlines.clone();
    let changed = saved(&folder, &editor, &deadline("31.1.2024", 0), AFTER).await;
    let campaign = folder.rollout().await.campaigns.remove(0);
    assert_eq!(campaign.earlier_deadlines(), before);
    assert_eq!(campaign.deadline().unwrap().day, date(2024, 1, 31));
    assert_eq!(campaign.known_on(date(2023, 11, 24)).deadline(), before.last());
    let (number, entry) = newest(&folder).await;
    assert_eq!((number, entry.who.as_str()), (changed.change, "Bearbeitung 1"));
    assert_eq!((entry.what.as_str(), entry.which.as_str()), ("deadline", "ortsteile-2023"));
    assert_eq!(entry.why.as_deref(), Some("Verlängert"));
    let told = |json: Option<String>| serde_json::from_str::<Deadline>(&json.unwrap()).unwrap();
    assert_eq!(told(entry.old), before[1]);
    assert_eq!(told(entry.new).day, date(2024, 1, 31));
}

#[tokio::test]
async fn an_outcome_takes_the_place_of_the_progress_and_the_next_one_needs_a_reason() {
    let (folder, editor) = town().await;
    let change = saved(&folder, &editor, &outcome("reached", "", 0), NOON).await.change;
    let shown = |rollout: Rollout| {
        let report = rollout.known_on(town::DAY).area_report("buehl", town::DAY).unwrap();
        report.status().unwrap().1.outcome.as_ref().map(|outcome| outcome.kind)
    };
    assert_eq!(shown(folder.rollout().await), Some(OutcomeKind::Reached));
    let error = refused(&folder, &editor, &outcome("not_reached", "", change), NOON).await;
    let RecordError::Invalid(faults) = error else { panic!("{error}") };
    assert_eq!(faults, [(Field::Reason, FormProblem::Missing.into())]);
    saved(&folder, &editor, &outcome("not_reached", "Nachzählung", change), NOON).await;
    let rollout = folder.rollout().await;
    assert_eq!(rollout.outcomes.len(), 2);
    assert_eq!(shown(rollout), Some(OutcomeKind::NotReached));
    let (_, entry) = newest(&folder).await;
    assert_eq!((entry.which.as_str(), entry.why.as_deref()), ("buehl", Some("Nachzählung")));
    assert!(entry.old.unwrap().contains("\"reached\""));
}

#[tokio::test]
async fn a_phase_a_measure_an_agreement_and_a_base_are_stored_with_their_entries() {
    let (folder, editor) = town().await;
    let source = (Field::Source, "Mail des Betreibers");
    let forms: [(EditKind, &[(Field, &str)]); 4] = [
        (EditKind::Phase, &[(Field::Kind, "construction"), (Field::PlannedStart, "7.2024"), source]),
        (EditKind::Measure, &[(Field::Kind, "bulletin"), (Field::When, "9.11."), (Field::Reach, "area"), source]),
        (
            EditKind::Agreement,
            &[
                (Field::Kind, "supply"),
                (Field::Partner, "Stadtwerke"),
                (Field::Signed, "2023"),
                (Field::Reach, "campaign"),
                source,
            ],
        ),
        (EditKind::Base, &[(Field::Count, "1.040"), (Field::Reason, "Neue Zählung"), source]),
    ];
    for (kind, fields) in forms {
        saved(&folder, &editor, &request(kind, 0, fields), NOON).await;
    }
    let rollout = folder.rollout().await;
    let report = rollout.clone().known_on(town::DAY).area_report("buehl", town::DAY).unwrap();
    assert_eq!((report.phases.len(), report.measures.len(), report.agreements.len()), (1, 1, 2));
    assert_eq!(report.agreements[1].1, "Stadtwerke");
    assert_eq!(report.base.unwrap().count, 1_040);
    // The reading keeps the base of its time.
    assert_eq!(rollout.readings[0].reading.base().unwrap().count, 1_000);
    let entries: Vec<(String, String)> =
        folder.log().await.into_iter().skip(1).map(|(_, entry)| (entry.what, entry.which)).collect();
    let expected = [("phase", "buehl"), ("measure", "buehl"), ("agreement", "ortsteile-2023"), ("base", "buehl")];
    assert_eq!(entries, expected.map(|(what, which)| (what.to_owned(), which.to_owned())));
}

#[tokio::test]
async fn a_partner_is_known_by_its_name_however_it_is_typed() {
    let (folder, editor) = town().await;
    let with = |partner| {
        let fields = [
            (Field::Kind, "supply"),
            (Field::Partner, partner),
            (Field::Signed, "2023"),
            (Field::Reach, "area"),
            (Field::Source, "Mail"),
        ];
        request(EditKind::Agreement, 9, &fields)
    };
    saved(&folder, &editor, &with("netz gmbh"), NOON).await;
    assert_eq!(folder.rollout().await.operators.len(), 2);
    saved(&folder, &editor, &with("Netz AG"), NOON).await;
    assert_eq!(folder.rollout().await.operators.len(), 3);
}

#[tokio::test]
async fn a_correction_shows_the_new_value_and_earlier_days_know_the_old_one() {
    let (folder, editor) = town().await;
    saved(&folder, &editor, &correction("1", "139", 1), TWO_DAYS_LATER).await;
    let rollout = folder.rollout().await;
    let known = |at: &str| {
        let held = as_known_on(&rollout.readings, instant(at));
        held.into_iter().map(|record| (record.reading.value(), record.reading.stage)).collect::<Vec<_>>()
    };
    let value = |contracts| Value::Contracts(faserstand_lib::domain::amount::Amount::Exact(contracts));
    assert_eq!(known("2023-11-12T07:59:59Z"), [(value(141), Stage::Checked)]);
    assert_eq!(known(TWO_DAYS_LATER), [(value(139), Stage::Net)]);
    let current = rollout.readings_of(town::CAMPAIGN, BUEHL);
    assert_eq!(current.len(), 1);
    // Counted against the base of the reading that it replaces.
    assert_eq!(current[0].base(), rollout.readings[0].reading.base());
    let (_, entry) = newest(&folder).await;
    assert_eq!((entry.what.as_str(), entry.which.as_str()), ("reading", "buehl 2023-11-10"));
    assert!(entry.old.is_some() && entry.why.as_deref() == Some("doppelt gezählt"));
    // The corrected reading cannot be corrected again.
    let seen = folder.log().await.len() as i64;
    let error = refused(&folder, &editor, &correction("1", "138", seen), TWO_DAYS_LATER).await;
    assert!(
        matches!(error, RecordError::Invalid(faults) if faults == [(Field::Reading, FormProblem::NoSuchReading.into())])
    );
}

#[tokio::test]
async fn an_invented_number_stays_marked_as_such_when_it_is_corrected() {
    let (folder, editor) = town().await;
    folder.import("Ortsteil;Stand;Verträge;Beispieldaten\nBühl;3.11.2023;90;ja\n", NOON).await.unwrap();
    let mut request = correction("2", "95", 2);
    request.form.fields[2].1 = "3.11.2023".to_owned();
    saved(&folder, &editor, &request, NOON).await;
    assert!(folder.rollout().await.readings[2].reading.sample);
}

#[tokio::test]
async fn who_has_not_seen_the_newest_version_is_told_and_nothing_is_stored() {
    let (folder, editor) = town().await;
    let first = saved(&folder, &editor, &deadline("31.1.2024", 0), AFTER).await.change;
    let other = person(&folder, 2, Role::Editor, Scope::Everything).await;
    let error = refused(&folder, &other, &deadline("15.1.2024", 0), AFTER).await;
    assert!(matches!(error, RecordError::Outdated(newest) if newest == first), "{error}");
    // Who edits something else is not disturbed.
    saved(&folder, &other, &outcome("reached", "", 0), AFTER).await;
    // Chosen over the other's: stored, and the choice is in the log.
    let chosen =
        EditRequest { choice: Some(Chosen { choice: Choice::Mine, over: first }), ..deadline("15.1.2024", first) };
    saved(&folder, &other, &chosen, AFTER).await;
    let log = folder.log().await;
    let kinds: Vec<&str> = log[log.len() - 2..].iter().map(|(_, entry)| entry.what.as_str()).collect();
    assert_eq!(kinds, ["choice", "deadline"]);
    assert_eq!(folder.rollout().await.campaigns[0].deadline().unwrap().day, date(2024, 1, 15));
}

#[tokio::test]
async fn to_keep_the_others_version_stores_the_choice_with_what_was_not_chosen() {
    let (folder, editor) = town().await;
    let first = saved(&folder, &editor, &deadline("31.1.2024", 0), AFTER).await.change;
    let before = folder.rollout().await;
    let kept =
        EditRequest { choice: Some(Chosen { choice: Choice::Theirs, over: first }), ..deadline("15.1.2024", first) };
    saved(&folder, &editor, &kept, AFTER).await;
    assert_eq!(folder.rollout().await, before);
    let (_, entry) = newest(&folder).await;
    assert_eq!(entry.what, "choice");
    assert!(entry.old.unwrap().contains("15.1.2024"));
}

#[tokio::test]
async fn a_choice_is_between_versions_of_the_same_record() {
    let (folder, editor) = town().await;
    let griesheim = Subject::Area(Slug::of_name("Griesheim").unwrap());
    let of_another = EditRequest { subject: griesheim, ..outcome("reached", "gezählt", 0) };
    let over = saved(&folder, &editor, &of_another, NOON).await.change;
    for choice in [Choice::Mine, Choice::Theirs] {
        let chosen = EditRequest { choice: Some(Chosen { choice, over }), ..outcome("extended", "länger", over) };
        assert!(matches!(refused(&folder, &editor, &chosen, NOON).await, RecordError::NotFound));
    }
}

#[tokio::test]
async fn a_new_number_of_the_area_is_a_newer_version_for_a_correction() {
    let (folder, editor) = town().await;
    folder.import("Ortsteil;Stand;Verträge\nBühl;3.11.2023;90\nGriesheim;10.11.2023;300\n", NOON).await.unwrap();
    let error = refused(&folder, &editor, &correction("1", "139", 1), TWO_DAYS_LATER).await;
    // Entry 2 is Bühl's; Griesheim's, the third, is none of this.
    assert!(matches!(error, RecordError::Outdated(2)), "{error}");
    saved(&folder, &editor, &correction("1", "139", 2), TWO_DAYS_LATER).await;
}

#[tokio::test]
async fn the_same_submission_twice_is_stored_once_and_answered_alike() {
    let (folder, editor) = town().await;
    let request = deadline("31.1.2024", 0);
    let first = saved(&folder, &editor, &request, AFTER).await;
    let before = (folder.rollout().await, folder.log().await);
    assert_eq!(saved(&folder, &editor, &request, AFTER).await, first);
    assert!((folder.rollout().await, folder.log().await) == before);
    // Another person's key is another key.
    let other = person(&folder, 2, Role::Editor, Scope::Everything).await;
    assert!(matches!(refused(&folder, &other, &request, AFTER).await, RecordError::Outdated(_)));
}

#[tokio::test]
async fn who_only_reads_and_who_is_there_for_another_area_changes_nothing() {
    let (folder, _) = town().await;
    let head = person(&folder, 2, Role::DistrictHead, Scope::Within(BUEHL)).await;
    let elsewhere = person(&folder, 3, Role::Editor, Scope::Within(town::GRIESHEIM)).await;
    let of_buehl = person(&folder, 4, Role::Editor, Scope::Within(BUEHL)).await;
    for actor in [&head, &elsewhere] {
        let error = refused(&folder, actor, &outcome("reached", "", 0), NOON).await;
        assert!(matches!(error, RecordError::Forbidden(_)), "{error}");
    }
    // Bühl's own record is hers, the deadline of all areas is not.
    let error = refused(&folder, &of_buehl, &deadline("31.1.2024", 0), AFTER).await;
    assert!(matches!(error, RecordError::Forbidden(_)), "{error}");
    saved(&folder, &of_buehl, &outcome("reached", "", 0), NOON).await;
}

#[tokio::test]
async fn the_town_itself_and_what_does_not_exist_have_no_record() {
    let (folder, editor) = town().await;
    for name in ["Offenburg", "Entenhausen"] {
        let request = EditRequest { subject: Subject::Area(Slug::of_name(name).unwrap()), ..outcome("reached", "", 0) };
        assert!(matches!(refused(&folder, &editor, &request, NOON).await, RecordError::NotFound));
        let shown = record(&folder.store, &editor, &request.subject, &clock(NOON)).await;
        assert!(matches!(shown, Err(RecordError::NotFound)));
    }
}

#[tokio::test]
async fn a_transaction_that_fails_half_way_leaves_nothing() {
    let (folder, editor) = town().await;
    let mut transaction = folder.store.write().await.unwrap();
    // The last statement of the change is the one that fails.
    let refuse = "CREATE TRIGGER refuse BEFORE INSERT ON submission BEGIN SELECT RAISE(ABORT, 'no'); END";
    sqlx::query(refuse).execute(&mut *transaction).await.unwrap();
    transaction.commit().await.unwrap();
    let error = refused(&folder, &editor, &deadline("31.1.2024", 0), AFTER).await;
    assert!(matches!(&error, RecordError::Storage(error) if !error.is_full() && !error.is_busy()), "{error}");
}

#[tokio::test]
async fn a_full_disk_is_told_and_the_same_form_is_taken_when_there_is_room() {
    let (folder, editor) = town().await;
    let mut transaction = folder.store.write().await.unwrap();
    sqlx::query("PRAGMA max_page_count = 1").execute(&mut *transaction).await.unwrap();
    transaction.commit().await.unwrap();
    let mut request = deadline("31.1.2024", 0);
    request.form.fields[2].1 = "x".repeat(2_000);
    // Long texts until a new page is needed.
    let mut full = None;
    for day in 1..=31 {
        request.form.fields[0].1 = format!("{day}.1.2024");
        (request.key, request.seen) = (day.to_string(), i64::MAX);
        if let Err(error) = change(&folder.store, &editor, &request, &clock(AFTER)).await {
            full = Some(error);
            break;
        }
    }
    assert!(matches!(&full, Some(RecordError::Storage(error)) if error.is_full()), "{full:?}");
    saved(&folder, &editor, &request, AFTER).await;
}

#[tokio::test]
async fn a_held_database_is_told_as_busy() {
    let (folder, editor) = town().await;
    let other =
        sqlx::sqlite::SqliteConnectOptions::new().filename(folder.database()).busy_timeout(std::time::Duration::ZERO);
    let pool = sqlx::SqlitePool::connect_with(other).await.unwrap();
    let held = folder.store.write().await.unwrap();
    let error = pool.begin_with("BEGIN IMMEDIATE").await.map_err(faserstand_lib::storage::StorageError::from);
    assert!(error.is_err_and(|error| error.is_busy() && !error.is_full()));
    drop(held);
    saved(&folder, &editor, &deadline("31.1.2024", 0), AFTER).await;
}

#[tokio::test]
async fn what_is_entered_in_a_demonstration_is_known_there() {
    let (folder, editor) = town().await;
    faserstand_lib::application::dataset::note_shown_day(&folder.store, Some(town::DAY)).await.unwrap();
    let years_later = "2031-05-02T09:30:00Z";
    saved(&folder, &editor, &outcome("reached", "", 0), years_later).await;
    let rollout = folder.rollout().await;
    assert_eq!(rollout.outcomes[0].known_on, town::DAY);
    saved(&folder, &editor, &correction("1", "139", 1), years_later).await;
    let known = folder.rollout().await.known_on(town::DAY);
    assert_eq!(known.readings_of(town::CAMPAIGN, BUEHL).len(), 1);
    assert_eq!(newest(&folder).await.1.at, instant(years_later));
}

#[tokio::test]
async fn the_log_is_read_by_area_and_kind_newest_first() {
    let (folder, editor) = town().await;
    folder.import("Ortsteil;Stand;Verträge\nGriesheim;10.11.2023;300\n", NOON).await.unwrap();
    saved(&folder, &editor, &deadline("31.1.2024", 0), AFTER).await;
    saved(&folder, &editor, &outcome("reached", "", 0), AFTER).await;
    let numbers = async |actor: &Actor, subject: Option<&Subject>, kind: Option<&str>, before| {
        let page = log(&folder.store, actor, subject, kind.map(str::to_owned), before).await.unwrap();
        (page.entries.into_iter().map(|(number, _)| number).collect::<Vec<_>>(), page.more)
    };
    let griesheim = Subject::Area(Slug::of_name("Griesheim").unwrap());
    assert_eq!(numbers(&editor, None, None, None).await, (vec![4, 3, 2, 1], false));
    assert_eq!(numbers(&editor, Some(&buehl()), None, None).await.0, [4, 3, 1]);
    assert_eq!(numbers(&editor, Some(&buehl()), Some("deadline"), None).await.0, [3]);
    assert_eq!(numbers(&editor, Some(&buehl()), Some("no kind"), None).await.0, [0; 0]);
    assert_eq!(numbers(&editor, Some(&griesheim), None, None).await.0, [3, 2]);
    assert_eq!(numbers(&editor, None, None, Some(3)).await.0, [2, 1]);
    // Who is there for one area reads its log and no other.
    let head = person(&folder, 2, Role::DistrictHead, Scope::Within(town::GRIESHEIM)).await;
    assert_eq!(numbers(&head, None, None, None).await.0, [3, 2]);
    let forbidden = log(&folder.store, &head, Some(&buehl()), None, None).await;
    assert!(matches!(forbidden, Err(RecordError::Forbidden(_))));
    let page = log(&folder.store, &editor, Some(&buehl()), Some("reading".to_owned()), None).await.unwrap();
    let counted: Vec<(&str, u32)> = page.tallies.iter().map(|tally| (tally.what.as_str(), tally.entries)).collect();
    assert_eq!(counted, [("deadline", 1), ("outcome", 1), ("reading", 1)]);
}

#[tokio::test]
async fn a_hundred_entries_come_at_once_and_the_others_when_asked_for() {
    let (folder, editor) = town().await;
    let rows: String = (1..=105)
        .map(|day| format!("Bühl;{};netto;{day}\n", date(2023, 9, 4).checked_add(jiff::ToSpan::days(day)).unwrap()))
        .collect();
    folder.import(&format!("Ortsteil;Stand;Stufe;Verträge\n{rows}"), "2024-01-10T11:00:00Z").await.unwrap();
    let page = log(&folder.store, &editor, Some(&buehl()), None, None).await.unwrap();
    assert_eq!((page.entries.len(), page.more, page.entries[99].0), (100, true, 7));
    let rest = log(&folder.store, &editor, Some(&buehl()), None, Some(7)).await.unwrap();
    assert_eq!((rest.entries.len(), rest.more), (6, false));
}
