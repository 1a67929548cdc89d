//! The curve's picture: grid, lines, dots, target, deadlines, flags. Everything but the point that is read.

use super::{
    bar::percent,
    curve::{Curve, DeadlineMark, Point},
    markup::{Markup, all, element, text},
};

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
    pieces.extend(curve.days.iter().map(day));
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

fn day((x, words): &(u32, String)) -> Markup {
    // On narrow screens a label in the right half would run into the deadline's.
    let class = match x {
        0 => "x first",
        1..5_000 => "x",
        _ => "x opt",
    };
    label(class, (&percent(*x), "100%"), &[("dy", "22")], words)
}

fn target_line((y, words): &(u32, String)) -> Markup {
    let y = percent(*y);
    all([line("tg", ("0", "100%"), (&y, &y)), label("tgt", ("0", &y), &[("dx", "6"), ("dy", "-8")], words)])
}

fn deadline(mark: &DeadlineMark) -> Markup {
    let x = percent(mark.x);
    let words = mark.holds.then(|| label("dlt", (&x, "100%"), &[("dy", "22")], &mark.text));
    all([line(if mark.holds { "dl" } else { "dl was" }, (&x, &x), ("0", "100%"))].into_iter().chain(words))
}

fn flag((index, x): (usize, &u32)) -> Markup {
    let x = percent(*x);
    let circle = element("circle", &[("class", "mk"), ("cx", &x), ("cy", "0"), ("r", "12")], []);
    let number = label("mkt", (&x, "0"), &[("dy", "4.5")], &(index + 1).to_string());
    all([line("ev", (&x, &x), ("0", "100%")), circle, number])
}

fn dot(point: &Point) -> Markup {
    let (x, y) = (percent(point.x), percent(point.y));
    let open = point.open.map(|(top, bottom)| line("open", (&x, &x), (&percent(top), &percent(bottom))));
    let class = if point.hollow { "d r" } else { "d" };
    let circle = element("circle", &[("class", class), ("cx", &x), ("cy", &y), ("r", "4")], []);
    all(open.into_iter().chain([circle]))
}
