//! Funding in sentences: the state of all applications for an officer. What the public is told is in `funding_told`.

use jiff::civil::Date;

pub use super::funding_told::public;

use super::{date, funding_words as words, lang::Lang, money::euros, number, span::Span};
use crate::domain::{
    funding::{Funding, FundingDeadline, Sum, Sums, next_deadline},
    money::Cents,
};

/// The situation sentence (Lagesatz) of all applications: the next deadline, what is granted, what stays with the town.
pub fn situation(all: &[Funding], today: Date) -> Vec<Span> {
    let sums = Sums::of(all);
    if all.is_empty() {
        return vec![Span::strong("Noch ist kein Förderantrag erfasst.")];
    }
    let mut spans = match next_deadline(all, today) {
        Some((funding, deadline)) => next(funding, deadline, today),
        None => vec![Span::strong("Keine offene Frist.")],
    };
    spans.extend([Span::plain("Bewilligt sind"), Span::strong(granted(&sums))]);
    spans.extend(own(&sums));
    spans
}

fn next(funding: &Funding, deadline: &FundingDeadline, today: Date) -> Vec<Span> {
    let left = deadline.days_left(today);
    let day = format!("{}, {}", date::weekday(deadline.day.weekday()), date::long(deadline.day, Lang::De));
    let head = if left < 0 { format!("Überfällige Frist: {day}") } else { format!("Nächste Frist: {day}") };
    let what = [&funding.application.title, words::part(deadline.part, Lang::De), words::task(deadline)].join(", ");
    vec![Span::strong(head), Span::plain(format!("({what}, {}).", words::days_left(left)))]
}

/// "675.000 € vom Bund und noch nichts vom Land."
fn granted(sums: &Sums) -> String {
    let amount = |sum: Sum| match (sum.known, sum.unknown) {
        (Cents::NOTHING, 0) => "noch nichts".to_owned(),
        (Cents::NOTHING, 1) => "ein Betrag, der nicht erfasst ist,".to_owned(),
        (Cents::NOTHING, _) => "Beträge, die nicht erfasst sind,".to_owned(),
        (known, 0) => euros(known, Lang::De),
        (known, 1) => format!("{} und ein Betrag, der nicht erfasst ist,", euros(known, Lang::De)),
        (known, _) => format!("{} und Beträge, die nicht erfasst sind,", euros(known, Lang::De)),
    };
    if sums.federal_grants + sums.state_grants == 0 {
        return "weder vom Bund noch vom Land Mittel.".to_owned();
    }
    format!("{} vom Bund und {} vom Land.", amount(sums.federal), amount(sums.state))
}

/// What stays with the town: now, and at worst.
fn own(sums: &Sums) -> Vec<Span> {
    let pursued = |sum: Sum| (sum.known > Cents::NOTHING || sum.unknown == 0).then_some(sum.known);
    // Both figures are said of the same applications, or only the one that is known of more.
    let now = pursued(sums.own_now).filter(|_| sums.own_now.unknown == sums.own_at_worst.unknown);
    let mut spans = match (now, pursued(sums.own_at_worst)) {
        (_, None) => vec![Span::plain("Der Eigenanteil ist nicht bekannt: Es sind keine Gesamtkosten erfasst.")],
        (None, Some(worst)) => {
            vec![Span::plain("Wird nichts weiter bewilligt, beträgt der Eigenanteil"), Span::strong(stop(worst))]
        }
        (Some(now), Some(worst)) if now == worst => {
            vec![Span::plain("Der Eigenanteil beträgt"), Span::strong(stop(now))]
        }
        (Some(now), Some(worst)) => vec![
            Span::plain(format!(
                "Der Eigenanteil beträgt nach heutigem Stand {}. Wird nichts weiter bewilligt, steigt er auf höchstens",
                euros(now, Lang::De)
            )),
            Span::strong(stop(worst)),
        ],
    };
    let (unknown, known) = (sums.own_at_worst.unknown, sums.own_at_worst.known);
    if unknown > 0 && known > Cents::NOTHING {
        let count = number::counted(u32::try_from(unknown).unwrap_or(u32::MAX), "Antrag", "Anträge", Lang::De);
        spans.push(Span::plain(format!("Ohne Angabe der Kosten und nicht mitgezählt: {count}.")));
    }
    spans
}

fn stop(amount: Cents) -> String {
    format!("{}.", euros(amount, Lang::De))
}
