//! The state of the town and of one area, for the workspace.

use leptos::{server, server_fn::codec::Json};

use super::ApiError;
use crate::domain::status::{AreaReport, TownStatus};

/// The state of the whole town.
///
/// # Errors
/// When the server cannot answer.
#[server(endpoint = "areas/overview", input = Json)]
pub async fn overview() -> Result<TownStatus, ApiError> {
    let (rollout, today) = super::server::rollout().await?;
    Ok(rollout.town_status(today))
}

/// One area with its history.
///
/// # Errors
/// When there is no such area, or the server cannot answer.
#[server(endpoint = "areas/report", input = Json)]
pub async fn report(
    /// The area's name in addresses.
    slug: String,
) -> Result<AreaReport, ApiError> {
    let (rollout, today) = super::server::rollout().await?;
    rollout.area_report(&slug, today).ok_or_else(|| super::server::failed(ApiError::NotFound))
}
