//! The built-in data set: Offenburg's rollout from 2023 on, as the city's reports and the press tell it.
//!
//! What of it is fact, estimate, scheme or sample, and under which terms, is told beside the data in
//! `data/offenburg/README.md` and `LICENSE.md`. The facts carry their source; the readings are samples.

mod areas;
mod error;
mod facilities;
mod facts;
mod readings;

use crate::domain::{
    area::{Area, AreaTree},
    decision::Decision,
    fact::Fact,
    rollout::Rollout,
};

pub use error::DatasetError;
use facilities::KnownTotal;
use facts::Facts;

const AREAS: &str = include_str!("../../../data/offenburg/areas.geojson");
const FACTS: &str = include_str!("../../../data/offenburg/facts.toml");
const FUNDING: &str = include_str!("../../../data/offenburg/funding.toml");
const FACILITIES: &str = include_str!("../../../data/offenburg/facilities.csv");
const READINGS: &str = include_str!("../../../data/offenburg/readings.csv");

/// Offenburg's rollout, complete and with the same numbers (ids) every time: areas in the order of the map's file, then
/// those without a shape; everything else in the order of its file.
///
/// # Errors
/// When a file breaks its own rules. The files are compiled in, so a test of this function settles it.
pub fn offenburg() -> Result<Rollout, DatasetError> {
    let (mut areas, shapes) = areas::parse(AREAS)?;
    let mut facts = Facts::parse(FACTS)?;
    let municipality = areas.first().map(|area: &Area| area.id);
    areas.extend(facts.areas(areas.len(), municipality)?);

    facts.names.add_areas(&areas);
    let operators = facts.operators()?;
    let campaigns = facts.campaigns()?;
    let bases = facts.bases()?;
    let readings = readings::parse(READINGS, &areas, &campaigns, &bases)?;
    let areas = AreaTree::new(areas)?;
    let decisions = facts.take::<Decision>("decisions")?.into_iter().map(Fact::from);
    let totals = facts.take::<KnownTotal>("totals")?.into_iter().map(Fact::from);
    let schools = facilities::parse(FACILITIES, &areas, &shapes)?;
    Ok(Rollout {
        readings,
        areas,
        shapes,
        operators,
        bases,
        campaigns,
        outcomes: facts.take("outcomes")?,
        phases: facts.take("phases")?,
        measures: facts.take("measures")?,
        agreements: facts.take("agreements")?,
        events: facts.take("events")?,
        facts: decisions.chain(totals).chain(schools).chain(facts.about_subjects(FUNDING)?).collect(),
    })
}
