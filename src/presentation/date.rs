//! Dates as readers write them: "10. November 2023", "25. Nov.", "Juli 2024"; "10 November 2023"; "1er mars 2024".

use jiff::{
    Timestamp,
    civil::{Date, Weekday},
};

use super::lang::Lang;
use crate::domain::{
    calendar::{BERLIN, days_until},
    when::When,
};

const DE: [&str; 12] = [
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
const EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const FR: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const SHORT_DE: [&str; 12] =
    ["Jan.", "Feb.", "März", "April", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."];
const SHORT_EN: [&str; 12] =
    ["Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"];
const SHORT_FR: [&str; 12] =
    ["janv.", "févr.", "mars", "avril", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."];

/// "10.11.2023", for dense tables and fields.
pub fn digits(day: Date) -> String {
    format!("{}{:04}", digits_without_year(day), day.year())
}

/// "10.11.", for dense tables.
pub fn digits_without_year(day: Date) -> String {
    format!("{:02}.{:02}.", day.day(), day.month())
}

/// "10. November 2023", "10 November 2023", "10 novembre 2023".
pub fn long(day: Date, lang: Lang) -> String {
    format!("{} {}", without_year(day, lang), day.year())
}

/// "10. November", "10 November", "1er mars": for where the year is clear.
pub fn without_year(day: Date, lang: Lang) -> String {
    format!("{} {}", number(day, lang), name(lang.pick(&DE, &EN, &FR), day.month()))
}

/// "25. Nov.", "25 Nov", "25 nov.": for axes.
pub fn short(day: Date, lang: Lang) -> String {
    format!("{} {}", number(day, lang), name(lang.pick(&SHORT_DE, &SHORT_EN, &SHORT_FR), day.month()))
}

/// The day of the month as it is read: "10.", "10", and in French "1er" for the first one.
fn number(day: Date, lang: Lang) -> String {
    match lang {
        Lang::De => format!("{}.", day.day()),
        Lang::Fr if day.day() == 1 => "1er".to_owned(),
        Lang::En | Lang::Fr => day.day().to_string(),
    }
}

/// "10. bis 24. November 2023", "10 to 24 November 2023", "du 10 au 24 novembre 2023": what both days share stands once.
pub fn span(first: Date, last: Date, lang: Lang) -> String {
    let from = match (first.year() == last.year(), first.month() == last.month()) {
        _ if first == last => return long(last, lang),
        (true, true) => number(first, lang),
        (true, false) => without_year(first, lang),
        (false, _) => long(first, lang),
    };
    let last = long(last, lang);
    match lang {
        Lang::De => format!("{from} bis {last}"),
        Lang::En => format!("{from} to {last}"),
        Lang::Fr => format!("du {from} au {last}"),
    }
}

/// As exactly as the source says: "10. November 2023", "Juli 2024", "2023", "2025 bis 2026".
pub fn when(when: When, lang: Lang) -> String {
    match when {
        When::Day(day) => long(day, lang),
        When::Month(year, month) => format!("{} {year}", name(lang.pick(&DE, &EN, &FR), month)),
        When::Years(first, last) if first == last => first.to_string(),
        When::Years(first, last) => format!("{first} {} {last}", lang.pick("bis", "to", "à")),
    }
}

/// The same within a sentence, with the word before it: "on 10 November 2023", "in July 2024", "en 2023", "de 2025 à 2026";
/// "am 10. November 2023", "im Juli 2024", "2025 bis 2026".
pub fn within(time: When, lang: Lang) -> String {
    let before = match (time, lang) {
        (When::Day(_), _) => lang.pick("am ", "on ", "le "),
        (When::Month(..), _) => lang.pick("im ", "in ", "en "),
        (When::Years(first, last), _) if first == last => lang.pick("", "in ", "en "),
        (When::Years(..), _) => lang.pick("", "from ", "de "),
    };
    format!("{before}{}", when(time, lang))
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
        _ => format!("{}, {time} Uhr", long(day, Lang::De)),
    }
}

fn name(names: &[&'static str; 12], month: i8) -> &'static str {
    usize::try_from(month - 1).ok().and_then(|index| names.get(index)).copied().unwrap_or_default()
}
