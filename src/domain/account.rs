//! Accounts: who may sign in, what they may do and which part of the town they are there for.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{
    area::{AreaTree, Slug},
    ids::{AreaId, UserId},
};

/// What a person is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Verwaltung: edits, and looks after the accounts.
    Admin,
    /// Bearbeitung: keeps the numbers and records.
    Editor,
    /// Ortsvorsteherin, Ortsvorsteher: reads one area and what lies within it.
    DistrictHead,
}

impl Role {
    /// Whether this role changes what the public sees.
    pub const fn may_edit(self) -> bool {
        matches!(self, Self::Admin | Self::Editor)
    }

    /// The role of a word at the command line: `admin`, `editor` or `district-head`.
    ///
    /// # Errors
    /// For any other word.
    pub fn of_word(word: &str) -> Result<Self, AccountProblem> {
        match word {
            "admin" => Ok(Self::Admin),
            "editor" => Ok(Self::Editor),
            "district-head" => Ok(Self::DistrictHead),
            _ => Err(AccountProblem::Role(word.to_owned())),
        }
    }
}

/// Which part of the town someone is there for. Reading functions take it, so that none forgets it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// The whole town.
    Everything,
    /// One area and everything below it.
    Within(AreaId),
}

impl Scope {
    /// Whether an area lies in this scope.
    pub fn holds(self, area: AreaId, areas: &AreaTree) -> bool {
        match self {
            Self::Everything => true,
            Self::Within(outer) => areas.is_within(area, outer),
        }
    }
}

/// A person with an account, as the program knows them after they have signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Its number.
    pub id: UserId,
    /// The name with which they sign in; it stands in the change log.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// For which part of the town.
    pub scope: Scope,
}

/// An account. Its password is not part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Whose.
    pub person: Person,
    /// Since when.
    pub created_at: Timestamp,
    /// Since when nobody can sign in with it.
    pub disabled_at: Option<Timestamp>,
}

/// Who is signed in, for their own screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedIn {
    /// The name of the account.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// For which part of the town.
    pub scope: Scope,
    /// Minutes until the session ends if nothing more is asked; one that has begun counts.
    pub idle_minutes: u32,
    /// Minutes until it ends in any case.
    pub minutes_left: u32,
    /// Whether they change what the public sees.
    pub may_edit: bool,
    /// Whether any number of the town is invented (Beispieldaten): their screens say so.
    pub sample: bool,
}

/// Why an account was not made or changed.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum AccountProblem {
    /// The name is empty, too long or has control characters.
    #[error("this cannot be a name")]
    Name,
    /// There is such an account already, or the program itself writes the log under this name.
    #[error("the name {0:?} is taken")]
    Taken(String),
    /// No account has this name.
    #[error("there is no account {0:?}")]
    Unknown(String),
    /// No such role.
    #[error("there is no role {0:?}")]
    Role(String),
    /// A district head without an area.
    #[error("a district head needs an area")]
    AreaMissing,
    /// An area for someone who is there for the whole town.
    #[error("only a district head has an area")]
    AreaTooMany,
    /// No such area; these there are.
    #[error("there is no area {0:?}")]
    Area(String, Vec<Slug>),
    /// Fewer than [`SHORTEST_PASSWORD`] characters.
    #[error("the password is too short")]
    PasswordTooShort,
    /// More than [`LONGEST_PASSWORD`] bytes.
    #[error("the password is too long")]
    PasswordTooLong,
}

/// A name as it is stored: without blanks around it.
///
/// # Errors
/// [`AccountProblem::Name`].
pub fn checked_name(text: &str) -> Result<String, AccountProblem> {
    let name = text.trim();
    let fits = (1..=LONGEST_NAME).contains(&name.chars().count()) && !name.chars().any(char::is_control);
    if fits { Ok(name.to_owned()) } else { Err(AccountProblem::Name) }
}

/// Checks the length of a password, its only rule.
///
/// # Errors
/// [`AccountProblem::PasswordTooShort`] or [`AccountProblem::PasswordTooLong`].
pub fn check_password(password: &str) -> Result<(), AccountProblem> {
    match password {
        long if long.len() > LONGEST_PASSWORD => Err(AccountProblem::PasswordTooLong),
        short if short.chars().count() < SHORTEST_PASSWORD => Err(AccountProblem::PasswordTooShort),
        _ => Ok(()),
    }
}

/// The longest name of an account, in characters.
pub const LONGEST_NAME: usize = 60;
/// The shortest password, in characters (BSI: length before rules).
pub const SHORTEST_PASSWORD: usize = 12;
/// The longest password, in bytes: hashing costs the server.
pub const LONGEST_PASSWORD: usize = 256;
