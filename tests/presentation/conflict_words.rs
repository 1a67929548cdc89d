//! Two people's numbers side by side, in words.

use faserstand_lib::{
    domain::{
        amount::Amount::{About, Exact},
        api_error::{ApiError, Fault},
        entry::Rival,
        reading::{Stage, Value},
    },
    presentation::{api_words::sentence, conflict_words as words},
};

use crate::weekly::{FRIDAY, held, slug};

const SILENCE: Value = Value::NotReported;

fn counted(count: u32) -> Value {
    Value::Contracts(Exact(count))
}

/// What a colleague saved of an area at 8:38.
fn rival(area: &str, who: &str) -> Rival {
    let (source, who, at) = ("Telefon".to_owned(), who.to_owned(), "08:38".to_owned());
    Rival { area: slug(area), held: held(FRIDAY, 256), source, who, at, seen: 12 }
}

#[test]
fn the_heading_says_who_saved_how_many() {
    let heading = |who: &[&str]| words::heading(&who.iter().map(|who| rival("Bühl", who)).collect::<Vec<_>>());
    let rest = "gespeichert, während Sie geschrieben haben";
    assert_eq!(heading(&["Anna"]), format!("Anna hat einen dieser Werte {rest}"));
    assert_eq!(heading(&["Anna", "Anna", "Anna"]), format!("Anna hat 3 dieser Werte {rest}"));
    assert_eq!(heading(&["Bernd", "Anna", "Bernd"]), format!("Anna und Bernd haben 3 dieser Werte {rest}"));
}

#[test]
fn a_number_stands_with_its_stage_and_day() {
    assert_eq!(words::number(counted(251), Stage::Checked, FRIDAY), "251 geprüft, Stand 01.12.");
    assert_eq!(words::number(Value::Contracts(About(250)), Stage::Net, FRIDAY), "etwa 250 netto, Stand 01.12.");
}

#[test]
fn no_number_has_no_stage() {
    assert_eq!(words::number(SILENCE, Stage::Reported, FRIDAY), "nicht gemeldet, Stand 01.12.");
}

#[test]
fn what_the_other_saved_stands_with_its_source_and_time() {
    let told = words::saved(&rival("Bühl", "Bearbeitung 2"));
    assert_eq!(told, "256 gemeldet, Stand 01.12. · Telefon (Bearbeitung 2, 08:38 Uhr)");
}

#[test]
fn the_difference_is_told_where_both_are_counted() {
    assert_eq!(words::difference(Some(counted(251)), counted(256)), "−5");
    assert_eq!(words::difference(Some(counted(1_300)), counted(256)), "+1.044");
    assert_eq!(words::difference(Some(counted(256)), counted(256)), "0");
    for (mine, theirs) in [(None, counted(1)), (Some(SILENCE), counted(1)), (Some(counted(1)), SILENCE)] {
        assert_eq!(words::difference(mine, theirs), "–");
    }
}

#[test]
fn the_reason_that_the_public_reads_names_nobody() {
    let reason = words::reason(&rival("Bühl", "Bearbeitung 2"));
    assert_eq!(reason, "Gewählt statt der gleichzeitigen Eingabe „256“");
}

#[test]
fn what_the_server_refuses_says_what_to_do() {
    let fault = |sentence: &str| Fault { place: "buehl".to_owned(), sentence: sentence.to_owned() };
    let invalid = ApiError::Invalid(vec![fault("5 weniger. Warum?"), fault("Der Tag fehlt.")]);
    assert_eq!(sentence(&invalid), "5 weniger. Warum? Der Tag fehlt.");
    let malformed = "Browser und Server verstehen sich nicht. Laden Sie die Seite neu, Ihre Eingaben sind erhalten.";
    assert_eq!(sentence(&ApiError::Malformed), malformed);
    let wait = |seconds| sentence(&ApiError::TooMany(seconds));
    assert_eq!(wait(60), "Zu viele Versuche. Versuchen Sie es in einer Minute noch einmal.");
    assert_eq!(wait(61), "Zu viele Versuche. Versuchen Sie es in 2 Minuten noch einmal.");
    let fixed = [
        ApiError::Conflict(Vec::new()),
        ApiError::Outdated(1),
        ApiError::NotFound,
        ApiError::SignedOut,
        ApiError::SignInRefused,
        ApiError::Forbidden,
        ApiError::TooLarge,
        ApiError::Busy,
        ApiError::Full,
        ApiError::Unavailable,
        ApiError::Internal,
    ];
    for error in fixed {
        let told = sentence(&error);
        assert!(told.ends_with('.') && told.chars().count() > 40, "{error}: {told}");
    }
}
