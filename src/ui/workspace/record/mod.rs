//! Gebiete: the list of areas, and one area's record with its forms. What is only read comes as markup; its buttons
//! say by an attribute what they open.

mod conflict;
mod editor;
mod fields;
mod form;

use leptos::{ev, prelude::*};

use super::{
    browser,
    desk::{ask, desk, instead},
    log::Log,
    route,
};
use crate::api::records;

use editor::Editor;

/// One area's record; without a name the list of areas.
#[component]
pub fn Record() -> impl IntoView {
    let path = desk().path;
    // Who leaves for another screen leaves this area as it is.
    let slug = Memo::new(move |before: Option<&String>| {
        route::area(&path.read()).or_else(|| before.cloned()).unwrap_or_default()
    });
    let asked = ask(move || records::record(slug.get()));
    let editor = Editor::new(desk(), asked.answer);
    // Drawn anew only where it differs: who stands on a button stays there.
    let page = Memo::new(move |_| {
        asked.answer.with(|record| record.as_ref().map_or_else(String::new, |record| record.page.as_str().to_owned()))
    });
    browser::keep_focus_in(".record", page);
    Effect::new(move |_| {
        if let Some(record) = &*asked.answer.read() {
            document().set_title(&format!("{} – Faserstand", record.name));
        }
    });
    let press = move |event: ev::MouseEvent| {
        if let Some(place) = browser::pressed(&event, "data-edit").and_then(|place| place.parse().ok()) {
            editor.begin(place);
        }
    };
    view! {
        {instead(asked, "Angaben")}
        <div class="record" inner_html=page on:click=press></div>
        <div hidden=move || slug.read().is_empty()><Log area=slug/></div>
        <form::FormDialog editor/>
    }
}
