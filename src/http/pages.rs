//! From a rollout to what is served of it: pages, their data alone, and the files to take away.

use std::sync::Arc;

use axum::http::StatusCode;
use hydration_context::SsrSharedContext;
use jiff::civil::Date;
use leptos::prelude::*;
use serde::Serialize;
use thiserror::Error;

use super::{
    compress::Packed,
    shell::{Filling, Shell, Style, boot_block},
};
use crate::{
    domain::{
        rollout::Rollout,
        status::{AreaReport, CampaignStatus, TownStatus},
    },
    exchange::public,
    presentation::{
        curve, curve_picture, facilities_public, funding_public, map_picture,
        markup::Markup,
        projection,
        strand::{self, ReadPage},
        title_words,
        town_map::town_map,
        town_words,
        view::{self, AreaView, PageView, TownView},
    },
    ui::public::{
        Footer, Header, NotFound, PublicPage,
        prose::{AreaFacts, AreaHero, AreaProse, Axis, CurveMarks, Tally, TownHero, TownProse},
    },
};

/// Something that is served of a rollout.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Item {
    /// `/`.
    TownPage,
    /// `/gebiet/…`.
    AreaPage(String),
    /// A page that is only read, by its address with its filters.
    ReadPage(String),
    /// The page for every address that does not exist.
    NotFoundPage,
    /// What an open start page asks for.
    TownLive,
    /// What an open area page asks for.
    AreaLive(String),
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
            Self::NotFoundPage => StatusCode::NOT_FOUND,
            _ => StatusCode::OK,
        }
    }

    /// Makes it; `None` for an area that does not exist.
    pub fn make(&self, source: Source<'_>) -> Result<Option<Packed>, PageError> {
        let Source { rollout, today, .. } = source;
        let report = |slug: &str| rollout.area_report(slug, today);
        Ok(match self {
            Self::TownPage => Some(source.town_page(&rollout.town_status(today))?),
            Self::AreaPage(slug) => report(slug).map(|report| source.area_page(&report)).transpose()?,
            Self::ReadPage(address) => strand::page(address, rollout, today).map(|page| source.read_page(page)),
            Self::NotFoundPage => Some(source.not_found()),
            Self::TownLive => Some(json(&PageView::Town(town(rollout, &rollout.town_status(today))?))?),
            Self::AreaLive(slug) => {
                report(slug).map(|report| json(&PageView::Area(area(rollout, &report)))).transpose()?
            }
            Self::TownJson => Some(json(&rollout.town_status(today))?),
            Self::AreaJson(slug) => report(slug).map(|report| json(&report)).transpose()?,
            Self::AreasGeoJson => Some(Packed::new(public::areas_geojson(rollout, today)?, "application/geo+json")),
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
fn town(rollout: &Rollout, status: &TownStatus) -> Result<TownView, PageError> {
    let whole = status.clone();
    let hero = render(move || view! { <TownHero status=whole/> });
    let whole = status.clone();
    let tiles = strand::tiles(rollout, status);
    let rest = render(move || view! { <TownProse status=whole tiles/> });
    let (title, _) = title_words::town(status);
    let Some(main) = status.main_campaign() else { return Ok(TownView { title, hero, rest, ..TownView::default() }) };
    let (for_tally, for_axis) = (main.clone(), main.clone());
    Ok(TownView {
        title,
        hero,
        tally: render(move || view! { <Tally main=for_tally/> }),
        axis: render(move || view! { <Axis main=for_axis/> }),
        rows: view::rows(main, status.today),
        map: map(rollout, main, status.today)?,
        rest,
    })
}

/// The map; nothing where no area has a shape.
fn map(rollout: &Rollout, main: &CampaignStatus, today: Date) -> Result<String, PageError> {
    let map = town_map(&rollout.shapes, &rollout.areas, std::slice::from_ref(main), today)?;
    if map.areas.is_empty() {
        return Ok(String::new());
    }
    Ok(map_picture::picture(&map, "/gebiet/").into_string())
}

/// An area's page with all its prose.
fn area(rollout: &Rollout, report: &AreaReport) -> AreaView {
    let prose = |make: fn(AreaReport) -> AnyView| {
        let report = report.clone();
        render(move || make(report))
    };
    let curve = curve::draw(report);
    let facilities = facilities_public::of_area(rollout, report.slug.as_str());
    let funding = funding_public::of_area(rollout, &report.slug);
    let strands: String = [facilities, funding].into_iter().flatten().map(Markup::into_string).collect();
    AreaView {
        title: title_words::area(report).0,
        hero: prose(|report| view! { <AreaHero report/> }.into_any()),
        points: curve.as_ref().map(view::points).unwrap_or_default(),
        curve: curve.map_or_else(String::new, |curve| curve_picture::picture(&curve).into_string()),
        marks: prose(|report| view! { <CurveMarks report/> }.into_any()),
        facts: prose(|report| view! { <AreaFacts report/> }.into_any()),
        rest: prose(|report| view! { <AreaProse report/> }.into_any()) + &strands,
    }
}

/// What differs between two kinds of page.
struct Kind {
    address: String,
    style: Style,
    title: String,
    description: String,
    sample: bool,
}

impl Source<'_> {
    fn town_page(&self, status: &TownStatus) -> Result<Packed, PageError> {
        let (title, description) = title_words::town(status);
        let address = "/live/town.json".to_owned();
        let kind = Kind { address, style: Style::Start, title, description, sample: status.sample };
        self.page(PageView::Town(town(self.rollout, status)?), kind)
    }

    fn area_page(&self, report: &AreaReport) -> Result<Packed, PageError> {
        let (title, description) = title_words::area(report);
        let address = format!("/live/areas/{}.json", report.slug);
        let kind = Kind { address, style: Style::Area, title, description, sample: report.sample };
        self.page(PageView::Area(area(self.rollout, report)), kind)
    }

    fn page(&self, view: PageView, kind: Kind) -> Result<Packed, PageError> {
        // The tag is that of the whole state; the page's own data leaves out what stands in it anyway.
        let etag = Packed::tag_of(&serde_json::to_vec(&view)?);
        let boot = serde_json::to_string(&view.clone().without_prose())?;
        Ok(html(self.shell.page(&Filling {
            title: kind.title,
            description: kind.description,
            style: kind.style,
            header: self.header(kind.sample),
            app: render(move || view! { <PublicPage page=signal(view).0/> }),
            footer: self.footer(),
            boot: boot_block(&boot, &kind.address, &etag),
        })))
    }

    fn read_page(&self, page: ReadPage) -> Packed {
        html(self.plain(page))
    }

    /// A page without a program, before it is packed.
    pub fn plain(&self, page: ReadPage) -> Vec<u8> {
        self.shell.page(&Filling {
            title: page.title,
            description: page.description,
            style: Style::Plain,
            header: self.header(page.sample),
            app: page.main.into_string(),
            footer: self.footer(),
            boot: String::new(),
        })
    }

    fn not_found(&self) -> Packed {
        let pages = self.rollout.areas.iter().filter(|area| area.parent.is_some());
        let areas = pages.map(|area| (area.slug.to_string(), area.name.clone())).collect();
        html(self.shell.page(&Filling {
            title: "Diese Seite gibt es nicht. Faserstand".to_owned(),
            description: "Fehler 404".to_owned(),
            style: Style::Area,
            header: self.header(false),
            app: render(move || view! { <NotFound areas/> }),
            footer: self.footer(),
            boot: String::new(),
        }))
    }

    fn header(&self, sample: bool) -> String {
        let town = self.rollout.municipality().map_or_else(String::new, |area| area.name.clone());
        let shown_day = self.shown_day;
        let sections = self.sections();
        render(move || view! { <Header town sample shown_day sections/> })
    }

    /// The sections that the start page has.
    fn sections(&self) -> Vec<(&'static str, &'static str)> {
        let status = self.rollout.town_status(self.today);
        let areas = status.main_campaign().map(|_| ("/#gebiete", "Gebiete"));
        let commercial = status.commercial_campaigns().next().map(|_| ("/#vorhaben", "Gewerbegebiete"));
        let counting = ("/#zaehlen", "Zählweise");
        areas.into_iter().chain(commercial).chain(strand::sections(self.rollout)).chain([counting]).collect()
    }

    fn footer(&self) -> String {
        let notes = town_words::source_notes(self.rollout.areas.iter());
        render(move || view! { <Footer notes/> })
    }
}

fn html(page: Vec<u8>) -> Packed {
    Packed::new(page, "text/html; charset=utf-8")
}

/// Renders a component with a fresh owner, so that nothing of one page is seen by another.
fn render<V: IntoView + 'static>(component: impl FnOnce() -> V) -> String {
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new())));
    let html = owner.with(|| component().into_view().to_html());
    owner.unset_with_forced_cleanup();
    html
}
