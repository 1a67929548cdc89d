//! Files in and out: tables of readings, shapes, what the town publishes. Bytes to domain values and
//! back; bounded, and without a look at what is stored.
//!
//! What is wrong with a file comes back as `domain::import` values, never as text: the sentences are
//! made where all words are made.

mod cells;
mod columns;
pub mod dataset;
pub mod facilities;
pub mod geojson;
pub mod guard;
pub mod markdown;
pub mod public;
pub mod readings;
mod row;
mod table;
pub mod text;
