//! What the bodies of server functions share: the state that the router hands in, and the one place
//! where an error gets its HTTP status.

use axum::http::StatusCode;
use jiff::civil::Date;
use leptos::prelude::use_context;
use leptos_axum::ResponseOptions;

use super::ApiError;
use crate::{
    application::{self, actor::Actor, clock::Clock},
    domain::rollout::Rollout,
    presentation::{today, today_view::TodayView, town_map::town_map},
    storage::Store,
};

/// The rollout as known today.
pub async fn rollout() -> Result<(Rollout, Date), ApiError> {
    let (Some(store), Some(clock)) = (use_context::<Store>(), use_context::<Clock>()) else {
        return Err(failed(ApiError::Unavailable));
    };
    let today = clock.today();
    match application::public::rollout(&store, today).await {
        Ok((_, rollout)) => Ok((rollout, today)),
        Err(error) => {
            tracing::error!(%error, "a server function could not read");
            Err(failed(ApiError::Unavailable))
        }
    }
}

/// The state of the day at the desk.
pub async fn today() -> Result<TodayView, ApiError> {
    let (Some(store), Some(clock)) = (use_context::<Store>(), use_context::<Clock>()) else {
        return Err(failed(ApiError::Unavailable));
    };
    let desk = application::desk::today(&store, &Actor::Console, None, clock.today()).await.map_err(unanswered)?;
    let map = town_map(&desk.shapes, &desk.areas, &desk.status.campaigns, clock.today()).map_err(|error| {
        tracing::error!(%error, "the map could not be drawn");
        failed(ApiError::Internal)
    })?;
    Ok(today::view(&desk, map, clock.now()))
}

/// The answer when the database gave none.
fn unanswered(error: impl std::fmt::Display) -> ApiError {
    tracing::error!(%error, "a server function could not read");
    failed(ApiError::Unavailable)
}

/// Sets the status of an error's answer.
pub fn failed(error: ApiError) -> ApiError {
    let status = match error {
        ApiError::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
        ApiError::Conflict(_) | ApiError::Outdated(_) => StatusCode::CONFLICT,
        ApiError::NotFound => StatusCode::NOT_FOUND,
        ApiError::SignedOut | ApiError::SignInRefused => StatusCode::UNAUTHORIZED,
        ApiError::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
        ApiError::Forbidden => StatusCode::FORBIDDEN,
        ApiError::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        ApiError::Busy | ApiError::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        ApiError::Full => StatusCode::INSUFFICIENT_STORAGE,
        ApiError::Internal => StatusCode::INTERNAL_SERVER_ERROR,
    };
    if let Some(options) = use_context::<ResponseOptions>() {
        options.set_status(status);
    }
    error
}

pub async fn sign_in(_: &str, _: &str) -> Result<crate::domain::account::SignedIn, ApiError> {
    Err(ApiError::Unavailable)
}
pub async fn sign_out() -> Result<(), ApiError> {
    Err(ApiError::Unavailable)
}
pub fn signed_in() -> Result<Option<crate::domain::account::SignedIn>, ApiError> {
    Err(ApiError::Unavailable)
}
pub async fn sheet() -> Result<crate::domain::sheet::Sheet, ApiError> {
    Err(ApiError::Unavailable)
}
pub async fn enter(_: &crate::domain::entry::Entry) -> Result<crate::domain::entry::Saved, ApiError> {
    Err(ApiError::Unavailable)
}
