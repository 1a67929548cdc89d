//! What stands in a page's head for programs: its feeds, what a link to it shows elsewhere (Open Graph), and on the start page
//! what the data are (JSON-LD). No line of it is run, and none of it loads anything.

use super::{compress::Packed, pages::Source};
use crate::{
    domain::status::TownStatus,
    presentation::{
        feed::{self, Feed},
        feed_words,
        lang::Lang,
        markup::{all, void},
        structured, town_texts,
    },
};

/// What a page says about itself.
pub struct About<'a> {
    /// Its title.
    pub title: &'a str,
    /// What it shows, in a sentence.
    pub description: &'a str,
    /// Where it is, without the prefix of its language.
    pub address: &'a str,
    /// Its language.
    pub lang: Lang,
}

impl Source<'_> {
    /// The lines for every page.
    pub fn head(&self, about: &About<'_>) -> String {
        let About { title, description, address, lang } = about;
        let slug = address.strip_prefix("/gebiet/");
        let area = slug.and_then(|slug| self.rollout.areas.by_slug(slug)).filter(|area| area.parent.is_some());
        let town = self.rollout.municipality().map_or("", |area| area.name.as_str());
        let feed = |name: &str, address: &str| {
            let (title, address) = (feed_words::title(name, *lang), lang.address(address));
            let own =
                [("rel", "alternate"), ("type", "application/atom+xml"), ("title", title.as_str()), ("href", &address)];
            void("link", &own)
        };
        let own = area.map(|area| feed(&area.name, &feed::address(area)));
        let feeds = [Some(feed(town, feed::ADDRESS)), own].into_iter().flatten();
        let property = |name: &str, content: &str| void("meta", &[("property", name), ("content", content)]);
        let url = self.shell.public_url().map(|url| property("og:url", &format!("{url}{}", lang.address(address))));
        let graph = [
            property("og:type", "website"),
            property("og:title", title),
            property("og:description", description),
            property("og:locale", locale(*lang)),
        ];
        all(feeds.chain(graph).chain(url)).into_string()
    }

    /// What the data are, as a block that cannot end the element it stands in.
    pub fn dataset(&self, status: &TownStatus, lang: Lang) -> String {
        let data = structured::dataset(self.rollout, status, self.shell.public_url(), lang).to_string();
        format!("<script type=\"application/ld+json\">{}</script>", data.replace('<', "\\u003c"))
    }

    /// The news of an area or of all; nothing for an area that does not exist.
    pub fn feed(&self, slug: Option<&str>, lang: Lang) -> Option<Packed> {
        let area = match slug {
            Some(slug) => Some(self.rollout.areas.by_slug(slug).filter(|area| area.parent.is_some())?),
            None => None,
        };
        let (rollout, today, public_url) = (self.rollout, self.today, self.shell.public_url());
        let xml = Feed { rollout, area, today, public_url, lang }.xml();
        Some(Packed::new(xml.into_bytes(), "application/atom+xml; charset=utf-8"))
    }

    /// The links at the foot of every page.
    pub fn foot_links(&self, lang: Lang) -> Vec<(String, &'static str)> {
        let links = town_texts::footer(lang);
        links.into_iter().map(|(address, name)| (lang.address(address), name)).collect()
    }
}

const fn locale(lang: Lang) -> &'static str {
    lang.pick("de_DE", "en_GB", "fr_FR")
}
