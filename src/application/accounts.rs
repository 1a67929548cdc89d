//! Who may sign in: accounts are made, disabled and given new passwords. Each change is in the change log, a
//! password never.

use jiff::Timestamp;
use serde_json::json;
use thiserror::Error;

use super::{
    actor::{Actor, Forbidden},
    passwords::{PasswordError, Passwords},
    remarks,
};
use crate::{
    domain::{
        account::{Account, AccountProblem, Role, Scope, check_password, checked_name},
        area::{Area, AreaTree, Slug},
        change::Change,
        name::lower,
    },
    storage::{self, Connection, StorageError, Store, WriteTransaction, change_log, session, user},
};

/// Two who edit, in a demonstration.
const DEMO_EDITORS: [&str; 2] = ["bearbeitung1", "bearbeitung2"];
/// The district whose head has an account of its name there.
const DEMO_DISTRICT: &str = "griesheim";

/// Why an account was not made or changed. Nothing is stored then.
#[derive(Debug, Error)]
pub enum AccountError {
    /// What was asked for cannot be.
    #[error(transparent)]
    Problem(#[from] AccountProblem),
    /// Who asked may not.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// The password was not hashed.
    #[error(transparent)]
    Password(#[from] PasswordError),
    /// The database.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

/// An account that is to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAccount {
    /// The name as typed.
    pub name: String,
    /// What the person is there for.
    pub role: Role,
    /// The area of a district head, by its name or its name in addresses.
    pub area: Option<String>,
}

/// Makes accounts that have one password, all of them or none, and returns them.
///
/// # Errors
/// When a name, an area or the password cannot be, or a name is taken.
pub async fn add(
    store: &Store,
    actor: &Actor,
    passwords: &Passwords,
    new: &[NewAccount],
    password: &str,
    now: Timestamp,
) -> Result<Vec<Account>, AccountError> {
    actor.administering()?;
    check_password(password)?;
    let mut added = Vec::with_capacity(new.len());
    for one in new {
        // Each has a salt of its own.
        let hash = passwords.hash(password.to_owned()).await?;
        added.push((one, hash));
    }
    let mut transaction = store.write().await?;
    let areas = storage::rollout::areas(&mut transaction).await?;
    let mut accounts = Vec::with_capacity(new.len());
    for (one, hash) in added {
        accounts.push(insert(&mut transaction, actor, one, &areas, &hash, now).await?);
    }
    transaction.commit().await.map_err(StorageError::from)?;
    Ok(accounts)
}

/// Whether such an account can be made, before anybody is asked for its password.
///
/// # Errors
/// As for [`add`].
pub async fn check_new(store: &Store, new: &NewAccount) -> Result<(), AccountError> {
    let mut transaction = store.read().await?;
    let areas = storage::rollout::areas(&mut transaction).await?;
    checked(&mut transaction, new, &areas).await?;
    Ok(())
}

/// Whether there is such an account, before anybody is asked for its new password.
///
/// # Errors
/// When there is none, or the database does not answer.
pub async fn check_known(store: &Store, name: &str) -> Result<(), AccountError> {
    known(&mut *store.ask().await?, name).await.map(drop)
}

/// The accounts that a demonstration still needs: two who edit and the head of one district, where the town has
/// it. None where there is any account already.
///
/// # Errors
/// When the database does not answer.
pub async fn of_demonstration(store: &Store) -> Result<Vec<NewAccount>, StorageError> {
    let mut transaction = store.read().await?;
    if !user::all(&mut transaction).await?.is_empty() {
        return Ok(Vec::new());
    }
    let areas = storage::rollout::areas(&mut transaction).await?;
    let editors = DEMO_EDITORS.map(|name| NewAccount { name: name.to_owned(), role: Role::Editor, area: None });
    let head = areas.by_slug(DEMO_DISTRICT).map(|area| area.slug.as_str().to_owned());
    let head = head.map(|slug| NewAccount { name: slug.clone(), role: Role::DistrictHead, area: Some(slug) });
    Ok(editors.into_iter().chain(head).collect())
}

/// All accounts by their names, each with the name of its area.
///
/// # Errors
/// When the database does not answer.
pub async fn list(store: &Store) -> Result<Vec<(Account, Option<String>)>, StorageError> {
    let mut transaction = store.read().await?;
    let areas = storage::rollout::areas(&mut transaction).await?;
    let with_area = |account: Account| {
        let area = area_of(&account, &areas).map(|area| area.name.clone());
        (account, area)
    };
    Ok(user::all(&mut transaction).await?.into_iter().map(with_area).collect())
}

/// Disables an account and ends its sessions. One that is disabled stays as it is.
///
/// # Errors
/// When there is no such account.
pub async fn disable(store: &Store, actor: &Actor, name: &str, now: Timestamp) -> Result<(), AccountError> {
    set_disabled(store, actor, name, Some(now), now).await
}

/// Lets an account sign in again.
///
/// # Errors
/// When there is no such account.
pub async fn enable(store: &Store, actor: &Actor, name: &str, now: Timestamp) -> Result<(), AccountError> {
    set_disabled(store, actor, name, None, now).await
}

/// Gives an account another password and ends its sessions.
///
/// # Errors
/// When there is no such account, or the password cannot be.
pub async fn set_password(
    store: &Store,
    actor: &Actor,
    passwords: &Passwords,
    name: &str,
    password: &str,
    now: Timestamp,
) -> Result<(), AccountError> {
    actor.administering()?;
    known(&mut *store.ask().await?, name).await?;
    check_password(password)?;
    let hash = passwords.hash(password.to_owned()).await?;
    let mut transaction = store.write().await?;
    let account = known(&mut transaction, name).await?;
    user::set_password(&mut transaction, account.person.id, &hash).await?;
    session::delete_of(&mut transaction, account.person.id).await?;
    let change = Change { new: Some(json!({ "password": "new" }).to_string()), ..change(actor, &account, now) };
    change_log::append(&mut transaction, &change).await?;
    Ok(transaction.commit().await.map_err(StorageError::from)?)
}

async fn insert(
    transaction: &mut WriteTransaction,
    actor: &Actor,
    new: &NewAccount,
    areas: &AreaTree,
    hash: &str,
    now: Timestamp,
) -> Result<Account, AccountError> {
    let (name, area) = checked(transaction, new, areas).await?;
    user::insert(transaction, &name, new.role, area.map(|area| area.id), hash, now).await?;
    let account = known(transaction, &name).await?;
    let change = Change { new: Some(entry(&account, areas)), ..change(actor, &account, now) };
    change_log::append(transaction, &change).await?;
    Ok(account)
}

/// The name and the area of an account that can be made.
async fn checked<'a>(
    connection: &mut Connection,
    new: &NewAccount,
    areas: &'a AreaTree,
) -> Result<(String, Option<&'a Area>), AccountError> {
    let name = checked_name(&new.name)?;
    let area = placed(new, areas)?;
    // In the log, such a name would be taken for that of the program.
    let ours = [Actor::Console.name(), Actor::Program.name(), remarks::PUBLIC];
    let ours = ours.into_iter().any(|ours| lower(ours) == lower(&name));
    if ours || user::by_name(connection, &name).await?.is_some() {
        return Err(AccountProblem::Taken(name).into());
    }
    Ok((name, area))
}

async fn set_disabled(
    store: &Store,
    actor: &Actor,
    name: &str,
    at: Option<Timestamp>,
    now: Timestamp,
) -> Result<(), AccountError> {
    actor.administering()?;
    let mut transaction = store.write().await?;
    let before = known(&mut transaction, name).await?;
    if before.disabled_at.is_some() == at.is_some() {
        return Ok(());
    }
    user::set_disabled(&mut transaction, before.person.id, at).await?;
    session::delete_of(&mut transaction, before.person.id).await?;
    let areas = storage::rollout::areas(&mut transaction).await?;
    let after = Account { disabled_at: at, ..before.clone() };
    let (old, new) = (Some(entry(&before, &areas)), Some(entry(&after, &areas)));
    change_log::append(&mut transaction, &Change { old, new, ..change(actor, &before, now) }).await?;
    Ok(transaction.commit().await.map_err(StorageError::from)?)
}

async fn known(connection: &mut Connection, name: &str) -> Result<Account, AccountError> {
    let found = user::by_name(connection, name.trim()).await?;
    Ok(found.map(|(account, _)| account).ok_or_else(|| AccountProblem::Unknown(name.to_owned()))?)
}

/// The area of a new account: a district head has one, nobody else has.
fn placed<'a>(new: &NewAccount, areas: &'a AreaTree) -> Result<Option<&'a Area>, AccountProblem> {
    match (new.role, &new.area) {
        (Role::DistrictHead, None) => Err(AccountProblem::AreaMissing),
        (Role::Admin | Role::Editor, Some(_)) => Err(AccountProblem::AreaTooMany),
        (Role::Admin | Role::Editor, None) => Ok(None),
        (Role::DistrictHead, Some(text)) => {
            let found = Slug::of_name(text).ok().and_then(|slug| areas.by_slug(slug.as_str()));
            let known = || areas.iter().map(|area| area.slug.clone()).collect();
            found.map(Some).ok_or_else(|| AccountProblem::Area(text.clone(), known()))
        }
    }
}

/// What every entry about an account says.
fn change(actor: &Actor, account: &Account, now: Timestamp) -> Change {
    let (who, which) = (actor.name().to_owned(), account.person.name.clone());
    Change { who, at: now, what: "account".to_owned(), which, old: None, new: None, why: None }
}

/// An account in the change log.
fn entry(account: &Account, areas: &AreaTree) -> String {
    let area = area_of(account, areas).map(|area| area.slug.as_str());
    json!({ "role": account.person.role, "area": area, "disabled": account.disabled_at.is_some() }).to_string()
}

fn area_of<'a>(account: &Account, areas: &'a AreaTree) -> Option<&'a Area> {
    match account.person.scope {
        Scope::Everything => None,
        Scope::Within(area) => areas.get(area),
    }
}
