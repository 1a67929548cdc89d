//! The pages of the town about these pages: accessibility, Leichte Sprache, privacy, imprint, sources. A text of the town
//! takes the place of the program's own; what the program knows better (figures, sources, who is still missing) it adds itself.

mod defaults;
mod plain_language;
mod sources;
mod words;

use jiff::civil::Date;

use super::{
    crumbs::crumbs,
    frame_words,
    lang::Lang,
    markdown,
    markup::{Markup, all, element, in_german, text, void},
    strand::ReadPage,
};
use crate::domain::{rollout::Rollout, town_text::TextKind};

pub use defaults::{CONTACT, FIGURES, default};
pub use plain_language::sentences;
pub use words::footer;

/// Where the accessibility statement is.
pub const ACCESSIBILITY: &str = "/barrierefreiheit";
/// Where the page in Leichte Sprache is.
pub const PLAIN_LANGUAGE: &str = frame_words::PLAIN_LANGUAGE.0;
/// Where it stands what is stored.
pub const PRIVACY: &str = super::remark_words::PRIVACY;
/// Where it stands who answers for the pages.
pub const IMPRINT: &str = "/impressum";
/// Where sources and method are.
pub const SOURCES: &str = super::prose_words::METHOD;

/// All of them, in the order of the foot.
pub const ADDRESSES: [&str; 5] = [ACCESSIBILITY, PLAIN_LANGUAGE, SOURCES, PRIVACY, IMPRINT];

/// The page of an address. `rollout` is as known on `today`.
pub fn page(address: &str, rollout: &Rollout, today: Date, lang: Lang) -> Option<ReadPage> {
    let (kind, body) = match address {
        ACCESSIBILITY => (TextKind::Accessibility, accessibility(rollout, lang)),
        PLAIN_LANGUAGE => (TextKind::PlainLanguage, plain_language::body(rollout, today, lang)),
        PRIVACY => (TextKind::Privacy, privacy(rollout, lang)),
        IMPRINT => (TextKind::Imprint, written(TextKind::Imprint, rollout, lang)),
        SOURCES => (TextKind::Sources, sources::body(rollout, today, lang)),
        _ => return None,
    };
    let town = rollout.municipality().map_or("", |area| area.name.as_str());
    let title = words::title(kind, lang);
    // What is German in every language says so to who hears it read.
    let german = lang != Lang::De && kind == TextKind::PlainLanguage;
    let attributes: &[(&'static str, &str)] = if german { &[("lang", "de")] } else { &[] };
    let heading = if german { words::title(kind, Lang::De) } else { title };
    let heading = element("h1", &[], [text(heading)]);
    let hint = german.then(|| {
        let (before, name, after) = words::plain_language_hint(lang);
        element("p", &[("class", "sub")], [text(before), in_german(name, lang), text(after)])
    });
    let article = element("article", &[&[("class", "prose")], attributes].concat(), [heading, body]);
    let main = [crumbs(&[], title, lang)].into_iter().chain(hint).chain([article]);
    Some(ReadPage {
        title: format!("{title}. Faserstand {town}").trim_end().to_owned(),
        description: words::description(kind, lang).to_owned(),
        sample: kind == TextKind::PlainLanguage && rollout.town_status(today).sample,
        main: element("main", &[("id", "inhalt"), ("class", "wrap")], main),
    })
}

/// The town's text, else the program's own.
fn written(kind: TextKind, rollout: &Rollout, lang: Lang) -> Markup {
    match rollout.towns_text(kind, lang) {
        Some((own, of)) if of != lang => element("div", &[("lang", of.tag())], [markdown::markup(own)]),
        Some((own, _)) => markdown::markup(own),
        None => markdown::markup(&default(kind, lang)),
    }
}

/// A text around what the program adds: at the place that the text names, else at its end.
fn written_around(place: &str, added: Markup, kind: TextKind, rollout: &Rollout, lang: Lang) -> Markup {
    let text = rollout.own_text(kind, lang).map_or_else(|| default(kind, lang), str::to_owned);
    let (before, after) = text.split_once(place).unwrap_or((text.as_str(), ""));
    all([markdown::markup(before), added, markdown::markup(after)])
}

/// A text below its own heading.
fn section(title: &str, id: &'static str, body: Markup) -> Markup {
    let heading = element("h2", &[("id", id)], [text(title)]);
    element("section", &[("aria-labelledby", id)], [heading, body])
}

/// The statement, the video in sign language where there is one, and whom to write to.
fn accessibility(rollout: &Rollout, lang: Lang) -> Markup {
    let contact = section(words::contact(lang), "kontakt", written(TextKind::Contact, rollout, lang));
    let statement = written_around(CONTACT, contact, TextKind::Accessibility, rollout, lang);
    all([Some(statement), video(rollout, lang)].into_iter().flatten())
}

/// Who answers for the data first, then what is stored.
fn privacy(rollout: &Rollout, lang: Lang) -> Markup {
    let controller = section(words::controller(lang), "stelle", written(TextKind::Controller, rollout, lang));
    all([controller, written(TextKind::Privacy, rollout, lang)])
}

/// The video in German Sign Language: shown here where it lies on this host, else a link to it. It is loaded when it is
/// started, not before.
fn video(rollout: &Rollout, lang: Lang) -> Option<Markup> {
    let address = rollout.own_text(TextKind::SignVideo, Lang::De)?;
    let title = words::sign_video(lang);
    let is_file = address.starts_with('/') && [".mp4", ".webm"].iter().any(|ending| address.ends_with(ending));
    let link = element("p", &[], [element("a", &[("href", address)], [text(title)])]);
    let body = match is_file {
        true => {
            let source = void("source", &[("src", address)]);
            let own = [("controls", ""), ("preload", "none"), ("playsinline", ""), ("aria-label", title)];
            all([element("video", &own, [source]), link])
        }
        false => link,
    };
    Some(section(title, "gebaerden", body))
}
