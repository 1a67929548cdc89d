//! Markdown as a town writes its own texts in: where its links lead.

use pulldown_cmark::{Event, Parser, Tag};

use crate::domain::town_text::is_allowed_link;

/// The first link of a text that leads where none may lead.
pub fn forbidden_link(text: &str) -> Option<String> {
    let links = Parser::new(text).filter_map(|event| match event {
        Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => Some(dest_url),
        _ => None,
    });
    links.map(|address| address.to_string()).find(|address| !is_allowed_link(address))
}
