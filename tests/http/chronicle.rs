//! /verlauf: the whole rollout's timeline, filtered by the address alone, without a program.

use axum::http::StatusCode;

use crate::site::Site;

/// The page as text between its tags.
async fn page(site: &Site, address: &str) -> String {
    let answer = site.get(address).await;
    assert_eq!(answer.status, StatusCode::OK, "{address}");
    answer.text().replace('\u{a0}', " ")
}

#[tokio::test]
async fn the_timeline_tells_what_happened_and_what_comes() {
    let site = Site::offenburg().await;
    let all = page(&site, "/verlauf").await;
    let (ahead, past) = (all.find("id=\"kommt\"").unwrap(), all.find("id=\"geschah\"").unwrap());
    assert!(ahead < past);
    assert!(all[ahead..past].contains("Die Frist endet."), "the deadline is still to come on the demonstration's day");
    assert!(all[past..].contains("Der Gemeinderat beschließt den Breitbandausbau"));
    assert!(all[past..].contains("href=\"/gebiet/griesheim\""), "what concerns one area names it");
    assert!(!all.contains("wasm") && !all.contains("<script"), "no program");
}

#[tokio::test]
async fn the_windows_title_says_what_is_shown_and_how_much() {
    let site = Site::offenburg().await;
    let titles = [
        ("/verlauf", "Was geschah, was kommt: 16 vergangen, 1 bevorstehend."),
        ("/verlauf?gebiet=weier", "Einträge zu Weier: 5 vergangen, 1 bevorstehend."),
        ("/en/verlauf", "What has happened, what comes next: 16 past, 1 to come."),
        ("/fr/verlauf?bereich=bau", "Entrées de la rubrique « Travaux » : 0 passée, 0 à venir."),
    ];
    for (address, title) in titles {
        let page = page(&site, address).await;
        assert!(page.contains(&format!("<title>{title} Faserstand Offenburg</title>")), "{address}");
    }
}

#[tokio::test]
async fn a_campaign_is_named_once_where_it_begins() {
    let site = Site::offenburg().await;
    let page = page(&site, "/verlauf").await;
    let begins = page.split("<li").find(|entry| entry.contains("beginnt. Betreiber:")).unwrap();
    assert_eq!(begins.matches("Nachfragebündelung in den Ortsteilen").count(), 1, "{begins}");
}

#[tokio::test]
async fn filters_are_part_of_the_address() {
    let site = Site::offenburg().await;
    let weier = page(&site, "/verlauf?gebiet=weier").await;
    assert!(weier.contains("Einträge zu Weier:") && weier.contains("<option value=\"weier\" selected>"));
    // What concerns every area concerns Weier too.
    assert!(weier.contains("Der Gemeinderat beschließt"));
    let decisions = page(&site, "/verlauf?gebiet=&bereich=beschluss").await;
    assert!(decisions.contains("Der Gemeinderat beschließt") && !decisions.contains("Infoabend"));
    let both = page(&site, "/verlauf?gebiet=weier&bereich=massnahme").await;
    assert!(both.contains("Infoabend") && !both.contains("Der Gemeinderat beschließt"));
    assert!(both.contains("Dazu ist kein Termin bekannt."));
}

#[tokio::test]
async fn a_filter_that_names_nothing_is_no_page() {
    let site = Site::offenburg().await;
    for address in ["/verlauf?gebiet=atlantis", "/verlauf?bereich=wetter", "/verlauf?gebiet=offenburg", "/verlauf?x=1"]
    {
        assert_eq!(site.get(address).await.status, StatusCode::NOT_FOUND, "{address}");
    }
}

#[tokio::test]
async fn an_area_of_the_built_in_data_says_all_three_answers() {
    let site = Site::offenburg().await;
    let griesheim = page(&site, "/gebiet/griesheim").await;
    for said in ["Drei Fragen, drei Antworten", "Ziel erreicht?", "Ausbau zugesagt?", "Netz gebaut?"] {
        assert!(griesheim.contains(said), "{said}");
    }
    assert!(griesheim.contains("/verlauf?gebiet=griesheim"));
    let outside = page(&site, "/gebiet/kernstadt").await;
    assert!(!outside.contains("Drei Fragen"), "an area outside all campaigns has no questions");
}
