//! The arrows between the modules point down, and no house has grown too large. Reads `src/` as tokens.
#![expect(clippy::unwrap_used, reason = "a test that cannot read the sources has failed")]

#[path = "architecture/edges.rs"]
mod edges;
#[path = "architecture/lengths.rs"]
mod lengths;
#[path = "architecture/literals.rs"]
mod literals;
#[path = "architecture/source.rs"]
mod source;
#[path = "architecture/words.rs"]
mod words;
