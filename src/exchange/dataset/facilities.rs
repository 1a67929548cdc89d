//! The public schools, and what is published of all facilities together.

use jiff::civil::{Date, date};
use serde::Deserialize;

use super::DatasetError;
use crate::{
    domain::{
        area::{AreaShape, AreaTree},
        facility::{Details, free_slug, place::area_at, total::Total},
        fact::{Fact, Says},
        name,
        source::Source,
        subject::Subject,
    },
    exchange::facilities::{FacilityRow, read},
};

/// The directory was taken in July 2017: from the end of that month a reader could know it.
const KNOWN_ON: Date = date(2017, 7, 31);

/// A published number with the day since when it could be known.
#[derive(Deserialize)]
pub(super) struct KnownTotal {
    known_on: Date,
    #[serde(flatten)]
    total: Total,
}

impl From<KnownTotal> for Fact {
    fn from(known: KnownTotal) -> Self {
        Self { subject: Subject::Town, known_on: known.known_on, says: Says::Total(known.total) }
    }
}

/// The schools, in the order of the file, each in the area that the file names or in which its position lies.
pub(super) fn parse(text: &str, areas: &AreaTree, shapes: &[AreaShape]) -> Result<Vec<Fact>, DatasetError> {
    let file = read(text.as_bytes()).map_err(|error| DatasetError::Facilities(error.to_string()))?;
    file.rows.iter().map(|row| fact(row, areas, shapes)).collect()
}

fn fact(row: &FacilityRow, areas: &AreaTree, shapes: &[AreaShape]) -> Result<Fact, DatasetError> {
    let unfit = || DatasetError::Facilities(row.name.clone());
    let source = Source { name: row.source.clone().ok_or_else(unfit)?, published_on: None };
    let mut details = row.applied_to(&Details::new(row.name.clone(), row.kind, source));
    details.area = match &row.area {
        Some(stated) => {
            let key = name::key(stated);
            Some(areas.iter().find(|area| name::key(&area.name) == key).ok_or_else(unfit)?.id)
        }
        None => details.position.and_then(|position| area_at(areas, shapes, position)),
    };
    let slug = free_slug(&row.name, |_| false).ok_or_else(unfit)?;
    Ok(Fact { subject: Subject::Facility(slug), known_on: KNOWN_ON, says: Says::Facility(details) })
}
