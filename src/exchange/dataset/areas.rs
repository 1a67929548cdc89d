//! The map: one feature per area, the municipality first, every other area within it.

use geo::{Geometry, MultiPolygon};
use geojson::{Feature, FeatureCollection};
use serde::Deserialize;

use super::DatasetError;
use crate::domain::{
    area::{Area, AreaKind, AreaShape, Slug},
    ids::AreaId,
    source::Source,
};

#[derive(Deserialize)]
struct Properties {
    slug: Slug,
    name: String,
    kind: AreaKind,
    schematic: bool,
    source: String,
}

/// The areas with their shapes, numbered from 1 in the order of the file.
pub(super) fn parse(text: &str) -> Result<(Vec<Area>, Vec<AreaShape>), DatasetError> {
    let map: FeatureCollection = text.parse().map_err(Box::new)?;
    let mut areas: Vec<Area> = Vec::new();
    let mut shapes = Vec::new();
    for (feature, number) in map.features.into_iter().zip(1..) {
        let id = AreaId(number);
        let area = area(&feature, id, areas.first().map(|municipality| municipality.id))?;
        shapes.push(AreaShape { area: id, outline: outline(feature, &area.name)? });
        areas.push(area);
    }
    Ok((areas, shapes))
}

fn area(feature: &Feature, id: AreaId, parent: Option<AreaId>) -> Result<Area, DatasetError> {
    let properties = feature.properties.clone().unwrap_or_default();
    let Properties { slug, name, kind, schematic, source } = serde_json::from_value(properties.into())
        .map_err(|source| DatasetError::Properties { number: id.0.unsigned_abs() as usize, source })?;
    let source = Source { name: source, published_on: None };
    Ok(Area { id, slug, name, kind, parent, schematic, valid_from: None, valid_to: None, source })
}

fn outline(feature: Feature, name: &str) -> Result<MultiPolygon<f64>, DatasetError> {
    match feature.geometry.and_then(|geometry| Geometry::<f64>::try_from(geometry.value).ok()) {
        Some(Geometry::Polygon(polygon)) => Ok(polygon.into()),
        Some(Geometry::MultiPolygon(polygons)) => Ok(polygons),
        _ => Err(DatasetError::Shape(name.to_owned())),
    }
}
