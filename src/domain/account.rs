//! Accounts: who may sign in, what they may do and which part of the town they are there for.

use serde::{Deserialize, Serialize};

use super::{
    area::AreaTree,
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

/// The longest name of an account, in characters.
pub const LONGEST_NAME: usize = 60;
/// The shortest password, in characters (BSI: length before rules).
pub const SHORTEST_PASSWORD: usize = 12;
/// The longest password, in bytes: hashing costs the server.
pub const LONGEST_PASSWORD: usize = 256;
