//! The weeks before and after a measure, from the counts around it.

use faserstand_lib::domain::{
    coincidence::{Around, Week, together},
    reading::{Reading, Stage},
};
use jiff::civil::{Date, date};

use crate::build::{on, silence};

const FRIDAYS: [Date; 4] = [date(2023, 11, 17), date(2023, 11, 24), date(2023, 12, 1), date(2023, 12, 8)];

/// 201, 213, 229 and 260 contracts on four Fridays.
fn weekly() -> Vec<Reading> {
    FRIDAYS.into_iter().zip([201, 213, 229, 260]).map(|(day, count)| on(day, Stage::Checked, count)).collect()
}

fn gained(readings: &[Reading], day: Date) -> [Option<i64>; 2] {
    let around = Around::of(readings, day);
    [around.before, around.after].map(|week| week.map(|week| week.contracts))
}

#[test]
fn the_count_nearest_to_the_measure_parts_the_weeks() {
    // 1 December is a day from the letter of 30 November: 229 - 213 before, 260 - 229 after.
    assert_eq!(gained(&weekly(), date(2023, 11, 30)), [Some(16), Some(31)]);
    assert_eq!(gained(&weekly(), date(2023, 12, 1)), [Some(16), Some(31)]);
    // Three days to 24 November, four to 1 December: 213 - 201 before, 229 - 213 after.
    assert_eq!(gained(&weekly(), date(2023, 11, 27)), [Some(12), Some(16)]);
    let around = Around::of(&weekly(), date(2023, 11, 30));
    assert_eq!(around.before, Some(Week { from: FRIDAYS[1], to: FRIDAYS[2], contracts: 16 }));
}

#[test]
fn a_week_without_two_counts_is_not_known() {
    assert_eq!(gained(&weekly(), FRIDAYS[3]), [Some(31), None], "nobody has counted since");
    assert_eq!(gained(&weekly(), date(2023, 12, 12)), [None, None], "four days from the last count");
    assert_eq!(gained(&[], FRIDAYS[0]), [None, None]);
    let mut gap = weekly();
    gap.remove(1);
    assert_eq!(gained(&gap, FRIDAYS[2]), [None, Some(31)], "two weeks are no week");
    assert_eq!(gained(&[silence()], date(2023, 11, 10)), [None, None], "not reported is not zero");
}

#[test]
fn of_one_day_the_best_checked_count_is_taken() {
    let mut readings = weekly();
    readings.insert(0, on(FRIDAYS[2], Stage::Reported, 240));
    assert_eq!(gained(&readings, FRIDAYS[2]), [Some(16), Some(31)]);
}

#[test]
fn areas_without_a_week_count_neither_as_zero_nor_as_known() {
    let known = Around::of(&weekly(), FRIDAYS[2]);
    let half = Around::of(&weekly(), FRIDAYS[3]);
    let sum = together([known, half, Around::default()]);
    assert_eq!((sum.before, sum.before_areas), (47, 2)); // 16 + 31
    assert_eq!((sum.after, sum.after_areas), (31, 1));
}
