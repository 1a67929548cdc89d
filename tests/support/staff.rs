//! People who enter numbers, and what they send. Their accounts open no door: no password fits.

use faserstand_lib::{
    application::{actor::Actor, sessions::Token},
    domain::{
        account::{Person, Role, Scope},
        amount::Amount,
        area::Slug,
        entry::{EnteredRow, Entry},
        ids::UserId,
        reading::{Stage, Value},
    },
    storage::{Store, session, user},
};
use jiff::{Timestamp, civil::Date};

/// Adds so many editors to an empty table of accounts: "Person 1" has the number 1, and so on.
pub async fn hire(store: &Store, people: i64, now: Timestamp) {
    let mut transaction = store.write().await.unwrap();
    for number in 1..=people {
        let password = "$argon2id$none";
        user::insert(&mut transaction, &name(number), Role::Editor, None, password, now).await.unwrap();
    }
    transaction.commit().await.unwrap();
}

/// The name of an editor.
pub fn name(number: i64) -> String {
    format!("Person {number}")
}

/// An editor of [`hire`].
pub fn editor(number: i64) -> Actor {
    let person = Person { id: UserId(number), name: name(number), role: Role::Editor, scope: Scope::Everything };
    Actor::Person(person)
}

/// Signs the editors in without hashing a password for each, and returns the texts of their tokens.
pub async fn sign_in(store: &Store, people: i64, now: Timestamp) -> Vec<String> {
    let mut transaction = store.write().await.unwrap();
    let mut tokens = Vec::new();
    for number in 1..=people {
        let text = format!("{number:0>42}A");
        let key = Token::of_text(&text).unwrap().key();
        session::insert(&mut transaction, key, UserId(number), now).await.unwrap();
        tokens.push(text);
    }
    transaction.commit().await.unwrap();
    tokens
}

/// A row with an exact count and a reason, whatever it is about.
pub fn row(area: &str, as_of: Date, stage: Stage, contracts: u32, seen: i64) -> EnteredRow {
    EnteredRow {
        area: Slug::of_name(area).unwrap(),
        as_of,
        stage,
        value: Value::Contracts(Amount::Exact(contracts)),
        source: "Netzbetreiber".to_owned(),
        reason: Some("Laut Netzbetreiber.".to_owned()),
        seen,
        choice: None,
    }
}

/// A sheet with these rows.
pub fn sheet(key: &str, rows: impl IntoIterator<Item = EnteredRow>) -> Entry {
    Entry { key: key.to_owned(), rows: rows.into_iter().collect() }
}
