//! The forms of the town as a whole: what concerns several areas or all of them.

use super::{Addition, EditKind, Field, Read, fields::Fields, records};
use crate::domain::{
    decision::Decision,
    fact::Says,
    import::FormProblem,
    rollout::Rollout,
    subject::Subject,
    town_text::{TextKind, TownText, TownTextError},
    typed::shortened,
    when::When,
};

/// Reads the form of the town.
pub fn read(fields: &mut Fields, rollout: &Rollout) -> Read {
    match fields.kind() {
        EditKind::Decision => decision(fields, rollout),
        EditKind::Agreement => {
            let areas = fields.areas(rollout);
            records::agreement(fields, areas)
        }
        EditKind::Measure => {
            let areas = fields.areas(rollout);
            records::measure(fields, areas)
        }
        EditKind::Withdrawal => records::withdrawal(fields, rollout),
        EditKind::TownText => text(fields, rollout, Field::Markdown),
        EditKind::TownAddress => text(fields, rollout, Field::Link),
        _ => None,
    }
}

fn decision(fields: &mut Fields, rollout: &Rollout) -> Read {
    let (day, body) = (fields.day(Field::Day), fields.needed(Field::Body));
    fields.past(Field::Day, day.map(When::Day));
    let (text, document) = (fields.needed(Field::Text), fields.text(Field::Document));
    let (areas, link, source) = (fields.areas(rollout), fields.link(), fields.source());
    let decision = Decision { day: day?, body: body?, text: text?, document, areas: areas?, link, source: source? };
    Some((Addition::Fact(Subject::Town, Says::Decision(decision)), None))
}

/// A text or an address, from the field that holds it; an empty one takes back what was set. A reason is needed where the
/// public reads an own text already.
fn text(fields: &mut Fields, rollout: &Rollout, field: Field) -> Read {
    let (kind, lang) = (fields.chosen::<TextKind>(Field::TextKind), fields.chosen(Field::Language));
    let (kind, lang) = (kind.filter(|kind| kind.is_address() == (field == Field::Link))?, lang?);
    let own = rollout.own_text(kind, lang);
    let (before, reason) = (fields.faults.len(), fields.reason(own.is_some()));
    let typed = fields.text(field).unwrap_or_default();
    if fields.faults.len() > before {
        return None;
    }
    let problem = match TownText::new(kind, lang, &typed) {
        Ok(text) if text.text() == own => FormProblem::Unchanged,
        Ok(text) => return Some((Addition::Fact(Subject::Town, Says::TownText(text)), reason)),
        Err(TownTextError::NotAVideo(text)) => FormProblem::NotAVideo { text: shortened(&text) },
        Err(TownTextError::NotAContact(text)) => FormProblem::NotAContact { text: shortened(&text) },
        // No screen offers such a language, and the length was looked at.
        Err(TownTextError::Language | TownTextError::TooLong(_)) => FormProblem::Missing,
    };
    fields.fault(field, problem);
    None
}
