//! How long nothing new has come: numbers that have stood for longer than a week say so themselves.

use jiff::civil::Date;

use super::{
    calendar::days_until,
    campaign::Clock,
    sheet::STALE_DAYS,
    status::{AreaStatus, CampaignStatus, State},
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
