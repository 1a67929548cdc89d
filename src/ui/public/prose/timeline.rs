//! What happened and what comes.

use jiff::civil::Date;
use leptos::prelude::*;

use crate::{
    domain::timeline::Entry,
    presentation::{lang::Lang, timeline_words},
    ui::components::Spans,
};

/// The timeline, oldest first. What is still to come is drawn hollow.
#[component]
pub fn Timeline(
    /// Its entries.
    entries: Vec<Entry>,
    /// The day by which past and future are told apart.
    today: Date,
    /// Whether the operator's decision is still to come, without a date.
    decision_ahead: bool,
) -> impl IntoView {
    let items: Vec<_> = entries.iter().map(|entry| item(entry, today)).collect();
    let decision = decision_ahead.then(|| {
        view! {
            <li class="nx">
                <span class="t">"noch ohne Termin"</span>
                "Der Betreiber prüft die Verträge und entscheidet über den Ausbau."
            </li>
        }
    });
    view! { <ol class="tl">{items}{decision}</ol> }
}

fn item(entry: &Entry, today: Date) -> impl IntoView + use<> {
    let class = if entry.is_ahead(today) { "nx" } else { "" };
    view! {
        <li class=class>
            <time datetime=entry.when.to_string().split('/').next().unwrap_or_default().to_owned()>{timeline_words::when(entry, today, Lang::De)}</time>
            <Spans spans=timeline_words::sentence(entry, today, Lang::De)/>
            <span class="src">{format!("Quelle: {}", entry.source.name)}</span>
        </li>
    }
}
