//! The public pages: rendered on the server, complete without a program. Their live parts are hydrated
//! by the small bundle; `prose` holds the sections that are only read and never run in the browser.

mod area;
mod frame;
mod large_map;
mod page;
pub mod prose;
mod start;

pub use frame::{Footer, Header, NotFound};
pub use page::PublicPage;
