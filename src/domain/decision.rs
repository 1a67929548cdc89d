//! Council decisions (Beschlüsse).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{ids::AreaId, link::Link, source::Source};

/// One decision of a body of the town.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// The day of the decision.
    pub day: Date,
    /// Who decided, for example "Gemeinderat".
    pub body: String,
    /// What was decided, as a sentence without its subject: "beschließt …".
    pub text: String,
    /// The number of the document, where published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// Which areas it is about; the whole town when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub areas: Vec<AreaId>,
    /// Where it can be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<Link>,
    /// Who says so.
    pub source: Source,
}
