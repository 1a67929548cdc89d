//! Numbers and their exactness as they stand in cells.

use faserstand_lib::domain::{
    amount::Amount,
    import::Problem,
    share::Share,
    typed::amount::{Quote, contracts, quote},
};

fn count(cell: &str) -> Amount<u32> {
    contracts(cell).unwrap().unwrap()
}

fn percent(cell: &str) -> Amount<u32> {
    let Quote { amount, cut } = quote(cell).unwrap().unwrap();
    assert!(!cut, "{cell}");
    amount.map(Share::basis_points)
}

#[test]
fn a_count_may_have_separated_thousands() {
    for text in ["1233", "1.233", "1 233", "1\u{a0}233", "1\u{202f}233", " 1233 ", "01233", "1233,00", "1.233,00"] {
        assert_eq!(count(text), Amount::Exact(1233), "{text}");
    }
    assert_eq!(count("1.234.567"), Amount::Exact(1_234_567));
    assert_eq!(count("0"), Amount::Exact(0));
}

#[test]
fn a_comma_in_a_count_is_refused_with_what_is_meant() {
    assert_eq!(contracts("1,233"), Err(Problem::CommaInCount { text: "1,233".to_owned(), meant: 1233 }));
    assert!(matches!(contracts("ca. 1,233"), Err(Problem::NotACount { .. })));
}

#[test]
fn a_percentage_among_counts_is_refused() {
    for text in ["24,5 %", "24,5%", "24 Prozent", "unter 15 %", "10–15 %", "24.5 %"] {
        assert!(matches!(contracts(text), Err(Problem::PercentInCount { .. })), "{text}");
    }
    for text in ["24,5", "24.5", "1.23", "0.245", "407,0", "407,01", ",00", "1.233,5", "12.3456"] {
        assert!(matches!(contracts(text), Err(Problem::NotWhole { .. })), "{text}");
    }
}

#[test]
fn what_is_no_count_is_told_apart() {
    for text in ["1.233 Verträge", "viele", "2023-11-10", "1 23", "12 34", "=1+1", "1e3", "½", "", "ca.", "."] {
        assert!(matches!(contracts(text), Err(Problem::NotACount { .. })), "{text}: {:?}", contracts(text));
    }
    for text in ["-3", "−3"] {
        assert!(matches!(contracts(text), Err(Problem::NegativeCount { .. })), "{text}");
    }
    for text in ["10.000.001", "99999999999999999999"] {
        assert!(matches!(contracts(text), Err(Problem::CountTooLarge { .. })), "{text}");
    }
    assert_eq!(contracts("unter 0"), Err(Problem::LessThanNothing { text: "unter 0".to_owned() }));
}

#[test]
fn a_count_may_say_how_exact_it_is() {
    for text in ["ca. 300", "ca 300", "ca.300", "etwa 300", "rund 300", "Ungefähr 300", "~300", "≈ 300"] {
        assert_eq!(count(text), Amount::About(300), "{text}");
    }
    for text in ["mind. 300", "mindestens 300", "≥ 300", ">=300", "ab 300", "Mind. 300"] {
        assert_eq!(count(text), Amount::AtLeast(300), "{text}");
    }
    for text in ["über 300", "Über 300", "ueber 300", "mehr als 300", "> 300"] {
        assert_eq!(count(text), Amount::AtLeast(301), "{text}");
    }
    for text in ["unter 300", "< 300", "weniger als 300"] {
        assert_eq!(count(text), Amount::LessThan(300), "{text}");
    }
    for text in ["höchstens 300", "bis zu 300", "≤ 300", "<= 300", "maximal 300", "max. 300"] {
        assert_eq!(count(text), Amount::LessThan(301), "{text}");
    }
    for text in ["300 bis 350", "300–350", "300-350", "300 - 350", "von 300 bis 350", "zwischen 300 und 350"] {
        assert_eq!(count(text), Amount::Range(300, 350), "{text}");
    }
    assert_eq!(count("rund 1.200"), Amount::About(1200));
}

#[test]
fn a_range_runs_upwards() {
    for text in ["350 bis 300", "300–300"] {
        assert!(matches!(contracts(text), Err(Problem::RangeReversed { .. })), "{text}");
    }
    assert!(matches!(quote("15 bis 10 %"), Err(Problem::RangeReversed { .. })));
}

#[test]
fn no_number_is_not_zero() {
    let nothing =
        ["-", "–", "—", "--", "k. A.", "k.A.", "K. A.", "keine Angabe", "nicht gemeldet", "n/a", "N/A", "#NV"];
    for text in nothing {
        assert_eq!(contracts(text), Ok(None), "{text}");
        assert_eq!(quote(text), Ok(None), "{text}");
    }
}

#[test]
fn a_percentage_is_read_with_or_without_its_sign() {
    for text in ["24,5 %", "24.5", "24,5", "24,5%", "24,50", "24,5 Prozent", "24,5\u{a0}%"] {
        assert_eq!(percent(text), Amount::Exact(2450), "{text}");
    }
    assert_eq!(percent("33"), Amount::Exact(3300));
    assert_eq!(percent("100 %"), Amount::Exact(10_000));
    assert_eq!(percent("0,01"), Amount::Exact(1));
}

#[test]
fn an_inexact_percentage_keeps_what_its_source_says() {
    assert_eq!(percent("ca. 24,5 %"), Amount::About(2450));
    assert_eq!(percent("mindestens 33 %"), Amount::AtLeast(3300));
    // A percentage has no next larger one: the value itself stays the lower end.
    assert_eq!(percent("über 33 %"), Amount::AtLeast(3300));
    for text in ["unter 15 %", "< 15 %", "weniger als 15 %", "<15%"] {
        assert_eq!(percent(text), Amount::LessThan(1500), "{text}");
    }
    assert_eq!(percent("höchstens 15 %"), Amount::Range(0, 1500));
    assert_eq!(percent("höchstens 0 %"), Amount::Exact(0));
    for text in ["10 bis 15 %", "10–15 %", "10-15 %", "10 % bis 15 %", "zwischen 10 und 15 %"] {
        assert_eq!(percent(text), Amount::Range(1000, 1500), "{text}");
    }
}

#[test]
fn decimals_beyond_the_second_never_lift_a_quote_over_the_threshold() {
    let cut = |cell: &str| {
        let Quote { amount, cut } = quote(cell).unwrap().unwrap();
        assert!(cut, "{cell}");
        amount.map(Share::basis_points)
    };
    assert_eq!(cut("32,9999"), Amount::Exact(3299));
    assert_eq!(cut("mindestens 32,999"), Amount::AtLeast(3299));
    // An upper end grows instead: less than 14,991 may be 14,9905.
    assert_eq!(cut("unter 14,991"), Amount::LessThan(1500));
    assert_eq!(cut("10,001 bis 14,991"), Amount::Range(1000, 1500));
    assert_eq!(percent("24,500000"), Amount::Exact(2450));
}

#[test]
fn a_quote_above_the_whole_is_refused() {
    for text in ["104 %", "100,001", "über 100,5 %", "70 bis 110 %", "4294967296"] {
        assert!(matches!(quote(text), Err(Problem::MoreThanWhole { .. })), "{text}");
    }
}

#[test]
fn a_thousand_in_a_quote_column_is_unclear() {
    for text in ["1.233", "24.567", "1.233 %"] {
        assert!(matches!(quote(text), Err(Problem::UnclearPercent { .. })), "{text}");
    }
    for text in ["viel", "-5", "24,5,5", "%", "1.233,5", ""] {
        assert!(matches!(quote(text), Err(Problem::NotAPercent { .. })), "{text}: {:?}", quote(text));
    }
    assert!(matches!(quote("unter 0 %"), Err(Problem::LessThanNothing { .. })));
}
