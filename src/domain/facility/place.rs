//! Where a facility stands, how exactly that is known, and in which area that is.

use geo::{Contains, point};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::domain::{
    area::{AreaKind, AreaShape, AreaTree},
    ids::AreaId,
};

/// How exactly a position is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Precision {
    /// Three decimals of a degree or fewer: within a hundred metres, so perhaps on the wrong side of a border.
    Coarse,
    /// The building itself.
    Exact,
}

/// A position in WGS 84, in millionths of a degree: 0.1 m, and a whole number, so that equal is equal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "Parts", into = "Parts")]
pub struct Position {
    parts: Parts,
}

/// A position as it is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
struct Parts {
    lat_udeg: i32,
    lon_udeg: i32,
    precision: Precision,
}

/// No place on the earth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("a latitude lies between -90 and 90 degrees, a longitude between -180 and 180")]
pub struct NoPlace;

impl Position {
    /// A position from its latitude and longitude in millionths of a degree.
    ///
    /// # Errors
    /// Outside of the earth's degrees.
    pub fn new(lat_udeg: i32, lon_udeg: i32, precision: Precision) -> Result<Self, NoPlace> {
        Self::try_from(Parts { lat_udeg, lon_udeg, precision })
    }

    /// A position within the degrees of Germany: what lies outside of them is a slip of the pen.
    pub fn in_germany(lat_udeg: i32, lon_udeg: i32, precision: Precision) -> Option<Self> {
        let german = (47_000_000..56_000_000).contains(&lat_udeg) && (5_000_000..16_000_000).contains(&lon_udeg);
        Self::new(lat_udeg, lon_udeg, precision).ok().filter(|_| german)
    }

    /// Latitude in millionths of a degree.
    pub const fn lat_udeg(self) -> i32 {
        self.parts.lat_udeg
    }

    /// Longitude in millionths of a degree.
    pub const fn lon_udeg(self) -> i32 {
        self.parts.lon_udeg
    }

    /// How exactly it is known.
    pub const fn precision(self) -> Precision {
        self.parts.precision
    }

    /// The same to three decimals: what may be public of it.
    #[must_use]
    pub fn to_hundred_metres(self) -> Self {
        let coarse = |udeg: i32| (udeg + 500).div_euclid(1_000) * 1_000;
        let Parts { lat_udeg, lon_udeg, .. } = self.parts;
        // Rounding may leave the earth by half a thousandth of a degree at its very edge.
        Self::new(coarse(lat_udeg), coarse(lon_udeg), Precision::Coarse).unwrap_or(self)
    }

    /// Longitude and latitude in degrees, in the order of x and y: for drawing and for geometry.
    pub fn lon_lat(self) -> (f64, f64) {
        let degrees = |udeg: i32| f64::from(udeg) / 1_000_000.0;
        (degrees(self.parts.lon_udeg), degrees(self.parts.lat_udeg))
    }
}

impl TryFrom<Parts> for Position {
    type Error = NoPlace;
    fn try_from(parts: Parts) -> Result<Self, NoPlace> {
        let there = parts.lat_udeg.abs() <= 90_000_000 && parts.lon_udeg.abs() <= 180_000_000;
        if there { Ok(Self { parts }) } else { Err(NoPlace) }
    }
}

impl From<Position> for Parts {
    fn from(position: Position) -> Self {
        position.parts
    }
}

/// The area in which a position lies: the Ortsteil, or another area below the municipality where no Ortsteil is drawn
/// there. Nothing where no shape holds it. The municipality itself is no answer: it holds everything.
pub fn area_at(areas: &AreaTree, shapes: &[AreaShape], position: Position) -> Option<AreaId> {
    let (x, y) = position.lon_lat();
    let at = point! { x: x, y: y };
    let below = |shape: &&AreaShape| areas.get(shape.area).is_some_and(|area| area.parent.is_some());
    let holding: Vec<AreaId> =
        shapes.iter().filter(below).filter(|shape| shape.outline.contains(&at)).map(|shape| shape.area).collect();
    let district = |id: &&AreaId| areas.get(**id).is_some_and(|area| area.kind == AreaKind::District);
    holding.iter().find(district).or(holding.first()).copied()
}

/// How a stated area and a position fit each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// They agree, or one of them is not known.
    Agree,
    /// The position lies in another area, and both borders are drawn officially: one of the two is wrong.
    Contradict {
        /// The area in which the position lies.
        found: AreaId,
    },
    /// The position lies in another area of a map that is only a scheme: who states the area may know better.
    DifferOnScheme {
        /// The area in which the position lies.
        found: AreaId,
    },
}

/// Whether a stated area and a position fit each other.
pub fn fit(areas: &AreaTree, shapes: &[AreaShape], stated: Option<AreaId>, position: Option<Position>) -> Fit {
    let found = position.and_then(|position| area_at(areas, shapes, position));
    let (Some(stated), Some(found)) = (stated, found) else { return Fit::Agree };
    // A commercial area lies within an Ortsteil, and the stated one may have no shape at all.
    let drawn = shapes.iter().any(|shape| shape.area == stated);
    let alike = areas.get(stated).map(|area| area.kind) == areas.get(found).map(|area| area.kind);
    if stated == found || !drawn || !alike {
        return Fit::Agree;
    }
    let schematic = |id| areas.get(id).is_some_and(|area| area.schematic);
    if schematic(stated) || schematic(found) { Fit::DifferOnScheme { found } } else { Fit::Contradict { found } }
}
