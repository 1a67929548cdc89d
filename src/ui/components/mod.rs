//! Components that several screens share.

mod bar;
mod chip;
mod icon;
mod spans;

pub use bar::ThresholdBar;
pub use chip::Chip;
pub use icon::Icon;
pub use spans::Spans;
