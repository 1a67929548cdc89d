//! Browser entry of the signed-in single-page app: mounts it on an empty shell.

// Views are deeply nested types.
#![recursion_limit = "512"]

use faserstand_lib::ui::workspace::Workspace;
use leptos::{mount::mount_to, prelude::*};
use wasm_bindgen::JsCast;

fn main() {
    console_error_panic_hook::set_once();
    let Some(app) = document().get_element_by_id("app").and_then(|app| app.dyn_into().ok()) else { return };
    mount_to(app, Workspace).forget();
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-app", "ready");
    }
}
