//! The map's drawing: shapes of a plane on a grid of whole units.

use geo::{BoundingRect, Coord, MapCoords, MultiPolygon};

use super::borders::{self, Outline, Ring};
use crate::domain::ids::AreaId;

/// The width of every drawing in its own units.
const WIDTH: f64 = MapDrawing::WIDTH as f64;
/// Room for the outline's stroke.
const MARGIN: f64 = 6.0;

/// A drawn map.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MapDrawing {
    /// Height in units; the width is always [`MapDrawing::WIDTH`].
    pub height: u32,
    /// Two kilometres in units.
    pub two_km: u32,
    /// One shape per area, in the order of the input.
    pub shapes: Vec<Shape>,
}

impl MapDrawing {
    /// The width in units.
    pub const WIDTH: u32 = 840;
}

/// One area's shape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape {
    /// Whose.
    pub area: AreaId,
    /// Its rings.
    pub outline: Outline,
}

/// Draws shapes of a plane in metres (see `projection`). Without shapes the drawing is empty.
pub fn draw(plane: &[(AreaId, MultiPolygon)]) -> MapDrawing {
    draw_with(plane, &[]).0
}

/// The same with points of that plane: where they stand in the drawing.
pub fn draw_with(plane: &[(AreaId, MultiPolygon)], points: &[Coord]) -> (MapDrawing, Vec<(i32, i32)>) {
    let all = MultiPolygon::new(plane.iter().flat_map(|(_, outline)| outline.0.clone()).collect());
    let Some(frame) = all.bounding_rect() else { return (MapDrawing::default(), Vec::new()) };
    let scale = (WIDTH - 2.0 * MARGIN) / frame.width();
    let place =
        |at: Coord| Coord { x: (at.x - frame.min().x) * scale + MARGIN, y: (frame.max().y - at.y) * scale + MARGIN };
    let placed: Vec<MultiPolygon> = plane.iter().map(|(_, outline)| outline.map_coords(place)).collect();
    let outlines = borders::simplified(&placed);
    let shapes = plane.iter().zip(outlines).map(|((area, _), outline)| Shape { area: *area, outline });
    let whole = |at: Coord| (at.x.round() as i32, at.y.round() as i32);
    let places = points.iter().map(|at| whole(place(*at))).collect();
    let drawing = MapDrawing {
        height: (frame.height() * scale + 2.0 * MARGIN).round() as u32,
        two_km: (2_000.0 * scale).round() as u32,
        shapes: shapes.collect(),
    };
    (drawing, places)
}

/// The SVG path of an outline, all parts in one, of relative moves.
pub fn path(outline: &Outline) -> String {
    let mut text = String::new();
    for ring in outline {
        ring_path(ring, &mut text);
    }
    text
}

fn ring_path(ring: &Ring, text: &mut String) {
    let mut before: Option<(i32, i32)> = None;
    for at in ring {
        match before {
            None => text.push_str(&format!("M{} {}l", at.0, at.1)),
            Some(last) => {
                let (dx, dy) = (at.0 - last.0, at.1 - last.1);
                let gap = if text.ends_with('l') || dx < 0 { "" } else { " " };
                let between = if dy < 0 { "" } else { " " };
                text.push_str(&format!("{gap}{dx}{between}{dy}"));
            }
        }
        before = Some(*at);
    }
    text.push('z');
}
