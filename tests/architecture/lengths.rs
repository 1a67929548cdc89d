//! How long files and functions may be, what files are called and how they begin.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use crate::source::Source;

const LONGEST_FILE: usize = 400;
const LONG_FILE: usize = 300;
const LONGEST_FUNCTION: usize = 100;
const LONG_FUNCTION: usize = 40;
/// So many of a hundred files and functions keep below the smaller number.
const MOST: usize = 95;
const MOST_FUNCTIONS: usize = 90;

/// Names that say nothing of what is inside.
const EMPTY_NAMES: [&str; 8] = ["utils", "util", "helpers", "helper", "types", "common", "misc", "prelude"];

/// The functions of a file with their lines, from `fn` to the closing brace.
fn functions(source: &Source) -> Vec<(String, usize)> {
    let mut found = Vec::new();
    gather(source.tokens(), &mut found);
    found
}

fn gather(stream: TokenStream, found: &mut Vec<(String, usize)>) {
    let tokens: Vec<TokenTree> = stream.into_iter().collect();
    for (place, token) in tokens.iter().enumerate() {
        if let TokenTree::Group(group) = token {
            gather(group.stream(), found);
        }
        let (TokenTree::Ident(word), Some(TokenTree::Ident(name))) = (token, tokens.get(place + 1)) else { continue };
        if *word != "fn" {
            continue;
        }
        let ends = |token: &&TokenTree| matches!(token, TokenTree::Punct(mark) if mark.as_char() == ';');
        let body = tokens[place..].iter().take_while(|token| !ends(token)).find_map(|token| match token {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => Some(group),
            _ => None,
        });
        if let Some(body) = body {
            let lines = body.span_close().end().line + 1 - word.span().start().line;
            found.push((name.to_string(), lines));
        }
    }
}

/// What is wrong with a file's name, its beginning, its length and its functions' lengths.
fn complaints(source: &Source) -> Vec<String> {
    let path = &source.path;
    let mut complaints = Vec::new();
    let lines = source.text.lines().count();
    if lines > LONGEST_FILE {
        complaints.push(format!("{path} has {lines} lines"));
    }
    let too_long = functions(source).into_iter().filter(|(_, lines)| *lines > LONGEST_FUNCTION);
    complaints.extend(too_long.map(|(name, lines)| format!("{path}: {name} has {lines} lines")));
    let says_nothing = |name: &String| EMPTY_NAMES.contains(&name.as_str()) || name.ends_with("_v2");
    if source.module().iter().any(says_nothing) {
        complaints.push(format!("{path}: the name says nothing"));
    }
    if !says_what_it_is(source) {
        complaints.push(format!("{path} does not say what it is"));
    }
    complaints
}

/// A file begins with what it is. That of a small shared component is its component's own sentence.
fn says_what_it_is(source: &Source) -> bool {
    let is_component = source.path.starts_with("ui/components/");
    source.text.starts_with("//! ") || (is_component && source.text.lines().any(|line| line.starts_with("/// ")))
}

/// Whether at least `percent` of a hundred are at most `limit`.
fn most_within(mut lengths: Vec<usize>, percent: usize, limit: usize) -> bool {
    lengths.sort_unstable();
    let within = lengths.iter().filter(|length| **length <= limit).count();
    within * 100 >= percent * lengths.len()
}

#[test]
fn files_and_functions_keep_their_measure() {
    let complaints: Vec<String> = Source::all().iter().flat_map(complaints).collect();
    assert_eq!(complaints, [""; 0]);
}

#[test]
fn most_files_and_functions_are_short() {
    let sources = Source::all();
    let files = sources.iter().map(|source| source.text.lines().count()).collect();
    assert!(most_within(files, MOST, LONG_FILE));
    let functions: Vec<usize> = sources.iter().flat_map(functions).map(|(_, lines)| lines).collect();
    assert!(functions.len() > 500, "{}", functions.len());
    assert!(most_within(functions, MOST_FUNCTIONS, LONG_FUNCTION));
}

#[test]
fn what_breaks_a_measure_is_found() {
    let long_function = format!("//! Doc.\nfn long() {{\n{}}}\n", "    call();\n".repeat(99));
    let long_file = format!("//! Doc.\n{}", "const A: u8 = 1;\n".repeat(400));
    let within = format!("//! Doc.\nimpl A {{ fn long() {{\n{}}} }}\n", "call();\n".repeat(99));
    let bad = [
        ("domain/area.rs", long_function.as_str()),
        ("domain/area.rs", &within),
        ("domain/area.rs", &long_file),
        ("domain/area.rs", "/// Doc.\nfn f() {}"),
        ("domain/area.rs", "use std::fmt;\n//! Doc."),
        ("ui/components/bar.rs", "use leptos::prelude::*;"),
        ("domain/utils.rs", "//! Doc."),
        ("domain/helpers/mod.rs", "//! Doc."),
        ("domain/area_v2.rs", "//! Doc."),
    ];
    for (path, text) in bad {
        assert_eq!(complaints(&Source::invented(path, text)).len(), 1, "{path}");
    }
    let good = long_function.replacen("    call();\n", "", 1);
    assert_eq!(complaints(&Source::invented("domain/area.rs", &good)), [""; 0]);
    assert!(most_within([vec![40; 90], vec![41; 10]].concat(), 90, 40));
    assert!(!most_within([vec![40; 89], vec![41; 11]].concat(), 90, 40));
}

#[test]
fn functions_are_measured_wherever_they_stand() {
    let text = "//! Doc.\ntrait T { fn without_body(&self); fn two(&self) {\n} }\nfn three<T: Fn(u8) -> u8>() -> [u8; 2]\nwhere T: Copy {\n}\nconst F: fn(u8) = g;";
    let expected = [("two".to_owned(), 2), ("three".to_owned(), 3)];
    assert_eq!(functions(&Source::invented("domain/area.rs", text)), expected);
}
