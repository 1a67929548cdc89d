//! The stream that tells open pages of the workspace that something has changed: the number of the newest
//! change and nothing else. The pages then ask again.

use std::{convert::Infallible, time::Duration};

use axum::{
    extract::{Extension, State},
    http::{HeaderName, HeaderValue},
    response::{
        IntoResponse, Response, Sse,
        sse::{Event, KeepAlive},
    },
};
use futures_util::stream::{Stream, unfold};
use tokio::{sync::watch, time::sleep};

use super::access::Gate;
use crate::{
    api::{
        ApiError,
        server::{Caller, status},
    },
    application::sessions::{self, Token},
};

/// So often a silent stream looks whether its session goes on, and shows proxies that it lives.
const HEARTBEAT: Duration = Duration::from_secs(15);
/// The address.
pub const ADDRESS: &str = "/api/changes";
/// The first event: which program belongs to this server.
const BUILD: &str = "build";
/// The last event of a session that has ended.
const ENDED: &str = "ended";

/// Opens the stream for who is signed in. Listening does not prolong a session.
pub async fn changes(State(gate): State<Gate>, Extension(caller): Extension<Caller>) -> Response {
    let (Some(_), Some(token)) = (caller.session, caller.token) else {
        let error = ApiError::SignedOut;
        return (status(&error), axum::Json(error)).into_response();
    };
    let newest = gate.public.changes();
    let listener = Listener { gate, token, newest, greeted: false, told: None };
    let mut answer = Sse::new(listener.events()).keep_alive(KeepAlive::new().interval(HEARTBEAT)).into_response();
    // A proxy that gathers answers would hold the events back.
    answer.headers_mut().insert(HeaderName::from_static("x-accel-buffering"), HeaderValue::from_static("no"));
    answer
}

struct Listener {
    gate: Gate,
    token: Token,
    newest: watch::Receiver<i64>,
    greeted: bool,
    told: Option<i64>,
}

impl Listener {
    fn events(self) -> impl Stream<Item = Result<Event, Infallible>> {
        unfold(Some(self), |listener| async move { listener?.next().await.map(|(event, next)| (Ok(event), next)) })
    }

    /// The next event, and who goes on listening; nothing when the server ends.
    async fn next(mut self) -> Option<(Event, Option<Self>)> {
        loop {
            if !self.session_goes_on().await {
                return Some((Event::default().event(ENDED).data(ENDED), None));
            }
            if !std::mem::replace(&mut self.greeted, true) {
                let build = Event::default().event(BUILD).data(self.gate.public.shell().build());
                return Some((build, Some(self)));
            }
            let change = *self.newest.borrow_and_update();
            if self.told != Some(change) {
                self.told = Some(change);
                return Some((Event::default().data(change.to_string()), Some(self)));
            }
            tokio::select! {
                moved = self.newest.changed() => moved.ok()?,
                () = sleep(HEARTBEAT) => {}
            }
        }
    }

    /// A database that does not answer for a moment ends nobody's session.
    async fn session_goes_on(&self) -> bool {
        let found = sessions::find(self.gate.public.store(), &self.token, self.gate.public.clock().now()).await;
        found.map_or(true, |session| session.is_some())
    }
}
