//! Days and deadlines in the town's own time zone.
//!
//! A deadline is a local day in Europe/Berlin and runs to the end of that day. Days are
//! counted as local days, so a day of 23 or 25 hours (DST) is one day like any other.
//! The zone is compiled in: the answer does not depend on the machine's own zone.

use jiff::{Timestamp, civil::Date, tz::TimeZone};

/// Europe/Berlin, compiled in from the IANA database.
pub static BERLIN: TimeZone = jiff::tz::get!("Europe/Berlin");

/// The local day in Berlin at this instant.
///
/// ```
/// use faserstand_lib::domain::calendar::berlin_day;
/// let just_before_midnight = "2023-11-25T22:59:59Z".parse().unwrap();
/// assert_eq!(berlin_day(just_before_midnight).to_string(), "2023-11-25");
/// ```
pub fn berlin_day(at: Timestamp) -> Date {
    at.to_zoned(BERLIN.clone()).date()
}

/// The first instant that is no longer part of this local day: Berlin's next midnight.
///
/// `None` only for the last two days that the calendar can express (30. and 31.12.9999).
pub fn day_end(day: Date) -> Option<Timestamp> {
    let next = day.tomorrow().ok()?;
    BERLIN.to_ambiguous_zoned(next.at(0, 0, 0, 0)).compatible().ok().map(|zoned| zoned.timestamp())
}

/// Whole local days from `today` to `day`: 0 on the day itself, negative afterwards.
///
/// ```
/// use jiff::civil::date;
/// use faserstand_lib::domain::calendar::days_until;
/// assert_eq!(days_until(date(2023, 11, 10), date(2023, 11, 25)), 15);
/// ```
pub fn days_until(today: Date, day: Date) -> i32 {
    // Civil days have 24 hours. A difference always fits: the calendar has 7.3 million of them.
    i32::try_from(today.duration_until(day).as_hours() / 24).unwrap_or(0)
}
