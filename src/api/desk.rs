//! The workspace's first screen, its map and its search.

use leptos::{
    server,
    server_fn::codec::{Json, Postcard},
};

use super::ApiError;
use crate::presentation::screen_view::ScreenView;

/// The state of the day, as the person who asks may know it.
///
/// # Errors
/// When the server cannot answer.
#[server(endpoint = "desk/today", input = Json, output = Postcard)]
pub async fn today(
    /// Whether the map is asked for, as a screen of its own, and not the whole day.
    map: Option<bool>,
) -> Result<ScreenView, ApiError> {
    super::server::today(map == Some(true)).await
}

/// What is found by a text, as far as the person who asks may know it.
///
/// # Errors
/// When the server cannot answer.
#[server(endpoint = "desk/search", input = Json, output = Postcard)]
pub async fn search(
    /// What was typed.
    typed: String,
) -> Result<ScreenView, ApiError> {
    super::server::search(&typed).await
}

/// Notes that the caller has been shown the first screen up to a change.
///
/// # Errors
/// When nobody is signed in, or the server cannot note it.
#[server(endpoint = "desk/seen", input = Json)]
pub async fn seen(
    /// The number of the newest change that was shown.
    change: i64,
) -> Result<(), ApiError> {
    super::server::seen(change).await
}
