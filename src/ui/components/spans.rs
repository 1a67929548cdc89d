use leptos::{either::EitherOf3, prelude::*};

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
            Span::Plain(text) => EitherOf3::A(text),
            Span::Strong(text) => EitherOf3::B(view! { <b>{text}</b> }),
            Span::Quoted(text) => EitherOf3::C(view! { <span lang="de">{text}</span> }),
        })
        .collect_view()
}
