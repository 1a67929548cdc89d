//! What the browser does with a map that the server has drawn: it outlines the area that is pointed to.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

/// Draws the outline of an area over its neighbours, or of none. Calls the browser.
pub fn outline(area: Option<i32>) {
    let Ok(Some(top)) = document().query_selector(".map .top") else { return };
    let done = match area {
        Some(id) => top.set_attribute("href", &format!("#a{id}")),
        None => top.remove_attribute("href"),
    };
    // Both fail only for names that are none.
    let _ = done;
}

/// The number of the area that an event is about: list and map carry it in `data-a`.
pub fn area_of(event: &Event) -> Option<i32> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest("[data-a]").ok()??.get_attribute("data-a")?.parse().ok()
}
