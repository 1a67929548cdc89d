//! Campaigns with their areas, deadlines and tallies.

use std::collections::HashMap;

use sqlx::{FromRow, SqliteConnection};

use super::{StorageError, area, codec};
use crate::domain::{
    campaign::{Campaign, Deadline, Tally, Target},
    ids::{AreaId, CampaignId, OperatorId},
    share::Share,
};

#[derive(FromRow)]
struct CampaignRow {
    id: i64,
    slug: String,
    name: String,
    operator_id: i64,
    unit: String,
    target_kind: String,
    target_value: Option<i64>,
    evaluation: String,
    opened_on: Option<String>,
    source_name: String,
    source_published_on: Option<String>,
}

#[derive(FromRow)]
struct DeadlineRow {
    campaign_id: i64,
    day: String,
    announced_on: String,
    reason: Option<String>,
    source_name: String,
    source_published_on: Option<String>,
}

#[derive(FromRow)]
struct TallyRow {
    campaign_id: i64,
    as_of: String,
    reached: i64,
    of_areas: i64,
    build_planned: Option<String>,
    source_name: String,
    source_published_on: Option<String>,
}

/// All campaigns in the order in which they are shown.
pub async fn all(connection: &mut SqliteConnection) -> Result<Vec<Campaign>, StorageError> {
    let rows: Vec<CampaignRow> =
        sqlx::query_as("SELECT * FROM campaign ORDER BY id").fetch_all(&mut *connection).await?;
    // One query for each kind of row, however many campaigns there are: every save asks for them.
    let mut areas = areas(connection).await?;
    let mut deadlines = deadlines(connection).await?;
    let mut tallies = tallies(connection).await?;
    let campaign = |row: CampaignRow| {
        Ok(Campaign {
            id: CampaignId(row.id),
            slug: area::slug(row.slug)?,
            name: row.name,
            operator: OperatorId(row.operator_id),
            unit: codec::of_word("unit", &row.unit)?,
            target: target(&row.target_kind, row.target_value)?,
            evaluation: codec::of_word("evaluation", &row.evaluation)?,
            opened_on: codec::parse_some("opened_on", row.opened_on.as_deref())?,
            areas: areas.remove(&row.id).unwrap_or_default(),
            deadlines: deadlines.remove(&row.id).unwrap_or_default(),
            tallies: tallies.remove(&row.id).unwrap_or_default(),
            source: codec::source(row.source_name, row.source_published_on.as_deref())?,
        })
    };
    rows.into_iter().map(campaign).collect()
}

/// Adds a campaign with all that belongs to it.
pub async fn insert(connection: &mut SqliteConnection, campaign: &Campaign) -> Result<(), StorageError> {
    let (kind, value) = target_columns(campaign.target);
    sqlx::query(
        "INSERT INTO campaign (id, slug, name, operator_id, unit, target_kind, target_value, evaluation, opened_on,
         source_name, source_published_on) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(campaign.id.0)
    .bind(campaign.slug.as_str())
    .bind(&campaign.name)
    .bind(campaign.operator.0)
    .bind(codec::word("unit", &campaign.unit)?)
    .bind(kind)
    .bind(value)
    .bind(codec::word("evaluation", &campaign.evaluation)?)
    .bind(codec::text(campaign.opened_on))
    .bind(&campaign.source.name)
    .bind(codec::text(campaign.source.published_on))
    .execute(&mut *connection)
    .await?;
    for (position, area) in (0_i64..).zip(&campaign.areas) {
        let query = sqlx::query("INSERT INTO campaign_area (campaign_id, area_id, position) VALUES (?, ?, ?)");
        query.bind(campaign.id.0).bind(area.0).bind(position).execute(&mut *connection).await?;
    }
    for deadline in &campaign.deadlines {
        insert_deadline(connection, campaign.id, deadline).await?;
    }
    for tally in &campaign.tallies {
        insert_tally(connection, campaign.id, tally).await?;
    }
    Ok(())
}

/// Adds a deadline to the history.
pub async fn insert_deadline(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    deadline: &Deadline,
) -> Result<(), StorageError> {
    sqlx::query(
        "INSERT INTO deadline (campaign_id, day, announced_on, reason, source_name, source_published_on)
         VALUES (?, ?, ?, ?, ?, ?)",
    )
    .bind(campaign.0)
    .bind(deadline.day.to_string())
    .bind(deadline.announced_on.to_string())
    .bind(&deadline.reason)
    .bind(&deadline.source.name)
    .bind(codec::text(deadline.source.published_on))
    .execute(connection)
    .await?;
    Ok(())
}

async fn insert_tally(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    tally: &Tally,
) -> Result<(), StorageError> {
    sqlx::query(
        "INSERT INTO tally (campaign_id, as_of, reached, of_areas, build_planned, source_name, source_published_on)
         VALUES (?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(campaign.0)
    .bind(tally.as_of.to_string())
    .bind(tally.reached)
    .bind(tally.of)
    .bind(codec::text(tally.build_planned))
    .bind(&tally.source.name)
    .bind(codec::text(tally.source.published_on))
    .execute(connection)
    .await?;
    Ok(())
}

/// What belongs to each campaign, by its number.
type OfCampaign<T> = HashMap<i64, Vec<T>>;

fn gathered<T>(parts: impl IntoIterator<Item = Result<(i64, T), StorageError>>) -> Result<OfCampaign<T>, StorageError> {
    let mut gathered = OfCampaign::new();
    for part in parts {
        let (campaign, part) = part?;
        gathered.entry(campaign).or_default().push(part);
    }
    Ok(gathered)
}

async fn areas(connection: &mut SqliteConnection) -> Result<OfCampaign<AreaId>, StorageError> {
    let rows: Vec<(i64, i64)> = sqlx::query_as("SELECT campaign_id, area_id FROM campaign_area ORDER BY position")
        .fetch_all(connection)
        .await?;
    gathered(rows.into_iter().map(|(campaign, area)| Ok((campaign, AreaId(area)))))
}

async fn deadlines(connection: &mut SqliteConnection) -> Result<OfCampaign<Deadline>, StorageError> {
    let rows: Vec<DeadlineRow> =
        sqlx::query_as("SELECT * FROM deadline ORDER BY announced_on, id").fetch_all(connection).await?;
    let deadline = |row: DeadlineRow| {
        let deadline = Deadline {
            day: codec::parse("day", &row.day)?,
            announced_on: codec::parse("announced_on", &row.announced_on)?,
            reason: row.reason,
            source: codec::source(row.source_name, row.source_published_on.as_deref())?,
        };
        Ok((row.campaign_id, deadline))
    };
    gathered(rows.into_iter().map(deadline))
}

async fn tallies(connection: &mut SqliteConnection) -> Result<OfCampaign<Tally>, StorageError> {
    let rows: Vec<TallyRow> = sqlx::query_as("SELECT * FROM tally ORDER BY as_of, id").fetch_all(connection).await?;
    let tally = |row: TallyRow| {
        let tally = Tally {
            as_of: codec::parse("as_of", &row.as_of)?,
            reached: codec::number("reached", row.reached)?,
            of: codec::number("of_areas", row.of_areas)?,
            build_planned: codec::parse_some("build_planned", row.build_planned.as_deref())?,
            source: codec::source(row.source_name, row.source_published_on.as_deref())?,
        };
        Ok((row.campaign_id, tally))
    };
    gathered(rows.into_iter().map(tally))
}

fn target(kind: &str, value: Option<i64>) -> Result<Target, StorageError> {
    let wrong = || StorageError::Stored { what: "target", value: format!("{kind} {value:?}") };
    match (kind, value.map(u32::try_from)) {
        ("share", Some(Ok(points))) => Share::from_basis_points(points).map(Target::Share).map_err(|_| wrong()),
        ("count", Some(Ok(count))) => Ok(Target::Count(count)),
        ("operator_decision", None) => Ok(Target::OperatorDecision),
        _ => Err(wrong()),
    }
}

fn target_columns(target: Target) -> (&'static str, Option<u32>) {
    match target {
        Target::Share(share) => ("share", Some(share.basis_points())),
        Target::Count(count) => ("count", Some(count)),
        Target::OperatorDecision => ("operator_decision", None),
    }
}
