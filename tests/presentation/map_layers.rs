//! The layers of the large map: what each shows, what its legend chooses, what nobody but the town's staff may see.

use faserstand_lib::{
    domain::{
        area::{AreaKind, AreaShape, AreaTree, Slug},
        campaign::Unit,
        facility::{
            Details, FacilityKind,
            inventory::Facility,
            place::{Position, Precision},
        },
        ids::AreaId,
        status::{AreaStatus, CampaignStatus},
    },
    presentation::{facilities_map::Eyes, lang::Lang, map_layers::Atlas, projection, town_map::Survey},
};
use geo::{MultiPolygon, polygon};

use crate::{
    build::{self, DAY, GRIESHEIM, TOWN, WEIER},
    example,
};

const PARK: AreaId = AreaId(70);

/// A square in degrees.
fn square(west: f64, south: f64, size: f64) -> MultiPolygon {
    let (east, north) = (west + size, south + size);
    MultiPolygon::new(vec![
        polygon![(x: west, y: south), (x: east, y: south), (x: east, y: north), (x: west, y: north)],
    ])
}

/// Two districts beside each other, and a commercial area that reaches over the eastern border of the town.
fn town() -> (AreaTree, Vec<AreaShape>) {
    let mut areas = build::districts();
    areas.push(build::area(PARK, "Gewerbepark hoch3", AreaKind::CommercialArea, Some(TOWN)));
    let shapes = [
        (GRIESHEIM, square(7.90, 48.50, 0.02)),
        (WEIER, square(7.92, 48.50, 0.02)),
        (PARK, square(7.935, 48.505, 0.01)),
    ];
    let shapes = shapes.map(|(area, outline)| AreaShape { area, outline }).into();
    (AreaTree::new(areas).unwrap(), shapes)
}

fn facility(name: &str, kind: FacilityKind, position: Option<(i32, i32)>) -> Facility {
    let mut details = Details::new(name, kind, build::source());
    details.position = position.map(|(lat, lon)| Position::new(lat, lon, Precision::Exact).unwrap());
    Facility::new(Slug::of_name(name).unwrap(), details)
}

fn facilities() -> Vec<Facility> {
    vec![
        facility("Kita Sonnenschein", FacilityKind::DaycareCentre, None),
        facility("Weidenschule", FacilityKind::School, Some((48_512_345, 7_912_345))),
    ]
}

fn ortsteile() -> CampaignStatus {
    example::areas(vec![
        build::status("Griesheim", Some(build::counted(431, 1_233))),
        AreaStatus { id: WEIER, ..build::status("Weier", Some(build::counted(100, 1_233))) },
    ])
}

fn markup(campaigns: &[CampaignStatus], shapes: &[AreaShape], eyes: Eyes) -> Option<String> {
    let (areas, _) = town();
    let survey = Survey { shapes, areas: &areas, campaigns, today: DAY, lang: Lang::De };
    let markup = Atlas { survey, facilities: &facilities(), eyes }.markup().unwrap();
    markup.map(|markup| markup.as_str().to_owned())
}

/// One layer of the map.
fn layer(whole: &str, key: &str) -> String {
    let start = whole.find(&format!("data-l=\"{key}\"")).unwrap();
    let end = whole[start..].find("</section>").unwrap();
    whole[start..start + end].to_owned()
}

#[test]
fn each_layer_has_its_picture_its_legend_and_its_list() {
    let whole = markup(&[ortsteile()], &town().1, Eyes::Public).unwrap();
    let districts = layer(&whole, "orte");
    assert_eq!(districts.matches("<li ").count(), 2);
    assert_eq!(districts.matches("class=\"a\"").count(), 2, "the commercial area is no district");
    for (key, words) in [("reached", "<b>1</b> Ziel erreicht"), ("below", "<b>1</b> unter dem Ziel")] {
        assert!(
            districts.contains(&format!("<input type=\"checkbox\" name=\"orte\" value=\"{key}\" checked>")),
            "{districts}"
        );
        assert!(districts.contains(words), "{districts}");
    }
    let commercial = layer(&whole, "gewerbe");
    assert_eq!(commercial.matches("class=\"a\"").count(), 1);
    assert_eq!(commercial.matches("<path d=").count(), 2, "it lies on both districts");
    assert!(commercial.contains("nicht dabei"));
    let placed = layer(&whole, "einrichtungen");
    assert_eq!(placed.matches("<circle").count(), 1);
    assert_eq!(placed.matches("<li ").count(), 2, "the list has what has no place");
    assert!(placed.contains("1 Einrichtung ohne bekannte Lage steht nur in der Liste."));
    assert_eq!(whole.matches("type=\"radio\"").count(), 3);
    assert_eq!(whole.matches("value=\"orte\" checked").count(), 1, "one layer is shown at first");
}

#[test]
fn what_the_legend_clears_finds_every_label_and_row() {
    let whole = markup(&[ortsteile()], &town().1, Eyes::Public).unwrap();
    let districts = layer(&whole, "orte");
    let (links, labels) = (districts.matches("<a href=\"/gebiet/").count(), districts.matches("<g transform").count());
    assert_eq!(links, 4, "a shape and a row for each");
    let named = districts.matches("data-s=\"").count() + districts.matches("data-f=\"").count();
    // Two lines of the legend, two rows with a chip each, two shapes, and the labels.
    assert_eq!(named, 2 + 2 + 2 + 2 + labels);
}

#[test]
fn a_commercial_area_over_the_border_is_wholly_on_its_map() {
    let (areas, shapes) = town();
    let survey = Survey { shapes: &shapes, areas: &areas, campaigns: &[], today: DAY, lang: Lang::De };
    let map = survey.commercial().unwrap();
    let right = map.areas[0].outline.iter().flatten().map(|at| at.0).max().unwrap();
    assert!((800..=840).contains(&right), "{right}");
    let border = map.ground.iter().flatten().flatten().map(|at| at.0).max().unwrap();
    assert!(border < right, "the town ends at {border}");
    let alone = survey.districts().unwrap();
    assert_eq!(alone.areas.len(), 2);
    assert!(alone.areas.iter().all(|area| area.name != "Gewerbepark hoch3"));
}

#[test]
fn the_public_sees_places_to_a_hundred_metres_and_no_link_to_the_desk() {
    let (public, desk) = (
        markup(&[ortsteile()], &town().1, Eyes::Public).unwrap(),
        markup(&[ortsteile()], &town().1, Eyes::Desk).unwrap(),
    );
    let dot = |whole: &str| {
        let place = whole.find("<circle").unwrap();
        whole[place..].split('>').next().unwrap().to_owned()
    };
    assert_ne!(dot(&public), dot(&desk));
    assert!(!public.contains("/arbeit"));
    assert!(desk.contains("href=\"/arbeit/einrichtungen/weidenschule\""));
    assert!(!desk.contains("<ul>"), "at the desk the table on Heute is the list");
    let coarse = projection::points_to_utm32(&[(7.912, 48.512)]).unwrap();
    let exact = projection::points_to_utm32(&[(7.912_345, 48.512_345)]).unwrap();
    assert!((coarse[0].x - exact[0].x).hypot(coarse[0].y - exact[0].y) > 25.0, "the two can be told apart");
}

#[test]
fn without_shapes_there_is_no_map() {
    assert_eq!(markup(&[ortsteile()], &[], Eyes::Public), None);
}

#[test]
fn commercial_areas_without_a_shape_are_listed_and_the_page_says_why() {
    let mut park = ortsteile();
    park.campaign.unit = Unit::Companies;
    let (_, mut shapes) = town();
    shapes.truncate(2);
    let whole = markup(&[ortsteile(), park], &shapes, Eyes::Public).unwrap();
    let commercial = layer(&whole, "gewerbe");
    assert!(commercial.contains("Wo die Gewerbegebiete liegen, ist nicht veröffentlicht. Die Liste nennt sie alle."));
    assert_eq!(commercial.matches("<li ").count(), 2);
    assert!(!commercial.contains("<svg viewBox"));
}
