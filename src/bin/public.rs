//! Browser entry of the public pages: takes over what the server rendered, from the same data.

use faserstand_lib::{
    presentation::view::PageView,
    ui::{live, public::PublicPage},
};
use leptos::{mount::hydrate_from, prelude::*};
use wasm_bindgen::JsCast;

fn main() {
    console_error_panic_hook::set_once();
    // A page without data (an address that does not exist) has nothing to take over.
    let Some(boot) = document().get_element_by_id("boot-data") else { return };
    let Ok(data) = serde_json::from_str::<PageView>(&boot.text_content().unwrap_or_default()) else {
        return mark("failed");
    };
    let Some(app) = document().get_element_by_id("app").and_then(|app| app.dyn_into().ok()) else { return };
    hydrate_from(app, move || {
        let (page, set_page) = signal(data);
        if let Some(address) = boot.get_attribute("data-live") {
            live::keep_current(address, boot.get_attribute("data-etag"), set_page);
        }
        view! { <PublicPage page/> }
    })
    .forget();
    mark("ready");
}

/// Tells the style sheet how the start went: it shows what works only with the program.
fn mark(state: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-app", state);
    }
}
