//! The path to a page, above its heading.

use super::{
    frame_words,
    lang::Lang,
    markup::{Markup, element, text},
};

/// From the overview over these pages (address without the prefix of its language, and name) to this one.
pub fn crumbs(over: &[(String, Markup)], here: &str, lang: Lang) -> Markup {
    let link =
        |address: &str, name: Markup| element("li", &[], [element("a", &[("href", &lang.address(address))], [name])]);
    let first = link("/", text(frame_words::overview(lang)));
    let over = over.iter().map(|(address, name)| link(address, name.clone()));
    let here = element("li", &[("aria-current", "page")], [text(here)]);
    let items = element("ol", &[], [first].into_iter().chain(over).chain([here]));
    element("nav", &[("class", "crumbs"), ("aria-label", frame_words::crumbs(lang))], [items])
}
