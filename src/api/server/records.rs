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
        change::LogTally,
        edit::{Changed, EditForm, EditRequest, Field},
    },
    presentation::{
        edit_words,
        log_words::{self, LogView},
        record_markup,
        record_rival::{self, RivalView},
        record_view::{self, RecordView, Screen},
    },
    storage::Store,
};

/// One area's screen, or the list of areas.
pub async fn record(slug: &str) -> Result<RecordView, ApiError> {
    let (store, clock, actor) = (given::<Store>()?, given::<Clock>()?, actor()?);
    if slug.is_empty() {
        let (known, scope) = records::areas(&store, &actor, &clock).await.map_err(refused)?;
        return Ok(record_markup::list(&record_view::list(&known, scope, clock.today())));
    }
    let record = records::record(&store, &actor, slug, &clock).await.map_err(refused)?;
    record_view::of(&record).map(Screen::view).ok_or_else(|| failed(ApiError::NotFound))
}

/// Stores a form.
pub async fn change(request: &EditRequest) -> Result<Changed, ApiError> {
    records::change(&given::<Store>()?, &actor()?, request, &given::<Clock>()?).await.map_err(refused)
}

/// What someone else has changed, beside what was typed.
pub async fn rival(slug: &Slug, form: &EditForm) -> Result<RivalView, ApiError> {
    let (store, clock, actor) = (given::<Store>()?, given::<Clock>()?, actor()?);
    let record = records::record(&store, &actor, slug.as_str(), &clock).await.map_err(refused)?;
    let number = LogTally::newest(&record.tallies, form.kind.what());
    let change = records::entry(&store, &actor, slug.as_str(), number).await.map_err(refused)?;
    record_rival::view(number, &change, form, &record, clock.now()).ok_or_else(|| failed(ApiError::NotFound))
}

/// A page of the change log.
pub async fn log(area: Option<&str>, kind: Option<String>, before: Option<i64>) -> Result<LogView, ApiError> {
    let (store, now) = (given::<Store>()?, given::<Clock>()?.now());
    let page = records::log(&store, &actor()?, area, kind.clone(), before).await.map_err(refused)?;
    Ok(log_words::page(&page, now).view(kind.as_deref()))
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
