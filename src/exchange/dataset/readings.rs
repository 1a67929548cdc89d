//! The sample readings: invented numbers of contracts, marked as such one by one.

use csv::ReaderBuilder;
use jiff::{Timestamp, civil::Date};
use serde::Deserialize;

use super::{DatasetError, error::LineError};
use crate::domain::{
    amount::Amount,
    area::Area,
    calendar::BERLIN,
    campaign::Campaign,
    ids::{AreaId, ReadingId},
    name,
    reading::{Base, Reading, Record, Stage, Value},
    source::Source,
};

/// The source that every sample names.
const SAMPLE_SOURCE: &str = "Beispieldaten";

#[derive(Deserialize)]
struct Row {
    #[serde(rename = "Ortsteil")]
    area: String,
    #[serde(rename = "Stand")]
    as_of: String,
    #[serde(rename = "Stufe")]
    stage: String,
    #[serde(rename = "Verträge")]
    contracts: String,
    #[serde(rename = "Anmerkung")]
    note: Option<String>,
}

/// The readings, numbered from 1 in the order of the file, each against its area's base.
pub(super) fn parse(
    text: &str,
    areas: &[Area],
    campaigns: &[Campaign],
    bases: &[(AreaId, Base)],
) -> Result<Vec<Record>, DatasetError> {
    let mut table = ReaderBuilder::new().delimiter(b';').comment(Some(b'#')).from_reader(text.as_bytes());
    let headers = table.headers()?.clone();
    let mut records = Vec::new();
    for (line, number) in table.records().zip(1..) {
        let line = line?;
        let at = line.position().map_or(0, csv::Position::line);
        let record = record(ReadingId(number), line.deserialize(Some(&headers))?, areas, campaigns, bases);
        records.push(record.map_err(|source| DatasetError::Line { line: at, source })?);
    }
    Ok(records)
}

fn record(
    id: ReadingId,
    row: Row,
    areas: &[Area],
    campaigns: &[Campaign],
    bases: &[(AreaId, Base)],
) -> Result<Record, LineError> {
    let unknown = || LineError::Area(row.area.clone());
    let key = name::key(&row.area);
    let area = areas.iter().find(|area| name::key(&area.name) == key).ok_or_else(unknown)?.id;
    let campaign = campaigns.iter().find(|campaign| campaign.areas.contains(&area)).ok_or_else(unknown)?;
    let base = bases.iter().rev().find(|(of, base)| *of == area && base.unit == campaign.unit);
    let as_of = Date::strptime("%d.%m.%Y", &row.as_of)?;
    let source = Source { name: SAMPLE_SOURCE.to_owned(), published_on: None };
    let base = base.map(|(_, base)| base.clone());
    let mut reading = Reading::new(as_of, stage(&row.stage)?, value(&row.contracts)?, base, source)?;
    reading.note = row.note;
    reading.sample = true;
    Ok(Record { id, campaign: campaign.id, area, recorded_at: evening(as_of)?, corrects: None, reading })
}

fn stage(text: &str) -> Result<Stage, LineError> {
    match text {
        "gemeldet" => Ok(Stage::Reported),
        "geprüft" => Ok(Stage::Checked),
        "netto" => Ok(Stage::Net),
        other => Err(LineError::Stage(other.to_owned())),
    }
}

/// A count, or "-" where none came.
fn value(text: &str) -> Result<Value, LineError> {
    match text {
        "-" => Ok(Value::NotReported),
        count => Ok(Value::Contracts(Amount::Exact(count.parse()?))),
    }
}

/// Six in the evening in Berlin: from then on a sample of this day was known.
fn evening(day: Date) -> Result<Timestamp, jiff::Error> {
    Ok(BERLIN.to_ambiguous_zoned(day.at(18, 0, 0, 0)).compatible()?.timestamp())
}
