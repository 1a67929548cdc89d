//! What is missing to the target, or above it. The target of 33 % of 1 233 households is 407 (406.89) contracts.

use faserstand_lib::domain::{
    amount::Amount::{self, About, AtLeast, Exact, LessThan, Range},
    campaign::Target,
    gap::Gap::{self, Missing, Surplus},
    reading::Value,
    share::Share,
};

use crate::build::{THIRD, basis_points, contracts, counted, percent, reading, silence, stated, stated_of};

fn of_contracts(amount: Amount<u32>) -> Option<Gap> {
    Gap::of(&contracts(amount, 1233), THIRD)
}

fn of_percent(amount: Amount<Share>) -> Option<Gap> {
    Gap::of(&stated_of(amount, 1233), THIRD)
}

#[test]
fn an_exact_count_gives_an_exact_gap() {
    assert_eq!(of_contracts(Exact(300)), Some(Missing(Exact(107))));
    assert_eq!(of_contracts(Exact(406)), Some(Missing(Exact(1))));
    assert_eq!(of_contracts(Exact(407)), Some(Surplus(Exact(0))));
    assert_eq!(of_contracts(Exact(430)), Some(Surplus(Exact(23))));
}

#[test]
fn a_rounded_count_gives_a_rounded_gap() {
    assert_eq!(of_contracts(About(300)), Some(Missing(About(107))));
    assert_eq!(of_contracts(About(430)), Some(Surplus(About(23))));
}

#[test]
fn at_least_three_hundred_leave_at_most_107_missing() {
    assert_eq!(of_contracts(AtLeast(300)), Some(Missing(LessThan(108))));
    assert_eq!(of_contracts(AtLeast(430)), Some(Surplus(AtLeast(23))));
}

#[test]
fn less_than_three_hundred_leave_at_least_108_missing() {
    // At most 299 are there: 407 − 299 = 108.
    assert_eq!(of_contracts(LessThan(300)), Some(Missing(AtLeast(108))));
    // At most 406 are there.
    assert_eq!(of_contracts(LessThan(407)), Some(Missing(AtLeast(1))));
    assert_eq!(of_contracts(LessThan(408)), None, "407 would be enough, 406 would not");
}

#[test]
fn a_range_turns_round_in_the_gap() {
    // 407 − 320 = 87, 407 − 300 = 107
    assert_eq!(of_contracts(Range(300, 320)), Some(Missing(Range(87, 107))));
    assert_eq!(of_contracts(Range(407, 430)), Some(Surplus(Range(0, 23))));
    assert_eq!(of_contracts(Range(300, 407)), None, "the target lies inside the range");
}

#[test]
fn below_fifteen_percent_leaves_at_least_223_missing() {
    // 0.15 · 1 233 = 184.95: at most 184 are there, and 407 − 184 = 223.
    assert_eq!(of_percent(LessThan(percent(15))), Some(Missing(AtLeast(223))));
    // 0.15 · 1 200 = 180: at most 179 are there; 0.33 · 1 200 = 396, and 396 − 179 = 217.
    let even = Gap::of(&stated_of(LessThan(percent(15)), 1200), THIRD);
    assert_eq!(even, Some(Missing(AtLeast(217))));
    assert_eq!(of_percent(LessThan(percent(40))), None);
}

#[test]
fn a_percentage_is_rounded_by_its_source_and_gives_no_exact_gap() {
    // 0.25 · 1 233 = 308.25: about 309, and 407 − 309 = 98.
    assert_eq!(of_percent(Exact(percent(25))), Some(Missing(About(98))));
    // 0.35 · 1 233 = 431.55: about 432, and 432 − 407 = 25.
    assert_eq!(of_percent(About(percent(35))), Some(Surplus(About(25))));
    // 0.30 · 1 233 = 369.9: at least 370, and 407 − 370 = 37.
    assert_eq!(of_percent(AtLeast(percent(30))), Some(Missing(LessThan(38))));
}

#[test]
fn a_range_of_percent_includes_its_ends_and_no_contract_beyond() {
    // 0.10 · 1 233 = 123.3, so at least 124; 0.15 · 1 233 = 184.95, so at most 184.
    // 407 − 184 = 223, 407 − 124 = 283.
    assert_eq!(of_percent(Range(percent(10), percent(15))), Some(Missing(Range(223, 283))));
    // 32.99 % of 100 is at most 32: one is missing for certain.
    let just_below = stated_of(Range(percent(30), basis_points(3299)), 100);
    assert_eq!(Gap::of(&just_below, THIRD), Some(Missing(Range(1, 3))));
    assert_eq!(of_percent(Range(percent(30), percent(35))), None, "the target lies inside the range");
    let around = stated_of(Range(basis_points(3299), percent(40)), 100);
    assert_eq!(Gap::of(&around, THIRD), None, "the target lies inside the range");
    // 0.10 · 5 = 0.5 and 0.15 · 5 = 0.75: no whole contract fits; 0.33 · 5 = 1.65, so 2 are needed.
    let hamlet = stated_of(Range(percent(10), percent(15)), 5);
    assert_eq!(Gap::of(&hamlet, THIRD), Some(Missing(Range(1, 1))));
}

#[test]
fn a_percentage_just_below_the_target_is_short_of_it_although_the_contracts_round_up_to_enough() {
    // 0.3299 · 100 = 32.99, about 33 contracts; 33 are needed; 32.99 % is not 33 %.
    let just_below = stated_of(Exact(basis_points(3299)), 100);
    assert_eq!(Gap::of(&just_below, THIRD), Some(Missing(About(1))));
    let exactly = stated_of(Exact(percent(33)), 100);
    assert_eq!(Gap::of(&exactly, THIRD), Some(Surplus(About(0))));
}

#[test]
fn no_base_no_number_and_no_target_give_no_gap() {
    assert_eq!(Gap::of(&reading(Value::Contracts(Exact(300)), None), THIRD), None);
    assert_eq!(Gap::of(&stated(Exact(percent(25))), THIRD), None);
    assert_eq!(Gap::of(&silence(), THIRD), None, "not reported is not zero");
    assert_eq!(Gap::of(&counted(300, 1233), Target::OperatorDecision), None);
}

#[test]
fn a_number_of_contracts_needs_no_base() {
    let twenty = Target::Count(20);
    let of = |count| Gap::of(&reading(Value::Contracts(Exact(count)), None), twenty);
    assert_eq!(of(17), Some(Missing(Exact(3))));
    assert_eq!(of(20), Some(Surplus(Exact(0))));
    assert_eq!(Gap::of(&stated(Exact(percent(25))), twenty), None);
    // 0.25 · 60 = 15
    assert_eq!(Gap::of(&stated_of(Exact(percent(25)), 60), twenty), Some(Missing(About(5))));
    assert_eq!(Gap::of(&silence(), twenty), None);
}

#[test]
fn a_gap_has_the_side_that_the_threshold_test_gives_for_every_percentage() {
    let third = percent(33);
    for base in [1, 3, 100, 1233, 10_000] {
        for share in (0..=10_000).map(basis_points) {
            for amount in [Exact(share), About(share), AtLeast(share)] {
                let gap = Gap::of(&stated_of(amount, base), THIRD);
                assert_eq!(matches!(gap, Some(Surplus(_))), share >= third, "{amount:?} of {base}");
                assert_ne!(gap, Some(Missing(About(0))), "{amount:?} of {base}");
            }
        }
    }
}
