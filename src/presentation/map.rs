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
    /// One shape per area of the ground, in the order of the input.
    pub shapes: Vec<Shape>,
    /// One shape per area above it, likewise.
    pub above: Vec<Shape>,
    /// Where the points stand, likewise.
    pub places: Vec<(i32, i32)>,
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

/// What is drawn on one map, all of it in metres of one plane (see `projection`).
#[derive(Clone, Copy, Debug, Default)]
pub struct Plane<'a> {
    /// Areas that lie beside each other.
    pub ground: &'a [(AreaId, MultiPolygon)],
    /// Areas that lie on them.
    pub above: &'a [(AreaId, MultiPolygon)],
    /// Places in them.
    pub points: &'a [Coord],
}

/// Draws shapes of a plane. Without shapes the drawing is empty.
pub fn draw(Plane { ground, above, points }: Plane<'_>) -> MapDrawing {
    let all = MultiPolygon::new(ground.iter().chain(above).flat_map(|(_, outline)| outline.0.clone()).collect());
    let Some(frame) = all.bounding_rect() else { return MapDrawing::default() };
    let scale = (WIDTH - 2.0 * MARGIN) / frame.width();
    let place =
        |at: Coord| Coord { x: (at.x - frame.min().x) * scale + MARGIN, y: (frame.max().y - at.y) * scale + MARGIN };
    // Neighbours share borders; what lies on them has its own.
    let drawn = |plane: &[(AreaId, MultiPolygon)]| {
        let placed: Vec<MultiPolygon> = plane.iter().map(|(_, outline)| outline.map_coords(place)).collect();
        let outlines = borders::simplified(&placed);
        plane.iter().zip(outlines).map(|((area, _), outline)| Shape { area: *area, outline }).collect()
    };
    let whole = |at: Coord| (at.x.round() as i32, at.y.round() as i32);
    MapDrawing {
        height: (frame.height() * scale + 2.0 * MARGIN).round() as u32,
        two_km: (2_000.0 * scale).round() as u32,
        shapes: drawn(ground),
        above: drawn(above),
        places: points.iter().map(|at| whole(place(*at))).collect(),
    }
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
