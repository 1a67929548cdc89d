//! Shapes: what is read and what is wrong with which feature.

use faserstand_lib::exchange::geojson::{GeoError, MAX_BYTES, features};
use geo::Area;

/// A collection with one feature of this geometry.
fn with(geometry: &str) -> GeoError {
    collection(&format!(r#"{{"type":"Feature","properties":{{"name":"Weier"}},"geometry":{geometry}}}"#))
}

fn collection(features_text: &str) -> GeoError {
    features(format!(r#"{{"type":"FeatureCollection","features":[{features_text}]}}"#).as_bytes()).unwrap_err()
}

fn ring(positions: &str) -> GeoError {
    with(&format!(r#"{{"type":"Polygon","coordinates":[[{positions}]]}}"#))
}

#[test]
fn polygons_with_holes_and_parts_are_read() {
    let found = features(include_bytes!("../fixtures/shapes/two_districts.geojson")).unwrap();
    let [weier, buehl] = &found[..] else { panic!("{found:?}") };
    assert_eq!((weier.slug.as_str(), buehl.slug.as_str()), ("weier", "buehl"));
    assert_eq!(weier.properties.get("schematic"), Some(&true.into()));
    // 0.04 × 0.03 degrees without a hole of 0.01 × 0.01.
    assert!((weier.outline.unsigned_area() - 0.0011).abs() < 1e-9);
    assert_eq!(buehl.outline.0.len(), 2);
}

#[test]
fn metres_and_swapped_axes_are_told_apart() {
    let metres = ring("[411000,5370000],[412000,5370000],[412000,5371000],[411000,5370000]");
    assert!(matches!(metres, GeoError::OutOfRange { x, .. } if x > 400_000.0));
    assert_eq!(metres.to_string(), "feature 1 (Weier): 411000, 5370000 is no longitude and latitude in degrees");
    assert!(matches!(ring("[48.5,7.9],[48.6,7.9],[48.6,8.0],[48.5,7.9]"), GeoError::Swapped { .. }));
    let utm = r#"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:25832"}},"features":[]}"#;
    assert_eq!(features(utm.as_bytes()), Err(GeoError::OtherSystem("EPSG:25832".to_owned())));
}

#[test]
fn rings_are_closed_and_do_not_cross() {
    assert!(matches!(ring("[7.9,48.5],[8.0,48.5],[8.0,48.6],[7.9,48.6]"), GeoError::OpenRing(_)));
    assert!(matches!(ring("[7.9,48.5],[8.0,48.5],[7.9,48.5]"), GeoError::ShortRing(_)));
    assert!(matches!(ring("[7.9],[8.0,48.5],[7.9,48.5],[7.9,48.5]"), GeoError::NotGeoJson(_)));
    // A bow tie:  7.9 and 8.0, crossed in the middle.
    assert!(matches!(ring("[7.9,48.5],[8.0,48.6],[8.0,48.5],[7.9,48.6],[7.9,48.5]"), GeoError::Crossing { .. }));
    assert!(matches!(with(r#"{"type":"Polygon","coordinates":[]}"#), GeoError::ShortRing(_)));
    assert!(matches!(with(r#"{"type":"MultiPolygon","coordinates":[[]]}"#), GeoError::ShortRing(_)));
}

#[test]
fn only_areas_with_a_name_are_read() {
    let point = with(r#"{"type":"Point","coordinates":[7.9,48.5]}"#);
    assert_eq!(point.to_string(), "feature 1 (Weier) is a Point; only Polygon and MultiPolygon are areas");
    assert!(matches!(with("null"), GeoError::NoShape(_)));
    assert!(matches!(collection(r#"{"type":"Feature","properties":null,"geometry":null}"#), GeoError::NoName(_)));
    let bad = r#"{"type":"Feature","properties":{"slug":"Zell Weierbach"},"geometry":null}"#;
    assert!(matches!(collection(bad), GeoError::BadSlug(_)));
    let triangle = r#"{"type":"Polygon","coordinates":[[[7.9,48.5],[8.0,48.5],[8.0,48.6],[7.9,48.5]]]}"#;
    let one = format!(r#"{{"type":"Feature","properties":{{"name":"Bühl"}},"geometry":{triangle}}}"#);
    let other = one.replace("Bühl", "BUEHL");
    assert!(matches!(collection(&format!("{one},{other}")), GeoError::Twice(which) if which.number == 2));
}

#[test]
fn what_is_no_collection_is_refused() {
    assert!(matches!(features(b"{"), Err(GeoError::NotGeoJson(_))));
    assert!(matches!(features(b"\xff"), Err(GeoError::NotGeoJson(_))));
    assert_eq!(features(br#"{"type":"Point","coordinates":[7.9,48.5]}"#), Err(GeoError::NotACollection));
    assert!(matches!(features(&vec![b' '; MAX_BYTES + 1]), Err(GeoError::TooLarge { .. })));
    let deep = "[".repeat(100_000);
    let deep = format!(r#"{{"type":"Polygon","coordinates":{deep}"#);
    assert!(matches!(features(deep.as_bytes()), Err(GeoError::NotGeoJson(_))));
}
