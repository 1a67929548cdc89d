//! How long nothing new has come: numbers that have stood for longer than a week say so themselves.

use jiff::civil::Date;

use super::{
    calendar::days_until,
    campaign::Clock,
    ids::AreaId,
    rollout::Rollout,
    sheet::STALE_DAYS,
    status::{AreaStatus, CampaignStatus, State},
    timeline::{Entry, Filter, parted},
};

impl CampaignStatus {
    /// For how many days no number has come, where that is longer than [`STALE_DAYS`] and the campaign still waits for one: it
    /// has opened, and something has still to come out for an area. Without any number there is nothing that could be stale.
    ///
    /// A number of 10 November: fresh on the 17th, "nichts Neues seit 8 Tagen" on the 18th.
    pub fn quiet_days(&self, today: Date) -> Option<u32> {
        if self.campaign.clock(today) == Clock::NotYetOpen {
            return None;
        }
        let waits = |area: &&AreaStatus| matches!(area.state(self.campaign.target), State::Running(_));
        // One area without news is its own matter; the campaign is quiet when all are.
        let newest = self.areas.iter().filter(waits).filter_map(|area| Some(area.current.as_ref()?.as_of)).max()?;
        let days = days_until(newest, today);
        u32::try_from(days).ok().filter(|_| days > STALE_DAYS)
    }
}

impl Rollout {
    /// The day of the newest news, of an area or of all: a number, or what happened.
    pub fn newest_news(&self, area: Option<AreaId>, today: Date) -> Option<Date> {
        let readings = self.readings.iter().filter(|record| area.is_none_or(|area| record.area == area));
        let readings = readings.map(|record| record.reading.source.published_on.unwrap_or(record.reading.as_of));
        let filter = Filter { area, strand: None };
        let past = parted(self.chronicle(), filter, today).past;
        readings.chain(past.iter().map(Entry::news_of)).max().map(|day| day.min(today))
    }
}
