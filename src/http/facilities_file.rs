//! The file with everything about the facilities, for who is signed in. It is no public data.

use axum::{
    extract::{Extension, State},
    http::header,
    response::{IntoResponse, Response},
};

use super::access::Gate;
use crate::{
    api::{
        ApiError,
        server::{Caller, status},
    },
    application::{actor::Actor, facilities},
};

/// The address.
pub const ADDRESS: &str = "/api/staff/v1/facilities.csv";

/// The file, as far as the caller's part of the town goes.
pub async fn file(State(gate): State<Gate>, Extension(caller): Extension<Caller>) -> Response {
    let Some(session) = caller.session else { return refused(&ApiError::SignedOut) };
    let actor = Actor::Person(session.person);
    match facilities::export(gate.public.store(), &actor, gate.public.clock().clone()).await {
        Ok(bytes) => {
            let headers = [
                (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
                (header::CONTENT_DISPOSITION, "attachment; filename=\"einrichtungen.csv\""),
                (header::CACHE_CONTROL, "no-store"),
            ];
            (headers, bytes).into_response()
        }
        Err(error) => {
            tracing::error!(%error, "the facilities could not be written");
            refused(&ApiError::Unavailable)
        }
    }
}

fn refused(error: &ApiError) -> Response {
    (status(error), axum::Json(error)).into_response()
}
