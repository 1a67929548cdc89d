//! What becomes of the rows of a sheet: each is new, a correction, known already, or wrong.

use jiff::Timestamp;

use super::EntryError;
use crate::{
    application::{actor::Forbidden, clock::Clock},
    domain::{
        account::Scope,
        area::{Area, Slug},
        campaign::Campaign,
        entry::{Choice, EnteredRow},
        finding::{self, Finding, Typed, findings},
        ids::{AreaId, ReadingId},
        reading::{Correction, Reading, Record, as_known_on},
        rollout::Rollout,
        sheet::Terms,
        source::Source,
    },
};

/// What becomes of the rows.
#[derive(Default)]
pub struct Taken {
    /// Readings to store.
    pub records: Vec<Record>,
    /// So many rows are stored already.
    pub unchanged: u32,
    /// Rows that break a rule or lack a reason.
    pub wrong: Vec<(Slug, Finding)>,
}

/// What rows are judged by.
pub struct Intake<'a> {
    /// The terms, and the readings of the rows' areas.
    pub rollout: &'a Rollout,
    /// What the person may change.
    pub scope: Scope,
    /// The day.
    pub clock: &'a Clock,
}

impl Intake<'_> {
    /// Judges one row.
    pub fn take(&self, row: &EnteredRow, taken: &mut Taken) -> Result<(), EntryError> {
        let unknown = || EntryError::Unknown(row.area.clone());
        let area = self.rollout.areas.by_slug(row.area.as_str()).ok_or_else(unknown)?;
        if !self.scope.holds(area.id, &self.rollout.areas) {
            return Err(Forbidden.into());
        }
        let campaign = self.rollout.campaign_of(area.id).ok_or_else(unknown)?;
        if row.choice == Some(Choice::Theirs) {
            return Ok(());
        }
        let stored = self.stored(campaign, area.id, row);
        if stored.is_some_and(|stored| stored.reading.value() == row.value) {
            taken.unchanged += 1;
            return Ok(());
        }
        if let Some(finding) = self.objection(campaign, area, row) {
            taken.wrong.push((row.area.clone(), finding));
            return Ok(());
        }
        let corrects = stored
            .filter(|stored| stored.reading.is_reported())
            .map(|stored| Correction { of: stored.id, reason: row.reason.clone().unwrap_or_default() });
        match self.reading(campaign, area, row) {
            Some(reading) => taken.records.push(Record {
                id: ReadingId(0),
                campaign: campaign.id,
                area: area.id,
                recorded_at: self.clock.recording_instant(),
                corrects,
                reading,
            }),
            None => return Err(EntryError::Malformed(row.area.clone())),
        }
        Ok(())
    }

    /// The record of the same area, day and stage that holds; a reported one before "not reported".
    fn stored(&self, campaign: &Campaign, area: AreaId, row: &EnteredRow) -> Option<&Record> {
        let same = |record: &&&Record| {
            record.campaign == campaign.id
                && record.area == area
                && (record.reading.as_of, record.reading.stage) == (row.as_of, row.stage)
        };
        let holding = as_known_on(&self.rollout.readings, Timestamp::MAX);
        holding.iter().filter(same).max_by_key(|record| (record.reading.is_reported(), record.id)).copied()
    }

    /// What keeps the row from being stored: an error, or a missing reason.
    fn objection(&self, campaign: &Campaign, area: &Area, row: &EnteredRow) -> Option<Finding> {
        let typed = Typed { as_of: row.as_of, stage: row.stage, value: row.value };
        let sheet = self.rollout.sheet_row(campaign, area, row.seen);
        let found = findings(&Terms::from(campaign), &sheet, typed, self.clock.today());
        let has_reason = row.reason.as_deref().is_some_and(|reason| !reason.trim().is_empty());
        finding::objection(&found, has_reason).cloned()
    }

    fn reading(&self, campaign: &Campaign, area: &Area, row: &EnteredRow) -> Option<Reading> {
        let base = self.rollout.base_of(area.id, campaign.unit).cloned();
        let source = Source { name: row.source.trim().to_owned(), published_on: None };
        let mut reading = Reading::new(row.as_of, row.stage, row.value, base, source).ok()?;
        let reason = row.reason.as_deref().map(str::trim).filter(|reason| !reason.is_empty());
        reading.note = reason.map(str::to_owned);
        Some(reading)
    }
}
