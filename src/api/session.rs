//! Signing in and out, for the workspace.

use leptos::{server, server_fn::codec::Json};

use super::ApiError;
use crate::domain::account::SignedIn;

/// Signs in. The browser keeps the session's cookie.
///
/// # Errors
/// When name and password do not belong together, after too many tries, or when the server cannot answer.
#[server(endpoint = "session/sign_in", input = Json)]
pub async fn sign_in(
    /// The name of the account.
    name: String,
    /// Its password.
    password: String,
) -> Result<SignedIn, ApiError> {
    super::server::sign_in(&name, &password).await
}

/// Signs out. Whoever is not signed in is no worse off.
///
/// # Errors
/// When the server cannot answer; the session then goes on.
#[server(endpoint = "session/sign_out", input = Json)]
pub async fn sign_out() -> Result<(), ApiError> {
    super::server::sign_out().await
}

/// Who is signed in, if anybody. Asking keeps the session in use.
///
/// # Errors
/// When the server cannot answer.
#[server(endpoint = "session/current", input = Json)]
pub async fn current() -> Result<Option<SignedIn>, ApiError> {
    super::server::signed_in().await
}
