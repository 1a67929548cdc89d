//! HTTP: the accept loop, the router, the public pages and files, the assets, the headers of every answer, who calls and whether
//! their browser meant to.

mod access;
mod address;
mod assets;
mod changes;
mod compress;
mod connections;
mod facilities_file;
mod finding;
mod frame;
mod head;
mod headers;
mod origin;
mod pages;
mod remarks;
mod router;
mod server_functions;
mod shell;
mod snapshot;
mod state;
mod static_copy;

pub use access::Access;
pub use connections::{Limits, Patience, listen, raise_open_files, serve};
pub use router::router;
pub use shell::{Shell, ShellError};
pub use snapshot::{Public, PublicError};
pub use static_copy::keep as keep_static_copy;
