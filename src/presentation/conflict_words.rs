//! Two people's numbers side by side.

use jiff::civil::Date;

use super::{date, entry_words, lang::Lang, number, words};
use crate::domain::{
    amount::Amount,
    entry::Rival,
    few::in_order,
    reading::{Stage, Value},
};

/// What the dialog says below its heading.
pub const EXPLANATION: &str = "Ihre Eingaben sind erhalten, noch ist davon nichts gespeichert. Wählen Sie in jeder Zeile, \
                               welcher Wert gilt; der andere bleibt im Protokoll. Alle übrigen Zeilen werden mitgespeichert.";

/// "Bearbeitung 2 hat 3 dieser Werte gespeichert, während Sie geschrieben haben".
pub fn heading(rivals: &[Rival]) -> String {
    let mut people: Vec<&str> = rivals.iter().map(|rival| rival.who.as_str()).collect();
    in_order(&mut people, |name| *name);
    people.dedup();
    let have = if people.len() == 1 { "hat" } else { "haben" };
    let values = match rivals.len() {
        1 => "einen dieser Werte".to_owned(),
        n => format!("{} dieser Werte", number::count(u32::try_from(n).unwrap_or(u32::MAX), Lang::De)),
    };
    format!("{} {have} {values} gespeichert, während Sie geschrieben haben", words::list(&people, Lang::De))
}

/// "251 gemeldet, Stand 01.12."; no number has no stage.
pub fn number(value: Value, stage: Stage, as_of: Date) -> String {
    let stage = if value == Value::NotReported { String::new() } else { format!(" {}", words::stage(stage, Lang::De)) };
    format!("{}{stage}, Stand {}", entry_words::value(value), date::digits_without_year(as_of))
}

/// "256 gemeldet, Stand 01.12. · Telefon (Bearbeitung 2, 08:38 Uhr)".
pub fn saved(rival: &Rival) -> String {
    let held = &rival.held;
    let number = number(held.value, held.stage, held.as_of);
    format!("{number} · {} ({}, {} Uhr)", rival.source, rival.who, rival.at)
}

/// How far the one is from the other: "−5".
pub fn difference(mine: Option<Value>, theirs: Value) -> String {
    match (mine, theirs) {
        (Some(Value::Contracts(Amount::Exact(mine))), Value::Contracts(Amount::Exact(theirs))) => {
            number::signed(i64::from(mine) - i64::from(theirs), Lang::De)
        }
        _ => "–".to_owned(),
    }
}

/// The reason that stands in the field when someone keeps their own number. The public reads it: it names nobody.
pub fn reason(rival: &Rival) -> String {
    format!("Gewählt statt der gleichzeitigen Eingabe „{}“", entry_words::value(rival.held.value))
}
