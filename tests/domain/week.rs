//! What a week brought.

use faserstand_lib::domain::{
    ids::AreaId,
    reading::{Reading, Stage::Checked},
    week::{Gain, Gains, Together, together},
};
use jiff::civil::date;

use crate::build::{CAMPAIGN, GRIESHEIM, WEIER, on, silence};

fn gain(readings: &[&Reading]) -> Option<Gain> {
    Gain::of(readings)
}

#[test]
fn a_week_is_the_newest_count_against_the_one_before_it() {
    let (first, second, third) = (
        on(date(2023, 11, 17), Checked, 190),
        on(date(2023, 11, 24), Checked, 213),
        on(date(2023, 12, 1), Checked, 229),
    );
    // 229 − 213 = 16 in 7 days: 2.2857…, rounded 2.3.
    let week = gain(&[&first, &second, &third]).unwrap();
    assert_eq!((week.contracts, week.days, week.per_day_tenths), (16, 7, 23));
    assert_eq!(week.in_a_week(), Some(16));
    // 213 − 229 = −16.
    let fallen = on(date(2023, 12, 8), Checked, 213);
    assert_eq!(gain(&[&third, &fallen]).unwrap().contracts, -16);
}

#[test]
fn a_count_of_the_same_week_is_no_week_ago() {
    let (old, early, newest) = (
        on(date(2023, 11, 25), Checked, 200),
        on(date(2023, 11, 26), Checked, 210),
        on(date(2023, 12, 1), Checked, 229),
    );
    // 26 November is five days ago, the 25th is six.
    let week = gain(&[&old, &early, &newest]).unwrap();
    assert_eq!((week.contracts, week.days), (29, 6));
    assert_eq!(gain(&[&early, &newest]), None);
}

#[test]
fn after_two_weeks_it_is_no_longer_one_weeks_change() {
    let (old, newest) = (on(date(2023, 11, 17), Checked, 200), on(date(2023, 12, 1), Checked, 228));
    let gain = gain(&[&old, &newest]).unwrap();
    // 28 in 14 days: 2.0 a day.
    assert_eq!((gain.in_a_week(), gain.per_day_tenths), (None, 20));
    let thirteen = Gain { days: 13, ..gain };
    assert_eq!(thirteen.in_a_week(), Some(28));
}

#[test]
fn one_count_or_none_tells_of_no_week() {
    let only = on(date(2023, 12, 1), Checked, 229);
    assert_eq!(gain(&[&only]), None);
    assert_eq!(gain(&[&silence(), &only]), None);
    assert_eq!(gain(&[]), None);
}

#[test]
fn several_areas_add_up_as_their_column_does() {
    let gain = |per_day_tenths| Gain { contracts: 0, days: 7, per_day_tenths };
    let gains: Gains = [((CAMPAIGN, GRIESHEIM), gain(23)), ((CAMPAIGN, WEIER), gain(-7))].into();
    // 2.3 − 0.7 = 1.6 a day; the third area counts neither as nothing nor as known.
    let all = together(&gains, CAMPAIGN, [GRIESHEIM, WEIER, AreaId(9)]);
    assert_eq!(all, Together { per_day_tenths: 16, known: 2 });
    assert_eq!(together(&gains, CAMPAIGN, [AreaId(9)]), Together::default());
}
