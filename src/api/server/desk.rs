//! The first screen, the map and the search, for their server functions.

use super::{ApiError, failed, given, person, stored};
use crate::{
    application::{
        actor::Actor,
        clock::Clock,
        desk::{self, Visit},
    },
    domain::{desk::Desk, session::Session},
    presentation::{lang::Lang, screen_view::ScreenView, search as found, today as words, town_map::town_map},
    storage::Store,
};

/// The state of the day at the desk: the first screen, or the map as one of its own.
pub async fn today(map: bool) -> Result<ScreenView, ApiError> {
    let (session, clock) = (person()?, given::<Clock>()?);
    let desk = desk_of(&session, &clock).await?;
    let drawn = town_map(&desk.shapes, &desk.rollout.areas, &desk.status.campaigns, clock.today(), Lang::De);
    let drawn = drawn.map_err(|error| {
        tracing::error!(%error, "the map could not be drawn");
        failed(ApiError::Internal)
    })?;
    let view = words::view(&desk, drawn, clock.now());
    Ok(if map { view.map_page() } else { view.day(session.person.role.may_edit()) })
}

/// What is found by a text.
pub async fn search(typed: &str) -> Result<ScreenView, ApiError> {
    let desk = desk_of(&person()?, &given::<Clock>()?).await?;
    Ok(found::answer(&found::everything(&desk), typed))
}

async fn desk_of(session: &Session, clock: &Clock) -> Result<Desk, ApiError> {
    let last = session.since_at.map(|at| Visit { change: session.since_change, at });
    let actor = Actor::Person(session.person.clone());
    desk::today(&given::<Store>()?, &actor, last, clock).await.map_err(|error| stored(&error))
}

/// Notes what the caller has been shown.
pub async fn seen(change: i64) -> Result<(), ApiError> {
    let (session, store, clock) = (person()?, given::<Store>()?, given::<Clock>()?);
    desk::mark_seen(&store, &session.person, change, clock.now()).await.map_err(|error| stored(&error))
}
