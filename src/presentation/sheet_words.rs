//! The words of the weekly sheet around its cells; what is said about a cell is in `entry_words`.

use super::{lang::Lang, number};

/// A column.
pub const NEW: &str = "neu";
/// A column.
pub const STAGE: &str = "Stufe";
/// A column.
pub const DAY: &str = "Stand";
/// A column.
pub const SOURCE: &str = "Quelle";
/// A column.
pub const REASON: &str = "Grund";
/// A column.
pub const AREA: &str = "Gebiet";
/// A column of two versions.
pub const DIFFERENCE: &str = "Unterschied";
/// Chooses one version in all rows.
pub const ALL_MINE: &str = "Alle: meine";
/// Chooses the other in all rows.
pub const ALL_THEIRS: &str = "Alle: gespeicherte";
/// Where a choice is missing.
pub const CHOOSE_IN_EACH: &str = "Wählen Sie in jeder Zeile einen Wert.";
/// Saves the choice.
pub const SAVE_CHOICE: &str = "Auswahl speichern";
/// The name of the sheet.
pub const CAPTION: &str = "Wochenzahlen je Gebiet";
/// A column.
pub const BASE: &str = "Bezug";
/// A column.
pub const BEFORE: &str = "vorher";
/// A column.
pub const CHANGE: &str = "Diff.";
/// A column.
pub const RATE: &str = "Quote";
/// A column.
pub const MISSING: &str = "fehlen";
/// A column.
pub const FINDING_AND_REASON: &str = "Prüfung, Grund";
/// The source where none is named for all rows.
pub const LIKE_LAST: &str = "je Kampagne wie zuletzt";
/// A field for all rows.
pub const DAY_FOR_ALL: &str = "Stand (gilt für alle Zeilen)";
/// A field for all rows.
pub const SOURCE_FOR_ALL: &str = "Quelle (gilt für alle Zeilen)";
/// A field for all rows.
pub const STAGE_FOR_ALL: &str = "Stufe (gilt für alle Zeilen)";
/// What the tabulator does.
pub const HINT_NEXT_CELL: &str = " nächste Zelle · ";
/// What the arrows do.
pub const HINT_ROW: &str = " Zeile · ";
/// What the hyphen does.
pub const HINT_NOT_REPORTED: &str = " nicht gemeldet · ";
/// What pasting does.
pub const HINT_COLUMN: &str = " Spalte aus Excel · ";
/// What Ctrl+D does.
pub const HINT_AS_ABOVE: &str = " wie oben · ";
/// What Ctrl+full stop does.
pub const HINT_TODAY: &str = " heute";
/// Takes back.
pub const UNDO: &str = "Rückgängig";
/// Where an empty sheet is saved.
pub const NOTHING_TYPED: &str = "Noch ist keine Zahl eingetragen.";
/// When a draft was found.
pub const DRAFT_IS_BACK: &str = "Ihr Entwurf ist wieder da.";
/// When it was thrown away.
pub const DRAFT_DISCARDED: &str = "Der Entwurf ist verworfen. Strg+Z holt ihn zurück.";

/// The name of the screen; with what is wrong first.
pub fn name(faults: bool) -> String {
    if faults { "Fehler: Zahlen".to_owned() } else { "Zahlen".to_owned() }
}

/// The heading, with the week of the numbers where it is known.
pub fn heading(week: Option<i8>) -> String {
    let week = week.map(|week| format!(", Kalenderwoche {week}"));
    format!("Wochenzahlen erfassen{}", week.unwrap_or_default())
}

/// The name of the choice of a row's stage.
pub fn stage_of(area: &str) -> String {
    format!("{area}, Stufe")
}

/// How many rows are filled in, what is wrong, and when the draft was kept.
pub fn filled(filled: usize, rows: usize, errors: u32, notices: u32, kept: Option<&str>) -> String {
    let errors = number::counted(errors, "Fehler", "Fehler", Lang::De);
    let notices = number::counted(notices, "Hinweis", "Hinweise", Lang::De);
    let kept = kept.map(|time| format!(" · Entwurf auf diesem Rechner gesichert, {time} Uhr"));
    format!("{filled} von {rows} Zeilen ausgefüllt · {errors} · {notices}{}", kept.unwrap_or_default())
}
