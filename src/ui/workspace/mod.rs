//! The workspace: a single-page app with routes of its own. So far it reads: the dense overview of all
//! areas, and one area's history. Signing in and entering numbers come with the staff's own screens.

mod area;
mod overview;

use leptos::prelude::*;
use leptos_router::{
    components::{A, Route, Router, Routes},
    path,
};

use crate::{api::ApiError, presentation::api_words};

/// The whole app.
#[component]
pub fn Workspace() -> impl IntoView {
    view! {
        <Router base="/arbeit">
            <header class="top">
                <b>"Faserstand"</b>
                <nav aria-label="Hauptnavigation"><A href="/arbeit">"Übersicht"</A></nav>
                <a href="/" rel="external">"Öffentliche Seite"</a>
            </header>
            <main class="desk">
                <Routes fallback=|| view! { <h1>"Diese Seite gibt es nicht."</h1><p><A href="/arbeit">"Zur Übersicht"</A></p> }>
                    <Route path=path!("/") view=overview::Overview/>
                    <Route path=path!("/gebiet/:slug") view=area::Area/>
                </Routes>
            </main>
        </Router>
    }
}

/// What a screen shows instead of its content when the server said no.
fn failure(error: &ApiError) -> impl IntoView + use<> {
    view! { <p class="state" role="alert">{api_words::sentence(error)}</p> }
}

/// The mark of sample data.
fn sample_mark(sample: bool) -> Option<impl IntoView> {
    sample.then(|| view! { <p class="demo"><b>"Beispieldaten."</b>" Zahlen mit dieser Quelle sind erfunden."</p> })
}

/// What a screen shows while it waits.
fn waiting(what: &'static str) -> impl IntoView {
    view! { <p class="state" role="status">{what}" werden geladen …"</p> }
}
