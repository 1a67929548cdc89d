//! The workspace: a single-page app with routes of its own, for who is signed in.

mod area_map;
mod browser;
mod desk;
mod keys;
mod live;
mod log;
mod numbers;
mod record;
mod search;
mod shell;
mod sign_in;
mod today;

use leptos::{prelude::*, task::spawn_local};
use leptos_router::{
    components::{FlatRoutes, Route, Router},
    path,
};

use crate::api::session;

use desk::Desk;

/// The whole app.
#[component]
pub fn Workspace() -> impl IntoView {
    let desk = Desk::new();
    provide_context(desk);
    live::follow(desk);
    today::provide_today();
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
    view! {
        <Router base="/arbeit">
            <Show when=move || inside.get() fallback=move || asked.get().then(|| view! { <sign_in::SignInPage/> })>
                <shell::Top/>
                <main class="desk" id="inhalt" tabindex="-1">
                    <FlatRoutes fallback=|| view! { <h1>"Diese Seite gibt es nicht."</h1><p><a href="/arbeit">"Zu Heute"</a></p> }>
                        <Route path=path!("/") view=today::TodayPage/>
                        <Route path=path!("/karte") view=area_map::MapPage/>
                        <Route path=path!("/zahlen") view=numbers::Numbers/>
                        <Route path=path!("/gebiete/:slug?") view=record::Record/>
                        <Route path=path!("/protokoll") view=log::LogPage/>
                    </FlatRoutes>
                </main>
                <shell::Bottom/>
                <shell::KeyList letters/>
                <sign_in::SignInAgain/>
            </Show>
        </Router>
    }
}
