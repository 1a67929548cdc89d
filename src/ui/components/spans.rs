use leptos::{
    either::{Either, EitherOf3},
    prelude::*,
};

use crate::presentation::span::Span;

/// A sentence whose facts stand out, and whose quoted words say that they are German.
#[component]
pub fn Spans(
    /// Its parts.
    spans: Vec<Span>,
) -> impl IntoView {
    let mut spans = Span::joined(spans);
    match (spans.len(), spans.pop()) {
        (1, Some(Span::Plain(text))) => Either::Left(text),
        (_, last) => {
            let part = |span| match span {
                Span::Plain(text) => EitherOf3::A(text),
                Span::Strong(text) => EitherOf3::B(view! { <b>{text}</b> }),
                Span::Quoted(text) => EitherOf3::C(view! { <span lang="de">{text}</span> }),
            };
            Either::Right(spans.into_iter().chain(last).map(part).collect_view())
        }
    }
}
