//! Numbers as German readers write them.

use faserstand_lib::{
    domain::amount::Amount,
    presentation::{
        lang::Lang,
        number::{
            amount, contracts_amount, contracts_dative, count, is_one, per_day, percent_of_tenths, share, signed,
            spelled,
        },
    },
};

use crate::build::{basis_points, percent};

#[test]
fn thousands_have_a_point() {
    assert_eq!([0, 999, 1_233, 1_000_000].map(|of| count(of, Lang::De)), ["0", "999", "1.233", "1.000.000"]);
}

#[test]
fn a_percentage_has_as_many_digits_as_it_needs_and_keeps_its_sign_with_it() {
    assert_eq!(percent_of_tenths(245, Lang::De), "24,5\u{a0}%");
    assert_eq!(share(percent(33), Lang::De), "33\u{a0}%");
    assert_eq!(share(basis_points(3_350), Lang::De), "33,5\u{a0}%");
    assert_eq!(share(basis_points(3_305), Lang::De), "33,05\u{a0}%");
}

#[test]
fn a_range_has_its_unit_once() {
    assert_eq!(amount(Amount::Range(percent(10), percent(15)), |of| share(of, Lang::De), Lang::De), "10 bis 15\u{a0}%");
    assert_eq!(contracts_amount(Amount::Range(100, 150), Lang::De), "100 bis 150 Verträge");
}

#[test]
fn exactness_is_said() {
    assert_eq!(amount(Amount::LessThan(percent(15)), |of| share(of, Lang::De), Lang::De), "unter 15\u{a0}%");
    assert_eq!(contracts_amount(Amount::LessThan(300), Lang::De), "weniger als 300 Verträge");
    assert_eq!(contracts_amount(Amount::AtLeast(1_233), Lang::De), "mindestens 1.233 Verträge");
    assert_eq!(contracts_amount(Amount::About(1), Lang::De), "etwa 1 Vertrag");
}

#[test]
fn contracts_have_a_dative() {
    assert_eq!(contracts_dative(Amount::Exact(171), Lang::De), "171 Verträgen");
    assert_eq!(contracts_dative(Amount::Exact(1), Lang::De), "1 Vertrag");
    assert_eq!(contracts_dative(Amount::Range(10, 20), Lang::De), "10 bis 20 Verträgen");
    assert_eq!(contracts_dative(Amount::LessThan(300), Lang::De), "weniger als 300 Verträgen");
}

#[test]
fn only_a_range_of_one_is_plural() {
    assert!([Amount::Exact(1), Amount::About(1), Amount::AtLeast(1)].into_iter().all(|of| is_one(of, Lang::De)));
    assert!(![Amount::Exact(0), Amount::Exact(2), Amount::Range(0, 1)].into_iter().any(|of| is_one(of, Lang::De)));
}

#[test]
fn a_pace_names_what_it_counts() {
    assert_eq!(per_day(75, Lang::De), "7,5 Verträge am Tag");
    assert_eq!(per_day(10, Lang::De), "1 Vertrag am Tag");
    assert_eq!(per_day(-5, Lang::De), "−0,5 Verträge am Tag");
    assert_eq!(per_day(12_340, Lang::De), "1.234 Verträge am Tag");
}

#[test]
fn a_change_has_a_sign() {
    assert_eq!([46, 0, -3].map(|of| signed(of, Lang::De)), ["+46", "0", "−3"]);
    assert_eq!(signed(-1_233, Lang::De), "−1.233");
}

#[test]
fn numbers_up_to_twelve_are_words() {
    assert_eq!([0, 11, 12, 13].map(|of| spelled(of, Lang::De)), ["null", "elf", "zwölf", "13"]);
}
