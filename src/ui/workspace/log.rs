//! Protokoll: every change, with its filter; of one area on that area's page, as a whole on its own.

use leptos::{prelude::*, task::spawn_local};

use super::{
    data_table::DataTable,
    desk::{ask, desk, instead},
};
use crate::{api::records, presentation::table::Line};

/// The whole log on its own page.
#[component]
pub fn LogPage() -> impl IntoView {
    document().set_title("Protokoll – Faserstand");
    view! {
        <h1>"Protokoll"</h1>
        <Log area=Memo::new(|_| String::new())/>
    }
}

/// The log of an area, or all of it where there is no area's name.
#[component]
pub fn Log(
    /// The area's name in addresses; empty for the whole log.
    area: Memo<String>,
) -> impl IntoView {
    let desk = desk();
    let chosen = RwSignal::new(None::<String>);
    let of = move || Some(area.get()).filter(|area| !area.is_empty());
    let asked = ask(move || records::log(of(), chosen.get(), None));
    // What was asked for beyond the first page; a new first page begins anew.
    let older = RwSignal::new((Vec::<Line>::new(), None::<i64>));
    Effect::new(move |_| {
        let before = asked.answer.read().as_ref().and_then(|log| log.before);
        older.set((Vec::new(), before));
    });
    let more = move |before: i64| {
        let question = untrack(move || records::log(of(), chosen.get(), Some(before)));
        spawn_local(async move {
            if let Ok(log) = desk.heed(question.await) {
                older.update(|(lines, next)| {
                    lines.extend(log.table.lines);
                    *next = log.before;
                });
            }
        });
    };
    let kinds = move || {
        let kinds = asked.answer.read().as_ref().map(|log| log.kinds.clone()).unwrap_or_default();
        let button = |(kind, label): (Option<String>, String)| {
            let of = kind.clone();
            let pressed = move || if *chosen.read() == of { "true" } else { "false" };
            view! { <button aria-pressed=pressed on:click=move |_| chosen.set(kind.clone())>{label}</button> }
        };
        kinds.into_iter().map(button).collect::<Vec<_>>()
    };
    let table = move || {
        let mut table = asked.answer.get()?.table;
        table.lines.extend(older.read().0.iter().cloned());
        Some(view! { <DataTable table editor=None/> })
    };
    view! {
        <section class="pan protokoll" aria-labelledby="protokoll-titel">
            <header>
                <h2 id="protokoll-titel">"Änderungen"</h2>
                <span>"unveränderlich; eine Rücknahme ist ein neuer Eintrag"</span>
                <div class="tabs" role="group" aria-label="Art der Änderung">{kinds}</div>
            </header>
            {instead(asked, "Änderungen")}
            {table}
            {move || older.read().1.map(|before| view! {
                <p class="remark"><button on:click=move |_| more(before)>"Weitere Einträge"</button></p>
            })}
        </section>
    }
}
