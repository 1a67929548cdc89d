//! What an import did, in words.

use super::{lang::Lang, number};

/// "104 Meldungen aufgenommen, 2 davon als Korrektur. 3 standen schon da."
pub fn summary(added: u32, corrected: u32, unchanged: u32, dry_run: bool) -> String {
    let taken = added + corrected;
    let readings = number::counted(taken, "Meldung", "Meldungen", Lang::De);
    let corrections = match corrected {
        0 => String::new(),
        1 => ", 1 davon als Korrektur".to_owned(),
        many => format!(", {} davon als Korrektur", number::count(many, Lang::De)),
    };
    let stored = match unchanged {
        0 => String::new(),
        1 => " 1 stand schon da.".to_owned(),
        many => format!(" {} standen schon da.", number::count(many, Lang::De)),
    };
    if dry_run {
        format!("Probelauf: {readings} würden aufgenommen{corrections}.{stored} Gespeichert ist nichts.")
    } else {
        format!("{readings} aufgenommen{corrections}.{stored}")
    }
}

/// How many more errors there are than were listed.
pub fn more(errors: u64) -> Option<String> {
    (errors > 0)
        .then(|| format!("… und {} weitere.", number::count(u32::try_from(errors).unwrap_or(u32::MAX), Lang::De)))
}

/// "31 Einrichtungen aufgenommen, 2 geändert, 4 Leitungen. 3 standen schon so da."
pub fn facilities(added: u32, changed: u32, unchanged: u32, lines: u32, dry_run: bool) -> String {
    let new = number::counted(added, "Einrichtung", "Einrichtungen", Lang::De);
    let changed =
        if changed == 0 { String::new() } else { format!(", {} geändert", number::count(changed, Lang::De)) };
    let lines = match lines {
        0 => String::new(),
        lines => format!(", {}", number::counted(lines, "Leitung", "Leitungen", Lang::De)),
    };
    let stored = match unchanged {
        0 => String::new(),
        1 => " 1 stand schon so da.".to_owned(),
        many => format!(" {} standen schon so da.", number::count(many, Lang::De)),
    };
    match dry_run {
        true => {
            let would = if added == 1 { "würde" } else { "würden" };
            format!("Probelauf: {new} {would} aufgenommen{changed}{lines}.{stored} Gespeichert ist nichts.")
        }
        false => format!("{new} aufgenommen{changed}{lines}.{stored}"),
    }
}
