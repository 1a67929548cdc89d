//! Who calls: the session of the cookie that came along.

use std::sync::Arc;

use axum::{
    extract::{Request, State},
    http::{HeaderMap, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use ipnet::IpNet;

use super::{Public, address};
use crate::{
    api::{
        ApiError,
        server::{Caller, Door, Pictures, Saves, SessionCookie, status},
    },
    application::{
        limits::Limits,
        passwords::Passwords,
        sessions::{self, Token},
    },
};

/// How people get in: what the server is told when it starts.
#[derive(Clone, Debug)]
pub struct Access {
    /// A proxy in front speaks TLS: the cookie is sent over TLS alone.
    pub tls: bool,
    /// Whose `X-Forwarded-For` counts.
    pub trusted_proxies: Vec<IpNet>,
    /// Checks passwords.
    pub passwords: Passwords,
}

/// What every call of a server function meets.
#[derive(Clone)]
pub struct Gate {
    /// The database and the clock.
    pub public: Public,
    /// What signing in needs.
    pub door: Door,
    /// Where sheets are stored.
    pub saves: Saves,
    /// The maps that were drawn last.
    pub pictures: Pictures,
    trusted_proxies: Arc<[IpNet]>,
}

impl Gate {
    /// The gate of a server. All calls share its limits.
    pub fn new(public: Public, access: &Access) -> Self {
        let door = Door {
            passwords: access.passwords.clone(),
            limits: Arc::new(Limits::default()),
            cookie: SessionCookie::new(access.tls),
        };
        let saves = Saves::start(public.store().clone(), public.clock().clone());
        Self {
            public,
            door,
            saves,
            pictures: Pictures::default(),
            trusted_proxies: access.trusted_proxies.clone().into(),
        }
    }
}

/// The text of our cookie, whatever it is.
pub fn cookie(cookie: SessionCookie, headers: &HeaderMap) -> Option<&str> {
    cookie.find(headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok()))
}

/// Puts the [`Caller`] into the request.
pub async fn know_caller(State(gate): State<Gate>, mut request: Request, next: Next) -> Response {
    let token = cookie(gate.door.cookie, request.headers()).and_then(Token::of_text);
    let session = match &token {
        Some(token) => sessions::find(gate.public.store(), token, gate.public.clock().now()).await,
        None => Ok(None),
    };
    let session = match session {
        Ok(session) => session,
        Err(error) => {
            tracing::error!(%error, "a session could not be looked up");
            let error = ApiError::Unavailable;
            return (status(&error), axum::Json(error)).into_response();
        }
    };
    let address = address::counted(&request, &gate.trusted_proxies);
    request.extensions_mut().insert(Caller { address, token, session });
    next.run(request).await
}
