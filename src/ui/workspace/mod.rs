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

use crate::{
    api::session,
    presentation::{api_words, workspace_words},
};

use desk::{Desk, again};
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
    browser::remember_focus();
    let letters = keys::listen();
    browser::restore_theme(shell::THEME);
    // Whether it is known that nobody is signed in, or why that is not known.
    let (asked, failure) = (RwSignal::new(false), RwSignal::new(None::<String>));
    Effect::new(move |_| {
        desk.retry.track();
        if asked.get_untracked() || desk.person.read_untracked().is_some() {
            return;
        }
        spawn_local(async move {
            match desk.heed(session::current().await) {
                Ok(person) => {
                    person.iter().for_each(|person| desk.ends_in(person));
                    desk.person.set(person);
                    asked.set(true);
                }
                Err(error) => failure.set(Some(api_words::sentence(&error))),
            }
        });
    });
    // Not the person itself: one who signs in again goes on with the page as it is.
    let inside = Memo::new(move |_| desk.person.read().is_some());
    move || {
        if inside.get() {
            view! { <Inside desk letters/> }.into_any()
        } else if asked.get() {
            view! { <sign_in::SignInPage/> }.into_any()
        } else {
            let failed = |sentence| view! { <main class="desk"><h1>{workspace_words::WORKSPACE}</h1>{again(desk, sentence)}</main> };
            failure.get().map(failed).into_any()
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
    // Who follows a link goes on in the new page, not before it. The sheet has its own first cell.
    Effect::new(move |before: Option<String>| {
        let path = desk.path.get();
        if before.is_some_and(|before| before != path) && screen.get_untracked() != Screen::Numbers {
            browser::focus_in_place("inhalt");
        }
        path
    });
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
