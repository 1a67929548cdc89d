//! The part of a map that is looked at: how it is zoomed and moved. Plain geometry, in the drawing's units.

use super::map::MapDrawing;

/// The width of every drawing.
const WHOLE: f64 = MapDrawing::WIDTH as f64;
/// Nothing is drawn so finely that more would show more.
const MOST: f64 = 8.0;

/// A part of a map, of the same shape as the whole. A browser keeps it as the picture's `viewBox`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Window {
    /// Left.
    pub x: f64,
    /// Top.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

impl Window {
    /// How many times larger than the whole map it shows its part.
    pub fn zoom(self) -> f64 {
        WHOLE / self.width
    }

    /// Whether a part is shown, not the whole.
    pub fn is_part(self) -> bool {
        self.zoom() > 1.001
    }

    /// Whether it can be zoomed further.
    pub fn is_closest(self) -> bool {
        self.zoom() > MOST - 0.001
    }

    /// The whole map.
    ///
    /// ```
    /// use faserstand_lib::presentation::map_window::Window;
    /// let whole = Window { x: 0.0, y: 0.0, width: 840.0, height: 1_200.0 };
    /// let part = whole.zoomed(2.0, (840.0, 1_200.0));
    /// assert_eq!(part, Window { x: 420.0, y: 600.0, width: 420.0, height: 600.0 });
    /// assert_eq!(part.whole(), whole);
    /// ```
    #[must_use]
    pub fn whole(self) -> Self {
        Self { x: 0.0, y: 0.0, width: WHOLE, height: self.height * self.zoom() }
    }

    /// So many times closer; the spot `at` stays where it is in the picture, as far as the map reaches.
    #[must_use]
    pub fn zoomed(self, times: f64, at: (f64, f64)) -> Self {
        let zoom = (self.zoom() * times).clamp(1.0, MOST);
        let shrunk = self.zoom() / zoom;
        let kept = |from: f64, at: f64| at - (at - from) * shrunk;
        let (x, y) = (kept(self.x, at.0), kept(self.y, at.1));
        Self { x, y, width: self.width * shrunk, height: self.height * shrunk }.within()
    }

    /// Moved by so much, as far as the map reaches.
    #[must_use]
    pub fn moved(self, (x, y): (f64, f64)) -> Self {
        Self { x: self.x + x, y: self.y + y, ..self }.within()
    }

    /// Moved by as little as it takes to show this spot with some room around it.
    #[must_use]
    pub fn showing(self, (x, y): (f64, f64)) -> Self {
        let lacking = |from: f64, length: f64, at: f64| {
            let room = length / 6.0;
            (at + room - from - length).max(0.0) + (at - room - from).min(0.0)
        };
        self.moved((lacking(self.x, self.width, x), lacking(self.y, self.height, y)))
    }

    /// The same part of a map that may be of another height.
    #[must_use]
    pub fn of_another(self, map: Self) -> Self {
        Self { height: map.whole().height / self.zoom(), ..self }.within()
    }

    /// Its middle.
    pub fn middle(self) -> (f64, f64) {
        (self.x + self.width / 2.0, self.y + self.height / 2.0)
    }

    fn within(self) -> Self {
        let whole = self.whole();
        let kept = |at: f64, length: f64, whole: f64| at.min(whole - length).max(0.0);
        Self { x: kept(self.x, self.width, whole.width), y: kept(self.y, self.height, whole.height), ..self }
    }
}
