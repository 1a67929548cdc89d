//! The weeks around a measure in words.

use super::{date, lang::Lang, number};
use crate::domain::coincidence::{Around, Together, Week};

/// What stands above these numbers wherever they are shown.
pub const HEADING: &str = "Zusammenhang, kein Beweis";

/// What stands below them.
pub const NO_PROOF: &str = "Zusammenhang, kein Beweis: Die Zahlen zeigen nur, was zur selben Zeit geschah.";

/// "Woche davor +16 Verträge (24. Nov. bis 1. Dez.), Woche danach nicht bekannt".
pub fn around(around: Around) -> String {
    format!("Woche davor {}, Woche danach {}", week(around.before), week(around.after))
}

fn week(week: Option<Week>) -> String {
    week.map_or_else(
        || "nicht bekannt".to_owned(),
        |week| {
            let noun = if week.contracts.abs() == 1 { "Vertrag" } else { "Verträge" };
            format!(
                "{} {noun} ({} bis {})",
                number::signed(week.contracts, Lang::De),
                date::short(week.from, Lang::De),
                date::short(week.to, Lang::De)
            )
        },
    )
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
