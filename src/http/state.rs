//! One state of the data, and what is served of it.

use std::{collections::HashMap, sync::Arc};

use jiff::civil::Date;
use tokio::sync::OnceCell;

use super::{compress::Packed, pages::Item};
use crate::{
    domain::rollout::Rollout,
    presentation::{lang::Lang, strand},
};

/// One state of the data on one day.
pub struct Snapshot {
    /// The number of the newest change.
    pub change: i64,
    /// The day judged by.
    pub today: Date,
    /// The rollout as known on that day.
    pub rollout: Rollout,
    /// What is served of it, made on first demand.
    pub made: HashMap<Item, OnceCell<Option<Arc<Packed>>>>,
}

impl Snapshot {
    /// Only what exists has a place: an address that names nothing must not fill the memory.
    pub fn new(change: i64, today: Date, rollout: Rollout) -> Self {
        let data = [Item::TownJson, Item::AreasGeoJson, Item::ReadingsCsv, Item::FacilitiesCsv, Item::Sitemap];
        let areas = rollout.pages().into_iter().map(|slug| Item::AreaJson(slug.into()));
        let pages = Lang::ALL.into_iter().flat_map(|lang| pages(&rollout, lang));
        let made = data.into_iter().chain(areas).chain(pages).map(|item| (item, OnceCell::new())).collect();
        Self { change, today, rollout, made }
    }
}

/// All pages of one language, and what open ones ask for.
fn pages(rollout: &Rollout, lang: Lang) -> Vec<Item> {
    let fixed = [
        Item::TownPage(lang),
        Item::NotFoundPage(lang),
        Item::TownLive(lang),
        Item::MapPage(lang),
        Item::MapLive(lang),
        Item::Feed(None, lang),
    ];
    let slugs = rollout.pages().into_iter().map(String::from);
    let areas = slugs.flat_map(|slug| {
        let feed = Item::Feed(Some(slug.clone()), lang);
        [Item::AreaPage(slug.clone(), lang), Item::AreaLive(slug, lang), feed]
    });
    let read = strand::addresses(rollout).into_iter().map(|address| Item::ReadPage(address, lang));
    fixed.into_iter().chain(areas).chain(read).collect()
}
