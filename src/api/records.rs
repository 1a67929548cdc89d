//! One area's record: its screen, what is changed about it, the change log.

use leptos::{
    server,
    server_fn::codec::{Json, Postcard},
};

use super::ApiError;
use crate::{
    domain::{
        area::Slug,
        edit::{Changed, EditForm, EditRequest},
    },
    presentation::{log_words::LogView, record_rival::RivalView, record_view::RecordView},
};

/// One area's screen, or the list of areas.
///
/// # Errors
/// When there is no such area, it is outside of what the account may see, or the server cannot answer.
#[server(endpoint = "records/record", input = Json, output = Postcard)]
pub async fn record(
    /// The area's name in addresses; empty for the list.
    slug: String,
) -> Result<RecordView, ApiError> {
    super::server::records::record(&slug).await
}

/// Stores a form: all of it, or nothing with what is wrong.
///
/// # Errors
/// What is wrong, that someone else has changed the same meanwhile, or why the server cannot store it.
#[server(endpoint = "records/change", input = Json)]
pub async fn change(
    /// The form.
    request: EditRequest,
) -> Result<Changed, ApiError> {
    super::server::records::change(&request).await
}

/// What someone else has changed meanwhile, beside what was typed.
///
/// # Errors
/// When there is no such change, or the server cannot answer.
#[server(endpoint = "records/rival", input = Json, output = Postcard)]
pub async fn rival(
    /// The area's name in addresses.
    slug: Slug,
    /// What was typed.
    form: EditForm,
) -> Result<RivalView, ApiError> {
    super::server::records::rival(&slug, &form).await
}

/// The change log, newest first, a hundred entries at a time.
///
/// # Errors
/// When there is no such area, it is outside of what the account may see, or the server cannot answer.
#[server(endpoint = "records/log", input = Json, output = Postcard)]
pub async fn log(
    /// Of which area; of all where there is none.
    area: Option<String>,
    /// Of which kind of record; of all where there is none.
    kind: Option<String>,
    /// Entries before this number; the newest where there is none.
    before: Option<i64>,
) -> Result<LogView, ApiError> {
    super::server::records::log(area.as_deref(), kind, before).await
}
