//! The weekly sheet: handed out, and taken back filled in.

use leptos::{
    server,
    server_fn::codec::{Json, Postcard},
};

use super::ApiError;
use crate::domain::{
    entry::{Entry, Saved},
    sheet::Sheet,
};

/// The weekly sheet.
///
/// # Errors
/// For who may not edit, or when the server cannot answer.
#[server(endpoint = "readings/sheet", input = Json, output = Postcard)]
pub async fn weekly() -> Result<Sheet, ApiError> {
    super::server::sheet().await
}

/// Stores a filled-in sheet: all rows or none.
///
/// # Errors
/// What is wrong, what someone else saved meanwhile, or why the server cannot store it.
#[server(endpoint = "readings/enter", input = Json)]
pub async fn enter(
    /// The filled-in sheet.
    entry: Entry,
) -> Result<Saved, ApiError> {
    super::server::enter(entry).await
}
