//! What concerns the whole file, and what was adapted in it.

use crate::domain::import::{Column, FileKind, FileProblem, Notice};

use super::{facility, many};
use crate::presentation::{lang::Lang, words::list};

/// Why nothing of the file could be read, and what would be right.
pub fn file_sentence(problem: &FileProblem) -> String {
    match problem {
        FileProblem::Empty => {
            "Die Datei ist leer. Wählen Sie eine Tabelle mit einer Kopfzeile und Zeilen darunter.".to_owned()
        }
        FileProblem::TooLarge { bytes, limit } => {
            format!(
                "Die Datei hat {}. Gelesen werden höchstens {}: Teilen Sie die Tabelle.",
                size(*bytes),
                size(*limit)
            )
        }
        FileProblem::NotText { looks_like } => not_text(*looks_like),
        FileProblem::MixedEncoding { line } => format!(
            "Zeile {line} ist anders kodiert als der Anfang der Datei. Speichern Sie die Tabelle neu als „CSV UTF-8“."
        ),
        FileProblem::NoHeader { found } => format!(
            "Der Tabelle fehlt eine Kopfzeile; sie beginnt mit {}. Schreiben Sie darüber zum Beispiel: Ortsteil; Stand; \
             Verträge.",
            listed(found)
        ),
        FileProblem::MissingColumns { missing, found } => {
            let names: Vec<&str> = missing.iter().map(|column| heading(*column)).collect();
            let (verb, noun) = if names.len() == 1 { ("fehlt", "die Spalte") } else { ("fehlen", "die Spalten") };
            format!(
                "Es {verb} {noun} {}. Die Kopfzeile hat: {}. Ergänzen Sie, was fehlt.",
                list(&names, Lang::De),
                listed(found)
            )
        }
        FileProblem::ColumnTwice { name } => {
            format!("Zwei Spalten heißen „{name}“. Benennen Sie die um, die nicht gelesen werden soll.")
        }
        FileProblem::TooManyColumns { found, limit } => format!(
            "Die Tabelle hat {} Spalten, gelesen werden höchstens {}. Löschen Sie die übrigen.",
            many(*found),
            many(*limit)
        ),
        FileProblem::NoRows => {
            "Unter der Kopfzeile steht nichts. Schreiben Sie je Gebiet und Tag eine Zeile.".to_owned()
        }
        FileProblem::TooManyRows { limit } => {
            format!("Die Tabelle hat mehr als {} Zeilen. Teilen Sie sie in mehrere Dateien.", many(*limit))
        }
        FileProblem::OpenQuote { line } => {
            format!(
                "In Zeile {line} öffnet sich ein Anführungszeichen, das nicht schließt. Schließen oder löschen Sie es."
            )
        }
    }
}

/// What was adapted or left out.
pub fn notice_sentence(notice: &Notice) -> String {
    match notice {
        Notice::RowsAboveHeader { rows: 1 } => {
            "Über der Kopfzeile steht eine Zeile; sie wird nicht gelesen.".to_owned()
        }
        Notice::RowsAboveHeader { rows } => {
            format!("Über der Kopfzeile stehen {} Zeilen; sie werden nicht gelesen.", many(*rows))
        }
        Notice::ColumnNotRead { name } => format!("Spalte „{name}“ wird nicht gelesen."),
        Notice::NoStageColumn => "Ohne eine Spalte „Stufe“ gelten alle Zahlen als gemeldet.".to_owned(),
        Notice::NoStage { lines } => format!("{}: Ohne Stufe gilt die Zahl als gemeldet.", rows(lines)),
        Notice::NoValue { lines } => format!("{}: Ohne Zahl gilt das Gebiet als nicht gemeldet.", rows(lines)),
        Notice::QuotesCut { lines } => {
            format!("{}: Von der Quote werden zwei Nachkommastellen gelesen, ohne zu runden.", rows(lines))
        }
        Notice::QuotesBelowOne => {
            "Keine Quote liegt über 1 %. Schreiben Sie 33, wenn 0,33 für 33 % stehen soll.".to_owned()
        }
        Notice::ReplacedRows { lines } => {
            format!("{}: Ersetzt durch eine spätere Korrektur, wird nicht gelesen.", rows(lines))
        }
        Notice::SampleRows { rows: 1 } => "Eine Zeile ist als Beispieldaten gekennzeichnet.".to_owned(),
        Notice::SampleRows { rows } => format!("{} Zeilen sind als Beispieldaten gekennzeichnet.", many(*rows)),
        Notice::Facility(notice) => facility::notice(notice),
    }
}

fn not_text(looks_like: Option<FileKind>) -> String {
    match looks_like {
        Some(FileKind::Workbook) => {
            "Das ist eine Arbeitsmappe. Speichern Sie sie in Excel als „CSV UTF-8“ und wählen Sie die neue Datei."
        }
        Some(FileKind::Pdf) => "Das ist ein PDF. Bitten Sie den Absender um die Tabelle als CSV-Datei.",
        Some(FileKind::Picture) => "Das ist ein Bild. Bitten Sie den Absender um die Tabelle als CSV-Datei.",
        None => "Die Datei ist kein Text. Speichern Sie die Tabelle als „CSV UTF-8“.",
    }
    .to_owned()
}

/// The heading under which a column is best written.
fn heading(column: Column) -> &'static str {
    match column {
        Column::Area => "„Ortsteil“",
        Column::Day => "„Stand“",
        Column::Count => "„Verträge“ oder „Quote in %“",
        Column::Quote => "„Quote in %“",
        Column::Stage => "„Stufe“",
        Column::Source => "„Quelle“",
        Column::Note => "„Anmerkung“",
        Column::Reason => "„Grund“",
        Column::Sample => "„Beispieldaten“",
        Column::Replaced => "„ersetzt“",
        Column::Name => "„Name“",
    }
}

/// The first ten headings, quoted.
pub(super) fn listed(found: &[String]) -> String {
    let filled = || found.iter().filter(|name| !name.is_empty());
    let names: Vec<String> = filled().take(10).map(|name| format!("„{name}“")).collect();
    let more = if filled().count() > names.len() { " …" } else { "" };
    format!("{}{more}", names.join(", "))
}

/// "Zeile 4", "Zeilen 4, 7 und 9", and from eleven on "Zeilen 1, … und 12 weitere".
pub(super) fn rows(lines: &[u64]) -> String {
    const SHOWN: usize = 10;
    let mut named: Vec<String> = lines.iter().take(SHOWN).map(u64::to_string).collect();
    if lines.len() > SHOWN {
        named.push(format!("{} weitere", many((lines.len() - SHOWN) as u64)));
    }
    format!("{} {}", if lines.len() == 1 { "Zeile" } else { "Zeilen" }, list(&named, Lang::De))
}

/// Bytes in megabytes with one decimal, rounded up: "5,1 MB".
fn size(bytes: u64) -> String {
    let tenths = bytes.div_ceil(100_000);
    match tenths % 10 {
        0 => format!("{} MB", tenths / 10),
        rest => format!("{},{rest} MB", tenths / 10),
    }
}
