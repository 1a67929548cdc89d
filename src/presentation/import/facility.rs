//! What is wrong with a file of facilities, what is worth a second look, and what would be right.

use super::{
    file::{self, listed, rows},
    many,
};
use crate::domain::import::{FacilityNotice, FacilityProblem, FileProblem};

/// Why nothing of a file of facilities could be read.
pub fn file_sentence(problem: &FileProblem) -> String {
    match problem {
        FileProblem::NoHeader { found } => format!(
            "Der Tabelle fehlt eine Kopfzeile; sie beginnt mit {}. Schreiben Sie darüber zum Beispiel: Name; Art; Ortsteil.",
            listed(found)
        ),
        FileProblem::NoRows => "Unter der Kopfzeile steht nichts. Schreiben Sie je Einrichtung eine Zeile.".to_owned(),
        other => file::file_sentence(other),
    }
}

/// What is wrong with a cell, and what would be right.
pub fn sentence(problem: &FacilityProblem) -> String {
    let of = |text: &str, rest: &str| format!("„{text}“ {rest}");
    match problem {
        FacilityProblem::NoName => "Der Name fehlt. Schreiben Sie, wie die Einrichtung heißt.".to_owned(),
        FacilityProblem::NoKind => format!("Die Art fehlt. {KINDS}"),
        FacilityProblem::UnknownKind { text } => of(text, &format!("ist keine Art. {KINDS}")),
        FacilityProblem::NotDegrees { text } => of(text, "ist keine Lage. Schreiben Sie Grad, zum Beispiel 48,467."),
        FacilityProblem::HalfPosition => {
            "Von der Lage fehlt eine Hälfte. Ergänzen Sie Breite oder Länge, oder lassen Sie beide leer.".to_owned()
        }
        FacilityProblem::SwappedPosition => {
            "Breite und Länge sind vertauscht. Schreiben Sie die Breite (etwa 48) in ihre eigene Spalte.".to_owned()
        }
        FacilityProblem::FarPosition => {
            "Die Lage ist nicht in Deutschland. Prüfen Sie Breite (47 bis 56) und Länge (5 bis 16).".to_owned()
        }
        FacilityProblem::UnknownPrecision { text } => {
            of(text, "sagt nicht, wie genau die Lage ist. Schreiben Sie genau oder grob.")
        }
        FacilityProblem::NotClasses { text } => {
            of(text, "ist keine Zahl von Klassen. Schreiben Sie eine ganze Zahl bis 500, zum Beispiel 12.")
        }
        FacilityProblem::NotASpeed { text } => {
            of(text, "ist keine Bandbreite. Schreiben Sie sie in Mbit/s, zum Beispiel 50.")
        }
        FacilityProblem::UnknownTechnology { text } => of(text, &format!("ist keine Technik. {TECHNOLOGIES}")),
        FacilityProblem::NotAnAnswer { text } => {
            of(text, "heißt weder ja noch nein. Schreiben Sie ja, nein oder unbekannt.")
        }
        FacilityProblem::NoReason => {
            "Zu „förderfähig“ fehlt der Grund. Schreiben Sie, warum es so ist, oder „unbekannt“.".to_owned()
        }
        FacilityProblem::ReasonAlone => {
            "Der Grund steht allein. Schreiben Sie dazu, ob die Einrichtung förderfähig ist.".to_owned()
        }
        FacilityProblem::MeasuredNothing => {
            "Zum Messtag fehlt die Bandbreite. Ergänzen Sie sie, oder löschen Sie den Tag.".to_owned()
        }
        FacilityProblem::UnknownStanding { text } => {
            of(text, "ist kein Bestand. Schreiben Sie in Betrieb, geschlossen oder zurückgezogen.")
        }
        FacilityProblem::RowsDiffer { other_line, other, text } => format!(
            "„{text}“ widerspricht Zeile {other_line} derselben Einrichtung: „{other}“. Schreiben Sie in beide Zeilen \
             dasselbe."
        ),
        FacilityProblem::AreaContradicts { stated, found } => {
            format!("Die Lage ist in {found} und nicht in {stated}. Prüfen Sie Lage und Ortsteil.")
        }
    }
}

const KINDS: &str = "Schreiben Sie in eine Spalte „Art“: Schule, Kita, SFZ, Städtisches Gebäude oder Netzstandort.";
const TECHNOLOGIES: &str = "Schreiben Sie Glasfaser, Kabel, VDSL, DSL, Mobilfunk, Richtfunk, Satellit oder Sonstige.";

/// What was adapted, or looks odd and was taken as it is.
pub fn notice(notice: &FacilityNotice) -> String {
    match notice {
        FacilityNotice::RowsMerged { rows, facilities } => {
            format!("{} Zeilen sind {} Einrichtungen; Zeilen derselben sind vereint.", many(*rows), many(*facilities))
        }
        FacilityNotice::KindByName { lines } => {
            format!("{}: Ohne Spalte „Art“ gilt die Art, die im Namen steht.", rows(lines))
        }
        FacilityNotice::Spelling { line, text, meant, umlaut: true } => format!(
            "Zeile {line}: „{text}“ scheint beschädigt. Aufgenommen ist es so; heißt es „{meant}“, berichtigen Sie es \
             in der Datei."
        ),
        FacilityNotice::Spelling { line, text, meant, umlaut: false } => format!(
            "Zeile {line}: In „{text}“ scheinen Bindestriche zu fehlen. Aufgenommen ist es so; heißt es „{meant}“, \
             berichtigen Sie es in der Datei."
        ),
        FacilityNotice::NameKept { line, text, kept } => {
            format!("Zeile {line}: „{text}“ scheint beschädigt; die Einrichtung heißt weiter „{kept}“.")
        }
        FacilityNotice::MoreSpellings { facilities } => {
            format!(
                "Noch {} Namen scheinen beschädigt. Prüfen Sie die Schreibweise der ganzen Spalte.",
                many(*facilities)
            )
        }
        FacilityNotice::PrivateOwner { lines } => format!("{}: Der Träger ist privat.", rows(lines)),
        FacilityNotice::CoarsePositions { facilities: 1 } => {
            "Eine Lage hat höchstens drei Nachkommastellen und gilt als grob.".to_owned()
        }
        FacilityNotice::CoarsePositions { facilities } => {
            format!("{} Lagen haben höchstens drei Nachkommastellen und gelten als grob.", many(*facilities))
        }
        FacilityNotice::DiffersOnScheme { line, stated, found } => format!(
            "Zeile {line}: Die Lage fällt auf der schematischen Karte in {found}. Es gilt {stated}, wie die Datei sagt."
        ),
        FacilityNotice::OutsideAreas { lines } => {
            format!("{}: Die Lage ist in keinem gezeichneten Gebiet. Nennen Sie den Ortsteil.", rows(lines))
        }
    }
}
