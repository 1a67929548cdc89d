use leptos::prelude::*;

use super::Icon;
use crate::presentation::view::ChipView;

/// The state's word with its sign, never colour alone.
#[component]
pub fn Chip(
    /// The state.
    chip: ChipView,
) -> impl IntoView {
    let ChipView { key, word } = chip;
    let sign = key.clone();
    view! { <span class="chip" data-s=key><Icon name=sign/>{word}</span> }
}
