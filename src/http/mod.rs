//! HTTP: the router, the public pages and files, the assets, the headers of every answer, who calls and whether
//! their browser meant to.

mod access;
mod address;
mod assets;
mod changes;
mod compress;
mod facilities_file;
mod frame;
mod headers;
mod origin;
mod pages;
mod remarks;
mod router;
mod server_functions;
mod shell;
mod snapshot;

pub use access::Access;
pub use router::router;
pub use shell::{Shell, ShellError};
pub use snapshot::{Public, PublicError};
