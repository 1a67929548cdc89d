//! Funding (Förderung): applications to Bund and Land, and what of the cost stays with the applicant.
//!
//! An application has three legs (Bund, Land, Eigenanteil). Each has its own state, amounts and deadlines, and none moves
//! with another: a federal grant does not imply the state's. What is not published is `None`, never 0.

use serde::{Deserialize, Serialize};

use super::{area::Slug, money::Cents, source::Source};

mod deadline;
mod document;
mod leg;
mod milestone;
mod own;
mod standing;
mod sum;
mod told;
mod warning;

pub use deadline::{DeadlineKind, FundingDeadline};
pub use document::Document;
pub use leg::{Leg, LegError, LegFields, LegState};
pub use milestone::{MARKET_SURVEY_MONTHS, Mark, Milestone, MilestoneKind, MilestoneState, market_survey_closes};
pub use own::SumOfShares;
pub use standing::{Cell, Funding};
pub use sum::{NextDeadline, Sum, Sums, next_deadline};
pub use told::Remark;
pub use warning::{SOON_DAYS, Warning};

/// One of the three that share the cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Bund.
    Federal,
    /// Land Baden-Württemberg.
    State,
    /// Eigenanteil: what the town or the company bears.
    Own,
}

impl Part {
    /// All three, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::Federal, Self::State, Self::Own];
    /// The two that can grant money.
    pub const GRANTORS: [Self; 2] = [Self::Federal, Self::State];
}

/// What is funded, and who owns the network afterwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Model {
    /// Wirtschaftlichkeitslücke: an operator builds, what it cannot earn is paid.
    ViabilityGap,
    /// Betreibermodell: the applicant builds and leases the network.
    OperatorModel,
    /// Beratung: advice and planning, nothing is built.
    Advice,
}

/// A directive (Förderrichtlinie, Programm) with its version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Directive {
    /// Its name, for example "Gigabit-Richtlinie".
    pub name: String,
    /// Its version, where known, for example "2.0".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
}

/// An application (Förderantrag), or a project for which one is still to come. A newer record takes an older one's place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Application {
    /// Its name in addresses.
    pub slug: Slug,
    /// Its name.
    pub title: String,
    /// Who applies: the town or a special-purpose company (Zweckgesellschaft).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub applicant: Option<String>,
    /// What is funded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub model: Option<Model>,
    /// Under which directive; a leg may name another one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub directive: Option<Directive>,
    /// The version of the GIS side conditions (GIS-Nebenbestimmungen).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gis_conditions: Option<String>,
    /// What the whole costs, in cents.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<Cents>,
    /// The areas covered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub areas: Vec<Slug>,
    /// The facilities covered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub facilities: Vec<Slug>,
    /// Whether its amounts may stand on the public page. The editor decides; unless they say so, they may not.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub amounts_public: bool,
    /// What else is known, in a reader's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Who says so.
    pub source: Source,
}

impl Application {
    /// Whether it covers this area.
    pub fn covers_area(&self, area: &Slug) -> bool {
        self.areas.contains(area)
    }
}
