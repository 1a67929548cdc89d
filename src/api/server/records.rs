//! One area's record and the change log, for their server functions.

use super::{ApiError, actor, failed, given, stored};
use crate::{
    application::{
        clock::Clock,
        records::{self, RecordError},
    },
    domain::{
        api_error::Fault,
        area::Slug,
        edit::{Changed, EditKind, EditRequest, Field},
    },
    presentation::{
        edit_words,
        log_words::{self, LogView},
        record_rival::{self, RivalView},
        record_view::{self, PanelView, RecordView},
    },
    storage::Store,
};

/// The list of areas.
pub async fn list() -> Result<Vec<PanelView>, ApiError> {
    let clock = given::<Clock>()?;
    let (known, scope) = records::areas(&given::<Store>()?, &actor()?, &clock).await.map_err(refused)?;
    Ok(record_view::list(&known, scope, clock.today()))
}

/// One area's screen.
pub async fn record(slug: &str) -> Result<RecordView, ApiError> {
    let record = records::record(&given::<Store>()?, &actor()?, slug, &given::<Clock>()?).await.map_err(refused)?;
    record_view::of(&record).ok_or_else(|| failed(ApiError::NotFound))
}

/// Stores a form.
pub async fn change(request: &EditRequest) -> Result<Changed, ApiError> {
    records::change(&given::<Store>()?, &actor()?, request, &given::<Clock>()?).await.map_err(refused)
}

/// What someone else has changed.
pub async fn rival(slug: &Slug, kind: EditKind, number: i64) -> Result<RivalView, ApiError> {
    let (store, now) = (given::<Store>()?, given::<Clock>()?.now());
    let (change, rollout) = records::entry(&store, &actor()?, slug.as_str(), number).await.map_err(refused)?;
    record_rival::view(number, &change, kind, &rollout, now).ok_or_else(|| failed(ApiError::NotFound))
}

/// A page of the change log.
pub async fn log(area: Option<&str>, kind: Option<String>, before: Option<i64>) -> Result<LogView, ApiError> {
    let (store, now) = (given::<Store>()?, given::<Clock>()?.now());
    let page = records::log(&store, &actor()?, area, kind, before).await.map_err(refused)?;
    Ok(log_words::view(&page, now))
}

fn refused(error: RecordError) -> ApiError {
    match error {
        RecordError::Invalid(faults) => {
            let fault = |(field, problem): (Field, _)| Fault {
                place: field.word().to_owned(),
                sentence: edit_words::fault(field, &problem),
            };
            failed(ApiError::Invalid(faults.into_iter().map(fault).collect()))
        }
        RecordError::Outdated(newest) => failed(ApiError::Outdated(newest)),
        RecordError::NotFound => failed(ApiError::NotFound),
        RecordError::Forbidden(_) => failed(ApiError::Forbidden),
        RecordError::Malformed => failed(ApiError::Malformed),
        RecordError::Storage(error) => stored(&error),
    }
}
