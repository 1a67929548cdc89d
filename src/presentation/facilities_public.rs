//! Einrichtungen for everybody: counters with what they count, a map, a list by area. Markup made on the server; the page
//! needs no program.
//!
//! What the public does not learn: where the network's own technology stands, who hangs on one cable, which house has
//! which line, tariff or address. Positions are shown to three decimals.

use super::{
    facilities_public_words as words, facility_words as facility_in,
    ground::Ground,
    lang::Lang,
    lettering::{self, Sizes},
    map,
    map::{MapDrawing, Shape},
    map_labels::{Taken, Wish},
    map_picture,
    markup::{Markup, all, element, in_german, said, text},
    number, projection,
    projection::ProjectionError,
    prose_words, remark_words, source_note,
    span::Span,
    strand::ReadPage,
    tile::{self, Tile},
};
use crate::domain::{
    area::{Area, AreaKind, AreaShape},
    facility::{
        inventory::{Counters, Facility},
        plan::{StepState, Strand},
        total::{Total, TotalKind},
    },
    ids::AreaId,
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
    // Without the map the list says the same.
    let map = picture(rollout, &facilities, lang).unwrap_or_default();
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
    let address = lang.address(&remark_words::address(&Place { part: Part::Facilities, slug: None }));
    let question = element("a", &[("class", "act"), ("href", &address)], [text(remark_words::question(lang))]);
    let method = lang.address(prose_words::METHOD);
    let method = element("a", &[("class", "act"), ("href", &method)], [text(prose_words::method(lang))]);
    let (method, question) = (element("p", &[], [method]), element("p", &[], [question]));
    let wrap = element("div", &[("class", "wrap")], [heading, blocks, method, question]);
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

/// The districts' outlines with a dot for each facility: full where its line is active, hollow elsewhere.
fn picture(rollout: &Rollout, facilities: &[Facility], lang: Lang) -> Result<Markup, ProjectionError> {
    let district = |shape: &&AreaShape| {
        rollout.areas.get(shape.area).is_some_and(|area| area.parent.is_some() && area.kind == AreaKind::District)
    };
    let shapes: Vec<AreaShape> = rollout.shapes.iter().filter(district).cloned().collect();
    let placed: Vec<&Facility> = facilities.iter().filter(|facility| facility.details.position.is_some()).collect();
    if shapes.is_empty() || placed.is_empty() {
        return Ok(all([]));
    }
    let positions = placed.iter().filter_map(|facility| facility.details.position);
    let points: Vec<(f64, f64)> = positions.map(|position| position.to_hundred_metres().lon_lat()).collect();
    let (drawing, places) = map::draw_with(&projection::to_utm32(&shapes)?, &projection::points_to_utm32(&points)?);
    let outlines = drawing.shapes.iter().map(|shape| element("path", &[("d", map::path(&shape.outline).as_str())], []));
    let outlines = element("g", &[], outlines);
    let labels = names(rollout, &drawing, &places);
    let dots = placed.iter().zip(places).map(|(facility, place)| dot(facility, place, lang));
    let view = format!("0 0 {} {}", MapDrawing::WIDTH, drawing.height);
    let svg = element(
        "svg",
        &[("viewBox", view.as_str()), ("role", "img"), ("aria-label", words::map_name(lang))],
        [outlines].into_iter().chain(labels).chain(dots),
    );
    let note = element("figcaption", &[("class", "src")], [text(words::legend(lang))]);
    let heading = element("h2", &[("id", "karte")], [text(words::map(lang))]);
    let figure = element("figure", &[("class", "places")], [svg, note]);
    Ok(element("section", &[("class", "wrap sec"), ("aria-labelledby", "karte")], [heading, figure]))
}

/// The districts' names, clear of the dots where that is possible.
fn names(rollout: &Rollout, drawing: &MapDrawing, places: &[(i32, i32)]) -> Vec<Markup> {
    let name = |area: AreaId| rollout.areas.get(area).map_or("", |area| area.name.as_str());
    let mut wishes = Vec::new();
    for Shape { area, outline } in &drawing.shapes {
        wishes.push(Wish { outline, name: name(*area), figure: "" });
    }
    let outlines: Vec<_> = drawing.shapes.iter().map(|shape| &shape.outline).collect();
    let height = i32::try_from(drawing.height).unwrap_or(i32::MAX);
    let ground = Ground::of(&outlines, (MapDrawing::WIDTH as i32, height));
    let (labels, _) =
        lettering::labels(&wishes, &ground, height, Sizes::default(), Taken { frame: None, spots: places });
    labels.iter().map(|(_, shown, label)| map_picture::words(None, *shown, label)).collect()
}

fn dot(facility: &Facility, (x, y): (i32, i32), lang: Lang) -> Markup {
    let (x, y) = (x.to_string(), y.to_string());
    let active = facility.state(Strand::Line) == Some(StepState::Active);
    let class = active.then_some(("class", "y"));
    let own = [("cx", x.as_str()), ("cy", y.as_str()), ("r", "9")];
    let attributes: Vec<_> = own.into_iter().chain(class).collect();
    let german: &[(&str, &str)] = if lang.is_german() { &[] } else { &[("lang", "de")] };
    element("circle", &attributes, [element("title", german, [text(&facility.details.name)])])
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
    let groups = element("div", &[("class", "trio")], groups);
    let heading = element("h2", &[("id", "liste")], [text(words::list(lang))]);
    let file = element("a", &[("href", FILE)], [text(words::file(lang))]);
    let file = (!facilities.is_empty()).then(|| element("p", &[("class", "src")], [file]));
    element(
        "section",
        &[("class", "wrap sec"), ("aria-labelledby", "liste")],
        [heading, groups].into_iter().chain(file),
    )
}

fn items(facilities: &[&Facility], lang: Lang) -> Markup {
    let item = |facility: &&Facility| {
        let state = match facility.state(Strand::Line) {
            Some(state) => format!(", {} {}", words::line(lang), facility_in::state(state, lang)),
            None => String::new(),
        };
        let sort = said(&[Span::plain(" "), facility_in::sort(&facility.details, lang), Span::Plain(state)]);
        element("li", &[], [in_german(&facility.details.name, lang), element("span", &[("class", "src")], [sort])])
    };
    element("ul", &[], facilities.iter().map(item))
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
