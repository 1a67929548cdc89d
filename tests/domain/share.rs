//! Shares in basis points.

use faserstand_lib::domain::share::{Share, ShareError};

use crate::build::{basis_points, percent};

#[test]
fn thirty_three_percent_is_3300_basis_points() {
    assert_eq!(percent(33).basis_points(), 3300);
}

#[test]
fn a_share_goes_up_to_the_whole_and_no_further() {
    assert_eq!(Share::from_basis_points(10_000), Ok(Share::WHOLE));
    assert_eq!(Share::from_basis_points(10_001), Err(ShareError(10_001)));
    // 104 % in a press text is a share of the target, never one of the base. 70 000 would be 4 464 in 16 bits.
    assert_eq!(Share::from_basis_points(10_400), Err(ShareError(10_400)));
    assert_eq!(Share::from_basis_points(70_000), Err(ShareError(70_000)));
}

#[test]
fn a_part_of_a_household_needs_a_whole_one() {
    assert_eq!(percent(33).of_at_least(100), 33);
    // 0.33 · 1 233 = 406.89
    assert_eq!(percent(33).of_at_least(1233), 407);
    assert_eq!(percent(33).of_at_most(1233), 406);
    assert_eq!(percent(33).of_at_least(0), 0);
    assert_eq!(Share::WHOLE.of_at_least(1233), 1233);
    assert_eq!(Share::NOTHING.of_at_least(1233), 0);
}

#[test]
fn the_largest_base_overflows_nothing() {
    assert_eq!(Share::WHOLE.of_at_least(u32::MAX), u32::MAX);
    assert_eq!(Share::WHOLE.of_at_most(u32::MAX), u32::MAX);
    // 0.0001 · 4 294 967 295 = 429 496.7295
    assert_eq!(basis_points(1).of_at_least(u32::MAX), 429_497);
}

#[test]
fn less_never_goes_below_nothing() {
    assert_eq!(percent(33).less(500), percent(28));
    assert_eq!(percent(4).less(500), Share::NOTHING);
}
