//! Bandwidths as people write them: "50", "50 MBit/s", "1.000", "1 Gbit/s", "0,8".

use crate::domain::facility::line::Speed;

/// The fastest line that is read: 100 Gbit/s.
pub const FASTEST: Speed = Speed::from_mbits(100_000);

/// A bandwidth; a bare number is Mbit/s.
///
/// ```
/// use faserstand_lib::domain::{facility::line::Speed, typed::speed::speed};
/// assert_eq!(speed("50 MBit/s"), Some(Speed::from_mbits(50)));
/// assert_eq!(speed("1 Gbit/s"), Some(Speed::from_mbits(1_000)));
/// assert_eq!(speed("1.000"), Some(Speed::from_mbits(1_000)));
/// assert_eq!(speed("0,8"), Some(Speed::from_kbits(800)));
/// assert_eq!(speed("schnell"), None);
/// ```
pub fn speed(text: &str) -> Option<Speed> {
    let text = text.trim().to_lowercase();
    let (number, kbits) = with_unit(&text);
    let thousandths = decimal(number, 3)?;
    let kbits = thousandths.checked_mul(kbits)? / 1_000;
    u32::try_from(kbits).ok().map(Speed::from_kbits).filter(|speed| *speed <= FASTEST)
}

/// The number and how many kbit/s one of its unit is.
fn with_unit(text: &str) -> (&str, u64) {
    const UNITS: [(&[&str], u64); 3] = [
        (&["gbit/s", "gbits", "gbit", "gb/s"], 1_000_000),
        (&["mbit/s", "mbits", "mbit", "mb/s", "mbps"], 1_000),
        (&["kbit/s", "kbits", "kbit"], 1),
    ];
    let found = UNITS.into_iter().find_map(|(names, kbits)| {
        let number = names.iter().find_map(|name| text.strip_suffix(name))?;
        Some((number.trim_end(), kbits))
    });
    found.unwrap_or((text, 1_000))
}

/// A number of at most so many decimals, times ten for each of them: "47,5" with three is 47500. Points before groups of
/// three digits separate thousands; a point elsewhere is read as a comma.
pub(super) fn decimal(text: &str, decimals: usize) -> Option<u64> {
    let grouped =
        text.contains('.') && text.split('.').skip(1).all(|group| group.split(',').next().map(str::len) == Some(3));
    let plain = if grouped && text.split('.').next().is_some_and(|first| (1..=3).contains(&first.len()) && first != "0")
    {
        text.replace('.', "")
    } else {
        text.replacen('.', ",", 1)
    };
    let (whole, rest) = plain.split_once(',').unwrap_or((&plain, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 9 || !digits(whole) || !digits(rest) || rest.len() > decimals {
        return None;
    }
    format!("{whole}{rest:0<decimals$}").parse().ok()
}
