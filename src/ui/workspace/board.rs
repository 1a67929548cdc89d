//! Heute, and Karte: what the server drew (`presentation::today_markup`), and what one does with it. The table is sorted and
//! walked here, and table, map and facts show which area is pointed to.

use leptos::{ev, prelude::*, task::spawn_local};

use super::{
    browser,
    desk::{ask, desk, instead},
    table::{self, Sort},
};
use crate::{
    api,
    presentation::workspace_words,
    ui::map::{self, zoomable},
};

/// What is drawn anew as a whole when the data change.
const PLACE: &str = "tafel";
const SITUATION: &str = "lagesatz";

/// The screen.
#[component]
pub fn Board(
    /// The map as a screen of its own, not the whole day.
    map: bool,
) -> impl IntoView {
    let desk = desk();
    let asked = ask(move || api::desk::today(Some(map)));
    let page = Memo::new(move |_| {
        asked.answer.with(|screen| screen.as_ref().map_or_else(String::new, |screen| screen.page.as_str().to_owned()))
    });
    // How the rows stand, and on which of them someone stood last, outlive the rows.
    let (sort, stood) = (StoredValue::new(Sort::RANKED), StoredValue::new(None));
    Effect::new(move |_| {
        if let Some(place) = browser::element(PLACE) {
            let chosen = map::Choice::now();
            place.set_inner_html(&page.read());
            chosen.restore();
        }
        table::arrange(sort.get_value());
        table::stop_at(stood.get_value());
    });
    browser::keep_focus_in(page);
    Effect::new(move |_| {
        let Some((change, title)) = asked.answer.with(|screen| screen.as_ref().map(|it| (it.change, it.title.clone())))
        else {
            return;
        };
        document().set_title(&workspace_words::title(&title));
        if !map {
            // Whether it was noted matters to nobody now: at worst the next visit tells something twice.
            spawn_local(async move { drop(api::desk::seen(change).await) });
        }
    });
    let press = move |event: ev::MouseEvent| {
        if browser::around(&event, "data-copy").is_some() {
            browser::copy(SITUATION, workspace_words::SITUATION, desk.said);
        } else if let Some(column) = browser::around(&event, "data-sort").and_then(|place| place.parse().ok()) {
            sort.update_value(|sort| *sort = sort.clicked(column));
            table::arrange(sort.get_value());
        }
    };
    let focused = move |event: ev::FocusEvent| {
        let area = map::area_of(&event);
        point(area, map);
        if area.is_some() {
            stood.set_value(area);
            table::stop_at(area);
        }
    };
    view! {
        {instead(asked, workspace_words::AREAS)}
        <div
            id=PLACE
            use:zoomable
            on:click=press
            on:mouseover=move |event| point(map::area_of(&event), map)
            on:mouseleave=move |_| point(None, map)
            on:focusin=focused
            on:focusout=move |_| point(None, map)
            on:keydown=table::walk
        ></div>
    }
}

/// Shows which area is pointed to: its row, its outline, its facts. Beside the large map the last one's stay.
fn point(area: Option<i32>, stays: bool) {
    if stays && area.is_none() {
        return;
    }
    map::outline(area);
    let area = area.map(|area| area.to_string());
    browser::each("#tafel tr[data-a]", |row| {
        let here = area.is_some() && row.get_attribute("data-a") == area;
        let _ = row.class_list().toggle_with_force("on", here);
    });
    browser::each("#tafel [data-of]", |facts| {
        let _ = facts.toggle_attribute_with_force("hidden", facts.get_attribute("data-of") != area);
    });
}
