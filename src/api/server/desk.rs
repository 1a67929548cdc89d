//! The first screen, for its server function.

use super::{ApiError, failed, given, person, stored};
use crate::{
    application::{
        actor::Actor,
        clock::Clock,
        desk::{self, Visit},
    },
    presentation::{today, today_view::TodayView, town_map::town_map},
    storage::Store,
};

/// The state of the day at the desk.
pub async fn today() -> Result<TodayView, ApiError> {
    let (session, store, clock) = (person()?, given::<Store>()?, given::<Clock>()?);
    let last = session.since_at.map(|at| Visit { change: session.since_change, at });
    let actor = Actor::Person(session.person);
    let desk = desk::today(&store, &actor, last, clock.today()).await.map_err(|error| stored(&error))?;
    let map = town_map(&desk.shapes, &desk.rollout.areas, &desk.status.campaigns, clock.today()).map_err(|error| {
        tracing::error!(%error, "the map could not be drawn");
        failed(ApiError::Internal)
    })?;
    Ok(today::view(&desk, map, clock.now()))
}

/// Notes what the caller has been shown.
pub async fn seen(change: i64) -> Result<(), ApiError> {
    let (session, store, clock) = (person()?, given::<Store>()?, given::<Clock>()?);
    desk::mark_seen(&store, &session.person, change, clock.now()).await.map_err(|error| stored(&error))
}
