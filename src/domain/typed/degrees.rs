//! Degrees of latitude and longitude as tables write them: "48,467", "7.9453".

/// Millionths of a degree, and how many decimals were written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Degrees {
    /// The number in millionths of a degree.
    pub udeg: i32,
    /// How many decimals stand behind its comma: three are a hundred metres.
    pub decimals: u8,
}

/// A number of degrees between -180 and 180, with a comma or a point. What lies beyond the sixth decimal (0.1 m) is cut
/// off.
///
/// ```
/// use faserstand_lib::domain::typed::degrees::{Degrees, degrees};
/// assert_eq!(degrees("48,467"), Some(Degrees { udeg: 48_467_000, decimals: 3 }));
/// assert_eq!(degrees("7.94"), Some(Degrees { udeg: 7_940_000, decimals: 2 }));
/// assert_eq!(degrees("4 8"), None);
/// ```
pub fn degrees(text: &str) -> Option<Degrees> {
    let text = text.trim().trim_end_matches('°').trim_end();
    let (below, number) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (whole, rest) = number.split_once([',', '.']).unwrap_or((number, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 3 || !digits(whole) || !digits(rest) || rest.len() > 20 {
        return None;
    }
    let kept = rest.get(..rest.len().min(6)).unwrap_or_default();
    let udeg: i32 = format!("{whole}{kept:0<6}").parse().ok().filter(|udeg| *udeg <= 180_000_000)?;
    Some(Degrees { udeg: if below { -udeg } else { udeg }, decimals: u8::try_from(rest.len()).unwrap_or(u8::MAX) })
}
