//! How often someone may try to sign in.

use axum::http::{Method, StatusCode};
use faserstand_lib::{application::passwords::Passwords, domain::account::Role, http::Access};
use serde_json::json;

use crate::{
    site::{Answer, PASSWORD, Site},
    support::{
        folder::{Folder, Hands},
        town,
    },
};

const HERE: &str = "192.0.2.1:40000";
const ELSEWHERE: &str = "198.51.100.7:40000";

/// The small town with Anna, her clock, and these proxies in front. Passwords are checked without work.
async fn town_behind(proxies: &[&str]) -> (Site, Hands) {
    let hands = Hands::at(town::NOON);
    let access = Access {
        tls: false,
        trusted_proxies: proxies.iter().map(|proxy| proxy.parse().unwrap()).collect(),
        passwords: Passwords::checked_by(|password, _| password == PASSWORD),
    };
    let site = Site::open_to(Folder::with_town().await, hands.clock(), access).await;
    (site.with_account("Anna", Role::Editor, None).await, hands)
}

/// Tries to sign in from an address that was forwarded as told.
async fn attempt(site: &Site, peer: &str, forwarded: &str, name: &str, password: &str) -> Answer {
    let body = json!({ "name": name, "password": password }).to_string();
    let headers = [("content-type", "application/json"), ("x-forwarded-for", forwarded)];
    let headers = if forwarded.is_empty() { &headers[..1] } else { &headers[..] };
    site.ask_from(peer, Method::POST, "/api/session/sign_in", headers, body.into()).await
}

/// Ten tries with ten names and a wrong password.
async fn ten_names(site: &Site, peer: &str, forwarded: impl Fn(usize) -> String) {
    for turn in 0..10 {
        let answer = attempt(site, peer, &forwarded(turn), &format!("Niemand {turn}"), "falsch").await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "try {turn}");
    }
}

#[tokio::test]
async fn the_eleventh_wrong_password_waits() {
    let (site, hands) = town_behind(&[]).await;
    for _ in 0..10 {
        assert_eq!(attempt(&site, HERE, "", "Anna", "falsch").await.status, StatusCode::UNAUTHORIZED);
    }
    // The right one comes too late as well.
    let eleventh = attempt(&site, HERE, "", "Anna", PASSWORD).await;
    assert_eq!((eleventh.status, eleventh.header("retry-after")), (StatusCode::TOO_MANY_REQUESTS, "30"));
    assert_eq!(eleventh.json(), json!({ "too_many": 30 }));
    hands.forward(29);
    let early = attempt(&site, HERE, "", "Anna", PASSWORD).await;
    assert_eq!((early.status, early.header("retry-after")), (StatusCode::TOO_MANY_REQUESTS, "1"));
    hands.forward(1);
    assert_eq!(attempt(&site, HERE, "", "Anna", PASSWORD).await.status, StatusCode::OK);
}

#[tokio::test]
async fn an_account_is_guarded_against_many_addresses() {
    let (site, _) = town_behind(&[]).await;
    for turn in 0..10 {
        let answer = attempt(&site, &format!("192.0.2.{turn}:1"), "", "anna ", "falsch").await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
    }
    assert_eq!(attempt(&site, ELSEWHERE, "", "Anna", "falsch").await.status, StatusCode::TOO_MANY_REQUESTS);
    // A name that nobody has is guarded alike: the limit does not tell who has an account.
    for turn in 0..10 {
        attempt(&site, &format!("203.0.113.{turn}:1"), "", "Niemand", "falsch").await;
    }
    assert_eq!(attempt(&site, ELSEWHERE, "", "Niemand", "falsch").await.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(attempt(&site, ELSEWHERE, "", "Otto", "falsch").await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn an_address_that_tries_many_names_waits_and_others_do_not() {
    let (site, _) = town_behind(&[]).await;
    ten_names(&site, HERE, |_| String::new()).await;
    assert_eq!(attempt(&site, HERE, "", "Anna", PASSWORD).await.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(attempt(&site, ELSEWHERE, "", "Anna", PASSWORD).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_town_hall_behind_one_address_signs_in() {
    let (site, _) = town_behind(&[]).await;
    for turn in 0..30 {
        assert_eq!(attempt(&site, HERE, "", "Anna", PASSWORD).await.status, StatusCode::OK, "sign-in {turn}");
    }
    // What succeeded was given back and no more: ten wrong ones are still the limit.
    ten_names(&site, HERE, |_| String::new()).await;
    assert_eq!(attempt(&site, HERE, "", "Anna", PASSWORD).await.status, StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test]
async fn of_the_sixth_version_the_network_is_counted() {
    let (site, _) = town_behind(&[]).await;
    for turn in 0..10 {
        let peer = format!("[2001:db8:0:1::{turn}]:40000");
        attempt(&site, &peer, "", &format!("Niemand {turn}"), "falsch").await;
    }
    let neighbour = attempt(&site, "[2001:db8:0:1:ffff::1]:40000", "", "Anna", PASSWORD).await;
    assert_eq!(neighbour.status, StatusCode::TOO_MANY_REQUESTS);
    let other = attempt(&site, "[2001:db8:0:2::1]:40000", "", "Anna", PASSWORD).await;
    assert_eq!(other.status, StatusCode::OK);
}

#[tokio::test]
async fn a_forged_forwarding_does_not_help() {
    let forged = |turn| format!("203.0.113.{turn}");
    let (site, _) = town_behind(&[]).await;
    ten_names(&site, HERE, forged).await;
    assert_eq!(attempt(&site, HERE, &forged(99), "Anna", PASSWORD).await.status, StatusCode::TOO_MANY_REQUESTS);
    // Through a proxy that is trusted, what it adds on the right counts, and what was sent to it does not.
    let (site, _) = town_behind(&["10.0.0.0/8"]).await;
    ten_names(&site, "10.0.0.1:1", |turn| format!("{}, 192.0.2.1", forged(turn))).await;
    let waits = attempt(&site, "10.0.0.1:1", "203.0.113.99, 192.0.2.1", "Anna", PASSWORD).await;
    assert_eq!(waits.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(attempt(&site, HERE, "", "Anna", PASSWORD).await.status, StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test]
async fn the_fault_of_the_server_is_no_wrong_password() {
    let (site, _) = town_behind(&[]).await;
    let run = async |statement: &'static str| {
        let mut transaction = site.folder.store.write().await.unwrap();
        sqlx::query(statement).execute(&mut *transaction).await.unwrap();
        transaction.commit().await.unwrap();
    };
    run("CREATE TRIGGER held BEFORE INSERT ON session BEGIN SELECT RAISE(ABORT, 'held'); END").await;
    for _ in 0..12 {
        assert_eq!(attempt(&site, HERE, "", "Anna", PASSWORD).await.status, StatusCode::SERVICE_UNAVAILABLE);
    }
    run("DROP TRIGGER held").await;
    assert_eq!(attempt(&site, HERE, "", "Anna", PASSWORD).await.status, StatusCode::OK);
}

#[tokio::test]
async fn behind_trusted_proxies_each_address_counts_for_itself() {
    let (site, _) = town_behind(&["10.0.0.0/8", "::1/128"]).await;
    ten_names(&site, "10.0.0.1:1", |turn| format!("192.0.2.{turn}, 10.0.0.2")).await;
    assert_eq!(attempt(&site, "10.0.0.1:1", "192.0.2.77, 10.0.0.2", "Anna", PASSWORD).await.status, StatusCode::OK);
    // With a port, in brackets, or as the sixth version writes the fourth, an address is the same.
    ten_names(&site, "[::1]:1", |_| "198.51.100.7:5555".to_owned()).await;
    for written in ["198.51.100.7", "::ffff:198.51.100.7", "[::ffff:198.51.100.7]", "[::ffff:198.51.100.7]:80"] {
        let answer = attempt(&site, "[::1]:1", written, "Anna", PASSWORD).await;
        assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS, "{written}");
    }
    // What is no address counts as the proxy's own.
    ten_names(&site, "10.0.0.9:1", |_| "unknown".to_owned()).await;
    let unknown = attempt(&site, "10.0.0.9:1", "192.0.2.200, _hidden", "Anna", PASSWORD).await;
    assert_eq!(unknown.status, StatusCode::TOO_MANY_REQUESTS);
}
