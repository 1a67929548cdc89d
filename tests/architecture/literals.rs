//! Words that a reader sees stand in `presentation`: no component, no route and no server function says anything of its own.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use crate::source::Source;

/// The layers that say nothing themselves.
const SILENT: [&str; 3] = ["ui/", "http/", "api/"];

/// Attributes of an element whose value is read or heard. Every other attribute is for the browser.
const READ: [&str; 6] = ["label", "title", "placeholder", "alt", "valuetext", "roledescription"];

/// Macros whose words are for who runs the server, in English.
const LOGS: [&str; 5] = ["error", "warn", "info", "debug", "trace"];

/// Words that are no words: names of keys and of headers, what a header or security.txt says, and classes.
const TECHNICAL: [&str; 14] = [
    "ArrowDown",
    "ArrowLeft",
    "ArrowRight",
    "ArrowUp",
    r"Canonical: {url}/.well-known/security.txt\n",
    r"Contact: {contact}\nExpires: {expires}\nPreferred-Languages: de, en\n{}",
    "Enter",
    "Escape",
    "If-None-Match",
    "Path=/; HttpOnly; SameSite=Lax",
    "Path=/; Secure; HttpOnly; SameSite=Lax",
    "default-src 'none'",
    "public, max-age=31536000, immutable",
    "val right",
];

/// The literals of a file that a reader would read.
fn spoken(source: &Source) -> Vec<String> {
    if !SILENT.iter().any(|layer| source.path.starts_with(layer)) {
        return Vec::new();
    }
    let mut found = Vec::new();
    gather(source.tokens(), &mut found);
    found.into_iter().map(|words| format!("{} says {words:?}", source.path)).collect()
}

fn gather(stream: TokenStream, found: &mut Vec<String>) {
    let tokens: Vec<TokenTree> = stream.into_iter().collect();
    for (place, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Group(group) if !is_for_others(&tokens, place, group.delimiter()) => {
                gather(group.stream(), found);
            }
            TokenTree::Literal(literal) => {
                let words = literal.to_string();
                let text = words.trim_start_matches(['r', '#']).trim_matches(['"', '#']);
                let is_text = words.starts_with(['"', 'r']) && !is_for_the_browser(&tokens, place);
                if is_text && is_read(text) && !TECHNICAL.contains(&text) {
                    found.push(text.to_owned());
                }
            }
            _ => {}
        }
    }
}

/// What stands in an attribute of the code (`#[error("…")]`, documentation), in a line of the server's log, or in tests.
fn is_for_others(tokens: &[TokenTree], place: usize, delimiter: Delimiter) -> bool {
    let before = |back: usize| place.checked_sub(back).and_then(|at| tokens.get(at)).map(ToString::to_string);
    let attribute = delimiter == Delimiter::Bracket
        && (before(1).as_deref() == Some("#")
            || before(1).as_deref() == Some("!") && before(2).as_deref() == Some("#"));
    let log = before(1).as_deref() == Some("!") && before(2).is_some_and(|name| LOGS.contains(&name.as_str()));
    let tests = before(1).as_deref() == Some("tests") && before(2).as_deref() == Some("mod");
    attribute || log || tests
}

/// The value of an element's attribute that nobody reads: `class="sec grid"`.
fn is_for_the_browser(tokens: &[TokenTree], place: usize) -> bool {
    let back = |steps: usize| place.checked_sub(steps).and_then(|at| tokens.get(at)).map(ToString::to_string);
    let named = back(1).as_deref() == Some("=");
    let Some(name) = back(2).filter(|_| named) else { return false };
    let bound = matches!(back(3).as_deref(), Some("let" | "mut" | "const" | "static" | ":" | "&" | "'"))
        && !matches!(back(3).as_deref(), Some(":") if back(4).is_some_and(|word| word == "on" || word == "prop" || word == "attr"));
    !bound && !READ.contains(&name.as_str())
}

/// Whether a reader would take it for words: letters that only words have, a capital at the beginning, or one word after another.
fn is_read(text: &str) -> bool {
    let without_holes = without_holes(text);
    let text = without_holes.trim();
    if text.starts_with(['/', '.', '#', '<', '&', '-']) || text.contains("://") {
        return false;
    }
    let words: Vec<&str> = text
        .split_whitespace()
        .filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() >= 2 && !word.contains('='))
        .collect();
    let capital = |word: &str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
    };
    let foreign = text.chars().any(|letter| letter.is_alphabetic() && !letter.is_ascii());
    let first = words.first().is_some_and(|word| capital(word));
    foreign || first || words.len() >= 2 && words.iter().all(|word| !word.contains([':', '[', '{', '/', '_']))
}

/// The text without what is put in later: "{name}, Stufe" is ", Stufe".
fn without_holes(text: &str) -> String {
    let mut depth = 0_u32;
    let keep = |letter: &char| {
        match letter {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => return depth == 0,
        }
        false
    };
    text.chars().filter(keep).collect()
}

#[test]
fn only_presentation_has_words() {
    let spoken: Vec<String> = Source::all().iter().flat_map(spoken).collect();
    assert_eq!(spoken, [""; 0]);
}

#[test]
fn every_exception_is_needed() {
    // One that nobody uses any more would only hide a word.
    let silent = |source: &Source| SILENT.iter().any(|layer| source.path.starts_with(layer));
    let all: String = Source::all().into_iter().filter(silent).map(|source| source.text).collect();
    for words in TECHNICAL {
        assert!(is_read(words) && all.contains(&format!("\"{words}\"")), "{words}");
    }
}

#[test]
fn a_stray_word_is_found() {
    let bad = [
        ("ui/public/area.rs", "view! { <h2 id=\"kv-h\">\"Verlauf\"</h2> }"),
        ("ui/public/area.rs", "view! { <aside aria-label=\"auf einen Blick\"></aside> }"),
        ("ui/workspace/search.rs", "view! { <input placeholder=\"Suchen …\"/> }"),
        ("ui/workspace/log.rs", "const HEADING: &str = \"Protokoll\";"),
        ("ui/workspace/log.rs", "fn f() { let heading = \"alle Zahlen\"; }"),
        ("ui/chart/reader.rs", "fn f() -> String { format!(\"{name}, Stufe\") }"),
        ("http/pages.rs", "fn f() -> String { format!(\"{} Faserstand\", \"Diese Seite gibt es nicht.\") }"),
        ("api/desk.rs", "fn f() { Err(\"nicht gefunden\") }"),
        ("ui/workspace/shell.rs", "view! { <b>\"größer\"</b> }"),
    ];
    for (path, text) in bad {
        assert!(!spoken(&Source::invented(path, text)).is_empty(), "{path}: {text}");
    }
    let good = [
        ("presentation/words.rs", "const HEADING: &str = \"Protokoll\";"),
        ("ui/public/area.rs", "view! { <div class=\"sec grid g84\" id=\"stand\" hidden=move || x()></div> }"),
        ("ui/public/area.rs", "view! { <h2 aria-labelledby=\"kv-h\">{words::course(lang)}</h2> }"),
        ("ui/workspace/table.rs", "fn f() { each(\".areas tbody a\", |link| g(link)); }"),
        (
            "http/snapshot.rs",
            "fn f() { tracing::error!(%error, \"the public pages could not be brought up to date\"); }",
        ),
        ("http/shell.rs", "#[error(\"the built page has no {0}\")] struct A;"),
        ("http/pages.rs", "/// Says what it is.\nconst TYPE: &str = \"text/html; charset=utf-8\";"),
        ("http/router.rs", "const ADDRESS: &str = \"/gebiet/{slug}\";"),
    ];
    for (path, text) in good {
        assert_eq!(spoken(&Source::invented(path, text)), [""; 0], "{path}: {text}");
    }
}
