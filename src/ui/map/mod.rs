//! The map: an SVG with one link per area, the list's equal twin. No tiles, no WebGL, no other host.

use leptos::{ev, prelude::*, svg};

use crate::{
    domain::{ids::AreaId, status::AreaStatus, status::CampaignStatus},
    presentation::{
        area_words,
        map::{MapDrawing, Shape},
        words,
    },
};

/// What of the map stands beside which list.
#[derive(Clone, Copy)]
pub struct Highlight(RwSignal<Option<AreaId>>);

impl Highlight {
    /// Nothing is highlighted.
    pub fn new() -> Self {
        Self(RwSignal::new(None))
    }

    /// Points to an area, or to none.
    pub fn set(self, area: Option<AreaId>) {
        self.0.set(area);
    }

    /// Whether this area is the one pointed to.
    pub fn is(self, area: AreaId) -> bool {
        self.0.get() == Some(area)
    }

    fn area(self) -> Option<AreaId> {
        self.0.get()
    }
}

impl Default for Highlight {
    fn default() -> Self {
        Self::new()
    }
}

/// The map of a campaign's areas and of the areas outside it.
#[component]
pub fn AreaMap(
    /// The drawing.
    map: MapDrawing,
    /// The campaign.
    status: CampaignStatus,
    /// The areas that are drawn but take no part: their name and address.
    outside: Vec<(AreaId, String, String)>,
    /// The day by which deadlines are judged.
    today: jiff::civil::Date,
    /// Which area the list points to.
    highlight: Highlight,
) -> impl IntoView {
    let (width, height, two_km) = (MapDrawing::WIDTH, map.height, map.two_km);
    let shape_of = |id: AreaId| map.shapes.iter().find(|shape| shape.area == id).cloned();
    let others: Vec<_> =
        outside.into_iter().filter_map(|(id, name, slug)| Some(outside_area(&shape_of(id)?, name, &slug))).collect();
    let areas: Vec<_> = status
        .areas
        .iter()
        .filter_map(|area| Some(campaign_area(&shape_of(area.id)?, area, &status, today, highlight)))
        .collect();
    let paths: Vec<(AreaId, String)> = map.shapes.into_iter().map(|shape| (shape.area, shape.path)).collect();
    let pointed = move || {
        let area = highlight.area()?;
        paths.iter().find(|(id, _)| *id == area).map(|(_, path)| path.clone())
    };
    let bottom = height.saturating_sub(10);
    view! {
        <svg
            viewBox=format!("0 0 {width} {height}")
            role="group"
            aria-label="Karte der Gebiete, gleicher Inhalt wie die Liste"
        >
            {others}
            {areas}
            <g aria-hidden="true">
                <path class="bar" d=format!("M16 {bottom}v-10m0 5h{two_km}m0-5v10")></path>
                <text class="mute l" x="16" y=bottom - 20>"2 km"</text>
                <path class="north" d=format!("M30 {}l10 32-10-7-10 7z", bottom - 130)></path>
                <text class="mute" x="30" y=bottom - 70>"N"</text>
            </g>
            <path class="top" d=pointed></path>
        </svg>
    }
}

/// An area of the campaign: shape, name and figure, all one link.
fn campaign_area(
    shape: &Shape,
    area: &AreaStatus,
    status: &CampaignStatus,
    today: jiff::civil::Date,
    highlight: Highlight,
) -> impl IntoView + use<> {
    let campaign = &status.campaign;
    let id = area.id;
    let look = words::look(area.state(campaign.target));
    // `view!` would write `<a>` as an HTML element: in the browser it would have no size inside SVG.
    svg::a()
        .attr("href", format!("/gebiet/{}", area.slug))
        .attr("data-s", look.key)
        .attr("aria-label", area_words::map_name(area, campaign, today))
        .child((
            svg::path().class("a").attr("d", shape.path.clone()),
            label(shape, area.name.clone(), "n"),
            figure(shape, area_words::map_figure(area, campaign.target)),
        ))
        .on(ev::mouseenter, move |_| highlight.set(Some(id)))
        .on(ev::mouseleave, move |_| highlight.set(None))
        .on(ev::focusin, move |_| highlight.set(Some(id)))
        .on(ev::focusout, move |_| highlight.set(None))
}

/// An area that takes no part: grey, with a link to its own page.
fn outside_area(shape: &Shape, name: String, slug: &str) -> impl IntoView + use<> {
    svg::a()
        .attr("href", format!("/gebiet/{slug}"))
        .attr("data-s", "outside")
        .attr("aria-label", format!("{name}, nicht Teil der Kampagne"))
        .child((
            svg::path().class("a").attr("d", shape.path.clone()),
            label(shape, name, "mute"),
            svg::text()
                .class("mute")
                .attr("x", shape.label.0)
                .attr("y", shape.label.1 + 26)
                .child("nicht Teil der Kampagne"),
        ))
}

fn label(shape: &Shape, name: String, class: &'static str) -> impl IntoView + use<> {
    svg::text().class(class).attr("x", shape.label.0).attr("y", shape.label.1 - 6).child(name)
}

fn figure(shape: &Shape, figure: String) -> impl IntoView + use<> {
    svg::text().class("v").attr("x", shape.label.0).attr("y", shape.label.1 + 24).child(figure)
}
