//! The large map: what the server drew; the program zooms and moves it.

use leptos::prelude::*;

use crate::{
    presentation::view::MapPageView,
    ui::map::{area_of, outline, zoomable},
};

/// The large map's page.
#[component]
pub fn LargeMap(
    /// What it shows.
    map: Signal<MapPageView>,
) -> impl IntoView {
    view! {
        <main
            id="inhalt"
            use:zoomable
            on:mouseover=move |event| outline(area_of(&event))
            on:mouseleave=move |_| outline(None)
            on:focusin=move |event| outline(area_of(&event))
            on:focusout=move |_| outline(None)
            inner_html=move || map.get().main
        ></main>
    }
}
