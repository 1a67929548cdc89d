//! Pace: contracts per day, as plain arithmetic. Whether a pace will do is for the forecast to say.

use super::{amount::Amount, calendar::days_until, gap::Gap, reading::Reading};

/// Contracts per day that close a gap in time, in tenths, rounded up. `None` on the last day and after,
/// or where the gap is no exact number.
///
/// 105 contracts in 15 days are 7 a day; 17 in 15 days are 1.2.
pub fn needed_per_day_tenths(gap: Gap, days_left: i32) -> Option<u32> {
    match (gap, u32::try_from(days_left)) {
        (Gap::Missing(Amount::Exact(missing)), Ok(days)) if days > 0 => Some((missing * 10).div_ceil(days)),
        _ => None,
    }
}

/// Contracts that came between two readings with exact counts; negative when they fell.
pub fn gained(earlier: &Reading, later: &Reading) -> Option<i32> {
    let exact = |reading: &Reading| match reading.contracts() {
        Some(Amount::Exact(count)) => i32::try_from(count).ok(),
        _ => None,
    };
    exact(later)?.checked_sub(exact(earlier)?)
}

/// Contracts per day between two readings with exact counts, in tenths, rounded half up; negative when
/// contracts fell.
pub fn between_tenths(earlier: &Reading, later: &Reading) -> Option<i32> {
    let days = days_until(earlier.as_of, later.as_of);
    let gained = gained(earlier, later)?.checked_mul(20)?;
    (days > 0).then(|| (gained + days).div_euclid(2 * days))
}
