//! The state of the town and of one area, for the workspace: as much of it as the caller is there for.

use leptos::{server, server_fn::codec::Json};

use super::ApiError;
use crate::domain::status::{AreaReport, TownStatus};

/// The state of the town, with the areas that the caller is there for.
///
/// # Errors
/// When nobody is signed in, or the server cannot answer.
#[server(endpoint = "areas/overview", input = Json)]
pub async fn overview() -> Result<TownStatus, ApiError> {
    let (rollout, today, scope) = super::server::rollout().await?;
    Ok(rollout.town_status(today).within(scope, &rollout.areas))
}

/// One area with its history.
///
/// # Errors
/// When nobody is signed in, there is no such area, the caller is not there for it, or the server cannot answer.
#[server(endpoint = "areas/report", input = Json)]
pub async fn report(
    /// The area's name in addresses.
    slug: String,
) -> Result<AreaReport, ApiError> {
    let (rollout, today, scope) = super::server::rollout().await?;
    let area = rollout.areas.by_slug(&slug).map(|area| area.id);
    if area.is_some_and(|area| !scope.holds(area, &rollout.areas)) {
        return Err(super::server::failed(ApiError::Forbidden));
    }
    rollout.area_report(&slug, today).ok_or_else(|| super::server::failed(ApiError::NotFound))
}
