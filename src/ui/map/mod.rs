//! The map: an SVG with one link per area, the list's equal twin. No tiles, no WebGL, no other host.
//! Public pages get it rendered by the server; there the browser only draws the outline of the area that is
//! pointed to.

use leptos::{prelude::*, svg};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

use crate::{
    presentation::{
        map::MapDrawing,
        map_view::{MapArea, MapView},
    },
    ui::components::SourceNote,
};

/// The map with its note. Each area carries its number in `data-a`, as its row in the list does, and its
/// shape has an id, so that the page can draw the outline of the area that is pointed to.
#[component]
pub fn AreaMap(
    /// What is drawn.
    map: MapView,
    /// The address of an area without its name: "/gebiet/".
    base: &'static str,
) -> impl IntoView {
    let MapView { height, two_km, note, areas } = map;
    let links: Vec<_> = areas.iter().map(|area| link(area, base)).collect();
    let labels: Vec<_> = areas.into_iter().map(text).collect();
    let bottom = height.saturating_sub(10);
    view! {
        <svg
            viewBox=format!("0 0 {} {height}", MapDrawing::WIDTH)
            role="group"
            aria-label="Karte der Gebiete, gleicher Inhalt wie die Liste"
        >
            {links}
            <g aria-hidden="true">
                {labels}
                <path class="bar" d=format!("M16 {bottom}v-10m0 5h{two_km}m0-5v10")></path>
                <text class="mute l" x="16" y=bottom.saturating_sub(20)>"2 km"</text>
                <path class="north" d=format!("M30 {}l10 32-10-7-10 7z", bottom.saturating_sub(130))></path>
                <text class="mute" x="30" y=bottom.saturating_sub(70)>"N"</text>
            </g>
            // Drawn last: the outline of the area that is pointed to.
            <use class="top"></use>
        </svg>
        <figcaption class="src"><SourceNote note/></figcaption>
    }
}

/// Draws the outline of an area over its neighbours, or of none. Calls the browser.
pub fn outline(area: Option<i32>) {
    let Ok(Some(top)) = document().query_selector(".map .top") else { return };
    let done = match area {
        Some(id) => top.set_attribute("href", &format!("#a{id}")),
        None => top.remove_attribute("href"),
    };
    // Both fail only for names that are none.
    let _ = done;
}

/// The number of the area that an event is about: list and map carry it in `data-a`.
pub fn area_of(event: &Event) -> Option<i32> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest("[data-a]").ok()??.get_attribute("data-a")?.parse().ok()
}

/// One area: its shape is a link, named by what is written on it.
fn link(area: &MapArea, base: &str) -> impl IntoView + use<> {
    // `view!` would write `<a>` as an HTML element: in the browser it would have no size inside SVG.
    svg::a()
        .attr("href", format!("{base}{}", area.slug))
        .attr("data-s", area.key.clone())
        .attr("data-a", area.id)
        .attr("aria-label", area.title.clone())
        .child(svg::path().class("a").attr("id", format!("a{}", area.id)).attr("d", area.path.clone()))
}

/// What is written on one area, above all shapes: a name may reach over its border.
fn text(area: MapArea) -> impl IntoView + use<> {
    let (x, y) = area.label;
    view! {
        <g data-s=area.key>
            <text class="n" x=x y=y - 6>{area.name}</text>
            <text class="v" x=x y=y + 24>{area.figure}</text>
        </g>
    }
}
