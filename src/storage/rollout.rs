//! A whole rollout: read for the pages, written once when a data set is loaded.

use sqlx::SqliteConnection;

use super::{StorageError, area, campaign, fact, reading, record};
use crate::domain::{
    area::{Area, AreaTree},
    rollout::Rollout,
};

/// Reads everything. Call it within one read transaction, so that it is one state.
///
/// # Errors
/// When the database does not answer or holds what the domain does not know.
pub async fn load(connection: &mut SqliteConnection) -> Result<Rollout, StorageError> {
    let (areas, shapes) = area::areas(connection).await?;
    let bases = area::bases(connection).await?;
    Ok(Rollout {
        areas: tree(areas)?,
        shapes,
        operators: area::operators(connection).await?,
        campaigns: campaign::all(connection).await?,
        readings: reading::all(connection, &bases).await?,
        bases,
        outcomes: record::outcomes(connection).await?,
        phases: record::phases(connection).await?,
        measures: record::measures(connection).await?,
        agreements: record::agreements(connection).await?,
        events: record::events(connection).await?,
        facts: fact::all(connection).await?,
    })
}

/// What readings are judged by: areas, bases, campaigns. No readings, no shapes, no dated records.
///
/// # Errors
/// When the database does not answer or holds what the domain does not know.
pub async fn load_terms(connection: &mut SqliteConnection) -> Result<Rollout, StorageError> {
    Ok(Rollout {
        areas: areas(connection).await?,
        bases: area::bases(connection).await?,
        campaigns: campaign::all(connection).await?,
        ..Rollout::default()
    })
}

/// The same with all readings and operators.
///
/// # Errors
/// When the database does not answer or holds what the domain does not know.
pub async fn load_for_readings(connection: &mut SqliteConnection) -> Result<Rollout, StorageError> {
    let terms = load_terms(connection).await?;
    Ok(Rollout {
        operators: area::operators(connection).await?,
        readings: reading::all(connection, &terms.bases).await?,
        ..terms
    })
}

/// The areas alone.
///
/// # Errors
/// When the database does not answer or holds what the domain does not know.
pub async fn areas(connection: &mut SqliteConnection) -> Result<AreaTree, StorageError> {
    tree(area::areas_without_shapes(connection).await?)
}

fn tree(areas: Vec<Area>) -> Result<AreaTree, StorageError> {
    AreaTree::new(areas).map_err(|error| StorageError::Stored { what: "areas", value: error.to_string() })
}

/// Whether the database holds no area yet.
///
/// # Errors
/// When the database does not answer.
pub async fn is_empty(connection: &mut SqliteConnection) -> Result<bool, StorageError> {
    Ok(sqlx::query_scalar("SELECT NOT EXISTS (SELECT 1 FROM area)").fetch_one(connection).await?)
}

/// Writes a whole rollout except its readings into an empty database.
///
/// # Errors
/// When the database does not take it.
pub async fn insert_without_readings(connection: &mut SqliteConnection, rollout: &Rollout) -> Result<(), StorageError> {
    for operator in &rollout.operators {
        area::insert_operator(connection, operator).await?;
    }
    for one in rollout.areas.iter() {
        let shape = rollout.shapes.iter().find(|shape| shape.area == one.id);
        area::insert_area(connection, one, shape).await?;
    }
    for (of, base) in &rollout.bases {
        area::insert_base(connection, *of, base).await?;
    }
    for one in &rollout.campaigns {
        campaign::insert(connection, one).await?;
    }
    for outcome in &rollout.outcomes {
        record::insert_outcome(connection, outcome).await?;
    }
    for phase in &rollout.phases {
        record::insert_phase(connection, phase).await?;
    }
    for measure in &rollout.measures {
        record::insert_measure(connection, measure).await?;
    }
    for agreement in &rollout.agreements {
        record::insert_agreement(connection, agreement).await?;
    }
    for event in &rollout.events {
        record::insert_event(connection, event).await?;
    }
    for one in &rollout.facts {
        fact::insert(connection, one).await?;
    }
    Ok(())
}
