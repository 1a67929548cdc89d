//! The search in the bar on top. The server finds (`presentation::search`) and draws the hits; here one is chosen, told as a
//! finished sentence, copied and opened.

use leptos::{ev, prelude::*};
use leptos_router::{NavigateOptions, hooks::use_navigate};
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

use super::{
    browser,
    desk::{Asked, ask, desk},
};
use crate::{
    api,
    presentation::{api_words, screen_view::ScreenView, workspace_words},
};

const FIELD: &str = "suche";
const LIST: &str = "suche-treffer";
const BOX: &str = "suche-kasten";
const ANSWER: &str = "suche-antwort";

/// Follows an address.
type Go = Box<dyn Fn(&str)>;

/// What was typed, and what came of it.
#[derive(Clone, Copy)]
struct Hits {
    typed: RwSignal<String>,
    asked: Asked<ScreenView>,
    /// Whether what is shown was found by what stands in the field, not by what stood there before.
    found: Memo<bool>,
    /// How many there are.
    count: RwSignal<usize>,
    /// Which of them is chosen.
    chosen: RwSignal<usize>,
    /// Who was faster than the line opens what it brings.
    hurried: StoredValue<bool>,
    go: StoredValue<Go, LocalStorage>,
}

impl Hits {
    /// Asks whenever something else is typed.
    fn new() -> Self {
        let typed = RwSignal::new(String::new());
        let asked = ask(move || {
            let typed = typed.get();
            async move { if typed.trim().is_empty() { Ok(Default::default()) } else { api::desk::search(typed).await } }
        });
        let found = move |_: Option<&bool>| {
            asked.answer.with(|found| found.as_ref().is_some_and(|found| found.title == *typed.read()))
        };
        let go = use_navigate();
        let hits = Self {
            typed,
            asked,
            found: Memo::new(found),
            count: RwSignal::new(0),
            chosen: RwSignal::new(0),
            hurried: StoredValue::new(false),
            go: StoredValue::new_local(Box::new(move |address| go(address, NavigateOptions::default()))),
        };
        Effect::new(move |_| hits.draw());
        hits
    }

    /// Draws what was found. The first hit is chosen.
    fn draw(self) {
        let page = self.asked.answer.with(|found| found.as_ref().map(|found| found.page.as_str().to_owned()));
        if let Some(list) = browser::element(LIST) {
            list.set_inner_html(&page.unwrap_or_default());
            self.count.set(list.child_element_count() as usize);
        }
        self.chosen.set(0);
        if self.found.get() && self.hurried.get_value() {
            self.open();
        }
    }

    /// Empties the field.
    fn close(self) {
        self.hurried.set_value(false);
        self.typed.set(String::new());
    }

    /// Opens the chosen hit, or the first one as soon as there is an answer.
    fn open(self) {
        let is_current = self.found.get_untracked();
        let address = option(self.chosen.get_untracked()).and_then(|option| option.get_attribute("data-to"));
        match address.filter(|_| is_current) {
            Some(address) => {
                self.close();
                browser::blur();
                self.go.with_value(|go| go(&address));
            }
            None => self.hurried.set_value(!is_current),
        }
    }

    fn press(self, event: &ev::KeyboardEvent) {
        let (last, here) = (self.count.get_untracked().saturating_sub(1), self.chosen.get_untracked());
        match event.key().as_str() {
            "ArrowDown" => self.chosen.set(if here < last { here + 1 } else { 0 }),
            "ArrowUp" => self.chosen.set(if here > 0 { here - 1 } else { last }),
            "Enter" => self.open(),
            "Escape" => {
                self.close();
                browser::blur();
            }
            _ => return,
        }
        event.prevent_default();
    }

    fn click(self, event: &ev::MouseEvent) {
        let place = browser::around(event, "id").and_then(|id| id.strip_prefix("treffer-")?.parse().ok());
        if let Some(place) = place {
            self.chosen.set(place);
            self.open();
        }
    }

    /// That there is nothing, or why there is no answer.
    fn says(self) -> String {
        match self.asked.error.read().as_ref() {
            Some(error) => api_words::sentence(error),
            None if self.found.get() && self.count.get() == 0 => workspace_words::NO_HIT.to_owned(),
            None => String::new(),
        }
    }
}

/// The field with its hits: a combobox with a list (WAI-ARIA Authoring Practices).
#[component]
pub fn Search() -> impl IntoView {
    let hits = Hits::new();
    let (typed, count) = (hits.typed, hits.count);
    let left = move |event: ev::FocusEvent| {
        let to = event.related_target().and_then(|to| to.dyn_into::<Node>().ok());
        if !browser::element(BOX).is_some_and(|all| all.contains(to.as_ref())) {
            hits.close();
        }
    };
    view! {
        <div class="search" role="search" id=BOX on:focusout=left>
            <label class="hidden" for=FIELD>{workspace_words::SEARCH}</label>
            <input
                id=FIELD
                role="combobox"
                autocomplete="off"
                placeholder=workspace_words::SEARCH_HERE
                data-key="/"
                aria-keyshortcuts="/"
                aria-autocomplete="list"
                aria-controls=LIST
                aria-expanded=move || if count.get() == 0 { "false" } else { "true" }
                aria-activedescendant=move || (count.get() > 0).then(|| id(hits.chosen.get()))
                prop:value=typed
                on:input=move |event| {
                    hits.hurried.set_value(false);
                    typed.set(event_target_value(&event));
                }
                on:keydown=move |event| hits.press(&event)
            />
            <kbd aria-hidden="true">"/"</kbd>
            <div class="found" hidden=move || typed.read().trim().is_empty()>
                // The field keeps the focus.
                <ul
                    id=LIST
                    role="listbox"
                    aria-label=workspace_words::HITS
                    hidden=move || count.get() == 0
                    on:mousedown=|event| event.prevent_default()
                    on:click=move |event| hits.click(&event)
                ></ul>
                <p role="status">{move || hits.says()}</p>
                {answer(hits)}
            </div>
        </div>
    }
}

/// The chosen hit in a sentence that can be read aloud or put into a mail.
fn answer(hits: Hits) -> impl IntoView {
    let desk = desk();
    let told = Memo::new(move |_| {
        hits.count.track();
        hits.asked.answer.track();
        choose(hits.chosen.get())
    });
    view! {
        <p class="answer" id=ANSWER aria-live="polite">{move || told.get().0}</p>
        <p class="acts" hidden=move || hits.count.get() == 0>
            <button on:click=move |_| browser::copy(ANSWER, workspace_words::ANSWER, desk.said)>{workspace_words::COPY}</button>
            <a class="act" href=move || told.get().1>{workspace_words::OPEN}</a>
        </p>
    }
}

fn id(place: usize) -> String {
    format!("treffer-{place}")
}

fn option(place: usize) -> Option<Element> {
    document().get_element_by_id(&id(place))
}

/// Marks the chosen hit; tells its sentence and its address.
fn choose(place: usize) -> (String, String) {
    browser::each("#suche-treffer [role=option]", |option| {
        let chosen = if option.id() == id(place) { "true" } else { "false" };
        let _ = option.set_attribute("aria-selected", chosen);
    });
    let told = |name| option(place).and_then(|option| option.get_attribute(name)).unwrap_or_default();
    (told("data-says"), told("data-to"))
}
