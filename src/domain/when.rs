//! When something happened, as exactly as the source says: a day, a month, or a span of years.

use std::{fmt, str::FromStr};

use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::day;

/// A date of the precision that the source gives. Written `2023-11-10`, `2024-07`, `2023` or `2025/2026`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum When {
    /// One day.
    Day(Date),
    /// One month of a year (1 to 12).
    Month(i16, i8),
    /// One year, or from the first to the last year of a span (both included).
    Years(i16, i16),
}

/// A text that is none of the four forms.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("not a day (2023-11-10), month (2023-11), year (2023) or span of years (2025/2026): {0}")]
pub struct WhenError(pub String);

impl When {
    /// The first day it can mean; orders the timeline.
    pub fn first_day(self) -> Date {
        match self {
            Self::Day(day) => day,
            Self::Month(year, month) => date(year, month, 1),
            Self::Years(first, _) => date(first, 1, 1),
        }
    }

    /// The last day it can mean: after it, the thing is past for certain.
    pub fn last_day(self) -> Date {
        match self {
            Self::Day(day) => day,
            Self::Month(year, month) => date(year, month, 1).last_of_month(),
            Self::Years(_, last) => date(last, 12, 31),
        }
    }
}

impl FromStr for When {
    type Err = WhenError;

    fn from_str(text: &str) -> Result<Self, WhenError> {
        let wrong = || WhenError(text.to_owned());
        let year = |part: &str| {
            let digits = part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_digit());
            part.parse::<i16>().ok().filter(|_| digits).ok_or_else(wrong)
        };
        if let Some((first, last)) = text.split_once('/') {
            let (first, last) = (year(first)?, year(last)?);
            return if first <= last { Ok(Self::Years(first, last)) } else { Err(wrong()) };
        }
        match text.len() {
            4 => year(text).map(|year| Self::Years(year, year)),
            7 => {
                let (head, month) = text.split_once('-').ok_or_else(wrong)?;
                let digits = month.bytes().all(|byte| byte.is_ascii_digit());
                let month = month.parse::<i8>().ok().filter(|month| digits && (1..=12).contains(month));
                Ok(Self::Month(year(head)?, month.ok_or_else(wrong)?))
            }
            // The calendar also reads "20231110" and drops a time of day; a day has one form here.
            _ => day::parse(text).map(Self::Day).ok_or_else(wrong),
        }
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => write!(f, "{day}"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Years(first, last) if first == last => write!(f, "{first:04}"),
            Self::Years(first, last) => write!(f, "{first:04}/{last:04}"),
        }
    }
}

impl TryFrom<String> for When {
    type Error = WhenError;
    fn try_from(text: String) -> Result<Self, WhenError> {
        text.parse()
    }
}

impl From<When> for String {
    fn from(when: When) -> Self {
        when.to_string()
    }
}
