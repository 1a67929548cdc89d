//! Einrichtungen for everybody: counters with what they count, a map, a list by area. Markup made on the server; the page
//! needs no program.
//!
//! What the public does not learn: where the network's own technology stands, who hangs on one cable, which house has
//! which line, tariff or address. Positions are shown to three decimals.

use super::{
    facilities_map::{self, Eyes},
    facilities_public_words as words, facility_words as facility_in, figure_links,
    lang::Lang,
    map_page, map_words,
    markup::{Markup, element, in_german, said, text},
    number, source_note,
    span::Span,
    strand::ReadPage,
    tile::{self, Tile},
};
use crate::domain::{
    area::Area,
    facility::{
        inventory::{Counters, Facility},
        plan::Strand,
        total::{Total, TotalKind},
    },
    name,
    remark::{Part, Place},
    rollout::Rollout,
};

/// Where the page is.
pub const ADDRESS: &str = "/einrichtungen";
/// Where its data are.
pub const FILE: &str = "/api/public/v1/facilities.csv";

/// The totals that are shown.
pub const TOTALS: [TotalKind; 2] = [TotalKind::EducationLines, TotalKind::TariffBuildings];

/// The facilities that the public may know of, by name.
pub fn public(rollout: &Rollout) -> Vec<Facility> {
    let mut facilities = rollout.facilities();
    facilities.retain(|facility| facility.details.kind.is_public() && facility.details.in_use());
    facilities.sort_by_cached_key(|facility| name::key(&facility.details.name));
    facilities
}

/// How far the lines are, in one sentence.
pub fn headline(facilities: &[Facility], lang: Lang) -> String {
    words::headline(facilities.len(), Counters::of(facilities).active, lang)
}

/// The page.
pub fn page(rollout: &Rollout, lang: Lang) -> ReadPage {
    let facilities = public(rollout);
    let town = rollout.municipality().map_or_else(String::new, |area| format!(" {}", area.name));
    let map = map(rollout, &facilities, lang).unwrap_or_default();
    let (hero, counters) = (hero(rollout, &facilities, lang), counters(rollout, &facilities, lang));
    ReadPage {
        title: format!("{} Faserstand{town}", headline(&facilities, lang)),
        description: words::description(lang).to_owned(),
        sample: false,
        main: element("main", &[("id", "inhalt")], [hero, counters, map, list(rollout, &facilities, lang)]),
    }
}

/// The counter on the start page; nothing where no facility is known.
pub fn tile(rollout: &Rollout, lang: Lang) -> Option<Tile> {
    let facilities = public(rollout);
    let active = Counters::of(&facilities).active;
    let source = &facilities.first()?.public_source.name;
    let (figure, of, what, sentence) = match active.of {
        0 => {
            let (recorded, what, unpublished) = words::only_known(lang);
            (active.in_all(), recorded.to_owned(), what, unpublished.to_owned())
        }
        _ => {
            let unknown = words::unknown(active, lang).trim_start().to_owned();
            (active.so, tile::of(active.in_all(), lang), words::active(lang).0, unknown)
        }
    };
    Some(Tile {
        title: words::tile(lang).to_owned(),
        figure: number::count(figure, lang),
        of,
        what: what.to_owned(),
        // Drawn as filled or empty, what is not known would look like what is not so.
        segments: (active.unknown == 0 && (1..=60).contains(&active.of)).then_some((active.so, active.of)),
        sentence,
        source: vec![Span::plain(words::list_source(lang)), Span::quoted(source, lang), Span::plain(".")],
        links: vec![(lang.address(ADDRESS), words::all(lang).to_owned())],
    })
}

fn hero(rollout: &Rollout, facilities: &[Facility], lang: Lang) -> Markup {
    let town = rollout.municipality().map_or("", |area| area.name.as_str());
    let mut sources: Vec<&str> = facilities.iter().map(|facility| facility.public_source.name.as_str()).collect();
    sources.sort_unstable();
    sources.dedup();
    let sources = (!sources.is_empty()).then(|| {
        let named = in_german(&sources.join("; "), lang);
        element("p", &[("class", "src")], [text(words::origin(lang)), named, text(".")])
    });
    let inside = [
        Some(element("p", &[("class", "kicker")], [text(&words::kicker(town, lang))])),
        Some(element("h1", &[("id", "satz")], [text(&headline(facilities, lang))])),
        Some(element("p", &[("class", "lead")], [text(words::lead(lang))])),
        sources,
    ];
    element("section", &[("class", "wrap hero"), ("aria-labelledby", "satz")], inside.into_iter().flatten())
}

fn counters(rollout: &Rollout, facilities: &[Facility], lang: Lang) -> Markup {
    let Counters { active, need_met, .. } = Counters::of(facilities);
    let unknown = words::unknown(active, lang);
    let is_active = block((active.so, (active.of > 0).then_some(active.in_all())), words::active(lang), &unknown, lang);
    let unmeasured = words::unmeasured(need_met, lang);
    let met = block((need_met.so, Some(need_met.of).filter(|of| *of > 0)), words::need(lang), &unmeasured, lang);
    let heading = element("h2", &[("id", "zaehler")], [text(words::counters(lang))]);
    let blocks = element("div", &[("class", "count")], [is_active, met].into_iter().chain(totals(rollout, lang)));
    let place = Place { part: Part::Facilities, slug: None };
    let links = [figure_links::method(lang), text(" "), figure_links::question(&place, lang)];
    let links = element("p", &[("class", "src")], links);
    let wrap = element("div", &[("class", "wrap")], [heading, blocks, links]);
    element("section", &[("class", "band"), ("aria-labelledby", "zaehler")], [wrap])
}

/// Numbers that somebody published; nothing where there are none.
fn totals(rollout: &Rollout, lang: Lang) -> Option<Markup> {
    let published = TOTALS.into_iter().filter_map(|kind| rollout.published_total(kind));
    let item = |total: &Total| {
        let named = [text(" "), source_note::named(&total.source.name, lang), text(".")];
        let source = element("span", &[("class", "src")], named);
        element("li", &[], [text(&format!("{}.", facility_in::total(total, lang))), source])
    };
    let items: Vec<Markup> = published.map(item).collect();
    let (heading, why) = words::published(lang);
    let (heading, why) = (element("h3", &[], [text(heading)]), element("p", &[("class", "src")], [text(why)]));
    (!items.is_empty()).then(|| {
        let list = element("ul", &[("class", "links")], items);
        element("div", &[], [heading, list, why])
    })
}

/// "1 von 3": the total is visible, no percentage. Where nothing is known, that is said.
fn block((so, of): (u32, Option<u32>), (what, meaning): (&str, &str), missing: &str, lang: Lang) -> Markup {
    let (figure, rest) = match of {
        None => ("–".to_owned(), words::not_known(lang).to_owned()),
        Some(of) => (number::count(so, lang), tile::of(of, lang)),
    };
    let figure = element("p", &[("class", "x")], [text(&figure), element("span", &[], [text(&rest)])]);
    let explained = element("p", &[("class", "src")], [text(&format!("{meaning}{missing}"))]);
    element("div", &[], [figure, element("p", &[], [text(what)]), explained])
}

fn map(rollout: &Rollout, facilities: &[Facility], lang: Lang) -> Option<Markup> {
    // Without the map the list says the same.
    let picture = facilities_map::picture(&rollout.shapes, &rollout.areas, facilities, Eyes::Public, lang).ok()??;
    let large = element("a", &[("href", &lang.address(map_page::ADDRESS))], [text(map_words::link_of_all(lang))]);
    let note = facilities_map::note(&rollout.shapes, &rollout.areas, Eyes::Public, lang);
    let note = element("figcaption", &[("class", "src")], note);
    let heading = element("h2", &[("id", "karte")], [text(words::map(lang))]);
    let figure = element("figure", &[("class", "places")], [picture, note, element("p", &[("class", "act")], [large])]);
    Some(element("section", &[("class", "wrap sec"), ("aria-labelledby", "karte")], [heading, figure]))
}

fn list(rollout: &Rollout, facilities: &[Facility], lang: Lang) -> Markup {
    let of_area = |area: Option<&Area>| {
        let ours = facilities.iter().filter(|facility| facility.details.area == area.map(|area| area.id));
        let ours: Vec<&Facility> = ours.collect();
        let name = area.map_or(words::no_area(lang), |area| &area.name);
        (!ours.is_empty()).then(|| element("div", &[], [element("h3", &[], [text(name)]), items(&ours, lang)]))
    };
    let mut areas: Vec<&Area> = rollout.areas.iter().filter(|area| area.parent.is_some()).collect();
    areas.sort_by_cached_key(|area| name::key(&area.name));
    let groups = areas.into_iter().map(Some).chain([None]).filter_map(of_area);
    let groups = element("div", &[("class", "by-area")], groups);
    let heading = element("h2", &[("id", "liste")], [text(words::list(lang))]);
    let file = element("a", &[("class", "act"), ("href", FILE)], [text(words::file(lang))]);
    let file = (!facilities.is_empty()).then(|| element("p", &[], [file]));
    element(
        "section",
        &[("class", "wrap sec"), ("aria-labelledby", "liste")],
        [heading, groups].into_iter().chain(file),
    )
}

fn items(facilities: &[&Facility], lang: Lang) -> Markup {
    let item = |facility: &&Facility| {
        let state = match facility.state(Strand::Line) {
            Some(state) => format!(", {} {}", facility_in::line_of(lang), facility_in::state(state, lang)),
            None => String::new(),
        };
        let sort = said(&[Span::plain(" "), facility_in::sort(&facility.details, lang), Span::Plain(state)]);
        element("li", &[], [in_german(&facility.details.name, lang), element("span", &[("class", "src")], [sort])])
    };
    element("ul", &[("class", "fac")], facilities.iter().map(item))
}

/// The facilities of one area, for its own page; nothing where there is none.
pub fn of_area(rollout: &Rollout, slug: &str, lang: Lang) -> Option<Markup> {
    let area = rollout.areas.by_slug(slug)?;
    let facilities = public(rollout);
    let ours: Vec<&Facility> = facilities.iter().filter(|facility| facility.details.area == Some(area.id)).collect();
    if ours.is_empty() {
        return None;
    }
    let heading = element("h2", &[("id", "einrichtungen")], [text(words::of_area(lang))]);
    let all = element("a", &[("class", "act"), ("href", &lang.address(ADDRESS))], [text(words::all_with_map(lang))]);
    let inside = [heading, items(&ours, lang), element("p", &[], [all])];
    Some(element("section", &[("class", "sec"), ("aria-labelledby", "einrichtungen")], inside))
}
