//! All areas in one dense table: sorted by its headings, walked with the arrow keys.

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::super::route;
use crate::{
    presentation::{
        bar,
        today_view::{AreaRow, Column, GroupView, TodayView},
    },
    ui::{
        components::{Chip, ThresholdBar},
        map::area_of,
    },
};

/// How the rows stand: by a column, the largest first or the smallest.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Sort {
    column: Column,
    falling: bool,
}

impl Default for Sort {
    /// As they are ranked.
    fn default() -> Self {
        Self { column: Column::Quota, falling: true }
    }
}

impl Sort {
    /// After a click on a heading: the other way round, or a new column in its usual direction.
    fn clicked(self, column: Column) -> Self {
        let falling = if self.column == column {
            !self.falling
        } else {
            !matches!(column, Column::Area | Column::State | Column::AsOf)
        };
        Self { column, falling }
    }

    /// What is not known stands last, whichever way round.
    fn apply(self, rows: &mut [AreaRow]) {
        rows.sort_by_key(|row| match row.order[self.column as usize] {
            Some(place) => (false, if self.falling { -place } else { place }),
            None => (true, 0),
        });
    }
}

/// What someone is doing with the table. It outlives the rows, which are drawn anew when the data change.
#[derive(Clone, Copy)]
pub struct Hand {
    sort: RwSignal<Sort>,
    /// The area that is pointed to, here or on the map.
    pub pointed: RwSignal<Option<i32>>,
    /// The area on whose row the focus stood last.
    stood: RwSignal<Option<i32>>,
}

impl Hand {
    /// A hand that has touched nothing yet.
    pub fn new() -> Self {
        Self { sort: RwSignal::new(Sort::default()), pointed: RwSignal::new(None), stood: RwSignal::new(None) }
    }
}

/// The table.
pub fn panel(view: &TodayView, hand: Hand) -> impl IntoView + use<> {
    let Hand { sort, pointed, stood } = hand;
    let groups = view.groups.clone();
    let first = groups.first().and_then(|group| group.rows.first()).map(|row| row.id);
    // One row is in the order of the Tab key: that on which someone stood last.
    let stop = Memo::new(move |_| stood.get().or(first));
    let bodies = move || groups.iter().map(|group| body(group, sort.get(), pointed, stop)).collect::<Vec<_>>();
    let point = move |area: Option<i32>| {
        if area.is_some() {
            pointed.set(area);
        }
    };
    view! {
        <section class="pan areas">
            <header>
                <h2 id="gebiete-titel">{view.areas_title.clone()}</h2>
                <span>{view.areas_note.clone()}</span>
                <span class="end" aria-hidden="true"><kbd>"↑"</kbd><kbd>"↓"</kbd>" wählen · "<kbd>"↵"</kbd>" öffnen"</span>
            </header>
            <div
                class="tw"
                tabindex="0"
                role="region"
                aria-labelledby="gebiete-titel"
                on:mouseover=move |event| point(area_of(&event))
                on:mouseleave=move |_| pointed.set(None)
                on:focusin=move |event| {
                    point(area_of(&event));
                    stood.set(area_of(&event).or(stood.get_untracked()));
                }
                on:focusout=move |_| pointed.set(None)
                on:keydown=walk
            >
                <table>
                    <thead>
                        <tr>
                            {heading("Gebiet", Column::Area, "", sort)}
                            <th scope="col" class="axis"><span class="hidden">"Balken"</span>{axis(view.axis.clone())}</th>
                            {heading("Quote", Column::Quota, "num", sort)}
                            {heading("Woche", Column::Week, "num", sort)}
                            <th scope="col" class="num">"Verträge\u{a0}/ Ziel"</th>
                            {heading("fehlen", Column::Missing, "num", sort)}
                            {heading("je Tag nötig\u{a0}/ ist", Column::Needed, "num", sort)}
                            {heading("Zustand", Column::State, "", sort)}
                            {heading("Stand · Quelle", Column::AsOf, "", sort)}
                        </tr>
                    </thead>
                    {bodies}
                </table>
            </div>
        </section>
    }
}

fn heading(word: &'static str, column: Column, class: &'static str, sort: RwSignal<Sort>) -> impl IntoView {
    let way = move || Some(sort.get()).filter(|sort| sort.column == column).map(|sort| sort.falling);
    let named = move || way().map(|falling| if falling { "descending" } else { "ascending" });
    let arrow = move || way().map(|falling| if falling { " ↓" } else { " ↑" });
    view! {
        <th scope="col" class=class aria-sort=named>
            <button class="sort" on:click=move |_| sort.update(|sort| *sort = sort.clicked(column))>
                {word}
                <span aria-hidden="true">{arrow}</span>
            </button>
        </th>
    }
}

/// 0, the target, 50: the bars' axis.
fn axis(target: Option<(u32, String)>) -> impl IntoView {
    let target =
        target.map(|(mark, text)| view! { <text x=bar::percent(mark) y="11" text-anchor="middle">{text}</text> });
    view! {
        <svg aria-hidden="true">
            <text x="0" y="11">"0"</text>
            {target}
            <text x="100%" y="11" text-anchor="end">"50"</text>
        </svg>
    }
}

fn body(
    group: &GroupView,
    sort: Sort,
    pointed: RwSignal<Option<i32>>,
    stop: Memo<Option<i32>>,
) -> impl IntoView + use<> {
    let mut rows = group.rows.clone();
    sort.apply(&mut rows);
    let rows: Vec<_> = rows.into_iter().map(|area| row(area, pointed, stop)).collect();
    view! {
        <tbody>
            <tr class="group"><th colspan="9" scope="rowgroup">{group.title.clone()}</th></tr>
            {rows}
        </tbody>
    }
}

fn row(area: AreaRow, pointed: RwSignal<Option<i32>>, stop: Memo<Option<i32>>) -> impl IntoView {
    let id = area.id;
    let state = area.state.key.clone();
    let stale = area.stale.map(|age| view! { <small class="stale">{age}</small> });
    view! {
        <tr data-a=id class:on=move || pointed.get() == Some(id)>
            <th scope="row">
                <a
                    href=route::of_area(&area.slug)
                    tabindex=move || if stop.get() == Some(id) { "0" } else { "-1" }
                >
                    {area.name}
                </a>
            </th>
            <td class="axis"><ThresholdBar bar=area.bar state/></td>
            <td class="num"><b>{area.quota}</b></td>
            <td class="num">{area.week}<i class="trend" aria-hidden="true">{area.trend}</i></td>
            <td class="num">{area.contracts}<span class="soft">{area.of}</span></td>
            <td class="num"><b>{area.missing}</b></td>
            <td class="num"><span class:behind=area.behind>{area.needed}</span><span class="soft">"\u{a0}/ "{area.pace}</span></td>
            <td><Chip chip=area.state/></td>
            <td>{area.as_of}" "{stale}<small>{area.source}</small></td>
        </tr>
    }
}

/// The arrow keys walk from one area's link to the next.
fn walk(event: ev::KeyboardEvent) {
    let step: i64 = match event.key().as_str() {
        "ArrowDown" => 1,
        "ArrowUp" => -1,
        _ => return,
    };
    let Ok(links) = document().query_selector_all(".areas tbody a") else { return };
    let link = |place: i64| -> Option<HtmlElement> { links.item(u32::try_from(place).ok()?)?.dyn_into().ok() };
    let focused = document().active_element();
    let here = (0..i64::from(links.length())).find(|place| link(*place).as_deref() == focused.as_ref());
    let Some(next) = here.map_or_else(|| link(0), |here| link(here + step)) else { return };
    event.prevent_default();
    let _ = next.focus();
}
