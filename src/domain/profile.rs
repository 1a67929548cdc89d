//! What is known of an area itself: when it is to be built, and whether it crosses the municipal border.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{phase::Dates, source::Source, when::When};

/// The profile (Steckbrief) of an area. The newest takes the place of the one before it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "ProfileFields")]
pub struct Profile {
    /// When it is to be built (Ausbaujahr), as exactly as the source says. A plan, no promise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub build_planned: Option<When>,
    /// The other municipalities that it reaches into; none where it lies within the town.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub reaches_into: Vec<String>,
    /// A remark for the reader.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// For which day it is said.
    pub as_of: Date,
    /// Who says so.
    pub source: Source,
}

#[derive(Deserialize)]
struct ProfileFields {
    #[serde(default)]
    build_planned: Option<When>,
    #[serde(default)]
    reaches_into: Vec<String>,
    #[serde(default)]
    note: Option<String>,
    as_of: Date,
    source: Source,
}

/// A profile that says nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("a profile names a year, a municipality or has a remark")]
pub struct EmptyProfile;

impl TryFrom<ProfileFields> for Profile {
    type Error = EmptyProfile;
    fn try_from(fields: ProfileFields) -> Result<Self, EmptyProfile> {
        let ProfileFields { build_planned, reaches_into, note, as_of, source } = fields;
        Self { build_planned, reaches_into, note, as_of, source }.checked()
    }
}

impl Profile {
    /// This profile, if it says anything.
    ///
    /// # Errors
    /// Neither a year nor a municipality nor a remark.
    pub fn checked(self) -> Result<Self, EmptyProfile> {
        let says = self.build_planned.is_some() || !self.reaches_into.is_empty() || self.note.is_some();
        if says { Ok(self) } else { Err(EmptyProfile) }
    }

    /// Whether the area crosses the municipal border.
    pub fn crosses_border(&self) -> bool {
        !self.reaches_into.is_empty()
    }

    /// The plan as dates of a phase.
    pub fn planned(&self) -> Dates {
        Dates { start: self.build_planned, end: None }
    }
}

/// The names in a list that someone typed: parted by commas, semicolons or "und", each once.
///
/// ```
/// use faserstand_lib::domain::profile::names;
/// assert_eq!(names("Hohberg, Schutterwald und Hohberg"), ["Hohberg", "Schutterwald"]);
/// ```
pub fn names(typed: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for name in typed.split([',', ';', '\n']).flat_map(|part| part.split(" und ")).map(str::trim) {
        if !name.is_empty() && !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    names
}
