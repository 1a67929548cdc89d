//! The public page on funding: complete, light, and silent about amounts.

use axum::http::StatusCode;

use crate::{
    site::Site,
    support::folder::{Folder, clock},
};

/// Long after everything in the built-in data set.
const LATER: &str = "2025-06-01T10:00:00Z";

#[tokio::test]
async fn the_page_on_funding_is_complete_without_any_program() {
    let site = Site::of(Folder::with_offenburg().await, clock(LATER)).await;
    let page = site.get("/foerderung").await;
    assert_eq!(page.status, StatusCode::OK);
    let text = page.text();
    for part in ["Fehlende Gebäude der Kernstadt", "bewilligt ist bisher nichts", "Netz der Bildungseinrichtungen"] {
        assert!(text.contains(part), "{part}");
    }
    for program in ["<script", "wasm", "boot-data", "€"] {
        assert!(!text.contains(program), "{program}");
    }
    assert!(text.contains("<title>Förderung: 1 Antrag, keine Bewilligung. Faserstand Offenburg</title>"));
    let cached = site.get_with("/foerderung", &[("if-none-match", page.header("etag"))]).await;
    assert_eq!(cached.status, StatusCode::NOT_MODIFIED);
    assert_eq!(site.get("/foerderung?x=1").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_start_page_and_the_covered_area_lead_to_it() {
    let site = Site::of(Folder::with_offenburg().await, clock(LATER)).await;
    assert!(site.get("/").await.text().contains("href=\"/foerderung\""));
    let link = "href=\"/foerderung#fehlende-gebaeude-der-kernstadt\"";
    assert!(site.get("/gebiet/kernstadt").await.text().contains(link));
    assert!(!site.get("/gebiet/weier").await.text().contains(link));
}

#[tokio::test]
async fn what_nobody_knew_yet_is_not_told() {
    let site = Site::of(Folder::with_offenburg().await, clock("2023-11-10T11:00:00Z")).await;
    let page = site.get("/foerderung").await;
    assert!(page.text().contains("Netz der Bildungseinrichtungen"));
    for later in ["Fehlende Gebäude", "Breitband Ortenau", "33 Anträgen"] {
        assert!(!page.text().contains(later), "{later}");
    }
}
