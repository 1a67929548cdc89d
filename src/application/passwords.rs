//! Passwords: hashed with Argon2id, off the threads that answer requests, a few at a time.
//!
//! A hash takes 7 MiB and some hundredths of a second. Without turns, a hundred people at the door would take
//! the server's memory.

use std::{fmt, sync::Arc};

use argon2::{
    Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version,
    password_hash::{self, phc::PasswordHash},
};
use thiserror::Error;
use tokio::{sync::Semaphore, task::spawn_blocking};

/// Of the settings that OWASP's Password Storage Cheat Sheet calls equally strong the one with the least memory:
/// 7 MiB, five passes, one lane. The C library keeps for the next time what was used once.
const MEMORY_KIB: u32 = 7_168;
const PASSES: u32 = 5;
const LANES: u32 = 1;
/// So many are hashed at once.
const TURNS: usize = 2;
/// Stands for the password of an account that does not exist. It costs what any other does and fits nothing.
const NOBODY: &str = "$argon2id$v=19$m=7168,t=5,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
/// Letters and digits that are not taken for each other.
const READABLE: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

/// Why a password was neither hashed nor checked.
#[derive(Debug, Error)]
pub enum PasswordError {
    /// The function refused.
    #[error("a password could not be hashed: {0}")]
    Hash(#[from] password_hash::Error),
    /// The system gave no random bytes.
    #[error("no random bytes: {0}")]
    Random(#[from] getrandom::Error),
    /// The program ends.
    #[error("hashing was cut short")]
    Cut,
}

/// Whether a password fits a PHC string.
type Check = dyn Fn(&str, &str) -> bool + Send + Sync;

/// Hashes and checks passwords. Clones take turns with each other.
#[derive(Clone)]
pub struct Passwords {
    turns: Arc<Semaphore>,
    check: Arc<Check>,
}

impl Passwords {
    /// With Argon2id.
    pub fn argon2id() -> Self {
        Self::checked_by(fits)
    }

    /// With another check of a password against a PHC string, so that a test can see that it is called.
    pub fn checked_by(check: impl Fn(&str, &str) -> bool + Send + Sync + 'static) -> Self {
        Self { turns: Arc::new(Semaphore::new(TURNS)), check: Arc::new(check) }
    }

    /// The PHC string of a password, with a salt of its own.
    ///
    /// # Errors
    /// When the system gives no random bytes, or the program ends.
    pub async fn hash(&self, password: String) -> Result<String, PasswordError> {
        self.in_turn(move || {
            let argon2 = Argon2::new(
                Algorithm::Argon2id,
                Version::V0x13,
                Params::new(MEMORY_KIB, PASSES, LANES, None).map_err(|_| password_hash::Error::ParamsInvalid)?,
            );
            Ok(argon2.hash_password(password.as_bytes())?.to_string())
        })
        .await?
    }

    /// Whether a password is that of an account. Without an account the answer is no, after the same work.
    ///
    /// # Errors
    /// When the program ends.
    pub async fn fit(&self, password: String, stored: Option<String>) -> Result<bool, PasswordError> {
        let check = self.check.clone();
        self.in_turn(move || check(&password, stored.as_deref().unwrap_or(NOBODY)) && stored.is_some()).await
    }

    async fn in_turn<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, PasswordError> {
        let turn = self.turns.clone().acquire_owned().await.map_err(|_| PasswordError::Cut)?;
        // The turn goes along: it lasts as long as the work, also when whoever asked has gone.
        let work = move || {
            let done = work();
            drop(turn);
            done
        };
        spawn_blocking(work).await.map_err(|_| PasswordError::Cut)
    }
}

impl fmt::Debug for Passwords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Passwords").finish_non_exhaustive()
    }
}

/// The costs are those of the string, so that a stored password outlives a change of ours.
fn fits(password: &str, stored: &str) -> bool {
    let stored = PasswordHash::new(stored);
    stored.is_ok_and(|stored| Argon2::default().verify_password(password.as_bytes(), &stored).is_ok())
}

/// A random password that can be read aloud: four groups of four, 80 bits.
///
/// # Errors
/// When the system gives no random bytes.
pub fn readable() -> Result<String, PasswordError> {
    let mut bytes = [0_u8; 16];
    getrandom::fill(&mut bytes)?;
    let letters = bytes.map(|byte| char::from(READABLE[usize::from(byte) % READABLE.len()]));
    Ok(letters.chunks(4).map(String::from_iter).collect::<Vec<_>>().join("-"))
}
