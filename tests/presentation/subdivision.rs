//! Invented towns: a grid of areas whose corners and borders are moved by seeded chance. The outer border is a rectangle.

use geo::{LineString, MultiPolygon, Polygon};

/// Chance that is the same every time.
pub struct Chance(u64);

impl Chance {
    /// From a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// A number from -1 to 1.
    pub fn swing(&mut self) -> f64 {
        // Marsaglia's xorshift.
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as f64 / (1_u64 << 52) as f64 - 1.0
    }

    /// A whole number below `limit`.
    pub fn below(&mut self, limit: usize) -> usize {
        (((self.swing() + 1.0) / 2.0 * limit as f64) as usize).min(limit - 1)
    }
}

type Spot = (f64, f64);

/// So many columns and rows of areas of 1 000 m; each border has 2 to the power of `detail` pieces.
pub fn grid(seed: u64, columns: usize, rows: usize, detail: u32) -> Vec<MultiPolygon> {
    let mut chance = Chance::new(seed);
    let outer = |at: usize, most: usize| at == 0 || at == most;
    let mut corners = Vec::new();
    for row in 0..=rows {
        for column in 0..=columns {
            let mut moved = |at: usize, most: usize| {
                let by = chance.swing() * 230.0;
                at as f64 * 1_000.0 + if outer(at, most) { 0.0 } else { by }
            };
            corners.push((moved(column, columns), moved(row, rows)));
        }
    }
    let corner = |column: usize, row: usize| corners[row * (columns + 1) + column];
    let mut across = Vec::new();
    for row in 0..=rows {
        for column in 0..columns {
            let wild = if outer(row, rows) { 0.0 } else { 0.11 };
            across.push(border(corner(column, row), corner(column + 1, row), detail, wild, &mut chance));
        }
    }
    let mut down = Vec::new();
    for row in 0..rows {
        for column in 0..=columns {
            let wild = if outer(column, columns) { 0.0 } else { 0.11 };
            down.push(border(corner(column, row), corner(column, row + 1), detail, wild, &mut chance));
        }
    }
    let area = |index: usize| {
        let (column, row) = (index % columns, index / columns);
        let (above, below) = (&across[row * columns + column], &across[(row + 1) * columns + column]);
        let (left, right) = (&down[row * (columns + 1) + column], &down[row * (columns + 1) + column + 1]);
        let back = |border: &[Spot]| border.iter().rev().copied().collect::<Vec<_>>();
        let ring = [above.clone(), right.clone(), back(below), back(left)].concat();
        MultiPolygon::new(vec![Polygon::new(LineString::from(ring), Vec::new())])
    };
    (0..columns * rows).map(area).collect()
}

/// A border between two corners, its pieces moved sideways by a share of their length, halved at each step.
fn border(from: Spot, to: Spot, detail: u32, wild: f64, chance: &mut Chance) -> Vec<Spot> {
    let mut points = vec![from, to];
    for _ in 0..detail {
        let middles: Vec<Spot> = points
            .windows(2)
            .map(|pair| {
                let [(ax, ay), (bx, by)] = [pair[0], pair[1]];
                let aside = wild * chance.swing();
                (f64::midpoint(ax, bx) - (by - ay) * aside, f64::midpoint(ay, by) + (bx - ax) * aside)
            })
            .collect();
        let last = points.last().copied();
        let paired = points.iter().zip(middles).flat_map(|(point, middle)| [*point, middle]);
        points = paired.chain(last).collect();
    }
    points
}
