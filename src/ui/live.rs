//! Keeps an open page current: asks for its data again while it is looked at.

use std::time::Duration;

use gloo_net::http::{Request, Response};
use gloo_timers::future::sleep;
use leptos::{
    prelude::*,
    task::{spawn_local, tick},
};
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, VisibilityState};

use crate::{presentation::view::PageView, ui::map::Choice};

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
        let kept = Kept::now();
        if !data.title().is_empty() {
            document().set_title(data.title());
        }
        page.set(data);
        shown.update_value(|shown| shown.etag = etag);
        tick().await;
        kept.restore();
    }
}

/// What a reader has in hand while a change replaces sections: the focus, the table's sideways place, what is chosen on a map.
struct Kept {
    focused: Option<String>,
    table_left: i32,
    map: Choice,
}

impl Kept {
    fn now() -> Self {
        let table_left = table().map_or(0, |table| table.scroll_left());
        Self { focused: focused(), table_left, map: Choice::now() }
    }

    /// Gives the focus back, without scrolling, if the change took or moved it.
    fn restore(self) {
        self.map.restore();
        if let Some(table) = table() {
            table.set_scroll_left(self.table_left);
        }
        let Some(wanted) = self.focused.filter(|wanted| focused().as_ref() != Some(wanted)) else { return };
        let Ok(found) = document().query_selector_all(&wanted) else { return };
        for place in 0..found.length() {
            let calm = FocusOptions::new();
            calm.set_prevent_scroll(true);
            if let Some(element) = found.get(place) {
                // A link in the map is no HTML element, but has the same method.
                let _ = element.unchecked_ref::<HtmlElement>().focus_with_options(&calm);
            }
            // What stands in a layer that is not shown does not take it.
            if focused().as_ref() == Some(&wanted) {
                return;
            }
        }
    }
}

/// The table of readings, which scrolls sideways on narrow screens.
fn table() -> Option<Element> {
    document().query_selector(".tw").ok()?
}

/// What has the focus, as a selector that finds it again after its section was replaced.
fn focused() -> Option<String> {
    let focused = document().active_element()?;
    // Not `class_name`: in the map it is no text.
    if focused.get_attribute("class").as_deref() == Some("tw") {
        return Some(".tw".to_owned());
    }
    if let Some(button) = focused.get_attribute("data-zoom") {
        return Some(format!("[data-zoom={button}]"));
    }
    if let (Some(name), Some(value)) = (focused.get_attribute("name"), focused.get_attribute("value")) {
        return Some(format!("[name={name}][value={value}]"));
    }
    let href = focused.get_attribute("href")?;
    let in_map = focused.closest(".map").ok()?.is_some();
    Some(format!("a[href=\"{href}\"]{}", if in_map { ":is(.map *)" } else { ":not(.map *)" }))
}

async fn changed(answer: Response) -> Option<(PageView, Option<String>)> {
    if answer.status() != 200 {
        return None;
    }
    let etag = answer.headers().get("etag");
    let data = serde_json::from_str(&answer.text().await.ok()?).ok()?;
    Some((data, etag))
}
