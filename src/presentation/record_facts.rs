//! The key facts of an area's screen: what was counted at which stage, the target, the gap, the deadline.

use super::{area_words, date, entry_words, lang::Lang, number, record_view::FactView, words};
use crate::domain::{
    amount::Amount,
    campaign::Clock,
    gap::Gap,
    pace,
    reading::{Reading, Stage},
    share::Share,
    status::{AreaReport, AreaStatus, CampaignStatus},
};

/// The facts, as far as they are known.
pub fn facts(report: &AreaReport) -> Vec<FactView> {
    let Some((status, area)) = report.status() else { return Vec::new() };
    let target = status.campaign.target.share();
    let stages = [Stage::Reported, Stage::Checked, Stage::Net];
    let newest = stages.into_iter().filter_map(|stage| {
        report.readings().rfind(|reading| reading.stage == stage && reading.is_reported()).map(|of| counted(of, target))
    });
    newest
        .chain(aim(status, area))
        .chain(gap(report, status, area))
        .chain(deadline(report, status))
        .chain(place(status, area))
        .collect()
}

fn fact(name: &str, value: String, detail: String) -> FactView {
    FactView { name: name.to_owned(), value, detail }
}

fn counted(reading: &Reading, target: Option<Share>) -> FactView {
    let quota = reading.contracts().and(reading.quota());
    let quota = quota.map(|quota| number::quota_amount(quota, target, Lang::De));
    let of = reading.base().map(|base| format!("von {}", number::count(base.count, Lang::De)));
    let share: Vec<String> = [quota, of].into_iter().flatten().collect();
    let day = date::digits_without_year(reading.as_of);
    let detail = if share.is_empty() { day } else { format!("{}, {day}", share.join(" ")) };
    fact(words::stage(reading.stage, Lang::De), entry_words::value(reading.value()), detail)
}

fn aim(status: &CampaignStatus, area: &AreaStatus) -> Option<FactView> {
    let target = status.campaign.target;
    let base = area.current.as_ref().and_then(Reading::base).map(|base| base.count);
    let share = target.share().map(|share| format!("{}, aufgerundet", number::share(share, Lang::De)));
    match target.needed(base) {
        Some(needed) => Some(fact("Ziel", number::count(needed, Lang::De), share.unwrap_or_default())),
        None => Some(fact("Ziel", area_words::goal(target, Lang::De), String::new())).filter(|_| share.is_some()),
    }
}

fn gap(report: &AreaReport, status: &CampaignStatus, area: &AreaStatus) -> Option<FactView> {
    let gap = Gap::of(area.current.as_ref()?, status.campaign.target)?;
    let days_left = status.campaign.days_left(report.today);
    let pace = days_left.and_then(|days| pace::needed_per_day_tenths(gap, days));
    let pace = pace
        .and_then(|tenths| i32::try_from(tenths).ok())
        .map(|tenths| format!("{} nötig", number::per_day(tenths, Lang::De)));
    Some(match gap {
        Gap::Missing(missing) => fact("fehlen", amount(missing), pace.unwrap_or_default()),
        Gap::Surplus(more) => fact("mehr als nötig", amount(more), String::new()),
    })
}

fn amount(contracts: Amount<u32>) -> String {
    number::amount(contracts, |of| number::count(of, Lang::De), Lang::De)
}

fn deadline(report: &AreaReport, status: &CampaignStatus) -> Option<FactView> {
    let campaign = &status.campaign;
    let deadline = campaign.deadline()?;
    let left = match campaign.clock(report.today) {
        Clock::DaysLeft(0) => Some("endet heute".to_owned()),
        Clock::DaysLeft(days) => Some(format!("noch {}", number::days(days, Lang::De))),
        Clock::Over => Some("abgelaufen".to_owned()),
        Clock::NotYetOpen | Clock::NoDeadline => None,
    };
    let versions = campaign.deadlines.len();
    let version = (versions > 1).then(|| format!("{versions}. Fassung"));
    let detail: Vec<String> = left.into_iter().chain(version).collect();
    Some(fact("Frist", date::digits(deadline.day), detail.join(", ")))
}

fn place(status: &CampaignStatus, area: &AreaStatus) -> Option<FactView> {
    Some(fact("Platz", area.place?.to_string(), format!("von {}", status.areas_with_place)))
}
