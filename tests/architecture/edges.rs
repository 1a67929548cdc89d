//! Which module may use which, and where features are asked for.

use proc_macro2::{TokenStream, TokenTree};

use crate::source::Source;

/// What a module may use of this crate beside itself. The whole picture is in `docs/architecture.md`.
const MAY_USE: [(&str, &[&str]); 9] = [
    ("domain", &[]),
    ("config", &[]),
    ("presentation", &["domain"]),
    ("storage", &["domain"]),
    ("exchange", &["domain"]),
    ("application", &["domain", "storage", "exchange"]),
    ("api", &["presentation", "domain"]),
    ("ui", &["api", "presentation", "domain"]),
    (
        "http",
        &[
            "application",
            "api",
            "ui",
            "presentation",
            "domain",
            "exchange::public",
            "storage::Store",
            "storage::StorageError",
        ],
    ),
];

/// The bodies of server functions are the one place where `api` meets the server.
const SERVER_BODIES: (&str, &[&str]) = ("api/server", &["application", "storage::Store", "storage::StorageError"]);

/// The files that gate whole modules by a feature.
const GATES: [&str; 4] = ["lib.rs", "api/mod.rs", "ui/mod.rs", "presentation/mod.rs"];

/// The edges of a file that point up or across.
fn forbidden_edges(source: &Source) -> Vec<String> {
    let module = source.module();
    let Some(from) = module.first().filter(|from| *from != "bin") else { return Vec::new() };
    let Some((_, allowed)) = MAY_USE.iter().find(|(name, _)| name == from) else {
        return vec![format!("{}: the module {from} has no row in the table", source.path)];
    };
    let more: &[&str] = if is_server_body(&source.path) { SERVER_BODIES.1 } else { &[] };
    let may = |path: &str| {
        let within = |root: &str| path == root || path.starts_with(&format!("{root}::"));
        within(from) || allowed.iter().chain(more).any(|root| within(root))
    };
    let ours = source.paths().into_iter().filter(|path| path.first().is_some_and(|root| root == "crate"));
    let paths = ours.map(|path| path[1..].join("::")).filter(|path| !path.is_empty());
    paths.filter(|path| !may(path)).map(|path| format!("{} uses {path}", source.path)).collect()
}

/// `api/server.rs` and what lies below it.
fn is_server_body(path: &str) -> bool {
    path.strip_prefix(SERVER_BODIES.0).is_some_and(|rest| rest == ".rs" || rest.starts_with('/'))
}

/// Where a file asks for a feature although it may not, or for less than a whole module.
fn misplaced_gates(source: &Source) -> Vec<String> {
    let mut found = Vec::new();
    gates(source.tokens(), &mut found);
    let is_gate = GATES.contains(&source.path.as_str());
    let wrong = found.into_iter().filter(|gated| !is_gate || !matches!(gated.as_str(), "mod" | "compile_error"));
    wrong.map(|gated| format!("{}: a feature decides about `{gated}`", source.path)).collect()
}

/// What stands behind each `cfg(feature …)`.
fn gates(stream: TokenStream, found: &mut Vec<String>) {
    let tokens: Vec<TokenTree> = stream.into_iter().collect();
    for (place, token) in tokens.iter().enumerate() {
        let TokenTree::Group(group) = token else { continue };
        if asks_for_feature(group.stream()) {
            let words = tokens[place + 1..].iter().filter_map(|token| match token {
                TokenTree::Ident(word) if *word != "pub" => Some(word.to_string()),
                _ => None,
            });
            found.push(words.take(1).next().unwrap_or_default());
        } else {
            gates(group.stream(), found);
        }
    }
}

/// Whether this is `cfg(… feature …)`, as an attribute's content or a macro's call.
fn asks_for_feature(stream: TokenStream) -> bool {
    let tokens: Vec<TokenTree> = stream.into_iter().collect();
    let is_cfg = |token: &TokenTree| matches!(token, TokenTree::Ident(word) if *word == "cfg" || *word == "cfg_attr");
    let cfg = tokens.iter().position(is_cfg);
    cfg.is_some_and(|at| tokens[at + 1..].iter().take(2).any(|token| token.to_string().contains("feature =")))
}

fn all(rule: fn(&Source) -> Vec<String>) -> Vec<String> {
    Source::all().iter().flat_map(rule).collect()
}

#[test]
fn modules_use_only_what_lies_below_them() {
    assert_eq!(all(forbidden_edges), [""; 0]);
}

#[test]
fn features_gate_whole_modules_in_four_files() {
    assert_eq!(all(misplaced_gates), [""; 0]);
}

#[test]
fn the_rules_see_the_whole_of_the_sources() {
    let sources = Source::all();
    assert!(sources.len() > 100, "{}", sources.len());
    for (module, _) in MAY_USE {
        assert!(sources.iter().any(|source| source.module().first().is_some_and(|first| first == module)), "{module}");
    }
    assert!(sources.iter().any(|source| is_server_body(&source.path)));
    let edges = sources.iter().flat_map(Source::paths).filter(|path| path[0] == "crate").count();
    assert!(edges > 500, "{edges}");
}

#[test]
fn an_arrow_upwards_is_found() {
    let bad = [
        ("domain/area.rs", "use crate::storage::Store;"),
        ("domain/area.rs", "use crate::{domain::name, presentation::number};"),
        ("domain/area.rs", "use super::super::exchange;"),
        ("presentation/map.rs", "fn f() { crate::application::clock::Clock::system() }"),
        ("presentation/mod.rs", "use super::storage::StorageError;"),
        ("storage/area.rs", "use crate::exchange::readings::read;"),
        ("exchange/row.rs", "use crate::{storage, domain};"),
        ("application/public.rs", "use crate::http::Public;"),
        ("api/areas.rs", "use crate::application::public;"),
        ("api/server.rs", "use crate::storage::change_log;"),
        ("api/server_words.rs", "use crate::application::clock::Clock;"),
        ("ui/public/area.rs", "view! { <p>{crate::storage::word()}</p> }"),
        ("http/pages.rs", "use crate::exchange::dataset;"),
        ("http/pages.rs", "use crate::storage::{Store, backup};"),
        ("mail/mod.rs", "use crate::domain::area;"),
    ];
    for (path, text) in bad {
        assert_eq!(forbidden_edges(&Source::invented(path, text)).len(), 1, "{path}: {text}");
    }
    let good = [
        ("api/server.rs", "use crate::{application::clock::Clock, storage::Store};"),
        ("api/server/cookie.rs", "use crate::application::sessions::Token;"),
        ("http/pages.rs", "use crate::exchange::public; use super::Public;"),
        ("bin/faserstand/main.rs", "use faserstand_lib::storage::backup;"),
    ];
    for (path, text) in good {
        assert_eq!(forbidden_edges(&Source::invented(path, text)), [""; 0], "{path}: {text}");
    }
}

#[test]
fn a_feature_in_the_wrong_place_is_found() {
    let bad = [
        ("ui/public/area.rs", "#[cfg(feature = \"ssr\")] mod server;"),
        ("http/router.rs", "fn f() { if cfg!(feature = \"ssr\") { g() } }"),
        ("domain/area.rs", "#[cfg_attr(feature = \"ssr\", derive(Debug))] struct A;"),
        ("domain/area.rs", "#[cfg(any(test, not(feature = \"browser\")))] fn f() {}"),
        ("lib.rs", "#[cfg(feature = \"ssr\")] pub fn only_here() {}"),
        ("ui/mod.rs", "#[cfg(feature = \"browser\")] use web_sys::Window;"),
    ];
    for (path, text) in bad {
        assert_eq!(misplaced_gates(&Source::invented(path, text)).len(), 1, "{path}: {text}");
    }
    let good =
        [("lib.rs", "#[cfg(feature = \"ssr\")] pub mod http;"), ("storage/migrate.rs", "#[cfg(test)] mod tests {}")];
    for (path, text) in good {
        assert_eq!(misplaced_gates(&Source::invented(path, text)), [""; 0], "{path}: {text}");
    }
}
