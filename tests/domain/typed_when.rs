//! Times as people type them: a day, a month, a year, a span, a day without its year.

use faserstand_lib::domain::{
    import::{FormProblem, Problem},
    typed::{date::nearest_day, when::when},
    when::When,
};
use jiff::civil::{Date, date};

const TODAY: Date = date(2023, 11, 10);

#[test]
fn a_day_a_month_a_year_and_a_span_are_read() {
    let day = When::Day(date(2023, 11, 9));
    let read = [
        ("9.11.2023", day),
        ("09.11.23", day),
        ("Do, 9. November 2023", day),
        ("2023-11-09", day),
        ("9.11.", day),
        ("11.2023", When::Month(2023, 11)),
        ("11/2023", When::Month(2023, 11)),
        ("2023-11", When::Month(2023, 11)),
        ("November 2023", When::Month(2023, 11)),
        (" Nov. 2023 ", When::Month(2023, 11)),
        ("März 2024", When::Month(2024, 3)),
        ("2025", When::Years(2025, 2025)),
        ("2025/2026", When::Years(2025, 2026)),
        ("2025 bis 2026", When::Years(2025, 2026)),
        ("2025–2026", When::Years(2025, 2026)),
        ("2025-2026", When::Years(2025, 2026)),
    ];
    for (text, expected) in read {
        assert_eq!(when(text, TODAY), Ok(expected), "{text}");
    }
}

#[test]
fn what_names_no_time_is_told_as_such() {
    for text in
        ["", "bald", "Anfang 2024", "13.2023", "0.2023", "2026/2025", "1999", "2100", "23", "11.", "Novembre 2023"]
    {
        assert_eq!(when(text, TODAY), Err(expected(text)), "{text}");
    }
    // A day that the calendar does not have is one all the same.
    assert_eq!(when("31.11.2023", TODAY), Err(Problem::NoSuchDay { text: "31.11.2023".to_owned() }));
}

fn expected(text: &str) -> Problem {
    if text.is_empty() { Problem::NoDay } else { FormProblem::NotAWhen { text: text.to_owned() }.into() }
}

#[test]
fn a_day_without_its_year_is_the_nearest_one() {
    let nearest = [
        ("1.12.", date(2023, 12, 1)),
        ("1.12", date(2023, 12, 1)),
        ("10. November", date(2023, 11, 10)),
        // 142 days ahead against 224 days back.
        ("31.3.", date(2024, 3, 31)),
        // 183 days back against 183 ahead would be 11 May; the 12th is 182 days back, and 184 ahead.
        ("12.5.", date(2023, 5, 12)),
        // Only 2024 has the day.
        ("29.2.", date(2024, 2, 29)),
    ];
    for (text, day) in nearest {
        assert_eq!(nearest_day(text, TODAY), Ok(day), "{text}");
    }
    // A year that stands there is never replaced.
    assert_eq!(nearest_day("1.12.2025", TODAY), Ok(date(2025, 12, 1)));
    for text in ["", "31.11.", "1.13.", "12", "morgen"] {
        assert!(nearest_day(text, TODAY).is_err(), "{text}");
    }
}
