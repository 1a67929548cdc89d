//! The quota: tested in integers, rounded for display only.

use faserstand_lib::domain::{
    amount::Amount,
    campaign::Unit,
    gap::Gap,
    ids::BaseId,
    reading::{Base, Reading, Stage, Value},
    source::Source,
    take_up::{Quota, TakeUp, TakeUpError},
};

use crate::build::{DAY, THIRD, basis_points, percent};

fn quota(contracts: u32, base: u32) -> Quota {
    Quota::Counted(TakeUp::new(contracts, base, Unit::Households).unwrap())
}

fn shown(contracts: u32, base: u32) -> u32 {
    quota(contracts, base).tenths(Some(percent(33)))
}

#[test]
fn four_hundred_and_seven_of_1233_reach_a_third_and_406_do_not() {
    // 0.33 · 1 233 = 406.89
    assert!(!quota(406, 1233).reaches(percent(33)));
    assert!(quota(407, 1233).reaches(percent(33)));
    // 406 / 1 233 = 32.928 %, 407 / 1 233 = 33.009 %
    assert_eq!(shown(406, 1233), 329);
    assert_eq!(shown(407, 1233), 330);
}

#[test]
fn a_missed_threshold_is_never_printed_as_reached() {
    // 3 299 / 10 000 = 32.99 %, which rounds to 33.0 %.
    assert_eq!(quota(3299, 10_000).tenths(None), 330);
    assert_eq!(shown(3299, 10_000), 329);
    assert_eq!(shown(3300, 10_000), 330);
    assert_eq!(Quota::Stated(basis_points(3299)).tenths(Some(percent(33))), 329);
    // 32 999 / 100 000 = 32.999 %
    assert_eq!(shown(32_999, 100_000), 329);
}

#[test]
fn tenths_are_rounded_half_up_where_no_target_is_in_the_way() {
    // 2 465 / 10 000 = 24.65 %, 2 464 / 10 000 = 24.64 %
    assert_eq!(shown(2465, 10_000), 247);
    assert_eq!(shown(2464, 10_000), 246);
    // 2 / 3 = 66.67 %
    assert_eq!(shown(2, 3), 667);
    assert_eq!(shown(0, 1233), 0);
    assert_eq!(shown(1233, 1233), 1000);
}

#[test]
fn all_but_one_of_a_large_town_is_not_all_when_all_is_the_target() {
    // 29 999 / 30 000 = 99.997 %
    assert_eq!(quota(29_999, 30_000).tenths(Some(percent(100))), 999);
}

#[test]
fn a_target_of_nothing_is_reached_by_nothing() {
    assert!(quota(0, 1233).reaches(percent(0)));
    assert_eq!(quota(0, 1233).tenths(Some(percent(0))), 0);
}

#[test]
fn drawing_uses_hundredths_of_a_percent() {
    // 407 / 1 233 = 33.0089 %
    assert_eq!(quota(407, 1233).drawn_basis_points(), 3301);
    assert_eq!(quota(u32::MAX, u32::MAX).drawn_basis_points(), 10_000);
}

#[test]
fn more_contracts_than_households_are_a_mistake() {
    let mistake = TakeUpError::MoreThanBase { contracts: 1234, base: 1233 };
    assert_eq!(TakeUp::new(1234, 1233, Unit::Households), Err(mistake));
    assert_eq!(TakeUp::new(0, 0, Unit::Households), Err(TakeUpError::NoBase));
}

/// Every count of every area of up to 3 000 households: 4.5 million pairs against one integer formula.
#[test]
fn test_gap_and_display_agree_for_every_area_of_up_to_3000_households() {
    let third = percent(33);
    for base in 1..=3000 {
        let needed = third.of_at_least(base);
        for contracts in 0..=base {
            // The definition itself: 33 % means 33/100.
            let hit = 100 * contracts >= 33 * base;
            let quota = quota(contracts, base);
            assert_eq!(quota.reaches(third), hit, "{contracts} of {base}");
            assert_eq!(needed <= contracts, hit, "{contracts} of {base}");
            assert_eq!(quota.tenths(Some(third)) >= 330, hit, "{contracts} of {base}");
            let expected = match hit {
                true => Gap::Surplus(Amount::Exact(contracts - needed)),
                false => Gap::Missing(Amount::Exact(needed - contracts)),
            };
            assert_eq!(Gap::of(&unnamed(contracts, base), THIRD), Some(expected), "{contracts} of {base}");
        }
    }
}

/// The same for shares that fall between two tenths of a percent, on a coarser grid.
#[test]
fn test_and_need_agree_for_every_target_of_whole_basis_points() {
    for target in 0..=10_000 {
        let share = basis_points(target);
        for base in [1, 2, 3, 99, 100, 1233, 10_000] {
            let needed = share.of_at_least(base);
            assert!(quota(needed, base).reaches(share), "{needed} of {base} against {target}");
            assert!(needed == 0 || !quota(needed - 1, base).reaches(share), "{needed} of {base} against {target}");
        }
    }
}

/// A reading without a single allocated letter, so that millions of them take a moment.
fn unnamed(contracts: u32, base: u32) -> Reading {
    let source = || Source { name: String::new(), published_on: None };
    let base =
        Base { id: BaseId(1), count: base, unit: Unit::Households, as_of: None, estimated_by: None, source: source() };
    Reading::new(DAY, Stage::Checked, Value::Contracts(Amount::Exact(contracts)), Some(base), source()).unwrap()
}
