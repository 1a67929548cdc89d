//! The map as an SVG with one link per area, the list's equal twin. No tiles, no WebGL, no other host; the browser only
//! draws the outline of the area that is pointed to.

use super::{
    lang::Lang,
    lettering::{Shown, Written},
    map::{MapDrawing, path},
    map_labels::Label,
    map_view::{MapArea, MapView},
    markup::{Markup, all, element, text},
    source_note,
    span::Span,
    town_words,
};

/// The map with its note. Each area carries its number in `data-a`, as its row in the list does, and its shape has an id,
/// so that the page can draw the outline of the area that is pointed to. `base` is the address of an area without its
/// name: "/gebiet/". `controls` are what moves it.
pub fn picture(map: &MapView, base: &str, controls: Markup, lang: Lang) -> Markup {
    let written = Written::on(map);
    let size = format!("0 0 {} {}", MapDrawing::WIDTH, written.height);
    let name = lang.pick(
        "Karte der Gebiete, gleicher Inhalt wie die Liste",
        "Map of the areas, same content as the list",
        "Carte des secteurs, même contenu que la liste",
    );
    let links = map.areas.iter().map(|area| link(area, base));
    let labels = written
        .labels
        .iter()
        .filter_map(|(area, shown, label)| Some(words(Some(&map.areas.get(*area)?.key), *shown, label)));
    let words = element("g", &[("aria-hidden", "true")], labels.chain(scale(map, written.scale)));
    // Drawn last: the outline of the area that is pointed to.
    let top = element("use", &[("class", "top")], []);
    let ground = map.ground.iter().map(|outline| element("path", &[("d", &path(outline))], []));
    let ground = (!map.ground.is_empty()).then(|| element("g", &[("class", "below")], ground));
    let inside = ground.into_iter().chain(links).chain([words, top]);
    let svg = element("svg", &[("viewBox", &size), ("role", "group"), ("aria-label", name)], inside);
    let nameless = written.nameless.map(|shown| {
        let class = class(shown).unwrap_or_default();
        element("span", &[("class", class)], [text(town_words::nameless_areas(lang))])
    });
    all([svg, controls, element("figcaption", &[("class", "src")], note(&map.note).into_iter().chain(nameless))])
}

/// How true boundaries are and who drew them, with the link that a licence asks for.
pub fn note(spans: &[Span]) -> Vec<Markup> {
    let part = |span: &Span| match span {
        Span::Plain(words) | Span::Strong(words) => source_note::note(words),
        Span::Quoted(words) => element("span", &[("lang", "de")], [source_note::note(words)]),
    };
    spans.iter().map(part).collect()
}

/// One area: its shape is a link, named by what is written on it.
fn link(area: &MapArea, base: &str) -> Markup {
    let shape = element("path", &[("class", "a"), ("id", &format!("a{}", area.id)), ("d", &path(&area.outline))], []);
    element(
        "a",
        &[
            ("href", &format!("{base}{}", area.slug)),
            ("data-s", &area.key),
            ("data-a", &area.id.to_string()),
            ("aria-label", &area.title),
        ],
        [shape],
    )
}

/// The class of what stands in some pictures only.
fn class(shown: Shown) -> Option<&'static str> {
    match shown {
        Shown::Always => None,
        Shown::Wide => Some("w"),
        Shown::Slim => Some("s"),
    }
}

/// What is written on one area, above all shapes, or beside it with a line to it. `state` gives the colours of what
/// stands on the area.
pub fn words(state: Option<&str>, shown: Shown, label: &Label) -> Markup {
    let (x, y) = label.middle;
    let leader = label.leader.map(|[from, to]| {
        let d = format!("M{} {}L{} {}m-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0", from.0 - x, from.1 - y, to.0 - x, to.1 - y);
        element("path", &[("class", "ld"), ("d", &d)], [])
    });
    // Beside its area a label has no colours of it, but it goes with it.
    let kind = if label.leader.is_none() { "data-s" } else { "data-f" };
    let place = format!("translate({x} {y})");
    let own = [("transform", place.as_str())].into_iter().chain(state.map(|state| (kind, state)));
    let own: Vec<_> = own.chain(class(shown).map(|class| ("class", class))).collect();
    element("g", &own, leader.into_iter().chain(lines(label)))
}

/// The lines of a label around its middle, in heights of its letters.
fn lines(label: &Label) -> Vec<Markup> {
    let line = |class: &str, y: &str, words: &str| element("text", &[("class", class), ("y", y)], [text(words)]);
    match &label.name[..] {
        [] => vec![line("v", ".34em", &label.figure)],
        [name] if label.figure.is_empty() => vec![line("n", ".34em", name)],
        [first, rest @ ..] if label.figure.is_empty() => {
            vec![line("n", "-.25em", first), line("n", ".92em", &rest.join(" "))]
        }
        [name] => vec![line("n", "-.25em", name), line("v", ".88em", &label.figure)],
        [first, rest @ ..] => {
            vec![line("n", "-.82em", first), line("n", ".34em", &rest.join(" ")), line("v", "1.44em", &label.figure)]
        }
    }
}

/// Two kilometres, and where north is.
fn scale(map: &MapView, (x, y): (i32, i32)) -> [Markup; 4] {
    let path = |class: &str, d: String| element("path", &[("class", class), ("d", &d)], []);
    let label = |class: &str, x: i32, y: i32, words: &str| {
        element("text", &[("class", class), ("x", &x.to_string()), ("y", &y.to_string())], [text(words)])
    };
    [
        path("bar", format!("M{x} {y}v-10m0 5h{}m0-5v10", map.two_km)),
        label("mute l", x, y - 20, "2 km"),
        path("north", format!("M{} {}l10 32-10-7-10 7z", x + 14, y - 130)),
        label("mute", x + 14, y - 70, "N"),
    ]
}
