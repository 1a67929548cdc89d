//! What the server answers: pages, data, headers, and how they follow the database.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot build its example has failed")]

mod acknowledged;
mod addresses;
mod caching;
mod chronicle;
mod connections;
mod encoding;
mod facilities;
mod feeds;
mod funding;
mod headers;
mod languages;
mod left_over;
mod limits;
mod live;
mod origin;
mod public_data;
mod readings;
mod records;
mod remarks;
mod routes;
mod saving;
mod server_functions;
mod sessions;
mod site;
mod town_texts;

#[path = "../support/mod.rs"]
#[expect(dead_code, reason = "other rooms use the rest")]
mod support;
