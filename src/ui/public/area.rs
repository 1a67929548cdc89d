//! An area's page. The curve is live: its newest point is read until the reader chooses another.

use leptos::prelude::*;

use crate::{
    presentation::{live_words as words, view::AreaView},
    ui::chart::{CurveChart, CurveReader},
};

/// An area's page.
#[component]
pub fn AreaPage(
    /// What it shows.
    area: Signal<AreaView>,
) -> impl IntoView {
    let lang = area.with_untracked(|area| area.lang);
    let chosen = RwSignal::new(None);
    let points = Signal::derive(move || area.get().points);
    let note = move || words::dots(points.with(|points| points.iter().any(|point| point.hollow)), lang);
    let picture = Signal::derive(move || area.get().curve);
    view! {
        <main id="inhalt" class="wrap">
            <div inner_html=move || area.get().hero></div>
            <div class="sec grid g84">
                <section aria-labelledby="kv-h" hidden=move || points.with(Vec::is_empty)>
                    <h2 id="kv-h">{words::course(lang)}</h2>
                    <p class="sub">{note}</p>
                    <CurveChart picture points chosen/>
                    <CurveReader points chosen lang/>
                    <div inner_html=move || area.get().marks></div>
                </section>
                <aside aria-label=words::at_a_glance(lang) inner_html=move || area.get().facts></aside>
            </div>
            <div inner_html=move || area.get().rest></div>
        </main>
    }
}
