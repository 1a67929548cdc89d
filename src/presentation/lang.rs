//! The languages of the public pages, as words are asked for in one.

pub use crate::domain::lang::Lang;
