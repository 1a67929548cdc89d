//! The program as people start it: its sentences, its exit codes, its server on a real port.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot build its example has failed")]

mod busy;
mod crowd;
mod editors;
mod facilities;
mod import;
mod killed;
mod remarks;
mod run;
mod save;
mod serve;
mod sign_in;
mod static_copy;
mod user;

#[path = "../support/mod.rs"]
#[expect(dead_code, reason = "other rooms use the rest")]
mod support;
