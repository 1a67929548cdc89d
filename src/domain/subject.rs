//! What a page with forms is about, and what an entry of the change log concerns.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{area::Slug, remark::Reference};

/// What something is recorded about. It is written as the part of the address where its page is.
///
/// ```
/// use faserstand_lib::domain::subject::Subject;
/// let area: Subject = "gebiete/griesheim".parse().expect("an area");
/// assert_eq!(area.to_string(), "gebiete/griesheim");
/// assert!("gebiete/Griesheim West".parse::<Subject>().is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// The town as a whole: what has no place of its own, and what is new.
    Town,
    /// An area.
    Area(Slug),
    /// A school, Kita, building …
    Facility(Slug),
    /// A funding application.
    Application(Slug),
    /// A citizen's remark.
    Remark(Reference),
}

/// A text that names no subject.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("no subject is called {0:?}")]
pub struct UnknownSubject(pub String);

const TOWN: &str = "stadt";
const AREA: &str = "gebiete";
const FACILITY: &str = "einrichtungen";
const APPLICATION: &str = "foerderung";
const REMARK: &str = "hinweise";

impl Subject {
    /// The word by which entries of the change log begin that concern it. An area's is its slug alone: that is what its
    /// entries were called before there were other subjects.
    pub fn log_name(&self) -> String {
        match self {
            Self::Area(slug) => slug.to_string(),
            other => other.to_string(),
        }
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Town => f.write_str(TOWN),
            Self::Area(slug) => write!(f, "{AREA}/{slug}"),
            Self::Facility(slug) => write!(f, "{FACILITY}/{slug}"),
            Self::Application(slug) => write!(f, "{APPLICATION}/{slug}"),
            Self::Remark(reference) => write!(f, "{REMARK}/{}", reference.as_str()),
        }
    }
}

impl FromStr for Subject {
    type Err = UnknownSubject;
    fn from_str(text: &str) -> Result<Self, UnknownSubject> {
        let unknown = || UnknownSubject(text.to_owned());
        if text == TOWN {
            return Ok(Self::Town);
        }
        let (kind, name) = text.split_once('/').ok_or_else(unknown)?;
        if kind == REMARK {
            return name.parse().map(Self::Remark).map_err(|_| unknown());
        }
        let slug = Slug::try_from(name.to_owned()).map_err(|_| unknown())?;
        match kind {
            AREA => Ok(Self::Area(slug)),
            FACILITY => Ok(Self::Facility(slug)),
            APPLICATION => Ok(Self::Application(slug)),
            _ => Err(unknown()),
        }
    }
}
