//! Numbers that are news, and how long none has come.

use faserstand_lib::domain::{
    campaign::Target,
    crossing::Crossed,
    ids::ReadingId,
    reading::{Record, Stage},
    rollout::Rollout,
};
use jiff::civil::{Date, date};

use crate::support_town::{self as town, BUEHL, GRIESHEIM};

/// The small town with these counts, in their order.
fn counted(counts: &[(Date, u32)]) -> Rollout {
    let mut rollout = town::rollout();
    let record = |(number, (day, contracts)): (i64, &(Date, u32))| Record {
        id: ReadingId(number),
        ..town::counted(GRIESHEIM, *day, *contracts)
    };
    rollout.readings = (1..).zip(counts).map(record).collect();
    rollout
}

fn crossed(rollout: &Rollout) -> Vec<(Crossed, Date)> {
    let crossings = rollout.crossings(date(2023, 12, 1));
    crossings.iter().map(|crossing| (crossing.crossed, crossing.reading.as_of)).collect()
}

/// 33 % of 914 households are 302 contracts, 16.5 % are 151.
#[test]
fn the_first_number_that_is_half_and_the_first_that_is_all_are_news() {
    let day = |day| date(2023, 10, day);
    assert_eq!(crossed(&counted(&[(day(1), 150)])), []);
    assert_eq!(crossed(&counted(&[(day(1), 150), (day(8), 151), (day(15), 160)])), [(Crossed::Half, day(8))]);
    let both = counted(&[(day(1), 151), (day(8), 301), (day(15), 302), (day(22), 310)]);
    assert_eq!(crossed(&both), [(Crossed::Half, day(1)), (Crossed::Whole, day(15))]);
}

#[test]
fn a_number_that_nobody_has_checked_is_no_news() {
    let day = date(2023, 10, 1);
    let mut rollout = counted(&[(day, 302)]);
    assert_eq!(crossed(&rollout).len(), 2);
    rollout.readings[0].reading.stage = Stage::Reported;
    assert_eq!(crossed(&rollout), []);
}

#[test]
fn an_operator_who_names_no_target_has_none_to_cross() {
    let mut rollout = counted(&[(date(2023, 10, 1), 302)]);
    rollout.campaigns[0].target = Target::OperatorDecision;
    assert_eq!(crossed(&rollout), []);
}

#[test]
fn numbers_are_quiet_after_a_week_while_something_has_still_to_come_out() {
    let rollout = counted(&[(date(2023, 11, 3), 100), (date(2023, 11, 10), 120)]);
    let quiet = |day: Date| rollout.town_status(day).main_campaign().unwrap().quiet_days(day);
    assert_eq!(quiet(date(2023, 11, 10)), None);
    assert_eq!(quiet(date(2023, 11, 17)), None);
    assert_eq!(quiet(date(2023, 11, 18)), Some(8));
    // The deadline is over and nothing came out: it still waits.
    assert_eq!(quiet(date(2024, 1, 10)), Some(61));
    // Where there was never a number, none is old.
    let never = town::rollout().town_status(date(2023, 12, 1));
    assert_eq!(never.main_campaign().unwrap().quiet_days(date(2023, 12, 1)), None);
    let of_buehl = rollout.area_report("buehl", date(2023, 11, 30)).unwrap();
    assert_eq!(of_buehl.status().unwrap().0.quiet_days(date(2023, 11, 30)), None, "{BUEHL:?} has no number");
}
