//! From a page's content to the whole page: head, foot, style sheet, its address in each language, the data of its program.

use std::sync::Arc;

use hydration_context::SsrSharedContext;
use leptos::prelude::*;

use super::{
    compress::Packed,
    head::About,
    pages::{PageError, Source, area, town},
    shell::{Filling, Style, boot_block},
};
use crate::{
    domain::status::{AreaReport, TownStatus},
    presentation::{
        frame_words as words,
        lang::Lang,
        map_page, map_words,
        strand::{self, ReadPage},
        title_words, town_words,
        view::PageView,
    },
    ui::public::{Footer, Header, NotFound, PublicPage},
};

/// What differs between two kinds of page.
struct Kind {
    /// Where it is, without the prefix of its language.
    address: String,
    /// Where an open one asks for its data, likewise.
    live: String,
    style: Style,
    title: String,
    description: String,
    sample: bool,
    /// What the data are, for programs.
    dataset: String,
}

impl Source<'_> {
    /// The start page.
    pub fn town_page(&self, status: &TownStatus, lang: Lang) -> Result<Packed, PageError> {
        let (title, description) = title_words::town(status, lang);
        let (address, live) = ("/".to_owned(), "/live/town.json".to_owned());
        let dataset = self.dataset(status, lang);
        let kind = Kind { address, live, style: Style::Start, title, description, sample: status.sample, dataset };
        self.page(PageView::Town(town(self.rollout, status, lang)?), kind, lang)
    }

    /// An area's page.
    pub fn area_page(&self, report: &AreaReport, lang: Lang) -> Result<Packed, PageError> {
        let (title, description) = title_words::area(report, lang);
        let (address, live) = (format!("/gebiet/{}", report.slug), format!("/live/areas/{}.json", report.slug));
        let (style, sample, dataset) = (Style::Area, report.sample, String::new());
        let kind = Kind { address, live, style, title, description, sample, dataset };
        self.page(PageView::Area(area(self.rollout, report, lang)), kind, lang)
    }

    /// The large map; `None` where nothing has a place on it.
    pub fn map_page(&self, status: &TownStatus, lang: Lang) -> Result<Option<Packed>, PageError> {
        let Some(view) = map_page::page(self.rollout, status, self.today, lang)? else { return Ok(None) };
        let (address, live) = (map_page::ADDRESS.to_owned(), map_page::LIVE.to_owned());
        let (title, description) = (view.title.clone(), map_words::description(lang).to_owned());
        let (sample, dataset) = (status.sample, String::new());
        let kind = Kind { address, live, style: Style::Map, title, description, sample, dataset };
        self.page(PageView::Map(view), kind, lang).map(Some)
    }

    fn page(&self, view: PageView, kind: Kind, lang: Lang) -> Result<Packed, PageError> {
        // The tag is that of the whole state; the page's own data leaves out what stands in it anyway.
        let etag = Packed::tag_of(&serde_json::to_vec(&view)?);
        let boot = serde_json::to_string(&view.clone().without_prose())?;
        let about = About { title: &kind.title, description: &kind.description, address: &kind.address, lang };
        let head = self.head(&about) + &kind.dataset;
        Ok(html(self.shell.page(&Filling {
            lang,
            title: kind.title,
            description: kind.description,
            style: kind.style,
            header: self.header(kind.sample, &kind.address, lang),
            app: render(move || view! { <PublicPage page=signal(view).0/> }),
            footer: self.footer(lang),
            boot: boot_block(&boot, &lang.address(&kind.live), &etag),
            head,
            address: Some(kind.address),
        })))
    }

    /// A page without a program, before it is packed. `address` is its own, without the prefix of its language.
    pub fn plain(&self, page: ReadPage, address: &str, lang: Lang) -> Vec<u8> {
        let head = self.head(&About { title: &page.title, description: &page.description, address, lang });
        self.shell.page(&Filling {
            lang,
            title: page.title,
            description: page.description,
            style: Style::Plain,
            header: self.header(page.sample, address, lang),
            app: page.main.into_string(),
            footer: self.footer(lang),
            boot: String::new(),
            head,
            address: Some(address.to_owned()),
        })
    }

    /// The page of every address that does not exist. It has no address of its own: other languages lead to their start.
    pub fn not_found(&self, lang: Lang) -> Packed {
        let pages = self.rollout.areas.iter().filter(|area| area.parent.is_some());
        let areas = pages.map(|area| (lang.address(&format!("/gebiet/{}", area.slug)), area.name.clone())).collect();
        html(self.shell.page(&Filling {
            lang,
            title: title_words::page(words::not_found(lang)),
            description: words::error_404(lang).to_owned(),
            style: Style::Area,
            header: self.header(false, "/", lang),
            app: render(move || view! { <NotFound areas lang/> }),
            footer: self.footer(lang),
            boot: String::new(),
            head: String::new(),
            address: None,
        }))
    }

    fn header(&self, sample: bool, address: &str, lang: Lang) -> String {
        let town = self.rollout.municipality().map_or_else(String::new, |area| area.name.clone());
        let shown_day = self.shown_day;
        let sections = self.sections(lang);
        let address = address.to_owned();
        render(move || view! { <Header town sample shown_day sections address lang/> })
    }

    /// The sections that the start page has.
    fn sections(&self, lang: Lang) -> Vec<(String, &'static str)> {
        let status = self.rollout.town_status(self.today);
        let areas = status.main_campaign().map(|_| ("/#gebiete", words::areas(lang)));
        let commercial = status.commercial_campaigns().next().map(|_| ("/#vorhaben", words::commercial_areas(lang)));
        let counting = ("/#zaehlen", words::counting(lang));
        let all = areas.into_iter().chain(commercial).chain(strand::sections(self.rollout, lang)).chain([counting]);
        all.map(|(address, name)| (lang.address(address), name)).collect()
    }

    fn footer(&self, lang: Lang) -> String {
        let notes = town_words::source_notes(self.rollout.areas.iter());
        let links = self.foot_links(lang);
        render(move || view! { <Footer notes links lang/> })
    }
}

/// A page, packed.
pub fn html(page: Vec<u8>) -> Packed {
    Packed::new(page, "text/html; charset=utf-8")
}

/// Renders a component with a fresh owner, so that nothing of one page is seen by another.
pub fn render<V: IntoView + 'static>(component: impl FnOnce() -> V) -> String {
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new())));
    let html = owner.with(|| component().into_view().to_html());
    owner.unset_with_forced_cleanup();
    html
}
