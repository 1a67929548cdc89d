//! Dated records: outcomes, phases, measures, agreements and other events.

use sqlx::{FromRow, SqliteConnection};

use super::{StorageError, codec};
use crate::domain::{
    agreement::Agreement,
    event::Event,
    ids::{AgreementId, AreaId, CampaignId, MeasureId, OperatorId},
    link::{Link, LinkError},
    measure::{Audience, Measure},
    outcome::Outcome,
    phase::{Dates, Phase},
};

#[derive(FromRow)]
struct OutcomeRow {
    campaign_id: i64,
    area_id: Option<i64>,
    kind: String,
    occurred: String,
    known_on: String,
    note: Option<String>,
    source_name: String,
    source_published_on: Option<String>,
}

pub async fn outcomes(connection: &mut SqliteConnection) -> Result<Vec<Outcome>, StorageError> {
    let rows: Vec<OutcomeRow> = sqlx::query_as("SELECT * FROM outcome ORDER BY id").fetch_all(connection).await?;
    let outcome = |row: OutcomeRow| {
        Ok(Outcome {
            campaign: CampaignId(row.campaign_id),
            area: row.area_id.map(AreaId),
            kind: codec::of_word("kind", &row.kind)?,
            when: codec::parse("occurred", &row.occurred)?,
            known_on: codec::parse("known_on", &row.known_on)?,
            note: row.note,
            source: codec::source(row.source_name, row.source_published_on.as_deref())?,
        })
    };
    rows.into_iter().map(outcome).collect()
}

pub async fn insert_outcome(connection: &mut SqliteConnection, outcome: &Outcome) -> Result<(), StorageError> {
    sqlx::query(
        "INSERT INTO outcome (campaign_id, area_id, kind, occurred, known_on, note, source_name, source_published_on)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(outcome.campaign.0)
    .bind(outcome.area.map(|id| id.0))
    .bind(codec::word("kind", &outcome.kind)?)
    .bind(outcome.when.to_string())
    .bind(outcome.known_on.to_string())
    .bind(&outcome.note)
    .bind(&outcome.source.name)
    .bind(codec::text(outcome.source.published_on))
    .execute(connection)
    .await?;
    Ok(())
}

#[derive(FromRow)]
struct PhaseRow {
    campaign_id: i64,
    area_id: Option<i64>,
    kind: String,
    planned_start: Option<String>,
    planned_end: Option<String>,
    actual_start: Option<String>,
    actual_end: Option<String>,
    known_on: String,
    source_name: String,
    source_published_on: Option<String>,
}

pub async fn phases(connection: &mut SqliteConnection) -> Result<Vec<Phase>, StorageError> {
    let rows: Vec<PhaseRow> = sqlx::query_as("SELECT * FROM phase ORDER BY id").fetch_all(connection).await?;
    let dates = |start: Option<String>, end: Option<String>| -> Result<Dates, StorageError> {
        let (start, end) = (start.as_deref(), end.as_deref());
        Ok(Dates { start: codec::parse_some("start", start)?, end: codec::parse_some("end", end)? })
    };
    let phase = |row: PhaseRow| {
        Ok(Phase {
            campaign: CampaignId(row.campaign_id),
            area: row.area_id.map(AreaId),
            kind: codec::of_word("kind", &row.kind)?,
            planned: dates(row.planned_start, row.planned_end)?,
            actual: dates(row.actual_start, row.actual_end)?,
            known_on: codec::parse("known_on", &row.known_on)?,
            source: codec::source(row.source_name, row.source_published_on.as_deref())?,
        })
    };
    rows.into_iter().map(phase).collect()
}

pub async fn insert_phase(connection: &mut SqliteConnection, phase: &Phase) -> Result<(), StorageError> {
    sqlx::query(
        "INSERT INTO phase (campaign_id, area_id, kind, planned_start, planned_end, actual_start, actual_end, known_on,
         source_name, source_published_on) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(phase.campaign.0)
    .bind(phase.area.map(|id| id.0))
    .bind(codec::word("kind", &phase.kind)?)
    .bind(codec::text(phase.planned.start))
    .bind(codec::text(phase.planned.end))
    .bind(codec::text(phase.actual.start))
    .bind(codec::text(phase.actual.end))
    .bind(phase.known_on.to_string())
    .bind(&phase.source.name)
    .bind(codec::text(phase.source.published_on))
    .execute(connection)
    .await?;
    Ok(())
}

#[derive(FromRow)]
struct MeasureRow {
    id: i64,
    kind: String,
    occurred: String,
    known_on: String,
    note: Option<String>,
    source_name: String,
    source_published_on: Option<String>,
    areas: Option<String>,
    until: Option<String>,
    audience: Option<i64>,
    audience_of: Option<String>,
    link: Option<String>,
}

pub async fn measures(connection: &mut SqliteConnection) -> Result<Vec<Measure>, StorageError> {
    let rows: Vec<MeasureRow> = sqlx::query_as(
        "SELECT measure.*, (SELECT group_concat(area_id) FROM measure_area WHERE record_id = measure.id) AS areas
         FROM measure ORDER BY id",
    )
    .fetch_all(connection)
    .await?;
    let measure = |row: MeasureRow| {
        Ok(Measure {
            id: MeasureId(row.id),
            until: codec::parse_some("until", row.until.as_deref())?,
            audience: audience(row.audience, row.audience_of.as_deref())?,
            link: link_of(row.link)?,
            withdrawn: None,
            kind: codec::of_word("kind", &row.kind)?,
            when: codec::parse("occurred", &row.occurred)?,
            areas: codec::area_ids(row.areas.as_deref())?,
            known_on: codec::parse("known_on", &row.known_on)?,
            note: row.note,
            source: codec::source(row.source_name, row.source_published_on.as_deref())?,
        })
    };
    rows.into_iter().map(measure).collect()
}

fn audience(count: Option<i64>, of: Option<&str>) -> Result<Option<Audience>, StorageError> {
    let (Some(count), Some(of)) = (count, of) else { return Ok(None) };
    Ok(Some(Audience { count: codec::number("audience", count)?, of: codec::of_word("audience_of", of)? }))
}

fn link_of(link: Option<String>) -> Result<Option<Link>, StorageError> {
    let unfit = |error: LinkError| StorageError::Stored { what: "link", value: error.0 };
    link.map(|link| Link::new(&link).map_err(unfit)).transpose()
}

/// Adds a measure; one without a number gets one.
pub async fn insert_measure(connection: &mut SqliteConnection, measure: &Measure) -> Result<MeasureId, StorageError> {
    let of = measure.audience.map(|audience| codec::word("audience_of", &audience.of)).transpose()?;
    let id: i64 = sqlx::query_scalar(
        "INSERT INTO measure (id, kind, occurred, known_on, note, source_name, source_published_on, until, audience,
         audience_of, link) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
    )
    .bind(numbered(measure.id.0))
    .bind(codec::word("kind", &measure.kind)?)
    .bind(measure.when.to_string())
    .bind(measure.known_on.to_string())
    .bind(&measure.note)
    .bind(&measure.source.name)
    .bind(codec::text(measure.source.published_on))
    .bind(codec::text(measure.until))
    .bind(measure.audience.map(|audience| audience.count))
    .bind(of)
    .bind(measure.link.as_ref().map(Link::as_str))
    .fetch_one(&mut *connection)
    .await?;
    link(connection, "INSERT INTO measure_area (record_id, area_id) VALUES (?, ?)", id, &measure.areas).await?;
    Ok(MeasureId(id))
}

#[derive(FromRow)]
struct AgreementRow {
    id: i64,
    kind: String,
    partner_id: i64,
    signed: String,
    ends_on: Option<String>,
    known_on: String,
    note: Option<String>,
    source_name: String,
    source_published_on: Option<String>,
    areas: Option<String>,
    effective_from: Option<String>,
    conditions: Option<String>,
    link: Option<String>,
}

pub async fn agreements(connection: &mut SqliteConnection) -> Result<Vec<Agreement>, StorageError> {
    let rows: Vec<AgreementRow> = sqlx::query_as(
        "SELECT agreement.*, (SELECT group_concat(area_id) FROM agreement_area WHERE record_id = agreement.id) AS areas
         FROM agreement ORDER BY id",
    )
    .fetch_all(connection)
    .await?;
    let agreement = |row: AgreementRow| {
        Ok(Agreement {
            id: AgreementId(row.id),
            effective_from: codec::parse_some("effective_from", row.effective_from.as_deref())?,
            conditions: row.conditions,
            link: link_of(row.link)?,
            withdrawn: None,
            kind: codec::of_word("kind", &row.kind)?,
            partner: OperatorId(row.partner_id),
            areas: codec::area_ids(row.areas.as_deref())?,
            signed: codec::parse("signed", &row.signed)?,
            ends_on: codec::parse_some("ends_on", row.ends_on.as_deref())?,
            known_on: codec::parse("known_on", &row.known_on)?,
            note: row.note,
            source: codec::source(row.source_name, row.source_published_on.as_deref())?,
        })
    };
    rows.into_iter().map(agreement).collect()
}

/// Adds an agreement; one without a number gets one.
pub async fn insert_agreement(
    connection: &mut SqliteConnection,
    agreement: &Agreement,
) -> Result<AgreementId, StorageError> {
    let id: i64 = sqlx::query_scalar(
        "INSERT INTO agreement (id, kind, partner_id, signed, ends_on, known_on, note, source_name,
         source_published_on, effective_from, conditions, link) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
    )
    .bind(numbered(agreement.id.0))
    .bind(codec::word("kind", &agreement.kind)?)
    .bind(agreement.partner.0)
    .bind(agreement.signed.to_string())
    .bind(codec::text(agreement.ends_on))
    .bind(agreement.known_on.to_string())
    .bind(&agreement.note)
    .bind(&agreement.source.name)
    .bind(codec::text(agreement.source.published_on))
    .bind(codec::text(agreement.effective_from))
    .bind(&agreement.conditions)
    .bind(agreement.link.as_ref().map(Link::as_str))
    .fetch_one(&mut *connection)
    .await?;
    link(connection, "INSERT INTO agreement_area (record_id, area_id) VALUES (?, ?)", id, &agreement.areas).await?;
    Ok(AgreementId(id))
}

#[derive(FromRow)]
struct EventRow {
    occurred: String,
    known_on: String,
    text: String,
    source_name: String,
    source_published_on: Option<String>,
    areas: Option<String>,
    strand: Option<String>,
}

pub async fn events(connection: &mut SqliteConnection) -> Result<Vec<Event>, StorageError> {
    let rows: Vec<EventRow> = sqlx::query_as(
        "SELECT event.*, (SELECT group_concat(area_id) FROM event_area WHERE record_id = event.id) AS areas
         FROM event ORDER BY id",
    )
    .fetch_all(connection)
    .await?;
    let event = |row: EventRow| {
        Ok(Event {
            when: codec::parse("occurred", &row.occurred)?,
            known_on: codec::parse("known_on", &row.known_on)?,
            text: row.text,
            areas: codec::area_ids(row.areas.as_deref())?,
            strand: row.strand.map(|strand| codec::of_word("strand", &strand)).transpose()?,
            source: codec::source(row.source_name, row.source_published_on.as_deref())?,
        })
    };
    rows.into_iter().map(event).collect()
}

pub async fn insert_event(connection: &mut SqliteConnection, event: &Event) -> Result<(), StorageError> {
    let strand = event.strand.map(|strand| codec::word("strand", &strand)).transpose()?;
    let id: i64 = sqlx::query_scalar(
        "INSERT INTO event (occurred, known_on, text, source_name, source_published_on, strand)
         VALUES (?, ?, ?, ?, ?, ?) RETURNING id",
    )
    .bind(event.when.to_string())
    .bind(event.known_on.to_string())
    .bind(&event.text)
    .bind(&event.source.name)
    .bind(codec::text(event.source.published_on))
    .bind(strand)
    .fetch_one(&mut *connection)
    .await?;
    link(connection, "INSERT INTO event_area (record_id, area_id) VALUES (?, ?)", id, &event.areas).await
}

/// A number that a record has already; 0 stands for none.
fn numbered(id: i64) -> Option<i64> {
    (id != 0).then_some(id)
}

/// Notes which areas a record is about.
async fn link(
    connection: &mut SqliteConnection,
    insert: &'static str,
    record: i64,
    areas: &[AreaId],
) -> Result<(), StorageError> {
    for area in areas {
        sqlx::query(insert).bind(record).bind(area.0).execute(&mut *connection).await?;
    }
    Ok(())
}
