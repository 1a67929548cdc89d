//! The curve as it is read. Its picture is made on the server (`presentation::curve_picture`); the browser adds the point
//! that is read.

mod reader;

pub use reader::{CurveChart, CurveReader};
