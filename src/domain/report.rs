//! The state of one area with its history: what its own page shows. Derived, never stored.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    agreement::Agreement,
    area::{AreaKind, Slug},
    build_progress::{BuildProgress, BuildStep},
    measure::Measure,
    outcome::Outcome,
    phase::Phase,
    profile::Profile,
    reading::{Base, Reading},
    round::RoundResult,
    standing::Standing,
    status::{AreaStatus, CampaignStatus},
    timeline::Entry,
};

/// The newest figure of one step of the build.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BuildFigure {
    /// Which step.
    pub step: BuildStep,
    /// So many.
    pub count: u32,
    /// The record that says so, with its day, its base, its definition and its source.
    pub record: BuildProgress,
}

impl From<(BuildStep, u32, &BuildProgress)> for BuildFigure {
    fn from((step, count, record): (BuildStep, u32, &BuildProgress)) -> Self {
        Self { step, count, record: record.clone() }
    }
}

/// A correction that replaced a reading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Replaced {
    /// The day of the correction.
    pub on: Date,
    /// Its reason.
    pub reason: String,
}

/// One line of an area's table of readings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryEntry {
    /// What was said.
    pub reading: Reading,
    /// Whether a correction has replaced it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaced: Option<Replaced>,
}

/// The state of one area with its history: what its own page shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AreaReport {
    /// The municipality's name.
    pub town: String,
    /// The day by which deadlines and ages are judged.
    pub today: Date,
    /// Whether any number shown is sample data.
    pub sample: bool,
    /// Its name in addresses.
    pub slug: Slug,
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: AreaKind,
    /// Its newest base.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<Base>,
    /// The campaign it takes part in, with this area alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub campaign: Option<CampaignStatus>,
    /// What the rounds that are over brought, where it is in a further one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rounds: Vec<RoundResult>,
    /// Whether the target is reached, the operator commits, the network is built.
    #[serde(default)]
    pub standing: Standing,
    /// The newest figure of each step of the build.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub build: Vec<BuildFigure>,
    /// What is known of the area itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile: Option<Profile>,
    /// All readings, oldest first, replaced ones among them.
    pub history: Vec<HistoryEntry>,
    /// All outcomes, oldest first.
    pub outcomes: Vec<Outcome>,
    /// What is known of its phases.
    pub phases: Vec<Phase>,
    /// Measures that reached it, oldest first.
    pub measures: Vec<Measure>,
    /// Agreements that cover it, with the partner's name.
    pub agreements: Vec<(Agreement, String)>,
    /// What happened and what comes.
    pub timeline: Vec<Entry>,
}

impl AreaReport {
    /// The area's state in its campaign.
    pub fn status(&self) -> Option<(&CampaignStatus, &AreaStatus)> {
        let campaign = self.campaign.as_ref()?;
        Some((campaign, campaign.areas.first()?))
    }

    /// The readings that hold, oldest first.
    pub fn readings(&self) -> impl DoubleEndedIterator<Item = &Reading> {
        self.history.iter().filter(|entry| entry.replaced.is_none()).map(|entry| &entry.reading)
    }
}
