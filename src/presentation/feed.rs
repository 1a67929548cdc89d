//! The news as Atom feeds (RFC 4287): what happened in the rollout or in one area, and the numbers that are half of a target or
//! all of it. Built of the same pieces as pages, which escape; every element has its end, so that it is XML too.

use jiff::civil::Date;

use super::{
    area_words, date, feed_words as words,
    lang::Lang,
    markup::{Markup, element, text},
    span::Span,
    timeline_words,
};
use crate::domain::{
    area::{Area, AreaKind},
    calendar::BERLIN,
    crossing::{Crossed, Crossing},
    rollout::Rollout,
    timeline::{Entry, Filter, parted},
};

/// Where the feed of all news is, without the prefix of its language.
pub const ADDRESS: &str = "/verlauf.atom";
/// What the address of an area's feed ends with.
pub const ENDING: &str = ".atom";
/// So many of the newest entries a feed has.
const ENTRIES: usize = 50;
/// The day from which on the host of an address names these ids (RFC 4151). It never changes: neither do ids.
const SINCE: &str = "2026";

/// Where an area's feed is.
pub fn address(area: &Area) -> String {
    format!("/gebiet/{}{ENDING}", area.slug)
}

/// What a feed is made of.
#[derive(Clone, Copy)]
pub struct Feed<'a> {
    /// The rollout as known on `today`.
    pub rollout: &'a Rollout,
    /// Of which area; of all where there is none.
    pub area: Option<&'a Area>,
    /// The day judged by.
    pub today: Date,
    /// Where the pages are published, if that is known.
    pub public_url: Option<&'a str>,
    /// The language.
    pub lang: Lang,
}

/// A piece of news.
struct News {
    day: Date,
    key: String,
    sentence: String,
    /// Whether all of it is quoted: German in a feed of another language.
    german: bool,
    detail: String,
    page: String,
}

impl Feed<'_> {
    /// The feed as XML.
    pub fn xml(&self) -> String {
        let mut news: Vec<News> = self.entries().into_iter().chain(self.crossings()).collect();
        news.sort_by(|one, other| (other.day, &other.key).cmp(&(one.day, &one.key)));
        // Two records of one happening are one piece of news.
        news.dedup_by(|one, other| one.key == other.key);
        news.truncate(ENTRIES);
        let updated = news.first().map_or(self.today, |news| news.day);
        let own = self.area.map_or_else(|| ADDRESS.to_owned(), address);
        let page = self.area.map_or_else(|| "/verlauf".to_owned(), |area| format!("/gebiet/{}", area.slug));
        let town = self.rollout.municipality().map_or("", |area| area.name.as_str());
        let name = self.area.map_or(town, |area| area.name.as_str());
        let head = [
            simple("title", &words::title(name, self.lang)),
            simple("id", &self.id(&own)),
            simple("updated", &instant(updated)),
            link("self", "application/atom+xml", &self.whole(&own)),
            link("alternate", "text/html", &self.whole(&page)),
            element("author", &[], [simple("name", format!("Faserstand {town}").trim_end())]),
        ];
        let entries = news.iter().map(|news| self.entry(news));
        let attributes = [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", self.lang.tag())];
        let feed = element("feed", &attributes, head.into_iter().chain(entries));
        format!("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{}", feed.as_str())
    }

    fn entry(&self, news: &News) -> Markup {
        let updated = instant(news.day);
        let german: &[(&'static str, &str)] = if news.german { &[("xml:lang", "de")] } else { &[] };
        let inside = [
            element("title", german, [text(&clean(&news.sentence))]),
            simple("id", &self.id(&news.key)),
            simple("published", &updated),
            simple("updated", &updated),
            link("alternate", "text/html", &self.whole(&news.page)),
            element("content", &[("type", "text")], [text(&clean(&news.detail))]),
        ];
        element("entry", &[], inside)
    }

    /// What happened, as the timeline tells it.
    fn entries(&self) -> Vec<News> {
        let filter = Filter { area: self.area.map(|area| area.id), strand: None };
        let past = parted(self.rollout.chronicle(), filter, self.today).past;
        past.iter().map(|entry| self.happening(entry)).collect()
    }

    fn happening(&self, entry: &Entry) -> News {
        let named = entry.areas.iter().filter_map(|id| self.rollout.areas.get(*id));
        let areas: Vec<&Area> = named.collect();
        let names: Vec<&str> = areas.iter().map(|area| area.name.as_str()).collect();
        let page = match areas.as_slice() {
            [one] if one.kind != AreaKind::Municipality => format!("/gebiet/{}", one.slug),
            _ => "/verlauf".to_owned(),
        };
        let about = if (1..=5).contains(&names.len()) { names.join(", ") } else { String::new() };
        let when = date::when(entry.when, self.lang);
        let sentence = timeline_words::sentence(entry, self.today, self.lang);
        News {
            day: entry.news_of().min(self.today),
            key: key(entry, &areas),
            german: sentence.iter().all(|span| matches!(span, Span::Quoted(_))),
            sentence: sentence.iter().map(Span::text).collect(),
            detail: words::detail(&when, &about, &entry.source.name, self.lang),
            page,
        }
    }

    fn crossings(&self) -> Vec<News> {
        let crossings = self.rollout.crossings(self.today);
        let ours = crossings.iter().filter(|one| self.area.is_none_or(|area| area.id == one.area));
        ours.filter_map(|crossing| self.crossing(crossing)).collect()
    }

    fn crossing(&self, crossing: &Crossing) -> Option<News> {
        let area = self.rollout.areas.get(crossing.area)?;
        let figure = area_words::reading_figure(&crossing.reading, crossing.target, self.lang);
        let (word, sentence) = match crossing.crossed {
            Crossed::Half => ("half", words::half(&area.name, &figure, self.lang)),
            Crossed::Whole => ("whole", words::whole(&area.name, &figure, self.lang)),
        };
        let when = date::long(crossing.reading.as_of, self.lang);
        Some(News {
            day: crossing.known_on.min(self.today),
            key: format!("/gebiet/{}/{word}", area.slug),
            sentence,
            german: false,
            detail: words::detail(&when, "", &crossing.reading.source.name, self.lang),
            page: format!("/gebiet/{}", area.slug),
        })
    }

    /// An address on the public host, in this feed's language.
    fn whole(&self, address: &str) -> String {
        format!("{}{}", self.public_url.unwrap_or_default(), self.lang.address(address))
    }

    /// A name that stays (RFC 4151). It needs the host: without one it is that of the machine itself.
    fn id(&self, key: &str) -> String {
        let host = self.public_url.and_then(|url| url.split_once("://")).map_or("localhost", |(_, host)| host);
        let host = host.split(['/', ':']).next().unwrap_or("localhost");
        format!("tag:{host},{SINCE}:{}", self.lang.address(key))
    }
}

/// A happening by what does not change of it: its day, its areas, and what it is without its remarks.
fn key(entry: &Entry, areas: &[&Area]) -> String {
    let mut what = serde_json::to_value(&entry.what).unwrap_or_default();
    for told in what.as_object_mut().into_iter().flat_map(|parts| parts.values_mut()) {
        let Some(parts) = told.as_object_mut() else { continue };
        for remark in ["note", "reason", "earlier", "figures"] {
            parts.remove(remark);
        }
    }
    let slugs: Vec<&str> = areas.iter().map(|area| area.slug.as_str()).collect();
    format!("/verlauf/{}/{:016x}", entry.when.first_day(), digest(&format!("{what} {}", slugs.join(" "))))
}

/// FNV-1a: the same on every machine and in every version, which the standard library's hash does not promise.
fn digest(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The beginning of a day in Berlin.
fn instant(day: Date) -> String {
    let midnight = BERLIN.to_ambiguous_zoned(day.at(0, 0, 0, 0)).compatible();
    midnight.map_or_else(|_| format!("{day}T00:00:00Z"), |zoned| zoned.timestamp().to_string())
}

fn simple(tag: &'static str, words: &str) -> Markup {
    element(tag, &[], [text(&clean(words))])
}

fn link(rel: &str, kind: &str, address: &str) -> Markup {
    element("link", &[("rel", rel), ("type", kind), ("href", address)], [])
}

/// XML has no place for most control characters and for two that are none, not even written as numbers.
fn clean(words: &str) -> String {
    let has_place = |letter: &char| match letter {
        '\n' | '\t' => true,
        letter => !letter.is_control() && !matches!(letter, '\u{fffe}' | '\u{ffff}'),
    };
    words.chars().filter(has_place).collect()
}
