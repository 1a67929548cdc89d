//! What stands beside public figures: how they are worked out, and where one can say that something is wrong.

use super::{
    lang::Lang,
    markup::{Markup, element, text},
    prose_words, remark_words,
};
use crate::domain::remark::Place;

/// The link to how figures are worked out, and where they come from.
pub fn method(lang: Lang) -> Markup {
    element("a", &[("href", &lang.address(prose_words::METHOD))], [text(prose_words::method(lang))])
}

/// "Stimmt das nicht?", for what a page is about.
pub fn question(place: &Place, lang: Lang) -> Markup {
    element("a", &[("href", &lang.address(&remark_words::address(place)))], [text(remark_words::question(lang))])
}
