//! The addresses of the server functions.

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::{Request, State},
    http::{StatusCode, header},
    middleware::{from_fn, from_fn_with_state},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use leptos::{
    prelude::provide_context,
    server_fn::{
        axum::{register_explicit, server_fn_paths},
        error::FromServerFnError,
    },
};

use super::{
    Access, Public,
    access::{Gate, know_caller},
    changes, compress, facilities_file, origin,
};
use crate::api::{
    ApiError, desk, readings, records,
    server::{Caller, status},
    session,
};

/// The largest request in bytes: they ask with a few words.
const LARGEST_REQUEST: usize = 64 * 1024;

/// Registers every server function: registration by itself does not reach out of a library. What stands here
/// has an address and asks for a cookie's session; what does not has none.
pub fn register() {
    register_explicit::<desk::Today>();
    register_explicit::<desk::Search>();
    register_explicit::<desk::Seen>();
    register_explicit::<readings::Weekly>();
    register_explicit::<readings::Enter>();
    register_explicit::<records::Record>();
    register_explicit::<records::Change>();
    register_explicit::<records::Rival>();
    register_explicit::<records::Log>();
    register_explicit::<session::SignIn>();
    register_explicit::<session::SignOut>();
    register_explicit::<session::Current>();
}

/// Everything under `/api/` that is not public data. Nothing there is changed by a GET.
pub fn routes(public: Public, access: &Access) -> Router {
    register();
    let gate = Gate::new(public, access);
    let addresses = server_fn_paths().map(|(address, _)| address);
    let routes = addresses.fold(Router::new(), |routes, address| routes.route(address, post(answer)));
    let routes = routes.route(changes::ADDRESS, get(changes::changes));
    let routes = routes.route(facilities_file::ADDRESS, get(facilities_file::file));
    let packed = routes.layer(from_fn(compress::made_for_one));
    let known = packed.layer(from_fn_with_state(gate.clone(), know_caller));
    origin::guarded(known, gate.door.cookie).with_state(gate)
}

/// The framework itself reads a body of any kind and length.
async fn answer(State(gate): State<Gate>, request: Request<Body>) -> Response {
    if !origin::is_json(&request) {
        return StatusCode::UNSUPPORTED_MEDIA_TYPE.into_response();
    }
    let (parts, body) = request.into_parts();
    let Ok(body) = to_bytes(body, LARGEST_REQUEST).await else {
        return refused(&ApiError::TooLarge);
    };
    let caller = parts.extensions.get::<Caller>().cloned();
    let public = gate.public.clone();
    let state = move || {
        provide_context(gate.public.store().clone());
        provide_context(gate.public.clock().clone());
        provide_context(gate.door.clone());
        provide_context(gate.saves.clone());
        provide_context(gate.pictures.clone());
        if let Some(caller) = &caller {
            provide_context(caller.clone());
        }
    };
    let request = Request::from_parts(parts, Body::from(body));
    let answer = leptos_axum::handle_server_fns_with_context(state, request).await.into_response();
    public.was_written();
    told(answer).await
}

/// An error as server functions answer it.
fn refused(error: &ApiError) -> Response {
    (status(error), [(header::CONTENT_TYPE, "application/json")], error.ser()).into_response()
}

/// To a body that it cannot read the framework answers 500, as if the fault were the server's.
async fn told(answer: Response) -> Response {
    if answer.status() != StatusCode::INTERNAL_SERVER_ERROR {
        return answer;
    }
    let (parts, body) = answer.into_parts();
    let body = to_bytes(body, LARGEST_REQUEST).await.unwrap_or_default();
    if body == ApiError::Malformed.ser() {
        return refused(&ApiError::Malformed);
    }
    Response::from_parts(parts, Body::from(body))
}
