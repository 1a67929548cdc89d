//! The threshold bar: what is certain, what is open, where the target stands.

use faserstand_lib::{
    domain::{amount::Amount, campaign::Target, reading::Reading},
    presentation::bar::{Bar, percent as length},
};

use crate::{
    build::{THIRD, counted, percent, silence, stated},
    example::bare,
};

fn bar(reading: &Reading) -> (u32, u32) {
    let Bar { certain, open, .. } = Bar::of(Some(reading), THIRD);
    (certain, open)
}

#[test]
fn a_count_and_a_percentage_fill_the_bar() {
    // 302 / 1 233 = 24.493 %
    assert_eq!(bar(&counted(302, 1233)), (2_449, 2_449));
    assert_eq!(bar(&stated(Amount::Exact(percent(24)))), (2_400, 2_400));
}

#[test]
fn what_is_open_is_not_filled() {
    assert_eq!(bar(&stated(Amount::LessThan(percent(15)))), (0, 1_500));
    assert_eq!(bar(&stated(Amount::Range(percent(10), percent(15)))), (1_000, 1_500));
}

#[test]
fn without_a_quota_the_bar_is_empty_and_keeps_its_mark() {
    assert_eq!(bar(&bare(171)), (0, 0));
    assert_eq!(bar(&silence()), (0, 0));
    assert_eq!(Bar::of(None, THIRD), Bar { certain: 0, open: 0, mark: Some(3_300) });
}

#[test]
fn a_number_of_contracts_has_a_mark_only_with_a_base() {
    // 200 of 400 households
    assert_eq!(Bar::of(Some(&counted(171, 400)), Target::Count(200)).mark, Some(5_000));
    assert_eq!(Bar::of(Some(&bare(171)), Target::Count(200)).mark, None);
    assert_eq!(Bar::of(Some(&counted(171, 400)), Target::OperatorDecision).mark, None);
}

#[test]
fn basis_points_become_a_length() {
    assert_eq!([0, 2_449, 3_300, 3_350].map(length), ["0%", "24.49%", "33%", "33.5%"]);
}
