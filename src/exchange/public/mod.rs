//! What the town publishes for others to work with: every reading as a table, every area as a shape, the
//! facilities as far as they are public.
//!
//! Both take the rollout as it may be shown: [`Rollout::known_on`](crate::domain::rollout::Rollout::known_on)
//! leaves out what was not known yet. Readings and shapes hold district figures only, and mark
//! sample data in every row.

use thiserror::Error;

mod areas;
mod readings;

pub use super::facilities::public_facilities_csv as facilities_csv;
pub use areas::areas_geojson;
pub use readings::readings_csv;

/// Why a file could not be written.
#[derive(Debug, Error)]
pub enum ExportError {
    /// The table.
    #[error("the table cannot be written")]
    Table(#[from] csv::Error),
    /// The shapes.
    #[error("the shapes cannot be written")]
    Shapes(#[from] serde_json::Error),
}
