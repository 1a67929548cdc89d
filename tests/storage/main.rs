//! The database file: what it keeps, what it refuses, how it is saved and how a hand on it is noticed.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot build its example has failed")]

mod backup;
mod change_log;
mod connections;
mod full;
mod killed;
mod people;
mod restore;
mod round_trip;
mod schema;
#[path = "../support/mod.rs"]
#[expect(dead_code, reason = "other rooms use the rest")]
mod support;
