//! Further rounds: a campaign is opened again for some of its areas, with its own opening, deadline and perhaps target.
//!
//! A reading counts for the round that had opened by its day. What came out of the round before stays what it was.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    campaign::{Campaign, Deadline, Target},
    ids::{AreaId, CampaignId},
    outcome::Outcome,
    reading::Reading,
    source::Source,
};

/// A further round of a campaign in some of its areas.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Round {
    /// Of which campaign.
    pub campaign: CampaignId,
    /// In which of its areas.
    pub areas: Vec<AreaId>,
    /// Its first day.
    pub opened_on: Date,
    /// The last day on which a contract counts for it.
    pub deadline: Date,
    /// What has to be reached; as before where nothing else is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<Target>,
    /// A remark for the reader.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Who says so.
    pub source: Source,
}

/// The further rounds of one area in a campaign, by their opening. Of two that open on one day the one recorded last
/// holds: it corrects the other. `rounds` are in the order in which they were recorded.
pub fn of_area(rounds: &[Round], campaign: CampaignId, area: AreaId) -> Vec<&Round> {
    let ours = rounds.iter().filter(|round| round.campaign == campaign && round.areas.contains(&area));
    let mut ours: Vec<&Round> = ours.collect();
    // Stable, so that of one day the newest record stands last.
    ours.sort_by_key(|round| round.opened_on);
    ours.dedup_by(|later, earlier| {
        let same = later.opened_on == earlier.opened_on;
        if same {
            *earlier = *later;
        }
        same
    });
    ours
}

/// The round that an area is in on a day: its number, counted from 2, and the round. `None` during the first.
pub fn running<'a>(rounds: &[&'a Round], day: Date) -> Option<(u32, &'a Round)> {
    (2..).zip(rounds).filter(|(_, round)| round.opened_on <= day).last().map(|(number, round)| (number, *round))
}

/// The days of one round: from its opening to the day before the next one opens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// Its first day; `None` for the first round, to which everything before the second belongs.
    pub from: Option<Date>,
    /// The day on which the next round opens.
    pub until: Option<Date>,
}

impl Span {
    /// The span of the round of this number, counted from 1.
    pub fn of(rounds: &[&Round], number: u32) -> Self {
        let opening = |number: u32| {
            let place = usize::try_from(number.checked_sub(2)?).ok()?;
            rounds.get(place).map(|round| round.opened_on)
        };
        Self { from: opening(number), until: opening(number.saturating_add(1)) }
    }

    /// Whether a day falls into this round.
    pub fn holds(self, day: Date) -> bool {
        self.from.is_none_or(|from| day >= from) && self.until.is_none_or(|until| day < until)
    }

    /// Whether a reading counts for this round: by its day.
    pub fn counts(self, reading: &Reading) -> bool {
        self.holds(reading.as_of)
    }

    /// Whether an outcome is one of this round: by the last day that it can mean, so that what is only known by its
    /// year goes with the round that its end falls into.
    pub fn has(self, outcome: &Outcome) -> bool {
        self.holds(outcome.when.last_day())
    }
}

impl Campaign {
    /// The campaign as it is for the areas of a further round: its days and its target are the round's.
    #[must_use]
    pub fn in_round(mut self, round: &Round) -> Self {
        self.opened_on = Some(round.opened_on);
        self.deadlines = vec![Deadline {
            day: round.deadline,
            announced_on: round.opened_on,
            reason: None,
            source: round.source.clone(),
        }];
        self.target = round.target.unwrap_or(self.target);
        self
    }
}

/// An area in a further round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InRound {
    /// Which: 2 for the second.
    pub number: u32,
    /// The round.
    pub round: Round,
}

/// What a round that is over brought for one area: it stays visible during the next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundResult {
    /// Which: 1 for the first.
    pub number: u32,
    /// The newest reading that counted for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<Reading>,
    /// What came out of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    /// What had to be reached.
    pub target: Target,
}
