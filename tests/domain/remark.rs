//! Citizens' remarks: what can be one, and how long it is known who sent it.

use faserstand_lib::domain::remark::{
    LONGEST_CONTACT, LONGEST_TEXT, NewRemark, Place, Reference, RemarkFault, contact_ends,
};
use jiff::civil::date;

use crate::build::instant;

fn read(text: &str, contact: &str) -> Result<NewRemark, Vec<RemarkFault>> {
    NewRemark::new(Place::TOWN, text, contact, "1")
}

#[test]
fn a_contact_ends_30_days_after_the_answer() {
    let ends = |received, answered| contact_ends(instant(received), Some(instant(answered)));
    assert_eq!(ends("2023-11-10T12:00:00Z", "2023-11-13T12:00:00Z"), date(2023, 12, 13));
    // Days are Berlin's: 23:30 UTC is the next day there, in summer 22:30 is as well.
    assert_eq!(ends("2023-11-10T12:00:00Z", "2023-11-13T23:30:00Z"), date(2023, 12, 14));
    assert_eq!(ends("2023-06-01T12:00:00Z", "2023-06-01T22:30:00Z"), date(2023, 7, 2));
}

#[test]
fn without_an_answer_it_ends_six_months_after_it_came_to_the_day() {
    assert_eq!(contact_ends(instant("2023-11-10T12:00:00Z"), None), date(2024, 5, 10));
    assert_eq!(contact_ends(instant("2023-11-10T23:30:00Z"), None), date(2024, 5, 11));
    // August has a 31st and February has none: its last day.
    assert_eq!(contact_ends(instant("2023-08-31T12:00:00Z"), None), date(2024, 2, 29));
}

#[test]
fn a_late_answer_does_not_prolong_it() {
    let ends = contact_ends(instant("2023-11-10T12:00:00Z"), Some(instant("2024-05-02T12:00:00Z")));
    assert_eq!(ends, date(2024, 5, 10));
}

#[test]
fn a_remark_needs_a_text_and_no_contact() {
    assert_eq!(read(" \r\n ", ""), Err(vec![RemarkFault::TextMissing]));
    let remark = read("  In Bühl sind es 302.\r\nSiehe Offenblatt. ", " ").unwrap();
    assert_eq!((remark.text(), remark.contact()), ("In Bühl sind es 302.\nSiehe Offenblatt.", None));
}

#[test]
fn text_and_contact_are_bounded_by_characters_and_line_breaks_count_once() {
    let longest = "ü\r\n".repeat(LONGEST_TEXT / 2 - 1) + "üü";
    assert!(read(&longest, &"ß".repeat(LONGEST_CONTACT)).is_ok());
    let faults = read(&"ü".repeat(LONGEST_TEXT + 1), &"ß".repeat(LONGEST_CONTACT + 1));
    assert_eq!(faults, Err(vec![RemarkFault::TextTooLong(2_001), RemarkFault::ContactTooLong(201)]));
}

#[test]
fn what_nobody_can_type_is_refused() {
    assert_eq!(read("a\u{0}b", "a\nb"), Err(vec![RemarkFault::TextUnreadable, RemarkFault::ContactUnreadable]));
}

#[test]
fn a_place_is_a_page_and_nothing_else() {
    let address = |text: &str| text.parse::<Place>().map(|place| (place.to_string(), place.address()));
    for (text, page) in [
        ("stadt", "/"),
        ("gebiete/zell-weierbach", "/gebiet/zell-weierbach"),
        ("einrichtungen", "/einrichtungen"),
        ("einrichtungen/oken-gymnasium", "/einrichtungen"),
        ("foerderung", "/foerderung"),
        ("foerderung/innenstadt", "/foerderung"),
        ("verlauf", "/verlauf"),
    ] {
        assert_eq!(address(text), Ok((text.to_owned(), page.to_owned())));
    }
    for text in ["", "gebiete", "gebiete/", "gebiete/Bühl", "gebiete/a/b", "verlauf/a", "stadt/a", "//x", "https://x"]
    {
        assert!(address(text).is_err(), "{text}");
    }
}

#[test]
fn a_reference_has_five_letters_that_do_not_look_alike() {
    assert_eq!(Reference::of_chance(&[0; 12]).unwrap().to_string(), "22222");
    // 31 stands for no letter and is left out.
    assert_eq!(Reference::of_chance(&[31, 1, 2, 31, 3, 4, 5]).unwrap().as_str(), "34567");
    assert_eq!(Reference::of_chance(&[31; 12]), None);
    for text in ["", "2222", "222222", "2222O", "2222o", "22221", "22+22", "ABCDE", "<b>12"] {
        assert!(text.parse::<Reference>().is_err(), "{text}");
    }
}
