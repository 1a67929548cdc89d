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
        entry::Choice,
        remark::{NewRemark, Place, Reference, Remark, RemarkAnswer, Waiting},
        rollout::Rollout,
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

/// Stores a remark that came from this address. The address itself is not kept. `wanted` is the reference that its form
/// was shown with: what is sent a second time under it is the same remark and is stored once.
///
/// # Errors
/// When too many come, or the database does not take it.
pub async fn send(
    store: &Store,
    letterbox: &Letterbox,
    address: &str,
    new: &NewRemark,
    wanted: Option<Reference>,
    now: Timestamp,
) -> Result<Reference, SendError> {
    letterbox.take(address, now).map_err(SendError::TooMany)?;
    let mut transaction = store.write().await?;
    let mut next = wanted;
    let reference = loop {
        let reference = next.take().map_or_else(chance, Ok)?;
        if remark::insert(&mut transaction, &reference, new, now).await? {
            break reference;
        }
        let stored = remark::find(&mut transaction, &reference).await?;
        if stored.is_some_and(|stored| new.says_the_same(&stored)) {
            return Ok(reference);
        }
    };
    let told = entry(&reference, "received", None);
    append(&mut transaction, PUBLIC, (&reference, new.place()), None, told, now).await?;
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

/// Remarks with the records that they are about, up to a change.
#[derive(Clone, Debug)]
pub struct Seen<T> {
    /// The remarks, or one of them.
    pub what: T,
    /// All that is recorded.
    pub rollout: Rollout,
    /// The number of the newest change.
    pub change: i64,
}

/// The remarks about what lies in the actor's part of the town, those that wait for an answer first. Who only reads gets no
/// contacts.
///
/// # Errors
/// When the database does not answer.
pub async fn all(store: &Store, actor: &Actor) -> Result<Seen<Vec<Remark>>, StorageError> {
    let mut transaction = store.read().await?;
    let rollout = storage::rollout::load(&mut transaction).await?;
    let remarks = remark::all(&mut transaction).await?;
    let seen = remarks.into_iter().filter(|remark| is_within(&remark.place, actor.scope(), &rollout.areas));
    let what = seen.map(|remark| as_seen_by(actor, remark)).collect();
    Ok(Seen { what, rollout, change: change_log::newest(&mut transaction).await? })
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
pub async fn one(store: &Store, actor: &Actor, reference: &Reference) -> Result<Seen<Remark>, AnswerError> {
    let mut transaction = store.read().await?;
    let what = as_seen_by(actor, seen(&mut transaction, actor.scope(), reference).await?);
    let rollout = storage::rollout::load(&mut transaction).await?;
    Ok(Seen { what, rollout, change: change_log::newest(&mut transaction).await? })
}

/// What was done about a remark, and what to do where someone has said so before.
#[derive(Clone, Copy, Debug)]
pub struct NewAnswer<'a> {
    /// What was done.
    pub text: &'a str,
    /// Whose version holds where there are two; nobody has chosen at first.
    pub choice: Option<Choice>,
}

/// Notes what was done about a remark; with that it no longer waits. Tells the number of the newest change.
///
/// # Errors
/// When the actor may not, someone has answered it before and nobody chose, or the database does not take it.
pub async fn answer(
    connection: &mut Connection,
    actor: &Actor,
    reference: &Reference,
    new: NewAnswer<'_>,
    now: Timestamp,
) -> Result<i64, AnswerError> {
    let found = seen(connection, actor.editing()?, reference).await?;
    match (&found.answer, new.choice) {
        (Some(_), None) => return Err(AnswerError::Answered(change_log::newest(connection).await?)),
        (Some(_), Some(Choice::Theirs)) => {}
        (None, _) | (Some(_), Some(Choice::Mine)) => {
            let answer = RemarkAnswer { at: now, by: actor.name().to_owned(), text: new.text.to_owned() };
            remark::answer(connection, &found, &answer).await?;
            let told = |answer: &RemarkAnswer| entry(reference, "answered", Some(&answer.text));
            let old = found.answer.as_ref().map(told);
            append(connection, actor.name(), (reference, &found.place), old, told(&answer), now).await?;
        }
    }
    Ok(change_log::newest(connection).await?)
}

/// What waits for an answer within the actor's part of the town.
pub(super) async fn waiting(
    connection: &mut Connection,
    actor: &Actor,
    areas: &AreaTree,
    now: Timestamp,
) -> Result<Option<Waiting>, StorageError> {
    let mut open = remark::open(connection).await?;
    open.retain(|(place, _)| is_within(place, actor.scope(), areas));
    let oldest = open.iter().map(|(_, received_at)| *received_at).min();
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
    if !remark::has_ended_contacts(&mut *store.ask().await?, today).await? {
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
    let area = place.area_slug().and_then(|slug| areas.by_slug(slug));
    scope == Scope::Everything || area.is_some_and(|area| scope.holds(area.id, areas))
}

/// Who only reads is not told how to reach who sent it.
fn as_seen_by(actor: &Actor, remark: Remark) -> Remark {
    let contact = remark.contact.filter(|_| actor.editing().is_ok());
    Remark { contact, ..remark }
}

/// An entry tells what became of a remark, not what it says.
fn entry(reference: &Reference, state: &str, answer: Option<&str>) -> String {
    json!({ "reference": reference, "state": state, "answer": answer }).to_string()
}

async fn append(
    connection: &mut Connection,
    who: &str,
    (reference, place): (&Reference, &Place),
    old: Option<String>,
    new: String,
    at: Timestamp,
) -> Result<(), StorageError> {
    // It begins with the area's name, by which its head finds it. What is about no single area is nobody's who is there for
    // one: their log finds facilities and applications by their names, so these do not stand here.
    let name = place.area_slug().map_or_else(|| place.page().to_owned(), str::to_owned);
    let (who, what, which) = (who.to_owned(), REMARK.to_owned(), format!("{name} Hinweis {reference}"));
    change_log::append(connection, &Change { who, at, what, which, old, new: Some(new), why: None }).await
}
