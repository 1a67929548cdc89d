//! What becomes of the rows of a sheet: each is new, a correction, known already, or wrong.

use jiff::Timestamp;

use super::EntryError;
use crate::{
    application::{actor::Forbidden, clock::Clock},
    domain::{
        account::Scope,
        area::{Area, Slug},
        campaign::Campaign,
        entry::{Choice, EnteredRow, text_problem},
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

/// Where a row belongs.
pub type Place<'a> = (&'a Campaign, &'a Area);

impl<'a> Intake<'a> {
    /// Where a row belongs, if the actor is there for it.
    pub fn place(&self, row: &EnteredRow) -> Result<Place<'a>, EntryError> {
        let unknown = || EntryError::Unknown(row.area.clone());
        let area = self.rollout.areas.by_slug(row.area.as_str()).ok_or_else(unknown)?;
        if !self.scope.holds(area.id, &self.rollout.areas) {
            return Err(Forbidden.into());
        }
        Ok((self.rollout.campaign_of(area.id).ok_or_else(unknown)?, area))
    }

    /// Judges one row.
    pub fn take(&self, row: &EnteredRow, (campaign, area): Place, taken: &mut Taken) -> Result<(), EntryError> {
        if row.choice == Some(Choice::Theirs) {
            return Ok(());
        }
        if let Some(finding) = self.objection(campaign, area, row) {
            taken.wrong.push((row.area.clone(), finding));
            return Ok(());
        }
        let stored = self.stored(campaign, area.id, row);
        if stored.is_some_and(|stored| stored.reading.value() == row.value) {
            taken.unchanged += 1;
            return Ok(());
        }
        let corrected = stored.filter(|stored| stored.reading.is_reported());
        let reason = reason(row).unwrap_or_default();
        let corrects = corrected.map(|stored| Correction { of: stored.id, reason: reason.to_owned() });
        taken.records.push(Record {
            id: ReadingId(0),
            campaign: campaign.id,
            area: area.id,
            recorded_at: self.clock.recording_instant(),
            corrects,
            reading: self.reading(campaign, area, row, corrected).ok_or(EntryError::Malformed)?,
        });
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
        if let Some(problem) = text_problem(&row.source, reason(row).unwrap_or_default()) {
            return Some(Finding::Wrong(problem));
        }
        let typed = Typed { as_of: row.as_of, stage: row.stage, value: row.value };
        let sheet = self.rollout.sheet_row(campaign, area, row.seen);
        let found = findings(&Terms::from(campaign), &sheet, typed, self.clock.today());
        finding::objection(&found, reason(row).is_some()).cloned()
    }

    /// A correction is counted against the base of the corrected reading, stays invented where that was, and keeps
    /// its note: the reason says why there is another number, and is no note beside it.
    fn reading(
        &self,
        campaign: &Campaign,
        area: &Area,
        row: &EnteredRow,
        corrected: Option<&Record>,
    ) -> Option<Reading> {
        let corrected = corrected.map(|stored| &stored.reading);
        let newest = || self.rollout.base_of(area.id, campaign.unit);
        let base = corrected.and_then(Reading::base).or_else(newest).cloned();
        let source = Source { name: row.source.trim().to_owned(), published_on: None };
        let mut reading = Reading::new(row.as_of, row.stage, row.value, base, source).ok()?;
        reading.note = corrected.map_or_else(|| reason(row).map(str::to_owned), |stored| stored.note.clone());
        reading.sample = corrected.is_some_and(|stored| stored.sample);
        Some(reading)
    }
}

/// The reason that a row gives.
fn reason(row: &EnteredRow) -> Option<&str> {
    row.reason.as_deref().map(str::trim).filter(|reason| !reason.is_empty())
}
