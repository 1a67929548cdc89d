//! Numbers as people and spreadsheet programs write them in German tables.

use crate::domain::share::Share;

/// The largest count that is read: no town has so many homes.
pub const MAX_COUNT: u32 = 10_000_000;

/// Why a text is no count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountError {
    /// No number at all.
    NotANumber,
    /// A comma before three digits: English for a thousand, German for a fraction.
    Comma {
        /// The number without the commas.
        meant: u32,
    },
    /// A number with decimals.
    NotWhole,
    /// A percentage.
    Percent,
    /// Below zero.
    Negative,
    /// Above [`MAX_COUNT`].
    TooLarge,
}

/// A whole number: "1233", "1.233" or "1 233". A point before three digits separates thousands; ",00" behind it says
/// nothing else.
///
/// ```
/// use faserstand_lib::domain::typed::number::{count, CountError};
/// assert_eq!(count("1.233"), Ok(1233));
/// assert_eq!(count("407,00"), Ok(407));
/// assert_eq!(count("1,233"), Err(CountError::Comma { meant: 1233 }));
/// assert_eq!(count("24,5"), Err(CountError::NotWhole));
/// ```
///
/// # Errors
/// Everything else, told apart so that a message can say what would be right.
pub fn count(text: &str) -> Result<u32, CountError> {
    let text = text.trim();
    let number = without_percent(text);
    if number.len() < text.len() {
        return Err(CountError::Percent);
    }
    // Excel writes decimals to whole numbers where a cell is formatted so: "407,00".
    let number =
        number.strip_suffix(",00").filter(|whole| whole.ends_with(|c: char| c.is_ascii_digit())).unwrap_or(number);
    if number.strip_prefix(['-', '\u{2212}']).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit())) {
        return Err(CountError::Negative);
    }
    let plain = number.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',') || c.is_whitespace());
    if !plain || !number.contains(|c: char| c.is_ascii_digit()) {
        return Err(CountError::NotANumber);
    }
    if number.chars().all(|c| c.is_ascii_digit()) {
        return bounded(number);
    }
    if let Some(whole) = grouped(number, |c| c == '.').or_else(|| grouped(number, char::is_whitespace)) {
        return bounded(&whole);
    }
    match grouped(number, |c| c == ',') {
        Some(whole) => Err(CountError::Comma { meant: bounded(&whole)? }),
        None if number.contains(char::is_whitespace) => Err(CountError::NotANumber),
        None => Err(CountError::NotWhole),
    }
}

fn bounded(digits: &str) -> Result<u32, CountError> {
    digits.parse().ok().filter(|count| *count <= MAX_COUNT).ok_or(CountError::TooLarge)
}

/// The digits of a number whose thousands are set apart by one such character.
fn grouped(text: &str, separator: impl Fn(char) -> bool) -> Option<String> {
    let mut groups = text.split(separator);
    let digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    let first = groups.next().filter(|first| digits(first) && (1..=3).contains(&first.len()))?;
    let mut whole = first.to_owned();
    for group in groups {
        if group.len() != 3 || !digits(group) {
            return None;
        }
        whole.push_str(group);
    }
    (whole.len() > first.len() && !first.starts_with('0')).then_some(whole)
}

/// Why a text is no percentage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PercentError {
    /// No number at all, or one below zero.
    NotANumber,
    /// "1.233": a thousand in German, a fraction elsewhere.
    Unclear,
    /// Above 100 %.
    MoreThanWhole,
}

/// A percentage with what its text has beyond two decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Percent {
    /// The percentage cut to two decimals. Never rounded: 32,996 % has not reached 33 %.
    pub share: Share,
    /// Whether anything was cut off.
    pub cut: bool,
}

/// A percentage: "24,5 %", "24,5", "24.5" or "24,5 Prozent".
///
/// ```
/// use faserstand_lib::domain::typed::number::percent;
/// assert_eq!(percent("24,5 %").unwrap().share.basis_points(), 2450);
/// assert_eq!(percent("32,996").unwrap().share.basis_points(), 3299);
/// ```
///
/// # Errors
/// No number, above 100 %, or a point before exactly three digits, which can mean a thousand.
pub fn percent(text: &str) -> Result<Percent, PercentError> {
    let number = without_percent(text.trim());
    let (whole, decimals) = number.split_once([',', '.']).unwrap_or((number, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(decimals) {
        return Err(PercentError::NotANumber);
    }
    if grouped(number, |c| c == '.').is_some() {
        return Err(PercentError::Unclear);
    }
    let hundredths = format!("{decimals:0<2}");
    let (kept, beyond) = hundredths.split_at(2);
    let cut = beyond.bytes().any(|byte| byte != b'0');
    let basis_points: u32 = format!("{whole}{kept}").parse().map_err(|_| PercentError::MoreThanWhole)?;
    match Share::from_basis_points(basis_points) {
        Ok(Share::WHOLE) if cut => Err(PercentError::MoreThanWhole),
        Ok(share) => Ok(Percent { share, cut }),
        Err(_) => Err(PercentError::MoreThanWhole),
    }
}

/// The text before a percent sign or the word for it.
pub fn without_percent(text: &str) -> &str {
    let signs = ["%", "Prozent", "prozent"];
    signs.iter().find_map(|sign| text.strip_suffix(sign)).unwrap_or(text).trim_end()
}
