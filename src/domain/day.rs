//! Days on the wire between browser and server: ten characters, `2023-11-10`, and no other form.
//!
//! The calendar library reads many forms and tells in detail what is wrong with others: 37 kB of the
//! browser's program for texts that no reader sees. Fields name this module with `#[serde(with = …)]`.

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serializer, de::Error};

/// A day as text.
pub fn text(day: Date) -> String {
    format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day())
}

/// The day of a text.
///
/// ```
/// use faserstand_lib::domain::day::parse;
/// assert!(parse("2023-11-10").is_some());
/// assert!(parse("2023-11-31").is_none());
/// assert!(parse("20231110").is_none());
/// ```
pub fn parse(text: &str) -> Option<Date> {
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let (year, rest) = text.split_at_checked(4)?;
    let (month, day) = rest.strip_prefix('-')?.split_once('-')?;
    if !(digits(year) && digits(month) && digits(day) && month.len() == 2 && day.len() == 2) {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// Writes a day.
///
/// # Errors
/// Those of the format.
pub fn serialize<S: Serializer>(day: &Date, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&text(*day))
}

/// Reads a day.
///
/// # Errors
/// For any other text.
pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
    parse(&String::deserialize(deserializer)?).ok_or_else(|| D::Error::custom("no day"))
}

/// Days that may be missing.
pub mod optional {
    use super::{Date, Deserialize, Deserializer, Error, Serializer, parse, text};

    /// Writes a day, or that there is none.
    ///
    /// # Errors
    /// Those of the format.
    pub fn serialize<S: Serializer>(day: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
        match day {
            Some(day) => serializer.serialize_some(&text(*day)),
            None => serializer.serialize_none(),
        }
    }

    /// Reads a day, or that there is none.
    ///
    /// # Errors
    /// For any other text.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
        let text = Option::<String>::deserialize(deserializer)?;
        text.map(|text| parse(&text).ok_or_else(|| D::Error::custom("no day"))).transpose()
    }
}
