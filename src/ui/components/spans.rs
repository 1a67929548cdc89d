use leptos::{either::Either, prelude::*};

use crate::presentation::town_words::Span;

/// A sentence whose facts stand out.
#[component]
pub fn Spans(
    /// Its parts.
    spans: Vec<Span>,
) -> impl IntoView {
    spans
        .into_iter()
        .map(|span| match span {
            Span::Plain(text) => Either::Left(text),
            Span::Strong(text) => Either::Right(view! { <b>{text}</b> }),
        })
        .collect_view()
}
