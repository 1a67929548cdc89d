//! Calls that another site makes a browser send.

use axum::http::{Method, StatusCode};
use faserstand_lib::domain::account::Role;

use crate::{
    sessions::CALLS,
    site::{Answer, Site},
    support::{
        folder::{Folder, clock},
        town,
    },
};

const JSON: &str = "application/json";
const FORM: &str = "application/x-www-form-urlencoded";

/// What it is, its type of content, what the browser says of where it comes from, and the answer.
type Forged = (&'static str, &'static str, &'static [(&'static str, &'static str)], StatusCode);

async fn staffed() -> Site {
    let site = Site::of(Folder::with_town().await, clock(town::NOON)).await;
    site.with_account("Anna Amsel", Role::Editor, None).await
}

/// The answer to a call with a cookie, a type of content and what the browser says of where it comes from.
async fn call(site: &Site, cookie: &str, (address, body): (&str, &str), kind: &str, says: &[(&str, &str)]) -> Answer {
    let given = [("host", "glasfaser.example.org"), ("cookie", cookie), ("content-type", kind)];
    let headers = [&given, says].concat();
    site.ask_with_body(Method::POST, address, &headers, body.to_owned().into()).await
}

#[tokio::test]
async fn no_other_site_calls_a_server_function() {
    const REFUSED: StatusCode = StatusCode::FORBIDDEN;
    let site = staffed().await;
    let forged: [Forged; 12] = [
        ("says nothing", JSON, &[], REFUSED),
        ("says nothing, emptily", JSON, &[("origin", ""), ("sec-fetch-site", "")], REFUSED),
        ("foreign origin", JSON, &[("origin", "https://example.org")], REFUSED),
        ("no origin", JSON, &[("origin", "null")], REFUSED),
        ("origin on another port", JSON, &[("origin", "https://glasfaser.example.org:444")], REFUSED),
        ("cross-site", JSON, &[("sec-fetch-site", "cross-site")], REFUSED),
        ("neighbour", JSON, &[("sec-fetch-site", "same-site")], REFUSED),
        ("form", FORM, &[("origin", "https://example.org"), ("sec-fetch-site", "cross-site")], REFUSED),
        ("form that says nothing", FORM, &[], REFUSED),
        ("form of ours", FORM, &[("sec-fetch-site", "same-origin")], StatusCode::UNSUPPORTED_MEDIA_TYPE),
        ("text", "text/plain", &[("sec-fetch-site", "same-origin")], StatusCode::UNSUPPORTED_MEDIA_TYPE),
        ("no type", "", &[("sec-fetch-site", "same-origin")], StatusCode::UNSUPPORTED_MEDIA_TYPE),
    ];
    for &(address, body, _) in CALLS {
        let cookie = site.sign_in("Anna Amsel").await;
        for (what, kind, says, status) in forged {
            let answer = call(&site, &cookie, (address, body), kind, says).await;
            assert_eq!((answer.status, answer.headers.get("set-cookie")), (status, None), "{address}: {what}");
        }
        // Nothing of it was done, and our own pages are served.
        let ours: [&[(&str, &str)]; 3] = [
            &[("sec-fetch-site", "same-origin")],
            &[("sec-fetch-site", "none")],
            &[("origin", "https://glasfaser.example.org")],
        ];
        for says in ours {
            let cookie = site.sign_in("Anna Amsel").await;
            let answer = call(&site, &cookie, (address, body), "application/json; charset=utf-8", says).await;
            assert_eq!(answer.status, StatusCode::OK, "{address} {says:?}");
        }
        let still_in = call(&site, &cookie, ("/api/desk/today", "{}"), JSON, ours[0]).await;
        assert_eq!(still_in.status, StatusCode::OK, "{address}");
    }
}

#[tokio::test]
async fn a_program_without_a_cookie_need_not_say_where_it_comes_from() {
    let site = staffed().await;
    assert_eq!(site.post("/api/session/current", "{}").await.status, StatusCode::OK);
    let other = site.post_with("/api/session/current", "{}", &[("cookie", "language=de")]).await;
    assert_eq!(other.status, StatusCode::OK);
    let ours = site.post_with("/api/session/current", "{}", &[("cookie", "language=de; faserstand=x")]).await;
    assert_eq!(ours.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn nothing_is_done_by_a_link() {
    let site = staffed().await;
    let cookie = site.sign_in("Anna Amsel").await;
    for &(address, ..) in CALLS {
        for method in [Method::GET, Method::HEAD] {
            let link = [("cookie", &*cookie), ("sec-fetch-site", "cross-site")];
            let answer = site.ask(method.clone(), address, &link).await;
            assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{method} {address}");
        }
    }
    assert_eq!(site.post_as(&cookie, "/api/desk/today", "{}").await.status, StatusCode::OK);
}
