//! Forms in words: what is wrong with a field, what stands above a conflict.

use super::import;
use crate::domain::{
    edit::Field,
    import::{FormProblem, Problem},
};

/// What is wrong with a field, and what would be right.
pub fn fault(field: Field, problem: &Problem) -> String {
    match problem {
        Problem::Form(FormProblem::Missing) => missing(field).to_owned(),
        other => import::problem(other),
    }
}

const NO_TIME: &str = "Der Zeitpunkt fehlt. Schreiben Sie einen Tag, einen Monat oder ein Jahr, zum Beispiel 10.11.2023 oder November 2023.";
const NO_DAY: &str = "Der Tag fehlt. Schreiben Sie ihn so: 10.11.2023.";

fn missing(field: Field) -> &'static str {
    match field {
        Field::Kind
        | Field::TextKind
        | Field::Language
        | Field::Reach
        | Field::Stage
        | Field::Standing
        | Field::Reading
        | Field::Part
        | Field::State
        | Field::Strand
        | Field::Model
        | Field::Mark
        | Field::Unit
        | Field::Record
        | Field::Area
        | Field::Tariff
        | Field::SecondRoute
        | Field::Fundable
        | Field::Technology
        | Field::AmountsPublic => "Es ist nichts gewählt. Wählen Sie aus der Liste.",
        Field::Day | Field::AnnouncedOn | Field::EndsOn | Field::SettledOn | Field::Dated | Field::OpensOn => NO_DAY,
        Field::When | Field::Signed | Field::AsOf | Field::Since | Field::NextPlanned | Field::EffectiveFrom => NO_TIME,
        Field::Planned | Field::Actual => "Der Termin fehlt. Schreiben Sie, wann es geplant oder geschehen ist.",
        Field::Name => "Der Name fehlt. Schreiben Sie, wie es heißt.",
        Field::Applicant => "Der Name fehlt. Schreiben Sie, wer den Antrag stellt.",
        Field::Task => "Die Aufgabe fehlt. Schreiben Sie, was bis zu diesem Tag zu tun ist.",
        Field::Link => "Der Verweis fehlt. Schreiben Sie eine Adresse, die mit https:// beginnt.",
        Field::Directive | Field::Version | Field::GisConditions => {
            "Die Richtlinie fehlt. Schreiben Sie ihren Namen, oder löschen Sie die Fassung."
        }
        Field::Share => "Der Anteil fehlt. Schreiben Sie Prozent, zum Beispiel 40.",
        Field::Requested | Field::Preliminary | Field::Final | Field::Paid | Field::Total => {
            "Der Betrag fehlt. Schreiben Sie Euro und Cent, zum Beispiel 1.350.000,50."
        }
        Field::Areas | Field::Facilities => "Die Namen fehlen. Schreiben Sie sie mit Komma getrennt.",
        Field::Down => "Die Leitung sagt nichts. Schreiben Sie wenigstens die Bandbreite oder die Technik.",
        Field::SchoolTypes
        | Field::Address
        | Field::Position
        | Field::Owner
        | Field::Classes
        | Field::FundableReason
        | Field::Up
        | Field::Responsible
        | Field::Cost => "Die Angabe fehlt.",
        Field::PlannedStart | Field::PlannedEnd | Field::ActualStart | Field::ActualEnd => {
            "Alle vier Angaben fehlen. Schreiben Sie mindestens eine davon."
        }
        Field::Partner => "Der Name fehlt. Schreiben Sie, mit wem die Vereinbarung geschlossen ist.",
        Field::Count => "Die Zahl fehlt. Schreiben Sie, wie viele es sind, zum Beispiel 914.",
        Field::Value => "Die Zahl fehlt. Schreiben Sie die Verträge, einen Anteil mit %, oder „nicht gemeldet“.",
        Field::Markdown => "Der Text fehlt.",
        Field::Body => "Das Gremium fehlt. Schreiben Sie, wer beschlossen hat.",
        Field::Text => "Der Beschluss fehlt. Schreiben Sie in einem Satz, was beschlossen ist.",
        Field::BuildPlanned | Field::Border => "Alle drei Angaben fehlen. Schreiben Sie mindestens eine davon.",
        Field::Passed | Field::Prepared | Field::Connected | Field::Activated | Field::Audience => "Die Zahl fehlt.",
        Field::Target => "Die Angabe fehlt.",
        Field::Document => "Die Nummer fehlt.",
        Field::Note | Field::EstimatedBy | Field::Conditions | Field::Definition => {
            "Die Anmerkung fehlt. Schreiben Sie, was es war."
        }
        Field::Answer => "Es steht nicht da, was getan wurde. Schreiben Sie es in einem Satz.",
        Field::Reason => "Der Grund fehlt. Schreiben Sie, warum sich das ändert.",
        Field::Source => "Die Quelle fehlt. Schreiben Sie, woher Sie das wissen.",
    }
}

/// What is asked before typed text is thrown away.
pub const DISCARD: &str = "Die Eingabe ist noch nicht gespeichert. Verwerfen?";

/// What stands below the heading of a conflict.
pub const TWO_VERSIONS: &str = "Ihre Eingabe ist erhalten, noch ist davon nichts gespeichert. Wählen Sie, welche Fassung \
                                gilt; die andere bleibt im Protokoll.";
