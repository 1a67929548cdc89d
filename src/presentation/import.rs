//! What is wrong with a table of readings: where, what, and what would be right.

use crate::domain::{
    amount::Amount,
    import::{Problem, RowError},
    reading::Value,
};

use super::{
    date::long,
    lang::Lang,
    number::{amount, contracts, contracts_amount, contracts_dative, count, share},
};

mod facility;
mod file;
mod form;

pub use facility::file_sentence as facility_file_sentence;
pub use file::{file_sentence, notice_sentence};

/// The sentence for one row: "Zeile 4, Spalte „Verträge“: „24,5 %“ ist ein Anteil …".
pub fn sentence(error: &RowError) -> String {
    let column = error.column.as_ref().map_or_else(String::new, |name| format!(", Spalte „{name}“"));
    format!("Zeile {}{column}: {}", error.line, problem(&error.problem))
}

/// What is wrong and what would be right, without the place: for where the cell itself shows it.
pub fn problem(problem: &Problem) -> String {
    let of = |text: &str, rest: &str| format!("„{text}“ {rest}");
    match problem {
        Problem::NoArea => "Der Name fehlt. Schreiben Sie, für welches Gebiet die Zahl gilt.".to_owned(),
        Problem::UnknownStage { text } => of(text, "ist keine Stufe. Schreiben Sie gemeldet, geprüft oder netto."),
        Problem::NotYesOrNo { text } => of(text, "heißt weder ja noch nein. Schreiben Sie eines von beiden."),
        Problem::TooManyCells { cells, columns } => too_many_cells(*cells, *columns),
        Problem::SwallowedRows { breaks } => swallowed_rows(*breaks),
        Problem::CutOff => CUT_OFF.to_owned(),
        Problem::UnknownArea { text, suggestion: Some(name) } => {
            of(text, &format!("ist kein bekanntes Gebiet. Schreiben Sie „{name}“, wenn dieses gemeint ist."))
        }
        Problem::UnknownArea { text, suggestion: None } => of(text, UNKNOWN_AREA),
        Problem::AmbiguousArea { text } => of(text, "heißen mehrere Gebiete. Schreiben Sie den vollständigen Namen."),
        Problem::AreaNotInCampaign { area } => format!("{area} {NOT_IN_CAMPAIGN}"),
        Problem::Duplicate { other_line } => format!("Zeile {other_line} {DUPLICATE}"),
        Problem::NeedsReason { area, day, stored } => {
            format!(
                "Für {area} ist zum {} schon „{}“ gespeichert. {GIVE_REASON}",
                long(*day, Lang::De),
                stored_value(*stored)
            )
        }
        Problem::QuoteContradictsCount { stated, contracts: number, base } => format!(
            "{} passt nicht zu {} bei einer Basis von {}. Prüfen Sie Anzahl, Quote und Basis.",
            share(*stated, Lang::De),
            if *number == 1 { "einem Vertrag".to_owned() } else { contracts_dative(Amount::Exact(*number), Lang::De) },
            count(*base, Lang::De)
        ),
        Problem::Form(problem) => form::sentence(problem),
        Problem::Facility(problem) => facility::sentence(problem),
        Problem::NoDay
        | Problem::NoSource
        | Problem::NotADay { .. }
        | Problem::NoSuchDay { .. }
        | Problem::SerialDay { .. }
        | Problem::NotACount { .. }
        | Problem::CommaInCount { .. }
        | Problem::NotWhole { .. }
        | Problem::PercentInCount { .. }
        | Problem::NegativeCount { .. }
        | Problem::CountTooLarge { .. }
        | Problem::NotAPercent { .. }
        | Problem::UnclearPercent { .. }
        | Problem::MoreThanWhole { .. }
        | Problem::RangeReversed { .. }
        | Problem::LessThanNothing { .. }
        | Problem::TooLong { .. }
        | Problem::MoreThanBase { .. }
        | Problem::FutureDay { .. }
        | Problem::BeforeOpening { .. } => typed(problem),
    }
}

/// The same of what somebody types into the weekly sheet. Of all problems the browser's program knows these alone: every
/// sentence costs it bytes.
pub fn typed(problem: &Problem) -> String {
    let of = |text: &str, rest: &str| format!("„{text}“ {rest}");
    match problem {
        Problem::NoDay => "Der Tag fehlt. Schreiben Sie ihn so: 10.11.2023.".to_owned(),
        Problem::NoSource => "Die Quelle fehlt. Schreiben Sie, von wem die Zahl ist.".to_owned(),
        Problem::NotADay { text } => of(text, NOT_A_DAY),
        Problem::NoSuchDay { text } => of(text, NO_SUCH_DAY),
        Problem::SerialDay { text, meant } => of(text, &serial_day(&long(*meant, Lang::De))),
        Problem::NotACount { text } => of(text, NOT_A_COUNT),
        Problem::CommaInCount { text, meant } => {
            of(text, &format!("hat ein Komma. Schreiben Sie {}, wenn das die Anzahl ist.", count(*meant, Lang::De)))
        }
        Problem::NotWhole { text } => of(text, NOT_WHOLE),
        Problem::PercentInCount { text } => of(text, PERCENT_IN_COUNT),
        Problem::NegativeCount { text } => of(text, NEGATIVE),
        Problem::CountTooLarge { text, limit } => {
            of(text, &format!("ist mehr als {}. Prüfen Sie die Zahl.", count(*limit, Lang::De)))
        }
        Problem::NotAPercent { text } => of(text, NOT_A_PERCENT),
        Problem::UnclearPercent { text } => of(text, UNCLEAR_PERCENT),
        Problem::MoreThanWhole { text } => of(text, MORE_THAN_WHOLE),
        Problem::RangeReversed { text } => of(text, RANGE_REVERSED),
        Problem::LessThanNothing { text } => of(text, LESS_THAN_NOTHING),
        Problem::TooLong { length, limit } => {
            format!("Der Text hat {} Zeichen. Kürzen Sie ihn auf höchstens {}.", many(*length), many(*limit))
        }
        Problem::MoreThanBase { contracts: number, base } => format!(
            "{} sind mehr als die Basis von {}. Prüfen Sie die Zahl der Verträge und die Basis.",
            contracts(*number, Lang::De),
            count(*base, Lang::De)
        ),
        Problem::FutureDay { day, today } => format!(
            "Der {} kommt erst noch, heute ist der {}. Schreiben Sie den Tag, für den die Zahl gilt.",
            long(*day, Lang::De),
            long(*today, Lang::De)
        ),
        Problem::BeforeOpening { day, opened } => {
            format!(
                "Der {} liegt vor dem Beginn der Kampagne am {}. Prüfen Sie den Tag.",
                long(*day, Lang::De),
                long(*opened, Lang::De)
            )
        }
        _ => "Das ist nicht zu lesen. Prüfen Sie die Eingabe.".to_owned(),
    }
}

const NOT_A_DAY: &str = "ist kein Tag. Schreiben Sie Tag, Monat und Jahr, zum Beispiel 10.11.2023.";
const NO_SUCH_DAY: &str = "steht in keinem Kalender der Jahre 2000 bis 2099. Prüfen Sie Tag, Monat und Jahr.";
const NOT_A_COUNT: &str =
    "ist keine Anzahl. Schreiben Sie nur die Zahl, zum Beispiel 407, oder „k. A.“, wenn keine gemeldet ist.";
const NOT_WHOLE: &str =
    "ist keine ganze Zahl. Schreiben Sie die Zahl der Verträge; ein Anteil gehört in eine Spalte „Quote in %“.";
const PERCENT_IN_COUNT: &str = "ist ein Anteil und keine Anzahl. Schreiben Sie ihn in eine Spalte „Quote in %“.";
const NEGATIVE: &str = "liegt unter null. Schreiben Sie, wie viele Verträge es an diesem Tag insgesamt sind.";
const NOT_A_PERCENT: &str = "ist kein Anteil. Schreiben Sie ihn in Prozent, zum Beispiel 24,5.";
const UNCLEAR_PERCENT: &str = "kann ein Anteil oder eine Anzahl sein. Schreiben Sie einen Anteil mit Komma, zum Beispiel \
                               24,5; eine Anzahl gehört in eine Spalte „Verträge“.";
const MORE_THAN_WHOLE: &str = "ist mehr als 100 %. Ist es ein Anteil am Ziel, schreiben Sie stattdessen den Anteil an der \
                               Basis, zum Beispiel an allen Haushalten.";
const RANGE_REVERSED: &str = "endet nicht über seinem Anfang. Schreiben Sie zuerst die kleinere Zahl.";
const LESS_THAN_NOTHING: &str = "kann nicht sein. Schreiben Sie 0, oder „k. A.“, wenn keine Zahl gemeldet ist.";
const CUT_OFF: &str = "Die letzte Zeile endet ohne Zeilenumbruch, die Datei kann abgeschnitten sein. Speichern Sie die \
                       Tabelle neu, oder drücken Sie am Ende der Zeile die Eingabetaste.";
const UNKNOWN_AREA: &str = "ist kein bekanntes Gebiet. Schreiben Sie den Namen so wie in der Liste der Gebiete.";
const NOT_IN_CAMPAIGN: &str = "gehört zu keiner Kampagne. Löschen Sie die Zeile.";
const DUPLICATE: &str = "hat dasselbe Gebiet, denselben Tag und dieselbe Stufe. Löschen Sie eine der beiden Zeilen.";
const GIVE_REASON: &str = "Nennen Sie in einer Spalte „Grund“, warum der Wert ersetzt wird.";

fn stored_value(value: Value) -> String {
    match value {
        Value::Contracts(number) => contracts_amount(number, Lang::De),
        Value::Percent(percent) => amount(percent, |of| share(of, Lang::De), Lang::De),
        Value::NotReported => "nicht gemeldet".to_owned(),
    }
}

fn serial_day(meant: &str) -> String {
    format!(
        "ist Excels Zählung für den {meant}. Formatieren Sie die Spalte in Excel als Datum und speichern Sie die Datei neu."
    )
}

fn too_many_cells(cells: u64, columns: u64) -> String {
    format!(
        "Die Zeile hat {} Zellen, die Kopfzeile {}. Setzen Sie einen Text, in dem das Trennzeichen vorkommt, in \
         Anführungszeichen.",
        many(cells),
        many(columns)
    )
}

fn swallowed_rows(breaks: u64) -> String {
    let others = if breaks == 1 { "der nächsten".to_owned() } else { format!("den nächsten {}", many(breaks)) };
    format!("Ein Anführungszeichen verbindet diese Zeile mit {others}. Schließen Sie es in seiner Zelle.")
}

fn many(number: u64) -> String {
    count(u32::try_from(number).unwrap_or(u32::MAX), Lang::De)
}
