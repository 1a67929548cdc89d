//! German, English and French: which language a page speaks stands in its address, and nowhere else.

use axum::http::{Method, StatusCode};

use crate::site::{Answer, Site};

/// What the addresses of a language begin with, its tag, and a word of each page in it.
const LANGUAGES: [(&str, &str, &str); 3] =
    [("", "de", "Zum Inhalt springen"), ("/en", "en", "Skip to content"), ("/fr", "fr", "Aller au contenu")];

/// One of each kind of page.
const PAGES: [&str; 8] = [
    "/",
    "/gebiet/griesheim",
    "/gebiet/kernstadt",
    "/einrichtungen",
    "/foerderung",
    "/verlauf",
    "/verlauf?gebiet=weier",
    "/hinweis?zu=gebiete/griesheim",
];

fn is_in(answer: &Answer, tag: &str, word: &str) -> bool {
    let text = answer.text();
    text.contains(&format!("<html lang=\"{tag}\">")) && text.contains(word)
}

#[tokio::test]
async fn every_page_is_there_in_every_language() {
    let site = Site::offenburg().await;
    for page in PAGES {
        for (prefix, tag, word) in LANGUAGES {
            let answer = site.get(&format!("{prefix}{page}")).await;
            assert_eq!(answer.status, StatusCode::OK, "{prefix}{page}");
            assert_eq!(answer.header("content-type"), "text/html; charset=utf-8", "{prefix}{page}");
            assert!(is_in(&answer, tag, word), "{prefix}{page}");
            for (_, other, word) in LANGUAGES.iter().filter(|(_, other, _)| *other != tag) {
                assert!(!is_in(&answer, other, word) && !answer.text().contains(word), "{prefix}{page} speaks {other}");
            }
        }
    }
}

#[tokio::test]
async fn a_page_leads_to_itself_in_the_other_languages() {
    let site = Site::offenburg().await;
    for page in PAGES {
        for (prefix, tag, _) in LANGUAGES {
            let answer = site.get(&format!("{prefix}{page}")).await;
            for (other, other_tag, _) in LANGUAGES {
                let link = format!("href=\"{other}{page}\" lang=\"{other_tag}\" hreflang=\"{other_tag}\"");
                assert!(answer.text().contains(&link), "{prefix}{page} has no {link}");
                let marked = answer.text().contains(&format!("{link} aria-current=\"page\""));
                assert_eq!(marked, tag == other_tag, "{prefix}{page}: {link}");
            }
        }
    }
}

#[tokio::test]
async fn links_stay_in_the_language() {
    let site = Site::offenburg().await;
    for page in PAGES {
        for (prefix, tag, _) in LANGUAGES {
            let answer = site.get(&format!("{prefix}{page}")).await;
            for href in answer.text().split("<a ").skip(1).filter_map(attributes) {
                let elsewhere = ["#", "https://", "/api/"].iter().any(|start| href.address.starts_with(start));
                let ours = if prefix.is_empty() {
                    !href.address.starts_with("/en/") && !href.address.starts_with("/fr/")
                } else {
                    href.address.starts_with(&format!("{prefix}/"))
                };
                assert!(elsewhere || href.names_language || ours, "{tag} {page} leads to {}", href.address);
            }
        }
    }
}

struct Link<'a> {
    address: &'a str,
    /// The choice of language leads elsewhere on purpose.
    names_language: bool,
}

fn attributes(rest: &str) -> Option<Link<'_>> {
    let (tag, _) = rest.split_once('>')?;
    let (_, address) = tag.split_once("href=\"")?;
    Some(Link { address: address.split_once('"')?.0, names_language: tag.contains("hreflang=") })
}

#[tokio::test]
async fn what_does_not_exist_says_so_in_the_language_of_its_address() {
    let site = Site::offenburg().await;
    let sentences = ["Diese Seite gibt es nicht.", "This page does not exist.", "Cette page n’existe pas."];
    let nowhere = [
        "/gibt-es-nicht",
        "/gebiet/atlantis",
        "/gebiet/atlantis/",
        "/gebiet/%FF",
        "/verlauf?gebiet=atlantis",
        "/einrichtungen?x",
        "/live/areas/atlantis.json",
        "/arbeit/",
    ];
    for (sentence, (prefix, tag, word)) in sentences.into_iter().zip(LANGUAGES) {
        for address in nowhere.iter().filter(|address| !(prefix.is_empty() && address.starts_with("/arbeit"))) {
            let answer = site.get(&format!("{prefix}{address}")).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{prefix}{address}");
            assert!(is_in(&answer, tag, word) && answer.text().contains(sentence), "{prefix}{address}");
            assert!(answer.text().contains(&format!("href=\"{prefix}/gebiet/griesheim\"")), "{prefix}{address}");
        }
    }
    // Only these two languages have a prefix, and files of the root are no pages.
    for address in ["/de/", "/EN/", "/es/", "/english", "/en/favicon.svg", "/en/api/public/v1/town.json"] {
        assert_eq!(site.get(address).await.status, StatusCode::NOT_FOUND, "{address}");
    }
}

#[tokio::test]
async fn a_slash_too_few_or_too_many_leads_to_the_page_of_the_language() {
    let site = Site::offenburg().await;
    let leads = [
        ("/en", "/en/"),
        ("/fr", "/fr/"),
        ("/en/gebiet/buehl/", "/en/gebiet/buehl"),
        ("/fr/gebiet/buehl/", "/fr/gebiet/buehl"),
    ];
    for (from, to) in leads {
        let answer = site.get(from).await;
        assert_eq!((answer.status, answer.header("location")), (StatusCode::PERMANENT_REDIRECT, to), "{from}");
    }
}

#[tokio::test]
async fn an_open_page_goes_on_in_its_language() {
    let site = Site::offenburg().await;
    let pages = [("/", "/live/town.json"), ("/gebiet/griesheim", "/live/areas/griesheim.json")];
    for (page, live) in pages {
        let mut views = Vec::new();
        for (prefix, _, _) in LANGUAGES {
            let shown = site.get(&format!("{prefix}{page}")).await;
            let asked = format!("data-live=\"{prefix}{live}\"");
            assert!(shown.text().contains(&asked), "{prefix}{page} has no {asked}");
            let data = site.get(&format!("{prefix}{live}")).await;
            assert_eq!((data.status, data.header("content-type")), (StatusCode::OK, "application/json"));
            // What it gets later is what it shows already.
            let view = data.json();
            let kind = if page == "/" { "town" } else { "area" };
            let title = view[kind]["title"].as_str().unwrap().to_owned();
            assert!(shown.text().contains(&format!("<title>{title}</title>")), "{prefix}{page}: {title}");
            let etag = data.header("etag");
            let unchanged = site.get_with(&format!("{prefix}{live}"), &[("if-none-match", etag)]).await;
            assert_eq!(unchanged.status, StatusCode::NOT_MODIFIED, "{prefix}{live}");
            views.push((title, etag.to_owned(), data.body));
        }
        views.dedup_by(|one, other| one.0 == other.0 || one.1 == other.1 || one.2 == other.2);
        assert_eq!(views.len(), 3, "{page}: each language has its own words and its own tag");
    }
}

#[tokio::test]
async fn neither_a_cookie_nor_what_a_browser_would_like_changes_the_language() {
    let site = Site::offenburg().await;
    let wishes = [
        ("accept-language", "fr"),
        ("accept-language", "en-GB,en;q=0.9"),
        ("cookie", "lang=fr; language=en"),
        ("x-forwarded-for", "192.0.2.1"),
    ];
    for page in PAGES.into_iter().filter(|page| !page.starts_with("/hinweis")) {
        for (prefix, _, _) in LANGUAGES {
            let plain = site.get(&format!("{prefix}{page}")).await;
            for wish in wishes {
                let answer = site.get_with(&format!("{prefix}{page}"), &[wish]).await;
                assert_eq!((answer.status, &answer.body), (plain.status, &plain.body), "{prefix}{page} {wish:?}");
                assert!(!answer.headers.contains_key("set-cookie"), "{prefix}{page} {wish:?}");
                // A cache in front may give everybody the same.
                assert_eq!(answer.header("vary"), "accept-encoding", "{prefix}{page} {wish:?}");
            }
        }
    }
}

#[tokio::test]
async fn each_language_has_a_tag_of_its_own() {
    let site = Site::offenburg().await;
    for page in ["/", "/gebiet/griesheim", "/foerderung"] {
        let mut tags = Vec::new();
        for (prefix, _, _) in LANGUAGES {
            let address = format!("{prefix}{page}");
            let tag = site.get(&address).await.header("etag").to_owned();
            assert_eq!(site.get_with(&address, &[("if-none-match", &tag)]).await.status, StatusCode::NOT_MODIFIED);
            tags.push(tag);
        }
        for (prefix, _, _) in LANGUAGES {
            let held = tags.iter().map(|tag| [("if-none-match", tag.as_str())]);
            let mut fresh = 0;
            for held in held {
                fresh += usize::from(site.get_with(&format!("{prefix}{page}"), &held).await.status == StatusCode::OK);
            }
            assert_eq!(fresh, 2, "{prefix}{page}: the page of another language is another page");
        }
    }
}

#[tokio::test]
async fn a_page_names_its_addresses_where_the_server_knows_where_it_is() {
    let site = Site::published_at("https://glasfaser.example.org").await;
    for page in PAGES {
        for (prefix, _, _) in LANGUAGES {
            let answer = site.get(&format!("{prefix}{page}")).await;
            let whole = |prefix: &str| format!("https://glasfaser.example.org{prefix}{page}");
            let mut expected = vec![format!("<link rel=\"canonical\" href=\"{}\">", whole(prefix))];
            for (tag, of) in [("de", ""), ("en", "/en"), ("fr", "/fr"), ("x-default", "")] {
                expected.push(format!("<link rel=\"alternate\" hreflang=\"{tag}\" href=\"{}\">", whole(of)));
            }
            let (head, _) = answer.text().split_once("</head>").unwrap();
            assert!(head.contains(&expected.concat()), "{prefix}{page}: {head}");
        }
    }
    // A page that does not exist has no address, and no cookie or header moves the public one.
    let nowhere = site.get("/en/gebiet/atlantis").await;
    assert!(!nowhere.text().contains("rel=\"canonical\"") && !nowhere.text().contains("rel=\"alternate\""));
    let asked = site.get_with("/", &[("host", "evil.example"), ("x-forwarded-host", "evil.example")]).await;
    assert!(asked.text().contains("https://glasfaser.example.org/") && !asked.text().contains("evil.example"));
}

#[tokio::test]
async fn without_a_public_address_no_address_is_guessed() {
    let site = Site::offenburg().await;
    let page = site.get_with("/en/", &[("host", "evil.example")]).await;
    for guessed in ["rel=\"canonical\"", "rel=\"alternate\" hreflang", "evil.example"] {
        assert!(!page.text().contains(guessed), "{guessed}");
    }
}

#[tokio::test]
async fn a_remark_is_written_and_thanked_for_in_the_language_of_its_form() {
    let site = Site::offenburg().await;
    let headers = [("content-type", "application/x-www-form-urlencoded")];
    let said = [
        ("", "Bitte prüfen Sie eine Angabe", "Danke für Ihren Hinweis."),
        ("/en", "Please check one entry", "Thank you for your remark."),
        ("/fr", "Veuillez vérifier une indication", "Merci pour votre remarque."),
    ];
    for (prefix, wrong, thanks) in said {
        let address = format!("{prefix}/hinweis");
        let form = site.get(&address).await;
        assert!(form.text().contains(&format!("action=\"{address}\"")), "{address}");
        let empty = site.ask_with_body(Method::POST, &address, &headers, "fassung=2&text=".into()).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY, "{address}");
        assert!(empty.text().contains(wrong), "{address}: {}", empty.text());
        let sent = site.ask_with_body(Method::POST, &address, &headers, "fassung=2&text=Es+sind+301.".into()).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{address}: {}", sent.text());
        let next = sent.header("location");
        assert!(next.starts_with(&format!("{prefix}/hinweis/danke?nummer=")), "{next}");
        assert!(site.get(next).await.text().contains(thanks), "{next}");
    }
    let foreign = [headers[0], ("sec-fetch-site", "cross-site")];
    for (prefix, _, _) in LANGUAGES {
        let answer = site.ask_with_body(Method::POST, &format!("{prefix}/hinweis"), &foreign, "text=x".into()).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{prefix}: another site does not make its visitors write");
    }
}

#[tokio::test]
async fn what_was_recorded_is_marked_as_german_in_other_languages() {
    let site = Site::offenburg().await;
    for page in ["/", "/gebiet/griesheim", "/einrichtungen", "/foerderung", "/verlauf"] {
        assert!(!site.get(page).await.text().contains("<span lang=\"de\">"), "{page}");
        for prefix in ["/en", "/fr"] {
            assert!(site.get(&format!("{prefix}{page}")).await.text().contains("<span lang=\"de\">"), "{prefix}{page}");
        }
    }
}
