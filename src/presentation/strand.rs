//! The other strands of the rollout (commercial areas, facilities, funding …) as the public sees them: a counter each on the
//! start page, and a page of their own that is only read.

use jiff::civil::Date;

use super::{
    build_words, chronicle_page, chronicle_words, date, facilities_public, facilities_public_words, frame_words,
    funding_public, funding_public_words,
    lang::Lang,
    markup::Markup,
    number,
    query::Query,
    span::Span,
    tally_words,
    tile::{self, Tile},
    words,
};
use crate::domain::{
    funding::Funding,
    rollout::Rollout,
    status::{AreaStatus, CampaignStatus, TownStatus},
};

/// A public page that is only read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadPage {
    /// The window's title.
    pub title: String,
    /// What search engines show.
    pub description: String,
    /// Whether any number shown is invented.
    pub sample: bool,
    /// The page between head and foot: one `main` element with the id "inhalt".
    pub main: Markup,
}

/// The paths of these pages.
pub const PATHS: [&str; 3] = [facilities_public::ADDRESS, funding_public::ADDRESS, chronicle_page::ADDRESS];

/// The addresses of these pages, each with the filters that it can have. No other address has such a page.
pub fn addresses(rollout: &Rollout) -> Vec<String> {
    let plain = [facilities_public::ADDRESS, funding_public::ADDRESS].map(str::to_owned);
    plain.into_iter().chain(chronicle_page::addresses(rollout)).collect()
}

/// The page of an address; `None` where nothing is known that it could show.
pub fn page(address: &str, rollout: &Rollout, today: Date, lang: Lang) -> Option<ReadPage> {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let query = Query::parse(query);
    match path {
        chronicle_page::ADDRESS => chronicle_page::page(&query, rollout, today, lang),
        funding_public::ADDRESS => Some(funding_public::page(rollout, today, lang)),
        facilities_public::ADDRESS => Some(facilities_public::page(rollout, lang)),
        _ => None,
    }
}

/// What the head of every page leads to: addresses without the prefix of their language, and names.
pub fn sections(rollout: &Rollout, lang: Lang) -> Vec<(&'static str, &'static str)> {
    let (facilities, funding) = (facilities_public_words::name(lang), funding_public_words::name(lang));
    let all = [
        (!facilities_public::public(rollout).is_empty(), (facilities_public::ADDRESS, facilities)),
        (!Funding::all(rollout).is_empty(), (funding_public::ADDRESS, funding)),
        (true, (chronicle_page::ADDRESS, chronicle_words::name(lang))),
    ];
    all.into_iter().filter(|(there, _)| *there).map(|(_, section)| section).collect()
}

/// The counters, in their order.
pub fn tiles(rollout: &Rollout, status: &TownStatus, lang: Lang) -> Vec<Tile> {
    let commercial = status.commercial_campaigns().map(|campaign| commercial(campaign, status.today, lang));
    commercial.chain(facilities_public::tile(rollout, lang)).chain(funding_public::tile(rollout, lang)).collect()
}

/// "3 von 8": the total is visible, no percentage. What nobody has published is said to be unpublished.
fn commercial(status: &CampaignStatus, today: Date, lang: Lang) -> Tile {
    let tally = status.campaign.tallies.last();
    let of = tally.map_or(status.areas_in_all, |tally| tally.of);
    let (figure, behind, what) = match tally {
        Some(tally) => (tally.reached, tile::of(of, lang), tally_words::reached_what(lang)),
        None => (of, format!(" {}", words::mixed(lang).many), tally_words::unpublished_what(lang)),
    };
    let as_of = tally.map(|tally| funding_public_words::as_of(&date::long(tally.as_of, lang), lang));
    let as_of = as_of.map(|as_of| Span::plain(as_of + " "));
    let source = tally.map_or(&status.campaign.source.name, |tally| &tally.source.name);
    let sentences = [Some(tally_words::sentence(status, today, lang)), build_words::running_rounds(status, lang)];
    let link = |area: &AreaStatus| (lang.address(&format!("/gebiet/{}", area.slug)), area.name.clone());
    Tile {
        title: frame_words::commercial_areas(lang).to_owned(),
        figure: number::count(figure, lang),
        of: behind,
        what: what.to_owned(),
        segments: tally.map(|tally| (tally.reached, of)),
        sentence: sentences.into_iter().flatten().collect::<Vec<_>>().join(" "),
        source: as_of.into_iter().chain(tile::source(source, lang)).collect(),
        links: status.areas.iter().map(link).collect(),
    }
}
