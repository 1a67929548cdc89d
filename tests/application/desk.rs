//! What someone at the desk is told: their part of the town, and what is new to them.

use faserstand_lib::{
    application::{
        actor::Actor,
        desk::{Visit, mark_seen, today},
    },
    domain::{
        account::{Person, Role, Scope},
        desk::Desk,
        ids::{AreaId, UserId},
    },
    storage::user,
};
use jiff::Timestamp;

use crate::support::{
    folder::{Folder, clock, instant},
    town::{self, BUEHL, NOON},
};

const TABLE: &str = "Ortsteil;Stand;Verträge\nBühl;3.11.2023;120\nGriesheim;3.11.2023;200\n\
                     Bühl;10.11.2023;141\nGriesheim;10.11.2023;230\n";

fn person(scope: Scope) -> Actor {
    let role = if scope == Scope::Everything { Role::Editor } else { Role::DistrictHead };
    Actor::Person(Person { id: UserId(1), name: "Bearbeitung 1".to_owned(), role, scope })
}

async fn told(folder: &Folder, actor: &Actor, last: Option<Visit>) -> Desk {
    today(&folder.store, actor, last, &clock(NOON)).await.unwrap()
}

fn areas(desk: &Desk) -> Vec<&str> {
    desk.status.campaigns.iter().flat_map(|campaign| &campaign.areas).map(|area| area.name.as_str()).collect()
}

fn news(desk: &Desk) -> Vec<&str> {
    desk.news.changes.iter().map(|(_, change)| change.which.as_str()).collect()
}

#[tokio::test]
async fn an_editor_is_told_of_the_whole_town() {
    let folder = Folder::with_town().await;
    folder.import(TABLE, NOON).await.unwrap();
    let desk = told(&folder, &person(Scope::Everything), None).await;
    assert_eq!((desk.change, desk.whole), (4, true));
    assert_eq!(areas(&desk), ["Griesheim", "Bühl", "Windschläg", "Zell-Weierbach"]);
    assert_eq!((desk.news.since, desk.news.in_all), (None, 4));
    // The newest first.
    assert_eq!(news(&desk), ["griesheim 2023-11-10", "buehl 2023-11-10", "griesheim 2023-11-03", "buehl 2023-11-03"]);
    // 141 − 120 = 21 in 7 days.
    assert_eq!(desk.gains[&(town::CAMPAIGN, BUEHL)].contracts, 21);
}

#[tokio::test]
async fn a_district_head_is_told_of_their_area_alone() {
    let folder = Folder::with_town().await;
    folder.import(TABLE, NOON).await.unwrap();
    let desk = told(&folder, &person(Scope::Within(BUEHL)), None).await;
    assert_eq!(areas(&desk), ["Bühl"]);
    assert!(!desk.whole);
    assert_eq!(news(&desk), ["buehl 2023-11-10", "buehl 2023-11-03"]);
    assert_eq!(desk.news.in_all, 2);
    // The agreement covers Bühl; nothing covers Windschläg.
    assert_eq!(desk.agreements.len(), 1);
    let other = told(&folder, &person(Scope::Within(town::WINDSCHLAEG)), None).await;
    assert_eq!((other.agreements.len(), news(&other).len()), (0, 0));
    // Who is there for the top of the tree is there for all of it.
    assert!(told(&folder, &person(Scope::Within(AreaId(1))), None).await.whole);
}

#[tokio::test]
async fn only_what_came_after_the_last_visit_is_new() {
    let folder = Folder::with_town().await;
    folder.import("Ortsteil;Stand;Verträge\nBühl;3.11.2023;120\n", NOON).await.unwrap();
    let at = instant(NOON);
    let last = Some(Visit { change: 1, at });
    let before = told(&folder, &person(Scope::Everything), last).await;
    assert_eq!((news(&before), before.news.in_all, before.news.since), (vec![], 0, Some(at)));
    folder.import("Ortsteil;Stand;Verträge\nBühl;10.11.2023;141\n", NOON).await.unwrap();
    let after = told(&folder, &person(Scope::Everything), last).await;
    assert_eq!((news(&after), after.change), (vec!["buehl 2023-11-10"], 2));
    assert_eq!(told(&folder, &person(Scope::Everything), None).await.news.in_all, 2);
}

#[tokio::test]
async fn of_many_changes_twenty_are_shown_and_all_are_counted() {
    let folder = Folder::with_town().await;
    let rows: String = (1..=25).map(|day| format!("Bühl;{day}.10.2023;{day}\n")).collect();
    folder.import(&format!("Ortsteil;Stand;Verträge\n{rows}"), NOON).await.unwrap();
    let desk = told(&folder, &person(Scope::Everything), None).await;
    assert_eq!((desk.news.changes.len(), desk.news.in_all), (20, 25));
    assert_eq!(news(&desk)[0], "buehl 2023-10-25");
}

/// An account without a password that fits, and what is noted of it.
async fn account(folder: &Folder) -> Person {
    let mut transaction = folder.store.write().await.unwrap();
    user::insert(&mut transaction, "Bearbeitung 1", Role::Editor, None, "$argon2id$", instant(NOON)).await.unwrap();
    let (account, _) = user::by_name(&mut transaction, "Bearbeitung 1").await.unwrap().unwrap();
    transaction.commit().await.unwrap();
    account.person
}

async fn noted(folder: &Folder, person: &Person) -> (i64, Option<Timestamp>) {
    user::seen(&mut folder.store.read().await.unwrap(), person.id).await.unwrap()
}

#[tokio::test]
async fn what_was_shown_is_noted_and_never_goes_back() {
    let folder = Folder::with_town().await;
    let person = account(&folder).await;
    folder.import(TABLE, NOON).await.unwrap();
    assert_eq!(noted(&folder, &person).await, (0, None));
    let (first, second, third) =
        (instant("2023-11-10T12:00:00Z"), instant("2023-11-10T12:59:59Z"), instant("2023-11-10T13:00:00Z"));
    mark_seen(&folder.store, &person, 3, first).await.unwrap();
    assert_eq!(noted(&folder, &person).await, (3, Some(first)));
    // Nothing new within the hour: nothing is written.
    mark_seen(&folder.store, &person, 3, second).await.unwrap();
    assert_eq!(noted(&folder, &person).await, (3, Some(first)));
    mark_seen(&folder.store, &person, 2, third).await.unwrap();
    assert_eq!(noted(&folder, &person).await, (3, Some(third)));
    // There are four changes; a fifth nobody can have seen.
    mark_seen(&folder.store, &person, 99, third).await.unwrap();
    assert_eq!(noted(&folder, &person).await, (4, Some(third)));
}
