//! What a web server must add to the files of a copy, as it reads it: the headers that the program itself would send, and the
//! kinds of files. The policy names the hashes of this very build, so it is written, not documented.

use axum::http::{HeaderMap, HeaderName, header};

/// Headers that make no sense beside a file, or that a web server writes itself.
const ITS_OWN: [HeaderName; 8] = [
    header::CONTENT_TYPE,
    header::CONTENT_LENGTH,
    header::CONTENT_ENCODING,
    header::CONTENT_DISPOSITION,
    header::ETAG,
    header::VARY,
    header::DATE,
    header::SET_COOKIE,
];

/// Endings and their kinds. nginx itself adds HTML to those that name their encoding, and complains of whoever repeats it.
const KINDS: &str = "types {
    text/html html;
    text/css css;
    text/javascript js;
    text/csv csv;
    text/plain txt;
    application/json json;
    application/geo+json geojson;
    application/atom+xml atom;
    application/xml xml;
    application/wasm wasm;
    image/svg+xml svg;
    image/png png;
    image/x-icon ico;
}
charset utf-8;
charset_types text/css text/javascript text/csv text/plain application/atom+xml application/xml;
";

/// The settings for nginx.
pub fn nginx(headers: &HeaderMap) -> String {
    let ours = headers.iter().filter(|(name, _)| !ITS_OWN.contains(name));
    let lines = ours.filter_map(|(name, value)| {
        // A dollar sign would begin a variable, a quotation mark end the value: no header of ours has one.
        let value = value.to_str().ok().filter(|value| !value.contains(['$', '"', '\\']))?;
        Some(format!("add_header {name} \"{value}\" always;\n"))
    });
    lines.chain([KINDS.to_owned()]).collect()
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderMap, HeaderValue, header};

    use super::nginx;

    #[test]
    fn what_the_program_sends_is_added_and_what_belongs_to_one_answer_is_not() {
        let headers = HeaderMap::from_iter([
            (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
            (header::ETAG, HeaderValue::from_static("\"abc\"")),
            (header::REFERRER_POLICY, HeaderValue::from_static("no-\"referrer")),
        ]);
        let settings = nginx(&headers);
        assert!(settings.starts_with("add_header x-content-type-options \"nosniff\" always;\ntypes {\n"), "{settings}");
        assert_eq!(settings.matches("add_header").count(), 1);
    }
}
