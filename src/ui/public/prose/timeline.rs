//! What happened and what comes.

use jiff::civil::Date;
use leptos::prelude::*;

use crate::{
    domain::timeline::Entry,
    presentation::{lang::Lang, prose_words, source_note, timeline_words},
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
    /// The page's language.
    lang: Lang,
) -> impl IntoView {
    let items: Vec<_> = entries.iter().map(|entry| item(entry, today, lang)).collect();
    let decision = decision_ahead.then(|| {
        view! {
            <li class="nx">
                <span class="t">{prose_words::without_date(lang)}</span>
                {prose_words::decision_ahead(lang)}
            </li>
        }
    });
    view! { <ol class="tl">{items}{decision}</ol> }
}

fn item(entry: &Entry, today: Date, lang: Lang) -> impl IntoView + use<> {
    let class = if entry.is_ahead(today) { "nx" } else { "" };
    view! {
        <li class=class>
            <time datetime=entry.when.to_string().split('/').next().unwrap_or_default().to_owned()>{timeline_words::when(entry, today, lang)}</time>
            <Spans spans=timeline_words::sentence(entry, today, lang)/>
            <span class="src"><Spans spans=source_note::spans(&entry.source.name, lang)/></span>
        </li>
    }
}
