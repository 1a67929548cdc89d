//! A subject's record (an area's, a facility's …): what people add to it, and the change log as they read it.

use jiff::Timestamp;
use serde::Serialize;
use thiserror::Error;

use super::{
    actor::{Actor, Forbidden},
    clock::Clock,
    dataset::on_shown_day,
    readings,
    remarks::{self, AnswerError, NewAnswer},
    submission::Submission,
};
use crate::{
    domain::{
        account::{Role, Scope},
        change::{Change, DATASET, LogFilter, LogPage, LogTally},
        edit::{self, Changed, EditKind, EditRequest, Faults, SubjectRecord, record_kinds},
        entry::{Choice, LONGEST_KEY},
        remark::Reference,
        rollout::Rollout,
        subject::Subject,
    },
    storage::{self, Connection, StorageError, Store, change_log},
};

mod addition;

/// So many entries of the log come at once.
const PAGE: u32 = 100;

/// Why nothing was changed, or nothing is shown.
#[derive(Debug, Error)]
pub enum RecordError {
    /// The form is wrong.
    #[error("the form is wrong in {} fields", .0.len())]
    Invalid(Faults),
    /// Someone has changed the same meanwhile; the number of that change.
    #[error("outdated by change {0}")]
    Outdated(i64),
    /// The name of the submission is missing or too long: no screen sends such a thing.
    #[error("malformed")]
    Malformed,
    /// There is no such subject, or no such entry.
    #[error("not found")]
    NotFound,
    /// The account may not do this, or not here.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// The database.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl From<AnswerError> for RecordError {
    fn from(error: AnswerError) -> Self {
        match error {
            AnswerError::NotFound => Self::NotFound,
            AnswerError::Forbidden(error) => Self::Forbidden(error),
            AnswerError::Answered(newest) => Self::Outdated(newest),
            AnswerError::Storage(error) => Self::Storage(error),
        }
    }
}

/// What is recorded about a subject. With the town's comes what pages about everything are made of: they show of it what
/// lies within the actor's part of the town.
///
/// # Errors
/// When there is no such subject, it lies outside of what the actor may see, or the database does not answer.
pub async fn record(
    store: &Store,
    actor: &Actor,
    subject: &Subject,
    clock: &Clock,
) -> Result<SubjectRecord, RecordError> {
    let mut transaction = store.read().await?;
    let rollout = storage::rollout::load(&mut transaction).await?;
    opened_by(actor, &rollout, subject)?;
    let tallies = change_log::tallies(&mut transaction, &about(&rollout, subject)).await?;
    let seen = change_log::newest(&mut transaction).await?;
    let editable = actor.editing().is_ok_and(|scope| within_scope(scope, &rollout, subject));
    let (subject, today, scope) = (subject.clone(), clock.today(), actor.scope());
    Ok(SubjectRecord { rollout, subject, today, seen, tallies, editable, scope })
}

/// Adds what a form says to a subject's record, with its entry in the change log.
///
/// The same submission a second time is answered alike and stores nothing.
///
/// # Errors
/// When the actor may not, the form is wrong or rests on a version that is not the newest; nothing is stored then.
pub async fn change(
    store: &Store,
    actor: &Actor,
    request: &EditRequest,
    clock: &Clock,
) -> Result<Changed, RecordError> {
    let scope = actor.editing()?;
    if !(1..=LONGEST_KEY).contains(&request.key.len()) {
        return Err(RecordError::Malformed);
    }
    let sent = (&request.subject, &request.form, &request.choice);
    let submission = Submission::new(actor, &request.key, &sent)?;
    let mut transaction = store.write().await?;
    if let Some(answer) = submission.answered(&mut transaction).await? {
        return Ok(answer);
    }
    let changed = match &request.subject {
        Subject::Remark(reference) => answer_remark(&mut transaction, actor, reference, request, clock).await?,
        _ => add(&mut transaction, actor, scope, request, clock).await?,
    };
    submission.keep(&mut transaction, &changed, clock.now()).await?;
    transaction.commit().await.map_err(StorageError::from)?;
    Ok(changed)
}

/// Notes what was done about a citizen's remark.
async fn answer_remark(
    connection: &mut Connection,
    actor: &Actor,
    reference: &Reference,
    request: &EditRequest,
    clock: &Clock,
) -> Result<Changed, RecordError> {
    let text = edit::read_answer(&request.form, clock.today()).map_err(RecordError::Invalid)?;
    let new = NewAnswer { text: &text, choice: request.choice.as_ref().map(|chosen| chosen.choice) };
    Ok(Changed { change: remarks::answer(connection, actor, reference, new, clock.now()).await? })
}

/// Adds what a form says to the record of what is no remark.
async fn add(
    connection: &mut Connection,
    actor: &Actor,
    scope: Scope,
    request: &EditRequest,
    clock: &Clock,
) -> Result<Changed, RecordError> {
    let clock = on_shown_day(connection, clock.clone()).await?;
    let rollout = storage::rollout::load(connection).await?;
    let (subject, kind) = (&request.subject, request.form.kind);
    if !rollout.knows(subject) {
        return Err(RecordError::NotFound);
    }
    may_change(scope, &rollout, subject, kind)?;
    let tallies = change_log::tallies(connection, &about(&rollout, subject)).await?;
    let newest = LogTally::newest(&tallies, kind.what());
    if newest > request.seen {
        return Err(RecordError::Outdated(newest));
    }
    let now = clock.now();
    log_choice(connection, actor, &rollout, request, now).await?;
    if !request.choice.as_ref().is_some_and(|chosen| chosen.choice == Choice::Theirs) {
        let edit = edit::read(&request.form, &rollout, subject, clock.today()).map_err(RecordError::Invalid)?;
        let desk = addition::Desk { actor, rollout: &rollout, subject, clock: &clock };
        addition::store(connection, &desk, edit).await?;
    }
    Ok(Changed { change: change_log::newest(connection).await? })
}

/// The change log, newest first: of one subject (and an area's campaign), or all that the actor may see.
///
/// # Errors
/// When there is no such subject, it lies outside of what the actor may see, or the database does not answer.
pub async fn log(
    store: &Store,
    actor: &Actor,
    subject: Option<&Subject>,
    kind: Option<String>,
    before: Option<i64>,
) -> Result<LogPage, RecordError> {
    let mut transaction = store.read().await?;
    let rollout = storage::rollout::load(&mut transaction).await?;
    let all = match subject {
        Some(subject) => {
            seen_by(actor, &rollout, subject)?;
            about(&rollout, subject)
        }
        None => within(actor, &rollout),
    };
    let tallies = change_log::tallies(&mut transaction, &all).await?;
    // Only a kind that is among what the actor may see.
    let kinds = match kind {
        Some(kind) if tallies.iter().any(|tally| tally.what == kind) => Some(vec![kind]),
        Some(_) => Some(Vec::new()),
        None => all.kinds.clone(),
    };
    let filter = LogFilter { kinds, before, ..all };
    let mut entries = change_log::page(&mut transaction, &filter, PAGE + 1).await?;
    let more = entries.len() > PAGE as usize;
    entries.truncate(PAGE as usize);
    Ok(LogPage { entries, more, tallies, rollout })
}

/// One entry of a subject's log: what someone else changed meanwhile.
///
/// # Errors
/// When there is none that the actor may see, or the database does not answer.
pub async fn entry(store: &Store, actor: &Actor, subject: &Subject, number: i64) -> Result<Change, RecordError> {
    let mut transaction = store.read().await?;
    let rollout = storage::rollout::load(&mut transaction).await?;
    seen_by(actor, &rollout, subject)?;
    entry_about(&mut transaction, &rollout, subject, number).await?.ok_or(RecordError::NotFound)
}

/// The entry of this number, if it is about the subject.
async fn entry_about(
    connection: &mut Connection,
    rollout: &Rollout,
    subject: &Subject,
    number: i64,
) -> Result<Option<Change>, StorageError> {
    let filter = LogFilter { before: Some(number.saturating_add(1)), ..about(rollout, subject) };
    let found = change_log::page(connection, &filter, 1).await?;
    Ok(found.into_iter().find(|(id, _)| *id == number).map(|(_, change)| change))
}

/// That there is such a subject, and that the actor may open its page. The town's pages are everybody's: each shows the
/// part of it that is theirs.
fn opened_by(actor: &Actor, rollout: &Rollout, subject: &Subject) -> Result<(), RecordError> {
    if *subject == Subject::Town { Ok(()) } else { seen_by(actor, rollout, subject) }
}

/// That there is such a subject, and that all that is known of it is the actor's to see.
fn seen_by(actor: &Actor, rollout: &Rollout, subject: &Subject) -> Result<(), RecordError> {
    if !rollout.knows(subject) {
        return Err(RecordError::NotFound);
    }
    if within_scope(actor.scope(), rollout, subject) { Ok(()) } else { Err(Forbidden.into()) }
}

/// Whether a subject lies in a part of the town, with all of its areas. What has none concerns the whole town.
fn within_scope(scope: Scope, rollout: &Rollout, subject: &Subject) -> bool {
    let areas = rollout.areas_of(subject);
    scope == Scope::Everything || (!areas.is_empty() && areas.iter().all(|area| scope.holds(*area, &rollout.areas)))
}

/// A deadline moves for all areas of a campaign, and so must the scope reach.
fn may_change(scope: Scope, rollout: &Rollout, subject: &Subject, kind: EditKind) -> Result<(), Forbidden> {
    let moved = rollout.areas_of(subject).into_iter().filter(|_| kind == EditKind::Deadline);
    let moved: Vec<_> = moved.filter_map(|area| rollout.campaign_of(area)).flat_map(|one| &one.areas).collect();
    let reaches = moved.into_iter().all(|area| scope.holds(*area, &rollout.areas));
    if reaches && within_scope(scope, rollout, subject) { Ok(()) } else { Err(Forbidden) }
}

/// The entries about a subject, and about the campaigns of an area.
fn about(rollout: &Rollout, subject: &Subject) -> LogFilter {
    let areas = rollout.areas_of(subject);
    let of_area = |subject: &Subject| matches!(subject, Subject::Area(_));
    let campaigns = rollout
        .campaigns
        .iter()
        .filter(|campaign| of_area(subject) && campaign.areas.iter().any(|area| areas.contains(area)));
    let names = campaigns.map(|campaign| campaign.slug.to_string()).chain([subject.log_name()]).collect();
    LogFilter { names: Some(names), kinds: Some(record_kinds()), ..LogFilter::default() }
}

/// The entries that the actor may see: all, or those of the areas of their scope and of the campaigns there. Those
/// about accounts are for who looks after them.
pub(super) fn within(actor: &Actor, rollout: &Rollout) -> LogFilter {
    let scope = actor.scope();
    if scope == Scope::Everything {
        let edits_only = matches!(actor, Actor::Person(person) if person.role != Role::Admin);
        let kinds = || record_kinds().into_iter().chain([DATASET.to_owned()]).collect();
        return LogFilter { kinds: edits_only.then(kinds), ..LogFilter::default() };
    }
    let mut names: Vec<String> = rollout
        .subjects()
        .filter(|subject| within_scope(scope, rollout, subject))
        .flat_map(|subject| about(rollout, &subject).names.unwrap_or_default())
        .collect();
    names.sort_unstable();
    names.dedup();
    LogFilter { names: Some(names), kinds: Some(record_kinds()), ..LogFilter::default() }
}

/// The version that was not chosen stays in the log, beside the one that was.
async fn log_choice(
    connection: &mut Connection,
    actor: &Actor,
    rollout: &Rollout,
    request: &EditRequest,
    now: Timestamp,
) -> Result<(), RecordError> {
    let Some(chosen) = &request.choice else { return Ok(()) };
    let theirs = entry_about(connection, rollout, &request.subject, chosen.over).await?;
    let theirs = theirs.filter(|entry| entry.what == request.form.kind.what()).ok_or(RecordError::NotFound)?.new;
    let mine = Some(json("form", &request.form)?);
    let (old, new) = match chosen.choice {
        Choice::Mine => (theirs, mine),
        Choice::Theirs => (mine, theirs),
    };
    let (who, which) = (actor.name().to_owned(), request.subject.log_name());
    let change = Change { who, at: now, what: edit::CHOICE.to_owned(), which, old, new, why: None };
    Ok(change_log::append(connection, &change).await?)
}

fn json<T: Serialize>(what: &'static str, value: &T) -> Result<String, StorageError> {
    serde_json::to_string(value).map_err(|error| StorageError::Stored { what, value: error.to_string() })
}
