//! Days as people and spreadsheet programs write them.

use jiff::{
    SignedDuration,
    civil::{Date, date},
};

use super::shortened;
use crate::domain::{calendar::days_until, import::Problem, name};

/// The day that a cell names.
///
/// `10.11.2023`, `10.11.23`, `10. November 2023`, `10. Nov. 2023`, `2023-11-10`, each with a weekday
/// before it (Excel's long date) or a time behind it (Excel writes midnight). The time is left
/// out: a reading belongs to a whole day. Years from 2000 to 2099.
///
/// ```
/// use faserstand_lib::domain::typed::date::day;
/// assert_eq!(day("Freitag, 10. November 2023").unwrap().to_string(), "2023-11-10");
/// ```
///
/// # Errors
/// [`Problem::NoDay`], [`Problem::NotADay`], [`Problem::NoSuchDay`] or [`Problem::SerialDay`].
pub fn day(cell: &str) -> Result<Date, Problem> {
    let whole = cell.trim();
    if whole.is_empty() {
        return Err(Problem::NoDay);
    }
    if let Some(meant) = serial(whole) {
        return Err(Problem::SerialDay { text: shortened(whole), meant });
    }
    let text = without_time(without_weekday(whole));
    let (year, month, day) =
        iso(text).or_else(|| german(text)).ok_or_else(|| Problem::NotADay { text: shortened(whole) })?;
    let of_this_century = (2000..2100).contains(&year);
    Date::new(year, month, day)
        .ok()
        .filter(|_| of_this_century)
        .ok_or_else(|| Problem::NoSuchDay { text: shortened(whole) })
}

/// The day that a field names, where "1.12." and "1.12" are the one nearest before or on `today`.
///
/// ```
/// use faserstand_lib::domain::typed::date::day_near;
/// use jiff::civil::date;
/// assert_eq!(day_near("1.12.", date(2023, 12, 4)), Ok(date(2023, 12, 1)));
/// assert_eq!(day_near("31.12.", date(2024, 1, 2)), Ok(date(2023, 12, 31)));
/// ```
///
/// # Errors
/// As [`day`].
pub fn day_near(field: &str, today: Date) -> Result<Date, Problem> {
    let text = field.trim();
    let without_year = text.strip_suffix('.').unwrap_or(text).split_once('.');
    let Some((of_day, of_month)) = without_year else { return day(field) };
    let (Some(of_day), Some(of_month)) = (digits(of_day.trim(), 2), digits(of_month.trim(), 2)) else {
        return day(field);
    };
    let of_year = |year| Date::new(year, of_month as i8, of_day as i8).ok();
    let this_year = of_year(today.year()).filter(|day| *day <= today);
    // 29 February lies further back than a year.
    let before = || (1..8).find_map(|years| of_year(today.year() - years));
    this_year.or_else(before).ok_or_else(|| Problem::NoSuchDay { text: shortened(field) })
}

/// The day that a field names where it may lie ahead, like a deadline: "1.12." and "10. November" are the ones
/// nearest to today, before or after it.
///
/// ```
/// use faserstand_lib::domain::typed::date::nearest_day;
/// let today = jiff::civil::date(2024, 1, 8);
/// assert_eq!(nearest_day("20.12.", today).unwrap().to_string(), "2023-12-20");
/// ```
///
/// # Errors
/// As [`day`].
pub fn nearest_day(text: &str, today: Date) -> Result<Date, Problem> {
    let text = text.trim();
    let whole = day(text);
    if !matches!(whole, Err(Problem::NotADay { .. })) {
        return whole;
    }
    let between = match text.chars().last() {
        Some('.') => "",
        Some(letter) if letter.is_alphabetic() => " ",
        _ => ".",
    };
    let years = [today.year() - 1, today.year(), today.year() + 1];
    let days = years.into_iter().filter_map(|year| day(&format!("{text}{between}{year}")).ok());
    days.min_by_key(|day| days_until(today, *day).abs()).map_or(whole, Ok)
}

fn iso(text: &str) -> Option<(i16, i8, i8)> {
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let whole = parts.next().is_none() && year.len() == 4;
    whole.then_some((digits(year, 4)?, digits(month, 2)? as i8, digits(day, 2)? as i8))
}

fn german(text: &str) -> Option<(i16, i8, i8)> {
    let (day, rest) = text.split_once('.')?;
    let rest = rest.trim_start();
    let (month, year) = match rest.split_once('.') {
        Some((month, year)) => (month, year),
        None => rest.split_once(char::is_whitespace)?,
    };
    let month = digits(month, 2).map(|month| month as i8).or_else(|| named_month(month))?;
    Some((long_year(year.trim())?, month, digits(day, 2)? as i8))
}

fn long_year(text: &str) -> Option<i16> {
    match text.len() {
        2 => Some(2000 + digits(text, 2)?),
        4 => digits(text, 4),
        _ => None,
    }
}

/// A number of at most so many digits and nothing else.
pub(super) fn digits(text: &str, most: usize) -> Option<i16> {
    let plain = text.bytes().all(|byte| byte.is_ascii_digit()) && text.len() <= most;
    text.parse().ok().filter(|_| plain)
}

pub(super) fn named_month(text: &str) -> Option<i8> {
    const MONTHS: [&[&str]; 12] = [
        &["januar", "jaenner", "jan"],
        &["februar", "feb"],
        &["maerz", "maer", "mrz"],
        &["april", "apr"],
        &["mai"],
        &["juni", "jun"],
        &["juli", "jul"],
        &["august", "aug"],
        &["september", "sept", "sep"],
        &["oktober", "okt"],
        &["november", "nov"],
        &["dezember", "dez"],
    ];
    let key = name::key(text);
    (1..).zip(MONTHS).find(|(_, names)| names.contains(&key.as_str())).map(|(month, _)| month)
}

fn without_weekday(text: &str) -> &str {
    const DAYS: [&str; 7] = ["montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"];
    let weekday = |word: &str| {
        let key = name::key(word);
        key == "sonnabend" || DAYS.iter().any(|day| *day == key || (key.len() == 2 && day.starts_with(&key)))
    };
    match text.split_once(',') {
        Some((word, rest)) if weekday(word) => rest.trim_start(),
        _ => text,
    }
}

fn without_time(text: &str) -> &str {
    // Excel also writes midnight as "0:00".
    let is_time = |part: &str| match part.find(':') {
        Some(1 | 2) => time_of_day(part),
        _ => false,
    };
    match text.rsplit_once([' ', 'T', '\u{a0}']) {
        Some((day, time)) if is_time(time) => day.trim_end(),
        _ => text,
    }
}

/// "0:00", "08:30:00", "23:59:59.5".
fn time_of_day(text: &str) -> bool {
    let (whole, fraction) = text.split_once(['.', ',']).unwrap_or((text, "0"));
    let mut parts = whole.split(':');
    let mut below = |most: i16| match parts.next() {
        Some(part) if part.len() <= 2 => digits(part, 2).is_some_and(|number| number < most),
        Some(_) | None => false,
    };
    let hour_and_minute = below(24) && below(60);
    let seconds = parts.next().is_none_or(|part| part.len() == 2 && digits(part, 2).is_some_and(|number| number < 61));
    hour_and_minute && seconds && parts.next().is_none() && fraction.bytes().all(|byte| byte.is_ascii_digit())
}

/// Excel counts the days from 1900 on; 36526 is 1 January 2000.
fn serial(text: &str) -> Option<Date> {
    const FIRST: i32 = 36_526;
    const LAST: i32 = 73_050;
    let plain = text.len() == 5 && text.bytes().all(|byte| byte.is_ascii_digit());
    let days = text.parse::<i32>().ok().filter(|days| plain && (FIRST..=LAST).contains(days))?;
    date(2000, 1, 1).checked_add(SignedDuration::from_hours(24 * i64::from(days - FIRST))).ok()
}
