//! Shapes from longitude and latitude (WGS 84) onto the plane of ETRS89/UTM 32N (EPSG:25832), in metres.
//!
//! Only the server projects: the browser gets the drawing.

use geo::{Coord, MapCoords as _, MultiPolygon};
use proj4rs::{Proj, errors::Error, transform::transform};

use crate::domain::{area::AreaShape, ids::AreaId};

/// The shapes could not be projected.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the shapes cannot be projected: {0}")]
pub struct ProjectionError(String);

/// Projects shapes.
///
/// # Errors
/// When a point lies where the projection is not defined.
pub fn to_utm32(shapes: &[AreaShape]) -> Result<Vec<(AreaId, MultiPolygon)>, ProjectionError> {
    let project = projection()?;
    shapes.iter().map(|shape| Ok((shape.area, shape.outline.try_map_coords(&project)?))).collect()
}

/// Projects points.
///
/// # Errors
/// When a point lies where the projection is not defined.
pub fn points_to_utm32(points: &[(f64, f64)]) -> Result<Vec<Coord>, ProjectionError> {
    let project = projection()?;
    points.iter().map(|(lon, lat)| project(Coord { x: *lon, y: *lat })).collect()
}

fn projection() -> Result<impl Fn(Coord) -> Result<Coord, ProjectionError>, ProjectionError> {
    let failed = |error: Error| ProjectionError(error.to_string());
    let wgs84 = Proj::from_proj_string("+proj=longlat +datum=WGS84 +no_defs").map_err(failed)?;
    let utm32 = Proj::from_proj_string("+proj=utm +zone=32 +ellps=GRS80 +units=m +no_defs").map_err(failed)?;
    Ok(move |at: Coord| {
        let mut point = (at.x.to_radians(), at.y.to_radians(), 0.0);
        transform(&wgs84, &utm32, &mut point).map_err(failed)?;
        Ok(Coord { x: point.0, y: point.1 })
    })
}
