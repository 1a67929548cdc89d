//! The timeline's entries in words.

use jiff::civil::Date;

use super::{date, number, words};
use crate::domain::{
    agreement::AgreementKind,
    calendar::days_until,
    timeline::{Entry, Happening},
    when::When,
};

/// When: "10. November 2023", "25. November 2023, in 15 Tagen".
pub fn when(entry: &Entry, today: Date) -> String {
    let text = date::when(entry.when);
    match entry.when {
        When::Day(day) => match days_until(today, day) {
            0 => format!("{text}, heute"),
            1 => format!("{text}, morgen"),
            days if days > 1 => {
                let days = days.unsigned_abs();
                format!("{text}, in {} Tagen", number::count(days))
            }
            _ => text,
        },
        When::Month(..) | When::Years(..) => text,
    }
}

/// What happened, in one or two sentences.
pub fn sentence(entry: &Entry, today: Date) -> String {
    match &entry.what {
        Happening::Decided { body, text } => format!("Der {body} {text}"),
        Happening::Agreed { kind, partner, note } => with_note(
            match kind {
                AgreementKind::RightOfWay => format!("Vereinbarung zur Wegenutzung mit {partner}."),
                AgreementKind::LetterOfIntent => format!("Absichtserklärung mit {partner}."),
                AgreementKind::Cooperation => format!("Kooperation mit {partner}."),
                AgreementKind::Supply => format!("Liefervertrag mit {partner}."),
            },
            note.as_ref(),
        ),
        Happening::Opened { campaign, operator } => format!("{campaign} von {operator} beginnt."),
        Happening::Deadline { earlier, reason } => {
            let ends = if entry.is_ahead(today) || entry.when == When::Day(today) {
                "Die Frist endet."
            } else {
                "Die Frist endete."
            };
            with_note(with_note(ends.to_owned(), earlier_deadlines(earlier).as_ref()), reason.as_ref())
        }
        Happening::CameOut { kind, note } => with_note(words::outcome(*kind).0.to_owned(), note.as_ref()),
        Happening::Measure { kind, note } => with_note(format!("{}.", words::measure(*kind)), note.as_ref()),
        Happening::Fact { text } => text.clone(),
    }
}

/// "Eine frühere Mitteilung nannte den 26. November."
pub fn earlier_deadlines(earlier: &[Date]) -> Option<String> {
    let days: Vec<String> = earlier.iter().map(|day| format!("den {}", date::without_year(*day))).collect();
    match days.len() {
        0 => None,
        1 => Some(format!("Eine frühere Mitteilung nannte {}.", days[0])),
        _ => Some(format!("Frühere Mitteilungen nannten {}.", words::list(&days))),
    }
}

fn with_note(text: String, note: Option<&String>) -> String {
    match note {
        Some(note) => format!("{text} {note}"),
        None => text,
    }
}
