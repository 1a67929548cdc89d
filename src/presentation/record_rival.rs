//! What someone else has changed while a form was filled in: both versions, field by field.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{date, record_fields};
use crate::domain::{
    change::Change,
    edit::{EditKind, Field},
    rollout::Rollout,
};

/// What someone else has changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RivalView {
    /// The number of the change.
    pub change: i64,
    /// "Bearbeitung 2 hat das geändert (heute 08:46)".
    pub heading: String,
    /// What stands in the fields of their version.
    pub fields: Vec<(Field, String)>,
}

/// The change as the texts of the form; `None` for a change of another kind.
pub fn view(number: i64, change: &Change, kind: EditKind, rollout: &Rollout, now: Timestamp) -> Option<RivalView> {
    let told = change.new.as_deref().filter(|_| change.what == kind.what())?;
    let mut fields = record_fields::of_json(kind, told, rollout)?;
    if let Some(why) = change.why.clone() {
        fields.retain(|(field, _)| *field != Field::Reason);
        fields.push((Field::Reason, why));
    }
    let heading = format!("{} hat hier etwas eingetragen ({})", change.who, date::moment(change.at, now));
    Some(RivalView { change: number, heading, fields })
}
