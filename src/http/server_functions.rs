//! The addresses of the server functions.

use axum::{
    Router,
    body::Body,
    extract::{Request, State},
    response::IntoResponse,
    routing::post,
};
use leptos::{prelude::provide_context, server_fn::axum::register_explicit};

use super::Public;
use crate::api::areas;

/// Registers every server function: registration by itself does not reach out of a library.
pub fn register() {
    register_explicit::<areas::Overview>();
    register_explicit::<areas::Report>();
}

/// Everything under `/api/` that is not public data.
pub fn routes(public: Public) -> Router {
    register();
    Router::new().route("/api/areas/{name}", post(answer)).with_state(public)
}

async fn answer(State(public): State<Public>, request: Request<Body>) -> impl IntoResponse {
    let state = move || {
        provide_context(public.store().clone());
        provide_context(public.clock().clone());
    };
    leptos_axum::handle_server_fns_with_context(state, request).await
}
