//! That nothing new has come for a while, in words.

use super::{lang::Lang, number};

/// "Nichts Neues seit 8 Tagen."; nothing where numbers are fresh.
pub fn quiet(days: Option<u32>, lang: Lang) -> Option<String> {
    let days = days?;
    Some(match lang {
        Lang::De => format!("Nichts Neues seit {} Tagen.", number::count(days, lang)),
        Lang::En => format!("Nothing new for {days} days."),
        Lang::Fr => format!("Rien de nouveau depuis {days} jours."),
    })
}
