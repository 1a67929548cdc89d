//! The forms of a facility: their fields, what can be chosen, what stands in them at first.

use jiff::civil::Date;

use super::{
    date, facility_words as facility_in, money,
    record_fields::{Texts, when, word},
    record_forms::{choice, day, long, source, text},
    record_view::FieldView,
    table::EditView,
};
use crate::domain::{
    area::AreaTree,
    edit::{
        EditKind, Field,
        facility::{AREA_BY_POSITION, NO_AREA},
    },
    facility::{
        Answer, Details, FacilityKind, Standing,
        inventory::Facility,
        line::{Line, Technology},
        plan::{Step, StepState, Strand},
    },
    fact::Says,
    rollout::Rollout,
    subject::Subject,
};

/// So many sources are offered to choose from.
const SOURCES: usize = 8;

/// The button that opens an empty form for a new facility.
pub fn new_facility() -> EditView {
    let fields = vec![
        (Field::Area, AREA_BY_POSITION.to_owned()),
        (Field::Tariff, word(&Answer::Unknown)),
        (Field::SecondRoute, word(&Answer::Unknown)),
        (Field::Fundable, word(&Answer::Unknown)),
        (Field::Standing, word(&Standing::InUse)),
    ];
    let title = "Einrichtung anlegen".to_owned();
    EditView { kind: EditKind::Facility, subject: Subject::Town, label: title.clone(), title, fields }
}

fn of(kind: EditKind, facility: &Facility, label: &str, title: &str, fields: Texts) -> EditView {
    let subject = Subject::Facility(facility.slug.clone());
    EditView { kind, subject, label: label.to_owned(), title: title.to_owned(), fields }
}

/// The button that changes what is known of a facility.
pub fn details(facility: &Facility, areas: &AreaTree) -> EditView {
    let mut fields = details_texts(&facility.details, areas);
    // Who changes something says from where; the old source is not theirs.
    fields.retain(|(field, _)| *field != Field::Source);
    of(EditKind::Facility, facility, "Angaben ändern", "Angaben ändern", fields)
}

/// The button that enters a measured line.
pub fn line(facility: &Facility, today: Date) -> EditView {
    let known = facility.line();
    let technology = known.and_then(|line| line.technology).map(|technology| (Field::Technology, word(&technology)));
    let provider = known.and_then(|line| line.provider.clone()).map(|provider| (Field::Partner, provider));
    let fields = [(Field::Day, date::digits(today))].into_iter().chain(technology).chain(provider).collect();
    of(EditKind::Line, facility, "Messwert eintragen", "Leitung messen", fields)
}

/// The button that moves a strand on: to the next state, on this day.
pub fn step(facility: &Facility, strand: Strand, today: Date) -> EditView {
    let before = facility.step(strand);
    let next = next_state(facility.state(strand));
    let responsible = before.and_then(|step| step.responsible.clone());
    let fields = [
        (Field::Strand, word(&strand)),
        (Field::State, word(&next)),
        (Field::When, date::digits(today)),
        (Field::Responsible, responsible.unwrap_or_default()),
        (Field::Cost, before.and_then(|step| step.cost).map(money::typed).unwrap_or_default()),
    ];
    let fields = fields.into_iter().filter(|(_, text)| !text.is_empty()).collect();
    of(EditKind::Step, facility, "Zustand ändern", &format!("Zustand ändern, {}", facility_in::strand(strand)), fields)
}

fn next_state(state: Option<StepState>) -> StepState {
    let Some(state) = state else { return StepState::Surveyed };
    StepState::ALL.into_iter().find(|next| *next > state).unwrap_or(StepState::Active)
}

/// The same button where several facilities are shown: its form says of which one.
#[must_use]
pub fn among_others(edit: EditView, facility: &Facility) -> EditView {
    EditView { title: format!("{}: {}", edit.title, facility.details.name), ..edit }
}

/// The fields of a form of a facility.
pub fn fields(kind: EditKind, rollout: &Rollout) -> Vec<FieldView> {
    match kind {
        EditKind::Facility => details_fields(rollout),
        EditKind::Line => line_fields(rollout),
        EditKind::Step => step_fields(rollout),
        _ => Vec::new(),
    }
}

const ANSWERS: [(Answer, &str); 3] = [(Answer::Yes, "ja"), (Answer::No, "nein"), (Answer::Unknown, "unbekannt")];

fn details_fields(rollout: &Rollout) -> Vec<FieldView> {
    let kinds = FacilityKind::ALL.map(|kind| (kind, facility_in::kind(kind).0));
    let standings = [Standing::InUse, Standing::Closed, Standing::Withdrawn]
        .map(|standing| (standing, facility_in::standing(standing)));
    vec![
        text(Field::Name, "Name", "So, wie die Einrichtung sich schreibt."),
        choice(Field::Kind, "Art", &kinds),
        text(
            Field::SchoolTypes,
            "Schulart (freiwillig)",
            "Mehrere mit Komma, zum Beispiel Grundschule, Werkrealschule.",
        ),
        text(Field::Address, "Adresse (freiwillig)", "Straße und Hausnummer. Steht nicht öffentlich."),
        text(
            Field::Position,
            "Lage (freiwillig)",
            "Breite und Länge in Grad: 48,467 7,945. Bis drei Nachkommastellen gilt sie als grob.",
        ),
        area(rollout),
        text(Field::Owner, "Träger (freiwillig)", "zum Beispiel Stadt, Kreis, privat"),
        text(Field::Classes, "Klassen (freiwillig)", "Nur für Schulen; daraus folgt der Bedarf."),
        choice(Field::Tariff, "Tarifvertrag", &ANSWERS),
        choice(Field::SecondRoute, "Zweiter, getrennter Weg", &ANSWERS),
        choice(Field::Fundable, "Förderfähig", &ANSWERS),
        text(Field::FundableReason, "Grund dazu", "Nötig bei ja und nein."),
        text(Field::Responsible, "Zuständige Stelle (freiwillig)", "Eine Stelle, kein Name."),
        choice(Field::Standing, "Bestand", &standings),
        long(Field::Reason, "Grund der Änderung", "Nötig, wenn sich der Bestand ändert. Steht im Protokoll."),
        FieldView {
            hint:
                "Woher Sie das wissen. Steht auf der öffentlichen Seite, wenn Sie Name, Art, Gebiet, Lage oder Bestand \
                   ändern."
                    .to_owned(),
            ..own_source(rollout)
        },
    ]
}

fn area(rollout: &Rollout) -> FieldView {
    let named = rollout.areas.iter().filter(|area| area.parent.is_some());
    let named = named.map(|area| (area.slug.to_string(), area.name.clone()));
    let first = [(AREA_BY_POSITION, "aus der Lage finden"), (NO_AREA, "unbekannt")];
    let first = first.into_iter().map(|(value, name)| (value.to_owned(), name.to_owned()));
    FieldView { options: first.chain(named).collect(), ..text(Field::Area, "Gebiet", "") }
}

fn line_fields(rollout: &Rollout) -> Vec<FieldView> {
    let technologies = Technology::ALL.map(|technology| (technology, facility_in::technology(technology)));
    let providers = rollout.operators.iter().map(|operator| operator.name.clone()).collect();
    vec![
        choice(Field::Technology, "Technik (freiwillig)", &technologies),
        text(Field::Down, "Down in Mbit/s", "zum Beispiel 94 oder 0,8"),
        text(Field::Up, "Up in Mbit/s (freiwillig)", ""),
        day(Field::Day, "Gemessen am", "Leer lassen, wenn niemand gemessen hat."),
        FieldView { suggestions: providers, ..text(Field::Partner, "Anbieter (freiwillig)", "") },
        own_source(rollout),
    ]
}

fn step_fields(rollout: &Rollout) -> Vec<FieldView> {
    const WHEN: &str = "Tag, Monat oder Jahr: 10.11.2023, November 2023, 2025/2026";
    vec![
        choice(Field::Strand, "Strang", &Strand::ALL.map(|strand| (strand, facility_in::strand(strand)))),
        choice(Field::State, "Zustand", &StepState::ALL.map(|state| (state, facility_in::state(state)))),
        text(Field::When, "Seit wann", "Tatsächlich erreicht; für „aktiv“ nötig."),
        text(Field::NextPlanned, "Nächster Schritt geplant (freiwillig)", WHEN),
        text(Field::Responsible, "Zuständige Stelle (freiwillig)", "Eine Stelle, kein Name."),
        text(Field::Cost, "Kosten in Euro (freiwillig)", "zum Beispiel 12.500 oder 980,50"),
        long(Field::Note, "Anmerkung (freiwillig)", "Worauf gewartet wird."),
        long(
            Field::Reason,
            "Grund",
            "Nötig, wenn ein Zustand übersprungen wird oder es zurückgeht. Steht im Protokoll.",
        ),
        FieldView {
            hint: "Woher Sie das wissen. Zustand, Tag und Quelle der Leitung stehen im öffentlichen Verlauf."
                .to_owned(),
            ..own_source(rollout)
        },
    ]
}

/// What is not public asks for its source without saying that it will be.
fn own_source(rollout: &Rollout) -> FieldView {
    let mut names: Vec<String> = Vec::new();
    for fact in rollout.facts.iter().rev() {
        let source = match &fact.says {
            Says::Facility(details) => &details.source,
            Says::Line(line) => &line.source,
            Says::Step(step) => &step.source,
            _ => continue,
        };
        if names.len() < SOURCES && !names.contains(&source.name) {
            names.push(source.name.clone());
        }
    }
    FieldView { hint: "Woher Sie das wissen, zum Beispiel „Messung der Schul-IT“.".to_owned(), ..source(names) }
}

/// A facility as the texts of its form.
pub fn details_texts(details: &Details, areas: &AreaTree) -> Texts {
    let area =
        details.area.and_then(|id| areas.get(id)).map_or_else(|| NO_AREA.to_owned(), |area| area.slug.to_string());
    let some = |text: &Option<String>| text.clone().unwrap_or_default();
    vec![
        (Field::Name, details.name.clone()),
        (Field::Kind, word(&details.kind)),
        (Field::SchoolTypes, details.school_types.join(", ")),
        (Field::Address, some(&details.address)),
        (Field::Position, details.position.map(facility_in::typed_position).unwrap_or_default()),
        (Field::Area, area),
        (Field::Owner, some(&details.owner)),
        (Field::Classes, details.classes.map(|classes| classes.to_string()).unwrap_or_default()),
        (Field::Tariff, word(&details.tariff)),
        (Field::SecondRoute, word(&details.second_route)),
        (Field::Fundable, word(&details.fundable.answer())),
        (Field::FundableReason, details.fundable.reason().unwrap_or_default().to_owned()),
        (Field::Responsible, some(&details.responsible)),
        (Field::Standing, word(&details.standing)),
        (Field::Source, details.source.name.clone()),
    ]
}

/// A line as the texts of its form.
pub fn line_texts(line: &Line) -> Texts {
    vec![
        (Field::Technology, line.technology.map(|technology| word(&technology)).unwrap_or_default()),
        (Field::Down, line.down.map(facility_in::mbits).unwrap_or_default()),
        (Field::Up, line.up.map(facility_in::mbits).unwrap_or_default()),
        (Field::Partner, line.provider.clone().unwrap_or_default()),
        (Field::Day, line.measured_on.map(date::digits).unwrap_or_default()),
        (Field::Source, line.source.name.clone()),
    ]
}

/// A step as the texts of its form.
pub fn step_texts(step: &Step) -> Texts {
    vec![
        (Field::Strand, word(&step.strand)),
        (Field::State, word(&step.state)),
        (Field::When, step.reached.map(when).unwrap_or_default()),
        (Field::NextPlanned, step.next_planned.map(when).unwrap_or_default()),
        (Field::Responsible, step.responsible.clone().unwrap_or_default()),
        (Field::Cost, step.cost.map(money::typed).unwrap_or_default()),
        (Field::Note, step.note.clone().unwrap_or_default()),
        (Field::Source, step.source.name.clone()),
    ]
}
