//! The curve's picture: grid, lines, dots, target, deadlines, flags.

use leptos::prelude::*;

use crate::presentation::{
    bar::percent,
    curve::{Curve, DeadlineMark, Point},
};

/// Everything of the curve but the point that is read. Goes into the chart's SVG.
#[component]
pub fn CurvePicture(
    /// What is drawn.
    curve: Curve,
) -> impl IntoView {
    let Curve { points, line, ticks, target, deadlines, days, flags, sentence, .. } = curve;
    let grid = ticks.iter().map(|(y, _)| format!("M0 {y}H10000")).collect::<String>();
    view! {
        <svg role="img" aria-label=sentence>
            <svg viewBox="0 0 10000 10000" preserveAspectRatio="none" aria-hidden="true">
                <path class="gl" d=grid></path>
                <path class="ln" d=line></path>
            </svg>
            {ticks.into_iter().map(tick).collect_view()}
            {flags.into_iter().enumerate().map(flag).collect_view()}
            {deadlines.into_iter().map(deadline).collect_view()}
            {target.map(target_line)}
            {days.into_iter().map(day).collect_view()}
            {points.iter().map(dot).collect_view()}
        </svg>
    }
}

fn tick((y, text): (u32, String)) -> impl IntoView {
    view! { <text class="y" x="0" y=percent(y) dx="-8" dy="5">{text}</text> }
}

fn day((x, text): (u32, String)) -> impl IntoView {
    // On narrow screens a label in the right half would run into the deadline's.
    let class = match x {
        0 => "x first",
        1..5_000 => "x",
        _ => "x opt",
    };
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

fn flag((index, x): (usize, u32)) -> impl IntoView {
    let x = percent(x);
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
