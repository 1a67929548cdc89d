//! The map as an SVG with one link per area, the list's equal twin. No tiles, no WebGL, no other host; the browser only
//! draws the outline of the area that is pointed to.

use super::{
    lang::Lang,
    map::MapDrawing,
    map_view::{MapArea, MapView},
    markup::{Markup, all, element, text},
    source_note,
    span::Span,
};

/// The map with its note. Each area carries its number in `data-a`, as its row in the list does, and its shape has an id,
/// so that the page can draw the outline of the area that is pointed to. `base` is the address of an area without its
/// name: "/gebiet/".
pub fn picture(map: &MapView, base: &str, lang: Lang) -> Markup {
    let size = format!("0 0 {} {}", MapDrawing::WIDTH, map.height);
    let name = lang.pick(
        "Karte der Gebiete, gleicher Inhalt wie die Liste",
        "Map of the areas, same content as the list",
        "Carte des secteurs, même contenu que la liste",
    );
    let links = map.areas.iter().map(|area| link(area, base));
    let words = map.areas.iter().map(words).chain(scale(map));
    let words = element("g", &[("aria-hidden", "true")], words);
    // Drawn last: the outline of the area that is pointed to.
    let top = element("use", &[("class", "top")], []);
    let svg = element("svg", &[("viewBox", &size), ("role", "group"), ("aria-label", name)], links.chain([words, top]));
    all([svg, element("figcaption", &[("class", "src")], map_note(map))])
}

/// How true its boundaries are and who drew them, with the link that a licence asks for.
fn map_note(map: &MapView) -> Vec<Markup> {
    let part = |span: &Span| match span {
        Span::Plain(words) | Span::Strong(words) => source_note::note(words),
        Span::Quoted(words) => element("span", &[("lang", "de")], [source_note::note(words)]),
    };
    map.note.iter().map(part).collect()
}

/// One area: its shape is a link, named by what is written on it.
fn link(area: &MapArea, base: &str) -> Markup {
    let shape = element("path", &[("class", "a"), ("id", &format!("a{}", area.id)), ("d", &area.path)], []);
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

/// What is written on one area, above all shapes: a name may reach over its border.
fn words(area: &MapArea) -> Markup {
    let (x, y) = area.label;
    let line = |class: &str, y: i32, words: &str| {
        element("text", &[("class", class), ("x", &x.to_string()), ("y", &y.to_string())], [text(words)])
    };
    element("g", &[("data-s", &area.key)], [line("n", y - 6, &area.name), line("v", y + 24, &area.figure)])
}

/// Two kilometres, and where north is.
fn scale(map: &MapView) -> [Markup; 4] {
    let up = |above: u32| map.height.saturating_sub(10).saturating_sub(above);
    let path = |class: &str, d: String| element("path", &[("class", class), ("d", &d)], []);
    let label = |class: &str, x: &str, y: u32, words: &str| {
        element("text", &[("class", class), ("x", x), ("y", &y.to_string())], [text(words)])
    };
    [
        path("bar", format!("M16 {}v-10m0 5h{}m0-5v10", up(0), map.two_km)),
        label("mute l", "16", up(20), "2 km"),
        path("north", format!("M30 {}l10 32-10-7-10 7z", up(130))),
        label("mute", "30", up(70), "N"),
    ]
}
