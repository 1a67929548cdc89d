//! What browsers and proxies may keep, and when they hear that nothing has changed.

use axum::http::StatusCode;

use crate::{
    site::{Site, built_asset},
    support::{
        folder::{Folder, clock},
        town,
    },
};

const ENCODINGS: [&str; 3] = ["", "gzip", "br"];

#[tokio::test]
async fn an_unchanged_page_costs_a_304_in_every_encoding() {
    let site = Site::offenburg().await;
    let asset = format!("/assets/{}", built_asset(".js"));
    let data = ["/api/public/v1/town.json", "/api/public/v1/readings.csv"];
    for address in ["/", "/gebiet/buehl", "/arbeit", data[0], data[1], "/favicon.svg", &asset] {
        for held in ENCODINGS {
            let etag = site.get_with(address, &[("accept-encoding", held)]).await.header("etag").to_owned();
            assert!(etag.starts_with('"') && etag.ends_with('"'), "{address}: {etag}");
            // The browser may ask in another encoding than it did before, and a proxy may weaken the tag.
            for asked in ENCODINGS {
                for tag in [etag.clone(), format!("W/{etag}"), format!("\"other\", {etag}"), "*".to_owned()] {
                    let request = [("accept-encoding", asked), ("if-none-match", &*tag)];
                    let answer = site.get_with(address, &request).await;
                    assert_eq!((answer.status, answer.body.len()), (StatusCode::NOT_MODIFIED, 0), "{address} {tag}");
                    assert_eq!(answer.header("vary"), "accept-encoding", "{address}");
                    assert!(
                        !answer.header("cache-control").is_empty() && !answer.header("etag").is_empty(),
                        "{address}"
                    );
                }
            }
        }
    }
}

#[tokio::test]
async fn another_tag_gets_the_page() {
    let site = Site::offenburg().await;
    let (start, area) = (site.get("/").await, site.get("/gebiet/buehl").await);
    let inner = start.header("etag").trim_matches('"');
    let tags = [area.header("etag").to_owned(), format!("\"{inner}-zz\""), "\"\"".to_owned(), "Unfug".to_owned()];
    for tag in tags {
        let answer = site.get_with("/", &[("if-none-match", &tag)]).await;
        assert_eq!((answer.status, &answer.body), (StatusCode::OK, &start.body), "{tag}");
    }
}

#[tokio::test]
async fn each_encoding_of_a_page_has_a_tag_of_its_own() {
    let site = Site::offenburg().await;
    let asset = format!("/assets/{}", built_asset(".wasm"));
    for address in ["/", &asset] {
        let mut tags = Vec::new();
        for encoding in ENCODINGS {
            tags.push(site.get_with(address, &[("accept-encoding", encoding)]).await.header("etag").to_owned());
        }
        tags.dedup();
        assert_eq!(tags.len(), 3, "{address}: {tags:?}");
    }
}

#[tokio::test]
async fn the_tag_follows_the_content() {
    let folder = Folder::with_town().await;
    let tag = async |folder: &Folder| {
        let site = Site::of(Folder::on(folder.path()).await, clock(town::NOON)).await;
        site.get("/").await.header("etag").to_owned()
    };
    let before = tag(&folder).await;
    assert_eq!(tag(&folder).await, before);
    folder.import("Ortsteil;Stand;Verträge\nBühl;10.11.2023;141\n", town::NOON).await.unwrap();
    assert_ne!(tag(&folder).await, before);
}

#[tokio::test]
async fn a_page_that_does_not_exist_is_never_a_304() {
    let site = Site::offenburg().await;
    let etag = site.get("/gibt-es-nicht").await.header("etag").to_owned();
    for tag in [etag.as_str(), "*"] {
        let answer = site.get_with("/gibt-es-nicht", &[("if-none-match", tag)]).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn only_what_carries_its_hash_is_kept_for_ever() {
    let site = Site::offenburg().await;
    let asset = format!("/assets/{}", built_asset(".wasm"));
    let rules = [
        ("/", "no-cache"),
        ("/gebiet/buehl", "no-cache"),
        ("/gibt-es-nicht", "no-cache"),
        ("/api/public/v1/town.json", "no-cache"),
        ("/api/public/v1/areas.geojson", "no-cache"),
        ("/arbeit", "no-cache"),
        ("/favicon.svg", "public, max-age=86400"),
        (&asset, "public, max-age=31536000, immutable"),
        ("/assets/gibt-es-nicht.js", "no-cache"),
        ("/healthz", "no-store"),
        ("/api/desk/today", "no-store"), // 405
    ];
    for (address, rule) in rules {
        assert_eq!(site.get(address).await.header("cache-control"), rule, "{address}");
    }
    assert_eq!(site.post("/api/desk/today", "{}").await.header("cache-control"), "no-store");
}
