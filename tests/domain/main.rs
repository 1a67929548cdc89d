//! The rules of a rollout, as claims with worked examples. Every number is computed by hand in a comment.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot build its example has failed")]

mod account;
mod agreement;
mod amount;
mod area;
mod area_forms;
mod build;
mod build_progress;
mod calendar;
mod campaign;
mod chronicle;
mod coincidence;
mod crossing;
mod day;
mod draft;
mod due;
mod edit;
mod facility;
mod facility_place;
mod facility_plan;
mod finding;
mod funding;
mod funding_example;
mod funding_forms;
mod gap;
mod link;
mod money;
mod name;
mod outcome;
mod pasted;
mod phase;
mod progress;
mod ranking;
mod reading;
mod remark;
mod rollout;
mod round;
mod search;
mod share;
mod sheet;
mod standing;
#[path = "../support/town.rs"]
#[expect(dead_code, reason = "these claims need its areas alone")]
mod support_town;
mod take_up;
mod timeline;
mod town_text;
mod typed_dates;
mod typed_numbers;
mod typed_when;
mod week;
mod weekly;
mod when;
mod wire;
