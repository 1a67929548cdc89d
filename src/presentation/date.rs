//! Dates as German readers write them: "10. November 2023", "25. Nov.", "Juli 2024".

use jiff::{
    Timestamp,
    civil::{Date, Weekday},
};

use crate::domain::{
    calendar::{BERLIN, days_until},
    when::When,
};

const MONTHS: [&str; 12] = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];
const SHORT_MONTHS: [&str; 12] =
    ["Jan.", "Feb.", "März", "April", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."];

/// "10.11.2023", for dense tables and fields.
pub fn digits(day: Date) -> String {
    format!("{}{:04}", digits_without_year(day), day.year())
}

/// "10.11.", for dense tables.
pub fn digits_without_year(day: Date) -> String {
    format!("{:02}.{:02}.", day.day(), day.month())
}

/// "10. November 2023".
pub fn long(day: Date) -> String {
    format!("{}. {} {}", day.day(), name(&MONTHS, day.month()), day.year())
}

/// "10. November", for where the year is clear.
pub fn without_year(day: Date) -> String {
    format!("{}. {}", day.day(), name(&MONTHS, day.month()))
}

/// "25. Nov.", for axes.
pub fn short(day: Date) -> String {
    format!("{}. {}", day.day(), name(&SHORT_MONTHS, day.month()))
}

/// "10. bis 24. November 2023": what both days share stands once.
pub fn span(first: Date, last: Date) -> String {
    let from = match (first.year() == last.year(), first.month() == last.month()) {
        _ if first == last => return long(last),
        (true, true) => format!("{}.", first.day()),
        (true, false) => without_year(first),
        (false, _) => long(first),
    };
    format!("{from} bis {}", long(last))
}

/// As exactly as the source says: "10. November 2023", "Juli 2024", "2023", "2025 bis 2026".
pub fn when(when: When) -> String {
    match when {
        When::Day(day) => long(day),
        When::Month(year, month) => format!("{} {year}", name(&MONTHS, month)),
        When::Years(first, last) if first == last => first.to_string(),
        When::Years(first, last) => format!("{first} bis {last}"),
    }
}

/// "Montag".
pub const fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "Montag",
        Weekday::Tuesday => "Dienstag",
        Weekday::Wednesday => "Mittwoch",
        Weekday::Thursday => "Donnerstag",
        Weekday::Friday => "Freitag",
        Weekday::Saturday => "Samstag",
        Weekday::Sunday => "Sonntag",
    }
}

/// "Mo".
fn short_weekday(day: Date) -> &'static str {
    weekday(day.weekday()).get(..2).unwrap_or_default()
}

/// "01.12.", and "01.12.2023" in another year than `today`'s: for tables.
pub fn short_digits(day: Date, today: Date) -> String {
    if day.year() == today.year() { digits_without_year(day) } else { digits(day) }
}

/// "Fr 01.12.", with the year where it is not `today`'s.
pub fn weekday_digits(day: Date, today: Date) -> String {
    format!("{} {}", short_weekday(day), short_digits(day, today))
}

/// An instant of the last days in Berlin: "heute 08:46", "Fr 16:20", "24.11. 09:05".
pub fn moment(at: Timestamp, now: Timestamp) -> String {
    let (at, today) = (at.to_zoned(BERLIN.clone()), now.to_zoned(BERLIN.clone()).date());
    let (day, time) = (at.date(), at.strftime("%H:%M"));
    match days_until(day, today) {
        0 => format!("heute {time}"),
        1..=6 => format!("{} {time}", short_weekday(day)),
        _ => format!("{} {time}", short_digits(day, today)),
    }
}

/// The same in a heading: "heute, 08:46 Uhr", "Freitag, 16:20 Uhr", "24. November 2023, 09:05 Uhr".
pub fn moment_long(at: Timestamp, now: Timestamp) -> String {
    let (at, today) = (at.to_zoned(BERLIN.clone()), now.to_zoned(BERLIN.clone()).date());
    let (day, time) = (at.date(), at.strftime("%H:%M"));
    match days_until(day, today) {
        0 => format!("heute, {time} Uhr"),
        1..=6 => format!("{}, {time} Uhr", weekday(day.weekday())),
        _ => format!("{}, {time} Uhr", long(day)),
    }
}

fn name(names: &[&'static str; 12], month: i8) -> &'static str {
    usize::try_from(month - 1).ok().and_then(|index| names.get(index)).copied().unwrap_or_default()
}
