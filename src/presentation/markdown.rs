//! Markdown to markup: the texts that a town sets itself. Every piece goes through [`Markup`], which escapes; HTML in the text
//! is text, a link that leads where none may lead is its words alone, and so is a picture.

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Parser, Tag, TagEnd};

use super::markup::{Markup, all, element, text, void};
use crate::domain::town_text::is_allowed_link;

/// Nothing lies deeper than this: what is nested further stands where the last level is. A text of ten thousand brackets must
/// not become ten thousand elements in each other.
const DEEPEST: usize = 12;

/// The text as markup. Its headings begin at the second level: the page's own is the first.
///
/// ```
/// use faserstand_lib::presentation::markdown::markup;
/// assert_eq!(markup("Ein *Satz*.").as_str(), "<p>Ein <em>Satz</em>.</p>");
/// assert_eq!(markup("<b>x</b>").as_str(), "<p>&lt;b&gt;x&lt;/b&gt;</p>");
/// assert_eq!(markup("[x](javascript:alert(1))").as_str(), "<p>x</p>");
/// ```
pub fn markup(source: &str) -> Markup {
    // What is open, outermost first, with the pieces that it holds so far; at the bottom the page.
    let mut open: Vec<(Option<Tag<'_>>, Vec<Markup>)> = vec![(None, Vec::new())];
    // What was opened too deep.
    let mut buried = 0_usize;
    for event in Parser::new(source) {
        match event {
            Event::Start(_) if open.len() > DEEPEST => buried += 1,
            Event::Start(tag) => open.push((Some(tag), Vec::new())),
            Event::End(_) if buried > 0 => buried -= 1,
            Event::End(end) => close(&mut open, end),
            other => open.last_mut().into_iter().for_each(|(_, pieces)| pieces.extend(piece(&other))),
        }
    }
    all(open.into_iter().flat_map(|(_, pieces)| pieces))
}

fn close(open: &mut Vec<(Option<Tag<'_>>, Vec<Markup>)>, end: TagEnd) {
    if open.len() < 2 {
        return;
    }
    let Some((Some(tag), pieces)) = open.pop() else { return };
    let head = matches!(open.last(), Some((Some(Tag::TableHead), _)));
    debug_assert_eq!(tag.to_end(), end);
    if let Some((_, around)) = open.last_mut() {
        around.push(wrapped(&tag, head, pieces));
    }
}

/// What stands by itself.
fn piece(event: &Event<'_>) -> Option<Markup> {
    match event {
        Event::Text(words) | Event::Html(words) | Event::InlineHtml(words) => Some(text(words)),
        Event::Code(words) => Some(element("code", &[], [text(words)])),
        Event::SoftBreak => Some(text(" ")),
        Event::HardBreak => Some(void("br", &[])),
        Event::Rule => Some(void("hr", &[])),
        // Nothing that the parser was asked for.
        _ => None,
    }
}

fn wrapped(tag: &Tag<'_>, in_head: bool, pieces: Vec<Markup>) -> Markup {
    match tag {
        Tag::Paragraph | Tag::HtmlBlock => element("p", &[], pieces),
        Tag::Heading { level, .. } => element(heading(*level), &[], pieces),
        Tag::BlockQuote(_) => element("blockquote", &[], pieces),
        Tag::CodeBlock(CodeBlockKind::Indented | CodeBlockKind::Fenced(_)) => {
            element("pre", &[], [element("code", &[], pieces)])
        }
        Tag::List(None) => element("ul", &[], pieces),
        Tag::List(Some(first)) if *first != 1 => element("ol", &[("start", &first.to_string())], pieces),
        Tag::List(Some(_)) => element("ol", &[], pieces),
        Tag::Item => element("li", &[], pieces),
        Tag::Emphasis => element("em", &[], pieces),
        Tag::Strong => element("strong", &[], pieces),
        Tag::Link { dest_url, .. } if is_allowed_link(dest_url) => element("a", &[("href", dest_url)], pieces),
        Tag::Table(_) => element("div", &[("class", "tw"), ("tabindex", "0")], [element("table", &[], pieces)]),
        Tag::TableHead => element("thead", &[], [element("tr", &[], pieces)]),
        Tag::TableRow => element("tr", &[], pieces),
        Tag::TableCell if in_head => element("th", &[("scope", "col")], pieces),
        Tag::TableCell => element("td", &[], pieces),
        // A forbidden link and a picture are their words.
        _ => all(pieces),
    }
}

fn heading(level: HeadingLevel) -> &'static str {
    match level {
        HeadingLevel::H1 | HeadingLevel::H2 => "h2",
        HeadingLevel::H3 => "h3",
        _ => "h4",
    }
}
