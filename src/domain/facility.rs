//! Facilities (Einrichtungen): schools, Kitas, SFZ, town buildings, network sites. What is recorded of one, and what
//! follows from it.
//!
//! A facility is a building with people in it. Lines are counted elsewhere ([`total`]): one building may have several,
//! and several may share one, so neither number says the other.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{area::Slug, ids::AreaId, source::Source};

pub mod due;
mod fold;
pub mod inventory;
pub mod line;
pub mod need;
pub mod place;
pub mod plan;
pub mod spelling;
pub mod total;

use place::Position;

/// What kind of facility.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FacilityKind {
    /// Schule.
    School,
    /// Kita.
    DaycareCentre,
    /// SFZ, Stadtteil- und Familienzentrum.
    FamilyCentre,
    /// Städtisches Gebäude.
    MunicipalBuilding,
    /// Netzstandort: where the network's own technology stands.
    NetworkSite,
}

impl FacilityKind {
    /// All kinds in the order in which they are shown.
    pub const ALL: [Self; 5] =
        [Self::School, Self::DaycareCentre, Self::FamilyCentre, Self::MunicipalBuilding, Self::NetworkSite];

    /// Whether the public may know of it at all. Where the network's technology stands concerns its safety.
    pub const fn is_public(self) -> bool {
        !matches!(self, Self::NetworkSite)
    }
}

/// What is known of a question with two answers. Unknown is its own answer and never counts as no.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// Ja.
    Yes,
    /// Nein.
    No,
    /// Not known.
    #[default]
    Unknown,
}

/// Why something is so: never empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Reason(String);

/// A reason without a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("a reason is not empty")]
pub struct NoReason;

impl Reason {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Reason {
    type Error = NoReason;
    fn try_from(text: String) -> Result<Self, NoReason> {
        let text = text.trim();
        if text.is_empty() { Err(NoReason) } else { Ok(Self(text.to_owned())) }
    }
}

impl From<Reason> for String {
    fn from(reason: Reason) -> Self {
        reason.0
    }
}

/// Whether public money may be asked for. Either answer has a reason: a TV cable at the house may count as a gigabit
/// and block the money, and nobody remembers in two years which rule it was.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fundable {
    /// Yes, for this reason.
    Yes(Reason),
    /// No, for this reason.
    No(Reason),
    /// Not known.
    #[default]
    Unknown,
}

impl Fundable {
    /// An answer with its reason.
    ///
    /// # Errors
    /// Yes or no without a reason.
    pub fn new(answer: Answer, reason: &str) -> Result<Self, NoReason> {
        let reason = || Reason::try_from(reason.to_owned());
        Ok(match answer {
            Answer::Yes => Self::Yes(reason()?),
            Answer::No => Self::No(reason()?),
            Answer::Unknown => Self::Unknown,
        })
    }

    /// The answer without its reason.
    pub const fn answer(&self) -> Answer {
        match self {
            Self::Yes(_) => Answer::Yes,
            Self::No(_) => Answer::No,
            Self::Unknown => Answer::Unknown,
        }
    }

    /// The reason, where there is an answer.
    pub fn reason(&self) -> Option<&str> {
        match self {
            Self::Yes(reason) | Self::No(reason) => Some(reason.as_str()),
            Self::Unknown => None,
        }
    }
}

/// Whether the facility is there. One that is not is kept with its history and counted nowhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// In use.
    #[default]
    InUse,
    /// It was closed.
    Closed,
    /// It was recorded by mistake.
    Withdrawn,
}

/// What is recorded of a facility itself. A later record replaces all of it; the earlier ones stay in the history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Details {
    /// Its name as people write it.
    pub name: String,
    /// What it is.
    pub kind: FacilityKind,
    /// The types of school under this roof: "Grundschule", "Werkrealschule". Empty for other kinds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub school_types: Vec<String>,
    /// Its number in a directory, by which a file of that directory finds it again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub directory_number: Option<String>,
    /// Street and number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// Where it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<Position>,
    /// In which area.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<AreaId>,
    /// Träger.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// How many classes a school has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub classes: Option<u16>,
    /// Whether it has one of the operator's fibre tariffs.
    #[serde(default)]
    pub tariff: Answer,
    /// Whether a second fibre reaches it on another way. The two server rooms of a town hall that hang on one cable are
    /// the case that made it a question.
    #[serde(default)]
    pub second_route: Answer,
    /// Whether public money may be asked for.
    #[serde(default)]
    pub fundable: Fundable,
    /// The post that sees to it: an office, never a person's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub responsible: Option<String>,
    /// Whether it is there.
    #[serde(default)]
    pub standing: Standing,
    /// Who says so.
    pub source: Source,
}

impl Details {
    /// A facility of which nothing but name, kind and source is known.
    pub fn new(name: impl Into<String>, kind: FacilityKind, source: Source) -> Self {
        Self {
            name: name.into(),
            kind,
            school_types: Vec::new(),
            directory_number: None,
            address: None,
            position: None,
            area: None,
            owner: None,
            classes: None,
            tariff: Answer::Unknown,
            second_route: Answer::Unknown,
            fundable: Fundable::Unknown,
            responsible: None,
            standing: Standing::InUse,
            source,
        }
    }

    /// Whether somebody who knows only what is public learns nothing new.
    pub fn tells_public_the_same(&self, earlier: &Self) -> bool {
        let public = |of: &Self| {
            let position = of.position.map(Position::to_hundred_metres);
            (of.name.clone(), of.kind, of.school_types.clone(), of.area, position, of.standing)
        };
        public(self) == public(earlier)
    }

    /// Whether it is there and counts.
    pub fn in_use(&self) -> bool {
        self.standing == Standing::InUse
    }
}

/// The address name of a new facility: that of its name, with a number where another facility has it already.
///
/// ```
/// use faserstand_lib::domain::facility::free_slug;
/// assert_eq!(free_slug("Kita Bühl", |_| false).unwrap().as_str(), "kita-buehl");
/// assert_eq!(free_slug("Kita Bühl", |slug| slug == "kita-buehl").unwrap().as_str(), "kita-buehl-2");
/// ```
pub fn free_slug(name: &str, taken: impl Fn(&str) -> bool) -> Option<Slug> {
    let plain = Slug::of_name(name).ok()?;
    if !taken(plain.as_str()) {
        return Some(plain);
    }
    let numbered = (2..=u16::MAX).map(|number| format!("{plain}-{number}"));
    numbered.into_iter().find(|slug| !taken(slug)).and_then(|slug| Slug::try_from(slug).ok())
}
