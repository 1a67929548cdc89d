//! The weekly sheet over the wire: what each answer's status and body say.

use axum::http::StatusCode;
use faserstand_lib::{
    application::readings::ImportReport,
    domain::{account::Role, amount::Amount, reading::Value, sheet::Sheet},
};
use serde_json::{Value as Json, json};

use crate::{
    site::{Answer, Site},
    support::{
        dump::dump,
        folder::{Folder, clock},
        town,
    },
};

const SHEET: &str = "/api/readings/sheet";
const ENTER: &str = "/api/readings/enter";

/// The small town on 10 November with Anna, who edits, and Greta, who looks after Griesheim. Their accounts are the
/// first two entries of the change log.
async fn staffed() -> (Site, String) {
    let site = Site::of(Folder::with_town().await, clock(town::NOON)).await;
    let site = site.with_account("Anna Amsel", Role::Editor, None).await;
    let site = site.with_account("Greta", Role::DistrictHead, Some("griesheim")).await;
    let cookie = site.sign_in("Anna Amsel").await;
    (site, cookie)
}

/// A row as the browser sends it.
fn row(area: &str, contracts: u32) -> Json {
    json!({
        "area": area, "as_of": "2023-11-10", "stage": "reported", "value": { "contracts": { "exact": contracts } },
        "source": "Wochenmail", "reason": null, "seen": 0, "choice": null
    })
}

fn entry(key: &str, rows: &[Json]) -> String {
    json!({ "entry": { "key": key, "rows": rows } }).to_string()
}

async fn import(site: &Site, table: &str) -> ImportReport {
    site.folder.import(table, town::NOON).await.unwrap()
}

/// An answer to which nothing was stored.
async fn refused(site: &Site, cookie: &str, body: &str) -> Answer {
    let before = dump(&site.folder.database()).await;
    let answer = site.post_as(cookie, ENTER, body).await;
    assert_eq!(dump(&site.folder.database()).await, before, "something was stored");
    answer
}

#[tokio::test]
async fn the_sheet_is_handed_out_and_taken_back() {
    let (site, cookie) = staffed().await;
    let answer = site.post_as(&cookie, SHEET, "{}").await;
    assert_eq!(answer.status, StatusCode::OK);
    let sheet: Sheet = answer.shown();
    assert_eq!(
        sheet.rows().map(|(_, row)| row.area.as_str()).collect::<Vec<_>>(),
        ["buehl", "griesheim", "windschlaeg", "zell-weierbach"]
    );
    let body = entry("k", &[row("buehl", 141), row("griesheim", 240)]);
    let saved = site.post_as(&cookie, ENTER, &body).await;
    assert_eq!((saved.status, saved.json()), (StatusCode::OK, json!({ "added": 2, "unchanged": 0, "change": 4 })));
    // Sent again it is answered alike.
    assert_eq!(site.post_as(&cookie, ENTER, &body).await.json(), saved.json());
    assert_eq!(site.folder.rollout().await.readings.len(), 2);
    let again: Sheet = site.post_as(&cookie, SHEET, "{}").await.shown();
    let buehl = &again.groups[0].rows[0];
    assert_eq!((buehl.seen, buehl.held[0].value), (3, Value::Contracts(Amount::Exact(141))));
}

#[tokio::test]
async fn what_someone_saved_meanwhile_is_in_the_answer() {
    let (site, cookie) = staffed().await;
    assert_eq!(import(&site, "Ortsteil;Stand;Stufe;Verträge\nBühl;10.11.2023;geprüft;150\n").await.added, 1);
    let answer = refused(&site, &cookie, &entry("k", &[row("griesheim", 240), row("buehl", 141)])).await;
    let held = json!({
        "as_of": "2023-11-10", "stage": "checked", "value": { "contracts": { "exact": 150 } }, "base": 1_000
    });
    let rival = json!({
        "area": "buehl", "held": held, "source": "Datei test.csv", "who": "Kommandozeile", "at": "12:00", "seen": 3
    });
    assert_eq!((answer.status, answer.json()), (StatusCode::CONFLICT, json!({ "conflict": [rival] })));
}

#[tokio::test]
async fn what_is_wrong_is_told_in_finished_sentences() {
    let (site, cookie) = staffed().await;
    let without_source = {
        let mut row = row("griesheim", 240);
        row["source"] = json!(" ");
        row
    };
    let answer = refused(&site, &cookie, &entry("k", &[row("buehl", 1_001), without_source])).await;
    let faults = json!([
        {
            "place": "buehl",
            "sentence": "1.001 Verträge sind mehr als der Bezug von 1.000. Prüfen Sie Zahl und Bezug."
        },
        { "place": "griesheim", "sentence": "Die Quelle fehlt. Schreiben Sie, von wem die Zahl ist." }
    ]);
    assert_eq!((answer.status, answer.json()), (StatusCode::UNPROCESSABLE_ENTITY, json!({ "invalid": faults })));
}

#[tokio::test]
async fn who_only_reads_is_forbidden_and_nobody_is_signed_out() {
    let (site, _) = staffed().await;
    let body = entry("k", &[row("griesheim", 240)]);
    let head = site.sign_in("Greta").await;
    let answer = refused(&site, &head, &body).await;
    assert_eq!((answer.status, answer.text()), (StatusCode::FORBIDDEN, "\"forbidden\""));
    assert_eq!(site.post_as(&head, SHEET, "{}").await.status, StatusCode::FORBIDDEN);
    let nobody = refused(&site, "faserstand=", &body).await;
    assert_eq!((nobody.status, nobody.text()), (StatusCode::UNAUTHORIZED, "\"signed_out\""));
}

#[tokio::test]
async fn an_area_that_is_not_there_is_not_found() {
    let (site, cookie) = staffed().await;
    let answer = refused(&site, &cookie, &entry("k", &[row("entenhausen", 1)])).await;
    assert_eq!((answer.status, answer.text()), (StatusCode::NOT_FOUND, "\"not_found\""));
}

#[tokio::test]
async fn a_body_that_is_too_large_is_told_so_in_words_for_the_screen() {
    let (site, cookie) = staffed().await;
    let with_reason = |length: usize| {
        let mut row = row("buehl", 141);
        row["reason"] = json!("x".repeat(length));
        entry("k", &[row])
    };
    let answer = refused(&site, &cookie, &with_reason(64 * 1024)).await;
    assert_eq!((answer.status, answer.text()), (StatusCode::PAYLOAD_TOO_LARGE, "\"too_large\""));
    assert_eq!(answer.header("content-type"), "application/json");
    // Below the limit it is read, and the row says what is wrong with it.
    assert_eq!(refused(&site, &cookie, &with_reason(60 * 1024)).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_body_that_cannot_be_read_is_the_callers_fault() {
    let (site, cookie) = staffed().await;
    let whole = entry("k", &[row("buehl", 141)]);
    let bad = [
        String::new(),
        "nonsense".to_owned(),
        "[]".to_owned(),
        "{}".to_owned(),
        "[".repeat(50_000),
        whole[..whole.len() - 1].to_owned(),
        whole.replace("2023-11-10", "10.11.2023"),
        whole.replace("\"buehl\"", "\"Bühl\""),
        whole.replace("reported", "geraten"),
        whole.replace("141", "-1"),
        whole.replace("141", "4294967296"),
        whole.replace("exact", "exactly"),
    ];
    for body in bad {
        let answer = refused(&site, &cookie, &body).await;
        assert_eq!((answer.status, answer.text()), (StatusCode::BAD_REQUEST, "\"malformed\""), "{body:.80}");
        assert_eq!(answer.header("content-type"), "application/json");
    }
    assert_eq!(site.post_as(&cookie, ENTER, &whole).await.status, StatusCode::OK);
}

#[tokio::test]
async fn what_no_screen_sends_is_malformed() {
    let (site, cookie) = staffed().await;
    let mut reversed = row("buehl", 0);
    reversed["value"] = json!({ "contracts": { "range": [9, 3] } });
    for body in
        [entry("", &[row("buehl", 1)]), entry("k", &[row("buehl", 1), row("buehl", 2)]), entry("k", &[reversed])]
    {
        let answer = refused(&site, &cookie, &body).await;
        assert_eq!((answer.status, answer.text()), (StatusCode::BAD_REQUEST, "\"malformed\""), "{body:.80}");
    }
}

#[tokio::test]
async fn every_server_function_answers_a_body_that_it_cannot_read_alike() {
    let (site, cookie) = staffed().await;
    for address in crate::server_functions::endpoints() {
        let answer = site.post_as(&cookie, &address, "nonsense").await;
        assert_eq!((answer.status, answer.text()), (StatusCode::BAD_REQUEST, "\"malformed\""), "{address}");
    }
}

#[tokio::test]
async fn markup_in_a_text_is_stored_as_it_is_and_shown_as_text() {
    let (site, cookie) = staffed().await;
    let mut marked = row("buehl", 141);
    (marked["source"], marked["reason"]) = (json!("<script>alert(1)</script>"), json!("<img src=x onerror=alert(2)>"));
    assert_eq!(site.post_as(&cookie, ENTER, &entry("k", &[marked])).await.status, StatusCode::OK);
    // The page follows within a second.
    let mut page = String::new();
    for _ in 0..300 {
        page = site.get("/gebiet/buehl").await.text().to_owned();
        if page.contains("alert(2)") {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    assert!(page.contains("alert(1)") && page.contains("alert(2)"), "the reading is not on the page");
    assert!(!page.contains("<script>alert") && !page.contains("<img src=x"));
}
