//! The addresses of the workspace, and the way from one to the next without loading the page anew.

use leptos::{ev, prelude::*};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, MouseEvent};

/// Where the workspace begins.
pub const HOME: &str = "/arbeit";

/// A screen of its own address.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Screen {
    /// Heute.
    Today,
    /// Karte.
    Map,
    /// Zahlen.
    Numbers,
    /// Gebiete: the list, or one area's record.
    Record,
    /// Protokoll.
    Log,
    /// None that there is.
    Unknown,
}

impl Screen {
    /// The screen of an address.
    pub fn of(path: &str) -> Self {
        let mut parts = path.strip_prefix(HOME).unwrap_or("/?").split('/').filter(|part| !part.is_empty());
        match (parts.next(), parts.next(), parts.next()) {
            (None, ..) => Self::Today,
            (Some("karte"), None, _) => Self::Map,
            (Some("zahlen"), None, _) => Self::Numbers,
            (Some("gebiete"), _, None) => Self::Record,
            (Some("protokoll"), None, _) => Self::Log,
            _ => Self::Unknown,
        }
    }
}

/// The address of an area's record.
pub fn of_area(slug: &str) -> String {
    format!("/arbeit/gebiete/{slug}")
}

/// The area whose record has this address, empty for the list of areas; none at any other address.
pub fn area(path: &str) -> Option<String> {
    Some(path.strip_prefix("/arbeit/gebiete")?.trim_matches('/').to_owned())
}

/// The page's address now.
pub fn here() -> String {
    window().location().pathname().unwrap_or_default()
}

/// Goes to an address of the workspace.
pub fn go(path: RwSignal<String>, address: &str) {
    let history = window().history();
    // It fails only for an address of another site.
    let _ = history.and_then(|history| history.push_state_with_url(&JsValue::NULL, "", Some(address)));
    path.set(here());
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// Follows links to the workspace, in the page as on the map, and the browser's way back.
pub fn follow(path: RwSignal<String>) {
    let _ = window_event_listener(ev::popstate, move |_| path.set(here()));
    let _ = window_event_listener(ev::click, move |event| {
        if let Some(address) = followed(&event) {
            event.prevent_default();
            go(path, &address);
        }
    });
}

/// The address of the workspace to which a click leads. One with a key held opens a tab or a window.
fn followed(event: &MouseEvent) -> Option<String> {
    let aside = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    if event.default_prevented() || event.button() != 0 || aside {
        return None;
    }
    let target: Element = event.target()?.dyn_into().ok()?;
    let address = target.closest("a[href]").ok()??.get_attribute("href")?;
    address.strip_prefix(HOME).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')).then_some(address)
}
