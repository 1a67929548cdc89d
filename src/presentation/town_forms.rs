//! The forms of the town as a whole: their fields, and what stands in them at first.

use jiff::civil::Date;

use super::{
    agreement_forms, date,
    record_fields::Texts,
    record_forms::{day, long, source, text},
    record_view::FieldView,
    table::EditView,
};
use crate::domain::{
    decision::Decision,
    edit::{EditKind, Field},
    rollout::Rollout,
    source::Source,
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

/// The button that opens an empty form for a measure.
pub fn measure(today: Date) -> EditView {
    opening(EditKind::Measure, "Maßnahme notieren", vec![(Field::When, date::digits(today))])
}

/// The button that opens an empty form for an agreement.
pub fn agreement() -> EditView {
    opening(EditKind::Agreement, "Vereinbarung anlegen", Vec::new())
}

fn opening(kind: EditKind, label: &str, fields: Texts) -> EditView {
    EditView { kind, subject: Subject::Town, label: label.to_owned(), title: label.to_owned(), fields }
}

/// So many sources are offered to choose from.
const SOURCES: usize = 8;

/// The fields of a form of the town.
pub fn fields(kind: EditKind, rollout: &Rollout) -> Vec<FieldView> {
    let areas = || agreement_forms::areas(rollout);
    match kind {
        EditKind::Decision => decision_fields(rollout),
        EditKind::Measure => agreement_forms::measure(areas(), source(sources(&rollout.measures, |one| &one.source))),
        EditKind::Agreement => {
            let sources = sources(&rollout.agreements, |one| &one.source);
            agreement_forms::agreement(areas(), agreement_forms::partner(rollout), source(sources))
        }
        EditKind::Withdrawal => agreement_forms::withdrawal(),
        EditKind::TownText => vec![long(Field::Markdown, "Text", MARKDOWN), reason()],
        EditKind::TownAddress => vec![text(Field::Link, "Adresse", ADDRESS), reason()],
        _ => Vec::new(),
    }
}

/// The sources that such records name, the newest first, each once.
fn sources<T>(records: &[T], of: impl Fn(&T) -> &Source) -> Vec<String> {
    let mut sources: Vec<String> = Vec::new();
    for name in records.iter().rev().map(|record| &of(record).name) {
        if sources.len() < SOURCES && !sources.contains(name) {
            sources.push(name.clone());
        }
    }
    sources
}

fn decision_fields(rollout: &Rollout) -> Vec<FieldView> {
    let sources = rollout.decisions().map(|decision| decision.source.name.clone()).collect();
    vec![
        day(Field::Day, "Tag", "zum Beispiel 15.05.2023"),
        text(Field::Body, "Gremium", "zum Beispiel Gemeinderat, Ortschaftsrat Weier"),
        long(Field::Text, "Beschluss", "Ein Satz ohne sein Subjekt: „beschließt …“. Steht auf der öffentlichen Seite."),
        agreement_forms::areas(rollout),
        text(Field::Document, "Drucksache (freiwillig)", "Die Nummer, zum Beispiel 62/23."),
        text(Field::Link, "Link (freiwillig)", "Eine Adresse, die mit https:// beginnt."),
        source(sources),
    ]
}

/// A decision as the texts of its form.
pub fn decision_texts(decision: &Decision, rollout: &Rollout) -> Texts {
    vec![
        (Field::Day, date::digits(decision.day)),
        (Field::Body, decision.body.clone()),
        (Field::Text, decision.text.clone()),
        (Field::Document, decision.document.clone().unwrap_or_default()),
        (Field::Areas, agreement_forms::area_names(&decision.areas, rollout)),
        (Field::Link, decision.link.as_ref().map(|link| link.as_str().to_owned()).unwrap_or_default()),
        (Field::Source, decision.source.name.clone()),
    ]
}

const MARKDOWN: &str = "Eine Leerzeile trennt Absätze. ## beginnt eine Überschrift, - eine Liste, [Wort](https://…) einen Verweis. \
                        HTML wird als Text gezeigt. In Leichter Sprache steht {stand} für die Zahlen des Tages, in der Erklärung zur \
                        Barrierefreiheit {kontakt} für den Kontakt. Bleibt das Feld leer, gilt der Text des Programms.";
const ADDRESS: &str = "Video: /medien/gebaerden.mp4 auf diesem Server oder https://. Meldungen: mailto: oder https://. Bleibt das \
                       Feld leer, steht keine Adresse da.";

fn reason() -> FieldView {
    let when = "Nötig, wenn schon ein eigener Text dasteht. Steht im Protokoll.";
    long(Field::Reason, "Grund der Änderung", when)
}
