//! Dates as exactly as a source says.

use faserstand_lib::domain::when::When;
use jiff::civil::{Date, date};

fn when(text: &str) -> When {
    text.parse().unwrap()
}

#[test]
fn a_source_may_name_a_day_a_month_a_year_or_a_span_of_years() {
    assert_eq!(when("2023-11-10"), When::Day(date(2023, 11, 10)));
    assert_eq!(when("2024-07"), When::Month(2024, 7));
    assert_eq!(when("2023"), When::Years(2023, 2023));
    assert_eq!(when("2025/2026"), When::Years(2025, 2026));
}

#[test]
fn what_was_read_is_written_the_same_way() {
    for text in ["2023-11-10", "2024-07", "2024-12", "2023", "2025/2026", "0987"] {
        assert_eq!(when(text).to_string(), text);
    }
}

#[test]
fn anything_else_is_refused_and_quoted() {
    let wrong = [
        "",
        "10.11.2023",
        "2023-13",
        "2023-00",
        "2023-1",
        "2023-11-31",
        "2023-02-29",
        "23",
        "2026/2025",
        "2025/",
        "/2026",
        "2025/26",
        "2025/2026/2027",
        " 2023",
        "+202",
        "-2023",
        "2023-+1",
        "mitte",
        "Mitte 2024",
        "２０２３",
        "20231110",
        "2023-11-10T12:00",
        "2023-11-10[Europe/Berlin]",
        "+002023-11-10",
        "2023-W45",
        "2023-11-10 ",
    ];
    for text in wrong {
        let refused = text.parse::<When>().unwrap_err();
        assert_eq!(refused.0, text);
    }
}

#[test]
fn a_month_begins_on_its_first_day_and_ends_on_its_last() {
    assert_span("2024-02", date(2024, 2, 1), date(2024, 2, 29));
    assert_span("2023-02", date(2023, 2, 1), date(2023, 2, 28));
    assert_span("2023", date(2023, 1, 1), date(2023, 12, 31));
    assert_span("2025/2026", date(2025, 1, 1), date(2026, 12, 31));
    assert_span("2023-11-10", date(2023, 11, 10), date(2023, 11, 10));
}

fn assert_span(text: &str, first: Date, last: Date) {
    assert_eq!((when(text).first_day(), when(text).last_day()), (first, last), "{text}");
}
