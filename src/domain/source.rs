//! Where a figure or a fact comes from. Nothing is shown without it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A source: who says so, where, and since when it could be known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The name as a reader would cite it, for example "Stadtanzeiger a94808".
    pub name: String,
    /// The day of publication, where the source has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published_on: Option<Date>,
}
