//! What others may take away: valid, marked, and without a name.

use axum::http::StatusCode;
use serde_json::Value as Json;

use crate::{
    site::Site,
    support::{
        folder::{Folder, clock},
        town,
    },
};

#[tokio::test]
async fn nothing_public_tells_who_recorded_what() {
    let folder = Folder::with_town().await;
    folder.import("Ortsteil;Stand;Verträge\nBühl;10.11.2023;141\n", town::NOON).await.unwrap();
    let corrected = "Ortsteil;Stand;Verträge;Grund\nBühl;10.11.2023;139;doppelt gezählt\n";
    folder.import(corrected, town::NOON).await.unwrap();
    assert!(folder.log().await.iter().all(|(_, change)| change.who == "Kommandozeile"));
    let site = Site::of(folder, clock(town::NOON)).await;
    let addresses = [site.pages().await, site.data().await, vec!["/gibt-es-nicht".to_owned()]].concat();
    for address in addresses {
        let answer = site.get(&address).await;
        for secret in ["Kommandozeile", "recorded_by", "recorded_at", "change_log"] {
            assert!(!answer.text().contains(secret), "{address} tells {secret}");
        }
    }
    // The reason of a correction is public; it is on the page, so the search above could have found something.
    assert!(site.get("/gebiet/buehl").await.text().contains("doppelt gezählt"));
}

#[tokio::test]
async fn a_page_carries_part_of_what_it_will_ask_for_and_the_tag_of_all_of_it() {
    let site = Site::offenburg().await;
    for page in site.pages().await {
        let html = site.get(&page).await;
        let (_, block) = html.text().split_once("id=\"boot-data\"").unwrap();
        let (attributes, rest) = block.split_once('>').unwrap();
        let (json, _) = rest.split_once("</script>").unwrap();
        let address = attributes.split("data-live=\"").nth(1).unwrap().split('"').next().unwrap();
        let alone = site.get(address).await;
        assert!(is_part_of(&serde_json::from_str(json).unwrap(), &alone.json()), "{page}");
        // So the first look of the browser costs a 304.
        let tag = attributes.split("data-etag=\"").nth(1).unwrap().split('"').next().unwrap().replace("&quot;", "\"");
        assert_eq!(tag, alone.header("etag"), "{page}");
        let looked = site.get_with(address, &[("if-none-match", &tag), ("accept-encoding", "br")]).await;
        assert_eq!(looked.status, StatusCode::NOT_MODIFIED, "{page}");
    }
    assert!(!is_part_of(&serde_json::json!({"a": {"b": 1}}), &serde_json::json!({"a": {"b": 2}})));
}

/// Whether every field of the one stands in the other with the same value.
fn is_part_of(part: &Json, whole: &Json) -> bool {
    match (part, whole) {
        (Json::Object(part), Json::Object(whole)) => {
            part.iter().all(|(name, value)| whole.get(name).is_some_and(|whole| is_part_of(value, whole)))
        }
        (part, whole) => part == whole,
    }
}

/// Notes are written into the page, names of areas into its data block as well.
#[tokio::test]
async fn a_text_cannot_leave_the_place_it_stands_in() {
    let folder = Folder::with_town().await;
    let nasty = "</script><script>alert(1)</script><img src=x onerror=alert(1)>";
    let table = format!("Ortsteil;Stand;Verträge;Anmerkung;Quelle\nBühl;10.11.2023;141;{nasty};{nasty}\n");
    folder.import(&table, town::NOON).await.unwrap();
    let mut transaction = folder.store.write().await.unwrap();
    let renamed = sqlx::query("UPDATE area SET name = name || ?").bind(nasty);
    renamed.execute(&mut *transaction).await.unwrap();
    transaction.commit().await.unwrap();
    let site = Site::of(folder, clock(town::NOON)).await;
    for page in site.pages().await {
        let answer = site.get(&page).await;
        for tag in ["<script>alert", "</script><img", "<img src=x"] {
            assert!(!answer.text().contains(tag), "{page} holds {tag}");
        }
        assert!(answer.text().contains("alert(1)"), "{page} does not show the name at all");
    }
    let block = site.get("/").await;
    assert!(block.text().contains("\\u003c/script>"), "the name is not in the data block");
}

#[tokio::test]
async fn the_geojson_holds_every_area() {
    let site = Site::offenburg().await;
    let collection = site.get("/api/public/v1/areas.geojson").await.json();
    assert_eq!(collection["type"], "FeatureCollection");
    let features = collection["features"].as_array().unwrap();
    assert_eq!(features.len(), 21);
    let parsed: geojson::FeatureCollection = serde_json::from_value(collection.clone()).unwrap();
    assert_eq!(parsed.features.len(), 21);
    let answer = site.get("/api/public/v1/areas.geojson").await;
    assert_eq!(answer.header("content-disposition"), "inline; filename=\"gebiete.geojson\"");
}

#[tokio::test]
async fn the_table_has_as_many_columns_in_every_row_and_marks_its_samples() {
    let site = Site::offenburg().await;
    let answer = site.get("/api/public/v1/readings.csv").await;
    assert_eq!(answer.header("content-disposition"), "inline; filename=\"staende.csv\"");
    let text = answer.text().strip_prefix('\u{feff}').unwrap();
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes());
    let sample = reader.headers().unwrap().iter().position(|name| name == "Beispieldaten").unwrap();
    // A row of another length is an error of the reader.
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.unwrap()).collect();
    assert!(rows.len() > 100);
    assert!(rows.iter().all(|row| row.get(sample) == Some("ja")));
}

#[tokio::test]
async fn nothing_of_a_later_day_is_published() {
    let folder = Folder::with_offenburg().await;
    let site = Site::of(folder, clock("2023-10-01T11:00:00Z")).await;
    let table = site.get("/api/public/v1/readings.csv").await;
    assert!(table.text().contains("2023-09-29") && !table.text().contains("2023-10-06"), "{}", table.text());
    let later = Site::offenburg().await.get("/api/public/v1/readings.csv").await;
    assert!(later.text().contains("2023-10-06"));
}
