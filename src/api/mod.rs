//! Server functions: what the workspace asks the server, and how it travels (docs/decisions/010). Bodies are a
//! few lines that call `application`.

pub mod desk;
mod error;
pub mod readings;
pub mod records;
#[cfg(feature = "ssr")]
pub mod server;
pub mod session;

pub use error::ApiError;
