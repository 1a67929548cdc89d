//! The addresses of the server functions.

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::{Request, State},
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::post,
};
use leptos::{prelude::provide_context, server_fn::axum::register_explicit};

use super::Public;
use crate::api::{areas, desk};

/// The largest request in bytes: they ask with a few words.
const LARGEST_REQUEST: usize = 64 * 1024;

/// Registers every server function: registration by itself does not reach out of a library.
pub fn register() {
    register_explicit::<areas::Overview>();
    register_explicit::<areas::Report>();
    register_explicit::<desk::Today>();
}

/// Everything under `/api/` that is not public data.
pub fn routes(public: Public) -> Router {
    register();
    Router::new().route("/api/areas/{name}", post(answer)).route("/api/desk/{name}", post(answer)).with_state(public)
}

/// The framework itself reads a body of any length.
async fn answer(State(public): State<Public>, request: Request<Body>) -> Response {
    let (parts, body) = request.into_parts();
    let Ok(body) = to_bytes(body, LARGEST_REQUEST).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    let state = move || {
        provide_context(public.store().clone());
        provide_context(public.clock().clone());
    };
    let request = Request::from_parts(parts, Body::from(body));
    leptos_axum::handle_server_fns_with_context(state, request).await.into_response()
}
