//! The forms of the town as a whole: what concerns several areas or all of them.

use super::{Addition, EditKind, Field, Read, fields::Fields, records};
use crate::domain::{decision::Decision, fact::Says, rollout::Rollout, subject::Subject, when::When};

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
