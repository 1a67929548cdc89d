//! The component for a page's data.

use leptos::{either::EitherOf3, prelude::*};

use super::{area::AreaPage, large_map::LargeMap, start::StartPage};
use crate::presentation::view::PageView;

/// The page for its data. When the signal changes, the page follows in place.
#[component]
pub fn PublicPage(
    /// The data.
    page: ReadSignal<PageView>,
) -> impl IntoView {
    // Which page it is never changes while it is open.
    match page.get_untracked() {
        PageView::Town(_) => {
            let town = Signal::derive(move || match page.get() {
                PageView::Town(view) => view,
                _ => Default::default(),
            });
            EitherOf3::A(view! { <StartPage town/> })
        }
        PageView::Area(_) => {
            let area = Signal::derive(move || match page.get() {
                PageView::Area(view) => view,
                _ => Default::default(),
            });
            EitherOf3::B(view! { <AreaPage area/> })
        }
        PageView::Map(_) => {
            let map = Signal::derive(move || match page.get() {
                PageView::Map(view) => view,
                _ => Default::default(),
            });
            EitherOf3::C(view! { <LargeMap map/> })
        }
    }
}
