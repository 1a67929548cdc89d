//! Pages of the town: complete without a program, true about the program, and changed by who edits without a build.

use axum::http::StatusCode;
use faserstand_lib::{domain::account::Role, presentation::record_view::RecordView};
use serde_json::{Value as Json, json};

use crate::site::Site;

const PAGES: [&str; 5] = ["/barrierefreiheit", "/leichte-sprache", "/quellen", "/datenschutz", "/impressum"];

/// The built-in town with an editor who is signed in.
async fn edited() -> (Site, String) {
    let site = Site::offenburg().await.with_account("Anna Amsel", Role::Editor, None).await;
    let cookie = site.sign_in("Anna Amsel").await;
    (site, cookie)
}

/// Sends the form of a text as the workspace does.
async fn set(site: &Site, cookie: &str, fields: &[(&str, &str)]) -> (StatusCode, Json) {
    let is_address = fields.iter().any(|(field, _)| *field == "link");
    let kind = if is_address { "town_address" } else { "town_text" };
    let key = format!("{fields:?}").chars().filter(char::is_ascii_alphanumeric).take(60).collect::<String>();
    let form = json!({ "kind": kind, "fields": fields });
    let request = json!({ "request": { "subject": "town", "seen": 1_000_000, "key": key, "form": form } });
    let answer = site.post_as(cookie, "/api/records/change", &request.to_string()).await;
    (answer.status, answer.json())
}

/// The public page once it has followed the change.
async fn followed(site: &Site, address: &str, says: &str) -> String {
    for _ in 0..200 {
        let page = site.get(address).await.text().to_owned();
        if page.contains(says) {
            return page;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("{address} never said {says}")
}

#[tokio::test]
async fn the_pages_are_there_in_three_languages_without_a_program_and_linked_from_every_foot() {
    let site = Site::offenburg().await;
    for prefix in ["", "/en", "/fr"] {
        for address in PAGES {
            let page = site.get(&format!("{prefix}{address}")).await;
            assert_eq!(page.status, StatusCode::OK, "{prefix}{address}");
            assert!(!page.text().contains("<script") && !page.text().contains("wasm"), "{prefix}{address}");
            assert_eq!(page.text().matches("<h1").count(), 1);
        }
        for page in ["/", "/gebiet/griesheim", "/verlauf", "/gibt-es-nicht"] {
            let page = site.get(&format!("{prefix}{page}")).await;
            for address in PAGES {
                assert!(page.text().contains(&format!("href=\"{prefix}{address}\"")), "{address}");
            }
        }
    }
    assert_eq!(site.get("/impressum?x=1").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn without_an_imprint_the_pages_say_so_and_invent_nothing() {
    let site = Site::offenburg().await;
    let imprint = site.get("/impressum").await;
    assert!(imprint.text().contains("noch kein Impressum eingetragen"));
    assert!(imprint.text().contains("kein amtlicher Auftritt"));
    assert!(site.get("/en/impressum").await.text().contains("No legal notice has been entered"));
    assert!(site.get("/fr/impressum").await.text().contains("Aucune mention légale"));
    assert!(site.get("/datenschutz").await.text().contains("keine verantwortliche Stelle eingetragen"));
    // What is deleted when, as the rules have it.
    let privacy = site.get("/datenschutz").await;
    assert!(privacy.text().contains("30 Tage nach der Antwort, spätestens 6 Monate nach Eingang"));
    assert!(privacy.text().contains("nach 60 Minuten ohne Anfrage oder nach 12 Stunden"));
    assert!(privacy.text().replace('\u{a0}', " ").contains("Buchstabe e DSGVO in Verbindung mit § 4 LDSG"));
    let statement = site.get("/barrierefreiheit").await.text().replace('\u{a0}', " ");
    // The order of the model statement: how one reports a barrier comes before who helps where that did not.
    let parts = ["§ 10 Absatz 1", "teilweise vereinbar", "22. November 2026", "/hinweis", "§ 10b L-BGG"];
    let places: Vec<usize> =
        parts.iter().map(|part| statement.find(part).unwrap_or_else(|| panic!("{part}"))).collect();
    assert!(places.is_sorted(), "{places:?}");
    assert!(!statement.contains("{kontakt}"));
}

#[tokio::test]
async fn the_page_in_plain_language_has_the_figures_of_the_day() {
    let site = Site::offenburg().await;
    let page = site.get("/leichte-sprache").await.text().replace('\u{a0}', " ");
    for sentence in [
        "Das ist der Stand vom 10. November 2023.",
        "Diese Zahlen sind nur Beispiele.",
        "In 11 Orts·teilen sammelt eine Firma Verträge.",
        "Das Ziel ist: 33 von 100 Haus·halten machen mit.",
        "Die Zeit dafür endet am 25. November 2023.",
        "Glas·faser",
    ] {
        assert!(page.contains(sentence), "{sentence}\n{page}");
    }
    // Another language says what it is, and the German part says that it is German.
    let english = site.get("/en/leichte-sprache").await;
    assert!(
        english.text().contains("easy-to-read German (<span lang=\"de\">Leichte Sprache</span>)")
            && english.text().contains("<article class=\"prose\" lang=\"de\">")
    );
}

#[tokio::test]
async fn sources_and_method_name_every_source_with_how_often_it_speaks() {
    let site = Site::offenburg().await;
    let page = site.get("/quellen").await.text().replace('\u{a0}', " ");
    for part in
        ["Beispieldaten", "Jahresbericht 2023 der Stadt Offenburg", "Stände", "GeoBasis-DE", "mit 197 fehlen 105"]
    {
        assert!(page.contains(part), "{part}");
    }
    // Every source that any page names, and every file.
    for part in
        ["Schulverzeichnis vom Juli 2017: 23 weitere Angaben", "Leitfaden, Version 6", "/api/public/v1/facilities.csv"]
    {
        assert!(page.contains(part), "{part}");
    }
    let english = site.get("/en/quellen").await;
    assert!(english.text().contains("readings") && english.text().contains("<span lang=\"de\">Beispieldaten"));
}

#[tokio::test]
async fn an_editor_sets_a_text_and_the_public_reads_it_without_a_build() {
    let (site, cookie) = edited().await;
    let desk = json!({ "place": "stadt" }).to_string();
    let view: RecordView = site.post_as(&cookie, "/api/records/record", &desk).await.shown();
    assert!(view.page.as_str().contains("Es fehlen: Impressum und Verantwortliche Stelle."), "{}", view.page.as_str());
    let text = "## Anbieter\n\nStadt Musterstadt, [Kontakt](mailto:rathaus@example.org)";
    let imprint = [("text_kind", "imprint"), ("language", "de"), ("markdown", text)];
    assert_eq!(set(&site, &cookie, &imprint).await.0, StatusCode::OK);
    let page = followed(&site, "/impressum", "Stadt Musterstadt").await;
    assert!(page.contains("<a href=\"mailto:rathaus@example.org\">Kontakt</a>"));
    assert!(!page.contains("noch kein Impressum"));
    // The languages without one have the German text, which says that it is German; not that there is none.
    let french = site.get("/fr/impressum").await;
    assert!(french.text().contains("<div lang=\"de\">") && french.text().contains("Stadt Musterstadt"));
    // A second change says why.
    let again = [("text_kind", "imprint"), ("language", "de"), ("markdown", "Stadt Neustadt")];
    let (status, error) = set(&site, &cookie, &again).await;
    assert_eq!((status, &error["invalid"][0]["place"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("reason")));
    let with_reason = [&again[..], &[("reason", "Umbenannt")]].concat();
    assert_eq!(set(&site, &cookie, &with_reason).await.0, StatusCode::OK);
    followed(&site, "/impressum", "Stadt Neustadt").await;
    let log = site.folder.log().await;
    let (_, last) = log.last().unwrap();
    assert_eq!(
        (last.what.as_str(), last.who.as_str(), last.why.as_deref()),
        ("town_text", "Anna Amsel", Some("Umbenannt"))
    );
    assert!(last.old.as_deref().unwrap().contains("Musterstadt"), "what it said before stays in the log");
    // An empty text takes back what was set.
    let empty = [("text_kind", "imprint"), ("language", "de"), ("markdown", ""), ("reason", "Irrtum")];
    assert_eq!(set(&site, &cookie, &empty).await.0, StatusCode::OK);
    followed(&site, "/impressum", "noch kein Impressum").await;
}

#[tokio::test]
async fn what_is_wrong_with_a_text_is_said_beside_its_field() {
    let (site, cookie) = edited().await;
    for (text, says) in [
        ("[x](javascript:alert(1))", "ist nicht erlaubt"),
        ("[x](//example.org)", "ist nicht erlaubt"),
        ("![x](data:image/svg+xml,x)", "ist nicht erlaubt"),
        ("a\u{202e}b", "unsichtbare Zeichen"),
        (&"x".repeat(12_001), "12.000"),
    ] {
        let fields = [("text_kind", "privacy"), ("language", "en"), ("markdown", text)];
        let (status, error) = set(&site, &cookie, &fields).await;
        assert_eq!((status, &error["invalid"][0]["place"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("markdown")));
        assert!(error["invalid"][0]["sentence"].as_str().unwrap().contains(says), "{error}");
    }
    let video = [("text_kind", "sign_video"), ("language", "de"), ("link", "//example.org/a.mp4")];
    assert_eq!(set(&site, &cookie, &video).await.1["invalid"][0]["place"], "link");
    let french = [("text_kind", "plain_language"), ("language", "fr"), ("markdown", "Bonjour")];
    assert_eq!(set(&site, &cookie, &french).await.0, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn nothing_in_a_text_becomes_part_of_the_program() {
    let (site, cookie) = edited().await;
    let payload = "Ende <script>alert(1)</script> <img src=x onerror=alert(1)>\n\n<div onclick=\"x()\">\n</div>\n\n`<b>` \
                   \"><svg/onload=alert(1)> &lt;i&gt; [a](https://example.org/ \"x&quot;onmouseover=alert(1)\")\n";
    let fields = [("text_kind", "accessibility"), ("language", "de"), ("markdown", payload)];
    assert_eq!(set(&site, &cookie, &fields).await.0, StatusCode::OK);
    let page = followed(&site, "/barrierefreiheit", "Ende").await;
    let article = page.split_once("<article").unwrap().1.split_once("</article>").unwrap().0;
    for begun in ["<script", "<img", "<div onclick", "<svg", "<b>", "<i>"] {
        assert!(!article.contains(begun), "{begun}: {article}");
    }
    assert!(article.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "it is there to be read: {article}");
}

#[tokio::test]
async fn a_video_in_sign_language_is_shown_once_its_address_is_set() {
    let (site, cookie) = edited().await;
    for address in ["/leichte-sprache", "/barrierefreiheit"] {
        assert!(!site.get(address).await.text().contains("<video"), "there is no empty place");
    }
    let fields = [("text_kind", "sign_video"), ("language", "de"), ("link", "/medien/gebaerden.mp4")];
    assert_eq!(set(&site, &cookie, &fields).await.0, StatusCode::OK);
    let page = followed(&site, "/leichte-sprache", "<video").await;
    assert!(page.contains("preload=\"none\"") && page.contains("src=\"/medien/gebaerden.mp4\""));
    let elsewhere = [
        ("text_kind", "sign_video"),
        ("language", "de"),
        ("link", "https://video.example.org/gebaerden.mp4"),
        ("reason", "umgezogen"),
    ];
    assert_eq!(set(&site, &cookie, &elsewhere).await.0, StatusCode::OK);
    let page = followed(&site, "/leichte-sprache", "video.example.org").await;
    assert!(!page.contains("<video"), "nothing is loaded from another host");
}

#[tokio::test]
async fn who_is_there_for_one_area_changes_no_text_of_the_town() {
    let site = Site::offenburg().await.with_account("Greta Gans", Role::DistrictHead, Some("griesheim")).await;
    let cookie = site.sign_in("Greta Gans").await;
    let fields = [("text_kind", "imprint"), ("language", "de"), ("markdown", "x")];
    assert_eq!(set(&site, &cookie, &fields).await.0, StatusCode::FORBIDDEN);
    let desk = json!({ "place": "stadt" }).to_string();
    let view: RecordView = site.post_as(&cookie, "/api/records/record", &desk).await.shown();
    assert!(view.forms.is_empty() && !view.page.as_str().contains("data-edit"));
}

#[tokio::test]
async fn a_hole_is_reported_to_whom_the_town_names_and_to_nobody_before() {
    let (site, cookie) = edited().await;
    assert_eq!(site.get("/.well-known/security.txt").await.status, StatusCode::NOT_FOUND);
    let fields = [("text_kind", "security"), ("language", "de"), ("link", "mailto:it@example.org")];
    assert_eq!(set(&site, &cookie, &fields).await.0, StatusCode::OK);
    let text = followed(&site, "/.well-known/security.txt", "Contact: mailto:it@example.org\n").await;
    // 180 days after 10 November 2023.
    assert!(text.contains("Expires: 2024-05-08T11:00:00Z\n"), "{text}");
    let answer = site.get("/.well-known/security.txt").await;
    assert_eq!(answer.header("content-type"), "text/plain; charset=utf-8");
}
