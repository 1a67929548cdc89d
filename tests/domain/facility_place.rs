//! Positions and the area in which they lie; names that a directory damaged.

use faserstand_lib::domain::{
    area::{Area, AreaKind, AreaShape, AreaTree, Slug},
    facility::{
        place::{Fit, Position, Precision, area_at, fit},
        spelling::{Damage, suspicion},
    },
    ids::AreaId,
    source::Source,
};
use geo::{MultiPolygon, polygon};

fn area(id: i64, name: &str, kind: AreaKind, schematic: bool) -> Area {
    Area {
        id: AreaId(id),
        slug: Slug::of_name(name).unwrap(),
        name: name.to_owned(),
        kind,
        parent: (id != 1).then_some(AreaId(1)),
        schematic,
        valid_from: None,
        valid_to: None,
        source: Source { name: "Test".to_owned(), published_on: None },
    }
}

/// ```text
/// 48,6 +-------+-------+
///      | West  | Ost   |   and within Ost, as small again, a commercial area
/// 48,4 +-------+-------+
///     7,9     8,0     8,1
/// ```
fn town(schematic: bool) -> (AreaTree, Vec<AreaShape>) {
    let square = |west: f64, east: f64, south: f64, north: f64| {
        MultiPolygon::from(polygon![
            (x: west, y: south), (x: east, y: south), (x: east, y: north), (x: west, y: north)
        ])
    };
    let areas = AreaTree::new([
        area(1, "Stadt", AreaKind::Municipality, false),
        area(2, "West", AreaKind::District, schematic),
        area(3, "Gewerbe", AreaKind::CommercialArea, false),
        area(4, "Ost", AreaKind::District, schematic),
    ]);
    let shape = |id, outline| AreaShape { area: AreaId(id), outline };
    let shapes = vec![
        shape(1, square(7.9, 8.1, 48.4, 48.6)),
        shape(2, square(7.9, 8.0, 48.4, 48.6)),
        shape(3, square(8.02, 8.04, 48.45, 48.5)),
        shape(4, square(8.0, 8.1, 48.4, 48.6)),
    ];
    (areas.unwrap(), shapes)
}

fn at(lat_udeg: i32, lon_udeg: i32) -> Position {
    Position::new(lat_udeg, lon_udeg, Precision::Coarse).unwrap()
}

#[test]
fn a_position_lies_in_its_district() {
    let (areas, shapes) = town(false);
    assert_eq!(area_at(&areas, &shapes, at(48_500_000, 7_950_000)), Some(AreaId(2)));
    assert_eq!(area_at(&areas, &shapes, at(48_500_000, 8_050_000)), Some(AreaId(4)));
}

#[test]
fn a_district_goes_before_the_commercial_area_within_it() {
    let (areas, shapes) = town(false);
    assert_eq!(area_at(&areas, &shapes, at(48_470_000, 8_030_000)), Some(AreaId(4)));
}

#[test]
fn a_position_outside_of_all_areas_has_none() {
    let (areas, shapes) = town(false);
    assert_eq!(area_at(&areas, &shapes, at(48_700_000, 7_950_000)), None);
}

#[test]
fn a_stated_area_that_contradicts_the_position_is_told() {
    let (areas, shapes) = town(false);
    let fits = |stated| fit(&areas, &shapes, Some(AreaId(stated)), Some(at(48_500_000, 7_950_000)));
    assert_eq!(fits(2), Fit::Agree);
    assert_eq!(fits(4), Fit::Contradict { found: AreaId(2) });
    assert_eq!(fits(3), Fit::Agree, "a commercial area is no other district");
    assert_eq!(fit(&areas, &shapes, Some(AreaId(4)), None), Fit::Agree);
}

#[test]
fn on_a_scheme_who_states_the_area_may_know_better() {
    let (areas, shapes) = town(true);
    let fit = fit(&areas, &shapes, Some(AreaId(4)), Some(at(48_500_000, 7_950_000)));
    assert_eq!(fit, Fit::DifferOnScheme { found: AreaId(2) });
}

#[test]
fn no_place_on_earth_is_no_position() {
    assert!(Position::new(90_000_001, 0, Precision::Exact).is_err());
    assert!(Position::new(0, -180_000_001, Precision::Exact).is_err());
    assert!(serde_json::from_str::<Position>(r#"{"lat_udeg":91000000,"lon_udeg":0,"precision":"exact"}"#).is_err());
}

#[test]
fn damaged_umlauts_and_lost_hyphens_are_suspected() {
    let meant = |name: &str| suspicion(name).map(|found| (found.meant, found.damage));
    let said = |name: &str, damage| Some((name.to_owned(), damage));
    assert_eq!(meant("SBBZ mit Färderschwerpunkt"), said("SBBZ mit Förderschwerpunkt", Damage::Umlaut));
    assert_eq!(meant("Kärperliche Entwicklung"), said("Körperliche Entwicklung", Damage::Umlaut));
    assert_eq!(meant("Klinikschule Lindenhähe"), said("Klinikschule Lindenhöhe", Damage::Umlaut));
    assert_eq!(meant("SÃ¼dschule"), said("Südschule", Damage::Umlaut));
    assert_eq!(meant("K\u{fffd}nigschule"), said("Königschule", Damage::Umlaut));
    assert_eq!(meant("Georg Monsch Schule"), said("Georg-Monsch-Schule", Damage::Hyphen));
    assert_eq!(
        meant("Astrid Lindgren Schule Grund und Werkrealschule"),
        said("Astrid-Lindgren-Schule Grund- und Werkrealschule", Damage::Hyphen)
    );
    assert_eq!(
        meant("Alpha Schule Bildungs und Beratungszentrum mit Färderschwerpunkt"),
        said("Alpha-Schule Bildungs- und Beratungszentrum mit Förderschwerpunkt", Damage::Both)
    );
}

#[test]
fn sound_names_are_left_in_peace() {
    for name in [
        "Oken-Gymnasium",
        "Grundschule Griesheim",
        "Freie Waldorfschule",
        "Freie Schule Morgenrot",
        "Städtische Realschule",
        "Eichendorffschule",
        "Grund- und Werkrealschule",
        "Kita Sonnenschein",
        "Haus der Jugend",
        "Sternschnuppe",
        "",
    ] {
        assert_eq!(suspicion(name), None, "{name}");
    }
}
