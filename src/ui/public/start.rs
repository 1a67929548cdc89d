//! The start page: the sentence, the ranked list and the map, everything else below. The list is live;
//! whatever is pointed to in list or map is marked in the other.

use leptos::prelude::*;

use crate::{
    presentation::{
        lang::Lang,
        live_words as words,
        view::{RowView, TownView},
    },
    ui::{
        components::{Chip, ThresholdBar},
        map::{area_of, outline, zoomable},
    },
};

/// The start page.
#[component]
pub fn StartPage(
    /// What it shows.
    town: Signal<TownView>,
) -> impl IntoView {
    let lang = town.with_untracked(|town| town.lang);
    let pointed = RwSignal::new(None);
    let rows = move || town.get().rows.into_iter().map(|area| row(area, pointed, lang)).collect_view();
    let point = move |area: Option<i32>| {
        pointed.set(area);
        outline(area);
    };
    view! {
        <main id="inhalt">
            <div inner_html=move || town.get().hero></div>
            <section class="wrap sec" id="gebiete" aria-labelledby="ot-h" hidden=move || town.get().rows.is_empty()>
                <div inner_html=move || town.get().tally></div>
                <div
                    class="twin"
                    use:zoomable
                    on:mouseover=move |event| point(area_of(&event))
                    on:mouseleave=move |_| point(None)
                    on:focusin=move |event| point(area_of(&event))
                    on:focusout=move |_| point(None)
                >
                    <div>
                        <div inner_html=move || town.get().axis></div>
                        <ol class="rank" aria-label=words::ranking(lang)>{rows}</ol>
                    </div>
                    <figure class="map" inner_html=move || town.get().map></figure>
                </div>
            </section>
            <div inner_html=move || town.get().rest></div>
        </main>
    }
}

fn row(area: RowView, pointed: RwSignal<Option<i32>>, lang: Lang) -> impl IntoView {
    let RowView { id, slug, name, place, figure, gap, chips, bar } = area;
    let state = chips.first().map(|chip| chip.key.clone()).unwrap_or_default();
    view! {
        <li data-a=id class:on=move || pointed.get() == Some(id)>
            <span class="k">{place}</span>
            <a class="n" href=lang.address(&format!("/gebiet/{slug}"))>{name}</a>
            <span class="p">{figure}</span>
            <div class="b"><ThresholdBar bar state/></div>
            <span class="c">{chips.into_iter().map(|chip| view! { <Chip chip/> }).collect_view()}</span>
            <span class="g">{gap}</span>
        </li>
    }
}
