//! The timeline's entries in words.

use jiff::civil::Date;

use super::{build_words, date, facility_words, funding_words, number, words};
use crate::domain::{
    agreement::AgreementKind,
    calendar::days_until,
    timeline::{Entry, Happening, Strand},
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
        Happening::Agreed { kind, partner, note } => {
            with_note(format!("{} mit {partner}.", agreement_of(*kind)), note.as_ref())
        }
        Happening::AgreementEnds { kind, partner } => {
            let ends = if today > entry.when.last_day() { "endete" } else { "endet" };
            format!("{} mit {partner} {ends}.", agreement_of(*kind))
        }
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
        Happening::Milestone { application, kind, part, refused, planned } => {
            let part = part.map_or_else(String::new, |part| format!(" ({})", funding_words::part(part)));
            let how = match (refused, planned) {
                (true, _) => ", abgelehnt",
                (false, true) => ", geplant",
                (false, false) => "",
            };
            format!("{application}: {}{part}{how}.", funding_words::milestone(*kind))
        }
        Happening::Line { facility, state } => format!("{facility}: Leitung {}.", facility_words::state(*state)),
        Happening::Fact { text } => text.clone(),
        other => build_words::happening(other, entry.is_ahead(today)),
    }
}

/// "Vereinbarung zur Wegenutzung", as it stands before "mit".
const fn agreement_of(kind: AgreementKind) -> &'static str {
    match kind {
        AgreementKind::RightOfWay => "Vereinbarung zur Wegenutzung",
        AgreementKind::LetterOfIntent => "Absichtserklärung",
        AgreementKind::Cooperation => "Kooperation",
        AgreementKind::Supply => "Liefervertrag",
    }
}

/// The name of a strand, as it is filtered by.
pub const fn strand(strand: Strand) -> &'static str {
    match strand {
        Strand::Marketing => "Vermarktung",
        Strand::Commercial => "Gewerbe",
        Strand::Build => "Bau",
        Strand::Agreement => "Vereinbarung",
        Strand::Measure => "Maßnahme",
        Strand::Decision => "Beschluss",
        Strand::Funding => "Förderung",
        Strand::Facilities => "Einrichtungen",
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
