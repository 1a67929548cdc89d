//! What the bodies of server functions share: the state that the router hands in, who calls, and the one
//! place where an error gets its HTTP status.

mod cookie;
mod desk;
mod entry;
mod pictures;
pub mod records;
mod saves;

use std::{fmt::Display, sync::Arc};

use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use leptos::prelude::use_context;
use leptos_axum::ResponseOptions;

pub use self::{
    cookie::SessionCookie,
    desk::{search, seen, today},
    entry::{enter, sheet},
    pictures::Pictures,
    saves::Saves,
};
use super::ApiError;
use crate::{
    application::{
        actor::Actor,
        clock::Clock,
        limits::{Limited, Limits},
        passwords::Passwords,
        public,
        sessions::{self, SignInError, Token},
    },
    domain::{account::SignedIn, session::Session},
    storage::{StorageError, Store},
};

/// What signing in needs.
#[derive(Clone, Debug)]
pub struct Door {
    /// Checks passwords.
    pub passwords: Passwords,
    /// Counts tries.
    pub limits: Arc<Limits>,
    /// Holds the token.
    pub cookie: SessionCookie,
}

/// Who calls.
#[derive(Clone, Debug)]
pub struct Caller {
    /// Where from, as it is counted: an address, or the network of one.
    pub address: String,
    /// What came in the cookie.
    pub token: Option<Token>,
    /// Whose session that is, where it is one.
    pub session: Option<Session>,
}

/// The session of whoever calls, if there is one. Asking does not prolong it.
pub fn session() -> Result<Option<Session>, ApiError> {
    Ok(given::<Caller>()?.session)
}

/// The session of whoever calls. It counts as in use: its idle time begins anew.
pub fn person() -> Result<Session, ApiError> {
    let Some(session) = session()? else { return Err(failed(ApiError::SignedOut)) };
    let (store, now) = (given::<Store>()?, given::<Clock>()?.now());
    if session.is_to_be_noted(now) {
        // Aside: who only reads is answered while another program holds the database, or the disk is full.
        let key = session.key;
        tokio::spawn(async move {
            if let Err(error) = sessions::note(&store, key, now).await {
                tracing::warn!(%error, "a session's last request was not noted");
            }
        });
    }
    Ok(session)
}

/// Whoever calls, as the change log names them.
pub fn actor() -> Result<Actor, ApiError> {
    Ok(Actor::Person(person()?.person))
}

/// Signs the caller in: a new token in their cookie.
pub async fn sign_in(name: &str, password: &str) -> Result<SignedIn, ApiError> {
    let (door, caller, store) = (given::<Door>()?, given::<Caller>()?, given::<Store>()?);
    let now = given::<Clock>()?.now();
    let limited = [Limited::Address(caller.address), Limited::account(name)];
    door.limits.take(&limited, now).map_err(|seconds| failed(ApiError::TooMany(seconds)))?;
    match sessions::sign_in(&store, &door.passwords, name, password, caller.token.as_ref(), now).await {
        Ok((token, session)) => {
            door.limits.give_back(&limited);
            set_header(header::SET_COOKIE, &door.cookie.set(&token));
            Ok(session.signed_in(now, sample(&store).await?))
        }
        Err(SignInError::Refused) => Err(failed(ApiError::SignInRefused)),
        Err(error) => {
            // The server's fault is no wrong password.
            door.limits.give_back(&limited);
            Err(match error {
                SignInError::Storage(error) => stored(&error),
                error => unavailable(&error),
            })
        }
    }
}

/// Signs the caller out, whether they were in or not.
pub async fn sign_out() -> Result<(), ApiError> {
    let (door, caller) = (given::<Door>()?, given::<Caller>()?);
    if let Some(token) = caller.token {
        sessions::end(&given::<Store>()?, token.key()).await.map_err(|error| stored(&error))?;
    }
    set_header(header::SET_COOKIE, &door.cookie.clear());
    Ok(())
}

/// What the caller's screen knows about their session. Asking keeps it in use.
pub async fn signed_in() -> Result<Option<SignedIn>, ApiError> {
    let now = given::<Clock>()?.now();
    if session()?.is_none() {
        return Ok(None);
    }
    Ok(Some(person()?.signed_in(now, sample(&given::<Store>()?).await?)))
}

async fn sample(store: &Store) -> Result<bool, ApiError> {
    public::has_samples(store).await.map_err(|error| stored(&error))
}

/// Something that the router hands in.
pub fn given<T: Clone + Send + Sync + 'static>() -> Result<T, ApiError> {
    use_context::<T>().ok_or_else(|| failed(ApiError::Unavailable))
}

/// Why the database did not take or give something, as far as a person can act on it.
pub fn stored(error: &StorageError) -> ApiError {
    if error.is_full() {
        tracing::error!(%error, "the disk is full");
        failed(ApiError::Full)
    } else if error.is_busy() {
        tracing::warn!(%error, "the database is held by another program");
        failed(ApiError::Busy)
    } else {
        unavailable(error)
    }
}

/// Notes what went wrong for whoever runs the server.
pub fn unavailable(error: &impl Display) -> ApiError {
    tracing::error!(%error, "a server function could not answer");
    failed(ApiError::Unavailable)
}

/// Sets the status of an error's answer.
pub fn failed(error: ApiError) -> ApiError {
    if let ApiError::TooMany(seconds) = error {
        set_header(header::RETRY_AFTER, &seconds.to_string());
    }
    if let Some(options) = use_context::<ResponseOptions>() {
        options.set_status(status(&error));
    }
    error
}

/// The HTTP status of an error.
pub fn status(error: &ApiError) -> StatusCode {
    match error {
        ApiError::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
        ApiError::Conflict(_) | ApiError::Outdated(_) => StatusCode::CONFLICT,
        ApiError::Malformed => StatusCode::BAD_REQUEST,
        ApiError::NotFound => StatusCode::NOT_FOUND,
        ApiError::SignedOut | ApiError::SignInRefused => StatusCode::UNAUTHORIZED,
        ApiError::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
        ApiError::Forbidden => StatusCode::FORBIDDEN,
        ApiError::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        ApiError::Busy | ApiError::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        ApiError::Full => StatusCode::INSUFFICIENT_STORAGE,
        ApiError::Internal => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

fn set_header(name: HeaderName, value: &str) {
    if let (Some(options), Ok(value)) = (use_context::<ResponseOptions>(), HeaderValue::from_str(value)) {
        options.insert_header(name, value);
    }
}
