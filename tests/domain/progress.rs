//! How far an area is in a running campaign.

use faserstand_lib::domain::{
    amount::Amount::{self, About, AtLeast, Exact, LessThan, Range},
    campaign::{CLOSE_BASIS_POINTS, Target},
    progress::Progress,
    reading::{Reading, Stage, Value},
    share::Share,
};

use crate::build::{DAY, source};
use crate::build::{THIRD, basis_points, contracts, counted, on, percent, reading, silence, stated};

fn of(reading: &Reading) -> Progress {
    Progress::of(Some(reading), THIRD)
}

fn of_percent(amount: Amount<Share>) -> Progress {
    of(&stated(amount))
}

#[test]
fn not_reported_is_not_zero() {
    assert_eq!(Progress::of(None, THIRD), Progress::None);
    assert_eq!(of(&silence()), Progress::None);
    assert_eq!(Progress::of(Some(&silence()), Target::Count(20)), Progress::None);
    assert_eq!(Progress::of(Some(&silence()), Target::OperatorDecision), Progress::None);
    assert_eq!(of(&counted(0, 1233)), Progress::Below);
}

#[test]
fn close_is_from_five_points_below_the_target_to_the_target() {
    assert_eq!(CLOSE_BASIS_POINTS, 500);
    assert_eq!(of(&counted(2799, 10_000)), Progress::Below);
    assert_eq!(of(&counted(2800, 10_000)), Progress::Close);
    assert_eq!(of(&counted(3299, 10_000)), Progress::Close);
    assert_eq!(of(&counted(3300, 10_000)), Progress::Reached);
    // 0.28 · 1 233 = 345.24
    assert_eq!(of(&counted(345, 1233)), Progress::Below);
    assert_eq!(of(&counted(346, 1233)), Progress::Close);
}

#[test]
fn a_percentage_without_its_numbers_is_held_against_a_target_in_percent() {
    assert_eq!(of_percent(Exact(basis_points(2799))), Progress::Below);
    assert_eq!(of_percent(Exact(percent(28))), Progress::Close);
    assert_eq!(of_percent(Exact(percent(33))), Progress::Reached);
}

#[test]
fn only_what_is_certain_counts() {
    assert_eq!(of_percent(LessThan(percent(15))), Progress::Below);
    assert_eq!(of_percent(LessThan(percent(34))), Progress::Below);
    assert_eq!(of_percent(Range(percent(30), percent(35))), Progress::Close);
    assert_eq!(of_percent(Range(percent(33), percent(35))), Progress::Reached);
    assert_eq!(of_percent(AtLeast(percent(33))), Progress::Reached);
    assert_eq!(of_percent(AtLeast(percent(20))), Progress::Below);
    assert_eq!(of_percent(About(percent(33))), Progress::Reached);
    // 0.28 · 1 233 = 345.24, 0.33 · 1 233 = 406.89
    assert_eq!(of(&contracts(LessThan(1234), 1233)), Progress::Below);
    assert_eq!(of(&contracts(Range(346, 420), 1233)), Progress::Close);
    assert_eq!(of(&contracts(AtLeast(407), 1233)), Progress::Reached);
}

#[test]
fn a_count_without_a_base_has_no_quota() {
    assert_eq!(of(&reading(Value::Contracts(Exact(300)), None)), Progress::NoBase);
}

#[test]
fn a_number_that_nobody_has_checked_is_only_reported_however_high_it_is() {
    assert_eq!(of(&on(DAY, Stage::Reported, 407)), Progress::ReportedOnly);
    assert_eq!(of(&on(DAY, Stage::Reported, 0)), Progress::ReportedOnly);
    assert_eq!(of(&on(DAY, Stage::Checked, 407)), Progress::Reached);
    assert_eq!(of(&on(DAY, Stage::Net, 407)), Progress::Reached);
}

#[test]
fn an_unchecked_count_without_a_base_still_lacks_the_base() {
    let unchecked = Reading::new(DAY, Stage::Reported, Value::Contracts(Exact(300)), None, source()).unwrap();
    assert_eq!(of(&unchecked), Progress::NoBase);
    assert_eq!(Progress::of(Some(&unchecked), Target::Count(20)), Progress::ReportedOnly);
}

#[test]
fn a_target_in_contracts_is_reached_or_not_and_never_close() {
    let of = |count| Progress::of(Some(&counted(count, 60)), Target::Count(20));
    assert_eq!(of(19), Progress::Below);
    assert_eq!(of(20), Progress::Reached);
    let no_base = reading(Value::Contracts(Exact(20)), None);
    assert_eq!(Progress::of(Some(&no_base), Target::Count(20)), Progress::Reached);
    let only_percent = stated(Exact(percent(90)));
    assert_eq!(Progress::of(Some(&only_percent), Target::Count(20)), Progress::NoBase);
}

#[test]
fn without_a_published_target_nothing_is_reached_or_missed() {
    let of = |reading: &Reading| Progress::of(Some(reading), Target::OperatorDecision);
    assert_eq!(of(&counted(1233, 1233)), Progress::NoTarget);
    assert_eq!(of(&counted(0, 1233)), Progress::NoTarget);
    assert_eq!(of(&stated(Exact(percent(50)))), Progress::NoTarget);
    assert_eq!(of(&on(DAY, Stage::Reported, 407)), Progress::ReportedOnly);
}
