//! Source files as tokens: which paths they name, where a path leads.

use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// A source file of the package.
pub struct Source {
    /// Its path below `src/`, such as `http/router.rs`.
    pub path: String,
    /// Its text.
    pub text: String,
}

impl Source {
    /// An invented one, to show that a rule finds what breaks it.
    pub fn invented(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned() }
    }

    /// All of `src/`.
    pub fn all() -> Vec<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut sources = Vec::new();
        let mut folders = vec![root.clone()];
        while let Some(folder) = folders.pop() {
            let entries: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
            for path in entries {
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|ending| ending == "rs") {
                    let name = path.strip_prefix(&root).unwrap().to_str().unwrap().to_owned();
                    sources.push(Self { path: name, text: std::fs::read_to_string(path).unwrap() });
                }
            }
        }
        sources.sort_by(|one, other| one.path.cmp(&other.path));
        sources
    }

    /// Its tokens; comments and strings are none.
    pub fn tokens(&self) -> TokenStream {
        self.text.parse().unwrap()
    }

    /// Its place in the crate: `http/router.rs` is `["http", "router"]`, `lib.rs` is empty.
    pub fn module(&self) -> Vec<String> {
        let path = self.path.trim_end_matches(".rs");
        let path = path.strip_suffix("/mod").unwrap_or(path);
        path.split('/').filter(|part| *part != "lib").map(str::to_owned).collect()
    }

    /// Every path that it names. Those of this crate begin with `crate`, however they are written:
    /// `use super::{a::b, c}` in `http/router.rs` gives `crate::http::a::b` and `crate::http::c`.
    pub fn paths(&self) -> Vec<Vec<String>> {
        let mut paths = Vec::new();
        gather(self.tokens(), &self.module(), &mut paths);
        paths
    }
}

fn gather(stream: TokenStream, here: &[String], paths: &mut Vec<Vec<String>>) {
    let tokens: Vec<TokenTree> = stream.into_iter().collect();
    let mut place = 0;
    while let Some(token) = tokens.get(place) {
        match token {
            TokenTree::Ident(_) if begins_path(&tokens, place) => {
                let found = tree(&tokens, &mut place);
                paths.extend(found.into_iter().map(|path| absolute(path, here)));
                continue;
            }
            TokenTree::Group(group) => {
                let inner = inside(&tokens, place, here);
                // Tests within a file may use what they need.
                if inner.last().is_none_or(|module| module != "tests") {
                    gather(group.stream(), &inner, paths);
                }
            }
            _ => {}
        }
        place += 1;
    }
}

/// The module within the braces of `mod name { … }`, else the module around them.
fn inside(tokens: &[TokenTree], place: usize, here: &[String]) -> Vec<String> {
    match place.checked_sub(2).map(|before| &tokens[before..place]) {
        Some([TokenTree::Ident(word), TokenTree::Ident(name)]) if *word == "mod" => {
            here.iter().cloned().chain([name.to_string()]).collect()
        }
        _ => here.to_vec(),
    }
}

fn is_double_colon(tokens: &[TokenTree], place: usize) -> bool {
    let colon = |token: Option<&TokenTree>| matches!(token, Some(TokenTree::Punct(mark)) if mark.as_char() == ':');
    colon(tokens.get(place)) && colon(tokens.get(place + 1))
}

fn begins_path(tokens: &[TokenTree], place: usize) -> bool {
    let goes_on = place >= 2 && is_double_colon(tokens, place - 2);
    is_double_colon(tokens, place + 1) && !goes_on
}

/// All paths of the tree that begins here: `a::{b, c::d}` gives two. Moves behind it.
fn tree(tokens: &[TokenTree], place: &mut usize) -> Vec<Vec<String>> {
    let mut path = Vec::new();
    loop {
        match tokens.get(*place) {
            Some(TokenTree::Ident(name)) => path.push(name.to_string()),
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                *place += 1;
                return branches(group.stream(), &path);
            }
            // `*`, or the `<` of `collect::<…>`
            _ => return vec![path],
        }
        *place += 1;
        if !is_double_colon(tokens, *place) {
            return vec![path];
        }
        *place += 2;
    }
}

fn branches(stream: TokenStream, stem: &[String]) -> Vec<Vec<String>> {
    let tokens: Vec<TokenTree> = stream.into_iter().collect();
    let is_comma = |token: &TokenTree| matches!(token, TokenTree::Punct(mark) if mark.as_char() == ',');
    let branches = tokens.split(is_comma).filter(|branch| !branch.is_empty());
    let grown = branches.flat_map(|branch| {
        tree(branch, &mut 0).into_iter().map(|branch| {
            let branch = branch.into_iter().filter(|name| name != "self");
            stem.iter().cloned().chain(branch).collect()
        })
    });
    grown.collect()
}

/// A path from the root of the crate, or of another crate.
fn absolute(path: Vec<String>, here: &[String]) -> Vec<String> {
    let climbs =
        path.iter().take_while(|name| *name == "super" || *name == "self").filter(|name| *name == "super").count();
    let rest = path.iter().skip_while(|name| *name == "super" || *name == "self").cloned();
    match path.first().map(String::as_str) {
        Some("super" | "self") => {
            let around = here.iter().take(here.len().saturating_sub(climbs)).cloned();
            std::iter::once("crate".to_owned()).chain(around).chain(rest).collect()
        }
        _ => path,
    }
}

fn paths_of(path: &str, text: &str) -> Vec<String> {
    Source::invented(path, text).paths().into_iter().map(|path| path.join("::")).collect()
}

#[test]
fn paths_are_found_however_they_are_written() {
    assert_eq!(paths_of("http/router.rs", "use crate::storage::Store;"), ["crate::storage::Store"]);
    let nested = "use crate::{domain::{self, area::Area}, storage::{Store as S, change_log::*}};";
    let expected =
        ["crate::domain", "crate::domain::area::Area", "crate::storage::Store", "crate::storage::change_log"];
    assert_eq!(paths_of("http/router.rs", nested), expected);
    assert_eq!(paths_of("http/router.rs", "fn f() { g(crate::storage::open()) }"), ["crate::storage::open"]);
    assert_eq!(paths_of("ui/x.rs", "view! { <p>{crate::domain::name::key(a)}</p> }"), ["crate::domain::name::key"]);
    assert_eq!(paths_of("http/router.rs", "// use crate::storage;\nconst A: &str = \"crate::storage\";"), [""; 0]);
}

#[test]
fn a_path_upwards_is_followed() {
    assert_eq!(paths_of("ui/public/area.rs", "use super::super::super::storage::Store;"), ["crate::storage::Store"]);
    assert_eq!(paths_of("ui/public/mod.rs", "use super::chart;"), ["crate::ui::chart"]);
    assert_eq!(
        paths_of("http/router.rs", "use super::{Public, assets};"),
        ["crate::http::Public", "crate::http::assets"]
    );
    assert_eq!(paths_of("http/router.rs", "mod inner { use super::*; }"), ["crate::http::router"]);
    assert_eq!(paths_of("http/router.rs", "#[cfg(test)] mod tests { use super::*; }"), [""; 0]);
}
