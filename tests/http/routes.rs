//! Headers on the answers of every address that there is. The list is the router's own: a new address is in it by itself.

use std::collections::BTreeSet;

use axum::http::{Method, StatusCode};
use faserstand_lib::{application::passwords::Passwords, domain::account::Role, http::Access};

use crate::{
    site::{Answer, PASSWORD, Site, built_asset},
    support::{
        folder::{Folder, clock},
        town,
    },
};

/// Headers of every answer, with what must be in them.
const PROTECTING: [(&str, &str); 8] = [
    ("content-security-policy", "default-src 'none'"),
    ("content-security-policy", "frame-ancestors 'none'"),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "strict-origin-when-cross-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "-origin"),
    ("permissions-policy", "geolocation=()"),
    ("cache-control", "no-"),
];

/// What stands for the parts of an address that differ: one that is there, and one that is not.
const PARTS: [(&str, [&str; 2]); 4] = [
    ("{slug}", ["buehl", "entenhausen"]),
    ("{file}", ["buehl.json", "entenhausen.json"]),
    ("{*rest}", ["gebiete/buehl", "gibt/es/nicht"]),
    ("{name}", ["", "gibt-es-nicht.js"]),
];

/// The town with Anna, behind TLS or not.
async fn town_hall(tls: bool) -> Site {
    let passwords = Passwords::checked_by(|password, _| password == PASSWORD);
    let access = Access { tls, trusted_proxies: Vec::new(), passwords };
    let site = Site::open_to(Folder::with_offenburg().await, clock(town::NOON), access).await;
    site.with_account("Anna Amsel", Role::Editor, None).await
}

/// Examples of an address: itself, or with its parts filled in.
fn examples(route: &str) -> Vec<String> {
    let Some((part, fillings)) = PARTS.iter().find(|(part, _)| route.contains(part)) else {
        assert!(!route.contains('{'), "no example is known for {route}: name one in PARTS");
        return vec![route.to_owned()];
    };
    let asset = built_asset(".js");
    let filling = |filling: &&str| if filling.is_empty() { asset.clone() } else { (*filling).to_owned() };
    fillings.iter().map(|name| route.replace(part, &filling(name))).collect()
}

/// Every kind of answer that an address may give.
async fn answers(site: &Site, address: &str, cookie: &str) -> Vec<(String, Answer)> {
    let ours = [("cookie", cookie), ("sec-fetch-site", "same-origin"), ("content-type", "application/json")];
    let form = [("content-type", "application/x-www-form-urlencoded"), ("sec-fetch-site", "same-origin")];
    let mut answers = Vec::new();
    for (what, method, headers, body) in [
        ("read", Method::GET, &[][..], ""),
        ("read by staff", Method::GET, &ours[..2], ""),
        ("head", Method::HEAD, &[], ""),
        ("what may be done", Method::OPTIONS, &[], ""),
        ("asked by a program", Method::POST, &ours[2..], "{}"),
        ("asked by staff", Method::POST, &ours, "{}"),
        ("nonsense", Method::POST, &ours, "nonsense"),
        ("a form", Method::POST, &form, "text=&kontakt="),
        ("an old form", Method::POST, &form, "fassung=0&text=x"),
        ("of another site", Method::POST, &[("sec-fetch-site", "cross-site")], "text=x"),
        ("deleted", Method::DELETE, &[], ""),
    ] {
        let answer = site.head_of(method, address, headers, body.into()).await;
        answers.push((format!("{address}: {what}"), answer));
    }
    answers
}

/// What an answer lacks.
fn lacks(answer: &Answer, tls: bool) -> Vec<&'static str> {
    let protecting = PROTECTING.iter().filter(|(name, part)| {
        let kept = *name == "cache-control" && answer.header(name).starts_with("public, max-age=");
        !answer.header(name).contains(part) && !kept
    });
    let expected = if tls { "max-age=31536000" } else { "" };
    let transport = (answer.header("strict-transport-security") != expected).then_some("strict-transport-security");
    protecting.map(|(name, _)| *name).chain(transport).collect()
}

#[tokio::test]
async fn every_answer_of_every_address_carries_the_protecting_headers() {
    for tls in [false, true] {
        let site = town_hall(tls).await;
        let routes = site.routes();
        for known in ["/", "/gebiet/{slug}", "/live/town.json", "/hinweis", "/api/changes", "/api/session/sign_in"] {
            assert!(routes.contains(known), "{known} is missing in {routes:?}");
        }
        let mut statuses = BTreeSet::new();
        let addresses = routes.iter().flat_map(|route| examples(route));
        for address in addresses.chain(["/gibt-es-nicht".to_owned(), "/favicon.svg".to_owned()]) {
            let cookie = site.sign_in("Anna Amsel").await;
            for (what, answer) in answers(&site, &address, &cookie).await {
                assert_eq!(lacks(&answer, tls), [""; 0], "{what}: {} {:?}", answer.status, answer.headers);
                assert!(!answer.status.is_server_error(), "{what}: {}", answer.status);
                statuses.insert(answer.status.as_u16());
            }
        }
        // The answers were of many kinds.
        let expected = BTreeSet::from([200, 308, 400, 401, 403, 404, 405, 409, 415, 422]);
        assert_eq!(expected.difference(&statuses).collect::<Vec<_>>(), [&0; 0], "{statuses:?}");
    }
}

#[tokio::test]
async fn an_answer_without_them_is_found() {
    let site = town_hall(false).await;
    let mut answer = site.get("/").await;
    assert_eq!(lacks(&answer, false), [""; 0]);
    assert_eq!(lacks(&answer, true), ["strict-transport-security"]);
    answer.headers.remove("referrer-policy");
    assert_eq!(lacks(&answer, false), ["referrer-policy"]);
    assert_eq!(answer.status, StatusCode::OK);
}
