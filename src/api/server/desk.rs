//! The first screen, the map and the search, for their server functions.

use super::{ApiError, failed, given, person, stored};
use crate::{
    application::{
        actor::Actor,
        clock::Clock,
        desk::{self, Visit},
    },
    domain::{desk::Desk, session::Session},
    presentation::{
        facilities_map::Eyes, lang::Lang, map_layers::Atlas, map_view::MapView, projection::ProjectionError,
        screen_view::ScreenView, search as found, today as words, town_map::Survey,
    },
    storage::Store,
};

/// The state of the day at the desk: the first screen, or the map as one of its own.
pub async fn today(map: bool) -> Result<ScreenView, ApiError> {
    let (session, clock) = (person()?, given::<Clock>()?);
    let desk = desk_of(&session, &clock).await?;
    let (areas, campaigns) = (&desk.rollout.areas, &desk.status.campaigns);
    let survey = Survey { shapes: &desk.shapes, areas, campaigns, today: clock.today(), lang: Lang::De };
    let may_edit = session.person.role.may_edit();
    let screen = if map { large_map(&desk, survey, &clock) } else { first_screen(&desk, survey, &clock, may_edit) };
    screen.map_err(|error| {
        tracing::error!(%error, "the map could not be drawn");
        failed(ApiError::Internal)
    })
}

fn first_screen(desk: &Desk, survey: Survey<'_>, clock: &Clock, may_edit: bool) -> Result<ScreenView, ProjectionError> {
    Ok(words::view(desk, survey.districts()?, clock.now()).day(may_edit))
}

fn large_map(desk: &Desk, survey: Survey<'_>, clock: &Clock) -> Result<ScreenView, ProjectionError> {
    let maps = Atlas { survey, facilities: &desk.facilities, eyes: Eyes::Desk }.markup()?.unwrap_or_default();
    let view = words::view(desk, MapView::default(), clock.now());
    Ok(view.map_page(maps, desk.shapes.iter().map(|shape| shape.area)))
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
