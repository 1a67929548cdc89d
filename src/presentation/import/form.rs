//! What is wrong with a field of a form, and what would be right.

use super::stored_value;
use crate::{
    domain::import::FormProblem,
    presentation::{
        build_words,
        date::{long, when},
    },
};

/// The sentence for a field. What is missing is said by the form, which knows its fields.
pub fn sentence(problem: &FormProblem) -> String {
    match problem {
        FormProblem::Missing => "Die Angabe fehlt.".to_owned(),
        FormProblem::NoLatinLetter { text } => {
            format!("„{text}“ hat keinen lateinischen Buchstaben. Schreiben Sie den Namen in lateinischer Schrift.")
        }
        FormProblem::Unprintable => {
            "Der Text hat unsichtbare Zeichen oder einen Zeilenumbruch. Tippen Sie ihn noch einmal ab.".to_owned()
        }
        FormProblem::NotAWhen { text } => format!("„{text}“ {NOT_A_WHEN}"),
        FormProblem::NotANumber { text } => {
            format!("„{text}“ ist keine ganze Zahl. Schreiben Sie nur die Zahl, zum Beispiel 914.")
        }
        FormProblem::NotAValue { text } => format!("„{text}“ {NOT_A_VALUE}"),
        FormProblem::NoBase => "0 kann keine Grundlage sein. Schreiben Sie, wie viele es sind.".to_owned(),
        FormProblem::StillAhead { day, today } => format!(
            "Der {} kommt erst noch, heute ist der {}. Tragen Sie ein, was schon geschehen ist.",
            long(*day),
            long(*today)
        ),
        FormProblem::EndBeforeStart { start } => {
            format!("Das Ende liegt vor dem Beginn ({}). Prüfen Sie beide Angaben.", when(*start))
        }
        FormProblem::DeadlineBeforeOpening { day, opened } => format!(
            "Der {} liegt vor dem Beginn der Kampagne am {}. Schreiben Sie einen späteren Tag.",
            long(*day),
            long(*opened)
        ),
        FormProblem::AnnouncedEarlier { holding } => format!(
            "Die geltende Frist wurde am {} bekannt. Eine neue gilt nur, wenn sie am selben Tag oder später bekannt \
             wurde.",
            long(*holding)
        ),
        FormProblem::Unchanged => "Das steht schon so da. Ändern Sie etwas, oder brechen Sie ab.".to_owned(),
        FormProblem::Taken { day, stored } => format!(
            "Zum {} steht in dieser Stufe schon „{}“. Berichtigen Sie jene Meldung.",
            long(*day),
            stored_value(*stored)
        ),
        FormProblem::NoSuchReading => {
            "Diese Meldung gilt nicht mehr. Schließen Sie das Formular, und wählen Sie die geltende.".to_owned()
        }
        FormProblem::NoSuchRecord => {
            "Diesen Eintrag gibt es nicht. Schließen Sie das Formular, und wählen Sie einen aus der Liste.".to_owned()
        }
        FormProblem::NoSuchArea { text } => format!(
            "„{text}“ ist kein Gebiet und keine Kampagne. Schreiben Sie die Namen mit Kommas dazwischen, oder lassen \
             Sie das Feld leer, wenn die ganze Stadt gemeint ist."
        ),
        FormProblem::NotALink { text } => {
            format!("„{text}“ ist keine Adresse. Sie beginnt mit https:// und hat keine Leerzeichen.")
        }
        FormProblem::NotATarget { text } => format!("„{text}“ {NOT_A_TARGET}"),
        FormProblem::Build(error) => build_words::problem(*error),
    }
}

const NOT_A_WHEN: &str = "ist kein Zeitpunkt. Schreiben Sie einen Tag, einen Monat oder ein Jahr, zum Beispiel 10.11.2023 oder November 2023.";
const NOT_A_TARGET: &str = "ist kein Ziel. Schreiben Sie einen Anteil mit %, eine Zahl von Verträgen, oder „-“, wenn der Betreiber entscheidet.";
const NOT_A_VALUE: &str =
    "ist keine Meldung. Schreiben Sie die Zahl der Verträge, einen Anteil mit %, oder „nicht gemeldet“.";
