//! Which words belong to which house: SQL to storage, the framework to pages, the clock to whoever starts.

use crate::source::Source;

/// A path, and where it may be named: the folders or files below `src/`.
const BELONGS: [(&str, &[&str]); 26] = [
    ("sqlx", &["storage/"]),
    ("leptos", &["ui/", "api/", "http/", "bin/public.rs", "bin/workspace.rs"]),
    ("leptos_axum", &["http/", "api/server"]),
    ("leptos_router", &["ui/workspace/"]),
    ("axum", &["http/", "api/server", "bin/faserstand/"]),
    ("web_sys", &["ui/", "bin/public.rs", "bin/workspace.rs"]),
    ("csv", &["exchange/"]),
    ("geojson", &["exchange/", "storage/"]),
    ("pulldown_cmark", &["exchange/markdown.rs", "presentation/markdown.rs"]),
    ("clap", &["config.rs", "bin/faserstand/"]),
    ("tokio", &["http/", "api/server", "application/passwords.rs", "bin/faserstand/"]),
    ("argon2", &["application/passwords.rs"]),
    ("getrandom", &["application/"]),
    ("rpassword", &["bin/faserstand/"]),
    ("ipnet", &["config.rs", "http/"]),
    ("hyper", &["http/connections/"]),
    ("rustix", &["http/connections/"]),
    ("std::fs", &["storage/", "http/static_copy/", "bin/faserstand/"]),
    ("std::net", &["config.rs", "http/", "bin/faserstand/"]),
    ("std::env", &[]),
    ("std::process", &["bin/faserstand/"]),
    ("std::time::SystemTime", &[]),
    ("SystemTime::now", &[]),
    // How long a connection is silent, how long a copy or new pages took: no time of any day.
    ("Instant::now", &["http/connections/", "http/static_copy/", "http/snapshot.rs"]),
    ("Zoned::now", &[]),
    ("Timestamp::now", &["application/clock.rs", "bin/faserstand/"]),
];

/// Words of a file that belong elsewhere.
fn strayed(source: &Source) -> Vec<String> {
    let mut strayed: Vec<String> =
        source.paths().iter().filter_map(|path| belongs_elsewhere(source, &path.join("::"))).collect();
    strayed.dedup();
    strayed
}

fn belongs_elsewhere(source: &Source, path: &str) -> Option<String> {
    // A type's own function may be named with its whole path: jiff::Timestamp::now.
    let names = |word: &str| {
        let whole = format!("::{path}::").contains(&format!("::{word}::"));
        if word.contains("::now") { whole } else { path == word || path.starts_with(&format!("{word}::")) }
    };
    let (word, places) = BELONGS.iter().find(|(word, _)| names(word))?;
    let at_home = places.iter().any(|place| source.path.starts_with(place));
    (!at_home).then(|| format!("{} names {word}", source.path))
}

#[test]
fn words_stay_in_their_house() {
    let strayed: Vec<String> = Source::all().iter().flat_map(strayed).collect();
    assert_eq!(strayed, [""; 0]);
}

#[test]
fn every_house_has_its_words() {
    // A rule about a word that nobody uses any more would protect nothing.
    let sources = Source::all();
    for (word, places) in BELONGS.iter().filter(|(_, places)| !places.is_empty()) {
        let anywhere = |source: &Source| {
            source.paths().iter().any(|path| {
                let path = path.join("::");
                path == *word || path.starts_with(&format!("{word}::"))
            })
        };
        let used =
            places.iter().any(|place| sources.iter().any(|source| source.path.starts_with(place) && anywhere(source)));
        assert!(used, "{word}");
    }
}

#[test]
fn a_strayed_word_is_found() {
    let bad = [
        ("application/readings.rs", "use sqlx::SqliteConnection;"),
        ("http/router.rs", "fn f() { sqlx::query(\"SELECT 1\") }"),
        ("domain/area.rs", "use leptos::prelude::*;"),
        ("presentation/map.rs", "use std::{fmt, fs};"),
        ("domain/calendar.rs", "use std::time::SystemTime;"),
        ("application/readings.rs", "let now = Timestamp::now();"),
        ("ui/public/area.rs", "let now = jiff::Zoned::now();"),
        ("exchange/text.rs", "fn f() { std::env::var(\"HOME\") }"),
    ];
    for (path, text) in bad {
        assert_eq!(strayed(&Source::invented(path, text)).len(), 1, "{path}: {text}");
    }
    let good = [
        ("storage/area.rs", "use sqlx::SqliteConnection;"),
        ("application/clock.rs", "Self::of(Timestamp::now)"),
        ("domain/area.rs", "// sqlx::query, leptos\nconst A: &str = \"std::fs\";"),
    ];
    for (path, text) in good {
        assert_eq!(strayed(&Source::invented(path, text)), [""; 0], "{path}: {text}");
    }
}
