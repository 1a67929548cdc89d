//! Einrichtungen for everybody: counters with what they count, a map, a list by area. Markup made on the server; the page
//! needs no program.
//!
//! What the public does not learn: where the network's own technology stands, who hangs on one cable, which house has
//! which line, tariff or address. Positions are shown to three decimals.

use super::{
    facility_words as facility_in, map,
    map::MapDrawing,
    markup::{Markup, all, element, text},
    number, projection,
    projection::ProjectionError,
    remark_words,
    strand::ReadPage,
    tile::Tile,
};
use crate::domain::{
    area::{Area, AreaKind, AreaShape},
    facility::{
        inventory::{Counter, Counters, Facility},
        plan::{StepState, Strand},
        total::TotalKind,
    },
    name,
    remark::{Part, Place},
    rollout::Rollout,
};

/// Where the page is.
pub const ADDRESS: &str = "/einrichtungen";
/// Where its data are.
pub const FILE: &str = "/api/public/v1/facilities.csv";

/// The facilities that the public may know of, by name.
pub fn public(rollout: &Rollout) -> Vec<Facility> {
    let mut facilities = rollout.facilities();
    facilities.retain(|facility| facility.details.kind.is_public() && facility.details.in_use());
    facilities.sort_by_cached_key(|facility| name::key(&facility.details.name));
    facilities
}

/// How far the lines are, in one sentence.
pub fn headline(facilities: &[Facility]) -> String {
    let active = Counters::of(facilities).active;
    let all = |count: u32| number::counted(count, "Einrichtung", "Einrichtungen");
    match (facilities.len(), active.of) {
        (0, _) => "Noch ist keine Einrichtung verzeichnet.".to_owned(),
        (_, 0) => {
            format!("{} sind verzeichnet, der Stand ihrer Leitungen ist nicht veröffentlicht.", all(active.in_all()))
        }
        _ => format!("Bei {} von {} ist die Leitung aktiv.", number::count(active.so), all(active.in_all())),
    }
}

/// The page.
pub fn page(rollout: &Rollout) -> ReadPage {
    let facilities = public(rollout);
    let town = rollout.municipality().map_or_else(String::new, |area| format!(" {}", area.name));
    // Without the map the list says the same.
    let map = picture(rollout, &facilities).unwrap_or_default();
    let pieces = [hero(rollout, &facilities), counters(rollout, &facilities), map, list(rollout, &facilities)];
    ReadPage {
        title: format!("{} Faserstand{town}", headline(&facilities)),
        description: "Schulen, Kitas und städtische Gebäude: wie weit ihre Leitungen sind, mit Quellen.".to_owned(),
        sample: false,
        main: element("main", &[("id", "inhalt")], pieces),
    }
}

/// The counter on the start page; nothing where no facility is known.
pub fn tile(rollout: &Rollout) -> Option<Tile> {
    let facilities = public(rollout);
    let active = Counters::of(&facilities).active;
    let source = facilities.first()?.public_source.name.clone();
    let (figure, of, what, sentence) = match active.of {
        0 => (
            number::count(active.in_all()),
            " verzeichnet".to_owned(),
            "Schulen und andere Einrichtungen",
            "Der Stand ihrer Leitungen ist nicht veröffentlicht.".to_owned(),
        ),
        _ => (
            number::count(active.so),
            format!(" von {}", number::count(active.in_all())),
            "Einrichtungen mit aktiver Leitung",
            unknown(active).trim_start().to_owned(),
        ),
    };
    Some(Tile {
        title: "Schulen und Einrichtungen".to_owned(),
        figure,
        of,
        what: what.to_owned(),
        // Drawn as filled or empty, what is not known would look like what is not so.
        segments: (active.unknown == 0 && (1..=60).contains(&active.of)).then_some((active.so, active.of)),
        sentence,
        source: format!("Quelle der Liste: {source}."),
        links: vec![(ADDRESS.to_owned(), "Alle Einrichtungen".to_owned())],
    })
}

fn hero(rollout: &Rollout, facilities: &[Facility]) -> Markup {
    let town = rollout.municipality().map_or_else(String::new, |area| format!(" in {}", area.name));
    let mut sources: Vec<&str> = facilities.iter().map(|facility| facility.public_source.name.as_str()).collect();
    sources.sort_unstable();
    sources.dedup();
    let sources = (!sources.is_empty()).then(|| {
        let line = format!("Namen und Lagen: {}.", sources.join("; "));
        element("p", &[("class", "src")], [text(&line)])
    });
    let lead = "Wie weit die Leitungen von Schulen, Kitas, Familienzentren und städtischen Gebäuden sind. Was eine einzelne \
                Leitung leistet, ist nicht veröffentlicht.";
    let inside = [
        Some(element("p", &[("class", "kicker")], [text(&format!("Einrichtungen{town}"))])),
        Some(element("h1", &[("id", "satz")], [text(&headline(facilities))])),
        Some(element("p", &[("class", "lead")], [text(lead)])),
        sources,
    ];
    element("section", &[("class", "wrap hero"), ("aria-labelledby", "satz")], inside.into_iter().flatten())
}

fn counters(rollout: &Rollout, facilities: &[Facility]) -> Markup {
    let counters = Counters::of(facilities);
    let active = block(
        (counters.active.so, (counters.active.of > 0).then_some(counters.active.in_all())),
        "Einrichtungen mit aktiver Leitung",
        "Aktiv heißt: Die geplante Leitung ist gebaut und in Betrieb.",
        &unknown(counters.active),
    );
    let met = block(
        (counters.need_met.so, Some(counters.need_met.of).filter(|of| *of > 0)),
        "gemessenen Schulen, deren Leitung den Bedarf deckt",
        "Der Bedarf einer Schule sind 30 Mbit/s je Klasse und noch einmal so viel für die Verwaltung.",
        &unmeasured(counters.need_met),
    );
    let totals: Vec<Markup> = [TotalKind::EducationLines, TotalKind::TariffBuildings]
        .into_iter()
        .filter_map(|kind| rollout.published_total(kind))
        .map(|total| {
            let source = element("span", &[("class", "src")], [text(&format!(" Quelle: {}.", total.source.name))]);
            element("li", &[], [text(&format!("{}.", facility_in::total(total))), source])
        })
        .collect();
    let totals = (!totals.is_empty()).then(|| {
        let why = "Diese Zahlen zählen Anschlüsse und Verträge, keine Häuser: Ein Haus kann mehrere haben.";
        element(
            "div",
            &[],
            [
                element("h3", &[], [text("Außerdem veröffentlicht")]),
                element("ul", &[("class", "links")], totals),
                element("p", &[("class", "src")], [text(why)]),
            ],
        )
    });
    let heading = element("h2", &[("id", "zaehler")], [text("Was schon so weit ist")]);
    let blocks = element("div", &[("class", "count")], [active, met].into_iter().chain(totals));
    let place = Place { part: Part::Facilities, slug: None };
    let question = element("a", &[("href", &remark_words::address(&place))], [text(remark_words::QUESTION)]);
    let question = element("p", &[("class", "src")], [question]);
    let wrap = element("div", &[("class", "wrap")], [heading, blocks, question]);
    element("section", &[("class", "band"), ("aria-labelledby", "zaehler")], [wrap])
}

/// What is not known is named: it is neither active nor the opposite.
fn unknown(active: Counter) -> String {
    match active.unknown {
        0 => String::new(),
        1 => " Bei einer davon ist der Stand nicht bekannt.".to_owned(),
        more => format!(" Bei {} davon ist der Stand nicht bekannt.", number::count(more)),
    }
}

/// Schools that are not among those counted.
fn unmeasured(met: Counter) -> String {
    const WHAT: &str = "die Messung oder die Zahl der Klassen";
    // There are further ones only where one is counted.
    let further = if met.of == 0 { "" } else { "weiteren " };
    match met.unknown {
        0 => String::new(),
        1 => format!(" Zu einer {further}Schule fehlt {WHAT}; sie ist nicht mitgezählt."),
        more => format!(" Zu {} {further}Schulen fehlt {WHAT}; sie sind nicht mitgezählt.", number::count(more)),
    }
}

/// "1 von 3": the total is visible, no percentage. Where nothing is known, that is said.
fn block((so, of): (u32, Option<u32>), what: &str, meaning: &str, missing: &str) -> Markup {
    let figure = match of {
        None => element("p", &[("class", "x")], [text("–"), element("span", &[], [text(" noch nicht bekannt")])]),
        Some(of) => {
            let rest = element("span", &[], [text(&format!(" von {}", number::count(of)))]);
            element("p", &[("class", "x")], [text(&number::count(so)), rest])
        }
    };
    let explained = element("p", &[("class", "src")], [text(&format!("{meaning}{missing}"))]);
    element("div", &[], [figure, element("p", &[], [text(what)]), explained])
}

/// The districts' outlines with a dot for each facility: full where its line is active, hollow elsewhere.
fn picture(rollout: &Rollout, facilities: &[Facility]) -> Result<Markup, ProjectionError> {
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
    let outlines = drawing.shapes.iter().map(|shape| element("path", &[("d", shape.path.as_str())], []));
    let outlines = element("g", &[], outlines);
    let labels = drawing.shapes.iter().map(|shape| {
        let (x, y) = (shape.label.0.to_string(), shape.label.1.to_string());
        let name = rollout.areas.get(shape.area).map_or("", |area| area.name.as_str());
        element("text", &[("x", x.as_str()), ("y", &y)], [text(name)])
    });
    let dots = placed.iter().zip(places).map(|(facility, place)| dot(facility, place));
    let view = format!("0 0 {} {}", MapDrawing::WIDTH, drawing.height);
    let name = "Karte der Einrichtungen, gleicher Inhalt wie die Liste";
    let svg = element(
        "svg",
        &[("viewBox", view.as_str()), ("role", "img"), ("aria-label", name)],
        [outlines].into_iter().chain(labels).chain(dots),
    );
    let note = "Voller Punkt: Leitung aktiv. Leerer Punkt: noch nicht aktiv oder nicht bekannt. Lagen auf etwa 100 m genau, \
                Grenzen der Ortsteile schematisch.";
    let note = element("figcaption", &[("class", "src")], [text(note)]);
    let heading = element("h2", &[("id", "karte")], [text("Karte")]);
    let figure = element("figure", &[("class", "places")], [svg, note]);
    Ok(element("section", &[("class", "wrap sec"), ("aria-labelledby", "karte")], [heading, figure]))
}

fn dot(facility: &Facility, (x, y): (i32, i32)) -> Markup {
    let (x, y) = (x.to_string(), y.to_string());
    let active = facility.state(Strand::Line) == Some(StepState::Active);
    let class = active.then_some(("class", "y"));
    let own = [("cx", x.as_str()), ("cy", y.as_str()), ("r", "9")];
    let attributes: Vec<_> = own.into_iter().chain(class).collect();
    element("circle", &attributes, [element("title", &[], [text(&facility.details.name)])])
}

fn list(rollout: &Rollout, facilities: &[Facility]) -> Markup {
    let of_area = |area: Option<&Area>| {
        let ours = facilities.iter().filter(|facility| facility.details.area == area.map(|area| area.id));
        let ours: Vec<&Facility> = ours.collect();
        let name = area.map_or("Ohne Gebiet", |area| &area.name);
        (!ours.is_empty()).then(|| element("div", &[], [element("h3", &[], [text(name)]), items(&ours)]))
    };
    let mut areas: Vec<&Area> = rollout.areas.iter().filter(|area| area.parent.is_some()).collect();
    areas.sort_by_cached_key(|area| name::key(&area.name));
    let groups = areas.into_iter().map(Some).chain([None]).filter_map(of_area);
    let groups = element("div", &[("class", "trio")], groups);
    let heading = element("h2", &[("id", "liste")], [text("Alle Einrichtungen nach Gebiet")]);
    let file = element("a", &[("href", FILE)], [text("Diese Liste als CSV")]);
    let file = (!facilities.is_empty()).then(|| element("p", &[("class", "src")], [file]));
    element(
        "section",
        &[("class", "wrap sec"), ("aria-labelledby", "liste")],
        [heading, groups].into_iter().chain(file),
    )
}

fn items(facilities: &[&Facility]) -> Markup {
    let item = |facility: &&Facility| {
        let state = match facility.state(Strand::Line) {
            Some(state) => format!(", Leitung {}", facility_in::state(state)),
            None => String::new(),
        };
        let sort =
            element("span", &[("class", "src")], [text(&format!(" {}{state}", facility_in::sort(&facility.details)))]);
        element("li", &[], [text(&facility.details.name), sort])
    };
    element("ul", &[], facilities.iter().map(item))
}

/// The facilities of one area, for its own page; nothing where there is none.
pub fn of_area(rollout: &Rollout, slug: &str) -> Option<Markup> {
    let area = rollout.areas.by_slug(slug)?;
    let facilities = public(rollout);
    let ours: Vec<&Facility> = facilities.iter().filter(|facility| facility.details.area == Some(area.id)).collect();
    if ours.is_empty() {
        return None;
    }
    let heading = element("h2", &[("id", "einrichtungen")], [text("Schulen und andere Einrichtungen")]);
    let all = element("a", &[("href", ADDRESS)], [text("Alle Einrichtungen, mit Zählern und Karte")]);
    let inside = [heading, items(&ours), element("p", &[("class", "src")], [all])];
    Some(element("section", &[("class", "sec"), ("aria-labelledby", "einrichtungen")], inside))
}
