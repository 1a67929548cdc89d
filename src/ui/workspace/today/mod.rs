//! Heute: where the town stands, what is due, every area in one table, what is new.

mod due;
mod news;
mod table;

use leptos::{prelude::*, task::spawn_local};

use super::{
    area_map::WorkMap,
    browser,
    desk::{Asked, ask, desk, instead},
};
use crate::{
    api,
    presentation::{map_view::MapView, today_view::TodayView},
    ui::map::outline,
};

/// What today's screen, the search and the map have in common: asked for once.
pub type Today = Asked<TodayView>;

/// Asks for it, for everything below.
pub fn provide_today() {
    provide_context(ask(api::desk::today));
}

/// The day, as it was asked for.
pub fn today() -> Today {
    use_context().unwrap_or_else(|| ask(api::desk::today))
}

use table::Hand;

const SITUATION: &str = "lagesatz";

/// The page.
#[component]
pub fn TodayPage() -> impl IntoView {
    let today = today();
    let hand = Hand::new();
    Effect::new(move |_| outline(hand.pointed.get()));
    let shown = Memo::new(move |_| today.answer.with(|view| view.as_ref().map(|view| view.change)));
    Effect::new(move |_| {
        // Whether it was noted matters to nobody now: at worst the next visit tells something twice.
        if let Some(change) = shown.get() {
            spawn_local(async move { drop(api::desk::seen(change).await) });
        }
    });
    document().set_title("Heute – Faserstand");
    view! {
        {instead(today, "Gebiete")}
        {move || today.answer.with(|view| view.as_ref().map(|view| page(view, hand)))}
    }
}

fn page(view: &TodayView, hand: Hand) -> impl IntoView + use<> {
    view! {
        {head(view)}
        <div class="today">
            {due::panel(view)}
            {table::panel(view, hand)}
            {news::panel(view)}
            <section class="pan map-panel" aria-labelledby="karte-titel" hidden=view.map.areas.is_empty()>
                <header>
                    <h2 id="karte-titel">"Karte"</h2>
                    <span>"Quote in %"</span>
                    <span class="end"><a href="/arbeit/karte">"Groß"</a>" "<kbd aria-hidden="true">"G"</kbd><kbd aria-hidden="true">"K"</kbd></span>
                </header>
                <WorkMap map=small(&view.map) pointed=hand.pointed/>
            </section>
        </div>
    }
}

/// The map with as little written on it as a small one has room for: "Gri", "31,5".
fn small(map: &MapView) -> MapView {
    let mut map = map.clone();
    for area in &mut map.areas {
        let end = area.name.char_indices().nth(3).map_or(area.name.len(), |(end, _)| end);
        area.name.truncate(end);
        let known = area.figure.contains(|letter: char| letter.is_ascii_digit());
        area.figure = if known { area.figure.replace("\u{a0}%", "") } else { "–".to_owned() };
    }
    map
}

fn head(view: &TodayView) -> impl IntoView + use<> {
    let desk = desk();
    let text = view.situation.text();
    let copy = move |_| browser::copy(text.clone(), SITUATION, "Lagesatz", desk.said);
    let part = |(strong, text): (bool, String)| {
        if strong { (Some(view! { <b>{text}</b> }), None) } else { (None, Some(text)) }
    };
    let parts: Vec<_> = view.situation.parts.clone().into_iter().map(part).collect();
    let enter = move || {
        desk.may_edit().then(|| {
            view! {
                <a href="/arbeit/zahlen" class="act primary" data-key="n" aria-keyshortcuts="n">
                    "Wochenzahlen erfassen"
                    <kbd aria-hidden="true">"N"</kbd>
                </a>
            }
        })
    };
    view! {
        <div class="title">
            <h1>{view.title.clone()}</h1>
            <div class="acts">
                <button data-key="l" aria-keyshortcuts="l" on:click=copy>"Lagesatz kopieren"<kbd aria-hidden="true">"L"</kbd></button>
                {enter}
            </div>
        </div>
        <p class="situation" id=SITUATION>{parts}" "<span class="soft">{view.situation.sources.clone()}</span></p>
    }
}
