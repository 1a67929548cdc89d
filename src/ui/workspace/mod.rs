//! The workspace: a single-page app with routes of its own, for who is signed in.

mod board;
mod browser;
mod desk;
mod keys;
mod live;
mod log;
mod numbers;
mod record;
mod route;
mod search;
mod shell;
mod sign_in;
mod table;

use leptos::{prelude::*, task::spawn_local};
use leptos_router::{components::Router, hooks::use_location};

use crate::api::session;

use desk::Desk;
use route::Screen;

/// The whole app.
#[component]
pub fn Workspace() -> impl IntoView {
    view! { <Router><App/></Router> }
}

#[component]
fn App() -> impl IntoView {
    let location = use_location();
    let desk = Desk::new(location.pathname, location.search);
    provide_context(desk);
    live::follow(desk);
    route::follow_links();
    let letters = keys::listen();
    browser::restore_theme(shell::THEME);
    let asked = RwSignal::new(false);
    spawn_local(async move {
        if let Ok(person) = desk.heed(session::current().await) {
            desk.person.set(person);
        }
        asked.set(true);
    });
    // Not the person itself: one who signs in again goes on with the page as it is.
    let inside = Memo::new(move |_| desk.person.read().is_some());
    move || {
        if inside.get() {
            view! { <Inside desk letters/> }.into_any()
        } else {
            asked.get().then(|| view! { <sign_in::SignInPage/> }).into_any()
        }
    }
}

/// What someone sees who is signed in: a screen, and what surrounds every screen.
#[component]
fn Inside(
    desk: Desk,
    /// Whether single letters act as keys.
    letters: RwSignal<bool>,
) -> impl IntoView {
    // Two areas are one screen: it stays when the one follows the other.
    let screen = Memo::new(move |_| Screen::of(&desk.path.read()));
    view! {
        <shell::Top/>
        <main class="desk" id="inhalt" tabindex="-1">
            {move || match screen.get() {
                Screen::Today => view! { <board::Board map=false/> }.into_any(),
                Screen::Map => view! { <board::Board map=true/> }.into_any(),
                Screen::Numbers => view! { <numbers::Numbers/> }.into_any(),
                Screen::Page => view! { <record::Record/> }.into_any(),
                Screen::Log => view! { <log::LogPage/> }.into_any(),
            }}
        </main>
        <shell::Bottom/>
        <shell::KeyList letters/>
        <sign_in::SignInAgain/>
    }
}
