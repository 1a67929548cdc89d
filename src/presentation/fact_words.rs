//! Facts as the change log tells them, and as the texts of their forms.

use serde_json::{Value as Json, json};

use super::{date, record_fields::Texts, town_forms};
use crate::domain::fact::Says;

/// What a record of this kind says, as it stands in the change log.
pub fn read(what: &str, body: &str) -> Option<Says> {
    let body: Json = serde_json::from_str(body).ok()?;
    serde_json::from_value(json!({ "what": what, "body": body })).ok()
}

/// The name of a kind of facts, for one and for many.
pub fn kind(what: &str) -> Option<(&'static str, &'static str)> {
    match what {
        "decision" => Some(("Beschluss", "Beschlüsse")),
        _ => None,
    }
}

/// A fact in a line.
pub fn line(says: &Says) -> String {
    match says {
        Says::Decision(decision) => {
            let document = decision.document.as_ref().map(|number| format!(", Drucksache {number}"));
            let (day, text) = (date::digits(decision.day), decision.text.trim_end_matches('.'));
            format!("{}, {day}{}: {text}", decision.body, document.unwrap_or_default())
        }
    }
}

/// A fact as the texts of its form.
pub fn texts(says: &Says) -> Texts {
    match says {
        Says::Decision(decision) => town_forms::decision_texts(decision),
    }
}
