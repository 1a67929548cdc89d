//! Citizens' remarks: one is sent by whoever reads the public pages, and answered by who edits. How to reach who sent it is
//! deleted by the program itself. Neither text nor contact of a remark is in the change log: nothing can be taken out of it.

use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use thiserror::Error;

use super::{
    actor::{Actor, Forbidden},
    limits::{Limited, Limits},
};
use crate::{
    domain::{
        account::Scope,
        area::AreaTree,
        calendar::{berlin_day, days_until},
        change::{Change, REMARK},
        remark::{NewRemark, Part, Place, Reference, Remark, RemarkAnswer, Waiting},
    },
    storage::{self, Connection, StorageError, Store, change_log, remark},
};

/// Who sends remarks, as the change log names them.
pub const PUBLIC: &str = "Öffentlichkeit";

/// Why a remark was not stored.
#[derive(Debug, Error)]
pub enum SendError {
    /// Too many came, from there or in all: so many seconds until one may be sent again.
    #[error("too many, again in {0} seconds")]
    TooMany(u32),
    /// The system gave no random bytes.
    #[error("no random bytes: {0}")]
    Chance(#[from] getrandom::Error),
    /// The database.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

/// How often remarks may be sent.
#[derive(Debug)]
pub struct Letterbox {
    from_one_address: Limits,
    in_all: Limits,
}

impl Default for Letterbox {
    /// Five at once from one address and then one in ten minutes; in all a hundred, and then one in a minute.
    fn default() -> Self {
        let minutes = SignedDuration::from_mins;
        Self { from_one_address: Limits::of(5, minutes(10)), in_all: Limits::of(100, minutes(1)) }
    }
}

impl Letterbox {
    /// Takes a place for one remark from this address.
    ///
    /// # Errors
    /// The seconds until there is one again.
    fn take(&self, address: &str, now: Timestamp) -> Result<(), u32> {
        let address = [Limited::Address(address.to_owned())];
        self.from_one_address.take(&address, now)?;
        // Who is kept waiting by all the others has not used up their own.
        self.in_all.take(&[Limited::Everybody], now).inspect_err(|_| self.from_one_address.give_back(&address))
    }
}

/// Stores a remark that came from this address. The address itself is not kept.
///
/// # Errors
/// When too many come, or the database does not take it.
pub async fn send(
    store: &Store,
    letterbox: &Letterbox,
    address: &str,
    new: &NewRemark,
    now: Timestamp,
) -> Result<Reference, SendError> {
    letterbox.take(address, now).map_err(SendError::TooMany)?;
    let mut transaction = store.write().await?;
    let reference = loop {
        let reference = chance()?;
        if remark::insert(&mut transaction, &reference, new, now).await? {
            break reference;
        }
    };
    log(&mut transaction, PUBLIC, &reference, new.place(), "received", None, now).await?;
    transaction.commit().await.map_err(StorageError::from)?;
    Ok(reference)
}

/// A reference by chance. Nobody else gets to know it: who knows it cannot do anything with it either.
///
/// # Errors
/// When the system gives no random bytes.
pub fn chance() -> Result<Reference, getrandom::Error> {
    loop {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes)?;
        if let Some(reference) = Reference::of_chance(&bytes) {
            return Ok(reference);
        }
    }
}

/// The remarks about what lies in the actor's part of the town, those that wait for an answer first. Who only reads gets no
/// contacts.
///
/// # Errors
/// When the database does not answer.
pub async fn all(store: &Store, actor: &Actor) -> Result<Vec<Remark>, StorageError> {
    let mut transaction = store.read().await?;
    let areas = storage::rollout::areas(&mut transaction).await?;
    let remarks = remark::all(&mut transaction).await?;
    let seen = remarks.into_iter().filter(|remark| is_within(&remark.place, actor.scope(), &areas));
    Ok(seen.map(|remark| as_seen_by(actor, remark)).collect())
}

/// Why a remark is not shown or not answered.
#[derive(Debug, Error)]
pub enum AnswerError {
    /// There is no such remark.
    #[error("not found")]
    NotFound,
    /// The account may not do this, or not here.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// Someone else has answered it meanwhile: the number of the newest change.
    #[error("answered by someone else meanwhile")]
    Answered(i64),
    /// The database.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

/// One remark.
///
/// # Errors
/// When there is none, it lies outside of what the actor may see, or the database does not answer.
pub async fn one(store: &Store, actor: &Actor, reference: &Reference) -> Result<Remark, AnswerError> {
    let mut transaction = store.read().await?;
    let found = seen(&mut transaction, actor.scope(), reference).await?;
    Ok(as_seen_by(actor, found))
}

/// Notes what was done about a remark; with that it no longer waits. Tells the number of the change.
///
/// # Errors
/// When the actor may not, someone has answered it before, or the database does not take it.
pub async fn answer(
    connection: &mut Connection,
    actor: &Actor,
    reference: &Reference,
    text: &str,
    now: Timestamp,
) -> Result<i64, AnswerError> {
    let found = seen(connection, actor.editing()?, reference).await?;
    if found.answer.is_some() {
        return Err(AnswerError::Answered(change_log::newest(connection).await?));
    }
    let answer = RemarkAnswer { at: now, by: actor.name().to_owned(), text: text.to_owned() };
    remark::answer(connection, &found, &answer).await?;
    log(connection, actor.name(), reference, &found.place, "answered", Some(text), now).await?;
    Ok(change_log::newest(connection).await?)
}

/// What waits for an answer within the actor's part of the town.
pub(super) async fn waiting(
    connection: &mut Connection,
    actor: &Actor,
    areas: &AreaTree,
    now: Timestamp,
) -> Result<Option<Waiting>, StorageError> {
    let remarks = remark::all(connection).await?;
    let open = remarks.iter().filter(|remark| remark.answer.is_none());
    let open: Vec<_> = open.filter(|remark| is_within(&remark.place, actor.scope(), areas)).collect();
    let oldest = open.iter().map(|remark| remark.received_at).min();
    Ok(oldest.map(|oldest| Waiting {
        remarks: u32::try_from(open.len()).unwrap_or(u32::MAX),
        oldest_days: days_until(berlin_day(oldest), berlin_day(now)),
    }))
}

/// Deletes the contacts whose time is over, and takes them out of the write-ahead log too. Tells how many.
///
/// # Errors
/// When the database does not answer.
pub async fn forget_contacts(store: &Store, now: Timestamp) -> Result<u64, StorageError> {
    let today = berlin_day(now);
    if !remark::has_ended_contacts(&mut *store.read().await?, today).await? {
        return Ok(0);
    }
    let mut transaction = store.write().await?;
    let deleted = remark::delete_ended_contacts(&mut transaction, today).await?;
    transaction.commit().await?;
    store.fold_log().await?;
    Ok(deleted)
}

async fn seen(connection: &mut Connection, scope: Scope, reference: &Reference) -> Result<Remark, AnswerError> {
    let found = remark::find(connection, reference).await?.ok_or(AnswerError::NotFound)?;
    let areas = storage::rollout::areas(connection).await?;
    if is_within(&found.place, scope, &areas) { Ok(found) } else { Err(Forbidden.into()) }
}

/// Whether a page lies in a part of the town. Those that are about no single area concern the whole of it.
fn is_within(place: &Place, scope: Scope, areas: &AreaTree) -> bool {
    let area = match place {
        Place { part: Part::Area, slug: Some(slug) } => areas.by_slug(slug.as_str()),
        _ => None,
    };
    scope == Scope::Everything || area.is_some_and(|area| scope.holds(area.id, areas))
}

/// Who only reads is not told how to reach who sent it.
fn as_seen_by(actor: &Actor, remark: Remark) -> Remark {
    let contact = remark.contact.filter(|_| actor.editing().is_ok());
    Remark { contact, ..remark }
}

/// An entry begins with the area's name, by which its head finds it, or with the page's.
async fn log(
    connection: &mut Connection,
    who: &str,
    reference: &Reference,
    place: &Place,
    state: &str,
    answer: Option<&str>,
    at: Timestamp,
) -> Result<(), StorageError> {
    let name = match place {
        Place { part: Part::Area, slug: Some(slug) } => slug.to_string(),
        place => place.to_string(),
    };
    let new = Some(json!({ "reference": reference, "state": state, "answer": answer }).to_string());
    let (who, what, which) = (who.to_owned(), REMARK.to_owned(), format!("{name} Hinweis {reference}"));
    change_log::append(connection, &Change { who, at, what, which, old: None, new, why: None }).await
}
