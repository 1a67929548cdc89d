//! "Stimmt das nicht?": the form, what it is answered, and what it takes no notice of.

use axum::http::{Method, StatusCode};
use faserstand_lib::{
    application::{actor::Actor, passwords::Passwords, remarks},
    domain::{account::Role, remark::Remark},
    http::Access,
    presentation::record_view::RecordView,
};

use crate::{
    site::{Answer, PEER, Site},
    support::{
        folder::{Folder, Hands, clock},
        town,
    },
};

const FORM: &str = "application/x-www-form-urlencoded";
const GOOD: &str = "zu=gebiete%2Fbuehl&fassung=2&text=Es+sind+1.040.&kontakt=zilpzalp%40example.org&website=";

async fn town_hall() -> Site {
    Site::of(Folder::with_town().await, clock(town::NOON)).await
}

async fn send(site: &Site, body: &str, headers: &[(&str, &str)]) -> Answer {
    send_from(site, PEER, body, headers).await
}

async fn send_from(site: &Site, peer: &str, body: &str, headers: &[(&str, &str)]) -> Answer {
    let headers = [&[("content-type", FORM)], headers].concat();
    site.ask_from(peer, Method::POST, "/hinweis", &headers, body.to_owned().into()).await
}

async fn stored(site: &Site) -> Vec<Remark> {
    remarks::all(&site.folder.store, &Actor::Console).await.unwrap().what
}

#[tokio::test]
async fn a_remark_is_stored_and_thanked_with_its_number() {
    let site = town_hall().await;
    let answer = send(&site, GOOD, &[]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    let [remark] = &stored(&site).await[..] else { panic!("one remark") };
    assert_eq!(answer.header("location"), format!("/hinweis/danke?nummer={}", remark.reference.as_str()));
    assert_eq!((remark.text.as_str(), remark.contact.as_deref()), ("Es sind 1.040.", Some("zilpzalp@example.org")));
    assert_eq!((remark.place.to_string().as_str(), remark.notice.as_str()), ("gebiete/buehl", "2"));
    let thanks = site.get(answer.header("location")).await;
    assert!(thanks.text().contains(&format!("<b>{}</b>", remark.reference)), "{}", thanks.text());
}

#[tokio::test]
async fn the_form_stands_beside_every_figure_and_names_what_it_is_about() {
    let site = Site::offenburg().await;
    let pages = [
        ("/", "stadt"),
        ("/karte", "stadt"),
        ("/gebiet/griesheim", "gebiete/griesheim"),
        ("/gebiet/buehl", "gebiete/buehl"),
        ("/einrichtungen", "einrichtungen"),
        ("/verlauf", "verlauf"),
    ];
    for (page, place) in pages {
        let link = format!("href=\"/hinweis?zu={place}\"");
        assert!(site.get(page).await.text().contains(&link), "{page} has no {link}");
        let form = site.get(&format!("/hinweis?zu={place}")).await;
        assert_eq!(form.status, StatusCode::OK);
        let hidden = format!("<input type=\"hidden\" name=\"zu\" value=\"{place}\">");
        assert!(form.text().contains(&hidden) && form.text().contains("Datenschutz"), "{}", form.text());
    }
}

#[tokio::test]
async fn what_is_no_page_of_ours_is_about_the_town() {
    let site = town_hall().await;
    // Not even a page's own word lets a made-up name into the log.
    let made_up = ["?zu=einrichtungen/wer-auch-immer", "?zu=foerderung/wer-auch-immer", "?zu=gebiete/atlantis"];
    let odd = ["", "?zu=", "?zu=https://example.org", "?zu=gebiete/../..", "?zu=%FF", "?x"];
    for asked in made_up.into_iter().chain(odd) {
        let form = site.get(&format!("/hinweis{asked}")).await;
        assert!(form.text().contains("name=\"zu\" value=\"stadt\""), "{asked}");
    }
    send(&site, &GOOD.replace("buehl", "atlantis"), &[]).await;
    assert_eq!(stored(&site).await[0].place.to_string(), "stadt");
}

#[tokio::test]
async fn what_is_wrong_stands_beside_its_field_and_the_input_stays() {
    let site = town_hall().await;
    let contact = "x".repeat(201);
    let body = format!("zu=gebiete%2Fbuehl&fassung=2&text=+&kontakt={contact}");
    let answer = send(&site, &body, &[]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = answer.text();
    assert!(page.contains("<title>Fehler: ") && page.contains("Bitte prüfen Sie 2 Angaben"), "{page}");
    assert!(page.contains("id=\"text-fehler\">Der Hinweis ist leer."), "{page}");
    assert!(page.contains("id=\"kontakt-fehler\">Der Kontakt hat 201 Zeichen."), "{page}");
    assert!(page.contains(&contact) && page.contains("value=\"gebiete/buehl\""), "{page}");
    assert!(stored(&site).await.is_empty());
}

#[tokio::test]
async fn markup_in_a_remark_stays_text() {
    let site = town_hall().await.with_account("Anna Amsel", Role::Editor, None).await;
    let evil = "%3Cscript%3Ealert(1)%3C%2Fscript%3E%22%3E%3C%2Ftextarea%3E";
    let long = "x".repeat(2_001);
    for body in [format!("text={evil}{long}&kontakt={evil}"), format!("zu={evil}&text=&kontakt={evil}")] {
        let page = send(&site, &body, &[]).await;
        assert!(!page.text().contains("<script"), "{}", page.text());
    }
    send(&site, &format!("fassung=2&text={evil}&kontakt={evil}"), &[]).await;
    let reference = stored(&site).await[0].reference.clone();
    let cookie = site.sign_in("Anna Amsel").await;
    for place in ["hinweise".to_owned(), format!("hinweise/{}", reference.as_str())] {
        let body = serde_json::json!({ "place": place }).to_string();
        let shown: RecordView = site.post_as(&cookie, "/api/records/record", &body).await.shown();
        assert!(shown.page.as_str().contains("&lt;script&gt;") && !shown.page.as_str().contains("<script"));
    }
}

#[tokio::test]
async fn a_number_that_is_none_is_not_repeated() {
    let site = town_hall().await;
    for number in ["%3Cb%3E", "ABCDE", "222222", "Rufen+Sie+an"] {
        let thanks = site.get(&format!("/hinweis/danke?nummer={number}")).await;
        assert!(thanks.text().contains("Danke") && !thanks.text().contains("hat die Nummer"), "{number}");
    }
}

#[tokio::test]
async fn who_fills_in_the_hidden_field_is_thanked_and_nothing_is_stored() {
    let site = town_hall().await;
    let answer = send(&site, &format!("{GOOD}https://example.org"), &[]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert!(answer.header("location").starts_with("/hinweis/danke?nummer="));
    assert!(stored(&site).await.is_empty());
}

#[tokio::test]
async fn who_writes_too_often_waits_and_keeps_the_input() {
    let hands = Hands::at(town::NOON);
    let access = Access {
        tls: false,
        trusted_proxies: vec!["10.0.0.0/8".parse().unwrap()],
        passwords: Passwords::checked_by(|_, _| true),
    };
    let site = Site::open_to(Folder::with_town().await, hands.clock(), access).await;
    let from = [("x-forwarded-for", "192.0.2.1")];
    for _ in 0..5 {
        assert_eq!(send_from(&site, "10.0.0.1:1", GOOD, &from).await.status, StatusCode::SEE_OTHER);
    }
    let sixth = send_from(&site, "10.0.0.1:1", GOOD, &from).await;
    assert_eq!((sixth.status, sixth.header("retry-after")), (StatusCode::TOO_MANY_REQUESTS, "600"));
    assert!(sixth.text().contains("in 10 Minuten") && sixth.text().contains("Es sind 1.040."), "{}", sixth.text());
    let other = send_from(&site, "10.0.0.1:1", GOOD, &[("x-forwarded-for", "192.0.2.2")]).await;
    assert_eq!(other.status, StatusCode::SEE_OTHER);
    hands.forward(600);
    assert_eq!(send_from(&site, "10.0.0.1:1", GOOD, &from).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_privacy_notice_that_is_no_longer_the_same_is_shown_first() {
    let site = town_hall().await;
    for body in [GOOD.replace("fassung=2", "fassung=0"), GOOD.replace("fassung=2&", "")] {
        let answer = send(&site, &body, &[]).await;
        assert_eq!(answer.status, StatusCode::CONFLICT);
        assert!(
            answer.text().contains("Datenschutzhinweis hat sich geändert") && answer.text().contains("Es sind 1.040.")
        );
    }
    assert!(stored(&site).await.is_empty());
}

#[tokio::test]
async fn what_is_no_form_or_too_large_is_refused_with_a_page() {
    let site = town_hall().await;
    let huge = format!("text={}", "x".repeat(70_000));
    let answer = send(&site, &huge, &[]).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(answer.text().contains("Schreiben Sie ihn kürzer."));
    for kind in ["", "text/plain", "application/json", "multipart/form-data; boundary=x"] {
        let headers = [("content-type", kind)];
        let answer = site.ask_with_body(Method::POST, "/hinweis", &headers, GOOD.into()).await;
        assert_eq!(answer.status, StatusCode::UNSUPPORTED_MEDIA_TYPE, "{kind}");
    }
    for body in ["", "&&&", "%", "=", "text=%FF%FE", "text=a%00b"] {
        let answer = send(&site, body, &[]).await;
        assert!(answer.status.is_client_error(), "{body}: {}", answer.status);
    }
    assert!(stored(&site).await.is_empty());
}

#[tokio::test]
async fn another_site_does_not_make_its_visitors_write() {
    let site = town_hall().await;
    for foreign in
        [("sec-fetch-site", "cross-site"), ("sec-fetch-site", "same-site"), ("origin", "https://example.org")]
    {
        let refused = send(&site, GOOD, &[foreign]).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{foreign:?}");
        // Who meant it is told and can write it here; nothing of what the other site sent stands in the form.
        assert!(refused.text().contains("von einer fremden Seite abgeschickt und ist nicht gespeichert."));
        assert!(refused.text().contains("<textarea") && !refused.text().contains("1.040"));
    }
    assert!(stored(&site).await.is_empty());
    // Our own page, and a program without a browser.
    assert_eq!(send(&site, GOOD, &[("sec-fetch-site", "same-origin")]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(send(&site, GOOD, &[]).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_session_changes_nothing_and_no_cookie_is_set() {
    let site = town_hall().await.with_account("Anna Amsel", Role::Editor, None).await;
    let cookie = site.sign_in("Anna Amsel").await;
    let session = [("cookie", cookie.as_str()), ("sec-fetch-site", "same-origin")];
    let answers = [
        send(&site, GOOD, &session).await,
        send(&site, GOOD, &[]).await,
        site.get_with("/hinweis", &session).await,
        site.get("/hinweis").await,
    ];
    assert_eq!((answers[0].status, answers[2].status), (answers[1].status, answers[3].status));
    // Every form has a number of its own, and nothing else that differs.
    let (one, other) = (number_of(answers[2].text()), number_of(answers[3].text()));
    assert_ne!(one, other);
    assert_eq!(answers[2].text().replace(&one, &other), answers[3].text());
    assert!(answers.iter().all(|answer| !answer.headers.contains_key("set-cookie")));
    let log = site.folder.log().await;
    let who: Vec<&str> = log.iter().map(|(_, change)| change.who.as_str()).collect();
    assert_eq!(who[who.len() - 2..], ["Öffentlichkeit", "Öffentlichkeit"]);
}

/// The number that a form is sent with.
fn number_of(page: &str) -> String {
    let (_, rest) = page.split_once("name=\"nummer\" value=\"").unwrap();
    rest.split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_form_that_is_sent_twice_is_thanked_twice_and_stored_once() {
    let site = town_hall().await;
    let number = number_of(site.get("/hinweis").await.text());
    let body = format!("{GOOD}&nummer={number}");
    let thanks = [send(&site, &body, &[]).await, send(&site, &body, &[]).await];
    for answer in thanks {
        assert_eq!(answer.headers["location"], format!("/hinweis/danke?nummer={number}"));
    }
    assert_eq!(stored(&site).await.len(), 1);
    // A number that is none is no reason to lose a remark.
    assert_eq!(send(&site, &format!("{GOOD}&nummer=%00"), &[]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(stored(&site).await.len(), 2);
}

#[tokio::test]
async fn nothing_of_a_remark_is_public() {
    let site = town_hall().await;
    send(&site, GOOD, &[]).await;
    let reference = stored(&site).await[0].reference.clone();
    let mut addresses = site.pages().await;
    addresses.extend(site.data().await);
    for address in addresses {
        let answer = site.get(&address).await;
        for secret in ["zilpzalp", "Es sind 1.040.", reference.as_str()] {
            assert!(!answer.text().contains(secret), "{address} tells {secret}");
        }
    }
}

#[tokio::test]
async fn the_pages_carry_no_program() {
    let site = town_hall().await;
    for page in ["/hinweis", "/hinweis/danke"] {
        let text = site.get(page).await.text().to_owned();
        assert!(!text.contains("<script") && !text.contains("wasm"), "{text}");
        assert!(text.contains("<style>") && text.contains("id=\"i-brand\""), "{text}");
    }
    // The control: the other pages do.
    assert!(site.get("/").await.text().contains("<script"));
}
