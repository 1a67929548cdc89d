//! Shapes from a GeoJSON file: polygons in longitude and latitude, checked before anything draws them.

use std::collections::BTreeSet;

use geo::{MultiPolygon, Validation};
use geojson::{FeatureCollection, GeoJson, JsonObject, PolygonType, Value};
use serde_json::Map;
use thiserror::Error;

use crate::domain::area::Slug;

/// The largest file of shapes in bytes.
pub const MAX_BYTES: usize = 20_000_000;

/// One shape with what the file says of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Feature {
    /// Its name in addresses: the property `slug`, or made of the property `name`.
    pub slug: String,
    /// All properties.
    pub properties: Map<String, serde_json::Value>,
    /// The shape: WGS 84, longitude and latitude in degrees, rings closed and free of crossings.
    pub outline: MultiPolygon<f64>,
}

/// Which feature: its place in the file from 1 on, and its name where it has one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Which {
    /// Its place in the file.
    pub number: usize,
    /// Its slug or name.
    pub name: Option<String>,
}

impl std::fmt::Display for Which {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.name {
            Some(name) => write!(f, "feature {} ({name})", self.number),
            None => write!(f, "feature {}", self.number),
        }
    }
}

/// What is wrong with a file of shapes.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum GeoError {
    /// Larger than [`MAX_BYTES`].
    #[error("the file has {bytes} bytes; at most {MAX_BYTES} are read")]
    TooLarge {
        /// Its size.
        bytes: usize,
    },
    /// No GeoJSON, or cut off.
    #[error("the file is no GeoJSON: {0}")]
    NotGeoJson(String),
    /// A single shape or feature.
    #[error("the file holds no FeatureCollection")]
    NotACollection,
    /// Another reference system than longitude and latitude in degrees.
    #[error("coordinates must be longitude and latitude (WGS 84, EPSG:4326 or CRS84), not {0}")]
    OtherSystem(String),
    /// A feature without a slug or a name.
    #[error("{0} has neither a property slug nor a property name")]
    NoName(Which),
    /// A slug that cannot stand in an address.
    #[error("{0}: a slug has only a-z, 0-9 and single hyphens between them")]
    BadSlug(Which),
    /// Two features of one name.
    #[error("{0} stands in the file twice")]
    Twice(Which),
    /// No shape.
    #[error("{0} has no geometry")]
    NoShape(Which),
    /// A shape that is no area.
    #[error("{which} is a {found}; only Polygon and MultiPolygon are areas")]
    NotAnArea {
        /// Which feature.
        which: Which,
        /// The kind of its shape.
        found: String,
    },
    /// A shape without a ring, or a ring of fewer than four positions.
    #[error("{0} has a ring of fewer than four positions")]
    ShortRing(Which),
    /// A ring whose last position is not its first.
    #[error("{0} has a ring whose last position is not its first")]
    OpenRing(Which),
    /// A position that is no longitude and latitude: metres of a map projection, for example.
    #[error("{which}: {x}, {y} is no longitude and latitude in degrees")]
    OutOfRange {
        /// Which feature.
        which: Which,
        /// The first number.
        x: f64,
        /// The second number.
        y: f64,
    },
    /// A position of Germany with latitude first.
    #[error("{which}: {x}, {y} has the latitude first; GeoJSON writes the longitude first")]
    Swapped {
        /// Which feature.
        which: Which,
        /// The first number.
        x: f64,
        /// The second number.
        y: f64,
    },
    /// Rings that cross themselves or each other, or parts that overlap.
    #[error("{which}: {detail}")]
    Crossing {
        /// Which feature.
        which: Which,
        /// What crosses what.
        detail: String,
    },
}

/// The shapes of a FeatureCollection.
///
/// # Errors
/// The first thing that is wrong, and with which feature.
pub fn features(bytes: &[u8]) -> Result<Vec<Feature>, GeoError> {
    if bytes.len() > MAX_BYTES {
        return Err(GeoError::TooLarge { bytes: bytes.len() });
    }
    let not_geojson = |error: &dyn std::fmt::Display| GeoError::NotGeoJson(error.to_string());
    let text = str::from_utf8(bytes).map_err(|error| not_geojson(&error))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let GeoJson::FeatureCollection(collection) = text.parse::<GeoJson>().map_err(|error| not_geojson(&error))? else {
        return Err(GeoError::NotACollection);
    };
    check_system(&collection)?;
    let mut found: Vec<Feature> = Vec::new();
    let mut slugs = BTreeSet::new();
    for (number, feature) in (1..).zip(collection.features) {
        let properties = feature.properties.unwrap_or_default();
        let name = ["slug", "name"].iter().find_map(|key| properties.get(*key)?.as_str()).map(str::to_owned);
        let which = Which { number, name };
        let slug = slug(&properties, &which)?;
        if !slugs.insert(slug.clone()) {
            return Err(GeoError::Twice(which));
        }
        let shape = feature.geometry.ok_or_else(|| GeoError::NoShape(which.clone()))?;
        found.push(Feature { slug, properties, outline: outline(shape.value, &which)? });
    }
    Ok(found)
}

fn slug(properties: &JsonObject, which: &Which) -> Result<String, GeoError> {
    let text = |key| properties.get(key).and_then(serde_json::Value::as_str);
    let slug = match (text("slug"), text("name")) {
        (Some(slug), _) => Slug::try_from(slug.to_owned()),
        (None, Some(name)) => Slug::of_name(name),
        (None, None) => return Err(GeoError::NoName(which.clone())),
    };
    slug.map(String::from).map_err(|_| GeoError::BadSlug(which.clone()))
}

/// GeoJSON is always WGS 84 today; older files name another system in a member `crs`.
fn check_system(collection: &FeatureCollection) -> Result<(), GeoError> {
    let Some(crs) = collection.foreign_members.as_ref().and_then(|members| members.get("crs")) else { return Ok(()) };
    let name = crs.pointer("/properties/name").and_then(serde_json::Value::as_str);
    match name {
        Some(name) if name.ends_with("CRS84") || name.ends_with(":4326") => Ok(()),
        None if crs.is_null() => Ok(()),
        other => Err(GeoError::OtherSystem(other.map_or_else(|| crs.to_string(), str::to_owned))),
    }
}

fn outline(shape: Value, which: &Which) -> Result<MultiPolygon<f64>, GeoError> {
    let parts: Vec<PolygonType> = match shape {
        Value::Polygon(rings) => vec![rings],
        Value::MultiPolygon(parts) => parts,
        other => {
            return Err(GeoError::NotAnArea { which: which.clone(), found: other.type_name().to_owned() });
        }
    };
    if parts.is_empty() || parts.iter().any(Vec::is_empty) {
        return Err(GeoError::ShortRing(which.clone()));
    }
    for ring in parts.iter().flatten() {
        check_ring(ring, which)?;
    }
    let outline = MultiPolygon::<f64>::try_from(Value::MultiPolygon(parts));
    let outline = outline.map_err(|error| GeoError::NotGeoJson(error.to_string()))?;
    let crossing = |error: geo::validation::InvalidMultiPolygon| error.to_string();
    outline.check_validation().map_err(|error| GeoError::Crossing { which: which.clone(), detail: crossing(error) })?;
    Ok(outline)
}

fn check_ring(ring: &[Vec<f64>], which: &Which) -> Result<(), GeoError> {
    for position in ring {
        let [x, y, ..] = position[..] else { return Err(GeoError::ShortRing(which.clone())) };
        if !(-180.0..=180.0).contains(&x) || !(-90.0..=90.0).contains(&y) {
            return Err(GeoError::OutOfRange { which: which.clone(), x, y });
        }
        // Germany lies between 5° and 16° East and between 47° and 56° North.
        if (47.0..=56.0).contains(&x) && (5.0..=16.0).contains(&y) {
            return Err(GeoError::Swapped { which: which.clone(), x, y });
        }
    }
    if ring.len() < 4 {
        return Err(GeoError::ShortRing(which.clone()));
    }
    if ring.first() != ring.last() {
        return Err(GeoError::OpenRing(which.clone()));
    }
    Ok(())
}
