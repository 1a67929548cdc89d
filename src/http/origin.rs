//! Calls that another site makes a browser send are refused.

use axum::{
    Router,
    extract::Request,
    http::{HeaderName, Method, StatusCode, header},
    middleware::{Next, from_fn},
    response::IntoResponse,
};
use tower_http::csrf::CsrfLayer;

use super::access;
use crate::api::server::SessionCookie;

const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Lets calls through that come from our own pages, and those of programs that bring no cookie.
pub fn guarded<S: Clone + Send + Sync + 'static>(router: Router<S>, cookie: SessionCookie) -> Router<S> {
    let refuse = move |request: Request, next: Next| async move {
        if is_unexplained(&request, cookie) { StatusCode::FORBIDDEN.into_response() } else { next.run(request).await }
    };
    router.layer(from_fn(refuse)).layer(CsrfLayer::new())
}

/// A browser that sends our cookie with a change says where it comes from. What does not is no such browser.
fn is_unexplained(request: &Request, cookie: SessionCookie) -> bool {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    let says = |name| request.headers().get(name).is_some_and(|value| !value.is_empty());
    !reads && !says(header::ORIGIN) && !says(SEC_FETCH_SITE) && access::cookie(cookie, request.headers()).is_some()
}

/// Whether JSON comes along. A form, of this site or another, cannot send any.
pub fn is_json(request: &Request) -> bool {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    kind.split(';').next().is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"))
}
