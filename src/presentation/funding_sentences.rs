//! Funding in sentences: the state of all applications for an officer, and one plain sentence of each for the public.

use jiff::civil::Date;

use super::{date, funding_words as words, money::euros, number, span::Span};
use crate::domain::{
    funding::{Funding, FundingDeadline, Leg, LegState, Part, Sum, Sums, next_deadline},
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
    let day = format!("{}, {}", date::weekday(deadline.day.weekday()), date::long(deadline.day));
    let head = if left < 0 { format!("Überfällige Frist: {day}") } else { format!("Nächste Frist: {day}") };
    let what = [&funding.application.title, words::part(deadline.part), words::task(deadline)].join(", ");
    vec![Span::strong(head), Span::plain(format!("({what}, {}).", words::days_left(left)))]
}

/// "675.000 € vom Bund und noch nichts vom Land."
fn granted(sums: &Sums) -> String {
    let amount = |sum: Sum| match (sum.known, sum.unknown) {
        (Cents::NOTHING, 0) => "noch nichts".to_owned(),
        (Cents::NOTHING, 1) => "ein Betrag, der nicht erfasst ist,".to_owned(),
        (Cents::NOTHING, _) => "Beträge, die nicht erfasst sind,".to_owned(),
        (known, 0) => euros(known),
        (known, 1) => format!("{} und ein Betrag, der nicht erfasst ist,", euros(known)),
        (known, _) => format!("{} und Beträge, die nicht erfasst sind,", euros(known)),
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
                euros(now)
            )),
            Span::strong(stop(worst)),
        ],
    };
    let (unknown, known) = (sums.own_at_worst.unknown, sums.own_at_worst.known);
    if unknown > 0 && known > Cents::NOTHING {
        let count = number::counted(u32::try_from(unknown).unwrap_or(u32::MAX), "Antrag", "Anträge");
        spans.push(Span::plain(format!("Ohne Angabe der Kosten und nicht mitgezählt: {count}.")));
    }
    spans
}

fn stop(amount: Cents) -> String {
    format!("{}.", euros(amount))
}

/// One application in one plain sentence. Amounts stand in it only where the editor lets the public see them.
///
/// "Der Bund hat vorläufig bewilligt, beim Land ist der Antrag noch nicht entschieden."
pub fn public(funding: &Funding) -> String {
    let says = |part| funding.leg(part).map(|leg| (leg, Told::of(leg))).filter(|(_, told)| *told != Told::NoShare);
    let amounts = funding.application.amounts_public;
    match (says(Part::Federal), says(Part::State)) {
        (None, None) => "Ob dafür Förderung beantragt ist, ist nicht veröffentlicht.".to_owned(),
        (Some((federal, told)), Some((state, same))) if told == same => both(told, federal, state, amounts),
        (federal, state) => {
            let clauses = [(Part::Federal, federal), (Part::State, state)];
            let clauses =
                clauses.iter().filter_map(|(part, said)| said.map(|(leg, told)| one(told, *part, leg, amounts)));
            capital(&format!("{}.", clauses.collect::<Vec<_>>().join(", ")))
        }
    }
}

/// What the public is told of a leg.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Told {
    NotRequested,
    InPreparation,
    Undecided,
    Preliminary,
    Finally,
    Rejected,
    Withdrawn,
    NotEligible,
    NoShare,
}

impl Told {
    /// That something was asked for is between the office and the grantor: to the public it is not decided.
    fn of(leg: &Leg) -> Self {
        match leg.state() {
            LegState::NotRequested => Self::NotRequested,
            LegState::Draft => Self::InPreparation,
            LegState::Submitted | LegState::SupplementAsked => Self::Undecided,
            LegState::PreliminaryGrant => Self::Preliminary,
            LegState::FinalGrant => Self::Finally,
            LegState::Rejected => Self::Rejected,
            LegState::Withdrawn => Self::Withdrawn,
            LegState::NotEligible => Self::NotEligible,
            LegState::Budgeted | LegState::Dropped => Self::NoShare,
        }
    }
}

fn one(told: Told, part: Part, leg: &Leg, amounts: bool) -> String {
    let (nominative, at) = match part {
        Part::Federal => ("der Bund", "beim Bund"),
        _ => ("das Land", "beim Land"),
    };
    let sum = public_amount(leg, amounts).map_or_else(String::new, |sum| format!(" {sum}"));
    match told {
        Told::NotRequested => format!("{at} ist noch nichts beantragt"),
        Told::InPreparation => format!("{at} wird ein Antrag vorbereitet"),
        Told::Undecided => format!("{at} ist der Antrag noch nicht entschieden"),
        Told::Preliminary => format!("{nominative} hat vorläufig{sum} bewilligt"),
        Told::Finally => format!("{nominative} hat endgültig{sum} bewilligt"),
        Told::Rejected => format!("{nominative} hat abgelehnt"),
        Told::Withdrawn => format!("{at} ist der Antrag zurückgezogen"),
        Told::NotEligible | Told::NoShare => format!("{nominative} kann dieses Vorhaben nicht fördern"),
    }
}

fn both(told: Told, federal: &Leg, state: &Leg, amounts: bool) -> String {
    let granted = |how: &str| match (public_amount(federal, amounts), public_amount(state, amounts)) {
        (Some(federal), Some(state)) => {
            format!("Bund und Land haben {how} bewilligt, der Bund {federal} und das Land {state}.")
        }
        _ => format!("Bund und Land haben {how} bewilligt."),
    };
    match told {
        Told::NotRequested => "Bei Bund und Land ist noch nichts beantragt.".to_owned(),
        Told::InPreparation => "Für Bund und Land werden Anträge vorbereitet.".to_owned(),
        Told::Undecided => "Bei Bund und Land ist Förderung beantragt, bewilligt ist bisher nichts.".to_owned(),
        Told::Preliminary => granted("vorläufig"),
        Told::Finally => granted("endgültig"),
        Told::Rejected => "Bund und Land haben abgelehnt.".to_owned(),
        Told::Withdrawn => "Die Anträge bei Bund und Land sind zurückgezogen.".to_owned(),
        Told::NotEligible | Told::NoShare => "Bund und Land können dieses Vorhaben nicht fördern.".to_owned(),
    }
}

fn public_amount(leg: &Leg, amounts: bool) -> Option<String> {
    let granted = leg.granted();
    (amounts && granted > Cents::NOTHING).then(|| euros(granted))
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
