//! How often someone may try something: to sign in ten times at once, then once in thirty seconds.
//!
//! Tries to sign in are counted for the address and for the name, each for itself. Only tries that fail count in the end: behind one
//! address a whole town hall may sit. A try is taken before its password is checked and given back afterwards,
//! so that many at once do not slip through together.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use jiff::{SignedDuration, Timestamp};

use crate::domain::account::LONGEST_NAME;

/// So many tries to sign in at once, and one more after each pause.
const SIGN_IN: (i32, SignedDuration) = (10, SignedDuration::from_secs(30));

/// What a limit is about.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Limited {
    /// Where a try comes from.
    Address(String),
    /// For which account it is, see [`Limited::account`].
    Account(String),
    /// All tries together.
    Everybody,
}

impl Limited {
    /// The account of a typed name, whether there is one or not. What no name can be is cut to the length of one.
    pub fn account(name: &str) -> Self {
        Self::Account(name.trim().to_lowercase().chars().take(LONGEST_NAME).collect())
    }
}

/// The tries of the last minutes. Forgotten when the program ends.
#[derive(Debug)]
pub struct Limits {
    burst: i32,
    pause: SignedDuration,
    tries: Mutex<HashMap<Limited, Timestamp>>,
}

impl Default for Limits {
    /// Those of signing in.
    fn default() -> Self {
        Self::of(SIGN_IN.0, SIGN_IN.1)
    }
}

impl Limits {
    /// So many tries at once, and one more after each pause.
    pub fn of(burst: i32, pause: SignedDuration) -> Self {
        Self { burst, pause, tries: Mutex::default() }
    }

    /// Takes a try for each of these, or for none of them.
    ///
    /// # Errors
    /// The seconds until there is one for each again.
    pub fn take(&self, limited: &[Limited], now: Timestamp) -> Result<(), u32> {
        let mut tries = self.tries.lock().unwrap_or_else(PoisonError::into_inner);
        // What all tries have come back to is as good as unknown: that keeps the memory bounded.
        tries.retain(|_, all_back| *all_back > now);
        let back = |one: &Limited| tries.get(one).map_or(SignedDuration::ZERO, |back| back.duration_since(now));
        let longest = limited.iter().map(back).max().unwrap_or_default();
        let wait = longest - self.pause * (self.burst - 1);
        if wait > SignedDuration::ZERO {
            let seconds = wait.as_secs() + i64::from(wait.subsec_nanos() > 0);
            return Err(u32::try_from(seconds).unwrap_or(u32::MAX));
        }
        for one in limited {
            let all_back = tries.entry(one.clone()).or_insert(now);
            *all_back = all_back.saturating_add(self.pause).unwrap_or(*all_back);
        }
        Ok(())
    }

    /// Gives the tries back: they succeeded.
    pub fn give_back(&self, limited: &[Limited]) {
        let mut tries = self.tries.lock().unwrap_or_else(PoisonError::into_inner);
        for one in limited {
            if let Some(all_back) = tries.get_mut(one) {
                *all_back = all_back.saturating_sub(self.pause).unwrap_or(*all_back);
            }
        }
    }
}
