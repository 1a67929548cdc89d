//! Headers that every answer carries, errors and files among them.

use std::future::ready;

use axum::{
    Router,
    http::{HeaderName, HeaderValue, header},
    middleware::map_response,
    response::Response,
};
use tower_http::set_header::SetResponseHeaderLayer;

/// Features of the browser that no page of ours uses.
const PERMISSIONS: &str = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()";

/// For so long a browser asks over TLS alone, once it has done so: a year.
const TRANSPORT_SECURITY: &str = "max-age=31536000";

/// Adds the headers, and behind TLS the one that keeps browsers to it. One that an answer sets itself, such as the resource policy of open data, stays.
pub fn secured(router: Router, content_security_policy: &str, tls: bool) -> Router {
    let policy = HeaderValue::from_str(content_security_policy)
        .unwrap_or_else(|_| HeaderValue::from_static("default-src 'none'"));
    let transport = tls.then(|| (header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static(TRANSPORT_SECURITY)));
    let headers = [
        (header::CONTENT_SECURITY_POLICY, policy),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
        (header::REFERRER_POLICY, HeaderValue::from_static("strict-origin-when-cross-origin")),
        (HeaderName::from_static("permissions-policy"), HeaderValue::from_static(PERMISSIONS)),
        (HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin")),
        (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin")),
        // What does not say how long it may be kept is not kept.
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    router.layer(map_response(move |mut answer: Response| {
        for (name, value) in headers.iter().chain(&transport) {
            answer.headers_mut().entry(name).or_insert_with(|| value.clone());
        }
        ready(answer)
    }))
}

/// Lets pages of other sites read these answers: they are public data.
pub fn open_to_all<S: Clone + Send + Sync + 'static>(router: Router<S>) -> Router<S> {
    router
        .layer(fixed(header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"))
        .layer(fixed(HeaderName::from_static("cross-origin-resource-policy"), "cross-origin"))
}

fn fixed(name: HeaderName, value: &'static str) -> SetResponseHeaderLayer<HeaderValue> {
    SetResponseHeaderLayer::overriding(name, HeaderValue::from_static(value))
}
