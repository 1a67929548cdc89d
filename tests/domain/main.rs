//! The rules of a rollout, as claims with worked examples. Every number is computed by hand in a comment.
#![expect(clippy::unwrap_used, reason = "a test that cannot build its example has failed")]

mod amount;
mod area;
mod build;
mod calendar;
mod campaign;
mod due;
mod edit;
mod gap;
mod name;
mod outcome;
mod phase;
mod progress;
mod ranking;
mod reading;
mod rollout;
mod share;
mod take_up;
mod timeline;
mod typed_dates;
mod typed_numbers;
mod typed_when;
mod week;
mod when;
mod wire;
