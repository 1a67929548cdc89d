use leptos::prelude::*;

use crate::presentation::bar::{Bar, percent};

/// The threshold bar. Its numbers stand beside it, so it is hidden from assistive technology.
///
/// Places are SVG attributes: the content security policy allows no inline style.
#[component]
pub fn ThresholdBar(
    /// What is drawn.
    bar: Bar,
    /// The key of the state's colours.
    state: String,
) -> impl IntoView {
    let open = (bar.open > bar.certain).then(|| {
        view! { <rect class="o" x=percent(bar.certain) width=percent(bar.open - bar.certain) height="100%"></rect> }
    });
    let mark = bar.mark.map(|mark| {
        let x = percent(mark);
        view! { <line class="m" x1=x.clone() x2=x y1="0" y2="100%"></line> }
    });
    view! {
        <svg class="tbar" data-s=state aria-hidden="true">
            <rect class="t" width="100%" height="100%"></rect>
            <rect class="f" width=percent(bar.certain) height="100%"></rect>
            {open}
            {mark}
        </svg>
    }
}
