//! The curve's picture: grid, lines, dots, target, deadlines, flags. Everything but the point that is read.

use super::{
    bar::percent,
    curve::{Curve, DeadlineMark, Flag, Point, Spread, TargetLine},
    markup::{Markup, all, element, text},
};
use crate::domain::reading::Stage;

/// The whole picture as one SVG with its sentence for who does not see it.
pub fn picture(curve: &Curve) -> Markup {
    element("svg", &[("role", "img"), ("aria-label", &curve.sentence)], [inside(curve)])
}

/// What stands in the picture.
pub fn inside(curve: &Curve) -> Markup {
    let grid: String = curve.ticks.iter().map(|(y, _)| format!("M0 {y}H10000")).collect();
    let lines = [path("gl", &grid), path("ln", &curve.line)];
    let stretched = [("viewBox", "0 0 10000 10000"), ("preserveAspectRatio", "none"), ("aria-hidden", "true")];
    let mut pieces = vec![element("svg", &stretched, lines)];
    pieces.extend(curve.ticks.iter().map(tick));
    pieces.extend(curve.flags.iter().enumerate().map(flag));
    pieces.extend(curve.deadlines.iter().map(deadline));
    pieces.extend(curve.target.iter().map(target_line));
    let first = first_day(curve);
    pieces.extend(curve.days.iter().map(|one| day(one, first)));
    pieces.extend(curve.points.iter().map(dot));
    all(pieces)
}

fn path(class: &str, d: &str) -> Markup {
    element("path", &[("class", class), ("d", d)], [])
}

fn line(class: &str, x: (&str, &str), y: (&str, &str)) -> Markup {
    element("line", &[("class", class), ("x1", x.0), ("x2", x.1), ("y1", y.0), ("y2", y.1)], [])
}

fn label(class: &str, at: (&str, &str), shift: &[(&'static str, &str)], words: &str) -> Markup {
    let place = [("class", class), ("x", at.0), ("y", at.1)];
    let attributes: Vec<_> = place.into_iter().chain(shift.iter().copied()).collect();
    element("text", &attributes, [text(words)])
}

fn tick((y, words): &(u32, String)) -> Markup {
    label("y", ("0", &percent(*y)), &[("dx", "-8"), ("dy", "5")], words)
}

fn day((x, words): &(u32, String), first: &'static str) -> Markup {
    // On narrow screens a label between the first day and the deadline would run into them.
    let class = if *x == 0 { first } else { "x" };
    label(class, (&percent(*x), "100%"), &[("dy", "22")], words)
}

/// The class of the first day's label: left out where the deadline's label reaches it, at least on narrow screens. That
/// label begins at its line in the left half and ends there in the right half.
fn first_day(curve: &Curve) -> &'static str {
    match curve.deadlines.iter().find(|mark| mark.holds).map(|mark| mark.x) {
        Some(0..1_500) => "x first none",
        Some(1_500..3_000 | 5_000..8_000) => "x first opt",
        _ => "x first",
    }
}

fn target_line(target: &TargetLine) -> Markup {
    let y = percent(target.y);
    let needed = target.needed.iter().map(|needed| element("tspan", &[("class", "opt")], [text(needed)]));
    let words = [text(&target.goal)].into_iter().chain(needed);
    let dy = if target.under { "18" } else { "-8" };
    let place = [("class", "tgt"), ("x", "0"), ("y", y.as_str()), ("dx", "6"), ("dy", dy)];
    all([line("tg", ("0", "100%"), (&y, &y)), element("text", &place, words)])
}

/// A deadline with its day: the one that holds on the axis, earlier ones a row below.
fn deadline(mark: &DeadlineMark) -> Markup {
    let x = percent(mark.x);
    let words = mark.labelled.then(|| {
        let class = match (mark.holds, mark.x) {
            (true, 0..5_000) => "dlt start",
            (true, _) => "dlt",
            (false, 0..1_500) => "x opt old start",
            (false, 8_500..) => "x opt old end",
            (false, _) => "x opt old",
        };
        label(class, (&x, "100%"), &[("dy", if mark.holds { "22" } else { "42" })], &mark.text)
    });
    all([line(if mark.holds { "dl" } else { "dl was" }, (&x, &x), ("0", "100%"))].into_iter().chain(words))
}

fn flag((index, flag): (usize, &Flag)) -> Markup {
    let x = percent(flag.x);
    let class = |kind: &str| if flag.level == 0 { kind.to_owned() } else { format!("{kind} l{}", flag.level) };
    let circle = element("circle", &[("class", &class("mk")), ("cx", &x), ("cy", "0"), ("r", "12")], []);
    let number = label(&class("mkt"), (&x, "0"), &[("dy", "4.5")], &(index + 1).to_string());
    all([line("ev", (&x, &x), ("0", "100%")), circle, number])
}

/// A reading: its mark by its stage, and how far its number is open.
fn dot(point: &Point) -> Markup {
    let (x, y) = (percent(point.x), percent(point.y));
    let mark = match point.stage {
        Stage::Reported => circle("d r", (&x, &y), "4"),
        Stage::Checked => circle("d", (&x, &y), "4"),
        Stage::Net => at((&x, &y), "d", "M0-6.5 6.5 0 0 6.5-6.5 0z"),
    };
    all(spread(point, &x, &y).into_iter().chain([mark]))
}

fn spread(point: &Point, x: &str, y: &str) -> Vec<Markup> {
    let cap = |place: &str| at((x, place), "wh", "M-6 0H6");
    match point.spread {
        None => Vec::new(),
        Some(Spread::Between(top, bottom)) => {
            let (top, bottom) = (percent(top), percent(bottom));
            vec![line("wh", (x, x), (&top, &bottom)), cap(&top), cap(&bottom)]
        }
        // Open below: no end at the axis.
        Some(Spread::Below) => vec![line("wh", (x, x), (y, "100%")), cap(y)],
        Some(Spread::Above) => vec![at((x, y), "wh", "M0 0V-24M-5-18 0-24 5-18")],
        Some(Spread::Around) => vec![circle("abt", (x, y), "9")],
    }
}

fn circle(class: &str, (x, y): (&str, &str), radius: &str) -> Markup {
    element("circle", &[("class", class), ("cx", x), ("cy", y), ("r", radius)], [])
}

/// A path in pixels around a place in percent.
fn at((x, y): (&str, &str), class: &str, d: &str) -> Markup {
    element("svg", &[("x", x), ("y", y)], [path(class, d)])
}
