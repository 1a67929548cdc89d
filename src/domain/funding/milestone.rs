//! The milestones of an application: a fixed vocabulary, each planned and actual.

use jiff::{ToSpan, civil::Date};
use serde::{Deserialize, Serialize};

use super::Part;
use crate::domain::{calendar::days_until, source::Source, when::When};

/// What stands on the way from the idea to the end of the earmarking, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MilestoneKind {
    /// Branchendialog.
    IndustryDialogue,
    /// Markterkundung begonnen.
    MarketSurveyOpened,
    /// Markterkundung beendet, two months later.
    MarketSurveyClosed,
    /// Antrag eingereicht.
    Submitted,
    /// Bescheid in vorläufiger Höhe.
    PreliminaryGrant,
    /// Auswahlverfahren begonnen.
    TenderOpened,
    /// Zuschlag.
    TenderAwarded,
    /// Bescheid in endgültiger Höhe.
    FinalGrant,
    /// Baubeginn.
    ConstructionStart,
    /// Mittelanforderung.
    Drawdown,
    /// Verwendungsnachweis.
    ProofOfUse,
    /// Ende der Zweckbindung.
    EarmarkEnd,
}

impl MilestoneKind {
    /// All of them in their order.
    pub const ALL: [Self; 12] = [
        Self::IndustryDialogue,
        Self::MarketSurveyOpened,
        Self::MarketSurveyClosed,
        Self::Submitted,
        Self::PreliminaryGrant,
        Self::TenderOpened,
        Self::TenderAwarded,
        Self::FinalGrant,
        Self::ConstructionStart,
        Self::Drawdown,
        Self::ProofOfUse,
        Self::EarmarkEnd,
    ];
}

/// How long a market survey runs, in months: operators have so long to say whether they will build by themselves.
pub const MARKET_SURVEY_MONTHS: i32 = 2;

/// The day on which a market survey closes that opened on this one: the same day two months later, or the last day of
/// that month where it has no such day. `None` only at the end of the calendar.
///
/// ```
/// use faserstand_lib::domain::funding::market_survey_closes;
/// use jiff::civil::date;
/// assert_eq!(market_survey_closes(date(2024, 7, 29)), Some(date(2024, 9, 29)));
/// assert_eq!(market_survey_closes(date(2023, 12, 31)), Some(date(2024, 2, 29)));
/// ```
pub fn market_survey_closes(opened: Date) -> Option<Date> {
    opened.checked_add(MARKET_SURVEY_MONTHS.months()).ok()
}

/// What is said of a milestone beyond its dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// It is under way.
    Running,
    /// It was refused.
    Rejected,
    /// It will not come.
    Dropped,
}

/// What is known of one milestone, of one leg or of the whole application. A newer record takes an older one's place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Milestone {
    /// Which one.
    pub kind: MilestoneKind,
    /// Of which leg; of the whole application where empty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<Part>,
    /// When it is planned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub planned: Option<When>,
    /// When it was reached (or, where it was refused, refused).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actual: Option<When>,
    /// Whether it is under way, was refused or will not come.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mark: Option<Mark>,
    /// A remark for the reader.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Who says so.
    pub source: Source,
}

/// Where a milestone stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MilestoneState {
    /// Reached.
    Done,
    /// Under way.
    Running,
    /// A deadline stands at it, or its planned time is near or has passed.
    Due,
    /// Refused.
    Rejected,
    /// Not reached yet.
    Open,
    /// Will not come.
    Dropped,
}

impl Milestone {
    /// Where it stands on this day. What was refused or dropped stays so; what has an actual time that has begun is
    /// done; what is under way runs; what is planned for a single day not more than `soon` days ahead, or for a time
    /// that has passed, is due.
    pub fn state(&self, today: Date, soon: i32) -> MilestoneState {
        match (self.mark, self.actual, self.planned) {
            (Some(Mark::Rejected), ..) => MilestoneState::Rejected,
            (Some(Mark::Dropped), ..) => MilestoneState::Dropped,
            (_, Some(actual), _) if actual.first_day() <= today => MilestoneState::Done,
            (Some(Mark::Running), ..) => MilestoneState::Running,
            (None, _, Some(planned)) if days_until(today, planned.last_day()) <= soon => MilestoneState::Due,
            (None, ..) => MilestoneState::Open,
        }
    }

    /// The time that is shown with it: the actual one, else the planned one.
    pub fn when(&self) -> Option<When> {
        self.actual.or(self.planned)
    }
}
