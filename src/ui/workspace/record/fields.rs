//! The fields of the form that is open. They came as markup; what stands in them is put in and taken out here.

use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event};

use crate::{
    domain::{api_error::Fault, edit::Field},
    ui::workspace::browser,
};

/// Where the fields are.
pub const PLACE: &str = "formular-felder";

/// The id of a field.
pub fn id(word: &str) -> String {
    format!("feld-{word}")
}

/// Draws the fields with these texts in them.
pub fn fill(markup: &str, texts: &[(Field, String)]) {
    if let Some(place) = browser::element(PLACE) {
        place.set_inner_html(markup);
    }
    // Each field is set: a select would begin with its first option.
    for field in Field::ALL {
        let text = texts.iter().find(|(of, _)| of == field).map_or("", |(_, text)| text);
        put(*field, text);
    }
}

/// Puts a text into its field, be it an input, a select or a textarea. Some texts have none: they only travel along.
pub fn put(field: Field, text: &str) {
    if let Some(element) = browser::element(&id(field.word())) {
        let _ = js_sys::Reflect::set(&element, &JsValue::from_str("value"), &JsValue::from_str(text));
    }
}

/// Puts the focus into the first field and marks its text, so that typing replaces it. At once: whoever types on while
/// the page is busy is not called back from the next field.
pub fn select_first() {
    let first = document().query_selector(&format!("#{PLACE} [name]")).ok().flatten();
    if let Some(field) = first {
        browser::focus(&field.id());
    }
}

/// Whether an event comes from a field that holds a day.
pub fn is_day(event: &Event) -> bool {
    browser::around(event, "data-day").is_some()
}

/// Which field an event comes from, and what stands there now.
pub fn of_event(event: &Event) -> Option<(Field, String)> {
    let element: Element = event.target()?.dyn_into().ok()?;
    let field = Field::of_word(&element.get_attribute("name")?)?;
    Some((field, js_sys::Reflect::get(&element, &JsValue::from_str("value")).ok()?.as_string()?))
}

/// Says beside each field what is wrong with it.
pub fn tell(faults: &[Fault]) {
    for field in Field::ALL {
        let fault = faults.iter().find(|fault| fault.place == field.word()).map(|fault| fault.sentence.as_str());
        let Some(place) = browser::element(&format!("fehler-{}", field.word())) else { continue };
        place.set_text_content(fault);
        if let Some(element) = browser::element(&id(field.word())) {
            let _ = match fault {
                Some(_) => element.set_attribute("aria-invalid", "true"),
                None => element.remove_attribute("aria-invalid"),
            };
        }
    }
}
