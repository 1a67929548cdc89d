//! What programs find: feeds that a reader of feeds reads, the list of all pages, structured data, Open Graph.

use std::collections::BTreeSet;

use atom_syndication::Feed;
use axum::http::StatusCode;
use serde_json::Value as Json;

use crate::{
    site::Site,
    support::{
        folder::{Folder, clock},
        town,
    },
};

async fn feed(site: &Site, address: &str) -> Feed {
    let answer = site.get(address).await;
    assert_eq!(answer.status, StatusCode::OK, "{address}");
    assert_eq!(answer.header("content-type"), "application/atom+xml; charset=utf-8");
    answer.text().parse().unwrap_or_else(|error| panic!("{address}: {error}\n{}", answer.text()))
}

#[tokio::test]
async fn the_feed_of_all_news_is_read_by_a_reader_of_feeds() {
    let site = Site::published_at("https://glasfaser.example.org").await;
    let all = feed(&site, "/verlauf.atom").await;
    assert_eq!(all.title.as_str(), "Glasfaser in Offenburg: Neues");
    assert_eq!(all.id, "tag:glasfaser.example.org,2026:/verlauf.atom");
    assert!(all.entries.len() > 10, "{}", all.entries.len());
    let newest_first = all.entries.windows(2).all(|pair| pair[0].updated >= pair[1].updated);
    assert!(newest_first && all.updated == all.entries[0].updated);
    let ids: BTreeSet<&str> = all.entries.iter().map(|entry| entry.id.as_str()).collect();
    assert_eq!(ids.len(), all.entries.len(), "each entry has a name of its own");
    for entry in &all.entries {
        assert!(entry.id.starts_with("tag:glasfaser.example.org,2026:/"), "{}", entry.id);
        assert!(entry.links[0].href.starts_with("https://glasfaser.example.org/"), "{:?}", entry.links);
        // Nothing of it is later than the day shown: midnight in Berlin is 23:00 of the day before.
        assert!(entry.updated.to_rfc3339().as_str() <= "2023-11-09T23:00:00+00:00", "{}", entry.updated);
        assert!(entry.content.as_ref().unwrap().value.as_ref().unwrap().contains("Quelle: "));
    }
    let titles: Vec<&str> = all.entries.iter().map(|entry| entry.title.as_str()).collect();
    assert!(titles.iter().any(|title| title.contains("beschließt den Breitbandausbau")), "{titles:?}");
    assert!(titles.iter().any(|title| title.contains("ist auf halbem Weg zum Ziel")), "{titles:?}");
    assert!(!titles.iter().any(|title| title.contains("Die Frist endete")), "the deadline is still to come");
}

#[tokio::test]
async fn an_areas_feed_tells_of_it_alone_and_of_what_concerns_all() {
    let site = Site::offenburg().await;
    let weier = feed(&site, "/gebiet/weier.atom").await;
    let told = |title: &str| weier.entries.iter().any(|entry| entry.title.as_str().contains(title));
    assert!(told("beschließt") && told("Weier") && !told("Griesheim ist auf halbem Weg"), "{:?}", weier.entries);
    assert_eq!(weier.id, "tag:localhost,2026:/gebiet/weier.atom", "nobody said where the pages are");
    for nothing in ["/gebiet/atlantis.atom", "/gebiet/offenburg.atom", "/gebiet/.atom"] {
        assert_eq!(site.get(nothing).await.status, StatusCode::NOT_FOUND, "{nothing}");
    }
}

#[tokio::test]
async fn ids_stay_while_days_pass_and_news_come() {
    let early = Site::offenburg().await;
    let late = Site::of(Folder::with_offenburg().await, clock("2024-09-01T10:00:00Z")).await;
    let ids = async |site: &Site| -> BTreeSet<String> {
        feed(site, "/gebiet/griesheim.atom").await.entries.into_iter().map(|entry| entry.id).collect()
    };
    let (early, late) = (ids(&early).await, ids(&late).await);
    assert!(early.is_subset(&late), "{:?}", early.difference(&late));
    assert!(late.len() > early.len(), "there is more to tell");
}

#[tokio::test]
async fn feeds_speak_the_language_of_their_address_and_are_asked_for_again() {
    let site = Site::offenburg().await;
    let french = feed(&site, "/fr/verlauf.atom").await;
    assert_eq!((french.lang.as_deref(), french.title.as_str()), (Some("fr"), "La fibre à Offenburg\u{a0}: actualités"));
    // What is German in every language says so to who hears it read.
    let xml = site.get("/fr/verlauf.atom").await;
    assert!(xml.text().contains("<title xml:lang=\"de\">Griesheim und Weier liegen"), "quoted as a whole");
    assert!(xml.text().contains("<title>Zell-Weierbach est"), "told by us");
    let answer = site.get("/verlauf.atom").await;
    assert!(!answer.text().contains("<title xml:lang"));
    let known = site.get_with("/verlauf.atom", &[("if-none-match", answer.header("etag"))]).await;
    assert_eq!(known.status, StatusCode::NOT_MODIFIED);
}

#[tokio::test]
async fn pages_name_their_feeds_and_what_a_link_to_them_shows() {
    let site = Site::published_at("https://glasfaser.example.org").await;
    let page = site.get("/en/gebiet/griesheim").await;
    for line in [
        "type=\"application/atom+xml\" title=\"Fibre in Offenburg: news\" href=\"/en/verlauf.atom\"",
        "href=\"/en/gebiet/griesheim.atom\"",
        "<meta property=\"og:locale\" content=\"en_GB\">",
        "<meta property=\"og:url\" content=\"https://glasfaser.example.org/en/gebiet/griesheim\">",
    ] {
        assert!(page.text().contains(line), "{line}");
    }
    let title = page.text().split_once("<title>").unwrap().1.split_once("</title>").unwrap().0;
    assert!(page.text().contains(&format!("<meta property=\"og:title\" content=\"{title}\">")), "{title}");
    assert!(!page.text().contains("og:image"), "there is none of our own");
    // Where nobody said where it is published, no page makes up an address.
    assert!(!Site::offenburg().await.get("/").await.text().contains("og:url"));
}

#[tokio::test]
async fn the_start_page_says_what_the_data_are_and_whose_only_with_an_imprint() {
    let site = Site::published_at("https://glasfaser.example.org").await;
    let page = site.get("/").await;
    let block =
        page.text().split_once("<script type=\"application/ld+json\">").unwrap().1.split_once("</script>").unwrap().0;
    let data: Json = serde_json::from_str(block).unwrap();
    assert_eq!((&data["@type"], &data["url"]), (&"Dataset".into(), &"https://glasfaser.example.org/".into()));
    assert_eq!(data["dateModified"], "2023-11-10");
    assert_eq!((&data["name"], &data["inLanguage"]), (&"Stand des Glasfaserausbaus in Offenburg".into(), &"de".into()));
    let files = data["distribution"].as_array().unwrap();
    assert_eq!(files.len(), 3);
    for file in files {
        let address = file["contentUrl"].as_str().unwrap().strip_prefix("https://glasfaser.example.org").unwrap();
        let answer = site.get(address).await;
        assert_eq!(answer.status, StatusCode::OK, "{address}");
        assert!(answer.header("content-type").starts_with(file["encodingFormat"].as_str().unwrap()), "{file}");
    }
    assert_eq!(data.get("publisher"), None);
}

#[tokio::test]
async fn the_list_of_pages_leads_to_pages_that_are_there() {
    let site = Site::published_at("https://glasfaser.example.org").await;
    let answer = site.get("/sitemap.xml").await;
    assert_eq!((answer.status, answer.header("content-type")), (StatusCode::OK, "application/xml; charset=utf-8"));
    let pages: Vec<&str> = answer.text().split("<loc>").skip(1).map(|rest| rest.split_once('<').unwrap().0).collect();
    assert!(pages.len() > 3 * 15, "{}", pages.len());
    for page in &pages {
        let address = page.strip_prefix("https://glasfaser.example.org").unwrap();
        assert_eq!(site.get(address).await.status, StatusCode::OK, "{address}");
        assert!(
            answer
                .text()
                .contains(&format!("hreflang=\"de\" href=\"{}\"", page.replace("/en/", "/").replace("/fr/", "/")))
        );
    }
    assert!(answer.text().contains("<lastmod>2023-11-10</lastmod>"));
    let robots = site.get("/robots.txt").await;
    assert!(
        robots.text().contains("Disallow: /arbeit\n")
            && robots.text().ends_with("Sitemap: https://glasfaser.example.org/sitemap.xml\n")
    );
    // It needs whole addresses.
    let unpublished = Site::offenburg().await;
    assert_eq!(unpublished.get("/sitemap.xml").await.status, StatusCode::NOT_FOUND);
    assert!(!unpublished.get("/robots.txt").await.text().contains("Sitemap:"));
}

#[tokio::test]
async fn without_a_town_nothing_is_said_of_one() {
    let site = Site::of(Folder::empty().await, clock(town::NOON)).await;
    for (prefix, title, name) in [
        ("", "Glasfaser: Neues", "Stand des Glasfaserausbaus"),
        ("/en", "Fibre: news", "State of the fibre rollout"),
        ("/fr", "La fibre\u{a0}: actualités", "État du déploiement de la fibre"),
    ] {
        let all = feed(&site, &format!("{prefix}/verlauf.atom")).await;
        assert_eq!((all.title.as_str(), all.entries.len(), all.authors[0].name.as_str()), (title, 0, "Faserstand"));
        let page = site.get(&format!("{prefix}/")).await;
        assert!(page.text().contains(&format!("\"name\":\"{name}\"")), "{prefix}");
        assert!(page.text().contains(&format!("title=\"{title}\" href=\"{prefix}/verlauf.atom\"")), "{prefix}");
    }
}

#[tokio::test]
async fn a_page_whose_numbers_are_old_says_for_how_long() {
    let quiet = "Nichts Neues seit 8 Tagen.";
    let day = |day: &str| clock(&format!("2023-11-{day}T11:00:00Z"));
    let fresh = Site::of(Folder::with_offenburg().await, day("17")).await;
    let stale = Site::of(Folder::with_offenburg().await, day("18")).await;
    for page in ["/", "/gebiet/griesheim"] {
        assert!(!fresh.get(page).await.text().contains("Nichts Neues"), "{page}");
        assert!(stale.get(page).await.text().contains(quiet), "{page}");
    }
    assert!(stale.get("/en/").await.text().contains("Nothing new for 8 days."));
}
