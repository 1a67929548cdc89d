//! What people and the program do: one public function per task. Each authorises, calls storage and
//! appends to the change log in the same transaction.

pub mod actor;
pub mod clock;
pub mod dataset;
pub mod public;
pub mod readings;
