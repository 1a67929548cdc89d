//! What stands beside public figures: how they are worked out, and "Stimmt das nicht?", where one can say so.

use leptos::prelude::*;

use crate::{
    domain::{area::Slug, remark::Place},
    presentation::{
        lang::Lang,
        prose_words,
        remark_words::{address, question},
    },
};

/// The link of the start page.
pub fn of_town(lang: Lang) -> impl IntoView {
    link(&Place::TOWN, lang)
}

/// The link of an area's page.
pub fn of_area(slug: &Slug, lang: Lang) -> impl IntoView + use<> {
    link(&Place::area(slug.clone()), lang)
}

/// The link to how figures are worked out, and where they come from.
pub fn of_method(lang: Lang) -> impl IntoView {
    view! { <a href=lang.address(prose_words::METHOD)>{prose_words::method(lang)}</a> }
}

fn link(place: &Place, lang: Lang) -> impl IntoView + use<> {
    view! { <a href=lang.address(&address(place))>{question(lang)}</a> }
}
