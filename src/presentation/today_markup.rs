//! Heute and Karte as markup (docs/decisions/011): the sentence of the day, what is due, the table of all areas, the news,
//! the map. A row carries in `data-o` by what it stands in each column; the browser sorts by it.

use super::{
    bar::percent,
    lang::Lang,
    lettering::Sizes,
    map_picture,
    map_view::MapView,
    markup::{Markup, all, element, text},
    remark_desk,
    screen_view::ScreenView,
    today_view::{AreaRow, Column, DueView, GroupView, TodayView, Urgency},
};
use crate::domain::ids::AreaId;

/// The id of the sentence of the day.
const SITUATION: &str = "lagesatz";

impl TodayView {
    /// Heute, as it is sent to who may edit or only reads.
    pub fn day(&self, may_edit: bool) -> ScreenView {
        let panels = [self.due_panel(), self.areas_panel(), self.news_panel()];
        let panels = panels.into_iter().chain((!self.map.as_str().is_empty()).then(|| self.map_panel()));
        let page = all([self.head(may_edit), self.sentence(), element("div", &[("class", "today")], panels)]);
        ScreenView { change: self.change, title: "Heute".to_owned(), page }
    }

    /// Karte: the maps of these areas, and beside them what the table says of each area; the browser shows that of one.
    pub fn map_page(&self, maps: Markup, shown: impl Iterator<Item = AreaId>) -> ScreenView {
        let hint = "Zeigen Sie auf ein Gebiet, oder gehen Sie mit der Tabulatortaste hin.";
        let hint = element("p", &[("class", "soft"), ("data-of", "0")], [text(hint)]);
        let rows = || self.groups.iter().flat_map(|group| &group.rows);
        let outside = shown.filter(|area| rows().all(|row| i64::from(row.id) != area.0));
        let outside = outside.map(|area| {
            let words = element("p", &[], [text("Dieses Gebiet gehört zu keiner Kampagne.")]);
            element("div", &[("data-of", &area.0.to_string()), ("hidden", "")], [words])
        });
        let beside = [hint].into_iter().chain(rows().map(facts)).chain(outside);
        let beside = element("section", &[("class", "pan"), ("aria-label", "Das Gebiet, auf das Sie zeigen")], beside);
        let title = element("h1", &[], [text("Karte")]);
        let sources = element("p", &[("class", "hints")], [text(&self.situation.sources)]);
        let page = all([title, sources, element("div", &[("class", "map-page")], [maps, beside])]);
        ScreenView { change: self.change, title: "Karte".to_owned(), page }
    }

    fn head(&self, may_edit: bool) -> Markup {
        let key = |key: &str| element("kbd", &[("aria-hidden", "true")], [text(key)]);
        let copy = element(
            "button",
            &[("type", "button"), ("data-key", "l"), ("aria-keyshortcuts", "l"), ("data-copy", SITUATION)],
            [text("Lagesatz kopieren"), key("L")],
        );
        let enter = may_edit.then(|| {
            let own = [("class", "act primary"), ("data-key", "n"), ("aria-keyshortcuts", "n")];
            let attributes: Vec<_> = [("href", "/arbeit/zahlen")].into_iter().chain(own).collect();
            element("a", &attributes, [text("Wochenzahlen erfassen"), key("N")])
        });
        let acts = element("div", &[("class", "acts")], [copy].into_iter().chain(enter));
        element("div", &[("class", "title")], [element("h1", &[], [text(&self.title)]), acts])
    }

    fn sentence(&self) -> Markup {
        let parts = &self.situation.parts;
        let part = |(place, (strong, words)): (usize, &(bool, String))| {
            // One space before the sources, which follow.
            let words = if place + 1 == parts.len() { words.trim_end() } else { words };
            if *strong { element("b", &[], [text(words)]) } else { text(words) }
        };
        let sources = element("span", &[("class", "soft")], [text(&self.situation.sources)]);
        let inside = parts.iter().enumerate().map(part).chain([text(" "), sources]);
        element("p", &[("class", "situation"), ("id", SITUATION)], inside)
    }

    fn due_panel(&self) -> Markup {
        let remarks = element("a", &[("class", "end"), ("href", remark_desk::ADDRESS)], [text("Hinweise")]);
        let head = [heading("faellig-titel", "Fällig"), element("span", &[], [text(&self.due_note)]), remarks];
        let list = element("ul", &[], self.due.iter().map(due));
        panel("pan due", "faellig-titel", head, [list])
    }

    fn areas_panel(&self) -> Markup {
        let kbd = |key: &str| element("kbd", &[], [text(key)]);
        let keys = [kbd("↑"), kbd("↓"), text(" wählen · "), kbd("↵"), text(" öffnen")];
        let head = [
            heading("gebiete-titel", &self.areas_title),
            element("span", &[], [text(&self.areas_note)]),
            element("span", &[("class", "end"), ("aria-hidden", "true")], keys),
        ];
        let first = self.groups.iter().flat_map(|group| &group.rows).next().map(|row| row.id);
        let bodies = self.groups.iter().map(|group| body(group, first));
        let table = element("table", &[], [self.columns()].into_iter().chain(bodies));
        let frame = [("class", "tw"), ("tabindex", "0"), ("role", "region"), ("aria-labelledby", "gebiete-titel")];
        // The region within has the name: one landmark is enough.
        let head = element("header", &[], head);
        element("section", &[("class", "pan areas")], [head, element("div", &frame, [table])])
    }

    fn columns(&self) -> Markup {
        let name = element("span", &[("class", "hidden")], [text("Balken")]);
        let bars = element("th", &[("scope", "col"), ("class", "axis")], [name, axis(self.axis.as_ref())]);
        let of = element("th", &[("scope", "col"), ("class", "num")], [text("Verträge\u{a0}/ Ziel")]);
        let heads = [
            column("Gebiet", Column::Area, ""),
            bars,
            column("Quote", Column::Quota, "num"),
            column("Woche", Column::Week, "num"),
            of,
            column("fehlen", Column::Missing, "num"),
            column("je Tag nötig\u{a0}/ ist", Column::Needed, "num"),
            column("Zustand", Column::State, ""),
            column("Stand · Quelle", Column::AsOf, ""),
        ];
        element("thead", &[], [element("tr", &[], heads)])
    }

    fn news_panel(&self) -> Markup {
        let head = [
            element("h2", &[], [text(&self.news.title)]),
            element("span", &[], [text(&self.news.note)]),
            element("a", &[("class", "end"), ("href", "/arbeit/protokoll")], [text("Ganzes Protokoll")]),
        ];
        let head = element("header", &[], head);
        element("section", &[("class", "pan protokoll news")], [head, self.news.table.clone()])
    }

    fn map_panel(&self) -> Markup {
        let kbd = |key: &str| element("kbd", &[("aria-hidden", "true")], [text(key)]);
        let large = element("a", &[("href", "/arbeit/karte")], [text("Groß")]);
        let head = [
            heading("karte-titel", "Karte"),
            element("span", &[], [text("Quote in %")]),
            element("span", &[("class", "end")], [large, text(" "), kbd("G"), kbd("K")]),
        ];
        panel("pan map-panel", "karte-titel", head, [self.map.clone()])
    }
}

fn heading(id: &str, words: &str) -> Markup {
    element("h2", &[("id", id)], [text(words)])
}

fn panel<const N: usize>(class: &str, title: &str, head: [Markup; N], inside: [Markup; 1]) -> Markup {
    let head = element("header", &[], head);
    element("section", &[("class", class), ("aria-labelledby", title)], [head].into_iter().chain(inside))
}

/// The map of Heute; empty where no area has a shape.
pub fn small_map(map: &MapView) -> Markup {
    if map.areas.is_empty() {
        return Markup::default();
    }
    let picture = map_picture::picture(&small(map), "/arbeit/gebiete/", Markup::default(), Lang::De);
    element("figure", &[("class", "map")], [picture])
}

/// The map with as little written on it as a small one has room for: "Gri", "31,5".
fn small(map: &MapView) -> MapView {
    let mut map = map.clone();
    map.sizes = Sizes::SMALL;
    for area in &mut map.areas {
        let end = area.name.char_indices().nth(3).map_or(area.name.len(), |(end, _)| end);
        area.name.truncate(end);
        let known = area.figure.contains(|letter: char| letter.is_ascii_digit());
        area.figure = if known { area.figure.replace("\u{a0}%", "") } else { "–".to_owned() };
    }
    map
}

fn due(due: &DueView) -> Markup {
    let class = match due.urgency {
        Urgency::Overdue => "overdue",
        Urgency::Today => "now",
        Urgency::Ahead => "soft",
    };
    let title = match &due.link {
        Some(address) => element("a", &[("href", address)], [text(&due.title)]),
        None => text(&due.title),
    };
    let mark = element("small", &[("class", class)], [text(&due.mark)]);
    let detail = element("small", &[], [text(&due.detail)]);
    element("li", &[], [element("p", &[], [text(&due.day), mark]), element("p", &[], [title, detail])])
}

/// A column's head, by which the table is sorted. The areas come ranked by their quota.
fn column(words: &str, column: Column, class: &'static str) -> Markup {
    let place = (column as usize).to_string();
    // The other columns begin with the largest.
    let rises = matches!(column, Column::Area | Column::State | Column::AsOf);
    let arrow = element("span", &[("aria-hidden", "true")], [text(if column == Column::Quota { " ↓" } else { "" })]);
    let mut own = vec![("type", "button"), ("class", "sort"), ("data-sort", place.as_str())];
    own.extend(rises.then_some(("data-rises", "")));
    let mut attributes = vec![("scope", "col"), ("class", class)];
    attributes.extend((column == Column::Quota).then_some(("aria-sort", "descending")));
    element("th", &attributes, [element("button", &own, [text(words), arrow])])
}

/// 0, the target, 50: the bars' axis.
fn axis(target: Option<&(u32, String)>) -> Markup {
    let label = |x: &str, anchor: &str, words: &str| {
        element("text", &[("x", x), ("y", "11"), ("text-anchor", anchor)], [text(words)])
    };
    let target = target.map(|(mark, words)| label(&percent(*mark), "middle", words));
    let marks = [label("0", "start", "0")].into_iter().chain(target).chain([label("100%", "end", "50")]);
    element("svg", &[("aria-hidden", "true")], marks)
}

/// One campaign's areas. One row of the table is in the order of the Tab key: `first`, until someone walks on.
fn body(group: &GroupView, first: Option<i32>) -> Markup {
    let title = element("th", &[("colspan", "9"), ("scope", "rowgroup")], [text(&group.title)]);
    let rows = group.rows.iter().map(|row| self::row(row, first == Some(row.id)));
    element("tbody", &[], [element("tr", &[("class", "group")], [title])].into_iter().chain(rows))
}

fn row(area: &AreaRow, first: bool) -> Markup {
    let order = area.order.map(|place| place.map_or_else(String::new, |place| place.to_string())).join(" ");
    let address = address(area);
    let link = [("href", address.as_str()), ("tabindex", if first { "0" } else { "-1" })];
    let soft = |words: &str| element("span", &[("class", "soft")], [text(words)]);
    let number = |inside: Vec<Markup>| element("td", &[("class", "num")], inside);
    let bold = |words: &str| element("b", &[], [text(words)]);
    let trend = element("i", &[("class", "trend"), ("aria-hidden", "true")], [text(&area.trend)]);
    let needed = element("span", &[("class", if area.behind { "behind" } else { "" })], [text(&area.needed)]);
    let stale = area.stale.as_ref().map(|age| element("small", &[("class", "stale")], [text(age)]));
    let source = element("small", &[], [text(&area.source)]);
    let cells = [
        element("th", &[("scope", "row")], [element("a", &link, [text(&area.name)])]),
        element("td", &[("class", "axis")], [area.bar.markup(&area.state.key)]),
        number(vec![bold(&area.quota)]),
        number(vec![text(&area.week), trend]),
        number(vec![text(&area.contracts), soft(&area.of)]),
        number(vec![bold(&area.missing)]),
        number(vec![needed, soft(&format!("\u{a0}/ {}", area.pace))]),
        element("td", &[], [area.state.markup()]),
        element("td", &[], [text(&area.as_of), text(" ")].into_iter().chain(stale).chain([source])),
    ];
    element("tr", &[("data-a", &area.id.to_string()), ("data-o", &order)], cells)
}

fn address(area: &AreaRow) -> String {
    format!("/arbeit/gebiete/{}", area.slug)
}

/// What the table says of an area, beside the map.
fn facts(row: &AreaRow) -> Markup {
    let facts = [
        ("Quote", row.quota.clone()),
        ("Verträge\u{a0}/ Ziel", format!("{}{}", row.contracts, row.of)),
        ("fehlen", row.missing.clone()),
        ("je Tag nötig\u{a0}/ ist", format!("{}\u{a0}/ {}", row.needed, row.pace)),
        ("Woche", row.week.clone()),
        ("Stand", row.as_of.clone()),
        ("Quelle", row.source.clone()),
    ];
    let facts =
        facts.iter().flat_map(|(name, fact)| [element("dt", &[], [text(name)]), element("dd", &[], [text(fact)])]);
    let head = element("header", &[], [element("h2", &[], [text(&row.name)]), row.state.markup()]);
    let sentence = element("p", &[], [text(&row.sentence)]);
    let inside = [head, element("dl", &[], facts), sentence];
    element("div", &[("data-of", &row.id.to_string()), ("hidden", "")], inside)
}
