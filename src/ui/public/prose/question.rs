//! "Stimmt das nicht?": beside public figures, where one can say so.

use leptos::prelude::*;

use crate::{
    domain::{area::Slug, remark::Place},
    presentation::{
        lang::Lang,
        remark_words::{address, question},
    },
};

/// The link of the start page.
pub fn of_town() -> impl IntoView {
    link(&Place::TOWN)
}

/// The link of an area's page.
pub fn of_area(slug: &Slug) -> impl IntoView + use<> {
    link(&Place::area(slug.clone()))
}

fn link(place: &Place) -> impl IntoView + use<> {
    view! { <a href=address(place)>{question(Lang::De)}</a> }
}
