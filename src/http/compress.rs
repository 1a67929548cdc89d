//! A body in the three encodings, made once and kept; the answer to one request.

use std::io::Write;

use axum::{
    body::{Body, Bytes},
    http::{HeaderMap, StatusCode, header},
    response::Response,
};
use sha2::{Digest, Sha256};

/// How hard brotli tries. 11 is the smallest; a page takes a few hundredths of a second, once per change.
const BROTLI_QUALITY: u32 = 11;
const BROTLI_WINDOW: u32 = 22;

/// A body, compressed, with its entity tag.
#[derive(Clone, Debug)]
pub struct Packed {
    plain: Bytes,
    brotli: Bytes,
    gzip: Bytes,
    etag: String,
    content_type: &'static str,
}

impl Packed {
    /// Packs a body.
    pub fn new(plain: Vec<u8>, content_type: &'static str) -> Self {
        let etag = Self::tag_of(&plain);
        let (brotli, gzip) = (brotli(&plain).into(), gzip(&plain).into());
        Self { brotli, gzip, plain: plain.into(), etag, content_type }
    }

    /// The entity tag of a plain body.
    pub fn tag_of(plain: &[u8]) -> String {
        format!("\"{}\"", hex(&Sha256::digest(plain)[..12]))
    }

    /// The answer to a request: 304 when the asker has it already, else the smallest encoding accepted.
    pub fn answer(&self, request: &HeaderMap, status: StatusCode, caching: &'static str) -> Response {
        let encoding = Encoding::accepted(request);
        // Each encoding is a body of its own and needs a tag of its own.
        let etag = self.etag_of(encoding);
        let mut answer = Response::builder()
            .header(header::ETAG, etag)
            .header(header::CACHE_CONTROL, caching)
            .header(header::VARY, "accept-encoding");
        if status == StatusCode::OK && self.is_known(request) {
            answer = answer.status(StatusCode::NOT_MODIFIED);
            return answer.body(Body::empty()).unwrap_or_default();
        }
        let (body, name) = match encoding {
            Encoding::Brotli => (&self.brotli, Some("br")),
            Encoding::Gzip => (&self.gzip, Some("gzip")),
            Encoding::Plain => (&self.plain, None),
        };
        answer = answer.status(status).header(header::CONTENT_TYPE, self.content_type);
        if let Some(name) = name {
            answer = answer.header(header::CONTENT_ENCODING, name);
        }
        answer.body(Body::from(body.clone())).unwrap_or_default()
    }

    fn etag_of(&self, encoding: Encoding) -> String {
        let inner = self.etag.trim_end_matches('"');
        match encoding {
            Encoding::Brotli => format!("{inner}-br\""),
            Encoding::Gzip => format!("{inner}-gz\""),
            Encoding::Plain => self.etag.clone(),
        }
    }

    /// Whether the asker holds this state, in whatever encoding.
    fn is_known(&self, request: &HeaderMap) -> bool {
        let inner = self.etag.trim_matches('"');
        request.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok()).any(|value| {
            value.split(',').map(|tag| tag.trim().trim_start_matches("W/").trim_matches('"')).any(|tag| {
                tag == "*" || tag == inner || tag.strip_prefix(inner).is_some_and(|rest| rest == "-br" || rest == "-gz")
            })
        })
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Encoding {
    Brotli,
    Gzip,
    Plain,
}

impl Encoding {
    /// The smallest encoding that the asker accepts.
    fn accepted(request: &HeaderMap) -> Self {
        match accepted_suffixes(request).next() {
            Some(("br", _)) => Self::Brotli,
            Some(_) => Self::Gzip,
            None => Self::Plain,
        }
    }
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
        let weight = weight.trim().strip_prefix("q=").and_then(|weight| weight.parse::<f32>().ok());
        name.trim().eq_ignore_ascii_case(coding) && weight != Some(0.0)
    })
}

fn brotli(plain: &[u8]) -> Vec<u8> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 4096, BROTLI_QUALITY, BROTLI_WINDOW);
    // Writing into memory cannot fail.
    let _ = writer.write_all(plain);
    writer.into_inner()
}

fn gzip(plain: &[u8]) -> Vec<u8> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    let _ = writer.write_all(plain);
    writer.finish().unwrap_or_default()
}

/// Lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
