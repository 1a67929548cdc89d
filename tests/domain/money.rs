//! Money in cents: what is typed, what a share of it is.

use faserstand_lib::domain::{
    import::{FormProblem, Problem},
    money::{Cents, CentsError, MOST_CENTS},
    typed::money::money,
};

use crate::{
    build::{basis_points, percent},
    funding_example::cents,
};

#[test]
fn an_amount_is_read_with_or_without_its_points_its_cents_and_its_sign() {
    let read = [
        ("1.350.000,50 €", 135_000_050),
        ("1350000,50", 135_000_050),
        ("1 350 000,50 EUR", 135_000_050),
        ("1\u{a0}350\u{a0}000 €", 135_000_000),
        ("€ 1.350.000", 135_000_000),
        ("EUR 1.350.000,00", 135_000_000),
        ("1.350", 135_000),
        ("1.350,- €", 135_000),
        ("1.350,– €", 135_000),
        ("999", 99_900),
        ("0,05 Euro", 5),
        ("0", 0),
        ("10.000.000.000", 1_000_000_000_000),
    ];
    for (text, expected) in read {
        assert_eq!(money(text), Ok(cents(expected)), "{text}");
    }
}

#[test]
fn what_can_mean_two_amounts_is_refused_and_not_guessed() {
    let unclear = |text: &str| Err(Problem::from(FormProblem::UnclearMoney { text: text.to_owned() }));
    for text in [
        // 1.350 € or 1,35 €; 1,5 or 1.5 may be millions; the English way; points in the wrong places.
        "1,350",
        "1,5",
        "1.5",
        "1.35",
        "1350.50",
        "1,350,000.50",
        "1.350.00",
        "13.50.000",
        "0.350",
        "1.350 000",
        "1.350,",
        "1.350,5 €",
        "1,350.00",
        "1.3500",
    ] {
        assert_eq!(money(text), unclear(text), "{text}");
    }
}

#[test]
fn what_is_no_amount_is_told_as_such() {
    for text in ["", "€", "viel", "1,35 Mio. €", "-5", "−5", "5 %", "rund 500", "5 $", "+5"] {
        assert_eq!(money(text), Err(FormProblem::NotMoney { text: text.to_owned() }.into()), "{text}");
    }
    for text in ["10.000.000.000,01", "99999999999999999999999"] {
        assert_eq!(money(text), Err(FormProblem::MoneyTooLarge { text: text.to_owned() }.into()), "{text}");
    }
}

#[test]
fn no_amount_is_larger_than_ten_billion_euros() {
    assert_eq!(Cents::new(MOST_CENTS + 1), Err(CentsError(MOST_CENTS + 1)));
    assert!(serde_json::from_str::<Cents>("1000000000001").is_err());
    assert_eq!(serde_json::from_str::<Cents>("1000000000000").unwrap(), cents(MOST_CENTS));
    assert!(serde_json::from_str::<Cents>("-1").is_err());
}

#[test]
fn a_share_is_rounded_down_to_the_cent() {
    // 50 % of 1.000,01 € are 500,005 €.
    assert_eq!(cents(100_001).share(percent(50)), cents(50_000));
    // 33,33 % of 0,03 € are 0,009999 €.
    assert_eq!(cents(3).share(basis_points(3_333)), cents(0));
    assert_eq!(cents(MOST_CENTS).share(percent(100)), cents(MOST_CENTS));
    assert_eq!(cents(0).share(percent(50)), cents(0));
}

#[test]
fn what_is_left_is_never_below_nothing() {
    assert_eq!(cents(100).less(cents(99)), cents(1));
    assert_eq!(cents(99).less(cents(100)), Cents::NOTHING);
    let sum: Cents = [cents(MOST_CENTS), cents(MOST_CENTS), cents(1)].into_iter().collect();
    assert_eq!(sum.get(), 2_000_000_000_001);
}
