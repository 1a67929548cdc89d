//! The few things that the workspace asks of the browser itself: its clock, its storage, chance, the focus.

use std::cell::RefCell;

use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, FocusOptions, HtmlDialogElement, HtmlElement, HtmlInputElement, NodeList, Storage};

use crate::presentation::workspace_words;

/// The browser's clock in milliseconds: for how long ago, never for a day.
pub fn now() -> f64 {
    js_sys::Date::now()
}

/// "08:47", as this computer's clock shows it.
pub fn time_of_day() -> String {
    let now = js_sys::Date::new_0();
    format!("{:02}:{:02}", now.get_hours(), now.get_minutes())
}

/// A name that no other submission has.
pub fn chance() -> String {
    let chance = js_sys::Math::random() * 9_007_199_254_740_992.0;
    format!("{:x}-{:x}", now() as u64, chance as u64)
}

fn storage() -> Option<Storage> {
    window().local_storage().ok()?
}

/// What is kept on this computer under a name.
pub fn kept(name: &str) -> Option<String> {
    storage()?.get_item(name).ok()?
}

/// Keeps a text on this computer, or forgets it. Says whether that worked: a full or forbidden storage keeps nothing.
pub fn keep(name: &str, text: Option<&str>) -> bool {
    let Some(storage) = storage() else { return false };
    match text {
        Some(text) => storage.set_item(name, text).is_ok(),
        None => storage.remove_item(name).is_ok(),
    }
}

/// The name under which a person's draft of the weekly sheet is kept.
pub fn draft_of(person: &str) -> String {
    format!("faserstand:zahlen:{person}")
}

/// The element with this id.
pub fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Puts the focus there; the text of a field is selected, so that typing replaces it.
pub fn focus(id: &str) {
    let Some(element) = element(id) else { return };
    let _ = element.focus();
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        input.select();
    }
}

/// Puts the focus there without moving the page.
pub fn focus_in_place(id: &str) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element(id).map(|element| element.focus_with_options(&options));
}

/// Puts the focus there once the page has been drawn.
pub fn focus_soon(id: impl Into<String>) {
    let id = id.into();
    // No frame is drawn for a page in the background.
    set_timeout(move || focus(&id), std::time::Duration::ZERO);
}

thread_local! {
    /// Where someone stood last on the page itself, as a selector: parts of it are drawn anew as a whole.
    static STOOD: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Remembers from now on where someone stands, dialogs aside: who closes one goes back to the page.
pub fn remember_focus() {
    let _ = window_event_listener(leptos::ev::focusin, move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some(target) = target.filter(|target| target.closest("dialog").ok().flatten().is_none()) else { return };
        let by_id = Some(target.id()).filter(|id| !id.is_empty()).map(|id| format!("#{id}"));
        let named = |name| Some(format!("main [{name}=\"{}\"]", target.get_attribute(name)?));
        let name = by_id.or_else(|| ["data-edit", "data-kind", "data-sort", "href"].into_iter().find_map(named));
        STOOD.with_borrow_mut(|stood| *stood = name);
    });
}

/// Whoever stood where the page was drawn anew, or where a dialog had lain above it, stands there again.
pub fn stand_again() {
    let look = || {
        let lost = document().active_element().is_none_or(|element| element.tag_name() == "BODY");
        let name = STOOD.with_borrow(Clone::clone).filter(|_| lost);
        let found = name.and_then(|name| document().query_selector(&name).ok()?);
        if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            let _ = element.focus();
        }
    };
    set_timeout(look, std::time::Duration::ZERO);
}

/// What is drawn anew as a whole takes nobody's place away.
pub fn keep_focus_in(drawn: Memo<String>) {
    Effect::new(move |_| {
        drawn.read();
        stand_again();
    });
}

/// Takes the focus from wherever it is.
pub fn blur() {
    if let Some(element) = document().active_element().and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.blur();
    }
}

/// Copies the text of an element and says so. Where the browser does not allow that (a page without TLS), the element that
/// shows the text is marked, to be copied by hand.
pub fn copy(shown_in: &'static str, what: &'static str, said: RwSignal<String>) {
    let text = element(shown_in).and_then(|element| element.text_content()).unwrap_or_default();
    let navigator = window().navigator();
    // Elsewhere `clipboard` is missing, whatever its type says.
    let allowed = window().is_secure_context();
    spawn_local(async move {
        let copied = allowed && JsFuture::from(navigator.clipboard().write_text(&text)).await.is_ok();
        if copied {
            said.set(workspace_words::copied(what));
        } else if let (Ok(Some(selection)), Some(element)) = (window().get_selection(), element(shown_in)) {
            let _ = selection.select_all_children(&element);
            said.set(workspace_words::marked(what));
        }
    });
}

/// The dialog with this id.
pub fn dialog(id: &str) -> Option<HtmlDialogElement> {
    element(id)?.dyn_into().ok()
}

/// Opens a dialog above the page, which then waits behind it.
pub fn open_dialog(id: &str) {
    if let Some(dialog) = dialog(id).filter(|dialog| !dialog.open()) {
        let _ = dialog.show_modal();
    }
}

/// Closes it; the focus goes back to where it was.
pub fn close_dialog(id: &str) {
    if let Some(dialog) = dialog(id) {
        // The browser itself takes the focus from a field that is gone only when it draws again: until then single letters
        // would be taken for typing.
        blur();
        dialog.close();
        stand_again();
    }
}

/// Switches between light and dark, and keeps the choice on this computer.
pub fn switch_theme(name: &str) {
    let Some(root) = document().document_element() else { return };
    let dark = window().match_media("(prefers-color-scheme: dark)").ok().flatten().is_some_and(|query| query.matches());
    let shown = root.get_attribute("data-theme").unwrap_or_else(|| (if dark { "dark" } else { "light" }).to_owned());
    let next = if shown == "dark" { "light" } else { "dark" };
    let _ = root.set_attribute("data-theme", next);
    keep(name, Some(next));
}

/// Shows the theme that was chosen on this computer.
pub fn restore_theme(name: &str) {
    if let (Some(root), Some(theme)) = (document().document_element(), kept(name)) {
        let _ = root.set_attribute("data-theme", &theme);
    }
}

/// What the element where something happened, or one around it, says under this attribute.
pub fn around(event: &web_sys::Event, attribute: &str) -> Option<String> {
    let element: Element = event.target()?.dyn_into().ok()?;
    element.closest(&format!("[{attribute}]")).ok()??.get_attribute(attribute)
}

/// Does something with every element that a selector finds.
pub fn each(selector: &str, act: impl FnMut(Element)) {
    act_on(document().query_selector_all(selector), act);
}

/// The same within an element.
pub fn each_in(place: &Element, selector: &str, act: impl FnMut(Element)) {
    act_on(place.query_selector_all(selector), act);
}

fn act_on(found: Result<NodeList, JsValue>, mut act: impl FnMut(Element)) {
    let Ok(found) = found else { return };
    for place in 0..found.length() {
        if let Some(element) = found.item(place).and_then(|node| node.dyn_into().ok()) {
            act(element);
        }
    }
}
