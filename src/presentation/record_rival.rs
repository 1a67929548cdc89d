//! What someone else has changed while a form was filled in: both versions, field by field.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{
    date,
    markup::{Markup, all, element, text},
    record_fields::{self, Texts},
    record_forms,
    record_view::FieldView,
    table::dash,
};
use crate::domain::{
    change::Change,
    edit::{EditContext, EditForm, EditKind, Field, SubjectRecord},
};

/// What someone else has changed, beside what was typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RivalView {
    /// The number of the change: from now on it was seen.
    pub change: i64,
    /// "Bearbeitung 2 hat hier etwas eingetragen (heute 08:46)".
    pub heading: String,
    /// Field by field: what is stored, what was typed.
    pub rows: Markup,
    /// Where they have corrected the same reading: theirs, which is the one to correct now.
    pub reading: Option<String>,
}

/// Both versions; `None` for a change of another kind.
pub fn view(
    number: i64,
    change: &Change,
    form: &EditForm,
    record: &SubjectRecord,
    now: Timestamp,
) -> Option<RivalView> {
    let told = change.new.as_deref().filter(|_| change.what == form.kind.what())?;
    let theirs = with_reason(record_fields::of_json(form.kind, told, &record.rollout)?, change);
    let context = record.area().map(|area| EditContext::of(&record.rollout, area.id, record.today));
    let campaign = context.as_ref().and_then(|context| context.campaign.as_ref());
    let holds = campaign.is_some_and(|campaign| {
        let corrected = form.text(Field::Reading);
        campaign.readings.iter().any(|reading| reading.id.0.to_string() == corrected)
    });
    let reading = text_of(&theirs, Field::Reading).filter(|_| form.kind == EditKind::Correction && !holds);
    let fields = record_forms::fields(form.kind, record);
    Some(RivalView {
        change: number,
        heading: format!("{} hat hier etwas eingetragen ({})", change.who, date::moment(change.at, now)),
        rows: all(fields.iter().map(|field| row(field, &theirs, form))),
        reading,
    })
}

/// The reason stands in the entry, not in every record.
fn with_reason(mut theirs: Texts, change: &Change) -> Texts {
    if let Some(why) = change.why.clone() {
        theirs.retain(|(field, _)| *field != Field::Reason);
        theirs.push((Field::Reason, why));
    }
    theirs
}

fn text_of(texts: &Texts, field: Field) -> Option<String> {
    texts.iter().find(|(of, _)| *of == field).map(|(_, text)| text.clone())
}

fn row(field: &FieldView, theirs: &Texts, form: &EditForm) -> Markup {
    let (theirs, mine) = (text_of(theirs, field.field).unwrap_or_default(), form.text(field.field));
    let differs = if theirs.trim() == mine { "" } else { "differs" };
    let cell = |words: &str| element("td", &[], [text(&shown(field, words))]);
    let head = element("th", &[("scope", "row")], [text(&field.label)]);
    element("tr", &[("class", differs)], [head, cell(&theirs), cell(mine)])
}

/// The word of an option, or the text; a dash for nothing.
fn shown(field: &FieldView, words: &str) -> String {
    let option = field.options.iter().find(|(value, _)| value == words);
    match option {
        Some((_, name)) => name.clone(),
        None if words.is_empty() => dash(),
        None => words.to_owned(),
    }
}
