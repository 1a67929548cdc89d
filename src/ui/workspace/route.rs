//! The addresses of the workspace. The router knows which one the page has and follows links; the screens are told apart
//! here, which is 13 kB less than its own routes. Which pages there are among the others the server alone knows.

use std::time::Duration;

use leptos::{ev, prelude::*};
use leptos_router::{NavigateOptions, hooks::use_navigate};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlSelectElement, MouseEvent};

/// So long somebody pauses who has chosen from a list.
const PAUSE: Duration = Duration::from_millis(400);
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
    /// Protokoll.
    Log,
    /// Any other: a page that the server makes.
    Page,
}

impl Screen {
    /// The screen of an address.
    pub fn of(path: &str) -> Self {
        match below(path) {
            "" => Self::Today,
            "karte" => Self::Map,
            "zahlen" => Self::Numbers,
            "protokoll" => Self::Log,
            _ => Self::Page,
        }
    }
}

/// What stands behind /arbeit in an address.
pub fn below(path: &str) -> &str {
    path.strip_prefix(HOME).unwrap_or(path).trim_matches('/')
}

/// Follows every link of the workspace, on the map too. The router alone would leave out those of SVG, and change the
/// address bar for none: it waits for its own routes to be drawn.
pub fn follow_links() {
    let go = use_navigate();
    let chosen = go.clone();
    let _ = window_event_listener(ev::click, move |event| {
        if let Some(address) = within(&event) {
            event.prevent_default();
            go(&address, NavigateOptions::default());
        }
    });
    // A filter with many values is a list whose options are addresses.
    let _ = window_event_listener(ev::change, move |event| {
        let list = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        if let Some(list) = list.filter(|list| list.has_attribute("data-addresses")) {
            // Who types a name or walks through the list has chosen when they stop.
            let (address, chosen) = (list.value(), chosen.clone());
            let follow = move || {
                if list.value() == address {
                    chosen(&address, NavigateOptions::default());
                }
            };
            set_timeout(follow, PAUSE);
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
