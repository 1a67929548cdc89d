//! Keeps an open page current: asks for its data again while it is looked at. The only place of the
//! public pages that calls the browser itself.

use std::time::Duration;

use gloo_net::http::{Request, Response};
use gloo_timers::future::sleep;
use leptos::{
    prelude::*,
    task::{spawn_local, tick},
};
use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement, VisibilityState};

use crate::presentation::view::PageView;

/// How often an open, visible page asks.
const PERIOD: Duration = Duration::from_secs(30);

/// Where the data of a page is asked for, and which state of it is shown.
#[derive(Clone, Debug)]
struct Shown {
    address: String,
    etag: Option<String>,
}

/// Asks every 30 s while the page is visible, and at once when it becomes visible again. An unchanged
/// state costs an answer without content (304); without a connection the page stays as it is.
pub fn keep_current(address: String, etag: Option<String>, page: WriteSignal<PageView>) {
    let shown = StoredValue::new(Shown { address, etag });
    let ask = move || {
        if document().visibility_state() == VisibilityState::Visible {
            spawn_local(refresh(shown, page));
        }
    };
    let _ = window_event_listener_untyped("visibilitychange", move |_| ask());
    spawn_local(async move {
        loop {
            sleep(PERIOD).await;
            ask();
        }
    });
}

async fn refresh(shown: StoredValue<Shown>, page: WriteSignal<PageView>) {
    let Shown { address, etag } = shown.get_value();
    let request = Request::get(&address).header("If-None-Match", etag.as_deref().unwrap_or_default());
    if let Ok(answer) = request.send().await
        && let Some((data, etag)) = changed(answer).await
    {
        let focused = focused_link();
        page.set(data);
        shown.update_value(|shown| shown.etag = etag);
        tick().await;
        if let Some(link) = focused {
            focus_again(&link);
        }
    }
}

/// Which link has the focus, as a selector: sections that travel as HTML are replaced by a change.
fn focused_link() -> Option<String> {
    let focused = document().active_element()?;
    let href = focused.get_attribute("href")?;
    let place = if focused.closest(".map").ok()?.is_some() { ".map " } else { "" };
    Some(format!("{place}a[href=\"{href}\"]"))
}

/// Gives a link its focus back, without scrolling, if a change took it.
fn focus_again(link: &str) {
    let lost = document().active_element().is_none_or(|focused| focused.tag_name() == "BODY");
    if lost && let Ok(Some(link)) = document().query_selector(link) {
        let calm = FocusOptions::new();
        calm.set_prevent_scroll(true);
        // A link in the map is no HTML element, but has the same method.
        let _ = link.unchecked_ref::<HtmlElement>().focus_with_options(&calm);
    }
}

async fn changed(answer: Response) -> Option<(PageView, Option<String>)> {
    if answer.status() != 200 {
        return None;
    }
    let etag = answer.headers().get("etag");
    let data = serde_json::from_str(&answer.text().await.ok()?).ok()?;
    Some((data, etag))
}
