//! What the rooms share: a throw-away data folder, a small town to fill it with, a clock that stands still.

pub mod dump;
pub mod folder;
pub mod forged;
pub mod german;
pub mod public_files;
pub mod staff;
pub mod town;
