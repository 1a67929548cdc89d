//! A page in English or French says in German only what it marks as German: the words of the records.

use crate::{site::Site, support};

const PAGES: [&str; 14] = [
    "/",
    "/gebiet/griesheim",
    "/gebiet/windschlaeg",
    "/gebiet/kernstadt",
    "/einrichtungen",
    "/foerderung",
    "/verlauf",
    "/hinweis?zu=gebiete/griesheim",
    "/hinweis/danke?nummer=7k3m9",
    "/quellen",
    "/barrierefreiheit",
    "/datenschutz",
    "/impressum",
    "/leichte-sprache",
];

/// Names keep their letters in every language.
const NAMES: [&str; 8] = [
    "Bühl",
    "Erich-Kästner-Realschule",
    "Windschläg",
    "Bund & Co.",
    "Deutsche Glasfaser",
    "Deutsch",
    "Faserstand",
    "Baden-Württemberg",
];

/// Elements that have no end.
const VOID: [&str; 6] = ["meta", "link", "br", "input", "img", "hr"];

/// What a page says that it does not mark as German: its texts, and the names and titles of its elements.
fn unmarked(page: &str) -> Vec<String> {
    let mut said = Vec::new();
    // For each open element: its name, and whether it or one around it is marked.
    let mut open: Vec<(&str, bool)> = Vec::new();
    for piece in page.split('<').skip(1) {
        let Some((tag, text)) = piece.split_once('>') else { continue };
        let name = tag.split([' ', '/']).next().unwrap_or_default();
        if let Some(ended) = tag.strip_prefix('/') {
            while open.pop().is_some_and(|(name, _)| name != ended) {}
        } else if !tag.starts_with('!') && !VOID.contains(&name) {
            let marked =
                open.last().is_some_and(|(_, marked)| *marked) || (name != "html" && tag.contains("lang=\"de\""));
            open.push((name, marked));
        }
        let (within, marked) = open.last().copied().unwrap_or_default();
        if marked || ["script", "style"].contains(&within) {
            continue;
        }
        said.push(text.to_owned());
        let named = ["aria-label=\"", "title=\"", "alt=\"", "content=\"", "placeholder=\""];
        let attributes = named.iter().filter_map(|name| tag.split_once(name)?.1.split('"').next());
        said.extend(attributes.map(str::to_owned));
    }
    said
}

/// The German words of what is said.
fn german(said: &str) -> Vec<String> {
    support::german::words(&NAMES.iter().fold(said.replace("&amp;", "&"), |said, name| said.replace(name, "")))
}

#[tokio::test]
async fn what_is_not_marked_as_german_is_not_german() {
    let site = Site::offenburg().await;
    for page in PAGES {
        for prefix in ["/en", "/fr"] {
            let answer = site.get(&format!("{prefix}{page}")).await;
            for said in unmarked(answer.text()) {
                assert_eq!(german(&said), [""; 0], "{prefix}{page}: {said}");
            }
        }
    }
}

#[tokio::test]
async fn the_german_page_would_be_found_out() {
    let site = Site::offenburg().await;
    for page in PAGES {
        let answer = site.get(page).await;
        let words: usize = unmarked(answer.text()).iter().map(|said| german(said).len()).sum();
        assert!(words > 12, "{page}: {words}");
    }
    let marked =
        "<html lang=\"en\"><p>Source: <span lang=\"de\">Auskunft der <b>Stadt</b></span>. Checked<br> figure</p>";
    assert_eq!(unmarked(marked).concat(), "Source: . Checked figure");
    assert_eq!(german("Für Bühl gibt es keine Zahl"), ["Für", "keine", "Zahl"]);
}
