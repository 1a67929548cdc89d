//! The pages of the workspace and the change log, for their server functions.

use super::{ApiError, actor, failed, given, stored};
use crate::{
    application::{
        clock::Clock,
        records::{self, RecordError},
        remarks,
    },
    domain::{
        account::Scope,
        api_error::Fault,
        change::LogTally,
        edit::{Changed, EditForm, EditRequest, Field, SubjectRecord},
        subject::Subject,
    },
    presentation::{
        edit_words, facilities_page, facility_page, funding_page,
        log_words::{self, LogView},
        query::Query,
        record_markup,
        record_rival::{self, RivalView},
        record_view::{self, RecordView, Screen},
        remark_desk, town_page,
    },
    storage::Store,
};

/// The page of an address below /arbeit.
pub async fn record(place: &str) -> Result<RecordView, ApiError> {
    let (path, query) = place.split_once('?').unwrap_or((place, ""));
    let path = path.trim_matches('/');
    if path.split('/').next() == Some("hinweise") {
        return remark(path).await;
    }
    // What is no subject is a page about all of them.
    let subject = path.parse().unwrap_or(Subject::Town);
    let record = records::record(&given::<Store>()?, &actor()?, &subject, &given::<Clock>()?).await.map_err(refused)?;
    match page(path, &Query::parse(query), &record) {
        // The town's log tells of all of it.
        Some(page) if subject == Subject::Town && record.scope != Scope::Everything => {
            Ok(RecordView { log: None, ..page })
        }
        Some(page) => Ok(page),
        None if subject == Subject::Town => Ok(record_markup::nowhere()),
        None => Err(failed(ApiError::NotFound)),
    }
}

/// The page at a path; `None` where there is none.
fn page(path: &str, query: &Query, record: &SubjectRecord) -> Option<RecordView> {
    match (&record.subject, path) {
        (Subject::Area(_), _) => record_view::of(record).map(Screen::view),
        (Subject::Town, "gebiete") => Some(record_markup::list(record)),
        (Subject::Town, "vereinbarungen") => Some(town_page::of(record)),
        (Subject::Town, "foerderung") => Some(funding_page::list(record)),
        (Subject::Application(_), _) => funding_page::of(record),
        (Subject::Town, "einrichtungen") => Some(facilities_page::of(record, query)),
        (Subject::Facility(_), _) => facility_page::of(record),
        (Subject::Town | Subject::Remark(_), _) => None,
    }
}

/// The page of all citizens' remarks, or of one.
async fn remark(path: &str) -> Result<RecordView, ApiError> {
    let (store, clock, actor) = (given::<Store>()?, given::<Clock>()?, actor()?);
    if path == "hinweise" {
        let seen = remarks::all(&store, &actor).await.map_err(|error| stored(&error))?;
        return Ok(remark_desk::list(&seen.what, &seen.rollout, clock.now()));
    }
    let Ok(Subject::Remark(reference)) = path.parse() else { return Err(failed(ApiError::NotFound)) };
    let seen = remarks::one(&store, &actor, &reference).await.map_err(|error| refused(error.into()))?;
    Ok(remark_desk::one(&seen.what, &seen.rollout, seen.change, clock.today(), actor.editing().is_ok()))
}

/// Stores a form.
pub async fn change(request: &EditRequest) -> Result<Changed, ApiError> {
    records::change(&given::<Store>()?, &actor()?, request, &given::<Clock>()?).await.map_err(refused)
}

/// What someone else has changed, beside what was typed.
pub async fn rival(subject: &Subject, form: &EditForm) -> Result<RivalView, ApiError> {
    let (store, clock, actor) = (given::<Store>()?, given::<Clock>()?, actor()?);
    if let Subject::Remark(reference) = subject {
        let seen = remarks::one(&store, &actor, reference).await.map_err(|error| refused(error.into()))?;
        let answer = seen.what.answer.ok_or_else(|| failed(ApiError::NotFound))?;
        return Ok(remark_desk::rival(&answer, form, seen.change, clock.now()));
    }
    let record = records::record(&store, &actor, subject, &clock).await.map_err(refused)?;
    let number = LogTally::newest(&record.tallies, form.kind.what());
    let change = records::entry(&store, &actor, subject, number).await.map_err(refused)?;
    record_rival::view(number, &change, form, &record, clock.now()).ok_or_else(|| failed(ApiError::NotFound))
}

/// A page of the change log.
pub async fn log(subject: Option<&Subject>, kind: Option<String>, before: Option<i64>) -> Result<LogView, ApiError> {
    let (store, now) = (given::<Store>()?, given::<Clock>()?.now());
    let page = records::log(&store, &actor()?, subject, kind.clone(), before).await.map_err(refused)?;
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
