//! What stands around every public page: head, foot, and the page that is not there. Server only in
//! practice: it is not hydrated.

use crate::presentation::lang::Lang;
use jiff::civil::Date;
use leptos::prelude::*;

use crate::{presentation::date, ui::components::SourceNote};

/// The page's head with the demonstration's banner.
#[component]
pub fn Header(
    /// The town's name; empty when nothing is recorded yet.
    town: String,
    /// Whether any number shown is sample data.
    sample: bool,
    /// The day that a demonstration shows.
    shown_day: Option<Date>,
    /// The sections of the start page: their address and their name.
    sections: Vec<(&'static str, &'static str)>,
) -> impl IntoView {
    let links: Vec<_> = sections.into_iter().map(|(href, name)| view! { <li><a href=href>{name}</a></li> }).collect();
    let label = if town.is_empty() { "Glasfaserausbau".to_owned() } else { format!("Glasfaserausbau in {town}") };
    let day = shown_day.map(|day| format!(" Stand der Vorführung: {}.", date::long(day, Lang::De)));
    let banner = (sample || shown_day.is_some()).then(|| {
        let what = if sample { " Zahlen mit der Quelle „Beispieldaten“ sind erfunden, Grenzen schematisch, Termine und Beschlüsse belegt." } else { "" };
        view! { <div class="demo"><p class="wrap"><b>{if sample { "Beispieldaten." } else { "Vorführung." }}</b>{what}{day}</p></div> }
    });
    view! {
        <a class="skip" href="#inhalt">"Zum Inhalt springen"</a>
        <header>
            {banner}
            <div class="site">
                <div class="wrap">
                    <a class="brand" href="/">
                        <svg viewBox="0 0 32 32" aria-hidden="true"><use href="#i-brand"></use></svg>
                        <span>"Faserstand"<small>{label}</small></span>
                    </a>
                    <nav aria-label="Hauptnavigation"><ul>{links}</ul></nav>
                </div>
            </div>
        </header>
    }
}

/// The page's foot with the data to take away and the sources' notes.
#[component]
pub fn Footer(
    /// Notes of the sources that ask for one.
    notes: Vec<String>,
) -> impl IntoView {
    let sources = if notes.is_empty() { "" } else { "Quellen: " };
    let notes: Vec<_> = notes.into_iter().map(|note| view! { <SourceNote note/>" " }).collect();
    view! {
        <footer class="foot">
            <div class="wrap">
                <h2>"Daten mitnehmen"</h2>
                <ul>
                    <li><a href="/api/public/v1/readings.csv">"Alle Stände (CSV)"</a></li>
                    <li><a href="/api/public/v1/areas.geojson">"Gebiete mit Stand (GeoJSON)"</a></li>
                    <li><a href="/api/public/v1/town.json">"Aktueller Stand (JSON)"</a></li>
                </ul>
                <p class="src">"Diese Seite setzt keine Cookies. "{sources}{notes}</p>
                <p class="src">"Faserstand ist freie Software (EUPL-1.2)."</p>
            </div>
        </footer>
    }
}

/// A page for an address that does not exist: says so and leads on.
#[component]
pub fn NotFound(
    /// The areas that have a page: address name and name.
    areas: Vec<(String, String)>,
) -> impl IntoView {
    let links: Vec<_> =
        areas.into_iter().map(|(slug, name)| view! { <li><a href=format!("/gebiet/{slug}")>{name}</a></li> }).collect();
    view! {
        <main id="inhalt" class="wrap">
            <section class="hero" aria-labelledby="satz">
                <p class="kicker">"Fehler 404"</p>
                <h1 id="satz">"Diese Seite gibt es nicht."</h1>
                <p class="lead">"Vielleicht ist die Adresse vertippt oder das Gebiet heißt anders. Auf der "<a href="/">"Übersicht"</a>" stehen alle Gebiete mit ihrem Stand."</p>
            </section>
            {(!links.is_empty()).then(|| view! { <section class="sec" aria-labelledby="g-h"><h2 id="g-h">"Alle Gebiete"</h2><ul class="links">{links}</ul></section> })}
        </main>
    }
}
