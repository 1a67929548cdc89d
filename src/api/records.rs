//! The pages of the workspace that have forms, what is changed there, and the change log.

use leptos::{
    server,
    server_fn::codec::{Json, Postcard},
};

use super::ApiError;
use crate::{
    domain::{
        edit::{Changed, EditForm, EditRequest},
        subject::Subject,
    },
    presentation::{log_words::LogView, record_rival::RivalView, record_view::RecordView},
};

/// A page of the workspace, ready to show.
///
/// # Errors
/// When there is no such page, it is outside of what the account may see, or the server cannot answer.
#[server(endpoint = "records/record", input = Json, output = Postcard)]
pub async fn record(
    /// Its address below /arbeit, with its filters: "gebiete/griesheim", "einrichtungen?art=school".
    place: String,
) -> Result<RecordView, ApiError> {
    super::server::records::record(&place).await
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
    /// Of what.
    subject: Subject,
    /// What was typed.
    form: EditForm,
) -> Result<RivalView, ApiError> {
    super::server::records::rival(&subject, &form).await
}

/// The change log, newest first, a hundred entries at a time.
///
/// # Errors
/// When there is no such subject, it is outside of what the account may see, or the server cannot answer.
#[server(endpoint = "records/log", input = Json, output = Postcard)]
pub async fn log(
    /// Of what; of all where there is none.
    subject: Option<Subject>,
    /// Of which kind of record; of all where there is none.
    kind: Option<String>,
    /// Entries before this number; the newest where there is none.
    before: Option<i64>,
) -> Result<LogView, ApiError> {
    super::server::records::log(subject.as_ref(), kind, before).await
}
