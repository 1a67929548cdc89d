//! The map: an SVG with one link per area, the list's equal twin. No tiles, no WebGL, no other host.
//! Rendered on the server; the browser only draws the outline of the area that is pointed to.

use jiff::civil::Date;
use leptos::{prelude::*, svg};

use crate::{
    domain::{area::Area, status::CampaignStatus},
    presentation::{
        area_words,
        map::{MapDrawing, Shape},
        town_words, words,
    },
    ui::components::SourceNote,
};

/// The map with its note. Each area carries its number in `data-a`, as its row in the list does, and its
/// shape has an id, so that the page can draw the outline of the area that is pointed to.
#[component]
pub fn AreaMap(
    /// The drawing.
    drawing: MapDrawing,
    /// The areas drawn, in the order of the drawing's shapes.
    areas: Vec<Area>,
    /// The campaign; the other areas take no part.
    main: CampaignStatus,
    /// The day by which deadlines are judged.
    today: Date,
) -> impl IntoView {
    let drawn = || drawing.shapes.iter().zip(&areas).map(|(shape, area)| (shape, area, Label::of(area, &main, today)));
    let links: Vec<_> = drawn().map(|(shape, area, label)| link(shape, area, label)).collect();
    let labels: Vec<_> = drawn().map(|(shape, area, label)| text(shape, area, label)).collect();
    let (height, two_km) = (drawing.height, drawing.two_km);
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
        <figcaption class="src"><SourceNote note=town_words::map_note(&areas)/></figcaption>
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

/// What stands on one area.
struct Label {
    key: &'static str,
    figure: String,
    title: String,
}

impl Label {
    fn of(area: &Area, main: &CampaignStatus, today: Date) -> Self {
        let campaign = &main.campaign;
        match main.areas.iter().find(|status| status.id == area.id) {
            Some(status) => Self {
                key: words::look(status.state(campaign.target)).key,
                figure: area_words::map_figure(status, campaign.target),
                title: area_words::map_name(status, campaign, today),
            },
            None => Self {
                key: "outside",
                figure: "nicht dabei".to_owned(),
                title: format!("{} nicht dabei, gehört nicht zur Kampagne", area.name),
            },
        }
    }
}

/// One area: its shape is a link, named by what is written on it.
fn link(shape: &Shape, area: &Area, label: Label) -> impl IntoView + use<> {
    // `view!` would write `<a>` as an HTML element: in the browser it would have no size inside SVG.
    svg::a()
        .attr("href", format!("/gebiet/{}", area.slug))
        .attr("data-s", label.key)
        .attr("data-a", area.id.0)
        .attr("aria-label", label.title)
        .child(svg::path().class("a").attr("id", format!("a{}", area.id.0)).attr("d", shape.path.clone()))
}

/// What is written on one area, above all shapes: a name may reach over its border.
fn text(shape: &Shape, area: &Area, label: Label) -> impl IntoView + use<> {
    let (x, y) = shape.label;
    view! {
        <g data-s=label.key>
            <text class="n" x=x y=y - 6>{area.name.clone()}</text>
            <text class="v" x=x y=y + 24>{label.figure}</text>
        </g>
    }
}
