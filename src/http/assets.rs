//! Files that come with the program: embedded in release, read from disk in debug builds.

use std::borrow::Cow;

use axum::{
    body::{Body, Bytes},
    http::{HeaderMap, StatusCode, header},
    response::Response,
};
use rust_embed::{EmbeddedFile, RustEmbed};

use super::compress::{accepted_suffixes, hex, is_known};

/// What `make web` gathered. Beside a file lie its compressed forms, where they are smaller.
#[derive(RustEmbed)]
#[folder = "dist/embed/"]
#[allow_missing = true]
struct Embedded;

const IMMUTABLE: &str = "public, max-age=31536000, immutable";
const A_DAY: &str = "public, max-age=86400";

/// A text that the program was built with.
pub fn text(path: &str) -> Option<String> {
    String::from_utf8(Embedded::get(path)?.data.into_owned()).ok()
}

/// A file of `/assets/`: its name carries a hash of its content.
pub fn asset(name: &str, request: &HeaderMap) -> Option<Response> {
    answer(&format!("assets/{name}"), request, IMMUTABLE)
}

/// A file at the root, such as `/favicon.svg`.
pub fn root_file(name: &str, request: &HeaderMap) -> Option<Response> {
    answer(&format!("root/{name}"), request, A_DAY)
}

/// The paths of all files, as they are asked for: those of `/assets/` and those at the root. Compressed forms are none of
/// their own.
pub fn public_paths() -> impl Iterator<Item = String> {
    let paths = Embedded::iter().filter(|path| !path.ends_with(".br") && !path.ends_with(".gz"));
    paths.filter_map(|path| {
        let at_root = path.strip_prefix("root/").map(str::to_owned);
        at_root.or_else(|| path.starts_with("assets/").then(|| path.into_owned()))
    })
}

fn answer(path: &str, request: &HeaderMap, caching: &'static str) -> Option<Response> {
    // The compressed forms are not addresses of their own, and no address leads out of its folder: in
    // release builds files are looked up by their names, in debug builds on the disk.
    if path.ends_with(".br") || path.ends_with(".gz") || path.contains("..") {
        return None;
    }
    let plain = Embedded::get(path)?;
    let tag = hex(&plain.metadata.sha256_hash()[..12]);
    let (file, packed) = smallest(path, plain, request);
    let etag = packed.map_or_else(|| format!("\"{tag}\""), |(suffix, _)| format!("\"{tag}-{suffix}\""));
    let mut response = Response::builder()
        .header(header::CACHE_CONTROL, caching)
        .header(header::VARY, "accept-encoding")
        .header(header::ETAG, etag);
    if is_known(&tag, request) {
        return response.status(StatusCode::NOT_MODIFIED).body(Body::empty()).ok();
    }
    response = response.header(header::CONTENT_TYPE, content_type(path));
    if let Some((_, encoding)) = packed {
        response = response.header(header::CONTENT_ENCODING, encoding);
    }
    // What lies in the program itself is sent from there: a copy for each of those who read slowly would fill the memory.
    response
        .body(Body::from(match file.data {
            Cow::Borrowed(bytes) => Bytes::from_static(bytes),
            Cow::Owned(bytes) => bytes.into(),
        }))
        .ok()
}

/// A file's smallest form that the asker accepts, with the form's ending and the name of its encoding.
fn smallest(
    path: &str,
    plain: EmbeddedFile,
    request: &HeaderMap,
) -> (EmbeddedFile, Option<(&'static str, &'static str)>) {
    let packed = accepted_suffixes(request)
        .find_map(|form| Embedded::get(&format!("{path}.{}", form.0)).map(|file| (file, Some(form))));
    packed.unwrap_or((plain, None))
}

fn content_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map(|(_, ending)| ending) {
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("txt") => "text/plain; charset=utf-8",
        Some("html") => "text/html; charset=utf-8",
        Some("json") => "application/json",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        _ => "application/octet-stream",
    }
}
