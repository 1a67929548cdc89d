//! Borders drawn with fewer points. What neighbours share stays shared: a point belongs to every ring through it and is
//! dropped from all of them at once, so there is no gap and no overlap between them.
//!
//! Dropped first is the point whose triangle with its two neighbours is smallest (M. Visvalingam, J. D. Whyatt: Line
//! generalisation by repeated elimination of points, 1993). It is kept where another point lies in that triangle: then the
//! new line could cross a border. Points where more than two lines meet are kept, and so are three of every ring.

use std::{
    cmp::Reverse,
    collections::{BinaryHeap, HashMap},
};

use geo::{LineString, MultiPolygon};

use super::crossings::{self, orientation};

/// A closed ring in whole units of the drawing; the first point is not repeated at the end.
pub type Ring = Vec<(i32, i32)>;

/// All rings of an area: parts and holes.
pub type Outline = Vec<Ring>;

/// So fine is the grid on which points of neighbours are the same point: parts of a unit.
const FINE: i64 = 64;
/// A triangle of fewer square units than this does not show.
const SMALLEST: i64 = 6;
/// So many points a drawing may have before larger triangles go as well.
const POINTS: usize = 600;
/// So often larger triangles go because rounding to whole units made lines cross.
const ATTEMPTS: usize = 6;
/// The width of the squares in which points are looked up, in the fine grid.
const SQUARE: i64 = 8 * FINE;

type Spot = (i64, i64);

/// The rings of these shapes in whole units, with as few points as a drawing needs. Shapes are in the drawing's units.
pub fn simplified(shapes: &[MultiPolygon]) -> Vec<Outline> {
    let mut net = Net::of(shapes);
    let mut smallest = SMALLEST;
    net.thin(smallest);
    for _ in 0..ATTEMPTS {
        if !crossings::any(&net.drawn_lines()) {
            break;
        }
        smallest *= 4;
        net.thin(smallest);
    }
    net.outlines(shapes.len())
}

/// All borders as one net of points.
#[derive(Default)]
struct Net {
    spots: Vec<Spot>,
    /// The points beside each, over all rings.
    beside: Vec<Vec<usize>>,
    /// Which rings go through each.
    through: Vec<Vec<usize>>,
    dropped: Vec<bool>,
    /// Area and points of each ring.
    rings: Vec<(usize, Vec<usize>)>,
    /// How many points each ring still has.
    left: Vec<usize>,
    /// How many points there still are.
    live: usize,
    squares: HashMap<Spot, Vec<usize>>,
}

impl Net {
    fn of(shapes: &[MultiPolygon]) -> Self {
        let mut net = Self::default();
        let mut known = HashMap::new();
        for (area, shape) in shapes.iter().enumerate() {
            let rings = shape.iter().flat_map(|part| std::iter::once(part.exterior()).chain(part.interiors()));
            for ring in rings {
                net.add(area, ring, &mut known);
            }
        }
        net.live = net.spots.len();
        net
    }

    fn add(&mut self, area: usize, ring: &LineString, known: &mut HashMap<Spot, usize>) {
        let fine = |value: f64| (value * FINE as f64).round() as i64;
        let mut points: Vec<usize> = ring.0.iter().map(|at| self.point((fine(at.x), fine(at.y)), known)).collect();
        points.dedup();
        while points.len() > 1 && points.first() == points.last() {
            points.pop();
        }
        let after = points.iter().cycle().skip(1);
        for (from, to) in points.iter().zip(after).filter(|(from, to)| from != to) {
            for (one, other) in [(*from, *to), (*to, *from)] {
                if !self.beside[one].contains(&other) {
                    self.beside[one].push(other);
                }
            }
            self.through[*from].push(self.rings.len());
        }
        self.left.push(points.len());
        self.rings.push((area, points));
    }

    fn point(&mut self, spot: Spot, known: &mut HashMap<Spot, usize>) -> usize {
        *known.entry(spot).or_insert_with(|| {
            let index = self.spots.len();
            self.spots.push(spot);
            self.beside.push(Vec::new());
            self.through.push(Vec::new());
            self.dropped.push(false);
            self.squares.entry(square(spot)).or_default().push(index);
            index
        })
    }

    /// Drops points until no triangle below `smallest` square units is left, and more while there are too many.
    fn thin(&mut self, smallest: i64) {
        let limit = smallest * 2 * FINE * FINE;
        loop {
            let before = self.live;
            // Twice the triangle's area, and the neighbours that it was measured with.
            let mut waiting: BinaryHeap<_> = (0..self.spots.len()).filter_map(|point| self.measured(point)).collect();
            while let Some(Reverse(next)) = waiting.pop() {
                let (size, point, _) = next;
                if size >= limit && self.live <= POINTS {
                    break;
                }
                if self.measured(point) != Some(Reverse(next)) || !self.may_go(point) {
                    continue;
                }
                waiting.extend(self.drop(point).into_iter().filter_map(|beside| self.measured(beside)));
            }
            // What stood in a triangle may be gone by now.
            if self.live == before {
                return;
            }
        }
    }

    /// The neighbours of a point between two.
    fn ends(&self, point: usize) -> Option<[usize; 2]> {
        match self.beside[point][..] {
            [one, other] if !self.dropped[point] => Some([one, other]),
            _ => None,
        }
    }

    fn measured(&self, point: usize) -> Option<Reverse<(i64, usize, [usize; 2])>> {
        let ends = self.ends(point)?;
        let size = orientation(self.spots[ends[0]], self.spots[point], self.spots[ends[1]]).abs();
        Some(Reverse((size, point, ends)))
    }

    fn may_go(&self, point: usize) -> bool {
        let Some([one, other]) = self.ends(point) else { return false };
        let spared = self.through[point].iter().all(|ring| self.left[*ring] > 3);
        spared && !self.stands_in([one, point, other])
    }

    /// Whether another point lies in a triangle or on its edge.
    fn stands_in(&self, corners: [usize; 3]) -> bool {
        let [a, b, c] = corners.map(|corner| self.spots[corner]);
        let (low, high) = (square(least(a, b, c)), square(most(a, b, c)));
        let inside = |point: &usize| {
            let at = self.spots[*point];
            let sides = [orientation(a, b, at), orientation(b, c, at), orientation(c, a, at)];
            let within = sides.iter().all(|side| *side >= 0) || sides.iter().all(|side| *side <= 0);
            let near = (least(a, b, c), most(a, b, c));
            let framed = at.0 >= near.0.0 && at.0 <= near.1.0 && at.1 >= near.0.1 && at.1 <= near.1.1;
            within && framed && !self.dropped[*point] && !corners.contains(point)
        };
        (low.0..=high.0)
            .flat_map(|x| (low.1..=high.1).map(move |y| (x, y)))
            .filter_map(|square| self.squares.get(&square))
            .any(|points| points.iter().any(inside))
    }

    /// Drops a point between two others, which become neighbours.
    fn drop(&mut self, point: usize) -> Vec<usize> {
        let ends = std::mem::take(&mut self.beside[point]);
        self.dropped[point] = true;
        self.live -= 1;
        for ring in &self.through[point] {
            self.left[*ring] -= 1;
        }
        if let [one, other] = ends[..] {
            for (end, new) in [(one, other), (other, one)] {
                let beside = &mut self.beside[end];
                beside.retain(|old| *old != point);
                if !beside.contains(&new) {
                    beside.push(new);
                }
            }
        }
        ends
    }

    /// The lines as they are drawn, each once.
    fn drawn_lines(&self) -> Vec<[(i32, i32); 2]> {
        let mut lines = Vec::new();
        for (point, beside) in self.beside.iter().enumerate() {
            let ends = beside.iter().filter(|end| **end > point);
            lines.extend(ends.map(|end| [drawn(self.spots[point]), drawn(self.spots[*end])]));
        }
        lines
    }

    fn outlines(&self, areas: usize) -> Vec<Outline> {
        let mut outlines = vec![Outline::new(); areas];
        for (area, points) in &self.rings {
            let mut ring: Ring =
                points.iter().filter(|point| !self.dropped[**point]).map(|point| drawn(self.spots[*point])).collect();
            ring.dedup();
            while ring.len() > 1 && ring.first() == ring.last() {
                ring.pop();
            }
            if ring.len() > 2 {
                outlines[*area].push(ring);
            }
        }
        for (area, points) in &self.rings {
            // Too small for the grid: something is drawn nevertheless.
            if let (true, Some(first)) = (outlines[*area].is_empty(), points.first()) {
                let (x, y) = drawn(self.spots[*first]);
                outlines[*area].push(vec![(x - 2, y + 2), (x, y - 2), (x + 2, y + 2)]);
            }
        }
        outlines
    }
}

fn square((x, y): Spot) -> Spot {
    (x.div_euclid(SQUARE), y.div_euclid(SQUARE))
}

fn least(a: Spot, b: Spot, c: Spot) -> Spot {
    (a.0.min(b.0).min(c.0), a.1.min(b.1).min(c.1))
}

fn most(a: Spot, b: Spot, c: Spot) -> Spot {
    (a.0.max(b.0).max(c.0), a.1.max(b.1).max(c.1))
}

/// In whole units.
fn drawn((x, y): Spot) -> (i32, i32) {
    let whole = |fine: i64| i32::try_from((fine + FINE / 2).div_euclid(FINE)).unwrap_or_default();
    (whole(x), whole(y))
}
