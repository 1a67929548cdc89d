//! What people and the program do: one public function per task. Each that changes something takes the
//! [`actor::Actor`] and appends to the change log in the transaction of the change.

pub mod accounts;
pub mod actor;
pub mod clock;
pub mod dataset;
pub mod desk;
pub mod entry;
pub mod facilities;
pub mod limits;
pub mod passwords;
pub mod public;
pub mod readings;
pub mod records;
pub mod remarks;
pub mod sessions;
mod submission;
