//! What can be wrong with a file of facilities, and what is worth a second look in it.

use serde::{Deserialize, Serialize};

use super::{Notice, Problem};

/// What is wrong with a row. `text` is what the cell says, shortened where long.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FacilityProblem {
    /// The name is missing, or has no letter and no digit.
    NoName,
    /// Neither a column nor the name says what kind of facility it is.
    NoKind,
    /// The text is no kind of facility.
    UnknownKind {
        /// What the cell says.
        text: String,
    },
    /// The text is no number of degrees.
    NotDegrees {
        /// What the cell says.
        text: String,
    },
    /// Only one of latitude and longitude is there.
    HalfPosition,
    /// Latitude and longitude are each in the other's place.
    SwappedPosition,
    /// The position is not in Germany.
    FarPosition,
    /// Neither genau nor grob.
    UnknownPrecision {
        /// What the cell says.
        text: String,
    },
    /// The text is no number of classes.
    NotClasses {
        /// What the cell says.
        text: String,
    },
    /// The text is no bandwidth.
    NotASpeed {
        /// What the cell says.
        text: String,
    },
    /// The text is no technology.
    UnknownTechnology {
        /// What the cell says.
        text: String,
    },
    /// Neither ja, nein nor unbekannt.
    NotAnAnswer {
        /// What the cell says.
        text: String,
    },
    /// Fundable or not, and no word why.
    NoReason,
    /// A reason, and no answer whose reason it is.
    ReasonAlone,
    /// A day of measurement, and no bandwidth.
    MeasuredNothing,
    /// The text says nothing of whether the facility is there.
    UnknownStanding {
        /// What the cell says.
        text: String,
    },
    /// Two rows of one facility say different things.
    RowsDiffer {
        /// The earlier row.
        other_line: u64,
        /// What the earlier row says.
        other: String,
        /// What this row says.
        text: String,
    },
    /// The position lies in another area than the one that is stated.
    AreaContradicts {
        /// The area as stated.
        stated: String,
        /// The area in which the position lies.
        found: String,
    },
}

/// What was adapted, or looks odd and was taken as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FacilityNotice {
    /// Several rows were one facility.
    RowsMerged {
        /// How many rows.
        rows: u64,
        /// How many facilities they are.
        facilities: u64,
    },
    /// No column says the kind: the name did.
    KindByName {
        /// The rows.
        lines: Vec<u64>,
    },
    /// A name looks damaged. It is taken as it is.
    Spelling {
        /// The row.
        line: u64,
        /// The name.
        text: String,
        /// How it is probably written.
        meant: String,
        /// Whether an umlaut seems to be wrong; otherwise only hyphens are missing.
        umlaut: bool,
    },
    /// A name looks damaged, and the facility has another one already, which stays.
    NameKept {
        /// The row.
        line: u64,
        /// The name of the file.
        text: String,
        /// The name that stays.
        kept: String,
    },
    /// More names look damaged than are listed.
    MoreSpellings {
        /// How many more.
        facilities: u64,
    },
    /// The directory calls these private.
    PrivateOwner {
        /// The rows.
        lines: Vec<u64>,
    },
    /// Positions of three decimals or fewer: they count as coarse.
    CoarsePositions {
        /// How many facilities.
        facilities: u64,
    },
    /// The stated area and the position differ on a map that is only a scheme. The stated area is taken.
    DiffersOnScheme {
        /// The row.
        line: u64,
        /// The area as stated.
        stated: String,
        /// The area in which the position lies.
        found: String,
    },
    /// The position lies in no area of the town.
    OutsideAreas {
        /// The rows.
        lines: Vec<u64>,
    },
}

impl From<FacilityProblem> for Problem {
    fn from(problem: FacilityProblem) -> Self {
        Self::Facility(problem)
    }
}

impl From<FacilityNotice> for Notice {
    fn from(notice: FacilityNotice) -> Self {
        Self::Facility(notice)
    }
}
