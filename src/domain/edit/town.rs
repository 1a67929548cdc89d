//! The forms of the town as a whole.

use super::{Addition, EditKind, Field, Read, fields::Fields};
use crate::domain::{decision::Decision, fact::Says, subject::Subject, when::When};

/// Reads the form of the town.
pub fn read(fields: &mut Fields) -> Read {
    match fields.kind() {
        EditKind::Decision => decision(fields),
        _ => None,
    }
}

fn decision(fields: &mut Fields) -> Read {
    let (day, body) = (fields.day(Field::Day), fields.needed(Field::Body));
    fields.past(Field::Day, day.map(When::Day));
    let (text, document) = (fields.needed(Field::Text), fields.text(Field::Document));
    let source = fields.source();
    let decision =
        Decision { day: day?, body: body?, text: text?, document, areas: Vec::new(), link: None, source: source? };
    Some((Addition::Fact(Subject::Town, Says::Decision(decision)), None))
}
