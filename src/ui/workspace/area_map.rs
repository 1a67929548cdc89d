//! The map inside the workspace: small beside the table, and large as a page of its own.

use leptos::{either::Either, prelude::*};

use super::{desk::instead, today::today};
use crate::{
    presentation::{
        map_view::MapView,
        today_view::{AreaRow, TodayView},
    },
    ui::{
        components::Chip,
        map::{AreaMap, area_of, outline},
    },
};

/// The map, whose areas lead to their pages.
#[component]
pub fn WorkMap(
    /// What is drawn.
    map: MapView,
    /// The area that is pointed to, here or in the table.
    pointed: RwSignal<Option<i32>>,
) -> impl IntoView {
    let point = move |area: Option<i32>| {
        if area.is_some() {
            pointed.set(area);
        }
    };
    view! {
        <figure
            class="map"
            on:mouseover=move |event| point(area_of(&event))
            on:focusin=move |event| point(area_of(&event))
        >
            <AreaMap map base="/arbeit/gebiete/"/>
        </figure>
    }
}

/// Karte: the map, and beside it what the table says of the area that is pointed to.
#[component]
pub fn MapPage() -> impl IntoView {
    let today = today();
    let pointed = RwSignal::new(None);
    Effect::new(move |_| outline(pointed.get()));
    document().set_title("Karte – Faserstand");
    let page = move |view: &TodayView| {
        let rows: Vec<AreaRow> = view.groups.iter().flat_map(|group| group.rows.clone()).collect();
        let told = move || pointed.get().map(|id| facts(rows.iter().find(|row| row.id == id).cloned()));
        view! {
            <p class="hints">{view.situation.sources.clone()}</p>
            <div class="map-page">
                <WorkMap map=view.map.clone() pointed/>
                <section class="pan" aria-label="Das Gebiet, auf das Sie zeigen">
                    {told}
                    <p class="soft" hidden=move || pointed.get().is_some()>"Zeigen Sie auf ein Gebiet, oder gehen Sie mit der Tabulatortaste hin."</p>
                </section>
            </div>
        }
    };
    view! {
        <h1>"Karte"</h1>
        {instead(today, "Gebiete")}
        {move || today.answer.with(|view| view.as_ref().map(page))}
    }
}

/// What the table says of an area; one that takes no part has no row.
fn facts(row: Option<AreaRow>) -> impl IntoView {
    let Some(row) = row else {
        return Either::Left(view! { <p>"Dieses Gebiet gehört zu keiner Kampagne."</p> });
    };
    let facts = [
        ("Quote", row.quota),
        ("Verträge\u{a0}/ Ziel", row.contracts + &row.of),
        ("fehlen", row.missing),
        ("je Tag nötig\u{a0}/ ist", format!("{}\u{a0}/ {}", row.needed, row.pace)),
        ("Woche", row.week),
        ("Stand", row.as_of),
        ("Quelle", row.source),
    ];
    let facts = facts.map(|(name, fact)| view! { <dt>{name}</dt><dd>{fact}</dd> });
    Either::Right(view! {
        <header><h2>{row.name}</h2><Chip chip=row.state/></header>
        <dl>{facts.into_iter().collect_view()}</dl>
        <p>{row.sentence}</p>
    })
}
