//! Passwords are hashed at a price, in turns, and the price is the same for everybody.

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use argon2::{Argon2, PasswordVerifier, password_hash::Error, password_hash::phc::PasswordHash};
use faserstand_lib::{
    application::{
        passwords::{self, Passwords},
        sessions::{self, SignInError},
    },
    domain::account::{Role, check_password},
};

use crate::{
    accounts::{PASSWORD, add, disable},
    support::{
        folder::{Folder, instant},
        town,
    },
};

/// OWASP's numbers.
const PRICE: &str = "$argon2id$v=19$m=7168,t=5,p=1$";

#[tokio::test]
async fn a_password_is_stored_as_a_dear_hash_with_a_salt_of_its_own() {
    let passwords = Passwords::argon2id();
    let one = passwords.hash(PASSWORD.to_owned()).await.unwrap();
    let other = passwords.hash(PASSWORD.to_owned()).await.unwrap();
    assert!(one.starts_with(PRICE) && other.starts_with(PRICE), "{one}");
    assert_ne!(one, other);
    for (typed, fits) in [(PASSWORD, true), ("korrekt pferd batteriE", false), ("", false)] {
        for stored in [&one, &other] {
            assert_eq!(passwords.fit(typed.to_owned(), Some(stored.clone())).await.unwrap(), fits, "{typed}");
        }
    }
    assert!(!passwords.fit(PASSWORD.to_owned(), None).await.unwrap());
    assert!(!passwords.fit(PASSWORD.to_owned(), Some("no hash".to_owned())).await.unwrap());
}

#[tokio::test]
async fn who_does_not_exist_costs_the_same_work() {
    let folder = Folder::with_town().await;
    add(&folder, "Anna", Role::Editor, None).await.unwrap();
    add(&folder, "Bernd", Role::Editor, None).await.unwrap();
    disable(&folder, "Bernd").await;
    let long = "x".repeat(300);
    for (name, password) in [("Anna", "falsch"), ("Bernd", PASSWORD), ("Niemand", PASSWORD), ("", ""), ("Anna", &long)]
    {
        let calls = Arc::new(Mutex::new(Vec::new()));
        let seen = calls.clone();
        // Says yes to everybody: what is refused here is not refused by its password.
        let passwords = Passwords::checked_by(move |typed, stored| {
            seen.lock().unwrap().push((typed.to_owned(), stored.to_owned()));
            typed != "falsch"
        });
        let now = instant(town::NOON);
        let answer = sessions::sign_in(&folder.store, &passwords, name, password, None, now).await;
        assert!(matches!(answer, Err(SignInError::Refused)), "{name}");
        let calls = calls.lock().unwrap().clone();
        let [(typed, stored)] = &calls[..] else { panic!("{name}: hashed {} times", calls.len()) };
        assert!(typed == password && stored.starts_with(PRICE), "{name}: {stored}");
        // And a real hash is computed and compared, not a broken one refused unread.
        let hash = PasswordHash::new(stored).unwrap();
        assert_eq!(Argon2::default().verify_password(b"x", &hash), Err(Error::PasswordInvalid), "{name}");
    }
    let yes = Passwords::checked_by(|_, _| true);
    assert!(sessions::sign_in(&folder.store, &yes, "Anna", "x", None, instant(town::NOON)).await.is_ok());
}

#[tokio::test]
async fn no_more_than_two_are_hashed_at_once() {
    let (running, most) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    let (inside, highest) = (running.clone(), most.clone());
    let passwords = Passwords::checked_by(move |_, _| {
        highest.fetch_max(inside.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
        std::thread::sleep(Duration::from_millis(30));
        inside.fetch_sub(1, Ordering::SeqCst);
        true
    });
    let asked: Vec<_> = (0..8)
        .map(|_| {
            let passwords = passwords.clone();
            tokio::spawn(async move { passwords.fit(String::new(), Some(String::new())).await.unwrap() })
        })
        .collect();
    for one in asked {
        assert!(one.await.unwrap());
    }
    assert_eq!((running.load(Ordering::SeqCst), most.load(Ordering::SeqCst)), (0, 2));
}

#[test]
fn a_made_up_password_can_be_read_aloud() {
    let (one, other) = (passwords::readable().unwrap(), passwords::readable().unwrap());
    assert_ne!(one, other);
    assert_eq!((one.len(), check_password(&one)), (19, Ok(())));
    let groups: Vec<&str> = one.split('-').collect();
    assert!(groups.len() == 4 && groups.iter().all(|group| group.len() == 4), "{one}");
    assert!(!one.contains(['0', 'o', '1', 'l', 'I']), "{one}");
}
