//! Facilities as dots on the districts: on the page of the facilities, on the large map, and at the desk.

use super::{
    facility_names,
    ground::Ground,
    lang::Lang,
    lettering::{self, Sizes},
    map::{self, MapDrawing, Plane, Shape},
    map_labels::{Taken, Wish},
    map_picture,
    markup::{Markup, element, text},
    projection::{self, ProjectionError},
    town_words,
};
use crate::domain::{
    area::{Area, AreaKind, AreaShape, AreaTree},
    facility::{
        FacilityKind,
        inventory::Facility,
        plan::{StepState, Strand},
    },
};

/// Whose eyes a map of facilities is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Eyes {
    /// Everybody's: positions to about 100 m.
    Public,
    /// Those of who keeps the records: as recorded, each dot a link.
    Desk,
}

/// The key of a kind, by which the legend chooses.
pub const fn key(kind: FacilityKind) -> &'static str {
    match kind {
        FacilityKind::School => "school",
        FacilityKind::DaycareCentre => "daycare",
        FacilityKind::FamilyCentre => "family",
        FacilityKind::MunicipalBuilding => "building",
        FacilityKind::NetworkSite => "site",
    }
}

/// The districts' outlines with a dot for each facility that has a position: full where its line is active, hollow
/// elsewhere. `None` where no district has a shape, or no facility a position.
///
/// # Errors
/// When a point lies where the projection is not defined.
pub fn picture(
    shapes: &[AreaShape],
    areas: &AreaTree,
    facilities: &[Facility],
    eyes: Eyes,
    lang: Lang,
) -> Result<Option<Markup>, ProjectionError> {
    let shapes: Vec<AreaShape> = shapes.iter().filter(|shape| is_district(areas, shape)).cloned().collect();
    let place = |facility: &Facility| {
        let position = facility.details.position?;
        Some(if eyes == Eyes::Public { position.to_hundred_metres() } else { position }.lon_lat())
    };
    let placed = facilities.iter().filter_map(|facility| Some((facility, place(facility)?)));
    let (placed, points): (Vec<&Facility>, Vec<(f64, f64)>) = placed.unzip();
    if shapes.is_empty() || placed.is_empty() {
        return Ok(None);
    }
    let (ground, points) = (projection::to_utm32(&shapes)?, projection::points_to_utm32(&points)?);
    let drawing = map::draw(Plane { ground: &ground, above: &[], points: &points });
    let outlines = drawing.shapes.iter().map(|shape| element("path", &[("d", map::path(&shape.outline).as_str())], []));
    let outlines = element("g", &[], outlines);
    let labels = names(areas, &drawing);
    let dots = placed.iter().zip(&drawing.places).map(|(facility, place)| dot(facility, *place, eyes, lang));
    let (view, name) = (format!("0 0 {} {}", MapDrawing::WIDTH, drawing.height), facility_names::map_name(lang));
    let role = if eyes == Eyes::Public { "img" } else { "group" };
    let inside = [outlines].into_iter().chain(labels).chain(dots);
    Ok(Some(element("svg", &[("viewBox", view.as_str()), ("role", role), ("aria-label", name)], inside)))
}

/// What stands below the map: how its dots are read, how exact they are, how true the boundaries are and who drew them.
pub fn note(shapes: &[AreaShape], areas: &AreaTree, eyes: Eyes, lang: Lang) -> Vec<Markup> {
    let drawn: Vec<Area> = shapes
        .iter()
        .filter(|shape| is_district(areas, shape))
        .filter_map(|shape| areas.get(shape.area))
        .cloned()
        .collect();
    let coarse = if eyes == Eyes::Public { facility_names::coarse(lang) } else { "" };
    let dots = text(&format!("{}{coarse}", facility_names::legend(lang)));
    [dots].into_iter().chain(map_picture::note(&town_words::map_note(&drawn, lang))).collect()
}

fn is_district(areas: &AreaTree, shape: &AreaShape) -> bool {
    areas.get(shape.area).is_some_and(|area| area.parent.is_some() && area.kind == AreaKind::District)
}

/// The districts' names, clear of the dots where that is possible.
fn names(areas: &AreaTree, drawing: &MapDrawing) -> Vec<Markup> {
    let mut wishes = Vec::new();
    for Shape { area, outline } in &drawing.shapes {
        let name = areas.get(*area).map_or("", |area| area.name.as_str());
        wishes.push(Wish { outline, name, figure: "" });
    }
    let outlines: Vec<_> = drawing.shapes.iter().map(|shape| &shape.outline).collect();
    let height = i32::try_from(drawing.height).unwrap_or(i32::MAX);
    let ground = Ground::of(&outlines, (MapDrawing::WIDTH as i32, height));
    let taken = Taken { frame: None, spots: &drawing.places };
    let (labels, _) = lettering::labels(&wishes, &ground, height, Sizes::default(), taken);
    labels.iter().map(|(_, shown, label)| map_picture::words(None, *shown, label)).collect()
}

fn dot(facility: &Facility, (x, y): (i32, i32), eyes: Eyes, lang: Lang) -> Markup {
    let (x, y) = (x.to_string(), y.to_string());
    let active = facility.state(Strand::Line) == Some(StepState::Active);
    let own = [("cx", x.as_str()), ("cy", y.as_str()), ("r", "9"), ("data-s", key(facility.details.kind))];
    let attributes: Vec<_> = own.into_iter().chain(active.then_some(("class", "y"))).collect();
    let german: &[(&str, &str)] = if lang.is_german() { &[] } else { &[("lang", "de")] };
    let name = facility.details.name.as_str();
    let dot = element("circle", &attributes, [element("title", german, [text(name)])]);
    match eyes {
        Eyes::Public => dot,
        Eyes::Desk => {
            let address = format!("/arbeit/einrichtungen/{}", facility.slug);
            element("a", &[("href", address.as_str()), ("aria-label", name)], [dot])
        }
    }
}
