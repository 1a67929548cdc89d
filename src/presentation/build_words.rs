//! The build in words: its steps with a plain explanation each, "x von y", planned and actual phases, rounds.

use super::{date, number, words};
use crate::domain::{
    build_progress::{BuildFigures, BuildProgressError, BuildStep},
    campaign::{Target, Unit},
    phase::PhaseKind,
    round::InRound,
    status::{BuildFigure, CampaignStatus},
    timeline::Happening,
};

/// The word of a step.
pub const fn step(step: BuildStep) -> &'static str {
    match step {
        BuildStep::Passed => "vorbeigeführt",
        BuildStep::Prepared => "vorbereitet",
        BuildStep::Connected => "angeschlossen",
        BuildStep::Activated => "aktiv",
    }
}

/// What the word means, for who has never heard it.
pub const fn explanation(step: BuildStep) -> &'static str {
    match step {
        BuildStep::Passed => "Das Glasfaserkabel liegt in der Straße vor dem Grundstück.",
        BuildStep::Prepared => "Ein leeres Rohr führt bis an das Gebäude, die Faser fehlt noch.",
        BuildStep::Connected => "Die Glasfaser endet im Gebäude.",
        BuildStep::Activated => "Ein Vertrag läuft, das Internet kommt über die Glasfaser.",
    }
}

/// "80 von 120 Gebäuden", and where the whole is not known "80, die Zahl der Gebäude ist nicht bekannt".
pub fn x_of_y(count: u32, base: Option<u32>, unit: Unit) -> String {
    let (many, dative) = words::unit(unit);
    match base {
        Some(base) => format!("{} von {} {dative}", number::count(count), number::count(base)),
        None => format!("{}, die Zahl der {many} ist nicht bekannt", number::count(count)),
    }
}

/// "80 von 120 Gebäuden" of one figure.
pub fn figure(figure: &BuildFigure) -> String {
    x_of_y(figure.count, figure.record.figures().base, figure.record.unit)
}

/// Where a figure comes from: its day, its source, and how the source uses its words.
pub fn origin(figure: &BuildFigure) -> String {
    let record = &figure.record;
    let defined = record.definition.as_ref().map_or_else(String::new, |text| format!(" Die Quelle sagt dazu: {text}"));
    format!("Stand: {}. Quelle: {}.{defined}", date::long(record.as_of), record.source.name)
}

/// What is wrong with figures, and what would be right.
pub fn problem(error: BuildProgressError) -> String {
    match error {
        BuildProgressError::Empty => "Alle vier Zahlen fehlen. Schreiben Sie mindestens eine davon.".to_owned(),
        BuildProgressError::NoBase => {
            "0 ist keine Gesamtzahl. Lassen Sie das Feld leer, wenn sie nicht bekannt ist.".to_owned()
        }
        BuildProgressError::MoreThanBase { step: of, count, base } => format!(
            "{} {} sind mehr als alle {}. Berichtigen Sie eine der beiden Zahlen.",
            number::count(count),
            step(of),
            number::count(base)
        ),
        BuildProgressError::NotWithin { inner, inner_count, outer, outer_count } => format!(
            "{} {} sind mehr als {} {}. Was {} ist, ist auch {}: Berichtigen Sie eine der beiden Zahlen.",
            number::count(inner_count),
            step(inner),
            number::count(outer_count),
            step(outer),
            step(inner),
            step(outer)
        ),
    }
}

/// A word at the beginning of a sentence or of a label.
pub fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// "Zweite Runde", "3. Runde".
pub fn round(number: u32) -> String {
    match number {
        1 => "Erste Runde".to_owned(),
        2 => "Zweite Runde".to_owned(),
        3 => "Dritte Runde".to_owned(),
        more => format!("{more}. Runde"),
    }
}

/// What a round asks for: "Ziel: 33 % der Haushalte.", "Ziel: 40 Verträge.".
pub fn round_target(target: Target, unit: Unit) -> String {
    match target {
        Target::Share(share) => format!("Ziel: {} der {}.", number::share(share), words::unit(unit).0),
        Target::Count(count) => format!("Ziel: {}.", number::contracts(count)),
        Target::OperatorDecision => "Ohne Ziel: Der Betreiber entscheidet selbst.".to_owned(),
    }
}

/// "Zweite Runde in Bühl und Weier bis zum 31. März 2024." for each further round that some areas are in.
pub fn running_rounds(status: &CampaignStatus) -> Option<String> {
    let sentence = |(round_of, names): &(&InRound, Vec<&str>)| {
        let (which, areas) = (round(round_of.number), words::list(names));
        format!("{which} in {areas} bis zum {}.", date::long(round_of.round.deadline))
    };
    let sentences: Vec<String> = status.further_rounds().iter().map(sentence).collect();
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

/// What happened or comes in build and rounds, as a sentence.
pub(super) fn happening(what: &Happening, ahead: bool) -> String {
    match what {
        Happening::RoundOpened { number, campaign, note } => {
            let note = note.as_ref().map_or_else(String::new, |note| format!(" {note}"));
            format!("{} beginnt: {campaign}.{note}", round(*number))
        }
        Happening::RoundDeadline { number } => {
            format!("Die Frist der {} {}.", in_genitive(*number), if ahead { "endet" } else { "endete" })
        }
        Happening::Phase { kind, unit, ended } => {
            format!("{}: {}.", phase(*kind, *unit), if *ended { "beendet" } else { "begonnen" })
        }
        Happening::Planned { kind, unit, end } => {
            let verb = if *end { "Ende geplant" } else { "geplant" };
            format!("{}: {verb}.", phase(*kind, *unit))
        }
        Happening::Counted { unit, figures } => format!("Ausbaustand: {}.", counted(figures, *unit)),
        _ => String::new(),
    }
}

fn in_genitive(round: u32) -> String {
    match round {
        2 => "zweiten Runde".to_owned(),
        3 => "dritten Runde".to_owned(),
        more => format!("{more}. Runde"),
    }
}

fn phase(kind: PhaseKind, unit: Unit) -> String {
    // Soft hyphens are for narrow steppers.
    words::phase(kind, unit).replace('\u{ad}', "")
}

/// "80 von 120 Gebäuden vorbeigeführt, 40 angeschlossen".
pub fn counted(figures: &BuildFigures, unit: Unit) -> String {
    let named = BuildStep::ALL.into_iter().filter_map(|of| Some((of, figures.of(of)?)));
    let parts: Vec<String> = named
        .enumerate()
        .map(|(place, (of, count))| match (place, figures.base) {
            (0, Some(base)) => format!("{} {}", x_of_y(count, Some(base), unit), step(of)),
            _ => format!("{} {}", number::count(count), step(of)),
        })
        .collect();
    parts.join(", ")
}
