//! Faserstand.
#[cfg(all(feature = "ssr", feature = "browser"))]
compile_error!("a binary is either the server (ssr) or a browser program (browser), never both");

pub mod domain;
#[cfg(feature = "ssr")]
pub mod exchange;
pub mod presentation;
#[cfg(feature = "ssr")]
pub mod storage;
