//! The search in the bar on top: areas by their names, the chosen one as a finished sentence.

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::Node;

use super::{browser, desk::desk, route, today::today};
use crate::{domain::name, presentation::today_view::AreaRow, ui::components::Chip};

/// So many hits are shown.
const SHOWN: usize = 8;
const FIELD: &str = "suche";
const LIST: &str = "suche-treffer";
const BOX: &str = "suche-kasten";
const ANSWER: &str = "suche-antwort";

/// The field with its hits: a combobox with a list (WAI-ARIA Authoring Practices).
#[component]
pub fn Search() -> impl IntoView {
    let today = today();
    let typed = RwSignal::new(String::new());
    let chosen = RwSignal::new(0_usize);
    let asked = Memo::new(move |_| !name::key(&typed.read()).is_empty());
    let hits = Memo::new(move |_| {
        let typed = typed.read();
        today.answer.with(|view| {
            let rows = view.iter().flat_map(|view| &view.groups).flat_map(|group| &group.rows);
            let found = rows.filter(|_| asked.get()).filter_map(|row| Some((name::found_by(&row.name, &typed)?, row)));
            let found: Vec<(u8, &AreaRow)> = found.collect();
            let ranked = (0..=2).flat_map(|rank| found.iter().filter(move |(of, _)| *of == rank));
            ranked.take(SHOWN).map(|(_, row)| (*row).clone()).collect::<Vec<AreaRow>>()
        })
    });
    let hit = move || hits.with(|hits| hits.get(chosen.get()).cloned());
    let close = move || {
        typed.set(String::new());
        chosen.set(0);
    };
    let path = desk().path;
    let open = move || {
        if let Some(hit) = hits.with_untracked(|hits| hits.get(chosen.get_untracked()).cloned()) {
            close();
            browser::blur();
            route::go(path, &route::of_area(&hit.slug));
        }
    };
    let pressed = move |event: ev::KeyboardEvent| {
        let last = hits.with_untracked(Vec::len).saturating_sub(1);
        let here = chosen.get_untracked();
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
    view! {
        <div class="search" role="search" id=BOX on:focusout=left>
            <label class="hidden" for=FIELD>"Gebiet suchen"</label>
            <input
                id=FIELD
                role="combobox"
                autocomplete="off"
                placeholder="Gebiet …"
                data-key="/"
                aria-keyshortcuts="/"
                aria-autocomplete="list"
                aria-controls=LIST
                aria-expanded=move || if hits.with(Vec::is_empty) { "false" } else { "true" }
                aria-activedescendant=move || hit().map(|hit| option_id(&hit))
                prop:value=typed
                on:input=move |event| {
                    chosen.set(0);
                    typed.set(event_target_value(&event));
                }
                on:keydown=pressed
            />
            <kbd aria-hidden="true">"/"</kbd>
            <div class="found" hidden=move || !asked.get()>
                <ul id=LIST role="listbox" aria-label="Gebiete" hidden=move || hits.with(Vec::is_empty)>
                    {move || hits.get().into_iter().enumerate().map(|(place, hit)| option(hit, place, chosen, open)).collect::<Vec<_>>()}
                </ul>
                <p role="status">{move || (asked.get() && hits.with(Vec::is_empty)).then_some("Kein Gebiet heißt so.")}</p>
                {move || hit().map(answer)}
            </div>
        </div>
    }
}

fn option_id(hit: &AreaRow) -> String {
    format!("treffer-{}", hit.slug)
}

fn option(hit: AreaRow, place: usize, chosen: RwSignal<usize>, open: impl Fn() + 'static) -> impl IntoView {
    let id = option_id(&hit);
    let selected = move || if chosen.get() == place { "true" } else { "false" };
    view! {
        <li
            id=id
            role="option"
            aria-selected=selected
            // The field keeps the focus.
            on:mousedown=|event| event.prevent_default()
            on:click=move |_| {
                chosen.set(place);
                open();
            }
        >
            <b>{hit.name}</b>
            " "
            <small>{hit.kind}</small>
            <Chip chip=hit.state/>
        </li>
    }
}

/// The chosen area in a sentence that can be read aloud or put into a mail.
fn answer(hit: AreaRow) -> impl IntoView {
    let desk = desk();
    let text = hit.sentence.clone();
    let copy = move |_| browser::copy(text.clone(), ANSWER, "Antwort", desk.said);
    view! {
        <p class="answer" id=ANSWER aria-live="polite">{hit.sentence}</p>
        <p class="acts">
            <button on:click=copy>"Kopieren"</button>
            <a class="act" href=route::of_area(&hit.slug)>"Öffnen"</a>
        </p>
    }
}
