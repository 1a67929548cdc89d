//! Who owns which spot of a map, on a coarse grid: how much of a label would lie on its own area and how much on others.

use super::borders::Outline;

/// The width of a cell in the drawing's units.
const CELL: i32 = 6;
/// So many spots of an area are enough to choose from.
const LANDINGS: usize = 60;

/// A place of the drawing: left, top, right, bottom, in its units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    /// Left.
    pub left: i32,
    /// Top.
    pub top: i32,
    /// Right.
    pub right: i32,
    /// Bottom.
    pub bottom: i32,
}

impl Frame {
    /// A frame around a middle.
    pub fn around((x, y): (i32, i32), (width, height): (i32, i32)) -> Self {
        let (left, top) = (x - width / 2, y - height / 2);
        Self { left, top, right: left + width, bottom: top + height }
    }

    /// Whether both share a spot.
    pub fn meets(self, other: Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    /// The same with so much more room on every side.
    #[must_use]
    pub fn wider(self, by: i32) -> Self {
        Self { left: self.left - by, top: self.top - by, right: self.right + by, bottom: self.bottom + by }
    }

    /// The same, reaching to a spot.
    #[must_use]
    pub fn with(self, (x, y): (i32, i32)) -> Self {
        let (left, top) = (self.left.min(x), self.top.min(y));
        Self { left, top, right: self.right.max(x), bottom: self.bottom.max(y) }
    }

    /// The spot of this frame that is nearest to another spot.
    pub fn nearest(self, (x, y): (i32, i32)) -> (i32, i32) {
        (x.clamp(self.left, self.right), y.clamp(self.top, self.bottom))
    }
}

/// Sums over a grid, from its upper left corner to each cell.
struct Sums(Vec<i32>);

/// The grid.
pub struct Ground {
    columns: i32,
    rows: i32,
    owners: Vec<Option<usize>>,
    /// The cells of each area: column and row.
    owned: Vec<Vec<(i32, i32)>>,
    of: Vec<Sums>,
    all: Sums,
}

impl Ground {
    /// The ground of these areas in a drawing of this size.
    pub fn of(outlines: &[&Outline], (width, height): (i32, i32)) -> Self {
        let (columns, rows) = (width / CELL + 1, height / CELL + 1);
        let (owners, owned, of) = (Vec::new(), vec![Vec::new(); outlines.len()], Vec::new());
        let mut ground = Self { columns, rows, owners, owned, of, all: Sums(Vec::new()) };
        ground.owners = vec![None; ground.index(0, rows)];
        for (area, outline) in outlines.iter().enumerate() {
            ground.fill(area, outline);
        }
        let spots = (0..rows).flat_map(|row| (0..columns).map(move |column| (column, row)));
        for (owner, spot) in ground.owners.iter().zip(spots) {
            if let Some(owned) = owner.and_then(|area| ground.owned.get_mut(area)) {
                owned.push(spot);
            }
        }
        ground.of = (0..outlines.len()).map(|area| ground.sums(|owner| owner == Some(area))).collect();
        ground.all = ground.sums(|owner| owner.is_some());
        ground
    }

    fn index(&self, column: i32, row: i32) -> usize {
        usize::try_from(row * self.columns + column).unwrap_or_default()
    }

    /// Marks the cells whose middle lies inside an outline.
    fn fill(&mut self, area: usize, outline: &Outline) {
        for row in 0..self.rows {
            let middle = f64::from(row * CELL + CELL / 2) + 0.5;
            let mut crossings = crossings(outline, middle);
            crossings.sort_by(f64::total_cmp);
            for [from, to] in crossings.as_chunks::<2>().0 {
                let cell = |x: f64| ((x / f64::from(CELL)).round() as i32).clamp(0, self.columns);
                for column in cell(*from)..cell(*to) {
                    let index = self.index(column, row);
                    self.owners[index] = Some(area);
                }
            }
        }
    }

    fn sums(&self, counts: impl Fn(Option<usize>) -> bool) -> Sums {
        let mut sums = vec![0; usize::try_from((self.columns + 1) * (self.rows + 1)).unwrap_or_default()];
        let width = usize::try_from(self.columns + 1).unwrap_or(1);
        for (index, owner) in self.owners.iter().enumerate() {
            let (row, column) = (index / (width - 1), index % (width - 1));
            let at = (row + 1) * width + column + 1;
            sums[at] = i32::from(counts(*owner)) + sums[at - 1] + sums[at - width] - sums[at - width - 1];
        }
        Sums(sums)
    }

    /// The cells of a frame: columns and rows from, to.
    fn cells(&self, frame: Frame) -> [i32; 4] {
        let cell = |place: i32, most: i32| ((place + CELL / 2).div_euclid(CELL)).clamp(0, most);
        let (left, top) = (cell(frame.left, self.columns), cell(frame.top, self.rows));
        [left, top, cell(frame.right, self.columns), cell(frame.bottom, self.rows)]
    }

    fn sum(&self, sums: &Sums, [left, top, right, bottom]: [i32; 4]) -> i32 {
        let at = |column: i32, row: i32| {
            let index = usize::try_from(row * (self.columns + 1) + column).unwrap_or_default();
            sums.0.get(index).copied().unwrap_or_default()
        };
        at(right, bottom) - at(left, bottom) - at(right, top) + at(left, top)
    }

    /// How much of a frame lies on this area and how much on others, in thousandths.
    pub fn shares(&self, area: usize, frame: Frame) -> (i32, i32) {
        let cells = self.cells(frame);
        let whole = ((cells[2] - cells[0]) * (cells[3] - cells[1])).max(1);
        let own = self.of.get(area).map_or(0, |sums| self.sum(sums, cells));
        let others = self.sum(&self.all, cells) - own;
        (own * 1_000 / whole, others * 1_000 / whole)
    }

    /// How much of a frame lies on any area, in thousandths.
    pub fn covered(&self, frame: Frame) -> i32 {
        let cells = self.cells(frame);
        self.sum(&self.all, cells) * 1_000 / ((cells[2] - cells[0]) * (cells[3] - cells[1])).max(1)
    }

    /// Whose ground a spot is.
    pub fn owner(&self, (x, y): (i32, i32)) -> Option<usize> {
        let (column, row) = (x.div_euclid(CELL), y.div_euclid(CELL));
        let inside = (0..self.columns).contains(&column) && (0..self.rows).contains(&row);
        self.owners.get(self.index(column, row)).copied().flatten().filter(|_| inside)
    }

    /// The middles of an area's cells that have so many cells of it around them on every side, twice as many beside them.
    fn deep(&self, area: usize, reach: i32) -> Vec<(i32, i32)> {
        let (Some(sums), Some(owned)) = (self.of.get(area), self.owned.get(area)) else { return Vec::new() };
        let window = (4 * reach + 1) * (2 * reach + 1);
        let deep = owned.iter().filter(|(column, row)| {
            let [left, top] = [(column - 2 * reach).max(0), (row - reach).max(0)];
            let [right, bottom] = [(column + 2 * reach + 1).min(self.columns), (row + reach + 1).min(self.rows)];
            self.sum(sums, [left, top, right, bottom]) == window
        });
        deep.map(|(column, row)| (column * CELL + CELL / 2, row * CELL + CELL / 2)).collect()
    }

    /// The middle of the widest spot of an area; `None` where it is smaller than a cell.
    pub fn heart(&self, area: usize) -> Option<(i32, i32)> {
        let (mut low, mut high) = (0, self.columns.max(self.rows));
        while high - low > 1 {
            let reach = low.midpoint(high);
            if self.deep(area, reach).is_empty() { high = reach } else { low = reach }
        }
        // Of several as wide ones the one in their middle.
        let widest = self.deep(area, low);
        let many = i32::try_from(widest.len()).unwrap_or(i32::MAX).max(1);
        let middle =
            (widest.iter().map(|at| at.0).sum::<i32>() / many, widest.iter().map(|at| at.1).sum::<i32>() / many);
        widest.into_iter().min_by_key(|at| distance(*at, middle))
    }

    /// Some spots of an area where a line to its label may end: not at its border, if it is large enough.
    pub fn landings(&self, area: usize) -> Vec<(i32, i32)> {
        let mut spots = [2, 1, 0].into_iter().map(|reach| self.deep(area, reach));
        let spots = spots.find(|spots| !spots.is_empty()).unwrap_or_default();
        let step = spots.len().div_ceil(LANDINGS).max(1);
        spots.into_iter().step_by(step).collect()
    }
}

/// Where a horizontal line crosses an outline.
fn crossings(outline: &Outline, y: f64) -> Vec<f64> {
    let lines = outline.iter().flat_map(|ring| ring.iter().zip(ring.iter().cycle().skip(1)));
    let crossing = |(from, to): (&(i32, i32), &(i32, i32))| {
        let (a, b) = (f64::from(from.1), f64::from(to.1));
        ((a > y) != (b > y)).then(|| f64::from(from.0) + (y - a) / (b - a) * f64::from(to.0 - from.0))
    };
    lines.filter_map(crossing).collect()
}

/// How far two spots are apart.
pub fn distance(one: (i32, i32), other: (i32, i32)) -> i32 {
    let (x, y) = (f64::from(one.0 - other.0), f64::from(one.1 - other.1));
    x.hypot(y).round() as i32
}
