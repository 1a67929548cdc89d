//! Deadlines and days, wherever the machine stands.

use std::process::Command;

use faserstand_lib::domain::{
    calendar::{berlin_day, day_end, days_until},
    campaign::{Campaign, Clock},
};
use jiff::{
    civil::{Date, date},
    tz::TimeZone,
};

use crate::build::{campaign, deadline, instant};

/// Tells the child process which zone it must have been given.
const EXPECTED_ZONE: &str = "FASERSTAND_TEST_EXPECTED_ZONE";

#[test]
fn a_deadline_ends_at_berlins_midnight() {
    // In winter Berlin is one hour ahead of UTC.
    assert_eq!(berlin_day(instant("2023-11-25T22:59:59Z")), date(2023, 11, 25));
    assert_eq!(berlin_day(instant("2023-11-25T23:00:00Z")), date(2023, 11, 26));
    // In summer it is two.
    assert_eq!(berlin_day(instant("2023-09-03T21:59:59Z")), date(2023, 9, 3));
    assert_eq!(berlin_day(instant("2023-09-03T22:00:00Z")), date(2023, 9, 4));
    assert_eq!(day_end(date(2023, 11, 25)), Some(instant("2023-11-25T23:00:00Z")));
    assert_eq!(day_end(date(2023, 9, 3)), Some(instant("2023-09-03T22:00:00Z")));
}

#[test]
fn the_last_second_of_the_deadline_counts_and_the_next_does_not() {
    let campaign = Campaign { deadlines: vec![deadline(date(2023, 11, 25), date(2023, 9, 4))], ..campaign() };
    let clock = |at| campaign.clock(berlin_day(instant(at)));
    assert_eq!(clock("2023-11-24T22:59:59Z"), Clock::DaysLeft(1));
    assert_eq!(clock("2023-11-24T23:00:00Z"), Clock::DaysLeft(0));
    assert_eq!(clock("2023-11-25T22:59:59Z"), Clock::DaysLeft(0));
    assert_eq!(clock("2023-11-25T23:00:00Z"), Clock::Over);
}

#[test]
fn the_year_ends_in_berlin_an_hour_before_it_ends_in_greenwich() {
    assert_eq!(berlin_day(instant("2023-12-31T22:59:59Z")), date(2023, 12, 31));
    assert_eq!(berlin_day(instant("2023-12-31T23:00:00Z")), date(2024, 1, 1));
}

#[test]
fn the_day_of_23_hours_is_one_day() {
    // 26.03.2023: begins at 23:00 UTC the day before, ends at 22:00 UTC.
    assert_eq!(day_end(date(2023, 3, 25)), Some(instant("2023-03-25T23:00:00Z")));
    assert_eq!(day_end(date(2023, 3, 26)), Some(instant("2023-03-26T22:00:00Z")));
    assert_eq!(hours(date(2023, 3, 26)), 23);
    assert_eq!(days_until(date(2023, 3, 25), date(2023, 3, 26)), 1);
    assert_eq!(days_until(date(2023, 3, 25), date(2023, 3, 27)), 2);
    // 02:00 to 03:00 does not exist; the instants around it are the same day.
    assert_eq!(berlin_day(instant("2023-03-26T00:59:59Z")), date(2023, 3, 26));
    assert_eq!(berlin_day(instant("2023-03-26T01:00:00Z")), date(2023, 3, 26));
}

#[test]
fn the_day_of_25_hours_is_one_day() {
    // 29.10.2023: begins at 22:00 UTC the day before, ends at 23:00 UTC.
    assert_eq!(day_end(date(2023, 10, 28)), Some(instant("2023-10-28T22:00:00Z")));
    assert_eq!(day_end(date(2023, 10, 29)), Some(instant("2023-10-29T23:00:00Z")));
    assert_eq!(hours(date(2023, 10, 29)), 25);
    assert_eq!(days_until(date(2023, 10, 28), date(2023, 10, 29)), 1);
    assert_eq!(days_until(date(2023, 10, 28), date(2023, 10, 30)), 2);
    // 22:30 UTC is 23:30 in Berlin once the clocks are back; by summer time it would be the next day.
    assert_eq!(berlin_day(instant("2023-10-29T22:30:00Z")), date(2023, 10, 29));
}

#[test]
fn the_end_of_a_day_is_the_first_instant_of_the_next_for_every_day_of_ten_years() {
    let mut day = date(2020, 1, 1);
    while day < date(2030, 1, 1) {
        let end = day_end(day).unwrap();
        let next = day.tomorrow().unwrap();
        assert_eq!(berlin_day(end), next);
        assert_eq!(berlin_day(end.checked_sub(jiff::SignedDuration::from_nanos(1)).unwrap()), day);
        assert_eq!(days_until(day, next), 1);
        day = next;
    }
}

#[test]
fn days_are_counted_across_both_changes_of_the_clock() {
    // From 25.03. to 30.10.2023: 6 + 30 + 31 + 30 + 31 + 31 + 30 + 30 = 219 days.
    assert_eq!(days_until(date(2023, 3, 25), date(2023, 10, 30)), 219);
    // From 10.11. to 31.12.2023: 20 + 31 = 51 days; beyond a month it is still days.
    assert_eq!(days_until(date(2023, 11, 10), date(2023, 12, 31)), 51);
    assert_eq!(days_until(date(2023, 11, 25), date(2023, 11, 25)), 0);
    assert_eq!(days_until(date(2023, 11, 26), date(2023, 11, 25)), -1);
    // 2024 is a leap year.
    assert_eq!(days_until(date(2024, 2, 28), date(2024, 3, 1)), 2);
}

#[test]
fn the_end_of_the_calendar_is_no_panic() {
    assert_eq!(day_end(Date::MAX), None);
    assert_eq!(day_end(date(9999, 12, 30)), None);
    assert!(day_end(date(9999, 12, 29)).is_some());
    // The calendar has 19 999 years, each of 365.2425 days in the mean.
    assert!(days_until(Date::MIN, Date::MAX) > 19_998 * 365);
}

#[test]
fn deadlines_are_the_same_on_a_machine_in_utc_or_tokyo() {
    for zone in ["UTC", "Asia/Tokyo", "America/Los_Angeles"] {
        let child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "calendar::berlins_days_hold_in_the_zone_of_this_process"])
            .env("TZ", zone)
            .env(EXPECTED_ZONE, zone)
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&child.stdout);
        assert!(child.status.success(), "TZ={zone}: {said}");
        assert!(said.contains("1 passed"), "the child ran another number of tests: {said}");
    }
}

/// Run by the test above in processes of other zones; here on its own in the zone of this machine.
#[test]
fn berlins_days_hold_in_the_zone_of_this_process() {
    if let Ok(expected) = std::env::var(EXPECTED_ZONE) {
        assert_eq!(std::env::var("TZ").unwrap(), expected, "the zone did not arrive");
    }
    a_deadline_ends_at_berlins_midnight();
    the_last_second_of_the_deadline_counts_and_the_next_does_not();
    the_day_of_23_hours_is_one_day();
    the_day_of_25_hours_is_one_day();
}

/// The control: by the clocks of the other zones those same instants are other days, so a rule that
/// looked at the machine's zone would fail above.
#[test]
fn in_other_zones_the_same_instants_are_other_days() {
    let day_in = |zone: TimeZone, at: &str| instant(at).to_zoned(zone).date();
    let tokyo = || jiff::tz::get!("Asia/Tokyo");
    let angeles = || jiff::tz::get!("America/Los_Angeles");
    assert_eq!(day_in(tokyo(), "2023-11-25T22:59:59Z"), date(2023, 11, 26));
    assert_eq!(day_in(TimeZone::UTC, "2023-11-25T23:00:00Z"), date(2023, 11, 25));
    assert_eq!(day_in(angeles(), "2023-11-25T23:00:00Z"), date(2023, 11, 25));
}

fn hours(day: Date) -> i64 {
    let begin = day_end(day.yesterday().unwrap()).unwrap();
    day_end(day).unwrap().duration_since(begin).as_hours()
}
