//! A campaign: one operator asks the people of one or more areas for contracts before it builds.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    area::Slug,
    calendar::days_until,
    ids::{AreaId, CampaignId, OperatorId},
    share::Share,
    source::Source,
    when::When,
};

/// How far below a target in percent an area counts as close, in basis points (5 points).
///
/// A setting of the product, not a rule of any operator.
pub const CLOSE_BASIS_POINTS: u16 = 500;

/// What the base of a campaign counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Haushalte.
    Households,
    /// Wohneinheiten.
    Dwellings,
    /// Unternehmen.
    Companies,
    /// Gebäude.
    Buildings,
}

/// What has to be reached (Zielquote).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Target {
    /// A share of the base: 33 % is 33/100.
    Share(Share),
    /// A number of contracts.
    Count(u32),
    /// The operator publishes no number and decides for itself.
    OperatorDecision,
}

impl Target {
    /// Contracts needed for this base; `None` where no number follows from what is known.
    pub fn needed(self, base: Option<u32>) -> Option<u32> {
        match self {
            Self::Share(share) => base.map(|base| share.of_at_least(base)),
            Self::Count(count) => Some(count),
            Self::OperatorDecision => None,
        }
    }

    /// The share, where the target is one.
    pub fn share(self) -> Option<Share> {
        match self {
            Self::Share(share) => Some(share),
            Self::Count(_) | Self::OperatorDecision => None,
        }
    }
}

/// Whether each area counts for itself or all together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Evaluation {
    /// Each area for itself.
    PerArea,
    /// All areas together.
    Pooled,
}

/// One deadline of the history: which day, since when known, from where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deadline {
    /// The last day on which a contract counts (to its end, in Berlin).
    pub day: Date,
    /// The day on which this deadline was announced, or became known.
    pub announced_on: Date,
    /// Why it was set or moved, in a reader's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Who says so.
    pub source: Source,
}

/// What a source says of all areas of a campaign together without naming them: "3 von 8 erreicht".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// The day for which it is said.
    pub as_of: Date,
    /// Areas with enough contracts.
    pub reached: u32,
    /// Areas in all.
    pub of: u32,
    /// When those with enough contracts are to be built, where the source says so. A plan, no promise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub build_planned: Option<When>,
    /// Who says so.
    pub source: Source,
}

/// A campaign (Nachfragebündelung, Vorvermarktung) with the history of its deadlines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Campaign {
    /// Its number.
    pub id: CampaignId,
    /// Its name in files.
    pub slug: Slug,
    /// Its name.
    pub name: String,
    /// Who would build.
    pub operator: OperatorId,
    /// What its base counts.
    pub unit: Unit,
    /// What has to be reached.
    pub target: Target,
    /// Each area for itself, or all together.
    pub evaluation: Evaluation,
    /// The day it opened, where published.
    pub opened_on: Option<Date>,
    /// Its areas, in the order in which they are listed.
    pub areas: Vec<AreaId>,
    /// All deadlines ever announced, in the order of their announcement.
    pub deadlines: Vec<Deadline>,
    /// What was said of all areas together, in the order of `as_of`.
    pub tallies: Vec<Tally>,
    /// Who says that this campaign exists.
    pub source: Source,
}

impl Campaign {
    /// The campaign as it could be known on `today`: nothing that was announced later.
    #[must_use]
    pub fn known_on(mut self, today: Date) -> Self {
        self.deadlines.retain(|deadline| deadline.announced_on <= today);
        self.deadlines.sort_by_key(|deadline| deadline.announced_on);
        let published = |tally: &Tally| tally.source.published_on.is_none_or(|day| day <= today);
        self.tallies.retain(|tally| tally.as_of <= today && published(tally));
        self.tallies.sort_by_key(|tally| tally.as_of);
        self
    }

    /// The deadline that holds: the one announced last.
    pub fn deadline(&self) -> Option<&Deadline> {
        self.deadlines.last()
    }

    /// Deadlines that no longer hold, in the order of their announcement.
    pub fn earlier_deadlines(&self) -> &[Deadline] {
        self.deadlines.split_last().map_or(&[], |(_, earlier)| earlier)
    }

    /// Whether the deadline that holds is later than any one announced before: an extension that is
    /// shortened by a day is still an extension.
    pub fn is_extended(&self) -> bool {
        let later_than = |before: &Deadline| self.deadline().is_some_and(|now| now.day > before.day);
        self.earlier_deadlines().iter().any(later_than)
    }

    /// Whole local days left; 0 on the last day, negative when it is over, `None` without a deadline.
    pub fn days_left(&self, today: Date) -> Option<i32> {
        self.deadline().map(|deadline| days_until(today, deadline.day))
    }

    /// The state of its clock on this day.
    pub fn clock(&self, today: Date) -> Clock {
        if self.opened_on.is_some_and(|day| day > today) {
            return Clock::NotYetOpen;
        }
        match self.days_left(today) {
            Some(days) if days < 0 => Clock::Over,
            Some(days) => Clock::DaysLeft(days.unsigned_abs()),
            None => Clock::NoDeadline,
        }
    }
}

/// Where a campaign stands between its opening and its deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// It has not opened yet.
    NotYetOpen,
    /// It runs; so many days are left (0 on the last one).
    DaysLeft(u32),
    /// It runs and nobody has published a deadline.
    NoDeadline,
    /// The deadline has passed.
    Over,
}
