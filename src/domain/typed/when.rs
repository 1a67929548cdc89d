//! When something happened, as people type it: a day, a month, a year, a span of years.

use jiff::civil::Date;

use super::{
    date::{self, digits, named_month},
    shortened,
};
use crate::domain::{
    import::{FormProblem, Problem},
    when::When,
};

/// What a field says of the time: `10.11.2023`, `1.12.` (the nearest to today), `11.2023`, `November 2023`, `2023`,
/// `2025/2026`, `2025 bis 2026`. Years from 2000 to 2099.
///
/// ```
/// use faserstand_lib::domain::{typed::when::when, when::When};
/// let today = jiff::civil::date(2023, 11, 10);
/// assert_eq!(when("Nov. 2023", today), Ok(When::Month(2023, 11)));
/// assert_eq!(when("2025/2026", today), Ok(When::Years(2025, 2026)));
/// ```
///
/// # Errors
/// What is wrong with the day, or that the text names no time at all.
pub fn when(text: &str, today: Date) -> Result<When, Problem> {
    let text = text.trim();
    if let Some(when) = years(text).or_else(|| month(text)) {
        return Ok(when);
    }
    match date::nearest_day(text, today) {
        Err(Problem::NotADay { .. }) => Err(FormProblem::NotAWhen { text: shortened(text) }.into()),
        other => other.map(When::Day),
    }
}

/// A year of this century, in four digits.
fn year(text: &str) -> Option<i16> {
    digits(text.trim(), 4).filter(|year| (2000..2100).contains(year))
}

fn years(text: &str) -> Option<When> {
    let (first, last) = text.split_once(['/', '–', '-']).or_else(|| text.split_once("bis")).unwrap_or((text, text));
    let (first, last) = (year(first)?, year(last)?);
    (first <= last).then_some(When::Years(first, last))
}

fn month(text: &str) -> Option<When> {
    if let Some((first, last)) = text.split_once('-') {
        return Some(When::Month(year(first)?, number_of_month(last)?));
    }
    let (month, last) = text.rsplit_once(['.', '/', ' '])?;
    let month = month.trim_end_matches(['.', ' ']);
    Some(When::Month(year(last)?, number_of_month(month).or_else(|| named_month(month))?))
}

fn number_of_month(text: &str) -> Option<i8> {
    digits(text, 2).filter(|month| (1..=12).contains(month)).map(|month| month as i8)
}
