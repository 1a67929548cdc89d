//! The rules of a rollout, as claims with worked examples. Every number is computed by hand in a comment.
#![expect(clippy::unwrap_used, reason = "a test that cannot build its example has failed")]

mod account;
mod agreement;
mod amount;
mod area;
mod build;
mod build_progress;
mod calendar;
mod campaign;
mod coincidence;
mod day;
mod draft;
mod due;
mod edit;
mod finding;
mod gap;
mod name;
mod outcome;
mod pasted;
mod phase;
mod progress;
mod ranking;
mod reading;
mod rollout;
mod share;
mod sheet;
mod standing;
mod take_up;
mod timeline;
mod typed_dates;
mod typed_numbers;
mod typed_when;
mod week;
mod weekly;
mod when;
mod wire;
