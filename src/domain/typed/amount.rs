//! What a cell says of a number: exactly, about, at least, less than, a range, or that none came.

use super::{
    number::{CountError, MAX_COUNT, PercentError, count, percent},
    shortened,
};
use crate::domain::{amount::Amount, import::Problem, name, share::Share};

/// What a cell of contracts says; `None` where it says that no number came.
///
/// "über 300" is at least 301, "höchstens 300" is less than 301.
///
/// ```
/// use faserstand_lib::domain::{amount::Amount, typed::amount::contracts};
/// assert_eq!(contracts("etwa 300"), Ok(Some(Amount::About(300))));
/// assert_eq!(contracts("über 300"), Ok(Some(Amount::AtLeast(301))));
/// assert_eq!(contracts("k. A."), Ok(None));
/// ```
///
/// # Errors
/// What is wrong with the number.
pub fn contracts(cell: &str) -> Result<Option<Amount<u32>>, Problem> {
    let number = |text: &str| count(text).map_err(|error| count_problem(error, cell));
    Ok(Some(match Said::of(cell) {
        Said::Nothing => return Ok(None),
        Said::Number(exactness, text) => {
            let count = number(text)?;
            match exactness {
                Exactness::Exact => Amount::Exact(count),
                Exactness::About => Amount::About(count),
                Exactness::AtLeast => Amount::AtLeast(count),
                Exactness::MoreThan => Amount::AtLeast(count + 1),
                Exactness::LessThan if count == 0 => {
                    return Err(Problem::LessThanNothing { text: shortened(cell) });
                }
                Exactness::LessThan => Amount::LessThan(count),
                Exactness::AtMost => Amount::LessThan(count + 1),
            }
        }
        Said::Range(low, high) => {
            Amount::range(number(low)?, number(high)?).map_err(|_| Problem::RangeReversed { text: shortened(cell) })?
        }
    }))
}

/// What a cell of a quote says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The percentage.
    pub amount: Amount<Share>,
    /// Whether it has more than two decimals, of which the rest was cut off.
    pub cut: bool,
}

/// What a cell of a quote says; `None` where it says that no number came.
///
/// A percentage has no next larger one. So "über 15 %" is at least 15 %, the value itself included,
/// and "höchstens 15 %" is the range from 0 to 15 %. What lies beyond the second decimal is cut off,
/// except at an upper end, where the next hundredth is taken.
///
/// # Errors
/// What is wrong with the number.
pub fn quote(cell: &str) -> Result<Option<Quote>, Problem> {
    let number = |text: &str| percent(text).map_err(|error| percent_problem(error, cell));
    let above = |text: &str| -> Result<(Share, bool), Problem> {
        let found = number(text)?;
        let next = found.share.basis_points() + u32::from(found.cut);
        Ok((Share::from_basis_points(next).unwrap_or(Share::WHOLE), found.cut))
    };
    let (amount, cut) = match Said::of(cell) {
        Said::Nothing => return Ok(None),
        Said::Number(Exactness::LessThan, text) => match above(text)? {
            (Share::NOTHING, _) => return Err(Problem::LessThanNothing { text: shortened(cell) }),
            (share, cut) => (Amount::LessThan(share), cut),
        },
        Said::Number(Exactness::AtMost, text) => match above(text)? {
            (Share::NOTHING, cut) => (Amount::Exact(Share::NOTHING), cut),
            (share, cut) => (Amount::Range(Share::NOTHING, share), cut),
        },
        Said::Number(exactness, text) => {
            let found = number(text)?;
            let amount = match exactness {
                Exactness::About => Amount::About(found.share),
                Exactness::AtLeast | Exactness::MoreThan => Amount::AtLeast(found.share),
                _ => Amount::Exact(found.share),
            };
            (amount, found.cut)
        }
        Said::Range(low, high) => {
            let (low, (high, high_cut)) = (number(low)?, above(high)?);
            let range = Amount::range(low.share, high);
            (range.map_err(|_| Problem::RangeReversed { text: shortened(cell) })?, low.cut || high_cut)
        }
    };
    Ok(Some(Quote { amount, cut }))
}

fn count_problem(error: CountError, cell: &str) -> Problem {
    let text = shortened(cell);
    match error {
        // With a word or a range around it, the number alone would say something else.
        CountError::Comma { meant } if count(cell) == Err(error) => Problem::CommaInCount { text, meant },
        CountError::Comma { .. } | CountError::NotANumber => Problem::NotACount { text },
        CountError::NotWhole => Problem::NotWhole { text },
        CountError::Percent => Problem::PercentInCount { text },
        CountError::Negative => Problem::NegativeCount { text },
        CountError::TooLarge => Problem::CountTooLarge { text, limit: MAX_COUNT },
    }
}

fn percent_problem(error: PercentError, cell: &str) -> Problem {
    let text = shortened(cell);
    match error {
        PercentError::NotANumber => Problem::NotAPercent { text },
        PercentError::Unclear => Problem::UnclearPercent { text },
        PercentError::MoreThanWhole => Problem::MoreThanWhole { text },
    }
}

#[derive(Clone, Copy)]
enum Exactness {
    Exact,
    About,
    AtLeast,
    MoreThan,
    LessThan,
    AtMost,
}

/// The words before a number. A longer form stands before the form that it begins with.
const WORDS: [(&str, Exactness); 28] = [
    ("ca.", Exactness::About),
    ("ca", Exactness::About),
    ("circa", Exactness::About),
    ("etwa", Exactness::About),
    ("rund", Exactness::About),
    ("ungefähr", Exactness::About),
    ("~", Exactness::About),
    ("≈", Exactness::About),
    ("mindestens", Exactness::AtLeast),
    ("mind.", Exactness::AtLeast),
    ("min.", Exactness::AtLeast),
    ("ab", Exactness::AtLeast),
    ("≥", Exactness::AtLeast),
    (">=", Exactness::AtLeast),
    ("über", Exactness::MoreThan),
    ("ueber", Exactness::MoreThan),
    ("mehr als", Exactness::MoreThan),
    (">", Exactness::MoreThan),
    ("unter", Exactness::LessThan),
    ("weniger als", Exactness::LessThan),
    ("höchstens", Exactness::AtMost),
    ("hoechstens", Exactness::AtMost),
    ("maximal", Exactness::AtMost),
    ("max.", Exactness::AtMost),
    ("bis zu", Exactness::AtMost),
    ("≤", Exactness::AtMost),
    ("<=", Exactness::AtMost),
    ("<", Exactness::LessThan),
];

enum Said<'a> {
    Nothing,
    Number(Exactness, &'a str),
    Range(&'a str, &'a str),
}

impl<'a> Said<'a> {
    fn of(cell: &'a str) -> Self {
        let text = cell.trim();
        if says_nothing(text) {
            return Self::Nothing;
        }
        for (word, exactness) in WORDS {
            if let Some(number) = after_word(text, word) {
                return Self::Number(exactness, number);
            }
        }
        let range = after_word(text, "zwischen").and_then(|rest| rest.split_once(" und "));
        let range = range.or_else(|| after_word(text, "von").unwrap_or(text).split_once(" bis "));
        let range = range.or_else(|| text.split_once(['–', '-', '—'])).filter(|(low, _)| !low.trim().is_empty());
        range.map_or(Self::Number(Exactness::Exact, text), |(low, high)| Self::Range(low, high))
    }
}

/// What stands behind a word, in whatever case it is written. A word of letters ends before a letter.
fn after_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let (end, _) = text.char_indices().nth(word.chars().count())?;
    let (begin, rest) = text.split_at(end);
    let ends = !word.ends_with(char::is_alphabetic) || !rest.starts_with(char::is_alphabetic);
    (ends && name::lower(begin) == word).then(|| rest.trim_start())
}

fn says_nothing(text: &str) -> bool {
    const WORDS: [&str; 10] =
        ["k. a.", "k.a.", "keine angabe", "keine angaben", "nicht gemeldet", "n/a", "n. a.", "n.a.", "#nv", "#n/a"];
    let dashes = !text.is_empty() && text.chars().all(|letter| matches!(letter, '-' | '–' | '—' | '\u{2212}'));
    let spaced: Vec<&str> = text.split_whitespace().collect();
    dashes || WORDS.contains(&name::lower(&spaced.join(" ")).as_str())
}
