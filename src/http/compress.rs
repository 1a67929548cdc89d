//! A body in the three encodings, made once and kept; the answer to one request; and what is made for one asker alone.

use std::io::Write;

use axum::{
    body::{Body, Bytes, HttpBody, to_bytes},
    extract::Request,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use sha2::{Digest, Sha256};

/// How hard brotli tries. 11 is the smallest; a page takes a few hundredths of a second, once per change.
const BEST: Effort = Effort { brotli: 11, gzip: flate2::Compression::best() };
/// The same for what nobody else will get: some thousandths of a second.
const QUICK: Effort = Effort { brotli: 5, gzip: flate2::Compression::new(6) };
const BROTLI_WINDOW: u32 = 22;
/// What is smaller goes out in one packet anyway.
const WORTH_IT: u64 = 1024;

/// How hard each compressor tries.
#[derive(Clone, Copy)]
struct Effort {
    brotli: u32,
    gzip: flate2::Compression,
}

/// A body, compressed, with its entity tags. Header values are made once, not per answer.
#[derive(Debug)]
pub struct Packed {
    tag: String,
    content_type: HeaderValue,
    brotli: Form,
    gzip: Form,
    plain: Form,
}

/// The body in one encoding: a body of its own with a tag of its own.
#[derive(Debug)]
struct Form {
    body: Bytes,
    etag: HeaderValue,
    encoding: Option<HeaderValue>,
}

impl Form {
    fn new(body: Vec<u8>, tag: &str, suffix: &str, encoding: Option<&'static str>) -> Self {
        // Hexadecimal digits and letters are valid in a header.
        let etag = HeaderValue::try_from(format!("\"{tag}{suffix}\"")).unwrap_or(HeaderValue::from_static("\"\""));
        Self { body: body.into(), etag, encoding: encoding.map(HeaderValue::from_static) }
    }
}

impl Packed {
    /// Packs a body.
    pub fn new(plain: Vec<u8>, content_type: &'static str) -> Self {
        let tag = digest(&plain);
        Self {
            content_type: HeaderValue::from_static(content_type),
            brotli: Form::new(brotli(&plain, BEST), &tag, "-br", Some("br")),
            gzip: Form::new(gzip(&plain, BEST), &tag, "-gz", Some("gzip")),
            plain: Form::new(plain, &tag, "", None),
            tag,
        }
    }

    /// The entity tag of a plain body.
    pub fn tag_of(plain: &[u8]) -> String {
        format!("\"{}\"", digest(plain))
    }

    /// The answer to a request: 304 when the asker has it already, else the smallest encoding accepted.
    pub fn answer(&self, request: &HeaderMap, status: StatusCode, caching: &'static str) -> Response {
        let form = match accepted_suffixes(request).next() {
            Some(("br", _)) => &self.brotli,
            Some(_) => &self.gzip,
            None => &self.plain,
        };
        let known = status == StatusCode::OK && is_known(&self.tag, request);
        let mut answer = Response::new(if known { Body::empty() } else { Body::from(form.body.clone()) });
        *answer.status_mut() = if known { StatusCode::NOT_MODIFIED } else { status };
        let headers = answer.headers_mut();
        headers.insert(header::ETAG, form.etag.clone());
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(caching));
        headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
        if !known {
            headers.insert(header::CONTENT_TYPE, self.content_type.clone());
            if let Some(encoding) = &form.encoding {
                headers.insert(header::CONTENT_ENCODING, encoding.clone());
            }
        }
        answer
    }
}

/// Compresses what is made for one asker alone: a form, an answer to staff. A stream, which has no length, goes out as it is.
pub async fn made_for_one(request: Request, next: Next) -> Response {
    let form = accepted_suffixes(request.headers()).next();
    let mut answer = next.run(request).await;
    if answer.body().size_hint().exact().is_none_or(|length| length < WORTH_IT) {
        return answer;
    }
    answer.headers_mut().insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    let Some((_, encoding)) = form else { return answer };
    let (mut parts, body) = answer.into_parts();
    let Ok(plain) = to_bytes(body, usize::MAX).await else { return StatusCode::INTERNAL_SERVER_ERROR.into_response() };
    parts.headers.remove(header::CONTENT_LENGTH);
    parts.headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
    let packed = if encoding == "br" { brotli(&plain, QUICK) } else { gzip(&plain, QUICK) };
    Response::from_parts(parts, Body::from(packed))
}

/// Whether the asker holds the body of this tag, in whatever encoding.
pub fn is_known(tag: &str, request: &HeaderMap) -> bool {
    let held = |held: &str| {
        let held = held.trim().trim_start_matches("W/").trim_matches('"');
        held == "*" || held.strip_prefix(tag).is_some_and(|rest| matches!(rest, "" | "-br" | "-gz"))
    };
    let tags = request.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    tags.flat_map(|value| value.split(',')).any(held)
}

fn digest(plain: &[u8]) -> String {
    hex(&Sha256::digest(plain)[..12])
}

/// The compressed forms that the asker names and does not refuse (`;q=0`), smallest first: the ending
/// of their file and the name of their encoding.
pub fn accepted_suffixes(request: &HeaderMap) -> impl Iterator<Item = (&'static str, &'static str)> {
    [("br", "br"), ("gz", "gzip")].into_iter().filter(|(_, coding)| accepts(request, coding))
}

fn accepts(request: &HeaderMap, coding: &str) -> bool {
    let values = request.get_all(header::ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    values.flat_map(|value| value.split(',')).any(|part| {
        let (name, weight) = part.split_once(';').unwrap_or((part, ""));
        let weight = weight.trim().strip_prefix(['q', 'Q']).and_then(|weight| weight.strip_prefix('='));
        let weight = weight.and_then(|weight| weight.parse::<f32>().ok());
        name.trim().eq_ignore_ascii_case(coding) && weight != Some(0.0)
    })
}

fn brotli(plain: &[u8], effort: Effort) -> Vec<u8> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 4096, effort.brotli, BROTLI_WINDOW);
    // Writing into memory cannot fail.
    let _ = writer.write_all(plain);
    writer.into_inner()
}

fn gzip(plain: &[u8], effort: Effort) -> Vec<u8> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), effort.gzip);
    let _ = writer.write_all(plain);
    writer.finish().unwrap_or_default()
}

/// Lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
