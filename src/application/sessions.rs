//! Signing in and out, and who is signed in.

use std::fmt;

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use thiserror::Error;

use super::{
    passwords::{PasswordError, Passwords},
    submission::REMEMBERED,
};
use crate::{
    domain::{
        account::{Account, LONGEST_PASSWORD, checked_name},
        session::{ABSOLUTE, IDLE, Session, SessionKey},
    },
    storage::{StorageError, Store, session, submission, user},
};

/// What a signed-in browser holds: 32 random bytes. Only their hash is stored.
#[derive(Clone, PartialEq, Eq)]
pub struct Token([u8; 32]);

impl Token {
    fn random() -> Result<Self, PasswordError> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes)?;
        Ok(Self(bytes))
    }

    /// The token of a cookie's text.
    pub fn of_text(text: &str) -> Option<Self> {
        URL_SAFE_NO_PAD.decode(text).ok()?.try_into().ok().map(Self)
    }

    /// Its text in a cookie: base64url.
    pub fn to_text(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.0)
    }

    /// Under which its session is stored.
    pub fn key(&self) -> SessionKey {
        SessionKey(Sha256::digest(self.0).into())
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

/// Why nobody was signed in.
#[derive(Debug, Error)]
pub enum SignInError {
    /// Name or password is wrong, or the account is disabled. Which of these, nobody is told.
    #[error("refused")]
    Refused,
    /// The password was not checked.
    #[error(transparent)]
    Password(#[from] PasswordError),
    /// The database.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

/// Signs someone in with a new token. The session of the token that came along (`old`) ends, whosever it was;
/// sessions that are over, and submissions that nobody sends again, are swept out.
///
/// # Errors
/// When name and password do not belong together; that takes as long whether there is such an account or not.
pub async fn sign_in(
    store: &Store,
    passwords: &Passwords,
    name: &str,
    password: &str,
    old: Option<&Token>,
    now: Timestamp,
) -> Result<(Token, Session), SignInError> {
    let known = if password.len() <= LONGEST_PASSWORD { able(store, name).await? } else { None };
    let stored = known.as_ref().map(|(_, stored)| stored.clone());
    if !passwords.fit(password.to_owned(), stored).await? {
        return Err(SignInError::Refused);
    }
    let Some((account, stored)) = known else { return Err(SignInError::Refused) };
    let token = Token::random()?;
    let mut transaction = store.write().await?;
    // Meanwhile the account may have been disabled or its password changed.
    if user::by_name(&mut transaction, &account.person.name).await? != Some((account.clone(), stored)) {
        return Err(SignInError::Refused);
    }
    let before = |length| now.saturating_sub(length).unwrap_or(Timestamp::MIN);
    session::sweep(&mut transaction, before(IDLE), before(ABSOLUTE)).await?;
    submission::sweep(&mut transaction, before(REMEMBERED)).await?;
    if let Some(old) = old {
        session::delete(&mut transaction, old.key()).await?;
    }
    session::insert(&mut transaction, token.key(), account.person.id, now).await?;
    let begun = session::find(&mut transaction, token.key()).await?.ok_or(SignInError::Refused)?;
    transaction.commit().await.map_err(StorageError::from)?;
    Ok((token, begun))
}

/// The account of a typed name with its stored password, if one can sign in with it.
async fn able(store: &Store, name: &str) -> Result<Option<(Account, String)>, StorageError> {
    let Ok(name) = checked_name(name) else { return Ok(None) };
    let found = user::by_name(&mut *store.ask().await?, &name).await?;
    Ok(found.filter(|(account, _)| account.disabled_at.is_none()))
}

/// Who is signed in with a token. A session that is over is deleted when it is met.
///
/// # Errors
/// When the database does not answer.
pub async fn find(store: &Store, token: &Token, now: Timestamp) -> Result<Option<Session>, StorageError> {
    let found = session::find(&mut *store.ask().await?, token.key()).await?;
    match found {
        Some(over) if over.is_over(now) => {
            // Over is over: where it cannot be deleted now, the next sign-in sweeps it.
            drop(end(store, over.key).await);
            Ok(None)
        }
        found => Ok(found),
    }
}

/// Notes that a session was in use, see [`Session::is_to_be_noted`].
///
/// # Errors
/// When the database does not answer.
pub async fn note(store: &Store, key: SessionKey, now: Timestamp) -> Result<(), StorageError> {
    let mut transaction = store.write().await?;
    session::note(&mut transaction, key, now).await?;
    Ok(transaction.commit().await?)
}

/// Signs out: the token is worth nothing from now on.
///
/// # Errors
/// When the database does not answer.
pub async fn end(store: &Store, key: SessionKey) -> Result<(), StorageError> {
    let mut transaction = store.write().await?;
    session::delete(&mut transaction, key).await?;
    Ok(transaction.commit().await?)
}
