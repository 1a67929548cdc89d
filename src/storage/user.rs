//! Accounts as stored. They are disabled, never deleted.

use jiff::Timestamp;
use sqlx::{FromRow, SqliteConnection};

use super::{StorageError, codec};
use crate::domain::{
    account::{Account, Person, Role, Scope},
    ids::{AreaId, UserId},
};

/// Adds an account; `password` is its PHC string.
///
/// # Errors
/// When the database refuses it, for example because the name is taken.
pub async fn insert(
    connection: &mut SqliteConnection,
    name: &str,
    role: Role,
    area: Option<AreaId>,
    password: &str,
    at: Timestamp,
) -> Result<(), StorageError> {
    sqlx::query("INSERT INTO user (name, role, area_id, password, created_at) VALUES (?, ?, ?, ?, ?)")
        .bind(name.to_owned())
        .bind(codec::word("role", &role)?)
        .bind(area.map(|area| area.0))
        .bind(password.to_owned())
        .bind(at.to_string())
        .execute(connection)
        .await?;
    Ok(())
}

/// All accounts by their names, disabled ones among them.
///
/// # Errors
/// When the database does not answer or holds what the domain does not know.
pub async fn all(connection: &mut SqliteConnection) -> Result<Vec<Account>, StorageError> {
    let rows = sqlx::query_as("SELECT * FROM user ORDER BY name COLLATE NOCASE").fetch_all(connection).await?;
    rows.into_iter().map(|row: Row| Ok(row.account()?.0)).collect()
}

/// The account of a name, in whatever case, with the PHC string of its password.
///
/// # Errors
/// When the database does not answer or holds what the domain does not know.
pub async fn by_name(connection: &mut SqliteConnection, name: &str) -> Result<Option<(Account, String)>, StorageError> {
    let row: Option<Row> =
        sqlx::query_as("SELECT * FROM user WHERE name = ?").bind(name.to_owned()).fetch_optional(connection).await?;
    row.map(Row::account).transpose()
}

/// Disables an account from an instant on, or enables it.
///
/// # Errors
/// When the database does not answer.
pub async fn set_disabled(
    connection: &mut SqliteConnection,
    user: UserId,
    at: Option<Timestamp>,
) -> Result<(), StorageError> {
    let update = sqlx::query("UPDATE user SET disabled_at = ? WHERE id = ?").bind(codec::text(at)).bind(user.0);
    update.execute(connection).await?;
    Ok(())
}

/// Gives an account another password, as its PHC string.
///
/// # Errors
/// When the database does not answer.
pub async fn set_password(connection: &mut SqliteConnection, user: UserId, password: &str) -> Result<(), StorageError> {
    let update = sqlx::query("UPDATE user SET password = ? WHERE id = ?").bind(password.to_owned()).bind(user.0);
    update.execute(connection).await?;
    Ok(())
}

/// Up to which change someone has seen the desk, and when that was.
///
/// # Errors
/// When the database does not answer or holds what the domain does not know.
pub async fn seen(connection: &mut SqliteConnection, user: UserId) -> Result<(i64, Option<Timestamp>), StorageError> {
    let row: Option<(i64, Option<String>)> = sqlx::query_as("SELECT seen_change, seen_at FROM user WHERE id = ?")
        .bind(user.0)
        .fetch_optional(connection)
        .await?;
    let (change, at) = row.unwrap_or_default();
    Ok((change, codec::parse_some("seen_at", at.as_deref())?))
}

/// Notes that someone has seen the desk up to a change; never back to an earlier one.
///
/// # Errors
/// When the database does not answer.
pub async fn set_seen(
    connection: &mut SqliteConnection,
    user: UserId,
    change: i64,
    at: Timestamp,
) -> Result<(), StorageError> {
    let update = sqlx::query("UPDATE user SET seen_change = max(seen_change, ?), seen_at = ? WHERE id = ?");
    update.bind(change).bind(at.to_string()).bind(user.0).execute(connection).await?;
    Ok(())
}

#[derive(FromRow)]
struct Row {
    id: i64,
    name: String,
    role: String,
    area_id: Option<i64>,
    password: String,
    created_at: String,
    disabled_at: Option<String>,
}

impl Row {
    fn account(self) -> Result<(Account, String), StorageError> {
        let account = Account {
            person: person(self.id, self.name, &self.role, self.area_id)?,
            created_at: codec::parse("created_at", &self.created_at)?,
            disabled_at: codec::parse_some("disabled_at", self.disabled_at.as_deref())?,
        };
        Ok((account, self.password))
    }
}

/// A person of their columns.
pub(super) fn person(id: i64, name: String, role: &str, area: Option<i64>) -> Result<Person, StorageError> {
    let scope = area.map_or(Scope::Everything, |area| Scope::Within(AreaId(area)));
    Ok(Person { id: UserId(id), name, role: codec::of_word("role", role)?, scope })
}
