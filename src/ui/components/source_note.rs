use leptos::{either::Either, prelude::*};

use crate::presentation::source_note::{BKG, BKG_ADDRESS};

/// A source's note. The federal mapping agency is linked, as its licence (dl-de/by-2-0) asks for.
#[component]
pub fn SourceNote(
    /// The note.
    note: String,
) -> impl IntoView {
    match note.split_once(BKG) {
        Some((before, after)) => {
            Either::Left((before.to_owned(), view! { <a href=BKG_ADDRESS>{BKG}</a> }, after.to_owned()))
        }
        None => Either::Right(note),
    }
}
