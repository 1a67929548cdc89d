//! Keys. An element declares its own: `data-key="l"` is clicked by L, `data-go="z"` by G and then Z,
//! `data-key="ctrl+s"` by Strg+S. Single letters rest inside fields and can be switched off (WCAG 2.1.4).

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

use super::browser;

/// Where it is kept that single letters are switched off.
const SWITCH: &str = "faserstand:tasten";
/// G waits so long for its letter, in milliseconds.
const PATIENCE_MS: f64 = 1_500.0;

/// Listens from now on. The signal says whether single letters act.
pub fn listen() -> RwSignal<bool> {
    let letters = RwSignal::new(browser::kept(SWITCH).as_deref() != Some("aus"));
    Effect::new(move |_| {
        browser::keep(SWITCH, (!letters.get()).then_some("aus"));
    });
    let went = StoredValue::new(0.0);
    let _ = window_event_listener(ev::keydown, move |event| {
        if event.default_prevented() || event.alt_key() || event.is_composing() {
            return;
        }
        let key = event.key().to_ascii_lowercase();
        if event.ctrl_key() || event.meta_key() {
            act(&event, &format!("[data-key=\"ctrl+{key}\"]"));
        } else if letters.get_untracked() && !in_field(&event) {
            let after_g = browser::now() - went.get_value() < PATIENCE_MS;
            went.set_value(if key == "g" { browser::now() } else { 0.0 });
            let letter = key.chars().count() == 1 && !matches!(key.as_str(), "\"" | "\\");
            if letter && after_g {
                act(&event, &format!("[data-go=\"{key}\"]"));
            } else if letter {
                act(&event, &format!("[data-key=\"{key}\"]"));
            }
        }
    });
    letters
}

/// Clicks the element that declares the key; a field gets the focus instead. In an open dialog only its own keys act.
fn act(event: &KeyboardEvent, selector: &str) {
    let open = document().query_selector("dialog[open]").ok().flatten();
    let found = match &open {
        Some(dialog) => dialog.query_selector(selector),
        None => document().query_selector(selector),
    };
    let Some(element) = found.ok().flatten().and_then(|element| element.dyn_into::<HtmlElement>().ok()) else { return };
    event.prevent_default();
    if element.tag_name() == "INPUT" {
        let _ = element.focus();
    } else {
        element.click();
    }
}

/// Whether the key was typed into something that takes text or has keys of its own.
fn in_field(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.closest("input, textarea, select, [contenteditable]").ok().flatten().is_some())
}
