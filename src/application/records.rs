//! One area's record: what people add to it, and the change log as they read it.

use jiff::Timestamp;
use serde::Serialize;
use thiserror::Error;

use super::{
    actor::{Actor, Forbidden},
    clock::Clock,
    dataset::on_shown_day,
    readings,
    submission::Submission,
};
use crate::{
    domain::{
        account::{Role, Scope},
        area::Area,
        change::{Change, DATASET, LogFilter, LogPage, LogTally},
        edit::{self, AreaRecord, Changed, EditContext, EditKind, EditRequest, Faults, RECORD_KINDS},
        entry::{Choice, LONGEST_KEY},
        rollout::Rollout,
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
    /// There is no such area, or no such entry.
    #[error("not found")]
    NotFound,
    /// The account may not do this, or not here.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// The database.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

/// One area's record as known today.
///
/// # Errors
/// When there is no such area, it lies outside of what the actor may see, or the database does not answer.
pub async fn record(store: &Store, actor: &Actor, slug: &str, clock: &Clock) -> Result<AreaRecord, RecordError> {
    let mut transaction = store.read().await?;
    let rollout = storage::rollout::load(&mut transaction).await?;
    let area = seen_by(actor, &rollout, slug)?.clone();
    let tallies = change_log::tallies(&mut transaction, &about(&rollout, &area)).await?;
    let editable = actor.editing().is_ok_and(|scope| scope.holds(area.id, &rollout.areas));
    Ok(AreaRecord { rollout, area, today: clock.today(), tallies, editable, scope: actor.scope() })
}

/// All areas as known today, and for which part of the town the actor is there.
///
/// # Errors
/// When the database does not answer.
pub async fn areas(store: &Store, actor: &Actor, clock: &Clock) -> Result<(Rollout, Scope), RecordError> {
    let rollout = storage::rollout::load(&mut *store.read().await?).await?;
    Ok((rollout.known_on(clock.today()), actor.scope()))
}

/// Adds what a form says to an area's record, with its entry in the change log.
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
    let sent = (&request.area, &request.form, &request.choice);
    let submission = Submission::new(actor, &request.key, &sent)?;
    let mut transaction = store.write().await?;
    if let Some(answer) = submission.answered(&mut transaction).await? {
        return Ok(answer);
    }
    let clock = on_shown_day(&mut transaction, clock.clone()).await?;
    let rollout = storage::rollout::load(&mut transaction).await?;
    let area = rollout.areas.by_slug(request.area.as_str()).filter(|area| area.parent.is_some());
    let area = area.ok_or(RecordError::NotFound)?;
    let kind = request.form.kind;
    may_change(scope, &rollout, area, kind)?;
    let tallies = change_log::tallies(&mut transaction, &about(&rollout, area)).await?;
    let newest = LogTally::newest(&tallies, kind.what());
    if newest > request.seen {
        return Err(RecordError::Outdated(newest));
    }
    let now = clock.now();
    log_choice(&mut transaction, actor, request, now).await?;
    if !request.choice.as_ref().is_some_and(|chosen| chosen.choice == Choice::Theirs) {
        let context = EditContext::of(&rollout, area.id, clock.today());
        let edit = edit::read(&request.form, &context).map_err(RecordError::Invalid)?;
        addition::store(&mut transaction, &addition::Desk { actor, rollout: &rollout, area, clock: &clock }, edit)
            .await?;
    }
    let changed = Changed { change: change_log::newest(&mut transaction).await? };
    submission.keep(&mut transaction, &changed, now).await?;
    transaction.commit().await.map_err(StorageError::from)?;
    Ok(changed)
}

/// The change log, newest first: of one area and its campaign, or all that the actor may see.
///
/// # Errors
/// When there is no such area, it lies outside of what the actor may see, or the database does not answer.
pub async fn log(
    store: &Store,
    actor: &Actor,
    area: Option<&str>,
    kind: Option<String>,
    before: Option<i64>,
) -> Result<LogPage, RecordError> {
    let mut transaction = store.read().await?;
    let rollout = storage::rollout::load(&mut transaction).await?;
    let all = match area {
        Some(slug) => about(&rollout, seen_by(actor, &rollout, slug)?),
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

/// One entry of an area's log: what someone else changed meanwhile.
///
/// # Errors
/// When there is none that the actor may see, or the database does not answer.
pub async fn entry(store: &Store, actor: &Actor, area: &str, number: i64) -> Result<Change, RecordError> {
    let mut transaction = store.read().await?;
    let rollout = storage::rollout::load(&mut transaction).await?;
    let filter =
        LogFilter { before: Some(number.saturating_add(1)), ..about(&rollout, seen_by(actor, &rollout, area)?) };
    let found = change_log::page(&mut transaction, &filter, 1).await?;
    let (_, change) = found.into_iter().find(|(id, _)| *id == number).ok_or(RecordError::NotFound)?;
    Ok(change)
}

/// An area that has a record, if the actor may see it.
fn seen_by<'a>(actor: &Actor, rollout: &'a Rollout, slug: &str) -> Result<&'a Area, RecordError> {
    let area = rollout.areas.by_slug(slug).filter(|area| area.parent.is_some()).ok_or(RecordError::NotFound)?;
    if actor.scope().holds(area.id, &rollout.areas) { Ok(area) } else { Err(Forbidden.into()) }
}

/// A deadline moves for all areas of a campaign, and so must the scope reach.
fn may_change(scope: Scope, rollout: &Rollout, area: &Area, kind: EditKind) -> Result<(), Forbidden> {
    let campaign = rollout.campaign_of(area.id).filter(|_| kind == EditKind::Deadline);
    let mut touched = campaign.map_or(&[][..], |campaign| &campaign.areas).iter().chain([&area.id]);
    if touched.all(|area| scope.holds(*area, &rollout.areas)) { Ok(()) } else { Err(Forbidden) }
}

/// The entries about an area and its campaign.
fn about(rollout: &Rollout, area: &Area) -> LogFilter {
    let campaigns = rollout.campaigns.iter().filter(|campaign| campaign.areas.contains(&area.id));
    let names = campaigns.map(|campaign| &campaign.slug).chain([&area.slug]).map(ToString::to_string).collect();
    LogFilter { names: Some(names), kinds: Some(RECORD_KINDS.map(str::to_owned).to_vec()), ..LogFilter::default() }
}

/// The entries that the actor may see: all, or those of the areas of their scope and of the campaigns there. Those
/// about accounts are for who looks after them.
pub(super) fn within(actor: &Actor, rollout: &Rollout) -> LogFilter {
    let scope = actor.scope();
    if scope == Scope::Everything {
        let edits_only = matches!(actor, Actor::Person(person) if person.role != Role::Admin);
        let kinds = || RECORD_KINDS.into_iter().chain([DATASET]).map(str::to_owned).collect();
        return LogFilter { kinds: edits_only.then(kinds), ..LogFilter::default() };
    }
    let areas = rollout.areas.iter().filter(|area| scope.holds(area.id, &rollout.areas));
    let mut names: Vec<String> = areas.flat_map(|area| about(rollout, area).names.unwrap_or_default()).collect();
    names.sort_unstable();
    names.dedup();
    LogFilter { names: Some(names), kinds: Some(RECORD_KINDS.map(str::to_owned).to_vec()), ..LogFilter::default() }
}

/// The version that was not chosen stays in the log, beside the one that was.
async fn log_choice(
    connection: &mut Connection,
    actor: &Actor,
    request: &EditRequest,
    now: Timestamp,
) -> Result<(), RecordError> {
    let Some(chosen) = &request.choice else { return Ok(()) };
    let theirs =
        change_log::entry(connection, chosen.over).await?.filter(|entry| entry.what == request.form.kind.what());
    let theirs = theirs.ok_or(RecordError::NotFound)?.new;
    let mine = Some(json("form", &request.form)?);
    let (old, new) = match chosen.choice {
        Choice::Mine => (theirs, mine),
        Choice::Theirs => (mine, theirs),
    };
    let (who, which) = (actor.name().to_owned(), request.area.to_string());
    let change = Change { who, at: now, what: edit::CHOICE.to_owned(), which, old, new, why: None };
    Ok(change_log::append(connection, &change).await?)
}

fn json<T: Serialize>(what: &'static str, value: &T) -> Result<String, StorageError> {
    serde_json::to_string(value).map_err(|error| StorageError::Stored { what, value: error.to_string() })
}
