//! Headers that protect the reader, on every kind of answer.

use axum::{
    body::Body,
    http::{Method, StatusCode},
};

use faserstand_lib::domain::account::Role;

use crate::site::{Answer, Site, built_asset};

const FIXED: [(&str, &str); 3] = [
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "strict-origin-when-cross-origin"),
    ("cross-origin-opener-policy", "same-origin"),
];

/// One answer of every kind, with what it is.
async fn every_kind(site: &Site, cookie: &str) -> Vec<(&'static str, Answer)> {
    let json = ("content-type", "application/json");
    let ours = [json, ("cookie", cookie), ("sec-fetch-site", "same-origin")];
    let etag = site.get("/").await.header("etag").to_owned();
    let asset = format!("/assets/{}", built_asset(".js"));
    let large = Body::from(vec![b' '; 3_000_000]);
    vec![
        ("page", site.get("/").await),
        ("area page", site.get("/gebiet/buehl").await),
        ("workspace", site.get("/arbeit").await),
        ("form", site.get("/hinweis").await),
        ("form that is wrong", site.ask(Method::POST, "/hinweis", &[]).await),
        ("json", site.get("/api/public/v1/town.json").await),
        ("geojson", site.get("/api/public/v1/areas.geojson").await),
        ("csv", site.get("/api/public/v1/readings.csv").await),
        ("asset", site.get(&asset).await),
        ("root file", site.get("/favicon.svg").await),
        ("healthz", site.get("/healthz").await),
        ("304", site.get_with("/", &[("if-none-match", &etag)]).await),
        ("404", site.get("/gibt-es-nicht").await),
        ("redirect", site.get("/gebiet/buehl/").await),
        ("head", site.ask(Method::HEAD, "/", &[]).await),
        ("405", site.ask(Method::POST, "/", &[]).await),
        ("options", site.ask(Method::OPTIONS, "/", &[]).await),
        ("server function", site.post_as(cookie, "/api/desk/today", "{}").await),
        (
            "server function: 404",
            site.post_as(cookie, "/api/records/record", r#"{"place":"gebiete/entenhausen"}"#).await,
        ),
        ("server function: nonsense", site.post_as(cookie, "/api/records/record", "nonsense").await),
        ("server function: none", site.post_as(cookie, "/api/areas/gibt-es-nicht", "{}").await),
        ("signed out", site.post("/api/desk/today", "{}").await),
        ("sign-in refused", site.try_to_sign_in("Anna Amsel", "falsch", &[]).await),
        ("of another site", site.post_with("/api/desk/today", "{}", &[("origin", "https://example.org")]).await),
        ("no json", site.ask(Method::POST, "/api/desk/today", &[]).await),
        ("too large", site.ask_with_body(Method::POST, "/api/records/record", &ours, large).await),
    ]
}

#[tokio::test]
async fn every_kind_of_answer_carries_the_protecting_headers() {
    let site = Site::offenburg().await.with_account("Anna Amsel", Role::Editor, None).await;
    let cookie = site.sign_in("Anna Amsel").await;
    for (kind, answer) in every_kind(&site, &cookie).await {
        for (name, value) in FIXED {
            assert_eq!(answer.header(name), value, "{kind}: {name}");
        }
        let policy = answer.header("content-security-policy");
        for part in ["default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"] {
            assert!(policy.contains(part), "{kind}: {policy}");
        }
        assert!(!policy.contains("'unsafe-inline'") && !policy.contains("'unsafe-eval'"), "{kind}: {policy}");
        assert!(answer.header("permissions-policy").contains("geolocation=()"), "{kind}");
        assert!(!answer.header("cache-control").is_empty(), "{kind} does not say whether it may be kept");
        assert!(!answer.headers.contains_key("set-cookie"), "{kind}");
        assert!(!answer.headers.contains_key("server"), "{kind}");
        // Pages of other sites may read the public data, and nothing else.
        let open = ["json", "geojson", "csv"].contains(&kind);
        let (readers, embedders) = if open { ("*", "cross-origin") } else { ("", "same-origin") };
        assert_eq!(answer.header("access-control-allow-origin"), readers, "{kind}");
        assert_eq!(answer.header("cross-origin-resource-policy"), embedders, "{kind}");
    }
}

#[tokio::test]
async fn the_policy_allows_exactly_the_style_sheet_in_the_page() {
    use base64::{Engine as _, engine::general_purpose::STANDARD};
    use sha2::{Digest, Sha256};
    let site = Site::offenburg().await;
    for address in ["/", "/gebiet/buehl", "/verlauf", "/hinweis", "/gibt-es-nicht"] {
        let answer = site.get(address).await;
        let (_, rest) = answer.text().split_once("<style>").unwrap();
        let (style, rest) = rest.split_once("</style>").unwrap();
        let hash = format!("'sha256-{}'", STANDARD.encode(Sha256::digest(style)));
        assert!(answer.header("content-security-policy").contains(&hash), "{address}");
        // No other style and no script stands in the page itself.
        assert!(!rest.contains("<style"), "{address}");
        assert!(!answer.text().contains(" style=\""), "{address}");
        for script in answer.text().split("<script").skip(1) {
            let (tag, rest) = script.split_once('>').unwrap();
            let is_data = tag.contains("application/json") || tag.contains("application/ld+json");
            let rules = rest.split_once("</script>").unwrap().0;
            let hash = format!("'sha256-{}'", STANDARD.encode(Sha256::digest(rules)));
            let allowed =
                tag == " type=\"speculationrules\"" && answer.header("content-security-policy").contains(&hash);
            assert!(tag.contains("src=") || is_data || allowed, "{address}: <script{tag}>");
        }
    }
}

#[tokio::test]
async fn the_documentation_tells_the_policy_that_is_sent() {
    let without_hashes = |policy: &str| -> Vec<String> {
        let words = policy.split_whitespace().filter(|word| !word.starts_with("'sha256-"));
        words.map(|word| word.trim_end_matches(';').to_owned()).collect()
    };
    let sent = Site::offenburg().await.get("/").await;
    let told = include_str!("../../docs/security.md").split_once("`Content-Security-Policy: ").unwrap().1;
    let told = told.split_once('`').unwrap().0;
    assert_eq!(without_hashes(told), without_hashes(sent.header("content-security-policy")));
    assert_eq!(told.matches("'sha256-").count(), sent.header("content-security-policy").matches("'sha256-").count());
}

#[tokio::test]
async fn a_request_that_is_too_large_is_refused() {
    let site = Site::offenburg().await.with_account("Anna Amsel", Role::Editor, None).await;
    let cookie = site.sign_in("Anna Amsel").await;
    let json = [("content-type", "application/json"), ("cookie", &*cookie), ("sec-fetch-site", "same-origin")];
    let slug = |length| Body::from(format!(r#"{{"place":"gebiete/{}"}}"#, "a".repeat(length)));
    let small = site.ask_with_body(Method::POST, "/api/records/record", &json, slug(1_000)).await;
    assert_eq!(small.status, StatusCode::NOT_FOUND);
    let large = site.ask_with_body(Method::POST, "/api/records/record", &json, slug(3_000_000)).await;
    assert_eq!(large.status, StatusCode::PAYLOAD_TOO_LARGE);
}
