//! The component for a page's data.

use leptos::{either::Either, prelude::*};

use super::{area::AreaPage, start::StartPage};
use crate::presentation::view::PageView;

/// The page for its data. When the signal changes, the page follows in place.
#[component]
pub fn PublicPage(
    /// The data.
    page: ReadSignal<PageView>,
) -> impl IntoView {
    // Which page it is never changes while it is open.
    let is_town = page.with_untracked(|page| matches!(page, PageView::Town(_)));
    if is_town {
        let town = Signal::derive(move || match page.get() {
            PageView::Town(view) => view,
            PageView::Area(_) => Default::default(),
        });
        Either::Left(view! { <StartPage town/> })
    } else {
        let area = Signal::derive(move || match page.get() {
            PageView::Area(view) => view,
            PageView::Town(_) => Default::default(),
        });
        Either::Right(view! { <AreaPage area/> })
    }
}
