//! Sections that are only read: rendered on the server, taken over as they are, never run in the browser.

mod agreements;
mod area;
mod counting;
mod hero;
mod outcomes;
mod phases;
mod question;
mod readings;
mod standing;
mod strands;
mod tally;
mod timeline;
mod town;

pub use area::{AreaFacts, AreaProse, CurveMarks};
pub use hero::{AreaHero, TownHero};
pub use tally::{Axis, Tally};
pub use town::TownProse;
