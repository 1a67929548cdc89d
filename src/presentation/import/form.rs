//! What is wrong with a field of a form, and what would be right.

use super::stored_value;
use crate::{
    domain::import::FormProblem,
    presentation::{
        build_words,
        date::{long, when},
        funding_words::leg_state,
        money::euros,
    },
};

fn still_runs(opens: String, deadline: String) -> String {
    format!(
        "Am {opens} läuft noch die Runde davor, bis zum {deadline}. Schreiben Sie einen Tag danach, oder ändern Sie jene Frist."
    )
}

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
        FormProblem::NotMoney { text } => format!("„{text}“ {NOT_MONEY}"),
        FormProblem::UnclearMoney { text } => format!("„{text}“ {UNCLEAR_MONEY}"),
        FormProblem::MoneyTooLarge { text } => {
            format!("„{text}“ ist zu viel. Schreiben Sie höchstens 10.000.000.000 €.")
        }
        FormProblem::NotAShare { text } => format!("„{text}“ {NOT_A_SHARE}"),
        FormProblem::NotALink { text } => format!("„{text}“ {NOT_A_LINK}"),
        FormProblem::NoSuchArea { text } => format!("„{text}“ {NO_SUCH_AREA}"),
        FormProblem::NoSuchFacility { text } => format!("„{text}“ {NO_SUCH_FACILITY}"),
        FormProblem::NameTaken { text } => {
            format!("Einen Antrag „{text}“ gibt es schon. Geben Sie diesem einen anderen Namen.")
        }
        FormProblem::SharesTooLarge { sum } => format!(
            "Die Anteile ergeben zusammen {},{:02} %. Zusammen dürfen es höchstens 100 % sein.",
            sum / 100,
            sum % 100
        ),
        FormProblem::MoreThanTotal { total } => {
            format!("Das ist mehr als die Gesamtkosten von {}. Prüfen Sie den Betrag.", euros(*total))
        }
        FormProblem::GrantsTooLarge { total, granted } => format!(
            "Mit diesem Betrag wären {} bewilligt, die Gesamtkosten sind {}. Prüfen Sie den Betrag.",
            euros(*granted),
            euros(*total)
        ),
        FormProblem::PaidMoreThanGranted => {
            "Das ist mehr, als bewilligt ist. Prüfen Sie diesen Betrag und den bewilligten.".to_owned()
        }
        FormProblem::StateNotOfPart => {
            "Diesen Stand hat dieser Teil nie. Wählen Sie einen anderen aus der Liste.".to_owned()
        }
        FormProblem::StepNeedsReason { part, from, to } => format!(
            "Auf „{}“ folgt sonst nicht „{}“. Prüfen Sie den Stand, oder schreiben Sie den Grund.",
            leg_state(*from, *part),
            leg_state(*to, *part)
        ),
        FormProblem::SurveyTooShort { closes } => format!(
            "Eine Markterkundung läuft zwei Monate, hier bis zum {}. Prüfen Sie den Tag, oder schreiben Sie den Grund.",
            long(*closes)
        ),
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
        FormProblem::RoundStillRuns { opens, deadline } => still_runs(long(*opens), long(*deadline)),
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
        FormProblem::FacilityExists { name } => {
            format!("„{name}“ gibt es schon. Öffnen Sie diese Einrichtung, oder ergänzen Sie den Namen.")
        }
        FormProblem::ActiveSince => "Der Tag fehlt. Schreiben Sie, seit wann es aktiv ist.".to_owned(),
        FormProblem::NothingAfterActive => "Nach „aktiv“ kommt kein Schritt mehr. Lassen Sie das Feld leer.".to_owned(),
        FormProblem::SkipNeedsReason => "Mindestens ein Zustand ist übersprungen. Schreiben Sie den Grund.".to_owned(),
        FormProblem::BackNeedsReason => "Der Zustand geht zurück. Schreiben Sie den Grund.".to_owned(),
        FormProblem::NoSuchReading => {
            "Diese Meldung gilt nicht mehr. Schließen Sie das Formular, und wählen Sie die geltende.".to_owned()
        }
        FormProblem::NoSuchRecord => {
            "Diesen Eintrag gibt es nicht. Schließen Sie das Formular, und wählen Sie einen aus der Liste.".to_owned()
        }
        FormProblem::NotATarget { text } => format!("„{text}“ {NOT_A_TARGET}"),
        FormProblem::Build(error) => build_words::problem(*error),
    }
}

const NOT_A_WHEN: &str = "ist kein Zeitpunkt. Schreiben Sie einen Tag, einen Monat oder ein Jahr, zum Beispiel 10.11.2023 oder November 2023.";
const NOT_A_TARGET: &str = "ist kein Ziel. Schreiben Sie einen Anteil mit %, eine Zahl von Verträgen, oder „-“, wenn der Betreiber entscheidet.";
const NOT_A_VALUE: &str =
    "ist keine Meldung. Schreiben Sie die Zahl der Verträge, einen Anteil mit %, oder „nicht gemeldet“.";
const NOT_MONEY: &str = "ist kein Betrag. Schreiben Sie Euro und Cent in Ziffern, zum Beispiel 1.350.000,50.";
const UNCLEAR_MONEY: &str = "kann zweierlei heißen. Schreiben Sie den Punkt nur vor drei Ziffern und hinter das Komma zwei, zum Beispiel 1.350.000,50.";
const NOT_A_SHARE: &str =
    "ist kein Anteil. Schreiben Sie Prozent von 0 bis 100 mit höchstens zwei Nachkommastellen, zum Beispiel 40.";
const NOT_A_LINK: &str = "ist kein Verweis. Schreiben Sie eine Adresse, die mit https:// beginnt.";
const NO_SUCH_AREA: &str = "ist kein Gebiet. Schreiben Sie die Namen wie in der Liste der Gebiete, mit Komma getrennt.";
const NO_SUCH_FACILITY: &str =
    "ist keine Einrichtung. Schreiben Sie die Namen wie in der Liste der Einrichtungen, mit Komma getrennt.";
