//! Documents of an application (Unterlagen): links, each with its version. The files lie elsewhere.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Part;
use crate::domain::{link::Link, source::Source};

/// A document. One of the same title, leg and version takes an older one's place; another version stands beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// What it is, for example "Bescheid in vorläufiger Höhe".
    pub title: String,
    /// Where it lies.
    pub link: Link,
    /// Its version, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// The day that stands on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dated: Option<Date>,
    /// To which leg it belongs; to the whole application where empty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<Part>,
    /// Who says so.
    pub source: Source,
}

impl Document {
    /// Whether it is the other one, told anew.
    pub fn replaces(&self, other: &Self) -> bool {
        (&self.title, self.part, &self.version) == (&other.title, other.part, &other.version)
    }
}
