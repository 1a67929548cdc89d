//! The rules of a fibre rollout: pure values, no I/O, no clock, no framework.
//!
//! Every other module may use this one; this one uses none of them. A rule that comes
//! from a source (a council report, a directive) names it where it is written down.

pub mod account;
pub mod agreement;
pub mod amount;
pub mod api_error;
pub mod area;
pub mod calendar;
pub mod campaign;
pub mod change;
pub mod day;
pub mod decision;
pub mod desk;
pub mod draft;
pub mod due;
pub mod edit;
pub mod entry;
pub mod event;
pub mod facility;
pub mod fact;
pub mod finding;
pub mod funding;
pub mod gap;
pub mod ids;
pub mod import;
pub mod link;
pub mod measure;
pub mod money;
pub mod name;
pub mod operator;
pub mod outcome;
pub mod pace;
pub mod phase;
pub mod progress;
pub mod reading;
pub mod remark;
pub mod rollout;
pub mod search;
pub mod session;
pub mod share;
pub mod sheet;
pub mod source;
pub mod status;
pub mod subject;
pub mod take_up;
pub mod timeline;
pub mod typed;
pub mod week;
pub mod when;
