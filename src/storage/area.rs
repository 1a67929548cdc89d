//! Operators, areas, their shapes and their bases.

use geo::MultiPolygon;
use sqlx::{FromRow, SqliteConnection};

use super::{StorageError, codec};
use crate::domain::{
    area::{Area, AreaShape, Slug},
    ids::{AreaId, BaseId, OperatorId},
    operator::Operator,
    reading::Base,
};

#[derive(FromRow)]
struct AreaRow {
    id: i64,
    slug: String,
    name: String,
    kind: String,
    parent_id: Option<i64>,
    schematic: bool,
    outline: Option<String>,
    valid_from: Option<String>,
    valid_to: Option<String>,
    source_name: String,
    source_published_on: Option<String>,
}

pub async fn areas(connection: &mut SqliteConnection) -> Result<(Vec<Area>, Vec<AreaShape>), StorageError> {
    let rows: Vec<AreaRow> = sqlx::query_as("SELECT * FROM area ORDER BY id").fetch_all(connection).await?;
    let (mut areas, mut shapes) = (Vec::with_capacity(rows.len()), Vec::new());
    for row in rows {
        if let Some(outline) = &row.outline {
            shapes.push(AreaShape { area: AreaId(row.id), outline: outline_of(outline)? });
        }
        areas.push(row.area()?);
    }
    Ok((areas, shapes))
}

pub async fn areas_without_shapes(connection: &mut SqliteConnection) -> Result<Vec<Area>, StorageError> {
    let rows: Vec<AreaRow> = sqlx::query_as(
        "SELECT id, slug, name, kind, parent_id, schematic, NULL AS outline, valid_from, valid_to, source_name,
         source_published_on FROM area ORDER BY id",
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter().map(AreaRow::area).collect()
}

impl AreaRow {
    fn area(self) -> Result<Area, StorageError> {
        Ok(Area {
            id: AreaId(self.id),
            slug: slug(self.slug)?,
            name: self.name,
            kind: codec::of_word("kind", &self.kind)?,
            parent: self.parent_id.map(AreaId),
            schematic: self.schematic,
            valid_from: codec::parse_some("valid_from", self.valid_from.as_deref())?,
            valid_to: codec::parse_some("valid_to", self.valid_to.as_deref())?,
            source: codec::source(self.source_name, self.source_published_on.as_deref())?,
        })
    }
}

pub async fn insert_area(
    connection: &mut SqliteConnection,
    area: &Area,
    shape: Option<&AreaShape>,
) -> Result<(), StorageError> {
    sqlx::query(
        "INSERT INTO area (id, slug, name, kind, parent_id, schematic, outline, valid_from, valid_to, source_name,
         source_published_on) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(area.id.0)
    .bind(area.slug.as_str())
    .bind(&area.name)
    .bind(codec::word("kind", &area.kind)?)
    .bind(area.parent.map(|id| id.0))
    .bind(area.schematic)
    .bind(shape.map(|shape| geojson::Value::from(&shape.outline).to_string()))
    .bind(codec::text(area.valid_from))
    .bind(codec::text(area.valid_to))
    .bind(&area.source.name)
    .bind(codec::text(area.source.published_on))
    .execute(connection)
    .await?;
    Ok(())
}

fn outline_of(text: &str) -> Result<MultiPolygon<f64>, StorageError> {
    let wrong = |error: String| StorageError::Stored { what: "outline", value: error };
    let geometry: geojson::Geometry = text.parse().map_err(|error: geojson::Error| wrong(error.to_string()))?;
    geometry.value.try_into().map_err(|error: geojson::Error| wrong(error.to_string()))
}

#[derive(FromRow)]
struct OperatorRow {
    id: i64,
    slug: String,
    name: String,
}

pub async fn operators(connection: &mut SqliteConnection) -> Result<Vec<Operator>, StorageError> {
    let rows: Vec<OperatorRow> =
        sqlx::query_as("SELECT id, slug, name FROM operator ORDER BY id").fetch_all(connection).await?;
    rows.into_iter().map(|row| Ok(Operator { id: OperatorId(row.id), slug: slug(row.slug)?, name: row.name })).collect()
}

/// Adds an operator; under the next free number where its own is 0.
pub async fn insert_operator(
    connection: &mut SqliteConnection,
    operator: &Operator,
) -> Result<OperatorId, StorageError> {
    let id = sqlx::query_scalar("INSERT INTO operator (id, slug, name) VALUES (?, ?, ?) RETURNING id")
        .bind(given(operator.id.0))
        .bind(operator.slug.as_str())
        .bind(&operator.name)
        .fetch_one(connection)
        .await?;
    Ok(OperatorId(id))
}

#[derive(FromRow)]
struct BaseRow {
    id: i64,
    area_id: i64,
    count: i64,
    unit: String,
    as_of: Option<String>,
    estimated_by: Option<String>,
    source_name: String,
    source_published_on: Option<String>,
}

pub async fn bases(connection: &mut SqliteConnection) -> Result<Vec<(AreaId, Base)>, StorageError> {
    let rows: Vec<BaseRow> = sqlx::query_as("SELECT * FROM base ORDER BY id").fetch_all(connection).await?;
    let base = |row: BaseRow| {
        let base = Base {
            id: BaseId(row.id),
            count: codec::number("count", row.count)?,
            unit: codec::of_word("unit", &row.unit)?,
            as_of: codec::parse_some("as_of", row.as_of.as_deref())?,
            estimated_by: row.estimated_by,
            source: codec::source(row.source_name, row.source_published_on.as_deref())?,
        };
        Ok((AreaId(row.area_id), base))
    };
    rows.into_iter().map(base).collect()
}

/// Adds a base; under the next free number where its own is 0.
pub async fn insert_base(connection: &mut SqliteConnection, area: AreaId, base: &Base) -> Result<BaseId, StorageError> {
    let id = sqlx::query_scalar(
        "INSERT INTO base (id, area_id, count, unit, as_of, estimated_by, source_name, source_published_on)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
    )
    .bind(given(base.id.0))
    .bind(area.0)
    .bind(base.count)
    .bind(codec::word("unit", &base.unit)?)
    .bind(codec::text(base.as_of))
    .bind(&base.estimated_by)
    .bind(&base.source.name)
    .bind(codec::text(base.source.published_on))
    .fetch_one(connection)
    .await?;
    Ok(BaseId(id))
}

/// A number that is given; SQLite finds the next free one for none.
fn given(id: i64) -> Option<i64> {
    (id != 0).then_some(id)
}

pub fn slug(text: String) -> Result<Slug, StorageError> {
    Slug::try_from(text).map_err(|error| StorageError::Stored { what: "slug", value: error.0 })
}
