//! What someone at the desk is told of the day.

use jiff::{SignedDuration, Timestamp};

use super::{actor::Actor, clock::Clock, facilities, records, remarks};
use crate::{
    domain::{
        account::Person,
        agreement::Agreement,
        change::LogFilter,
        desk::{Desk, News, SHOWN_CHANGES},
        funding::Funding,
        week,
    },
    storage::{self, StorageError, Store, change_log, user},
};

/// A visit: up to which change someone had seen the desk, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Visit {
    /// The number of the newest change that they saw.
    pub change: i64,
    /// When.
    pub at: Timestamp,
}

/// The day at the desk: the state as known today of the areas in the actor's scope, what waits for an answer there, and what
/// has changed since their last visit.
///
/// # Errors
/// When the database does not answer.
pub async fn today(store: &Store, actor: &Actor, last: Option<Visit>, clock: &Clock) -> Result<Desk, StorageError> {
    let today = clock.today();
    // One transaction: what is told and what is new are of one state.
    let mut transaction = store.read().await?;
    let change = change_log::newest(&mut transaction).await?;
    let rollout = storage::rollout::load(&mut transaction).await?.known_on(today);
    let scope = actor.scope();
    let holds = |area| scope.holds(area, &rollout.areas);
    let filter = LogFilter { after: last.map(|visit| visit.change), ..records::within(actor, &rollout) };
    let changes = change_log::page(&mut transaction, &filter, SHOWN_CHANGES).await?;
    let in_all = change_log::tallies(&mut transaction, &filter).await?.iter().map(|tally| tally.entries).sum();
    let waiting = remarks::waiting(&mut transaction, actor, &rollout.areas, clock.now()).await?;
    let covers = |agreement: &&Agreement| agreement.areas.is_empty() || agreement.areas.iter().any(|area| holds(*area));
    let agreements = rollout.agreements();
    let covering = agreements.iter().filter(covers);
    Ok(Desk {
        change,
        status: rollout.town_status(today).within(scope, &rollout.areas),
        whole: rollout.areas.iter().all(|area| holds(area.id)),
        gains: week::gains(&rollout),
        agreements: covering.map(|agreement| (agreement.clone(), rollout.operator_name(agreement.partner))).collect(),
        fundings: Funding::within(&rollout, scope),
        facilities: facilities::within(scope, &rollout),
        shapes: rollout.shapes.iter().filter(|shape| holds(shape.area)).cloned().collect(),
        waiting,
        news: News { since: last.map(|visit| visit.at), changes, in_all },
        rollout: rollout.clone(),
    })
}

/// The desk counts as seen anew after so long, even if nothing has changed: the next visit tells since when.
const SEEN_EVERY: SignedDuration = SignedDuration::from_hours(1);

/// Notes that a person has been shown the desk up to a change. What nobody can have seen yet is not noted.
///
/// # Errors
/// When the database does not answer.
pub async fn mark_seen(store: &Store, person: &Person, change: i64, now: Timestamp) -> Result<(), StorageError> {
    let mut reading = store.read().await?;
    let change = change.min(change_log::newest(&mut reading).await?);
    let (seen, at) = user::seen(&mut reading, person.id).await?;
    drop(reading);
    if change > seen || at.is_none_or(|at| now.duration_since(at) >= SEEN_EVERY) {
        let mut transaction = store.write().await?;
        user::set_seen(&mut transaction, person.id, change, now).await?;
        transaction.commit().await?;
    }
    Ok(())
}
