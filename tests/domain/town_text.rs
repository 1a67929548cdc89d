//! Texts of the town: which there are, where they may lead, what holds.

use faserstand_lib::domain::{
    edit::{Addition, EditForm, EditKind, Field, read},
    fact::{Fact, Says},
    import::{FormProblem, Problem},
    lang::Lang,
    rollout::Rollout,
    subject::Subject,
    town_text::{LONGEST_TOWN_TEXT, TextKind, TownText, TownTextError, is_allowed_link},
};
use jiff::civil::{Date, date};

const DAY: Date = date(2023, 11, 10);

fn said(texts: &[(TextKind, Lang, &str, Date)]) -> Rollout {
    let fact = |(kind, lang, text, known_on): &(TextKind, Lang, &str, Date)| Fact {
        subject: Subject::Town,
        known_on: *known_on,
        says: Says::TownText(TownText::new(*kind, *lang, text).unwrap()),
    };
    Rollout { facts: texts.iter().map(fact).collect(), ..Rollout::default() }
}

#[test]
fn the_newest_text_of_a_kind_and_language_holds_and_an_empty_one_takes_it_back() {
    let later = date(2023, 11, 11);
    let town = said(&[
        (TextKind::Imprint, Lang::De, "alt", DAY),
        (TextKind::Imprint, Lang::En, "english", DAY),
        (TextKind::Imprint, Lang::De, "neu", later),
    ]);
    assert_eq!(town.own_text(TextKind::Imprint, Lang::De), Some("neu"));
    assert_eq!(town.own_text(TextKind::Imprint, Lang::En), Some("english"));
    assert_eq!(town.clone().known_on(DAY).own_text(TextKind::Imprint, Lang::De), Some("alt"));
    let taken_back = said(&[(TextKind::Imprint, Lang::De, "alt", DAY), (TextKind::Imprint, Lang::De, "", DAY)]);
    assert_eq!(taken_back.own_text(TextKind::Imprint, Lang::De), None);
}

#[test]
fn the_german_text_stands_in_only_where_the_text_is_the_towns_alone() {
    let town = said(&[(TextKind::Imprint, Lang::De, "wir", DAY), (TextKind::Privacy, Lang::De, "nichts", DAY)]);
    assert_eq!(town.towns_text(TextKind::Imprint, Lang::Fr), Some(("wir", Lang::De)));
    // The program's own French text is nearer than a German one.
    assert_eq!(town.towns_text(TextKind::Privacy, Lang::Fr), None);
}

#[test]
fn imprint_and_controller_are_missing_until_they_are_set_in_german() {
    assert_eq!(Rollout::default().missing_texts(), [TextKind::Imprint, TextKind::Controller]);
    let english = said(&[(TextKind::Imprint, Lang::En, "we", DAY), (TextKind::Controller, Lang::De, "wir", DAY)]);
    assert_eq!(english.missing_texts(), [TextKind::Imprint]);
}

#[test]
fn links_lead_to_the_web_to_mail_addresses_and_to_pages_of_this_host() {
    for good in ["https://a.de", "http://a.de/b?c=d#e", "mailto:a@b.de", "/", "/quellen#daten", "#kontakt"] {
        assert!(is_allowed_link(good), "{good}");
    }
    let long = format!("https://a.de/{}", "x".repeat(600));
    for bad in [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java\nscript:x",
        " javascript:x",
        "data:text/html,x",
        "vbscript:x",
        "//a.de",
        "/\\a.de",
        "\\\\a.de",
        "https:a.de",
        "https:///a",
        "https://",
        "ftp://a.de",
        "mailto:",
        "mailto:a b@c.de",
        "/a b",
        "/\"onclick=x",
        "",
        "x",
        &long,
    ] {
        assert!(!is_allowed_link(bad), "{bad}");
    }
}

#[test]
fn a_text_has_a_language_a_length_and_an_address_its_form() {
    let new = |kind, lang, text: &str| TownText::new(kind, lang, text);
    assert_eq!(new(TextKind::PlainLanguage, Lang::En, "x"), Err(TownTextError::Language));
    let longest = "ä".repeat(LONGEST_TOWN_TEXT);
    assert!(new(TextKind::Privacy, Lang::De, &longest).is_ok());
    assert_eq!(new(TextKind::Privacy, Lang::De, &(longest + "x")), Err(TownTextError::TooLong(LONGEST_TOWN_TEXT + 1)));
    assert!(new(TextKind::SignVideo, Lang::De, "javascript:x").is_err());
    assert!(
        new(TextKind::Security, Lang::De, "it@example.org").is_err(),
        "RFC 9116 asks for an address with its scheme"
    );
    // What comes back from the disk goes through the same door.
    let stored = r#"{"kind":"sign_video","lang":"de","text":"//example.org/a.mp4"}"#;
    assert!(serde_json::from_str::<TownText>(stored).is_err());
}

#[test]
fn the_form_takes_texts_and_addresses_each_from_its_own_field() {
    let form = |kind, fields: &[(Field, &str)]| EditForm {
        kind,
        fields: fields.iter().map(|(field, text)| (*field, (*text).to_owned())).collect(),
    };
    let of = |kind: &'static str| [(Field::TextKind, kind), (Field::Language, "de")];
    let town = said(&[(TextKind::Imprint, Lang::De, "wir", DAY)]);
    let read = |form: &EditForm| read(form, &town, &Subject::Town, DAY);
    let text = form(EditKind::TownText, &[&of("privacy")[..], &[(Field::Markdown, " nichts ")]].concat());
    let expected = Says::TownText(TownText::new(TextKind::Privacy, Lang::De, "nichts").unwrap());
    assert_eq!(read(&text).unwrap().addition, Addition::Fact(Subject::Town, expected));
    // An address does not come as a text, nor a text as an address.
    assert!(
        read(&form(EditKind::TownText, &[&of("sign_video")[..], &[(Field::Markdown, "/a.mp4")]].concat())).is_err()
    );
    assert!(read(&form(EditKind::TownAddress, &[&of("imprint")[..], &[(Field::Link, "/a.mp4")]].concat())).is_err());
    let without_reason = form(EditKind::TownText, &[&of("imprint")[..], &[(Field::Markdown, "sie")]].concat());
    assert_eq!(read(&without_reason).unwrap_err(), [(Field::Reason, Problem::Form(FormProblem::Missing))]);
    let same = [&of("imprint")[..], &[(Field::Markdown, "wir"), (Field::Reason, "nur so")]].concat();
    let same = read(&form(EditKind::TownText, &same)).unwrap_err();
    assert_eq!(same, [(Field::Markdown, Problem::Form(FormProblem::Unchanged))]);
}
