//! The map's drawing: shapes of a plane on a grid of whole units, with label places.

use geo::{Area as _, BoundingRect, Coord, LineString, MapCoords, MultiPolygon, Polygon};

use crate::domain::ids::AreaId;

/// The width of every drawing in its own units.
const WIDTH: f64 = MapDrawing::WIDTH as f64;
/// Room for the outline's stroke.
const MARGIN: f64 = 6.0;
/// Half the height of a two-line label, in the drawing's units.
const LABEL_HALF_HEIGHT: f64 = 28.0;

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
    /// The SVG path, all parts in one.
    pub path: String,
    /// Where the label's middle stands: the widest spot of the largest part.
    pub label: (i32, i32),
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
    // Whole units: neighbours that share a corner keep sharing it, and paths stay short.
    let place = |at: Coord| Coord {
        x: ((at.x - frame.min().x) * scale + MARGIN).round(),
        y: ((frame.max().y - at.y) * scale + MARGIN).round(),
    };
    let shapes = plane.iter().map(|(area, outline)| {
        let drawn = outline.map_coords(place);
        Shape { area: *area, path: path(&drawn), label: label(&drawn) }
    });
    let places = points.iter().map(|at| place(*at)).map(|at| (at.x as i32, at.y as i32)).collect();
    let drawing = MapDrawing {
        height: (frame.height() * scale + 2.0 * MARGIN).round() as u32,
        two_km: (2_000.0 * scale).round() as u32,
        shapes: shapes.collect(),
    };
    (drawing, places)
}

/// A path of relative moves in whole units.
fn path(outline: &MultiPolygon) -> String {
    let mut text = String::new();
    for ring in outline.iter().flat_map(|part| std::iter::once(part.exterior()).chain(part.interiors())) {
        ring_path(ring, &mut text);
    }
    text
}

fn ring_path(ring: &LineString, text: &mut String) {
    let mut before: Option<(i32, i32)> = None;
    let closed = ring.0.len().saturating_sub(1);
    for at in ring.0.iter().take(closed) {
        let at = (at.x as i32, at.y as i32);
        match before {
            None => text.push_str(&format!("M{} {}l", at.0, at.1)),
            Some(last) if last == at => continue,
            Some(last) => {
                let (dx, dy) = (at.0 - last.0, at.1 - last.1);
                let gap = if text.ends_with('l') || dx < 0 { "" } else { " " };
                let between = if dy < 0 { "" } else { " " };
                text.push_str(&format!("{gap}{dx}{between}{dy}"));
            }
        }
        before = Some(at);
    }
    text.push('z');
}

/// The middle of the widest free stretch for a label in the largest part.
fn label(outline: &MultiPolygon) -> (i32, i32) {
    let largest = outline.iter().max_by(|a, b| a.unsigned_area().total_cmp(&b.unsigned_area()));
    let Some((part, frame)) = largest.and_then(|part| Some((part, part.bounding_rect()?))) else { return (0, 0) };
    let steps = 24;
    let heights = (1..steps).map(|step| frame.min().y + frame.height() * f64::from(step) / f64::from(steps));
    let best = heights
        .filter_map(|y| {
            // The label has a height: its stretch must be free at its top and bottom as well.
            let rows = [y - LABEL_HALF_HEIGHT, y, y + LABEL_HALF_HEIGHT].map(|row| stretch(part, row));
            let middle = rows[1]?;
            let low = rows.iter().flatten().map(|(from, _)| *from).fold(middle.0, f64::max);
            let high = rows.iter().flatten().map(|(_, to)| *to).fold(middle.1, f64::min);
            let full = rows.iter().filter(|row| row.is_some()).count() as f64 / 3.0;
            Some(((high - low) * full, (low + high) / 2.0, y))
        })
        .max_by(|a, b| a.0.total_cmp(&b.0));
    best.map_or((0, 0), |(_, x, y)| (x.round() as i32, y.round() as i32))
}

/// The longest stretch of a horizontal line inside a polygon, as its two ends.
fn stretch(part: &Polygon, y: f64) -> Option<(f64, f64)> {
    let rings = std::iter::once(part.exterior()).chain(part.interiors());
    let crossing = |edge: geo::Line| {
        let (a, b) = (edge.start, edge.end);
        ((a.y > y) != (b.y > y)).then(|| a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x))
    };
    let mut crossings: Vec<f64> = rings.flat_map(|ring| ring.lines()).filter_map(crossing).collect();
    crossings.sort_by(f64::total_cmp);
    let stretches = crossings.as_chunks::<2>().0.iter().map(|[from, to]| (*from, *to));
    stretches.max_by(|a, b| (a.1 - a.0).total_cmp(&(b.1 - b.0)))
}
