//! Fällig: what is to be done, overdue first.

use leptos::prelude::*;

use crate::presentation::today_view::{DueView, TodayView, Urgency};

/// The list.
pub fn panel(view: &TodayView) -> impl IntoView + use<> {
    let items: Vec<_> = view.due.iter().cloned().map(item).collect();
    view! {
        <section class="pan due" aria-labelledby="faellig-titel">
            <header>
                <h2 id="faellig-titel">"Fällig"</h2>
                <span>{view.due_note.clone()}</span>
            </header>
            <ul>{items}</ul>
        </section>
    }
}

fn item(due: DueView) -> impl IntoView {
    let DueView { day, mark, urgency, title, detail, link } = due;
    let class = match urgency {
        Urgency::Overdue => "overdue",
        Urgency::Today => "now",
        Urgency::Ahead => "soft",
    };
    let (linked, plain) = match link {
        Some(href) => (Some(view! { <a href=href>{title}</a> }), None),
        None => (None, Some(title)),
    };
    view! {
        <li>
            <p>{day}<small class=class>{mark}</small></p>
            <p>{linked}{plain}<small>{detail}</small></p>
        </li>
    }
}
