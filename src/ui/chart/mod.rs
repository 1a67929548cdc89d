//! The curve: shapes in an SVG that stretches, texts placed in percent so that they keep their size.
//!
//! The picture is rendered on the server; the browser adds the point that is read.

mod picture;
mod reader;

pub use picture::CurvePicture;
pub use reader::{CurveChart, CurveReader};
