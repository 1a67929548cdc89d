//! Readings as recorded. They are only ever added; triggers refuse anything else.

use std::collections::{HashMap, HashSet};

use jiff::Timestamp;
use sqlx::{FromRow, SqliteConnection};

use super::{StorageError, codec};
use crate::domain::{
    amount::Amount,
    ids::{AreaId, BaseId, CampaignId, ReadingId},
    reading::{Base, Correction, Reading, Record, Value},
    share::Share,
};

#[derive(FromRow)]
struct Row {
    id: i64,
    campaign_id: i64,
    area_id: i64,
    as_of: String,
    stage: String,
    measure: String,
    exactness: Option<String>,
    low: Option<i64>,
    high: Option<i64>,
    base_id: Option<i64>,
    source_name: String,
    source_published_on: Option<String>,
    note: Option<String>,
    sample: bool,
    corrects_id: Option<i64>,
    reason: Option<String>,
    recorded_at: String,
}

/// All records, oldest first. `bases` are those of [`super::area::bases`].
pub async fn all(connection: &mut SqliteConnection, bases: &[(AreaId, Base)]) -> Result<Vec<Record>, StorageError> {
    let rows = sqlx::query_as("SELECT * FROM reading ORDER BY id").fetch_all(connection).await?;
    records(rows, bases)
}

/// The records of some areas that hold, oldest first: those that were corrected since are left out, however many they are.
pub async fn of_areas(
    connection: &mut SqliteConnection,
    areas: &HashSet<AreaId>,
    bases: &[(AreaId, Base)],
) -> Result<Vec<Record>, StorageError> {
    let query = sqlx::query_as(
        "SELECT reading.* FROM campaign_area JOIN reading USING (campaign_id, area_id)
         WHERE campaign_area.area_id IN (SELECT value FROM json_each(?))
         AND NOT EXISTS (SELECT 1 FROM reading AS later WHERE later.corrects_id = reading.id) ORDER BY reading.id",
    );
    let areas = serde_json::Value::from_iter(areas.iter().map(|area| area.0)).to_string();
    records(query.bind(areas).fetch_all(connection).await?, bases)
}

/// Whether any reading is invented.
pub async fn has_samples(connection: &mut SqliteConnection) -> Result<bool, StorageError> {
    Ok(sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM reading WHERE sample)").fetch_one(connection).await?)
}

fn records(rows: Vec<Row>, bases: &[(AreaId, Base)]) -> Result<Vec<Record>, StorageError> {
    let bases: HashMap<BaseId, &Base> = bases.iter().map(|(_, base)| (base.id, base)).collect();
    rows.into_iter().map(|row| row.record(&bases)).collect()
}

/// Adds a record under the next free number and returns that number; `record.id` is not used.
///
/// # Errors
/// When the database refuses it, for example because the record it corrects was corrected already.
pub async fn insert(
    connection: &mut SqliteConnection,
    record: &Record,
    recorded_by: &str,
) -> Result<ReadingId, StorageError> {
    let reading = &record.reading;
    let columns = ValueColumns::of(reading.value());
    let id = sqlx::query_scalar(
        "INSERT INTO reading (campaign_id, area_id, as_of, stage, measure, exactness, low, high, base_id, source_name,
         source_published_on, note, sample, corrects_id, reason, recorded_at, recorded_by)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
    )
    .bind(record.campaign.0)
    .bind(record.area.0)
    .bind(reading.as_of.to_string())
    .bind(codec::word("stage", &reading.stage)?)
    .bind(columns.measure)
    .bind(columns.exactness)
    .bind(columns.low)
    .bind(columns.high)
    .bind(reading.base().map(|base| base.id.0))
    .bind(&reading.source.name)
    .bind(codec::text(reading.source.published_on))
    .bind(&reading.note)
    .bind(reading.sample)
    .bind(record.corrects.as_ref().map(|correction| correction.of.0))
    .bind(record.corrects.as_ref().map(|correction| &correction.reason))
    .bind(record.recorded_at.to_string())
    .bind(recorded_by)
    .fetch_one(connection)
    .await?;
    Ok(ReadingId(id))
}

impl Row {
    fn record(self, bases: &HashMap<BaseId, &Base>) -> Result<Record, StorageError> {
        let base = self.base_id.and_then(|id| bases.get(&BaseId(id))).map(|base| (*base).clone());
        let value = value(&self.measure, self.exactness.as_deref(), self.low, self.high)?;
        let source = codec::source(self.source_name, self.source_published_on.as_deref())?;
        let (as_of, stage) = (codec::parse("as_of", &self.as_of)?, codec::of_word("stage", &self.stage)?);
        let mut reading = Reading::new(as_of, stage, value, base, source)
            .map_err(|error| StorageError::Stored { what: "reading", value: error.to_string() })?;
        reading.note = self.note;
        reading.sample = self.sample;
        let corrects = self.corrects_id.zip(self.reason);
        Ok(Record {
            id: ReadingId(self.id),
            campaign: CampaignId(self.campaign_id),
            area: AreaId(self.area_id),
            recorded_at: codec::parse::<Timestamp>("recorded_at", &self.recorded_at)?,
            corrects: corrects.map(|(of, reason)| Correction { of: ReadingId(of), reason }),
            reading,
        })
    }
}

struct ValueColumns {
    measure: &'static str,
    exactness: Option<&'static str>,
    low: Option<u32>,
    high: Option<u32>,
}

impl ValueColumns {
    fn of(value: Value) -> Self {
        let (measure, amount) = match value {
            Value::Contracts(amount) => ("contracts", amount),
            Value::Percent(amount) => ("percent", amount.map(Share::basis_points)),
            Value::NotReported => return Self { measure: "not_reported", exactness: None, low: None, high: None },
        };
        let (exactness, low, high) = match amount {
            Amount::Exact(n) => ("exact", n, None),
            Amount::About(n) => ("about", n, None),
            Amount::AtLeast(n) => ("at_least", n, None),
            Amount::LessThan(n) => ("less_than", n, None),
            Amount::Range(low, high) => ("range", low, Some(high)),
        };
        Self { measure, exactness: Some(exactness), low: Some(low), high }
    }
}

fn value(measure: &str, exactness: Option<&str>, low: Option<i64>, high: Option<i64>) -> Result<Value, StorageError> {
    let wrong = || StorageError::Stored { what: "value", value: format!("{measure} {exactness:?} {low:?} {high:?}") };
    let count = |number: i64| u32::try_from(number).map_err(|_| wrong());
    let amount = match (exactness, low, high) {
        (None, None, None) if measure == "not_reported" => return Ok(Value::NotReported),
        (Some("exact"), Some(n), None) => Amount::Exact(count(n)?),
        (Some("about"), Some(n), None) => Amount::About(count(n)?),
        (Some("at_least"), Some(n), None) => Amount::AtLeast(count(n)?),
        (Some("less_than"), Some(n), None) => Amount::LessThan(count(n)?),
        (Some("range"), Some(low), Some(high)) => Amount::range(count(low)?, count(high)?).map_err(|_| wrong())?,
        _ => return Err(wrong()),
    };
    match measure {
        "contracts" => Ok(Value::Contracts(amount)),
        "percent" if amount.largest() <= Share::WHOLE.basis_points() => {
            Ok(Value::Percent(amount.map(|points| Share::from_basis_points(points).unwrap_or(Share::WHOLE))))
        }
        _ => Err(wrong()),
    }
}
