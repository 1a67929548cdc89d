//! Which addresses there are, and that every other one says so in German.

use axum::http::{Method, StatusCode};

use crate::site::{Site, built_asset};

#[tokio::test]
async fn every_page_answers() {
    let site = Site::offenburg().await;
    let pages = site.pages().await;
    assert_eq!(pages.len(), 21);
    for page in pages {
        let answer = site.get(&page).await;
        assert_eq!(
            (answer.status, answer.header("content-type")),
            (StatusCode::OK, "text/html; charset=utf-8"),
            "{page}"
        );
        assert!(answer.text().starts_with("<!doctype html>") || answer.text().starts_with("<!DOCTYPE html>"), "{page}");
        assert!(!answer.text().contains("{{"), "{page} has an empty place");
    }
    let zell = site.get("/gebiet/zell-weierbach").await;
    assert!(zell.text().contains("Zell-Weierbach"));
}

#[tokio::test]
async fn every_file_of_public_data_answers() {
    let site = Site::offenburg().await;
    for address in site.data().await {
        let answer = site.get(&address).await;
        assert_eq!(answer.status, StatusCode::OK, "{address}");
        let expected = match address.rsplit_once('.') {
            Some((_, "csv")) => "text/csv; charset=utf-8",
            Some((_, "geojson")) => "application/geo+json",
            _ => "application/json",
        };
        assert_eq!(answer.header("content-type"), expected, "{address}");
    }
}

#[tokio::test]
async fn the_workspace_answers_under_all_its_addresses() {
    let site = Site::offenburg().await;
    for address in ["/arbeit", "/arbeit/gebiete", "/arbeit/gebiete/buehl"] {
        let answer = site.get(address).await;
        assert_eq!((answer.status, answer.header("content-type")), (StatusCode::OK, "text/html; charset=utf-8"));
    }
}

#[tokio::test]
async fn files_at_the_root_and_assets_answer_with_their_kind() {
    let site = Site::offenburg().await;
    let wasm = format!("/assets/{}", built_asset(".wasm"));
    let kinds =
        [("/favicon.svg", "image/svg+xml"), ("/robots.txt", "text/plain; charset=utf-8"), (&wasm, "application/wasm")];
    for (address, kind) in kinds {
        let answer = site.get(address).await;
        assert_eq!((answer.status, answer.header("content-type")), (StatusCode::OK, kind), "{address}");
        assert!(!answer.body.is_empty());
    }
}

#[tokio::test]
async fn what_does_not_exist_is_a_page_that_says_so() {
    let site = Site::offenburg().await;
    let long = format!("/gebiet/{}", "a".repeat(10_000));
    let addresses = [
        "/gibt-es-nicht",
        "/gebiet",
        "/gebiet/",
        "/gebiet/entenhausen",
        "/gebiet/offenburg", // the town itself has the start page
        "/gebiet/Buehl",     // addresses are small
        "/gebiet/buehl/karte",
        "/gebiet/entenhausen/",
        "/gebiet/b%C3%BChl",
        "/gebiet/b%C3%BChl/",
        "/gebiet/%00",
        "/gebiet/%00/",
        "/gebiet/%0A/",
        "/gebiet/%FF",
        "/gebiet/%FF/",
        "/gebiet/..%2F..%2FCargo.toml",
        "/gebiet/../../Cargo.toml",
        "/%00",
        "/%FF",
        "/../Cargo.toml",
        "/..%2fCargo.toml",
        "/../pages/index.html",
        "/..%2Fpages%2Findex.html",
        "/assets/gibt-es-nicht.js",
        "/assets/..%2Fpages%2Findex.html",
        "/assets/%FF",
        "/assets/",
        "/favicon.svg.br",
        "/api/public/v1/areas/entenhausen.json",
        "/api/public/v1/areas/buehl",
        "/api/public/v1/areas/%FF",
        "/api/public/v1/areas/%FF.json",
        "/api/public/v2/town.json",
        "/api/",
        "//",
        "//gebiet//buehl",
        &long,
    ];
    for address in addresses {
        let answer = site.get(address).await;
        let shown = address.chars().take(60).collect::<String>();
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{shown}");
        assert!(answer.text().contains("Diese Seite gibt es nicht"), "{shown}: {}", answer.text());
        assert_eq!(answer.header("content-type"), "text/html; charset=utf-8", "{shown}");
    }
    assert_eq!(site.get("/gebiet/buehl").await.status, StatusCode::OK);
}

#[tokio::test]
async fn an_address_with_a_slash_too_many_leads_to_the_page() {
    let site = Site::offenburg().await;
    let answer = site.get("/gebiet/buehl/").await;
    assert_eq!((answer.status, answer.header("location")), (StatusCode::PERMANENT_REDIRECT, "/gebiet/buehl"));
}

#[tokio::test]
async fn a_query_does_not_change_a_page() {
    let site = Site::offenburg().await;
    assert_eq!(site.get("/gebiet/buehl?fbclid=1&x=%FF").await.body, site.get("/gebiet/buehl").await.body);
}

#[tokio::test]
async fn pages_are_only_read() {
    let site = Site::offenburg().await;
    for address in ["/", "/gebiet/buehl", "/api/public/v1/town.json", "/arbeit", "/healthz"] {
        for method in [Method::POST, Method::PUT, Method::DELETE, Method::PATCH] {
            let answer = site.ask(method.clone(), address, &[]).await;
            assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{method} {address}");
            assert!(answer.header("allow").contains("GET"), "{method} {address}");
        }
    }
}

#[tokio::test]
async fn a_head_request_gets_the_headers_of_the_page_alone() {
    let site = Site::offenburg().await;
    for address in ["/", "/gebiet/buehl", "/api/public/v1/readings.csv", "/favicon.svg", "/gibt-es-nicht"] {
        let (get, head) = (site.get(address).await, site.ask(Method::HEAD, address, &[]).await);
        assert_eq!((head.status, head.body.len()), (get.status, 0), "{address}");
        for name in ["etag", "content-type", "cache-control", "vary"] {
            assert_eq!(head.header(name), get.header(name), "{address} {name}");
        }
        assert_eq!(head.header("content-length"), get.body.len().to_string(), "{address}");
    }
}

#[tokio::test]
async fn the_health_address_tells_that_the_server_is_ready() {
    let answer = Site::offenburg().await.get("/healthz").await;
    assert_eq!((answer.status, answer.text()), (StatusCode::OK, "bereit"));
}
