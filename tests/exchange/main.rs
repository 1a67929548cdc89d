//! Files in and out: what is read, what is refused with which problem, what is published.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot build its example has failed")]

mod cut;
mod dataset;
mod facilities;
mod funding;
mod geojson;
mod notices;
mod public;
mod readings;
mod refused;
mod rollout;
mod text;
mod words;

#[path = "../support/public_files.rs"]
mod public_files;
