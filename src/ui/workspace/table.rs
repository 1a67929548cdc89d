//! A table of areas: sorted by its headings, walked with the arrow keys. Its rows come drawn, each with its place in every
//! column (`data-o`).

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::browser;

/// How the rows stand: by a column, the largest first or the smallest.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Sort {
    column: usize,
    falling: bool,
}

impl Sort {
    /// As they come: by the quota.
    pub const RANKED: Self = Self { column: 1, falling: true };

    /// After a click on a heading: the other way round, or a new column in its usual direction.
    pub fn clicked(self, column: usize) -> Self {
        let rises = document().query_selector(&format!("[data-sort=\"{column}\"][data-rises]"));
        let falling = if self.column == column { !self.falling } else { !matches!(rises, Ok(Some(_))) };
        Self { column, falling }
    }

    /// By what a row stands here; the smallest goes first, and what is not known last, whichever way round.
    fn place(self, row: &Element) -> i64 {
        let order = row.get_attribute("data-o").unwrap_or_default();
        let place = order.split(' ').nth(self.column).and_then(|place| place.parse::<i64>().ok());
        place.map_or(i64::MAX, |place| if self.falling { -place } else { place })
    }
}

/// Puts the rows of each group in this order, and says so in the head.
pub fn arrange(sort: Sort) {
    browser::each(".areas tbody", |group| {
        let mut rows: Vec<(i64, Element)> = Vec::new();
        browser::each_in(&group, "tr[data-o]", |row| {
            let place = sort.place(&row);
            // Rows that stand alike keep their order.
            let after = rows.iter().position(|(other, _)| *other > place).unwrap_or(rows.len());
            rows.insert(after, (place, row));
        });
        for (_, row) in rows {
            let _ = group.append_child(&row);
        }
    });
    browser::each(".areas .sort", |button| {
        let here = button.get_attribute("data-sort") == Some(sort.column.to_string());
        let (named, arrow) = if sort.falling { ("descending", " ↓") } else { ("ascending", " ↑") };
        if let Some(head) = button.parent_element() {
            let _ = if here { head.set_attribute("aria-sort", named) } else { head.remove_attribute("aria-sort") };
        }
        if let Some(sign) = button.last_element_child() {
            sign.set_text_content(here.then_some(arrow));
        }
    });
}

/// One row is in the order of the Tab key: that of this area. Without one it stays as it came.
pub fn stop_at(area: Option<i32>) {
    let Some(area) = area else { return };
    browser::each(".areas tbody a", |link| {
        let here = link.closest("tr").ok().flatten().and_then(|row| row.get_attribute("data-a"));
        let _ = link.set_attribute("tabindex", if here == Some(area.to_string()) { "0" } else { "-1" });
    });
}

/// The arrow keys walk from one area's link to the next.
pub fn walk(event: ev::KeyboardEvent) {
    let down = event.key() == "ArrowDown";
    let in_table = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let in_table = in_table.is_some_and(|target| matches!(target.closest(".areas .tw"), Ok(Some(_))));
    if !in_table || !(down || event.key() == "ArrowUp") {
        return;
    }
    let mut links: Vec<Element> = Vec::new();
    browser::each(".areas tbody a", |link| links.push(link));
    let focused = document().active_element();
    let here = links.iter().position(|link| Some(link) == focused.as_ref());
    let next = match here {
        None => Some(0),
        Some(here) if down => Some(here + 1),
        Some(here) => here.checked_sub(1),
    };
    let Some(next) = next.and_then(|next| links.get(next)?.dyn_ref::<HtmlElement>()) else { return };
    event.prevent_default();
    let _ = next.focus();
}
