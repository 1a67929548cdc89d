//! The first screen, the map and the search, for their server functions.

use super::{
    ApiError, failed, given, person,
    pictures::{Pictures, Shown},
    stored,
};
use crate::{
    application::{
        actor::Actor,
        clock::Clock,
        desk::{self, Visit},
    },
    domain::{desk::Desk, session::Session},
    presentation::{
        facilities_map::Eyes, lang::Lang, map_layers::Atlas, markup::Markup, projection::ProjectionError,
        screen_view::ScreenView, search as found, today as words, today_markup::small_map, town_map::Survey,
    },
    storage::Store,
};

/// The state of the day at the desk: the first screen, or the map as one of its own.
pub async fn today(map: bool) -> Result<ScreenView, ApiError> {
    let (session, clock, pictures) = (person()?, given::<Clock>()?, given::<Pictures>()?);
    let desk = desk_of(&session, &clock).await?;
    let shown = Shown { change: desk.change, today: clock.today(), scope: session.person.scope, large: map };
    let picture = pictures.of(shown, || draw(&desk, shown)).map_err(|error| {
        tracing::error!(%error, "the map could not be drawn");
        failed(ApiError::Internal)
    })?;
    if map {
        let areas = desk.shapes.iter().map(|shape| shape.area);
        return Ok(words::view(&desk, Markup::default(), clock.now()).map_page(picture, areas));
    }
    Ok(words::view(&desk, picture, clock.now()).day(session.person.role.may_edit()))
}

fn draw(desk: &Desk, shown: Shown) -> Result<Markup, ProjectionError> {
    let (areas, campaigns) = (&desk.rollout.areas, &desk.status.campaigns);
    let survey = Survey { shapes: &desk.shapes, areas, campaigns, today: shown.today, lang: Lang::De };
    if shown.large {
        let maps = Atlas { survey, facilities: &desk.facilities, eyes: Eyes::Desk }.markup()?;
        return Ok(maps.unwrap_or_default());
    }
    Ok(small_map(&survey.districts()?))
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
