//! Citizens' remarks: sent, answered, and forgotten who sent them.

use std::path::Path;

use faserstand_lib::{
    application::{
        actor::Actor,
        clock::Clock,
        desk,
        records::{self, RecordError},
        remarks::{self, Letterbox, SendError},
    },
    domain::{
        account::{Person, Role, Scope},
        change::REMARK,
        edit::{Chosen, EditForm, EditKind, EditRequest, Field},
        entry::Choice,
        ids::UserId,
        remark::{NewRemark, Place, Reference, Remark, Waiting},
        subject::Subject,
    },
    storage::{Store, backup},
};
use jiff::civil::{Date, date};

use crate::support::{
    folder::{Folder, Hands, clock, instant},
    town::{self, BUEHL, NOON},
};

const CONTACT: &str = "zilpzalp@example.org";
const WORDS: &str = "In Bühl sind es 1.040 Haushalte.";

async fn sent_from(folder: &Folder, letterbox: &Letterbox, address: &str, at: &str) -> Result<Reference, SendError> {
    let place: Place = "gebiete/buehl".parse().unwrap();
    let new = NewRemark::new(place, WORDS, CONTACT, "1").unwrap();
    remarks::send(&folder.store, letterbox, address, &new, None, instant(at)).await
}

#[tokio::test]
async fn a_form_that_is_sent_twice_is_one_remark() {
    let folder = Folder::with_town().await;
    let letterbox = Letterbox::default();
    let place: Place = "gebiete/buehl".parse().unwrap();
    let send = async |text: &str, wanted: Option<Reference>| {
        let new = NewRemark::new(place.clone(), text, CONTACT, "1").unwrap();
        remarks::send(&folder.store, &letterbox, "192.0.2.1", &new, wanted, instant(NOON)).await.unwrap()
    };
    let shown: Reference = "7k3m9".parse().unwrap();
    assert_eq!(send(WORDS, Some(shown.clone())).await, shown);
    assert_eq!(send(WORDS, Some(shown.clone())).await, shown);
    // Another text under the same reference is another remark, and so is one without a reference.
    assert_ne!(send("In Bühl sind es 1.041.", Some(shown.clone())).await, shown);
    assert_ne!(send(WORDS, None).await, shown);
    let stored = remarks::all(&folder.store, &editor()).await.unwrap().what;
    assert_eq!(stored.len(), 3);
    assert_eq!(stored.iter().find(|remark| remark.reference == shown).unwrap().text, WORDS);
}

async fn sent(folder: &Folder, at: &str) -> Reference {
    sent_from(folder, &Letterbox::default(), "192.0.2.1", at).await.unwrap()
}

fn editor() -> Actor {
    person(Role::Editor, Scope::Everything)
}

fn person(role: Role, scope: Scope) -> Actor {
    Actor::Person(Person { id: UserId(1), name: "Anna Amsel".to_owned(), role, scope })
}

async fn found(folder: &Folder, actor: &Actor, reference: &Reference) -> Remark {
    remarks::one(&folder.store, actor, reference).await.unwrap().what
}

/// The folder with Anna's account, which keys of submissions belong to.
async fn staffed() -> Folder {
    let folder = Folder::with_town().await;
    let mut transaction = folder.store.write().await.unwrap();
    faserstand_lib::storage::user::insert(
        &mut transaction,
        "Anna Amsel",
        Role::Editor,
        None,
        "$argon2id$v=19$…",
        instant(NOON),
    )
    .await
    .unwrap();
    transaction.commit().await.unwrap();
    folder
}

async fn answered(folder: &Folder, reference: &Reference, text: &str, clock: &Clock) -> Result<i64, RecordError> {
    chosen(folder, reference, text, None, clock).await
}

async fn chosen(
    folder: &Folder,
    reference: &Reference,
    text: &str,
    choice: Option<Chosen>,
    clock: &Clock,
) -> Result<i64, RecordError> {
    let form = EditForm { kind: EditKind::RemarkAnswer, fields: vec![(Field::Answer, text.to_owned())] };
    let subject = Subject::Remark(reference.clone());
    let request = EditRequest { subject, seen: 0, key: format!("{text:.20} {choice:?}"), form, choice };
    records::change(&folder.store, &editor(), &request, clock).await.map(|changed| changed.change)
}

/// Whether any file of the folder holds this text, write-ahead log and all.
fn is_on_the_disk(folder: &Path, text: &str) -> bool {
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let holds = |path: &Path| std::fs::read(path).unwrap().windows(text.len()).any(|bytes| bytes == text.as_bytes());
    files.filter(|path| path.is_file()).any(|path| holds(&path))
}

#[tokio::test]
async fn a_remark_is_stored_with_what_its_sender_was_told() {
    let folder = Folder::with_town().await;
    let reference = sent(&folder, NOON).await;
    let remark = found(&folder, &editor(), &reference).await;
    assert_eq!((remark.text.as_str(), remark.contact.as_deref(), remark.notice.as_str()), (WORDS, Some(CONTACT), "1"));
    assert_eq!((remark.place.to_string().as_str(), remark.answer), ("gebiete/buehl", None));
    assert_eq!(remark.received_at, instant(NOON));
}

#[tokio::test]
async fn neither_text_nor_contact_is_in_the_change_log() {
    let folder = staffed().await;
    let reference = sent(&folder, NOON).await;
    answered(&folder, &reference, "Geprüft, die Zahl stimmt.", &clock(NOON)).await.unwrap();
    let log: Vec<_> = folder.log().await.into_iter().map(|(_, change)| change).collect();
    assert_eq!(log.len(), 2);
    assert!(log.iter().all(|change| change.what == REMARK && change.which.starts_with("buehl Hinweis ")));
    assert_eq!((log[0].who.as_str(), log[1].who.as_str()), ("Öffentlichkeit", "Anna Amsel"));
    let told = format!("{log:?}");
    assert!(!told.contains(CONTACT) && !told.contains("1.040"), "{told}");
    assert!(told.contains("Geprüft, die Zahl stimmt."), "{told}");
}

#[tokio::test]
async fn a_contact_is_gone_30_days_after_the_answer_and_not_a_day_earlier() {
    let folder = staffed().await;
    let reference = sent(&folder, NOON).await;
    // Answered on 13 November 2023: 30 days later is 13 December, whose first hour in Berlin is 23 o'clock UTC.
    answered(&folder, &reference, "Geprüft.", &clock("2023-11-13T12:00:00Z")).await.unwrap();
    let forget = async |now: &str| remarks::forget_contacts(&folder.store, instant(now)).await.unwrap();
    assert_eq!(forget("2023-12-12T22:59:59Z").await, 0);
    assert!(found(&folder, &editor(), &reference).await.contact.is_some());
    assert_eq!(forget("2023-12-12T23:00:00Z").await, 1);
    let remark = found(&folder, &editor(), &reference).await;
    assert_eq!((remark.contact, remark.contact_deleted_on), (None, Some(date(2023, 12, 13))));
    assert_eq!(remark.text, WORDS);
    assert_eq!(forget("2024-12-12T23:00:00Z").await, 0, "nothing is left to delete");
}

#[tokio::test]
async fn without_an_answer_it_is_gone_after_six_months() {
    let folder = Folder::with_town().await;
    let reference = sent(&folder, NOON).await;
    let forget = async |now: &str| remarks::forget_contacts(&folder.store, instant(now)).await.unwrap();
    // Summer time: 10 May 2024 begins at 22 o'clock UTC.
    assert_eq!(forget("2024-05-09T21:59:59Z").await, 0);
    assert_eq!(forget("2024-05-09T22:00:00Z").await, 1);
    let day: Option<Date> = found(&folder, &editor(), &reference).await.contact_deleted_on;
    assert_eq!(day, Some(date(2024, 5, 10)));
}

#[tokio::test]
async fn a_deleted_contact_is_on_the_disk_no_more() {
    let folder = Folder::with_town().await;
    sent(&folder, NOON).await;
    assert!(is_on_the_disk(folder.path(), CONTACT), "the control: it is there before");
    remarks::forget_contacts(&folder.store, instant("2024-05-10T12:00:00Z")).await.unwrap();
    assert!(!is_on_the_disk(folder.path(), CONTACT), "while the server runs");
    let folder = folder.closed().await;
    assert!(!is_on_the_disk(folder.path(), CONTACT), "and after it");
}

#[tokio::test]
async fn no_backup_and_no_restored_database_holds_a_contact() {
    let folder = Folder::with_town().await;
    let reference = sent(&folder, NOON).await;
    let copies = tempfile::TempDir::new().unwrap();
    let copy = copies.path().join("sicherung.sqlite");
    backup::create(&folder.store, &copy).await.unwrap();
    assert!(!is_on_the_disk(copies.path(), CONTACT));
    // What a restore puts aside is a copy as well.
    let folder = folder.closed().await;
    assert!(is_on_the_disk(folder.path(), CONTACT), "the control: the database itself has it");
    backup::restore(&copy, folder.path()).await.unwrap();
    assert!(!is_on_the_disk(folder.path(), CONTACT) && !is_on_the_disk(&folder.path().join("backups"), CONTACT));
    // The remark itself is there.
    let store = Store::open(folder.path()).await.unwrap();
    assert_eq!(remarks::one(&store, &editor(), &reference).await.unwrap().what.text, WORDS);
}

#[tokio::test]
async fn a_head_sees_the_remarks_of_their_area_without_contact_and_answers_none() {
    let folder = Folder::with_town().await;
    let reference = sent(&folder, NOON).await;
    let head = person(Role::DistrictHead, Scope::Within(BUEHL));
    assert_eq!(found(&folder, &head, &reference).await.contact, None);
    assert_eq!(remarks::all(&folder.store, &head).await.unwrap().what.len(), 1);
    let elsewhere = person(Role::DistrictHead, Scope::Within(town::GRIESHEIM));
    assert!(remarks::one(&folder.store, &elsewhere, &reference).await.is_err());
    assert!(remarks::all(&folder.store, &elsewhere).await.unwrap().what.is_empty());
    let form = EditForm { kind: EditKind::RemarkAnswer, fields: vec![(Field::Answer, "Geprüft.".to_owned())] };
    let subject = Subject::Remark(reference);
    let request = EditRequest { subject, seen: 0, key: "a".to_owned(), form, choice: None };
    let refused = records::change(&folder.store, &head, &request, &clock(NOON)).await;
    assert!(matches!(refused, Err(RecordError::Forbidden(_))), "{refused:?}");
}

#[tokio::test]
async fn two_answers_are_held_against_each_other() {
    let folder = staffed().await;
    let reference = sent(&folder, NOON).await;
    let first = answered(&folder, &reference, "Geprüft.", &clock(NOON)).await.unwrap();
    // The same submission again is answered alike.
    assert_eq!(answered(&folder, &reference, "Geprüft.", &clock(NOON)).await.unwrap(), first);
    let second = answered(&folder, &reference, "Berichtigt.", &clock(NOON)).await;
    assert!(matches!(second, Err(RecordError::Outdated(change)) if change == first), "{second:?}");
    let over = |choice| Some(Chosen { choice, over: first });
    chosen(&folder, &reference, "Berichtigt.", over(Choice::Theirs), &clock(NOON)).await.unwrap();
    assert_eq!(found(&folder, &editor(), &reference).await.answer.unwrap().text, "Geprüft.");
    chosen(&folder, &reference, "Berichtigt.", over(Choice::Mine), &clock(NOON)).await.unwrap();
    assert_eq!(found(&folder, &editor(), &reference).await.answer.unwrap().text, "Berichtigt.");
    let log = folder.log().await;
    assert!(log.last().unwrap().1.old.as_deref().is_some_and(|old| old.contains("Geprüft.")));
}

#[tokio::test]
async fn an_answer_says_something() {
    let folder = staffed().await;
    let reference = sent(&folder, NOON).await;
    for text in ["", "  ", &"x".repeat(2_001)] {
        let refused = answered(&folder, &reference, text, &clock(NOON)).await;
        assert!(matches!(&refused, Err(RecordError::Invalid(faults)) if faults[0].0 == Field::Answer), "{refused:?}");
    }
}

#[tokio::test]
async fn five_from_one_address_then_one_in_ten_minutes() {
    let (folder, letterbox, hands) = (Folder::with_town().await, Letterbox::default(), Hands::at(NOON));
    let send = async |address: &str| sent_from(&folder, &letterbox, address, &hands.now().to_string()).await;
    for _ in 0..5 {
        send("192.0.2.1").await.unwrap();
    }
    assert!(matches!(send("192.0.2.1").await, Err(SendError::TooMany(600))));
    send("198.51.100.7").await.unwrap();
    hands.forward(600);
    send("192.0.2.1").await.unwrap();
    assert!(send("192.0.2.1").await.is_err());
}

#[tokio::test]
async fn a_hundred_in_all_and_who_waits_for_others_loses_no_turn() {
    let (folder, letterbox) = (Folder::with_town().await, Letterbox::default());
    for number in 0..100 {
        sent_from(&folder, &letterbox, &format!("192.0.2.{number}"), NOON).await.unwrap();
    }
    assert!(matches!(sent_from(&folder, &letterbox, "198.51.100.7", NOON).await, Err(SendError::TooMany(60))));
    for minute in 1..=5 {
        let later = format!("2023-11-10T11:{minute:02}:00Z");
        sent_from(&folder, &letterbox, "198.51.100.7", &later).await.unwrap();
    }
}

#[tokio::test]
async fn what_waits_is_due_with_the_age_of_the_oldest() {
    let folder = staffed().await;
    let head = person(Role::DistrictHead, Scope::Within(town::GRIESHEIM));
    let waiting =
        async |actor: &Actor, now: &str| desk::today(&folder.store, actor, None, &clock(now)).await.unwrap().waiting;
    assert_eq!(waiting(&editor(), NOON).await, None);
    let first = sent(&folder, NOON).await;
    sent(&folder, "2023-11-12T12:00:00Z").await;
    let later = "2023-11-13T12:00:00Z";
    assert_eq!(waiting(&editor(), later).await, Some(Waiting { remarks: 2, oldest_days: 3 }));
    assert_eq!(waiting(&head, later).await, None);
    answered(&folder, &first, "Geprüft.", &clock(later)).await.unwrap();
    assert_eq!(waiting(&editor(), later).await, Some(Waiting { remarks: 1, oldest_days: 1 }));
}
