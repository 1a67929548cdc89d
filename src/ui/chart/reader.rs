//! Reading the curve point by point, by mouse, finger and keyboard.

use leptos::{ev, html, prelude::*};

use crate::presentation::{
    bar::percent,
    lang::Lang,
    live_words as words,
    view::{PointView, Prose},
};

/// The chart: the picture, and above it a ring around the point that is read, whose own mark tells its stage.
#[component]
pub fn CurveChart(
    /// The picture.
    picture: Signal<Prose>,
    /// The points, oldest first.
    points: Signal<Vec<PointView>>,
    /// Which point is read, counted from the oldest; the newest where none is chosen.
    chosen: RwSignal<Option<usize>>,
) -> impl IntoView {
    let frame = NodeRef::<html::Div>::new();
    let choose = move |event: ev::PointerEvent| {
        let Some(frame) = frame.get_untracked().map(|element| element.get_bounding_client_rect()) else { return };
        let at = (f64::from(event.client_x()) - frame.left()) / frame.width() * 10_000.0;
        chosen.set(points.with_untracked(|points| nearest(points, at as u32)));
    };
    let point = move || points.with(|points| points.get(read(chosen, points.len())).cloned());
    let x = move || point().map(|point| percent(point.x));
    let y = move || point().map(|point| percent(point.y));
    // Near the left edge and below the target's line the value stands to the right of its dot: the curve
    // rises, so below right is free. Near the right edge there is no room.
    let right = move || point().is_some_and(|point| point.x < 2_000 || point.below && point.x < 8_500);
    let class = move || if right() { "val right" } else { "val" };
    let dx = move || if right() { "11" } else { "0" };
    let dy = move || if point().is_some_and(|point| point.below) { "24" } else { "-17" };
    view! {
        <div class="chart" node_ref=frame on:pointermove=choose on:pointerdown=choose>
            <div inner_html=picture></div>
            <svg aria-hidden="true">
                <circle class="at" cx=x cy=y r="11"></circle>
                <text class=class x=x y=y dx=dx dy=dy>{move || point().map(|point| point.short)}</text>
            </svg>
        </div>
    }
}

/// The slider that reads the curve point by point. Shown only once the program runs.
#[component]
pub fn CurveReader(
    /// The points, oldest first.
    points: Signal<Vec<PointView>>,
    /// Which point is read.
    chosen: RwSignal<Option<usize>>,
    /// The page's language.
    lang: Lang,
) -> impl IntoView {
    let last = move || points.with(|points| points.len().saturating_sub(1));
    let text = move || points.with(|points| points.get(read(chosen, points.len())).map(|point| point.text.clone()));
    view! {
        <div class="reader">
            <label for="kurve-stand">{words::read_off(lang)}</label>
            <input
                id="kurve-stand"
                type="range"
                min="0"
                max=last
                value=last
                prop:value=move || read(chosen, last() + 1).to_string()
                aria-valuetext=text
                on:input=move |event| chosen.set(event_target_value(&event).parse().ok())
            />
            <output for="kurve-stand">{text}</output>
        </div>
    }
}

/// Which point is read: the chosen one, else the newest.
fn read(chosen: RwSignal<Option<usize>>, points: usize) -> usize {
    let newest = points.saturating_sub(1);
    chosen.get().map_or(newest, |index| index.min(newest))
}

/// The point nearest to a place from the left.
fn nearest(points: &[PointView], at: u32) -> Option<usize> {
    (0..points.len()).min_by_key(|index| points.get(*index).map_or(u32::MAX, |point| point.x.abs_diff(at)))
}
