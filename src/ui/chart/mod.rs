//! The curve: shapes in an SVG that stretches, texts placed in percent so that they keep their size.

use leptos::{ev, html, prelude::*};

use crate::presentation::curve::{Curve, DeadlineMark, Flag, Point};

/// The curve of one area. Works as a picture without the program; with it, a slider (and a finger or
/// the mouse on the picture) reads it point by point.
#[component]
pub fn CurveChart(
    /// What is drawn.
    curve: Curve,
    /// Which point is read, counted from the oldest.
    chosen: RwSignal<usize>,
) -> impl IntoView {
    let Curve { points, line, ticks, target, deadlines, days, flags, sentence } = curve;
    let places: Vec<u32> = points.iter().map(|point| point.x).collect();
    let picture = NodeRef::<html::Div>::new();
    let point_at = move |event: ev::PointerEvent| {
        let Some(frame) = picture.get_untracked().map(|element| element.get_bounding_client_rect()) else { return };
        let at = (f64::from(event.client_x()) - frame.left()) / frame.width() * 10_000.0;
        let distance = |x: &u32| (f64::from(*x) - at).abs();
        let nearest = places.iter().enumerate().min_by(|a, b| distance(a.1).total_cmp(&distance(b.1)));
        if let Some((index, _)) = nearest {
            chosen.set(index);
        }
    };
    let grid = ticks.iter().map(|(y, _)| format!("M0 {y}H10000")).collect::<String>();
    view! {
        <div class="chart" node_ref=picture on:pointermove=point_at.clone() on:pointerdown=point_at>
            <svg role="img" aria-label=sentence>
                <svg viewBox="0 0 10000 10000" preserveAspectRatio="none" aria-hidden="true">
                    <path class="gl" d=grid></path>
                    <path class="ln" d=line></path>
                </svg>
                {ticks.into_iter().map(tick).collect_view()}
                {flags.iter().enumerate().map(flag).collect_view()}
                {deadlines.into_iter().map(deadline).collect_view()}
                {target.map(target_line)}
                {days.into_iter().map(day).collect_view()}
                {points.iter().map(dot).collect_view()}
                {reading_mark(points, chosen)}
            </svg>
        </div>
    }
}

fn percent(place: u32) -> String {
    crate::presentation::bar::percent(place)
}

fn tick((y, text): (u32, String)) -> impl IntoView {
    view! { <text class="y" x="0" y=percent(y) dx="-8" dy="5">{text}</text> }
}

fn day((x, text): (u32, String)) -> impl IntoView {
    let class = if x == 0 { "x first" } else { "x" };
    view! { <text class=class x=percent(x) y="100%" dy="22">{text}</text> }
}

fn target_line((y, text): (u32, String)) -> impl IntoView {
    let y = percent(y);
    view! {
        <line class="tg" x1="0" x2="100%" y1=y.clone() y2=y.clone()></line>
        <text class="tgt" x="0" dx="6" y=y dy="-8">{text}</text>
    }
}

fn deadline(mark: DeadlineMark) -> impl IntoView {
    let x = percent(mark.x);
    let class = if mark.holds { "dl" } else { "dl was" };
    let text = mark.holds.then(|| view! { <text class="dlt" x=x.clone() y="100%" dy="22">{mark.text}</text> });
    view! {
        <line class=class x1=x.clone() x2=x.clone() y1="0" y2="100%"></line>
        {text}
    }
}

fn flag((index, flag): (usize, &Flag)) -> impl IntoView + use<> {
    let x = percent(flag.x);
    view! {
        <line class="ev" x1=x.clone() x2=x.clone() y1="0" y2="100%"></line>
        <circle class="mk" cx=x.clone() cy="0" r="12"></circle>
        <text class="mkt" x=x y="0" dy="4.5">{index + 1}</text>
    }
}

fn dot(point: &Point) -> impl IntoView + use<> {
    let (x, y) = (percent(point.x), percent(point.y));
    let open = point.open.map(|(top, bottom)| {
        view! { <line class="open" x1=x.clone() x2=x.clone() y1=percent(top) y2=percent(bottom)></line> }
    });
    let class = if point.hollow { "d r" } else { "d" };
    view! {
        {open}
        <circle class=class cx=x.clone() cy=y r="4"></circle>
    }
}

/// The point that is read: a larger dot and its value.
fn reading_mark(points: Vec<Point>, chosen: RwSignal<usize>) -> impl IntoView {
    let at = Memo::new(move |_| {
        let index = chosen.get().min(points.len().saturating_sub(1));
        points.get(index).map(|point| (percent(point.x), percent(point.y), point.short.clone(), point.x < 2_000))
    });
    let x = move || at.get().map(|at| at.0);
    let y = move || at.get().map(|at| at.1);
    // Near the left edge the value stands to the right of its dot.
    let class = move || at.get().map(|at| if at.3 { "val right" } else { "val" });
    view! {
        <circle class="d l" cx=x cy=y r="7"></circle>
        <text class=class x=x y=y dy="-12">{move || at.get().map(|at| at.2)}</text>
    }
}

/// The slider that reads the curve point by point. Shown only once the program runs.
#[component]
pub fn CurveReader(
    /// The points' texts, oldest first.
    texts: Vec<String>,
    /// Which point is read.
    chosen: RwSignal<usize>,
) -> impl IntoView {
    let last = texts.len().saturating_sub(1);
    let text =
        Memo::new(move |_| texts.get(chosen.get().min(texts.len().saturating_sub(1))).cloned().unwrap_or_default());
    view! {
        <div class="reader">
            <label for="kurve-stand">"Stand ablesen"</label>
            <input
                id="kurve-stand"
                type="range"
                min="0"
                max=last
                value=last
                prop:value=move || chosen.get().to_string()
                aria-valuetext=move || text.get()
                on:input=move |event| {
                    if let Ok(index) = event_target_value(&event).parse() {
                        chosen.set(index);
                    }
                }
            />
            <output for="kurve-stand">{move || text.get()}</output>
        </div>
    }
}
