//! The weeks around a measure in words.

use super::{date, lang::Lang, number};
use crate::domain::coincidence::{Around, Together, Week};

/// What stands above these numbers wherever they are shown.
pub const HEADING: &str = "Zusammenhang, kein Beweis";

/// What stands below them.
pub const fn no_proof(lang: Lang) -> &'static str {
    lang.pick(
        "Zusammenhang, kein Beweis: Die Zahlen zeigen nur, was zur selben Zeit geschah.",
        "A coincidence in time, no proof: the figures only show what happened at the same time.",
        "Une coïncidence, pas une preuve\u{a0}: les chiffres montrent seulement ce qui s’est passé au même moment.",
    )
}

/// "Woche davor +16 Verträge (24. Nov. bis 1. Dez.), Woche danach nicht bekannt".
pub fn around(around: Around, lang: Lang) -> String {
    let (before, after) = (week(around.before, lang), week(around.after, lang));
    match lang {
        Lang::De => format!("Woche davor {before}, Woche danach {after}"),
        Lang::En => format!("Week before: {before}, week after: {after}"),
        Lang::Fr => format!("Semaine avant\u{a0}: {before}, semaine après\u{a0}: {after}"),
    }
}

fn week(week: Option<Week>, lang: Lang) -> String {
    let Some(week) = week else { return lang.pick("nicht bekannt", "not known", "non connu").to_owned() };
    let size = u32::try_from(week.contracts.unsigned_abs()).unwrap_or(u32::MAX);
    let (one, many) = lang.pick(("Vertrag", "Verträge"), ("contract", "contracts"), ("contrat", "contrats"));
    let noun = if lang.is_singular(size) { one } else { many };
    let (from, to) = (date::short(week.from, lang), date::short(week.to, lang));
    let days = match lang {
        Lang::De => format!("{from} bis {to}"),
        Lang::En => format!("{from} to {to}"),
        Lang::Fr => format!("du {from} au {to}"),
    };
    format!("{} {noun} ({days})", number::signed(week.contracts, lang))
}

/// The two cells of a table: "+46 in 9 von 11 Gebieten", or that it is not known.
pub fn together(together: Together, areas: usize) -> (String, String) {
    (sum(together.before, together.before_areas, areas), sum(together.after, together.after_areas, areas))
}

fn sum(contracts: i64, known: usize, areas: usize) -> String {
    match known {
        0 => "nicht bekannt".to_owned(),
        _ if known == areas => number::signed(contracts, Lang::De),
        _ => format!("{} in {known} von {areas} Gebieten", number::signed(contracts, Lang::De)),
    }
}
