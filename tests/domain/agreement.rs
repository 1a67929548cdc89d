//! Agreements: in force from, until, taken back; and the links they are read under.

use faserstand_lib::domain::{
    agreement::{Agreement, ENDS_SOON_DAYS, Validity},
    link::{LONGEST_LINK, Link},
    profile::{Profile, names},
    when::When,
    withdrawal::Withdrawn,
};
use jiff::civil::{Date, date};

use crate::build::{DAY, agreement, source};

fn ending(day: Date) -> Agreement {
    Agreement { ends_on: Some(day), ..agreement() }
}

#[test]
fn an_agreement_runs_to_the_end_of_its_last_day() {
    let last = date(2023, 12, 31);
    assert_eq!(ending(last).validity(date(2023, 12, 30)), Validity::Ends(1));
    assert_eq!(ending(last).validity(last), Validity::Ends(0));
    assert_eq!(ending(last).validity(date(2024, 1, 1)), Validity::Over);
    assert_eq!(agreement().validity(DAY), Validity::Open);
}

#[test]
fn signed_is_not_yet_in_force() {
    let later = Agreement { effective_from: Some(When::Month(2024, 1)), ..ending(date(2026, 12, 31)) };
    assert_eq!(later.validity(DAY), Validity::Ahead);
    assert_eq!(later.validity(date(2024, 1, 1)), Validity::Ends(1095)); // 365 + 365 + 365 days to 31 December 2026
}

#[test]
fn an_end_is_due_sixty_days_ahead_and_not_of_what_was_taken_back() {
    let end = date(2024, 12, 31);
    assert!(ending(end).ends_within(date(2024, 11, 1), ENDS_SOON_DAYS)); // 29 days of November, 31 of December
    assert!(!ending(end).ends_within(date(2024, 10, 31), ENDS_SOON_DAYS));
    assert!(ending(end).ends_within(date(2024, 10, 31), 61), "the span is a setting");
    let wrong = Withdrawn { from: date(2024, 11, 15), reason: "doppelt erfasst".to_owned() };
    let taken_back = Agreement { withdrawn: Some(wrong), ..ending(end) };
    assert!(taken_back.ends_within(date(2024, 11, 14), ENDS_SOON_DAYS), "it holds until then");
    assert!(!taken_back.ends_within(date(2024, 11, 15), ENDS_SOON_DAYS));
    assert_eq!(taken_back.validity(date(2024, 11, 15)), Validity::Withdrawn);
}

#[test]
fn a_link_is_https_and_nothing_that_ends_it_early() {
    for good in ["https://www.offenburg.de", "https://www.offenburg.de/a?b=1#c", "https://ratsinfo.offenburg.de:8443/x"]
    {
        assert_eq!(Link::new(good).unwrap().as_str(), good);
    }
    let bad = [
        "http://www.offenburg.de",
        "javascript:alert(1)",
        "https://",
        "https://offenburg",
        "https://a..de",
        "www.a.de",
        "https://a.de/\"onclick",
        "https://a.de/ b",
        "https://a.de/<b>",
        "https://nutzer@a.de",
    ];
    for bad in bad {
        assert!(Link::new(bad).is_err(), "{bad}");
    }
    let long = format!("https://a.de/{}", "x".repeat(LONGEST_LINK));
    assert!(Link::new(&long).is_err());
    assert!(serde_json::from_str::<Link>("\"http://a.de\"").is_err(), "not past the constructor either");
}

#[test]
fn a_profile_says_something() {
    let empty = Profile { build_planned: None, reaches_into: Vec::new(), note: None, as_of: DAY, source: source() };
    assert!(empty.clone().checked().is_err());
    assert!(serde_json::from_value::<Profile>(serde_json::to_value(&empty).unwrap()).is_err());
    let crossing = Profile { reaches_into: names("Hohberg; Schutterwald"), ..empty };
    assert!(crossing.checked().unwrap().crosses_border());
    assert_eq!(names(" , und "), ["und"; 0]);
}
