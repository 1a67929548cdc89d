//! What the browser does with a map that the server has drawn: it outlines the area that is pointed to, and it zooms and
//! moves the picture.

mod hands;
mod sight;

pub use hands::zoomable;
pub use sight::Choice;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

/// Draws the outline of an area over its neighbours, or of none. Calls the browser.
pub fn outline(area: Option<i32>) {
    each(".map .top", |top| {
        // Both fail only for names that are none.
        let _ = match area {
            Some(id) => top.set_attribute("href", &format!("#a{id}")),
            None => top.remove_attribute("href"),
        };
    });
}

/// The number of the area that an event is about: list and map carry it in `data-a`.
pub fn area_of(event: &Event) -> Option<i32> {
    closest(event, "[data-a]")?.get_attribute("data-a")?.parse().ok()
}

/// The nearest element of this kind around an event's target.
fn closest(event: &Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok()?
}

fn each(selector: &str, mut act: impl FnMut(&Element)) {
    let Ok(found) = document().query_selector_all(selector) else { return };
    for place in 0..found.length() {
        if let Some(element) = found.get(place).and_then(|node| node.dyn_into().ok()) {
            act(&element);
        }
    }
}
