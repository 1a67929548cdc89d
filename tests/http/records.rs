//! An area's record over HTTP: what a form is answered, and who sees what.

use axum::http::StatusCode;
use faserstand_lib::{
    domain::account::Role,
    presentation::{record_rival::RivalView, record_view::RecordView},
};
use serde_json::{Value as Json, json};

use crate::{
    site::Site,
    support::{
        folder::{Folder, clock},
        town,
    },
};

/// The small town on 10 November, with an editor and the head of Bühl.
async fn staffed() -> (Site, String, String) {
    let site = Site::of(Folder::with_town().await, clock(town::NOON)).await;
    let site = site.with_account("Anna Amsel", Role::Editor, None).await;
    let site = site.with_account("Berta Bussard", Role::DistrictHead, Some("buehl")).await;
    let (editor, head) = (site.sign_in("Anna Amsel").await, site.sign_in("Berta Bussard").await);
    (site, editor, head)
}

/// A form for the base of an area, sent under a key.
fn base(area: &str, key: &str, seen: i64, count: &str) -> String {
    let fields = json!([["count", count], ["reason", "Neue Zählung"], ["source", "Mail"]]);
    let form = json!({ "kind": "base", "fields": fields });
    json!({ "request": { "subject": { "area": area }, "seen": seen, "key": key, "form": form } }).to_string()
}

async fn sent(site: &Site, cookie: &str, body: &str) -> (StatusCode, Json) {
    let answer = site.post_as(cookie, "/api/records/change", body).await;
    (answer.status, answer.json())
}

#[tokio::test]
async fn a_form_is_stored_once_and_an_older_one_is_told_the_newest_change() {
    let (site, editor, _) = staffed().await;
    let (status, first) = sent(&site, &editor, &base("buehl", "a", 0, "1040")).await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(sent(&site, &editor, &base("buehl", "a", 0, "1040")).await, (StatusCode::OK, first.clone()));
    let (status, error) = sent(&site, &editor, &base("buehl", "b", 0, "1050")).await;
    assert_eq!((status, error), (StatusCode::CONFLICT, json!({ "outdated": first["change"] })));
    // Both versions side by side, as that screen asks for them.
    let form = json!({ "subject": { "area": "buehl" }, "form": { "kind": "base", "fields": [["count", "1050"]] } });
    let rival: RivalView = site.post_as(&editor, "/api/records/rival", &form.to_string()).await.shown();
    assert_eq!(json!(rival.change), first["change"]);
    assert!(rival.rows.as_str().contains("<td>1.040</td><td>1050</td>"), "{rival:?}");
}

#[tokio::test]
async fn what_is_wrong_is_told_field_by_field() {
    let (site, editor, _) = staffed().await;
    let (status, error) = sent(&site, &editor, &base("buehl", "a", 0, "viele")).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(error["invalid"][0]["place"], "count");
    assert!(error["invalid"][0]["sentence"].as_str().unwrap().starts_with("„viele“ ist keine ganze Zahl."), "{error}");
}

#[tokio::test]
async fn who_reads_one_area_sees_no_other_and_changes_none() {
    let (site, editor, head) = staffed().await;
    assert_eq!(sent(&site, &head, &base("buehl", "a", 0, "1040")).await.0, StatusCode::FORBIDDEN);
    let seen = async |cookie: &str, area: &str| {
        let body = json!({ "place": format!("gebiete/{area}") }).to_string();
        site.post_as(cookie, "/api/records/record", &body).await
    };
    assert_eq!(seen(&head, "griesheim").await.status, StatusCode::FORBIDDEN);
    assert_eq!(seen(&head, "entenhausen").await.status, StatusCode::NOT_FOUND);
    let own: RecordView = seen(&head, "buehl").await.shown();
    assert_eq!((own.name.as_str(), own.forms.len()), ("Bühl", 0));
    assert!(!own.page.as_str().contains("data-edit"));
    let edited: RecordView = seen(&editor, "buehl").await.shown();
    assert!(edited.page.as_str().contains("data-edit"));
    // The list and the log are theirs alone as well.
    let list: RecordView = seen(&head, "").await.shown();
    let page = list.page.as_str();
    assert!(page.contains("/arbeit/gebiete/buehl") && !page.contains("griesheim"), "{page}");
    let log = site.post_as(&head, "/api/records/log", r#"{"subject":{"area":"griesheim"}}"#).await;
    assert_eq!(log.status, StatusCode::FORBIDDEN);
}
