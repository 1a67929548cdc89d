//! What is due (Fällig): numbers to ask for, deadlines, results that nobody has recorded, agreements that end, deadlines
//! of applications for funding.

use jiff::{ToSpan, civil::Date};

use super::{
    agreement::{Agreement, ENDS_SOON_DAYS},
    calendar::days_until,
    campaign::Clock,
    funding::{Funding, FundingDeadline},
    remark::{ANSWER_DAYS, Waiting},
    sheet::STALE_DAYS,
    status::{AreaStatus, CampaignStatus, State, TownStatus},
};

/// Something to do, and the day by which it is due.
#[derive(Clone, Debug, PartialEq)]
pub struct Due<'a> {
    /// The day; one that has passed is overdue.
    pub day: Date,
    /// What.
    pub duty: Duty<'a>,
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq)]
pub enum Duty<'a> {
    /// To ask a campaign's operator for the numbers of these areas.
    Ask(Lack, &'a CampaignStatus, Vec<&'a AreaStatus>),
    /// The campaign's deadline ends.
    Deadline(&'a CampaignStatus),
    /// The deadline is over, and of these areas no outcome is recorded.
    Result(&'a CampaignStatus, Vec<&'a AreaStatus>),
    /// The agreement with the partner of this name ends.
    AgreementEnds(&'a Agreement, &'a str),
    /// A deadline of an application for funding ends.
    Funding(&'a Funding, &'a FundingDeadline),
    /// Citizens' remarks wait for an answer.
    Remarks(Waiting),
}

/// Why a number has to be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// The operator was asked, and no number came.
    NotReported,
    /// There has never been one.
    Never,
    /// The newest one is older than [`STALE_DAYS`].
    Stale,
}

impl Lack {
    /// What an area lacks on this day; nothing once something came out of its campaign.
    pub fn of(area: &AreaStatus, status: &CampaignStatus, today: Date) -> Option<Self> {
        let runs = matches!(status.campaign.clock(today), Clock::DaysLeft(_) | Clock::NoDeadline);
        if !runs || !is_open(area, status) {
            return None;
        }
        match &area.current {
            _ if area.not_reported_on.is_some() => Some(Self::NotReported),
            None => Some(Self::Never),
            Some(reading) => (days_until(reading.as_of, today) > STALE_DAYS).then_some(Self::Stale),
        }
    }

    /// Since when: the silent day, a week after the newest number, or a week after the opening.
    fn since(self, area: &AreaStatus, status: &CampaignStatus) -> Option<Date> {
        match self {
            Self::NotReported => area.not_reported_on,
            Self::Never => a_week_after(status.campaign.opened_on?),
            Self::Stale => a_week_after(area.current.as_ref()?.as_of),
        }
    }
}

fn a_week_after(day: Date) -> Option<Date> {
    day.checked_add(STALE_DAYS.days()).ok()
}

/// Whether nothing has come out for this area yet.
fn is_open(area: &AreaStatus, status: &CampaignStatus) -> bool {
    matches!(area.state(status.campaign.target), State::Running(_))
}

/// What is due in a town, in the order of the days: overdue, today, ahead.
///
/// Further rounds are campaigns of their own here: give [`TownStatus::by_round`].
///
/// A reading of 17 November is due again on the 24th and overdue from the 25th on. A remark that came three days ago is due
/// in eleven.
pub fn due<'a>(
    status: &'a TownStatus,
    agreements: &'a [(Agreement, String)],
    waiting: Option<Waiting>,
    fundings: &'a [Funding],
) -> Vec<Due<'a>> {
    let today = status.today;
    let mut due: Vec<Due> = status.campaigns.iter().flat_map(|campaign| of_campaign(campaign, today)).collect();
    due.extend(agreements.iter().filter_map(|(agreement, partner)| {
        let day = agreement.ends_on.filter(|_| agreement.ends_within(today, ENDS_SOON_DAYS))?;
        Some(Due { day, duty: Duty::AgreementEnds(agreement, partner) })
    }));
    let of_funding = |funding: &'a Funding| {
        let open = funding.open_deadlines().filter(move |deadline| deadline.days_left(today) <= ENDS_SOON_DAYS);
        open.map(move |deadline| Due { day: deadline.day, duty: Duty::Funding(funding, deadline) })
    };
    due.extend(fundings.iter().flat_map(of_funding));
    due.extend(waiting.and_then(|waiting| {
        let day = today.checked_add((ANSWER_DAYS - waiting.oldest_days).days()).ok()?;
        Some(Due { day, duty: Duty::Remarks(waiting) })
    }));
    // Stable: what is due on one day stays in the order of the campaigns.
    due.sort_by_key(|due| due.day);
    due
}

fn of_campaign(campaign: &CampaignStatus, today: Date) -> Vec<Due<'_>> {
    let mut due = Vec::new();
    for lack in [Lack::NotReported, Lack::Stale, Lack::Never] {
        let lacking = |area: &&AreaStatus| Lack::of(area, campaign, today) == Some(lack);
        let areas: Vec<&AreaStatus> = campaign.areas.iter().filter(lacking).collect();
        if !areas.is_empty() {
            let day = areas.iter().filter_map(|area| lack.since(area, campaign)).min().unwrap_or(today);
            due.push(Due { day, duty: Duty::Ask(lack, campaign, areas) });
        }
    }
    if let Some(deadline) = campaign.campaign.deadline() {
        let open: Vec<&AreaStatus> = campaign.areas.iter().filter(|area| is_open(area, campaign)).collect();
        match campaign.campaign.clock(today) {
            Clock::DaysLeft(_) => due.push(Due { day: deadline.day, duty: Duty::Deadline(campaign) }),
            Clock::Over if !open.is_empty() => due.push(Due { day: deadline.day, duty: Duty::Result(campaign, open) }),
            Clock::Over | Clock::NotYetOpen | Clock::NoDeadline => {}
        }
    }
    due
}
