//! The addresses of the workspace. The router knows which one the page has and follows links; six screens are told apart
//! here, which is 13 kB less than its own routes.

use leptos::{ev, prelude::*};
use leptos_router::{NavigateOptions, hooks::use_navigate};
use wasm_bindgen::JsCast;
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

/// The area whose record has this address, empty for the list of areas; none at any other address.
pub fn area(path: &str) -> Option<String> {
    Some(path.strip_prefix("/arbeit/gebiete")?.trim_matches('/').to_owned())
}

/// Follows every link of the workspace, on the map too. The router alone would leave out those of SVG, and change the
/// address bar for none: it waits for its own routes to be drawn.
pub fn follow_links() {
    let go = use_navigate();
    let _ = window_event_listener(ev::click, move |event| {
        if let Some(address) = within(&event) {
            event.prevent_default();
            go(&address, NavigateOptions::default());
        }
    });
}

/// The address of the workspace to which a click leads. One with a key held opens a tab or a window.
fn within(event: &MouseEvent) -> Option<String> {
    let aside = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    if event.button() != 0 || aside {
        return None;
    }
    let target: Element = event.target()?.dyn_into().ok()?;
    let address = target.closest("a[href]").ok()??.get_attribute("href")?;
    address.strip_prefix(HOME).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')).then_some(address)
}
