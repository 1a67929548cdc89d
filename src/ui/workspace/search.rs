//! The search in the bar on top. The server finds (`presentation::search`) and draws the hits; here one is chosen, told as a
//! finished sentence, copied and opened.

use leptos::{ev, prelude::*};
use leptos_router::{NavigateOptions, hooks::use_navigate};
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

use super::{
    browser,
    desk::{ask, desk},
};
use crate::{api, presentation::api_words};

const FIELD: &str = "suche";
const LIST: &str = "suche-treffer";
const BOX: &str = "suche-kasten";
const ANSWER: &str = "suche-antwort";

/// The field with its hits: a combobox with a list (WAI-ARIA Authoring Practices).
#[component]
pub fn Search() -> impl IntoView {
    let desk = desk();
    let typed = RwSignal::new(String::new());
    let asked = ask(move || {
        let typed = typed.get();
        async move { if typed.trim().is_empty() { Ok(Default::default()) } else { api::desk::search(typed).await } }
    });
    // What is shown was found by what stands in the field, not by what stood there before.
    let found =
        Memo::new(move |_| asked.answer.with(|found| found.as_ref().is_some_and(|it| it.title == *typed.read())));
    // How many there are, and which of them is chosen.
    let (hits, chosen) = (RwSignal::new(0), RwSignal::new(0_usize));
    // Who was faster than the line opens what it brings.
    let hurried = StoredValue::new(false);
    let close = move || {
        hurried.set_value(false);
        typed.set(String::new());
    };
    let go = StoredValue::new_local(use_navigate());
    let open = move || {
        let address = option(chosen.get_untracked()).and_then(|option| option.get_attribute("data-to"));
        match address.filter(|_| found.get_untracked()) {
            Some(address) => {
                close();
                browser::blur();
                go.with_value(|go| go(&address, NavigateOptions::default()));
            }
            None => hurried.set_value(!found.get_untracked()),
        }
    };
    Effect::new(move |_| {
        let page = asked.answer.with(|found| found.as_ref().map(|found| found.page.as_str().to_owned()));
        if let Some(list) = browser::element(LIST) {
            list.set_inner_html(&page.unwrap_or_default());
            hits.set(list.child_element_count() as usize);
        }
        chosen.set(0);
        if found.get() && hurried.get_value() {
            open();
        }
    });
    let told = Memo::new(move |_| {
        hits.track();
        asked.answer.track();
        choose(chosen.get())
    });
    let pressed = move |event: ev::KeyboardEvent| {
        let (last, here) = (hits.get_untracked().saturating_sub(1), chosen.get_untracked());
        match event.key().as_str() {
            "ArrowDown" => chosen.set(if here < last { here + 1 } else { 0 }),
            "ArrowUp" => chosen.set(if here > 0 { here - 1 } else { last }),
            "Enter" => open(),
            "Escape" => {
                close();
                browser::blur();
            }
            _ => return,
        }
        event.prevent_default();
    };
    let left = move |event: ev::FocusEvent| {
        let to = event.related_target().and_then(|to| to.dyn_into::<Node>().ok());
        if !browser::element(BOX).is_some_and(|all| all.contains(to.as_ref())) {
            close();
        }
    };
    let clicked = move |event: ev::MouseEvent| {
        let place = browser::around(&event, "id").and_then(|id| id.strip_prefix("treffer-")?.parse().ok());
        if let Some(place) = place {
            chosen.set(place);
            open();
        }
    };
    let says = move || match asked.error.read().as_ref() {
        Some(error) => api_words::sentence(error),
        None if found.get() && hits.get() == 0 => "Dazu ist nichts zu finden.".to_owned(),
        None => String::new(),
    };
    view! {
        <div class="search" role="search" id=BOX on:focusout=left>
            <label class="hidden" for=FIELD>"Suchen"</label>
            <input
                id=FIELD
                role="combobox"
                autocomplete="off"
                placeholder="Suchen …"
                data-key="/"
                aria-keyshortcuts="/"
                aria-autocomplete="list"
                aria-controls=LIST
                aria-expanded=move || if hits.get() == 0 { "false" } else { "true" }
                aria-activedescendant=move || (hits.get() > 0).then(|| id(chosen.get()))
                prop:value=typed
                on:input=move |event| {
                    hurried.set_value(false);
                    typed.set(event_target_value(&event));
                }
                on:keydown=pressed
            />
            <kbd aria-hidden="true">"/"</kbd>
            <div class="found" hidden=move || typed.read().trim().is_empty()>
                // The field keeps the focus.
                <ul
                    id=LIST
                    role="listbox"
                    aria-label="Treffer"
                    hidden=move || hits.get() == 0
                    on:mousedown=|event| event.prevent_default()
                    on:click=clicked
                ></ul>
                <p role="status">{says}</p>
                <p class="answer" id=ANSWER aria-live="polite">{move || told.get().0}</p>
                <p class="acts" hidden=move || hits.get() == 0>
                    <button on:click=move |_| browser::copy(ANSWER, "Antwort", desk.said)>"Kopieren"</button>
                    <a class="act" href=move || told.get().1>"Öffnen"</a>
                </p>
            </div>
        </div>
    }
}

fn id(place: usize) -> String {
    format!("treffer-{place}")
}

fn option(place: usize) -> Option<Element> {
    document().get_element_by_id(&id(place))
}

/// Marks the chosen hit; tells its sentence, which can be read aloud or put into a mail, and its address.
fn choose(place: usize) -> (String, String) {
    browser::each("#suche-treffer [role=option]", |option| {
        let chosen = if option.id() == id(place) { "true" } else { "false" };
        let _ = option.set_attribute("aria-selected", chosen);
    });
    let told = |name| option(place).and_then(|option| option.get_attribute(name)).unwrap_or_default();
    (told("data-says"), told("data-to"))
}
