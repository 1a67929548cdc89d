//! The forms of the town as a whole: their fields, and what stands in them at first.

use jiff::civil::Date;

use super::{
    date,
    record_fields::Texts,
    record_forms::{day, long, source, text},
    record_view::FieldView,
    table::EditView,
};
use crate::domain::{
    decision::Decision,
    edit::{EditKind, Field},
    rollout::Rollout,
    subject::Subject,
};

/// The button that opens an empty form for a decision.
pub fn decision(today: Date) -> EditView {
    EditView {
        kind: EditKind::Decision,
        subject: Subject::Town,
        label: "Beschluss notieren".to_owned(),
        title: "Beschluss notieren".to_owned(),
        fields: vec![(Field::Day, date::digits(today)), (Field::Body, "Gemeinderat".to_owned())],
    }
}

/// The fields of a form of the town.
pub fn fields(kind: EditKind, rollout: &Rollout) -> Vec<FieldView> {
    if kind != EditKind::Decision {
        return Vec::new();
    }
    let sources = rollout.decisions().map(|decision| decision.source.name.clone()).collect();
    vec![
        day(Field::Day, "Tag", "zum Beispiel 15.05.2023"),
        text(Field::Body, "Gremium", "zum Beispiel Gemeinderat, Ortschaftsrat Weier"),
        long(Field::Text, "Beschluss", "Ein Satz ohne sein Subjekt: „beschließt …“. Steht auf der öffentlichen Seite."),
        text(Field::Document, "Drucksache (freiwillig)", "Die Nummer, zum Beispiel 62/23."),
        source(sources),
    ]
}

/// A decision as the texts of its form.
pub fn decision_texts(decision: &Decision) -> Texts {
    vec![
        (Field::Day, date::digits(decision.day)),
        (Field::Body, decision.body.clone()),
        (Field::Text, decision.text.clone()),
        (Field::Document, decision.document.clone().unwrap_or_default()),
        (Field::Source, decision.source.name.clone()),
    ]
}
