use leptos::prelude::*;

/// A sign from the page's sprite (in the page's shell). Decoration: the word stands beside it.
#[component]
pub fn Icon(
    /// The symbol's name without its `i-`.
    name: String,
) -> impl IntoView {
    view! { <svg class="i" aria-hidden="true"><use href=format!("#i-{name}")></use></svg> }
}
