//! The list of all pages for search engines, each with the day of its newest news and with its other languages.

use jiff::civil::Date;

use super::{
    chronicle_page, facilities_public, funding_public,
    lang::Lang,
    map_page,
    markup::{Markup, element, text},
    town_texts,
};
use crate::domain::rollout::Rollout;

/// The pages below this address as XML. `rollout` is as known on `today`.
pub fn xml(rollout: &Rollout, today: Date, public_url: &str) -> String {
    let all = rollout.newest_news(None, today);
    let areas = rollout.areas.iter().filter(|area| area.parent.is_some());
    let areas = areas.map(|area| (format!("/gebiet/{}", area.slug), rollout.newest_news(Some(area.id), today)));
    let strands = [
        map_page::ADDRESS,
        facilities_public::ADDRESS,
        funding_public::ADDRESS,
        chronicle_page::ADDRESS,
        town_texts::SOURCES,
    ];
    let strands = ["/"].into_iter().chain(strands).map(|address| (address.to_owned(), all));
    // What a town says about these pages is as old as nobody asks.
    let undated = town_texts::ADDRESSES.into_iter().filter(|address| *address != town_texts::SOURCES);
    let undated = undated.map(|address| (address.to_owned(), None));
    let pages: Vec<(String, Option<Date>)> = strands.chain(areas).chain(undated).collect();
    let urls = Lang::ALL.into_iter().flat_map(|lang| pages.iter().map(move |page| url(page, lang, public_url)));
    let own =
        [("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"), ("xmlns:xhtml", "http://www.w3.org/1999/xhtml")];
    format!("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{}", element("urlset", &own, urls).as_str())
}

fn url((address, newest): &(String, Option<Date>), lang: Lang, public_url: &str) -> Markup {
    let whole = |lang: Lang| format!("{public_url}{}", lang.address(address));
    let location = element("loc", &[], [text(&whole(lang))]);
    let newest = newest.map(|day| element("lastmod", &[], [text(&day.to_string())]));
    let other = |lang: Lang| {
        let address = whole(lang);
        element("xhtml:link", &[("rel", "alternate"), ("hreflang", lang.tag()), ("href", address.as_str())], [])
    };
    element("url", &[], [location].into_iter().chain(newest).chain(Lang::ALL.map(other)))
}
