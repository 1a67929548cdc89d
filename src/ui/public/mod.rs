//! The public pages: rendered on the server, complete without a program, hydrated by the small bundle.

mod area;
mod frame;
#[cfg(feature = "browser")]
pub mod live;
mod page;
mod start;
mod timeline;

pub use frame::{Footer, Header, NotFound};
pub use page::{PageData, PublicPage, TownPageData};
