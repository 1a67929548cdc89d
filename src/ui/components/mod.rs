//! Components that several screens share.

mod bar;
mod chip;
mod icon;
mod source_note;
mod spans;

pub use bar::ThresholdBar;
pub use chip::Chip;
pub use icon::Icon;
pub use source_note::SourceNote;
pub use spans::Spans;
