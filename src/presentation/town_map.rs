//! The maps of a town's parts, from their shapes. Only the server projects and draws.

use jiff::civil::Date;

use super::{
    lang::Lang,
    map::{self, MapDrawing, Plane},
    map_view::MapView,
    projection::{self, ProjectionError},
};
use crate::domain::{
    area::{Area, AreaKind, AreaShape, AreaTree},
    status::CampaignStatus,
};

/// What maps are drawn from.
#[derive(Clone, Copy)]
pub struct Survey<'a> {
    /// The shapes.
    pub shapes: &'a [AreaShape],
    /// Whose they are.
    pub areas: &'a AreaTree,
    /// What is known of them.
    pub campaigns: &'a [CampaignStatus],
    /// The day judged by.
    pub today: Date,
    /// The language of the words.
    pub lang: Lang,
}

impl Survey<'_> {
    /// The map of the districts; without areas where none has a shape.
    ///
    /// # Errors
    /// When a point lies where the projection is not defined.
    pub fn districts(self) -> Result<MapView, ProjectionError> {
        let (shapes, drawn) = self.of(is_district);
        let drawing = map::draw(Plane { ground: &projection::to_utm32(&shapes)?, ..Plane::default() });
        Ok(MapView::of(drawing, &drawn, self.campaigns, self.today, self.lang))
    }

    /// The map of the commercial areas: they lie on the districts, and may reach over the town's border. Without areas
    /// where none has a shape.
    ///
    /// # Errors
    /// As above.
    pub fn commercial(self) -> Result<MapView, ProjectionError> {
        let (ground, below) = self.of(is_district);
        let (shapes, drawn) = self.of(|area| area.kind == AreaKind::CommercialArea);
        if shapes.is_empty() {
            return Ok(MapView::default());
        }
        let (ground, above) = (projection::to_utm32(&ground)?, projection::to_utm32(&shapes)?);
        let drawing = map::draw(Plane { ground: &ground, above: &above, points: &[] });
        let ground = drawing.shapes.into_iter().map(|shape| shape.outline).collect();
        let drawing = MapDrawing { shapes: drawing.above, above: Vec::new(), ..drawing };
        let noted: Vec<Area> = drawn.iter().chain(&below).cloned().collect();
        let note = super::town_words::map_note(&noted, self.lang);
        Ok(MapView { ground, note, ..MapView::of(drawing, &drawn, self.campaigns, self.today, self.lang) })
    }

    /// The shapes of the areas that are wanted, and these areas in the same order.
    fn of(self, wanted: impl Fn(&Area) -> bool) -> (Vec<AreaShape>, Vec<Area>) {
        let part = |shape: &AreaShape| self.areas.get(shape.area).filter(|area| wanted(area)).cloned();
        self.shapes.iter().filter_map(|shape| Some((shape.clone(), part(shape)?))).unzip()
    }
}

/// The municipality's own outline is that of its parts together; commercial areas lie on them.
fn is_district(area: &Area) -> bool {
    area.parent.is_some() && area.kind != AreaKind::CommercialArea
}
