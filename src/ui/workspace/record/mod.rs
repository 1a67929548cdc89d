//! The pages that the server makes: areas, facilities, applications, agreements, their lists. What is only read comes as
//! markup; its buttons say by an attribute which form they open, its cards where they can be moved.

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
use crate::{
    api::records,
    domain::edit::Field,
    presentation::{api_words, workspace_words},
};

use editor::Editor;

/// The page of an address.
#[component]
pub fn Record() -> impl IntoView {
    let desk = desk();
    let place = Memo::new(move |_| {
        let (path, search) = (desk.path.read(), desk.search.read());
        format!("{}?{}", route::below(&path), search.trim_start_matches('?'))
    });
    let asked = ask(move || records::record(place.get()));
    // Of another address nothing stays, least of all its buttons; another filter is the same page.
    Effect::new(move |before: Option<String>| {
        let path = desk.path.get();
        if before.is_some_and(|before| before != path) {
            asked.error.set(None);
            asked.answer.set(None);
        }
        path
    });
    let missing = Memo::new(move |_| {
        let heading = asked.error.with(|error| error.as_ref().map(api_words::heading));
        heading.filter(|_| asked.answer.with(Option::is_none))
    });
    Effect::new(move |_| {
        if let Some(heading) = missing.get() {
            document().set_title(&workspace_words::title(heading));
        }
    });
    let editor = Editor::new(desk, asked.answer);
    // Drawn anew only where it differs: who stands on a button stays there.
    let page = Memo::new(move |_| {
        asked.answer.with(|record| record.as_ref().map_or_else(String::new, |record| record.page.as_str().to_owned()))
    });
    browser::keep_focus_in(page);
    Effect::new(move |_| {
        if let Some(record) = &*asked.answer.read() {
            document().set_title(&workspace_words::title(&record.name));
        }
    });
    let log = Memo::new(move |_| asked.answer.with(|record| record.as_ref().and_then(|record| record.log.clone())));
    let has_log = Memo::new(move |_| log.read().is_some());
    let press = move |event: ev::MouseEvent| {
        if let Some(place) = browser::around(&event, "data-edit").and_then(|place| place.parse().ok()) {
            editor.begin(place, None);
        }
    };
    view! {
        {move || missing.get().map(|heading| view! { <h1>{heading}</h1> })}
        {instead(asked, workspace_words::ENTRIES)}
        <div
            class="record"
            inner_html=page
            on:click=press
            on:dragstart=move |event| drag(&event, editor)
            on:dragover=move |event| drag(&event, editor)
            on:drop=move |event| drag(&event, editor)
        ></div>
        {move || has_log.get().then(|| view! { <Log of=log/> })}
        <form::FormDialog editor/>
    }
}

/// A card is moved: `data-card` is the button whose form opens where it is let go, `data-drop` the field and the value that
/// stand there then ("state=planned").
fn drag(event: &ev::DragEvent, editor: Editor) {
    let kind = event.type_();
    if kind == "dragstart" {
        editor.held.set_value(browser::around(event, "data-card").and_then(|card| card.parse().ok()));
    } else if let (Some(card), Some(target)) = (editor.held.get_value(), browser::around(event, "data-drop")) {
        event.prevent_default();
        if kind == "drop" {
            let (field, value) = target.split_once('=').unwrap_or_default();
            editor.begin(card, Field::of_word(field).map(|field| (field, value.to_owned())));
        }
    }
}
