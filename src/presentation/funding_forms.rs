//! The forms of an application for funding: their fields, what can be chosen, and what stands in them at first.

use jiff::civil::Date;

use super::{
    date, funding_texts as texts, funding_words as words,
    lang::Lang,
    record_fields::{Texts, word},
    record_forms::{choice, day, long, source, text},
    record_view::FieldView,
    table::EditView,
};
use crate::domain::{
    edit::{
        EditKind, Field, SubjectRecord,
        funding::{BY_DATES, NO, UNKNOWN, WHOLE, YES},
    },
    funding::{
        DeadlineKind, Document, Funding, FundingDeadline, LegState, Mark, Milestone, MilestoneKind, Model, Part,
    },
    rollout::Rollout,
    subject::Subject,
};

const WHEN: &str = "Tag, Monat oder Jahr: 10.11.2023, November 2023, 2025/2026";
const EUROS: &str = "Euro und Cent, zum Beispiel 675.000,50. Leer heißt: nicht bekannt.";
const LOGGED: &str = "Steht im Protokoll.";

/// A button that opens a form with these texts.
fn button(kind: EditKind, subject: Subject, label: &str, title: String, fields: Texts) -> EditView {
    EditView { kind, subject, label: label.to_owned(), title, fields }
}

/// The button that makes a new application.
pub fn new() -> EditView {
    let fields = vec![(Field::Model, UNKNOWN.to_owned()), (Field::AmountsPublic, NO.to_owned())];
    button(EditKind::Application, Subject::Town, "Antrag anlegen", "Antrag anlegen".to_owned(), fields)
}

/// The button that changes what an application is.
pub fn application(funding: &Funding, rollout: &Rollout) -> EditView {
    let fields = texts::application(&funding.application, rollout);
    button(EditKind::Application, funding.subject(), "Angaben ändern", "Angaben ändern".to_owned(), fields)
}

/// The button that changes how far a leg is.
pub fn leg(funding: &Funding, part: Part) -> EditView {
    let fields = funding.leg(part).map_or_else(|| vec![(Field::Part, word(&part))], texts::leg);
    let title = format!("Stand: {}", words::part(part, Lang::De));
    button(EditKind::Leg, funding.subject(), "Ändern", title, fields)
}

/// The button that adds a milestone.
pub fn new_milestone(funding: &Funding) -> EditView {
    let fields = vec![(Field::Part, WHOLE.to_owned()), (Field::Mark, BY_DATES.to_owned())];
    let label = "Meilenstein eintragen";
    button(EditKind::Milestone, funding.subject(), label, label.to_owned(), fields)
}

/// The button that changes a milestone.
pub fn milestone(funding: &Funding, milestone: &Milestone) -> EditView {
    let title = format!("Meilenstein: {}", words::milestone(milestone.kind, Lang::De));
    button(EditKind::Milestone, funding.subject(), "Ändern", title, texts::milestone(milestone))
}

/// The button that adds a deadline.
pub fn new_deadline(funding: &Funding) -> EditView {
    let label = "Frist eintragen";
    button(EditKind::FundingDeadline, funding.subject(), label, label.to_owned(), Vec::new())
}

/// The button that changes a deadline, or says that it is met.
pub fn deadline(funding: &Funding, deadline: &FundingDeadline) -> EditView {
    let title = format!("Frist: {}", words::task(deadline));
    button(EditKind::FundingDeadline, funding.subject(), "Ändern", title, texts::deadline(deadline))
}

/// The button that adds a document.
pub fn new_document(funding: &Funding, today: Date) -> EditView {
    let fields = vec![(Field::Part, WHOLE.to_owned()), (Field::Dated, date::digits(today))];
    let label = "Unterlage ablegen";
    button(EditKind::FundingDocument, funding.subject(), label, label.to_owned(), fields)
}

/// The button that changes a document's link.
pub fn document(funding: &Funding, document: &Document) -> EditView {
    let title = format!("Unterlage: {}", document.title);
    button(EditKind::FundingDocument, funding.subject(), "Ändern", title, texts::document(document))
}

/// The fields of one form. What is known of the rollout is offered to choose from.
pub fn fields(kind: EditKind, record: &SubjectRecord) -> Vec<FieldView> {
    let sources = sources(record);
    match kind {
        EditKind::Application => of_application(record, sources),
        EditKind::Leg => of_leg(sources),
        EditKind::Milestone => of_milestone(sources),
        EditKind::FundingDeadline => of_deadline(sources),
        EditKind::FundingDocument => of_document(sources),
        _ => Vec::new(),
    }
}

/// The sources that applications name last.
fn sources(record: &SubjectRecord) -> Vec<String> {
    const OFFERED: usize = 8;
    let mut sources: Vec<String> = Vec::new();
    for funding in Funding::all(&record.rollout).iter().rev() {
        let of_legs = funding.legs().iter().map(|leg| &leg.fields().source);
        for source in of_legs.chain([&funding.application.source]) {
            if sources.len() < OFFERED && !sources.contains(&source.name) {
                sources.push(source.name.clone());
            }
        }
    }
    sources
}

fn of_application(record: &SubjectRecord, sources: Vec<String>) -> Vec<FieldView> {
    let operators = record.rollout.operators.iter().map(|operator| operator.name.clone()).collect();
    let models = [Model::ViabilityGap, Model::OperatorModel, Model::Advice];
    let mut model = choice(Field::Model, "Fördermodell", &models.map(|model| (model, words::model(model))));
    model.options.insert(0, (UNKNOWN.to_owned(), "nicht bekannt".to_owned()));
    let public = [(NO.to_owned(), "nein".to_owned()), (YES.to_owned(), "ja".to_owned())];
    let amounts =
        text(Field::AmountsPublic, "Beträge öffentlich", "Ohne „ja“ zeigt die öffentliche Seite keinen Betrag.");
    vec![
        text(Field::Name, "Name des Antrags", "Steht auf der öffentlichen Seite, zum Beispiel Schulnetz."),
        FieldView {
            suggestions: operators,
            ..text(Field::Applicant, "Antragsteller (freiwillig)", "Die Stadt oder eine Zweckgesellschaft.")
        },
        model,
        text(Field::Directive, "Richtlinie (freiwillig)", "Gilt für alle Teile, die keine eigene nennen."),
        text(Field::Version, "Fassung der Richtlinie (freiwillig)", ""),
        text(Field::GisConditions, "GIS-Nebenbestimmungen (freiwillig)", "Die Fassung, zum Beispiel 5.1."),
        text(Field::Total, "Gesamtkosten (freiwillig)", EUROS),
        text(Field::Areas, "Gebiete (freiwillig)", "Namen, mit Komma getrennt."),
        text(Field::Facilities, "Einrichtungen (freiwillig)", "Namen, mit Komma getrennt."),
        FieldView { options: public.to_vec(), ..amounts },
        long(Field::Note, "Anmerkung (freiwillig)", "Ein Satz. Steht auf der öffentlichen Seite."),
        long(Field::Reason, "Grund der Änderung (freiwillig)", LOGGED),
        source(sources),
    ]
}

fn of_leg(sources: Vec<String>) -> Vec<FieldView> {
    let state = |state: LegState| (word(&state), state_option(state));
    vec![
        choice(Field::Part, "Teil", &Part::ALL.map(|part| (part, words::part(part, Lang::De)))),
        FieldView {
            options: LegState::ALL.into_iter().map(state).collect(),
            ..text(Field::State, "Stand", "Ein Schritt, der sonst nicht folgt, braucht unten einen Grund.")
        },
        text(Field::Since, "Seit wann (freiwillig)", WHEN),
        text(Field::Share, "Anteil (freiwillig)", "Prozent der Gesamtkosten. Alle Teile zusammen höchstens 100."),
        text(Field::Requested, "Beantragt, beim Eigenanteil geplant (freiwillig)", EUROS),
        text(Field::Preliminary, "Vorläufig bewilligt, beim Eigenanteil im Haushalt (freiwillig)", EUROS),
        text(Field::Final, "Endgültig bewilligt (freiwillig)", EUROS),
        text(Field::Paid, "Abgerufen (freiwillig)", EUROS),
        text(Field::Directive, "Eigene Richtlinie (freiwillig)", "Nur, wenn sie von der des Antrags abweicht."),
        text(Field::Version, "Fassung der Richtlinie (freiwillig)", ""),
        long(Field::Note, "Anmerkung (freiwillig)", "Bleibt auf der Arbeitsfläche."),
        long(Field::Reason, "Grund", "Nötig, wenn der Schritt sonst nicht folgt. Steht im Protokoll."),
        source(sources),
    ]
}

/// The states of the own contribution are said in its words too.
fn state_option(state: LegState) -> String {
    let grantor = words::leg_state(state, Part::Federal);
    match state {
        LegState::NotRequested | LegState::Draft => {
            format!("{grantor} (Eigenanteil: {})", words::leg_state(state, Part::Own))
        }
        LegState::Budgeted => format!("{grantor} (nur Eigenanteil)"),
        _ => grantor.to_owned(),
    }
}

fn part_or_whole() -> FieldView {
    let mut part = choice(Field::Part, "Teil", &Part::ALL.map(|part| (part, words::part(part, Lang::De))));
    part.options.insert(0, (WHOLE.to_owned(), "ganzer Antrag".to_owned()));
    part
}

fn of_milestone(sources: Vec<String>) -> Vec<FieldView> {
    let marks = [(Mark::Running, "läuft"), (Mark::Rejected, "abgelehnt"), (Mark::Dropped, "entfällt")];
    let mut mark = choice(Field::Mark, "Stand", &marks);
    mark.options.insert(0, (BY_DATES.to_owned(), "ergibt sich aus den Terminen".to_owned()));
    vec![
        choice(Field::Kind, "Meilenstein", &MilestoneKind::ALL.map(|kind| (kind, words::milestone(kind, Lang::De)))),
        part_or_whole(),
        text(Field::Planned, "Geplant (freiwillig)", WHEN),
        text(Field::Actual, "Tatsächlich (freiwillig)", WHEN),
        mark,
        long(Field::Note, "Anmerkung (freiwillig)", "Bleibt auf der Arbeitsfläche."),
        long(Field::Reason, "Grund", "Nötig, wenn eine Markterkundung keine zwei Monate lief. Steht im Protokoll."),
        source(sources),
    ]
}

fn of_deadline(sources: Vec<String>) -> Vec<FieldView> {
    let kind = |kind: DeadlineKind| (kind, deadline_kind(kind));
    vec![
        choice(Field::Kind, "Art der Frist", &DeadlineKind::ALL.map(kind)),
        choice(Field::Part, "Teil", &Part::ALL.map(|part| (part, words::part(part, Lang::De)))),
        day(Field::Day, "Letzter Tag", "Die Frist läuft bis zum Ende dieses Tages."),
        text(Field::Task, "Aufgabe (freiwillig)", "Was zu tun ist, zum Beispiel: Kostenplan nachreichen."),
        day(Field::SettledOn, "Erledigt am (freiwillig)", "Danach steht sie nicht mehr auf Heute."),
        source(sources),
    ]
}

/// The kind of a deadline, as a list names it.
pub const fn deadline_kind(kind: DeadlineKind) -> &'static str {
    match kind {
        DeadlineKind::Submission => "Einreichung",
        DeadlineKind::Supplement => "Nachforderung",
        DeadlineKind::DrawDown => "Mittelabruf",
        DeadlineKind::ProofOfUse => "Verwendungsnachweis",
        DeadlineKind::EarmarkEnd => "Ende der Zweckbindung",
        DeadlineKind::Other => "andere (Aufgabe nötig)",
    }
}

fn of_document(sources: Vec<String>) -> Vec<FieldView> {
    vec![
        text(Field::Name, "Titel", "zum Beispiel Bescheid in vorläufiger Höhe"),
        part_or_whole(),
        text(Field::Link, "Verweis", "Die Adresse der Datei, beginnt mit https://."),
        text(Field::Version, "Fassung (freiwillig)", "Eine andere Fassung steht neben der früheren."),
        day(Field::Dated, "Vom (freiwillig)", "Der Tag, der auf der Unterlage steht."),
        source(sources),
    ]
}
