//! SQL and nothing else that knows it: one SQLite file per town, rows to domain values and back.
//!
//! One connection writes, a few read. Every writer runs with `synchronous=FULL`: a commit that was
//! answered is on the disk. Functions take a connection, so that a change and its log entry share
//! one transaction.

pub(crate) mod area;
pub mod backup;
pub(crate) mod campaign;
pub mod change_log;
mod codec;
mod error;
pub(crate) mod fact;
mod migrate;
pub mod reading;
pub(crate) mod record;
pub mod remark;
pub mod rollout;
pub mod session;
pub mod setting;
mod store;
pub mod submission;
pub mod user;

pub use error::StorageError;
pub use store::{Connection, Patience, Store, WriteTransaction};
