//! The other strands of the rollout (commercial areas, facilities, funding …) as the public sees them: a counter each on the
//! start page, and a page of their own that is only read.

use jiff::civil::Date;

use super::{
    build_words, chronicle_page, date, facilities_public, funding_public, lang::Lang, markup::Markup, query::Query,
    tally_words, tile::Tile,
};
use crate::domain::{
    funding::Funding,
    rollout::Rollout,
    status::{CampaignStatus, TownStatus},
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
pub fn page(address: &str, rollout: &Rollout, today: Date) -> Option<ReadPage> {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let query = Query::parse(query);
    match path {
        chronicle_page::ADDRESS => chronicle_page::page(&query, rollout, today),
        funding_public::ADDRESS => Some(funding_public::page(rollout, today)),
        facilities_public::ADDRESS => Some(facilities_public::page(rollout)),
        _ => None,
    }
}

/// What the head of every page leads to.
pub fn sections(rollout: &Rollout) -> Vec<(&'static str, &'static str)> {
    let all = [
        (!facilities_public::public(rollout).is_empty(), (facilities_public::ADDRESS, "Einrichtungen")),
        (!Funding::all(rollout).is_empty(), (funding_public::ADDRESS, "Förderung")),
        (true, (chronicle_page::ADDRESS, "Verlauf")),
    ];
    all.into_iter().filter(|(there, _)| *there).map(|(_, section)| section).collect()
}

/// The counters, in their order.
pub fn tiles(rollout: &Rollout, status: &TownStatus) -> Vec<Tile> {
    let commercial = status.commercial_campaigns().map(|campaign| commercial(campaign, status.today));
    commercial.chain(facilities_public::tile(rollout)).chain(funding_public::tile(rollout)).collect()
}

/// "3 von 8": the total is visible, no percentage. What nobody has published is said to be unpublished.
fn commercial(status: &CampaignStatus, today: Date) -> Tile {
    let tally = status.campaign.tallies.last();
    let of = tally.map_or(status.areas_in_all, |tally| tally.of);
    let (figure, behind, what) = match tally {
        Some(tally) => (tally.reached, format!(" von {of}"), "mit genug Zusagen"),
        None => (of, " Gebiete".to_owned(), "Zahl der Zusagen nicht veröffentlicht"),
    };
    let source = tally.map_or_else(
        || format!("Quelle: {}.", status.campaign.source.name),
        |tally| format!("Stand: {}. Quelle: {}.", date::long(tally.as_of, Lang::De), tally.source.name),
    );
    Tile {
        title: "Gewerbegebiete".to_owned(),
        figure: figure.to_string(),
        of: behind,
        what: what.to_owned(),
        segments: tally.map(|tally| (tally.reached, of)),
        sentence: [Some(tally_words::sentence(status, today, Lang::De)), build_words::running_rounds(status, Lang::De)]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" "),
        source,
        links: status.areas.iter().map(|area| (format!("/gebiet/{}", area.slug), area.name.clone())).collect(),
    }
}
