//! Who does something, and what they may.

use thiserror::Error;

use crate::domain::account::{Person, Role, Scope};

/// Who does something. The change log keeps the name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// Someone at the server's own command line, who may do everything.
    Console,
    /// The program itself, when it loads the built-in data set.
    Program,
    /// Someone who has signed in.
    Person(Person),
}

/// The actor may not do this.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not allowed")]
pub struct Forbidden;

impl Actor {
    /// The name in the change log.
    pub fn name(&self) -> &str {
        match self {
            Self::Console => "Kommandozeile",
            Self::Program => "Faserstand",
            Self::Person(person) => &person.name,
        }
    }

    /// For which part of the town the actor is there.
    pub fn scope(&self) -> Scope {
        match self {
            Self::Console | Self::Program => Scope::Everything,
            Self::Person(person) => person.scope,
        }
    }

    /// The part of the town that the actor may change.
    ///
    /// # Errors
    /// For who only reads.
    pub fn editing(&self) -> Result<Scope, Forbidden> {
        match self {
            Self::Person(person) if !person.role.may_edit() => Err(Forbidden),
            Self::Console | Self::Program | Self::Person(_) => Ok(self.scope()),
        }
    }

    /// That the actor looks after accounts.
    ///
    /// # Errors
    /// For everybody else.
    pub fn administering(&self) -> Result<(), Forbidden> {
        match self {
            Self::Person(person) if person.role != Role::Admin => Err(Forbidden),
            Self::Console | Self::Program | Self::Person(_) => Ok(()),
        }
    }
}
