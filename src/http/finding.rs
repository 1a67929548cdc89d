//! What programs look for: feeds, the list of all pages, what search engines may read, whom to tell of a hole.

use axum::{
    Router,
    extract::State,
    http::{HeaderMap, StatusCode, Uri, header},
    response::{IntoResponse, Response},
    routing::get,
};
use jiff::ToSpan;

use super::{
    Public, assets,
    pages::Item,
    router::{lang_of, not_found, serve},
};
use crate::{
    domain::town_text::TextKind,
    presentation::{feed, lang::Lang},
};

/// For so many days the word on whom to tell holds (RFC 9116 asks for less than a year). It is said anew with every answer.
const HOLDS_DAYS: i64 = 180;
const TEXT: [(header::HeaderName, &str); 2] =
    [(header::CONTENT_TYPE, "text/plain; charset=utf-8"), (header::CACHE_CONTROL, "no-cache")];

/// The addresses. Feeds of areas lie beside their pages, and are answered there.
pub fn routes() -> Router<Public> {
    let feeds = Lang::ALL.into_iter().map(|lang| lang.address(feed::ADDRESS));
    let feeds = feeds.fold(Router::new(), |routes, address| routes.route(&address, get(all_news)));
    feeds
        .route("/sitemap.xml", get(sitemap))
        .route("/robots.txt", get(robots))
        .route("/.well-known/security.txt", get(security))
}

async fn all_news(State(public): State<Public>, uri: Uri, request: HeaderMap) -> Response {
    serve(&public, &Item::Feed(None, lang_of(&uri)), &request).await
}

async fn sitemap(State(public): State<Public>, request: HeaderMap) -> Response {
    serve(&public, &Item::Sitemap, &request).await
}

/// What search engines may read, and where the list of pages is, if anybody said where the pages are.
async fn robots(State(public): State<Public>, request: HeaderMap) -> Response {
    match (assets::text("root/robots.txt"), public.shell().public_url()) {
        (Some(rules), Some(url)) => {
            (TEXT, format!("{}\nSitemap: {url}/sitemap.xml\n", rules.trim_end())).into_response()
        }
        (Some(rules), None) => (TEXT, rules).into_response(),
        (None, _) => not_found(&public, Lang::De, &request).await,
    }
}

/// Whom to tell of a hole in the program's security (RFC 9116); nothing where the town names nobody.
async fn security(State(public): State<Public>, request: HeaderMap) -> Response {
    let contact = public.make_once(|source| source.rollout.own_text(TextKind::Security, Lang::De).map(str::to_owned));
    let Ok(Some(contact)) = contact.await else { return not_found(&public, Lang::De, &request).await };
    // By the machine's clock, in a demonstration too: who reads it lives today.
    let Ok(expires) = public.clock().now().checked_add((HOLDS_DAYS * 24).hours()) else {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    };
    let expires = expires.strftime("%Y-%m-%dT%H:%M:%SZ");
    let own = public.shell().public_url().map(|url| format!("Canonical: {url}/.well-known/security.txt\n"));
    let lines =
        format!("Contact: {contact}\nExpires: {expires}\nPreferred-Languages: de, en\n{}", own.unwrap_or_default());
    (TEXT, lines).into_response()
}
