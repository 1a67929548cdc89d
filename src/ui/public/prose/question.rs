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
pub fn of_town(lang: Lang) -> impl IntoView {
    link(&Place::TOWN, lang)
}

/// The link of an area's page.
pub fn of_area(slug: &Slug, lang: Lang) -> impl IntoView + use<> {
    link(&Place::area(slug.clone()), lang)
}

fn link(place: &Place, lang: Lang) -> impl IntoView + use<> {
    view! { <a href=lang.address(&address(place))>{question(lang)}</a> }
}
