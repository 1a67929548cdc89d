//! What an officer does: readings come in whole or not at all, each with its entry in the log.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot build its example has failed")]

mod accounts;
mod area_facts;
mod clock;
mod correction;
mod dataset;
mod desk;
mod entry;
mod facilities;
mod facts;
mod funding;
mod names;
mod passwords;
mod public;
mod records;
mod refused;
mod remarks;
mod rivals;
mod sessions;
mod sitting;
mod taken;

#[path = "../support/mod.rs"]
#[expect(dead_code, reason = "other rooms use the rest")]
mod support;
