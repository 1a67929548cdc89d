//! What has changed since the last visit.

use leptos::prelude::*;

use crate::presentation::today_view::TodayView;

/// The table.
pub fn panel(view: &TodayView) -> impl IntoView + use<> {
    let news = view.news.clone();
    view! {
        <section class="pan protokoll news">
            <header>
                <h2>{news.title}</h2>
                <span>{news.note}</span>
                <a class="end" href="/arbeit/protokoll">"Ganzes Protokoll"</a>
            </header>
            <div inner_html=news.table.into_string()></div>
        </section>
    }
}
