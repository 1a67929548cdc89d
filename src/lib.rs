//! Faserstand: a town's fibre rollout in the open.
//!
//! Arrows only point down:
//!
//! ```text
//!   bin            the server program, and the two browser programs
//!   http           router, public pages, files, headers                 [ssr]
//!   api            server functions: what the workspace asks            [both sides]
//!   ui             Leptos components                                    [both sides]
//!   application    one function per task; writes the change log         [ssr]
//!   storage        SQL (SQLite)        exchange   files in and out      [ssr]
//!   presentation   domain to words, numbers, drawings                   [both sides]
//!   domain         the rules: no I/O, no clock, no framework, no SQL    [both sides]
//! ```
//!
//! `docs/architecture.md` walks through it; `tests/architecture.rs` keeps it so.

// Rendered pages are deeply nested types.
#![recursion_limit = "512"]

#[cfg(all(feature = "ssr", feature = "browser"))]
compile_error!("a binary is either the server (ssr) or a browser program (browser), never both");

pub mod api;
#[cfg(feature = "ssr")]
pub mod application;
#[cfg(feature = "ssr")]
pub mod config;
pub mod domain;
#[cfg(feature = "ssr")]
pub mod exchange;
#[cfg(feature = "ssr")]
pub mod http;
pub mod presentation;
#[cfg(feature = "ssr")]
pub mod storage;
pub mod ui;
