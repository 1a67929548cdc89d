//! From a rollout to what is served of it: pages, their data alone, and the files to take away.

use axum::http::StatusCode;
use jiff::civil::Date;
use leptos::prelude::*;
use serde::Serialize;
use thiserror::Error;

use super::{
    compress::Packed,
    frame::{html, render},
    shell::Shell,
};
use crate::{
    domain::{
        rollout::Rollout,
        status::{AreaReport, CampaignStatus, TownStatus},
    },
    exchange::public,
    presentation::{
        curve, curve_picture, facilities_public, funding_public,
        lang::Lang,
        map_layers, map_page, map_picture, map_words,
        markup::{Markup, all, element, text},
        projection, sitemap, strand, title_words,
        town_map::Survey,
        view::{self, AreaView, PageView, TownView},
    },
    ui::public::prose::{AreaFacts, AreaHero, AreaProse, Axis, CurveMarks, Tally, TownHero, TownProse},
};

/// Something that is served of a rollout.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Item {
    /// `/`.
    TownPage(Lang),
    /// `/gebiet/…`.
    AreaPage(String, Lang),
    /// `/karte`.
    MapPage(Lang),
    /// A page that is only read, by its address with its filters, without the prefix of its language.
    ReadPage(String, Lang),
    /// The page for every address that does not exist.
    NotFoundPage(Lang),
    /// What an open start page asks for.
    TownLive(Lang),
    /// What an open area page asks for.
    AreaLive(String, Lang),
    /// What an open map asks for.
    MapLive(Lang),
    /// The state of the town, as public data.
    TownJson,
    /// The state of an area, as public data.
    AreaJson(String),
    /// The areas with their state.
    AreasGeoJson,
    /// All readings.
    ReadingsCsv,
    /// The facilities, as far as they are public.
    FacilitiesCsv,
    /// The news, of an area or of all, as a feed.
    Feed(Option<String>, Lang),
    /// All pages, for search engines.
    Sitemap,
}

/// Why something could not be made. A fault of the program, not of the asker.
#[derive(Debug, Error)]
pub enum PageError {
    /// The map.
    #[error(transparent)]
    Map(#[from] projection::ProjectionError),
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
            Self::NotFoundPage(_) => StatusCode::NOT_FOUND,
            _ => StatusCode::OK,
        }
    }

    /// The language that it speaks. Files of data are those of the records.
    pub fn lang(&self) -> Lang {
        match self {
            Self::TownPage(lang)
            | Self::AreaPage(_, lang)
            | Self::MapPage(lang)
            | Self::MapLive(lang)
            | Self::ReadPage(_, lang)
            | Self::NotFoundPage(lang)
            | Self::TownLive(lang)
            | Self::AreaLive(_, lang)
            | Self::Feed(_, lang) => *lang,
            Self::TownJson
            | Self::AreaJson(_)
            | Self::AreasGeoJson
            | Self::ReadingsCsv
            | Self::FacilitiesCsv
            | Self::Sitemap => Lang::De,
        }
    }

    /// Makes it; `None` for an area that does not exist.
    pub fn make(&self, source: Source<'_>) -> Result<Option<Packed>, PageError> {
        let Source { rollout, today, .. } = source;
        let report = |slug: &str| rollout.area_report(slug, today);
        Ok(match self {
            Self::TownPage(lang) => Some(source.town_page(&rollout.town_status(today), *lang)?),
            Self::AreaPage(slug, lang) => report(slug).map(|report| source.area_page(&report, *lang)).transpose()?,
            Self::MapPage(lang) => source.map_page(&rollout.town_status(today), *lang)?,
            Self::ReadPage(address, lang) => {
                let page = strand::page(address, rollout, today, *lang);
                page.map(|page| html(source.plain(page, address, *lang)))
            }
            Self::NotFoundPage(lang) => Some(source.not_found(*lang)),
            Self::TownLive(lang) => Some(json(&PageView::Town(town(rollout, &rollout.town_status(today), *lang)?))?),
            Self::AreaLive(slug, lang) => {
                report(slug).map(|report| json(&PageView::Area(area(rollout, &report, *lang)))).transpose()?
            }
            Self::MapLive(lang) => {
                let page = map_page::page(rollout, &rollout.town_status(today), today, *lang)?;
                page.map(|view| json(&PageView::Map(view))).transpose()?
            }
            Self::TownJson => Some(json(&rollout.town_status(today))?),
            Self::AreaJson(slug) => report(slug).map(|report| json(&report)).transpose()?,
            Self::AreasGeoJson => Some(Packed::new(public::areas_geojson(rollout, today)?, "application/geo+json")),
            Self::Feed(slug, lang) => source.feed(slug.as_deref(), *lang),
            Self::Sitemap => source.shell.public_url().map(|url| {
                Packed::new(sitemap::xml(rollout, today, url).into_bytes(), "application/xml; charset=utf-8")
            }),
            Self::FacilitiesCsv => {
                let facilities = facilities_public::public(rollout);
                let bytes = public::facilities_csv(&facilities, &rollout.areas)?;
                Some(Packed::new(bytes, "text/csv; charset=utf-8"))
            }
            Self::ReadingsCsv => Some(Packed::new(public::readings_csv(rollout)?, "text/csv; charset=utf-8")),
        })
    }
}

fn json(data: &impl Serialize) -> Result<Packed, serde_json::Error> {
    Ok(Packed::new(serde_json::to_vec(data)?, "application/json"))
}

/// The start page with all its prose.
pub fn town(rollout: &Rollout, status: &TownStatus, lang: Lang) -> Result<TownView, PageError> {
    let whole = status.clone();
    let hero = render(move || view! { <TownHero status=whole lang/> });
    let whole = status.clone();
    let tiles = strand::tiles(rollout, status, lang);
    let rest = render(move || view! { <TownProse status=whole tiles lang/> });
    let (title, _) = title_words::town(status, lang);
    let Some(main) = status.main_campaign() else {
        return Ok(TownView { title, hero, rest, lang, ..TownView::default() });
    };
    let (for_tally, for_axis) = (main.clone(), main.clone());
    Ok(TownView {
        title,
        hero,
        tally: render(move || view! { <Tally main=for_tally lang/> }),
        axis: render(move || view! { <Axis main=for_axis lang/> }),
        rows: view::rows(main, status.today, lang),
        map: map(rollout, main, status.today, lang)?,
        rest,
        lang,
    })
}

/// The map; nothing where no area has a shape.
fn map(rollout: &Rollout, main: &CampaignStatus, today: Date, lang: Lang) -> Result<String, PageError> {
    let campaigns = std::slice::from_ref(main);
    let map = Survey { shapes: &rollout.shapes, areas: &rollout.areas, campaigns, today, lang }.districts()?;
    if map.areas.is_empty() {
        return Ok(String::new());
    }
    let large = element("a", &[("href", &lang.address(map_page::ADDRESS))], [text(map_words::link(lang))]);
    let picture = map_picture::picture(&map, &lang.address("/gebiet/"), map_layers::controls(lang), lang);
    Ok(all([picture, element("p", &[("class", "act")], [large])]).into_string())
}

/// An area's page with all its prose.
pub fn area(rollout: &Rollout, report: &AreaReport, lang: Lang) -> AreaView {
    let prose = |make: fn(AreaReport, Lang) -> AnyView| {
        let report = report.clone();
        render(move || make(report, lang))
    };
    let curve = curve::draw(report, lang);
    let facilities = facilities_public::of_area(rollout, report.slug.as_str(), lang);
    let funding = funding_public::of_area(rollout, &report.slug, lang);
    let strands: String = [facilities, funding].into_iter().flatten().map(Markup::into_string).collect();
    AreaView {
        title: title_words::area(report, lang).0,
        hero: prose(|report, lang| view! { <AreaHero report lang/> }.into_any()),
        points: curve.as_ref().map(view::points).unwrap_or_default(),
        curve: curve.map_or_else(String::new, |curve| curve_picture::picture(&curve).into_string()),
        marks: prose(|report, lang| view! { <CurveMarks report lang/> }.into_any()),
        facts: prose(|report, lang| view! { <AreaFacts report lang/> }.into_any()),
        rest: prose(|report, lang| view! { <AreaProse report lang/> }.into_any()) + &strands,
        lang,
    }
}
