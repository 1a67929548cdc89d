//! Days on the wire: ten characters and no other form.

use faserstand_lib::domain::{
    day::{parse, text},
    sheet::{Held, Terms},
};
use jiff::civil::{Date, date};

use crate::weekly::{FRIDAY, held, terms};

#[test]
fn a_day_is_written_and_read_in_one_form() {
    assert_eq!(text(date(2023, 12, 1)), "2023-12-01");
    assert_eq!(text(date(7, 1, 2)), "0007-01-02");
    let mut day = date(2023, 12, 31);
    while day <= date(2025, 1, 1) {
        assert_eq!(parse(&text(day)), Some(day));
        day = day.tomorrow().unwrap();
    }
    assert_eq!(parse("2024-02-29"), Some(date(2024, 2, 29)));
}

#[test]
fn every_other_form_is_no_day() {
    let bad = [
        "",
        "2023",
        "2023-12",
        "2023-12-1",
        "2023-1-01",
        "20231201",
        "23-12-01",
        "2023-02-29",
        "2023-00-10",
        "2023-13-01",
        "2023-12-00",
        "2023-12-32",
        " 2023-12-01",
        "2023-12-01 ",
        "2023-12-01T00:00",
        "2023/12/01",
        "2023-12-01-",
        "+202-12-01",
        "-202-12-01",
        "2023-+1-01",
        "2023-12-+1",
        "2023--1-01",
        "１２３４-12-01",
        "ä023-12-01",
        "2023-12-0ä",
        "01.12.2023",
    ];
    for text in bad {
        assert_eq!(parse(text), None, "{text}");
    }
}

#[test]
fn a_day_too_far_back_to_be_written_is_written_as_none_that_is_read() {
    assert_eq!(parse(&text(Date::MIN)), None);
    assert_eq!(parse(&text(Date::MAX)), Some(Date::MAX));
}

#[test]
fn a_field_takes_this_form_alone() {
    let sent = serde_json::to_string(&held(FRIDAY, 7)).unwrap();
    assert!(sent.contains(r#""as_of":"2023-12-01""#), "{sent}");
    assert_eq!(serde_json::from_str::<Held>(&sent).unwrap(), held(FRIDAY, 7));
    for other in ["\"1.12.2023\"", "20231201", "null", "\"2023-12-01T00:00:00\""] {
        assert!(serde_json::from_str::<Held>(&sent.replace("\"2023-12-01\"", other)).is_err(), "{other}");
    }
}

#[test]
fn a_day_that_may_be_missing_is_none_or_right() {
    let both = serde_json::to_string(&terms()).unwrap();
    assert_eq!(serde_json::from_str::<Terms>(&both).unwrap(), terms());
    let none = Terms { opened_on: None, deadline: None, ..terms() };
    let sent = serde_json::to_string(&none).unwrap();
    assert!(sent.contains(r#""opened_on":null"#), "{sent}");
    assert_eq!(serde_json::from_str::<Terms>(&sent).unwrap(), none);
    assert!(serde_json::from_str::<Terms>(&both.replace("2023-12-31", "31.12.2023")).is_err());
}
