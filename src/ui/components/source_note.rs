use leptos::{either::Either, prelude::*};

/// The name under which the federal mapping agency's licence wants to be linked on a web page.
const BKG: &str = "© GeoBasis-DE / BKG";

/// A source's note. The federal mapping agency is linked, as its licence (dl-de/by-2-0) asks for.
#[component]
pub fn SourceNote(
    /// The note.
    note: String,
) -> impl IntoView {
    match note.split_once(BKG) {
        Some((before, after)) => {
            Either::Left((before.to_owned(), view! { <a href="https://www.bkg.bund.de">{BKG}</a> }, after.to_owned()))
        }
        None => Either::Right(note),
    }
}
