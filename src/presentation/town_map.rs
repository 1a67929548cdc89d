//! The map of a town's parts, from their shapes. Only the server projects and draws.

use jiff::civil::Date;

use super::{
    lang::Lang,
    map,
    map_view::MapView,
    projection::{self, ProjectionError},
};
use crate::domain::{
    area::{Area, AreaShape, AreaTree},
    status::CampaignStatus,
};

/// The map; without areas where none has a shape.
///
/// # Errors
/// When a point lies where the projection is not defined.
pub fn town_map(
    shapes: &[AreaShape],
    areas: &AreaTree,
    campaigns: &[CampaignStatus],
    today: Date,
    lang: Lang,
) -> Result<MapView, ProjectionError> {
    // The municipality's own outline is that of its parts together.
    let part = |shape: &AreaShape| areas.get(shape.area).filter(|area| area.parent.is_some()).cloned();
    let (shapes, drawn): (Vec<AreaShape>, Vec<Area>) =
        shapes.iter().filter_map(|shape| Some((shape.clone(), part(shape)?))).unzip();
    let drawing = map::draw(&projection::to_utm32(&shapes)?);
    Ok(MapView::of(drawing, &drawn, campaigns, today, lang))
}
