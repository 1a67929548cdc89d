//! Follows the data: hears the number of each change from the server and has the open page ask again.
//!
//! One stream per browser: the visible page that holds the lock listens, and tells the others. A hidden
//! page lets the lock go. Without locks (a page that did not come over TLS) each visible page listens.

use js_sys::{Function, Promise, Reflect};
use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{BroadcastChannel, EventSource, MessageEvent, VisibilityState};

use super::{browser, desk::Desk};

use crate::presentation::workspace_words;

/// The server's stream.
const ADDRESS: &str = "/api/changes";
/// The lock's name, and the channel's.
const NAME: &str = "faserstand:aenderungen";
/// The program for which a page was loaded anew is kept under this name: once is enough.
const TRIED: &str = "faserstand:erneuert";

/// Follows for as long as the page is open, visible and signed in.
pub fn follow(desk: Desk) {
    let channel = BroadcastChannel::new(NAME).ok();
    // What a hidden page heard: it asks when it is looked at again.
    let heard_hidden = StoredValue::new(0);
    if let Some(channel) = &channel {
        let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(build) = event.data().as_string() {
                return renewed(desk, &build);
            }
            let change = event.data().as_f64().unwrap_or_default() as i64;
            if is_visible() {
                desk.moved(change);
            } else {
                heard_hidden.set_value(change);
            }
        });
        channel.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        // It listens until the page is gone.
        heard.forget();
    }
    let stream = Stream { desk, open: StoredValue::new_local(None), channel: StoredValue::new_local(channel) };
    let visible = RwSignal::new(is_visible());
    let _ = window_event_listener_untyped("visibilitychange", move |_| visible.set(is_visible()));
    Effect::new(move |_| {
        if visible.get() && desk.person.read().is_some() && !desk.ended.get() {
            stream.begin();
            desk.moved(heard_hidden.get_value());
        } else {
            stream.end();
        }
    });
}

fn is_visible() -> bool {
    document().visibility_state() == VisibilityState::Visible
}

/// What is open while this page is the one that listens.
struct Open {
    source: EventSource,
    _closures: [Closure<dyn Fn(MessageEvent)>; 5],
    /// Lets the lock go.
    release: Option<Function>,
}

#[derive(Clone, Copy)]
struct Stream {
    desk: Desk,
    open: StoredValue<Option<Open>, LocalStorage>,
    channel: StoredValue<Option<BroadcastChannel>, LocalStorage>,
}

impl Stream {
    fn is_open(self) -> bool {
        self.open.with_value(Option::is_some)
    }

    /// Listens as soon as no other page does.
    fn begin(self) {
        let granted = Closure::once_into_js(move |_: JsValue| self.granted());
        if !self.is_open() && request_lock(&granted).is_none() {
            self.listen(None);
        }
    }

    /// The lock is this page's until the promise is kept.
    fn granted(self) -> Promise {
        if self.is_open() || !is_visible() || self.desk.ended.get_untracked() {
            return Promise::resolve(&JsValue::NULL);
        }
        Promise::new(&mut |release, _| self.listen(Some(release)))
    }

    fn listen(self, release: Option<Function>) {
        let Ok(source) = EventSource::new(ADDRESS) else { return };
        let desk = self.desk;
        let opened = Closure::<dyn Fn(MessageEvent)>::new(move |_| desk.is_back());
        let told = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            let number = event.data().as_string().and_then(|text| text.parse::<i64>().ok()).unwrap_or_default();
            self.channel
                .with_value(|channel| channel.as_ref().map(|channel| channel.post_message(&(number as f64).into())));
            desk.moved(number);
        });
        let build = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            let build = event.data();
            self.channel.with_value(|channel| channel.as_ref().map(|channel| channel.post_message(&build)));
            renewed(desk, &build.as_string().unwrap_or_default());
        });
        let failed = Closure::<dyn Fn(MessageEvent)>::new(move |_| self.failed());
        let ended = Closure::<dyn Fn(MessageEvent)>::new(move |_| desk.ended.set(true));
        source.set_onopen(Some(opened.as_ref().unchecked_ref()));
        source.set_onmessage(Some(told.as_ref().unchecked_ref()));
        source.set_onerror(Some(failed.as_ref().unchecked_ref()));
        let _ = source.add_event_listener_with_callback("ended", ended.as_ref().unchecked_ref());
        let _ = source.add_event_listener_with_callback("build", build.as_ref().unchecked_ref());
        self.open.set_value(Some(Open { source, _closures: [opened, told, failed, ended, build], release }));
    }

    /// The browser tries again by itself, unless the server refused: then the session is over, or the server
    /// is being replaced.
    fn failed(self) {
        let refused = self
            .open
            .with_value(|open| open.as_ref().is_some_and(|open| open.source.ready_state() == EventSource::CLOSED));
        if !refused {
            return self.desk.is_cut();
        }
        self.end();
        spawn_local(async move {
            self.desk.look().await;
            if !self.desk.ended.get_untracked() {
                set_timeout(move || self.begin(), std::time::Duration::from_secs(5));
            }
        });
    }

    fn end(self) {
        let Some(open) = self.open.try_update_value(Option::take).flatten() else { return };
        open.source.close();
        if let Some(release) = open.release {
            let _ = release.call0(&JsValue::NULL);
        }
    }
}

/// The server names the program that belongs to it. A page with another one could misread its answers: it loads the
/// new one, unless something is typed, or that has not helped.
fn renewed(desk: Desk, build: &str) {
    let named =
        document().query_selector("meta[name=wasm-bin]").ok().flatten().and_then(|meta| meta.get_attribute("content"));
    if build.is_empty() || named.is_none_or(|named| named == build) {
        return;
    }
    let busy = document().query_selector("dialog[open]").is_ok_and(|dialog| dialog.is_some())
        || browser::kept(&browser::draft_of(&desk.name())).is_some();
    if busy || browser::kept(TRIED).as_deref() == Some(build) {
        desk.said.set(workspace_words::RENEWED.to_owned());
    } else {
        browser::keep(TRIED, Some(build));
        let _ = window().location().reload();
    }
}

/// Asks for the lock; nothing where the browser has none.
fn request_lock(granted: &JsValue) -> Option<()> {
    let locks = Reflect::get(&window().navigator(), &"locks".into()).ok().filter(|locks| locks.is_object())?;
    let request: Function = Reflect::get(&locks, &"request".into()).ok()?.dyn_into().ok()?;
    request.call2(&locks, &NAME.into(), granted).ok().map(|_| ())
}
