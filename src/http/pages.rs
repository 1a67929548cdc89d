//! From a rollout to what is served of it: pages, their data alone, and the files to take away.

use std::sync::Arc;

use axum::http::StatusCode;
use hydration_context::SsrSharedContext;
use jiff::civil::Date;
use leptos::prelude::*;
use thiserror::Error;

use super::{
    compress::Packed,
    shell::{Filling, Shell, Style, boot_block},
};
use crate::{
    domain::{area::Area, rollout::Rollout},
    exchange::public,
    presentation::{map, town_words},
    ui::public::{Footer, Header, NotFound, PageData, PublicPage, TownPageData},
};

/// Something that is served of a rollout.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Item {
    /// `/`.
    TownPage,
    /// `/gebiet/…`.
    AreaPage(String),
    /// The page for every address that does not exist.
    NotFoundPage,
    /// The start page's data.
    TownJson,
    /// An area page's data.
    AreaJson(String),
    /// The areas with their state.
    AreasGeoJson,
    /// All readings.
    ReadingsCsv,
}

/// Why something could not be made. A fault of the program, not of the asker.
#[derive(Debug, Error)]
pub enum PageError {
    /// The map.
    #[error(transparent)]
    Map(#[from] map::MapError),
    /// A file to take away.
    #[error(transparent)]
    Export(#[from] public::ExportError),
    /// The data block.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
}

/// What pages are made of.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// The rollout as known on `today`.
    pub rollout: &'a Rollout,
    /// The day judged by.
    pub today: Date,
    /// The day that a demonstration shows.
    pub shown_day: Option<Date>,
    /// The built page.
    pub shell: &'a Shell,
}

impl Item {
    /// The status of its answer.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::NotFoundPage => StatusCode::NOT_FOUND,
            _ => StatusCode::OK,
        }
    }

    /// Makes it; `None` for an area that does not exist.
    pub fn make(&self, source: Source<'_>) -> Result<Option<Packed>, PageError> {
        let Source { rollout, today, .. } = source;
        Ok(match self {
            Self::TownPage => Some(html(source.page(&town_page(rollout, today)?, "/api/public/v1/town.json")?)),
            Self::AreaPage(slug) => match area_page(rollout, slug, today) {
                Some(data) => Some(html(source.page(&data, &format!("/api/public/v1/areas/{slug}.json"))?)),
                None => None,
            },
            Self::NotFoundPage => Some(html(source.not_found())),
            Self::TownJson => Some(json(&town_page(rollout, today)?)?),
            Self::AreaJson(slug) => area_page(rollout, slug, today).map(|data| json(&data)).transpose()?,
            Self::AreasGeoJson => Some(Packed::new(public::areas_geojson(rollout, today)?, "application/geo+json")),
            Self::ReadingsCsv => Some(Packed::new(public::readings_csv(rollout)?, "text/csv; charset=utf-8")),
        })
    }
}

fn html(page: Vec<u8>) -> Packed {
    Packed::new(page, "text/html; charset=utf-8")
}

fn json(data: &PageData) -> Result<Packed, serde_json::Error> {
    Ok(Packed::new(serde_json::to_vec(data)?, "application/json"))
}

fn town_page(rollout: &Rollout, today: Date) -> Result<PageData, PageError> {
    let status = rollout.town_status(today);
    let inside =
        |area: &Area| status.main_campaign().is_some_and(|main| main.areas.iter().any(|status| status.id == area.id));
    let drawn: Vec<_> = rollout
        .shapes
        .iter()
        .filter_map(|shape| rollout.areas.get(shape.area))
        .filter(|area| area.parent.is_some())
        .collect();
    let shapes: Vec<_> =
        rollout.shapes.iter().filter(|shape| drawn.iter().any(|area| area.id == shape.area)).cloned().collect();
    let outside =
        drawn.iter().filter(|area| !inside(area)).map(|area| (area.id, area.name.clone(), area.slug.to_string()));
    Ok(PageData::Town(TownPageData {
        map: map::draw(&shapes)?,
        outside: outside.collect(),
        map_source: town_words::map_note(&drawn),
        status,
    }))
}

fn area_page(rollout: &Rollout, slug: &str, today: Date) -> Option<PageData> {
    rollout.area_report(slug, today).map(|report| PageData::Area(Box::new(report)))
}

impl Source<'_> {
    fn page(&self, data: &PageData, address: &str) -> Result<Vec<u8>, PageError> {
        let json = serde_json::to_vec(data)?;
        let etag = Packed::tag_of(&json);
        let (style, sample) = match data {
            PageData::Town(data) => (Style::Start, data.status.sample),
            PageData::Area(report) => (Style::Area, report.sample),
        };
        let shown = data.clone();
        Ok(self.shell.page(&Filling {
            title: data.title(),
            description: data.description(),
            style,
            header: self.header(sample),
            app: render(move || view! { <PublicPage data=signal(shown).0/> }),
            footer: self.footer(),
            boot: boot_block(&String::from_utf8_lossy(&json), address, &etag),
        }))
    }

    fn not_found(&self) -> Vec<u8> {
        let pages = self.rollout.areas.iter().filter(|area| area.parent.is_some());
        let areas = pages.map(|area| (area.slug.to_string(), area.name.clone())).collect();
        self.shell.page(&Filling {
            title: "Diese Seite gibt es nicht. Faserstand".to_owned(),
            description: "Fehler 404".to_owned(),
            style: Style::Area,
            header: self.header(false),
            app: render(move || view! { <NotFound areas/> }),
            footer: self.footer(),
            boot: String::new(),
        })
    }

    fn header(&self, sample: bool) -> String {
        let town = self.rollout.municipality().map_or_else(String::new, |area| area.name.clone());
        let shown_day = self.shown_day;
        render(move || view! { <Header town sample shown_day/> })
    }

    fn footer(&self) -> String {
        let notes = town_words::source_notes(self.rollout.areas.iter());
        render(move || view! { <Footer notes/> })
    }
}

/// Renders a component with a fresh owner, so that nothing of one page is seen by another.
fn render<V: IntoView + 'static>(component: impl FnOnce() -> V) -> String {
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new())));
    let html = owner.with(|| component().into_view().to_html());
    owner.unset_with_forced_cleanup();
    html
}
