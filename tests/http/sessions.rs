//! Signing in and out, and what a cookie is worth.

use std::time::Duration;

use axum::http::StatusCode;
use faserstand_lib::{
    application::{accounts, actor::Actor},
    domain::account::Role,
    http::Access,
    presentation::screen_view::ScreenView,
};
use serde_json::{Value as Json, json};

use crate::{
    server_functions::endpoints,
    site::{PASSWORD, Site, access},
    support::{
        folder::{Folder, Hands, clock},
        town,
    },
};

/// Who may call a server function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Open {
    /// Everybody.
    ToAll,
    /// Who is signed in.
    ToStaff,
}

/// A better number of households.
const NEW_BASE: &str = r#"{"request":{"subject":{"area":"griesheim"},"seen":0,"key":"base","choice":null,"form":{"kind":"base",
    "fields":[["count","920"],["as_of","2023"],["source","Melderegister"],["reason","Neu gezählt"]]}}}"#;

/// Every server function with a call that it understands.
pub const CALLS: &[(&str, &str, Open)] = &[
    ("/api/desk/today", "{}", Open::ToStaff),
    ("/api/desk/search", r#"{"typed":"bühl"}"#, Open::ToStaff),
    ("/api/desk/seen", r#"{"change":0}"#, Open::ToStaff),
    ("/api/readings/enter", r#"{"entry":{"key":"entry","rows":[]}}"#, Open::ToStaff),
    ("/api/readings/sheet", "{}", Open::ToStaff),
    ("/api/records/change", NEW_BASE, Open::ToStaff),
    ("/api/records/log", "{}", Open::ToStaff),
    ("/api/records/record", r#"{"place":"gebiete/griesheim"}"#, Open::ToStaff),
    ("/api/records/rival", r#"{"subject":{"area":"griesheim"},"form":{"kind":"base","fields":[]}}"#, Open::ToStaff),
    ("/api/session/current", "{}", Open::ToAll),
    ("/api/session/sign_in", r#"{"name":"Anna Amsel","password":"korrekt pferd batterie"}"#, Open::ToAll),
    ("/api/session/sign_out", "{}", Open::ToAll),
];

/// The small town with Anna from the staff, by a clock that is moved, and its hands.
async fn staffed() -> (Site, Hands) {
    let hands = Hands::at(town::NOON);
    let site = Site::of(Folder::with_town().await, hands.clock()).await;
    (site.with_account("Anna Amsel", Role::Editor, None).await, hands)
}

/// What a cookie is answered where a session is needed.
async fn worth(site: &Site, cookie: &str) -> StatusCode {
    site.post_as(cookie, "/api/desk/today", "{}").await.status
}

async fn current(site: &Site, cookie: &str) -> Json {
    site.post_as(cookie, "/api/session/current", "{}").await.json()
}

/// Whether something comes true within some seconds.
async fn soon(is_true: impl AsyncFn() -> bool) -> bool {
    for _ in 0..500 {
        if is_true().await {
            return true;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    false
}

#[test]
fn every_server_function_says_who_may_call_it() {
    let mut endpoints = endpoints();
    endpoints.sort();
    let mut called: Vec<&str> = CALLS.iter().map(|(address, ..)| *address).collect();
    called.sort_unstable();
    assert_eq!(called, endpoints);
}

#[tokio::test]
async fn without_a_session_only_the_door_answers() {
    let (site, _) = staffed().await;
    let nobody = format!("faserstand={}", "A".repeat(43));
    for &(address, body, open) in CALLS {
        for cookie in ["faserstand=", "faserstand=unsinn", &nobody, "other=1"] {
            let answer = site.post_as(cookie, address, body).await;
            assert_eq!(answer.status == StatusCode::UNAUTHORIZED, open == Open::ToStaff, "{address} {cookie}");
        }
        let answer = site.post(address, body).await;
        assert_eq!(answer.status == StatusCode::UNAUTHORIZED, open == Open::ToStaff, "{address}");
        // With one, all do.
        let cookie = site.sign_in("Anna Amsel").await;
        assert_eq!(site.post_as(&cookie, address, body).await.status, StatusCode::OK, "{address}");
    }
}

#[tokio::test]
async fn whoever_signs_in_is_told_who_they_are() {
    let (site, _) = staffed().await;
    let told = json!({
        "name": "Anna Amsel", "role": "editor", "scope": "everything", "idle_minutes": 60, "minutes_left": 720,
        "may_edit": true, "sample": false
    });
    let answer = site.try_to_sign_in(" anna amsel ", PASSWORD, &[]).await;
    assert_eq!((answer.status, answer.json()), (StatusCode::OK, told.clone()));
    assert_eq!(current(&site, &answer.cookie()).await, told);
    assert_eq!(site.post("/api/session/current", "{}").await.json(), Json::Null);
}

#[tokio::test]
async fn name_and_password_are_refused_alike() {
    let (site, _) = staffed().await;
    let site = site.with_account("Bernd", Role::Editor, None).await;
    accounts::disable(&site.folder.store, &Actor::Console, "Bernd", site.now()).await.unwrap();
    let long = "x".repeat(10_000);
    let tries =
        [("Anna Amsel", "falsch"), ("Niemand", PASSWORD), ("Bernd", PASSWORD), ("", ""), (&long, &long), ("A\0", "\0")];
    for (name, password) in tries {
        let answer = site.try_to_sign_in(name, password, &[]).await;
        assert_eq!((answer.status, answer.text()), (StatusCode::UNAUTHORIZED, "\"sign_in_refused\""), "{name:.20}");
        assert!(!answer.headers.contains_key("set-cookie"));
    }
    site.sign_in("Anna Amsel").await;
}

#[tokio::test]
async fn a_token_from_before_signing_in_is_worth_nothing() {
    let (site, _) = staffed().await;
    // One that was foisted on the browser is not taken over.
    let foisted = format!("faserstand={}", "A".repeat(43));
    let same_origin = ("sec-fetch-site", "same-origin");
    let first = site.try_to_sign_in("Anna Amsel", PASSWORD, &[("cookie", &foisted), same_origin]).await.cookie();
    assert_eq!((worth(&site, &foisted).await, worth(&site, &first).await), (StatusCode::UNAUTHORIZED, StatusCode::OK));
    // One that was worth something is so no more.
    let second = site.try_to_sign_in("Anna Amsel", PASSWORD, &[("cookie", &first), same_origin]).await.cookie();
    assert_ne!(first, second);
    assert_eq!((worth(&site, &first).await, worth(&site, &second).await), (StatusCode::UNAUTHORIZED, StatusCode::OK));
    // A sign-in elsewhere, or one that fails, takes nothing away.
    site.sign_in("Anna Amsel").await;
    let failed = site.try_to_sign_in("Anna Amsel", "falsch", &[("cookie", &second), same_origin]).await;
    assert_eq!((failed.status, worth(&site, &second).await), (StatusCode::UNAUTHORIZED, StatusCode::OK));
}

#[tokio::test]
async fn a_token_is_worth_nothing_after_signing_out() {
    let (site, _) = staffed().await;
    let (here, elsewhere) = (site.sign_in("Anna Amsel").await, site.sign_in("Anna Amsel").await);
    let out = site.post_as(&here, "/api/session/sign_out", "{}").await;
    assert_eq!((out.status, out.cookie().as_str()), (StatusCode::OK, "faserstand="));
    assert!(out.header("set-cookie").contains("Max-Age=0"));
    assert_eq!(worth(&site, &here).await, StatusCode::UNAUTHORIZED);
    assert_eq!(worth(&site, &elsewhere).await, StatusCode::OK);
    // Twice does no harm.
    assert_eq!(site.post_as(&here, "/api/session/sign_out", "{}").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_disabled_account_is_out_at_once() {
    let (site, _) = staffed().await;
    let cookie = site.sign_in("Anna Amsel").await;
    assert_eq!(worth(&site, &cookie).await, StatusCode::OK);
    accounts::disable(&site.folder.store, &Actor::Console, "Anna Amsel", site.now()).await.unwrap();
    assert_eq!(worth(&site, &cookie).await, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn after_an_idle_hour_the_session_is_over() {
    let (site, hands) = staffed().await;
    let cookie = site.sign_in("Anna Amsel").await;
    hands.forward(3_599);
    // A screen that asks is in use: the hour begins anew.
    assert!(soon(async || current(&site, &cookie).await["idle_minutes"] == 60).await);
    hands.forward(3_600);
    assert_eq!(worth(&site, &cookie).await, StatusCode::UNAUTHORIZED);
    assert_eq!(current(&site, &cookie).await, Json::Null);
}

#[tokio::test]
async fn the_screens_of_a_town_with_invented_numbers_are_told_so() {
    let site = Site::offenburg().await.with_account("Anna Amsel", Role::Editor, None).await;
    let answer = site.try_to_sign_in("Anna Amsel", PASSWORD, &[]).await;
    assert_eq!(answer.json()["sample"], true);
    assert_eq!(current(&site, &answer.cookie()).await["sample"], true);
}

#[tokio::test]
async fn who_works_stays_in_until_the_working_day_is_over() {
    let (site, hands) = staffed().await;
    let cookie = site.sign_in("Anna Amsel").await;
    for half_hours_left in (1..24).rev() {
        hands.forward(1_800);
        assert_eq!(worth(&site, &cookie).await, StatusCode::OK);
        // The request is noted aside. At last the end of the day is nearer than that of the hour.
        let left = 60.min(half_hours_left * 30);
        assert!(soon(async || current(&site, &cookie).await["idle_minutes"] == left).await, "{half_hours_left}");
        assert_eq!(current(&site, &cookie).await["minutes_left"], half_hours_left * 30);
    }
    hands.forward(1_800);
    assert_eq!(worth(&site, &cookie).await, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn the_cookie_is_kept_from_scripts_and_with_tls_from_other_hosts() {
    let attributes = |site: Site| async move {
        let site = site.with_account("Anna Amsel", Role::Editor, None).await;
        let set = site.try_to_sign_in("Anna Amsel", PASSWORD, &[]).await.header("set-cookie").to_owned();
        let (pair, attributes) = set.split_once("; ").unwrap();
        let (name, token) = pair.split_once('=').unwrap();
        assert_eq!(token.len(), 43);
        let out = site.post_as(pair, "/api/session/sign_out", "{}").await.header("set-cookie").to_owned();
        assert_eq!(out, format!("{name}=; Max-Age=0; {attributes}"));
        (name.to_owned(), attributes.to_owned())
    };
    let plain = Site::of(Folder::with_town().await, clock(town::NOON)).await;
    let expected = ("faserstand".to_owned(), "Path=/; HttpOnly; SameSite=Lax".to_owned());
    assert_eq!(attributes(plain).await, expected);
    let tls = Access { tls: true, ..access() };
    let guarded = Site::open_to(Folder::with_town().await, clock(town::NOON), tls).await;
    let expected = ("__Host-faserstand".to_owned(), "Path=/; Secure; HttpOnly; SameSite=Lax".to_owned());
    assert_eq!(attributes(guarded).await, expected);
}

#[tokio::test]
async fn with_tls_a_cookie_of_the_plain_name_is_none() {
    let tls = Access { tls: true, ..access() };
    let site = Site::open_to(Folder::with_town().await, clock(town::NOON), tls).await;
    let site = site.with_account("Anna Amsel", Role::Editor, None).await;
    let cookie = site.sign_in("Anna Amsel").await;
    assert_eq!(worth(&site, &cookie).await, StatusCode::OK);
    let plain = cookie.trim_start_matches("__Host-");
    assert_eq!(worth(&site, plain).await, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn a_district_head_sees_their_own_area_alone() {
    let site = Site::offenburg().await.with_account("Greta", Role::DistrictHead, Some("griesheim")).await;
    let site = site.with_account("Anna Amsel", Role::Editor, None).await;
    let (head, editor) = (site.sign_in("Greta").await, site.sign_in("Anna Amsel").await);
    let report = |cookie: String, slug: &'static str| {
        let (site, body) = (&site, json!({ "place": format!("gebiete/{slug}") }).to_string());
        async move { site.post_as(&cookie, "/api/records/record", &body).await.status }
    };
    assert_eq!(report(head.clone(), "griesheim").await, StatusCode::OK);
    assert_eq!(report(head.clone(), "buehl").await, StatusCode::FORBIDDEN);
    assert_eq!(report(head.clone(), "entenhausen").await, StatusCode::NOT_FOUND);
    assert_eq!(report(editor.clone(), "buehl").await, StatusCode::OK);
    let areas = async |cookie: &str| -> usize {
        let screen: ScreenView = site.post_as(cookie, "/api/desk/today", "{}").await.shown();
        assert!(screen.page.as_str().contains("/arbeit/gebiete/griesheim"));
        screen.page.as_str().matches("<tr data-a=").count()
    };
    assert_eq!(areas(&head).await, 1);
    assert!(areas(&editor).await > 10);
    // Nor do they find another one.
    let found = async |cookie: &str, typed: &str| -> usize {
        let body = json!({ "typed": typed }).to_string();
        let hits: ScreenView = site.post_as(cookie, "/api/desk/search", &body).await.shown();
        hits.page.as_str().matches("role=\"option\"").count()
    };
    assert!(found(&head, "griesheim").await > 0 && found(&editor, "griesheim").await > 0);
    assert_eq!(found(&head, "bühl").await, 0);
    assert!(found(&editor, "bühl").await > 0);
    assert_eq!(current(&site, &head).await["may_edit"], false);
}
