//! Readings: what may be one, which one is current, and what was known when.

use faserstand_lib::domain::{
    amount::{
        Amount::{Exact, LessThan, Range},
        RangeError,
    },
    reading::{self, Reading, ReadingError, Record, Stage, Value},
    take_up::{Quota, TakeUpError},
};
use jiff::civil::date;

use crate::build::{
    DAY, basis_points, contracts, correction, counted, households, instant, on, percent, record, silence, source,
    stated,
};

fn new(value: Value, base: u32) -> Result<Reading, ReadingError> {
    Reading::new(DAY, Stage::Checked, value, households(base), source())
}

fn without_base(count: u32) -> Reading {
    Reading::new(DAY, Stage::Checked, Value::Contracts(Exact(count)), None, source()).unwrap()
}

fn current(readings: &[Reading]) -> &Reading {
    reading::current(readings).unwrap()
}

#[test]
fn more_contracts_than_the_base_are_refused_however_they_are_said() {
    let refused = |contracts| Err(ReadingError::TakeUp(TakeUpError::MoreThanBase { contracts, base: 1233 }));
    assert_eq!(new(Value::Contracts(Exact(1234)), 1233), refused(1234));
    assert_eq!(new(Value::Contracts(Range(1200, 1240)), 1233), refused(1240));
    // "Fewer than 1 234" may be all 1 233; "fewer than 1 235" may be one too many.
    assert!(new(Value::Contracts(LessThan(1234)), 1233).is_ok());
    assert_eq!(new(Value::Contracts(LessThan(1235)), 1233), refused(1234));
    assert!(new(Value::Contracts(Exact(1233)), 1233).is_ok());
}

#[test]
fn a_base_of_nothing_is_refused_whatever_was_said() {
    let no_base = Err(ReadingError::TakeUp(TakeUpError::NoBase));
    assert_eq!(new(Value::Contracts(Exact(0)), 0), no_base);
    assert_eq!(new(Value::Percent(Exact(percent(20))), 0), no_base);
    assert_eq!(new(Value::NotReported, 0), no_base);
}

#[test]
fn a_range_the_wrong_way_round_is_refused() {
    let refused = Err(ReadingError::Range(RangeError));
    assert_eq!(new(Value::Contracts(Range(320, 300)), 1233), refused);
    assert_eq!(new(Value::Percent(Range(percent(15), percent(10))), 1233), refused);
    assert_eq!(new(Value::Contracts(LessThan(0)), 1233), refused);
}

#[test]
fn a_quota_carries_the_numbers_behind_it() {
    let Some(Exact(Quota::Counted(take_up))) = counted(407, 1233).quota() else { unreachable!("a counted quota") };
    assert_eq!((take_up.contracts(), take_up.base()), (407, 1233));
    assert_eq!(stated(Exact(percent(25))).quota(), Some(Exact(Quota::Stated(percent(25)))));
    assert_eq!(silence().quota(), None);
    assert_eq!(without_base(300).quota(), None);
    // "Fewer than 1 234 of 1 233" says nothing more than "up to all".
    assert!(contracts(LessThan(1234), 1233).quota().is_some());
}

#[test]
fn the_newest_day_is_current_even_if_it_is_lower_or_less_checked() {
    let readings = [on(date(2023, 10, 1), Stage::Net, 300), on(date(2023, 11, 1), Stage::Reported, 290)];
    assert_eq!(current(&readings), &readings[1]);
}

#[test]
fn within_a_day_net_goes_before_checked_and_checked_before_reported() {
    let (reported, checked, net) =
        (on(DAY, Stage::Reported, 320), on(DAY, Stage::Checked, 310), on(DAY, Stage::Net, 300));
    assert_eq!(current(&[net.clone(), reported.clone(), checked.clone()]), &net);
    assert_eq!(current(&[checked.clone(), reported.clone()]), &checked);
    assert_eq!(current(std::slice::from_ref(&reported)), &reported);
}

#[test]
fn of_two_sources_of_one_day_and_stage_the_later_entry_is_current() {
    let readings = [on(DAY, Stage::Checked, 310), on(DAY, Stage::Checked, 312)];
    assert_eq!(current(&readings), &readings[1]);
}

#[test]
fn silence_never_takes_the_place_of_a_number() {
    let number = on(date(2023, 10, 1), Stage::Reported, 300);
    assert_eq!(current(&[number.clone(), silence()]), &number);
    assert_eq!(reading::current(&[silence()]), None);
    assert_eq!(reading::current(&[]), None);
}

#[test]
fn an_older_reading_that_is_better_checked_stands_beside_the_current_one() {
    let net = on(date(2023, 10, 1), Stage::Net, 280);
    let older_net = on(date(2023, 9, 20), Stage::Net, 200);
    let checked = on(date(2023, 10, 20), Stage::Checked, 300);
    let reported = on(DAY, Stage::Reported, 340);
    let readings = [older_net, net.clone(), checked.clone(), reported.clone()];
    assert_eq!(current(&readings), &reported);
    assert_eq!(reading::better_checked(&readings, &reported), Some(&checked), "the newest of the better ones");
    assert_eq!(reading::better_checked(&readings, &checked), Some(&net));
    assert_eq!(reading::better_checked(&readings, &net), None);
}

#[test]
fn a_better_stage_of_the_same_day_is_the_current_reading_and_stands_beside_nothing() {
    let readings = [on(DAY, Stage::Reported, 340), on(DAY, Stage::Net, 300)];
    assert_eq!(reading::better_checked(&readings, current(&readings)), None);
    assert_eq!(reading::better_checked(&readings, &readings[0]), None, "only an older one stands beside");
}

#[test]
fn a_better_checked_silence_is_no_reading_to_stand_beside() {
    let quiet = Reading::new(date(2023, 10, 1), Stage::Net, Value::NotReported, None, source()).unwrap();
    let reported = on(DAY, Stage::Reported, 340);
    assert_eq!(reading::better_checked(&[quiet, reported.clone()], &reported), None);
}

/// 300 on 10 November; on the 14th it turns out that 12 were counted twice; on the 20th that it was 13.
fn corrected_twice() -> Vec<Record> {
    vec![
        record(1, on(DAY, Stage::Checked, 300)),
        correction(2, 1, "2023-11-14T09:00:00Z", "12 doppelt gezählt", on(DAY, Stage::Checked, 288)),
        correction(3, 2, "2023-11-20T09:00:00Z", "noch einer doppelt", on(DAY, Stage::Checked, 287)),
    ]
}

fn known_at(at: &str) -> Vec<i64> {
    let records = corrected_twice();
    reading::as_known_on(&records, instant(at)).into_iter().map(|record| record.id.0).collect()
}

#[test]
fn a_correction_appends_and_keeps_what_was_known_before() {
    assert_eq!(known_at("2023-11-10T10:59:59Z"), Vec::<i64>::new());
    assert_eq!(known_at("2023-11-10T11:00:00Z"), [1]);
    assert_eq!(known_at("2023-11-14T08:59:59Z"), [1]);
    assert_eq!(known_at("2023-11-14T09:00:00Z"), [2]);
    assert_eq!(known_at("2023-11-20T09:00:00Z"), [3], "the correction of a correction holds alone");
    assert_eq!(corrected_twice().len(), 3);
}

#[test]
fn a_correction_names_its_reason() {
    let records = corrected_twice();
    assert_eq!(records[1].corrects.as_ref().unwrap().reason, "12 doppelt gezählt");
}

#[test]
fn a_later_base_does_not_rewrite_an_older_reading() {
    // 380 of 1 233 is 30.8 %; of the 1 150 counted later it would be 33.04 % and reach a third.
    let older = Reading::new(DAY, Stage::Checked, Value::Contracts(Exact(380)), households(1233), source()).unwrap();
    let newer = counted(381, 1150);
    let reaches = |reading: &Reading| reading.quota().unwrap().certain_quota().reaches(percent(33));
    assert!(!reaches(&older));
    assert!(reaches(&newer));
    assert_eq!(older.base().unwrap().count, 1233);
}

#[test]
fn a_percentage_is_kept_as_it_was_said() {
    let reading = stated(Exact(basis_points(3299)));
    assert_eq!(reading.value(), Value::Percent(Exact(basis_points(3299))));
    assert_eq!(reading.contracts(), None);
}
