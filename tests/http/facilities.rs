//! Facilities over HTTP: what the public gets, and what only who is signed in takes away.

use axum::http::StatusCode;
use faserstand_lib::{domain::account::Role, presentation::record_view::RecordView};

use crate::site::Site;

const STAFF_FILE: &str = "/api/staff/v1/facilities.csv";

#[tokio::test]
async fn the_public_page_is_complete_without_a_program() {
    let site = Site::offenburg().await;
    let page = site.get("/einrichtungen").await;
    assert_eq!(page.status, StatusCode::OK);
    let text = page.text();
    assert!(text.contains("Oken-Gymnasium") && text.contains("<circle"), "list and map");
    assert!(!text.contains("<script") && !text.contains("boot-data"), "no program");
    assert!(site.get("/").await.text().contains("href=\"/einrichtungen\""), "the start page leads there");
    assert!(site.get("/gebiet/griesheim").await.text().contains("Grundschule Griesheim"));
    assert!(!site.get("/gebiet/buehl").await.text().contains("Grundschule Griesheim"));
}

#[tokio::test]
async fn the_public_file_holds_what_the_page_holds() {
    let site = Site::offenburg().await;
    let file = site.get("/api/public/v1/facilities.csv").await;
    assert_eq!(file.status, StatusCode::OK);
    assert_eq!(file.header("content-type"), "text/csv; charset=utf-8");
    assert_eq!(file.text().lines().count(), 24);
    assert!(file.text().contains("Oken-Gymnasium;Schule;Gymnasium;Kernstadt;48,478;7,940"));
}

#[tokio::test]
async fn the_whole_file_is_for_who_is_signed_in() {
    let site = Site::offenburg().await.with_account("Anna Amsel", Role::Editor, None).await;
    let site = site.with_account("Berta Bussard", Role::DistrictHead, Some("griesheim")).await;
    assert_eq!(site.get(STAFF_FILE).await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(site.get_with(STAFF_FILE, &[("cookie", "session=erfunden")]).await.status, StatusCode::UNAUTHORIZED);
    let of = async |name: &str| {
        let cookie = site.sign_in(name).await;
        site.get_with(STAFF_FILE, &[("cookie", &cookie)]).await
    };
    let all = of("Anna Amsel").await;
    assert_eq!((all.status, all.header("cache-control")), (StatusCode::OK, "no-store"));
    assert!(all.text().contains("Zweiter Weg") && all.text().contains("Oken-Gymnasium"));
    let own = of("Berta Bussard").await;
    assert!(own.text().contains("Grundschule Griesheim") && !own.text().contains("Oken-Gymnasium"));
}

#[tokio::test]
async fn the_list_and_a_facility_are_pages_of_the_workspace() {
    let site = Site::offenburg().await.with_account("Anna Amsel", Role::Editor, None).await;
    let cookie = site.sign_in("Anna Amsel").await;
    let seen =
        async |place: &str| site.post_as(&cookie, "/api/records/record", &format!(r#"{{"place":"{place}"}}"#)).await;
    let list: RecordView = seen("einrichtungen?art=school").await.shown();
    assert!(list.page.as_str().contains("23 von 23"), "{}", list.page.as_str());
    let one: RecordView = seen("einrichtungen/oken-gymnasium").await.shown();
    assert_eq!((one.name.as_str(), one.forms.len()), ("Oken-Gymnasium", 3));
    assert_eq!(seen("einrichtungen/gibt-es-nicht").await.status, StatusCode::NOT_FOUND);
}
