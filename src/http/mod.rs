//! HTTP: the router, the public pages and files, the assets, the headers of every answer.

mod assets;
mod compress;
mod headers;
mod pages;
mod router;
mod server_functions;
mod shell;
mod snapshot;

pub use router::router;
pub use shell::{Shell, ShellError};
pub use snapshot::{Public, PublicError};
