//! What stands around every public page: head, foot, and the page that is not there. Server only in
//! practice: it is not hydrated.

use jiff::civil::Date;
use leptos::prelude::*;

use crate::{
    presentation::{frame_words as words, lang::Lang, title_words::PROGRAM},
    ui::components::SourceNote,
};

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
    sections: Vec<(String, &'static str)>,
    /// Where this page is, without the prefix of its language.
    address: String,
    /// Its language.
    lang: Lang,
) -> impl IntoView {
    let links: Vec<_> = sections.into_iter().map(|(href, name)| view! { <li><a href=href>{name}</a></li> }).collect();
    let banner = (sample || shown_day.is_some()).then(|| {
        let what = sample.then(|| made_up(lang));
        let day = shown_day.map(|day| words::shown_day(day, lang));
        view! { <div class="demo"><p class="wrap"><b>{words::banner(sample, lang)}</b>{what}{day}</p></div> }
    });
    view! {
        <a class="skip" href="#inhalt">{words::skip(lang)}</a>
        <header>
            {banner}
            <div class="site">
                <div class="wrap">
                    <a class="brand" href=lang.address("/")>
                        <svg viewBox="0 0 32 32" aria-hidden="true"><use href="#i-brand"></use></svg>
                        <span>{PROGRAM}<small>{words::subtitle(&town, lang)}</small></span>
                    </a>
                    <nav aria-label=words::navigation(lang)><ul>{links}</ul></nav>
                    {languages(&address, lang)}
                </div>
            </div>
        </header>
    }
}

fn made_up(lang: Lang) -> impl IntoView {
    let (before, source, after) = words::made_up(lang);
    (before, in_german(source.to_owned(), lang), after)
}

/// The same page in each language: plain links, nothing is remembered.
fn languages(address: &str, here: Lang) -> impl IntoView + use<> {
    let link = |lang: Lang| {
        let current = (lang == here).then_some("page");
        view! { <li><a href=lang.address(address) lang=lang.tag() hreflang=lang.tag() aria-current=current>{words::own_name(lang)}</a></li> }
    };
    let links: Vec<_> = Lang::ALL.map(link).into_iter().collect();
    view! { <nav class="langs" aria-label=words::languages(here)><ul>{links}</ul></nav> }
}

/// A text that is German in every language.
fn in_german(text: String, lang: Lang) -> AnyView {
    match lang {
        Lang::De => text.into_any(),
        Lang::En | Lang::Fr => view! { <span lang="de">{text}</span> }.into_any(),
    }
}

/// The page's foot with the data to take away and the sources' notes.
#[component]
pub fn Footer(
    /// Notes of the sources that ask for one.
    notes: Vec<String>,
    /// The pages about these pages: their address and their name.
    links: Vec<(String, &'static str)>,
    /// The page's language.
    lang: Lang,
) -> impl IntoView {
    // What Leichte Sprache is called is German in every language.
    let german = |name: &str| (lang != Lang::De && name == words::PLAIN_LANGUAGE).then_some("de");
    let links: Vec<_> =
        links.into_iter().map(|(href, name)| view! { <li><a href=href lang=german(name)>{name}</a></li> }).collect();
    let sources = (!notes.is_empty()).then(|| words::sources(lang));
    let notes: Vec<_> = notes.into_iter().map(|note| view! { <SourceNote note/>" " }).collect();
    let notes = match lang {
        Lang::De => notes.into_any(),
        Lang::En | Lang::Fr => view! { <span lang="de">{notes}</span> }.into_any(),
    };
    let [readings, areas, town] = words::files(lang);
    view! {
        <footer class="foot">
            <div class="wrap">
                <h2>{words::take_away(lang)}</h2>
                <ul>
                    <li><a href="/api/public/v1/readings.csv">{readings}</a></li>
                    <li><a href="/api/public/v1/areas.geojson">{areas}</a></li>
                    <li><a href="/api/public/v1/town.json">{town}</a></li>
                </ul>
                <nav aria-label=words::about(lang)><ul>{links}</ul></nav>
                <p class="src">{words::no_cookies(lang)}{words::quoted(lang)}{sources}{notes}</p>
                <p class="src">{words::free_software(lang)}</p>
            </div>
        </footer>
    }
}

/// A page for an address that does not exist: says so and leads on.
#[component]
pub fn NotFound(
    /// The areas that have a page: address and name.
    areas: Vec<(String, String)>,
    /// The page's language.
    lang: Lang,
) -> impl IntoView {
    let links: Vec<_> = areas.into_iter().map(|(href, name)| view! { <li><a href=href>{name}</a></li> }).collect();
    let (before, overview, after) = words::led_on(lang);
    view! {
        <main id="inhalt" class="wrap">
            <section class="hero" aria-labelledby="satz">
                <p class="kicker">{words::error_404(lang)}</p>
                <h1 id="satz">{words::not_found(lang)}</h1>
                <p class="lead">{before}<a href=lang.address("/")>{overview}</a>{after}</p>
            </section>
            {(!links.is_empty()).then(|| view! { <section class="sec" aria-labelledby="g-h"><h2 id="g-h">{words::all_areas(lang)}</h2><ul class="links">{links}</ul></section> })}
        </main>
    }
}
