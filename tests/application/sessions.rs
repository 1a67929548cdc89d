//! A session is worth something until it is idle too long, the day is over, or its account is no longer.

use std::sync::{Mutex, mpsc};

use faserstand_lib::{
    application::{
        accounts,
        actor::Actor,
        passwords::Passwords,
        sessions::{self, SignInError, Token},
    },
    domain::{account::Role, session::Session},
};

use crate::{
    accounts::{PASSWORD, add, disable},
    support::{
        dump::dump,
        folder::{Folder, Hands},
        forged::by_hand,
        town,
    },
};

/// Checks passwords without work.
fn quick() -> Passwords {
    Passwords::checked_by(|password, _| password == PASSWORD)
}

/// The small town with Anna, and hands of a clock.
async fn staffed() -> (Folder, Hands) {
    let folder = Folder::with_town().await;
    add(&folder, "Anna", Role::Editor, None).await.unwrap();
    (folder, Hands::at(town::NOON))
}

async fn sign_in(folder: &Folder, hands: &Hands, old: Option<&Token>) -> Token {
    let signed_in = sessions::sign_in(&folder.store, &quick(), "Anna", PASSWORD, old, hands.now()).await;
    signed_in.unwrap().0
}

async fn found(folder: &Folder, token: &Token, hands: &Hands) -> Option<Session> {
    sessions::find(&folder.store, token, hands.now()).await.unwrap()
}

/// How many sessions are stored, over or not.
async fn stored(folder: &Folder) -> i64 {
    let count = sqlx::query_scalar("SELECT count(*) FROM session");
    count.fetch_one(&mut *folder.store.read().await.unwrap()).await.unwrap()
}

#[tokio::test]
async fn only_the_hash_of_a_token_is_stored() {
    let (folder, hands) = staffed().await;
    let token = sign_in(&folder, &hands, None).await;
    let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02X}")).collect::<String>();
    let (text, key) = (token.to_text(), token.key().0);
    let everything = dump(&folder.database()).await;
    assert!(everything.contains(&hex(&key)));
    assert!(!everything.contains(&text) && !everything.contains(PASSWORD));
    assert_eq!((text.len(), Token::of_text(&text)), (43, Some(token.clone())));
    // Nor does it get into a log.
    assert_eq!(format!("{token:?}"), "Token(…)");
    for nonsense in ["", "A", &text[1..], &format!("{text}A"), "ä", &"+".repeat(43)] {
        assert_eq!(Token::of_text(nonsense), None, "{nonsense}");
    }
}

#[tokio::test]
async fn an_idle_session_ends_after_an_hour() {
    let (folder, hands) = staffed().await;
    let token = sign_in(&folder, &hands, None).await;
    hands.forward(3_599);
    assert!(found(&folder, &token, &hands).await.is_some());
    hands.forward(1);
    assert_eq!(found(&folder, &token, &hands).await, None);
    assert_eq!(stored(&folder).await, 0, "met and left lying");
}

#[tokio::test]
async fn a_session_in_use_ends_with_the_working_day() {
    let (folder, hands) = staffed().await;
    let token = sign_in(&folder, &hands, None).await;
    for _ in 0..15 {
        hands.forward(45 * 60);
        let session = found(&folder, &token, &hands).await.unwrap();
        assert!(session.is_to_be_noted(hands.now()));
        sessions::note(&folder.store, session.key, hands.now()).await.unwrap();
    }
    hands.forward(45 * 60 - 1);
    let session = found(&folder, &token, &hands).await.unwrap();
    assert_eq!(session.signed_in(hands.now(), false).idle_minutes, 1);
    hands.forward(1);
    assert_eq!(found(&folder, &token, &hands).await, None);
}

#[tokio::test]
async fn a_session_that_is_over_is_none_though_it_cannot_be_deleted_now() {
    let (folder, hands) = staffed().await;
    let token = sign_in(&folder, &hands, None).await;
    let refuses = "CREATE TRIGGER held BEFORE DELETE ON session BEGIN SELECT RAISE(ABORT, 'held'); END";
    let mut transaction = folder.store.write().await.unwrap();
    sqlx::query(refuses).execute(&mut *transaction).await.unwrap();
    transaction.commit().await.unwrap();
    hands.forward(3_600);
    assert_eq!(found(&folder, &token, &hands).await, None);
}

#[tokio::test]
async fn a_request_is_noted_once_a_minute() {
    let (folder, hands) = staffed().await;
    let token = sign_in(&folder, &hands, None).await;
    let session = found(&folder, &token, &hands).await.unwrap();
    hands.forward(59);
    assert!(!session.is_to_be_noted(hands.now()));
    hands.forward(1);
    assert!(session.is_to_be_noted(hands.now()));
    sessions::note(&folder.store, session.key, hands.now()).await.unwrap();
    let noted = found(&folder, &token, &hands).await.unwrap();
    assert_eq!((noted.last_seen_at, noted.started_at), (hands.now(), session.started_at));
}

#[tokio::test]
async fn sessions_that_are_over_are_swept_out_when_someone_signs_in() {
    let (folder, hands) = staffed().await;
    sign_in(&folder, &hands, None).await;
    hands.forward(1_800);
    let young = sign_in(&folder, &hands, None).await;
    assert_eq!(stored(&folder).await, 2);
    hands.forward(1_800);
    let new = sign_in(&folder, &hands, None).await;
    assert_eq!(stored(&folder).await, 2);
    for token in [young, new] {
        assert!(found(&folder, &token, &hands).await.is_some());
    }
}

#[tokio::test]
async fn signing_in_ends_the_session_that_came_along() {
    let (folder, hands) = staffed().await;
    let (old, elsewhere) = (sign_in(&folder, &hands, None).await, sign_in(&folder, &hands, None).await);
    let new = sign_in(&folder, &hands, Some(&old)).await;
    assert!(old != new && found(&folder, &old, &hands).await.is_none());
    for token in [elsewhere, new] {
        assert!(found(&folder, &token, &hands).await.is_some());
    }
}

#[tokio::test]
async fn a_session_remembers_what_its_person_had_seen() {
    let (folder, hands) = staffed().await;
    let token = sign_in(&folder, &hands, None).await;
    let first = found(&folder, &token, &hands).await.unwrap();
    assert_eq!((first.since_change, first.since_at), (0, None));
    let seen = "UPDATE user SET seen_change = 7, seen_at = '2023-11-10T11:30:00Z'";
    by_hand(&folder.database(), &[seen]).await;
    // This visit goes on as it began, the next one begins there.
    assert_eq!(found(&folder, &token, &hands).await.unwrap().since_change, 0);
    let token = sign_in(&folder, &hands, None).await;
    let next = found(&folder, &token, &hands).await.unwrap();
    assert_eq!((next.since_change, next.since_at), (7, Some("2023-11-10T11:30:00Z".parse().unwrap())));
}

#[tokio::test]
async fn a_disabled_account_has_no_session() {
    let (folder, hands) = staffed().await;
    let token = sign_in(&folder, &hands, None).await;
    disable(&folder, "Anna").await;
    assert_eq!((stored(&folder).await, found(&folder, &token, &hands).await), (0, None));
    let again = sessions::sign_in(&folder.store, &quick(), "Anna", PASSWORD, None, hands.now()).await;
    assert!(matches!(again, Err(SignInError::Refused)));
    accounts::enable(&folder.store, &Actor::Console, "Anna", hands.now()).await.unwrap();
    assert_eq!(found(&folder, &token, &hands).await, None, "enabling brings no session back");
    let token = sign_in(&folder, &hands, None).await;
    // Even a session that was left behind is worth nothing.
    by_hand(&folder.database(), &["UPDATE user SET disabled_at = '2023-11-10T11:00:00Z'"]).await;
    assert_eq!((stored(&folder).await, found(&folder, &token, &hands).await), (1, None));
}

#[tokio::test]
async fn a_new_password_ends_all_sessions_and_the_old_one_is_refused() {
    let (folder, hands) = staffed().await;
    let token = sign_in(&folder, &hands, None).await;
    let (store, real) = (&folder.store, Passwords::argon2id());
    let new = "ganz ein anderes";
    accounts::set_password(store, &Actor::Console, &real, "Anna", new, hands.now()).await.unwrap();
    assert_eq!(found(&folder, &token, &hands).await, None);
    let old = sessions::sign_in(store, &real, "Anna", PASSWORD, None, hands.now()).await;
    assert!(matches!(old, Err(SignInError::Refused)));
    sessions::sign_in(store, &real, "Anna", new, None, hands.now()).await.unwrap();
}

#[tokio::test]
async fn an_account_that_is_disabled_while_its_password_is_checked_stays_out() {
    for disabled_meanwhile in [true, false] {
        let (folder, hands) = staffed().await;
        let (begun, begins) = mpsc::channel();
        let (go_on, goes_on) = mpsc::channel();
        let goes_on = Mutex::new(goes_on);
        let slow = Passwords::checked_by(move |_, _| {
            begun.send(()).unwrap();
            goes_on.lock().unwrap().recv().unwrap();
            true
        });
        let (store, now) = (folder.store.clone(), hands.now());
        let signing =
            tokio::spawn(async move { sessions::sign_in(&store, &slow, "Anna", PASSWORD, None, now).await.is_ok() });
        tokio::task::spawn_blocking(move || begins.recv().unwrap()).await.unwrap();
        if disabled_meanwhile {
            disable(&folder, "Anna").await;
        }
        go_on.send(()).unwrap();
        assert_eq!(signing.await.unwrap(), !disabled_meanwhile);
    }
}
