//! Faserstand.
pub mod domain;
