//! Leptos components. Public pages are rendered on the server and hydrated in the browser from the
//! same data; the workspace is a single-page app.
//!
//! Hydrated markup depends on its data alone: never on the clock, chance or a feature.

pub mod chart;
pub mod components;
#[cfg(feature = "browser")]
pub mod live;
pub mod map;
pub mod public;
#[cfg(feature = "browser")]
pub mod workspace;
