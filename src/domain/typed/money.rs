//! Amounts of money as people type them: "1.350.000,50 €".

use super::shortened;
use crate::domain::{
    import::{FormProblem, Problem},
    money::Cents,
};

/// The amount that a field names.
///
/// A point or a space separates thousands, a comma the cents, of which there are two or none. Everything that could
/// mean two amounts is refused and not guessed: "1,350" is a thousand in English, "1.5" and "1,5" may be millions.
///
/// ```
/// use faserstand_lib::domain::typed::money::money;
/// assert_eq!(money("1.350.000,50 €").unwrap().get(), 135_000_050);
/// assert_eq!(money("1350000").unwrap().get(), 135_000_000);
/// assert!(money("1,350").is_err());
/// ```
///
/// # Errors
/// [`FormProblem::NotMoney`], [`FormProblem::UnclearMoney`], [`FormProblem::MoneyTooLarge`].
pub fn money(text: &str) -> Result<Cents, Problem> {
    let shown = || shortened(text);
    let number = without_sign(text.trim());
    let plain = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '–' | '—') || c.is_whitespace();
    if !number.starts_with(|c: char| c.is_ascii_digit()) || !number.chars().all(plain) {
        return Err(FormProblem::NotMoney { text: shown() }.into());
    }
    let unclear = || Problem::from(FormProblem::UnclearMoney { text: shown() });
    let (whole, cents) = number.split_once(',').unwrap_or((number, "00"));
    let whole = euros(whole).ok_or_else(unclear)?;
    let cents = match cents {
        "-" | "–" | "—" | "--" => "00",
        two if two.len() == 2 && two.bytes().all(|byte| byte.is_ascii_digit()) => two,
        _ => return Err(unclear()),
    };
    let too_large = || Problem::from(FormProblem::MoneyTooLarge { text: shown() });
    let amount: u64 = format!("{whole}{cents}").parse().map_err(|_| too_large())?;
    Cents::new(amount).map_err(|_| too_large())
}

fn without_sign(text: &str) -> &str {
    const SIGNS: [&str; 4] = ["€", "EUR", "Euro", "euro"];
    let before = SIGNS.iter().find_map(|sign| text.strip_prefix(sign)).unwrap_or(text);
    SIGNS.iter().find_map(|sign| before.strip_suffix(sign)).unwrap_or(before).trim()
}

/// The digits of whole euros: together, or in groups of three set apart by one kind of sign.
fn euros(text: &str) -> Option<String> {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if digits(text) {
        return Some(text.to_owned());
    }
    let separator = text.chars().find(|c| !c.is_ascii_digit()).filter(|c| *c == '.' || c.is_whitespace())?;
    let mut groups = text.split(separator);
    let first = groups.next().filter(|first| digits(first) && first.len() <= 3 && !first.starts_with('0'))?;
    let rest: Vec<&str> = groups.collect();
    rest.iter().all(|group| group.len() == 3 && digits(group)).then(|| format!("{first}{}", rest.concat()))
}
