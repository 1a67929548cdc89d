//! What the workspace asks.

use std::path::Path;

use axum::http::{Method, StatusCode};
use faserstand_lib::{
    domain::account::Role,
    presentation::{record_view::RecordView, screen_view::ScreenView},
};

use crate::site::Site;

/// Offenburg with someone from the staff signed in, and their cookie.
async fn staffed() -> (Site, String) {
    let site = Site::offenburg().await.with_account("Anna Amsel", Role::Editor, None).await;
    let cookie = site.sign_in("Anna Amsel").await;
    (site, cookie)
}

#[tokio::test]
async fn the_first_screen_is_the_day() {
    let (site, cookie) = staffed().await;
    let answer = site.post_as(&cookie, "/api/desk/today", "{}").await;
    assert_eq!(answer.status, StatusCode::OK);
    let screen: ScreenView = answer.shown();
    assert_eq!(screen.title, "Heute");
    assert!(screen.page.as_str().contains("<h1>Heute, Freitag, 10. November 2023</h1>"));
    let map: ScreenView = site.post_as(&cookie, "/api/desk/today", r#"{"map":true}"#).await.shown();
    assert!(map.page.as_str().contains("<h1>Karte</h1>"));
}

#[tokio::test]
async fn an_area_is_reported_and_an_unknown_one_is_not_found() {
    let (site, cookie) = staffed().await;
    let found = site.post_as(&cookie, "/api/records/record", r#"{"place":"gebiete/buehl"}"#).await;
    assert_eq!((found.status, found.shown::<RecordView>().name.as_str()), (StatusCode::OK, "Bühl"));
    let missing = site.post_as(&cookie, "/api/records/record", r#"{"place":"gebiete/entenhausen"}"#).await;
    assert_eq!(missing.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn nonsense_is_refused_without_harm() {
    let (site, cookie) = staffed().await;
    for body in ["", "nonsense", "[]", r#"{"place":7}"#, r#"{"place":"gebiete/buehl""#, &"[".repeat(50_000)] {
        let answer = site.post_as(&cookie, "/api/records/record", body).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{body:.40}");
    }
    let json = [("content-type", "application/json"), ("cookie", &*cookie), ("sec-fetch-site", "same-origin")];
    for address in endpoints() {
        for body in [&b"\xff\xfe"[..], b"nonsense", b"[[[", b"{\"x\":"] {
            let answer = site.ask_with_body(Method::POST, &address, &json, body.into()).await;
            // Some ask for nothing and read no body.
            assert!(!answer.status.is_server_error(), "{address}: {} {}", answer.status, answer.text());
        }
    }
    let cookie = site.sign_in("Anna Amsel").await;
    let sound = site.post_as(&cookie, "/api/records/record", r#"{"place":"gebiete/buehl"}"#).await;
    assert_eq!(sound.status, StatusCode::OK);
}

#[tokio::test]
async fn what_the_list_does_not_name_has_no_address() {
    let (site, cookie) = staffed().await;
    for address in ["/api/areas/gibt-es-nicht", "/api/areas", "/api/session/", "/api/records/entry"] {
        assert_eq!(site.post_as(&cookie, address, "{}").await.status, StatusCode::NOT_FOUND, "{address}");
    }
}

#[tokio::test]
async fn server_functions_are_not_called_by_a_link() {
    let site = Site::offenburg().await;
    for address in endpoints() {
        for method in [Method::GET, Method::HEAD, Method::PUT, Method::DELETE, Method::PATCH] {
            let answer = site.ask(method.clone(), &address, &[]).await;
            assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{method} {address}");
        }
    }
}

#[tokio::test]
async fn every_server_function_answers() {
    let site = Site::offenburg().await;
    let endpoints = endpoints();
    assert_eq!(endpoints.len(), server_attributes(), "a server function without an endpoint");
    assert!(endpoints.len() >= 2);
    for address in endpoints {
        let answer = site.post(&address, "nonsense").await;
        assert!(!is_unknown(&answer), "{address} is not known: {}", answer.text());
    }
    // What an unknown one answers.
    assert!(is_unknown(&site.post("/api/areas/gibt-es-nicht", "{}").await));
}

/// A function registers itself only where the linker happens to keep that part of the library. In a test
/// it may, and in the program not: so the list is compared by its text.
#[test]
fn every_server_function_is_in_the_list() {
    let list =
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/http/server_functions.rs")).unwrap();
    assert_eq!(list.matches("register_explicit::<").count(), server_attributes());
    for function in functions() {
        assert!(list.contains(&format!("::{function}>();")), "{function} is not registered");
    }
}

/// The names of the server functions as types: `pub async fn overview` is `Overview`.
fn functions() -> Vec<String> {
    let texts = sources();
    let named = texts.iter().flat_map(|text| text.split("#[server").skip(1));
    let name = |rest: &str| Some(rest.split_once("pub async fn ")?.1.split_once('(')?.0.to_owned());
    let capital = |word: &str| word[..1].to_uppercase() + &word[1..];
    named.filter_map(name).map(|name| name.split('_').map(capital).collect()).collect()
}

fn is_unknown(answer: &crate::site::Answer) -> bool {
    answer.text().contains("Could not find a server function") || answer.text().contains("Diese Seite gibt es nicht")
}

/// The texts of `src/api`.
fn sources() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/api");
    let paths = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    paths.filter(|path| path.is_file()).map(|path| std::fs::read_to_string(path).unwrap()).collect()
}

/// How many functions are marked as server functions.
fn server_attributes() -> usize {
    sources().iter().map(|text| text.matches("#[server").count()).sum()
}

/// The addresses that they name.
pub fn endpoints() -> Vec<String> {
    let texts = sources();
    let named = texts.iter().flat_map(|text| text.split("#[server").skip(1));
    let endpoint =
        |rest: &str| Some(rest.split_once(']')?.0.split_once("endpoint = \"")?.1.split_once('"')?.0.to_owned());
    named.filter_map(endpoint).map(|endpoint| format!("/api/{endpoint}")).collect()
}
