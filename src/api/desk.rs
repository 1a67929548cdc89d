//! The workspace's first screen, its search and its map.

use leptos::{
    server,
    server_fn::codec::{Json, Postcard},
};

use super::ApiError;
use crate::presentation::today_view::TodayView;

/// The state of the day, as the person who asks may know it.
///
/// # Errors
/// When the server cannot answer.
#[server(endpoint = "desk/today", input = Json, output = Postcard)]
pub async fn today() -> Result<TodayView, ApiError> {
    super::server::today().await
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
