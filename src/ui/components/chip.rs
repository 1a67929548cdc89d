use leptos::prelude::*;

use super::Icon;
use crate::presentation::words::Look;

/// The state's word with its sign, never colour alone.
#[component]
pub fn Chip(
    /// The look of the state.
    look: Look,
) -> impl IntoView {
    view! { <span class="chip" data-s=look.key><Icon name=look.key/>{look.word}</span> }
}
