//! The forms of an area's record: their fields, what can be chosen, and what stands in them at first.

use jiff::civil::Date;
use serde::Serialize;

use super::{
    agreement_forms, area_forms, date, facility_forms, funding_forms,
    lang::Lang,
    record_fields,
    record_view::{ActionView, FieldView, Form},
    table::EditView,
    town_forms, words,
};
use crate::domain::{
    area::Slug,
    campaign::Unit,
    edit::{EditContext, EditKind, Field, Reach, SubjectRecord},
    ids::ReadingId,
    outcome::OutcomeKind,
    reading::{self, Reading, Stage},
    rollout::Rollout,
    status::AreaReport,
    subject::Subject,
};

/// So many sources are offered to choose from.
const SOURCES: usize = 8;

/// The buttons on top: the three things that are done most, and the deadline.
pub fn actions(known: &Rollout, area: &Slug, context: &EditContext) -> Vec<ActionView> {
    let action = |key: &str, primary, edit| ActionView { key: key.to_owned(), primary, edit };
    let measure = action("a", false, opening(EditKind::Measure, area, context.today));
    let Some(campaign) = &context.campaign else { return vec![measure] };
    // Only what can be corrected; of that, what the public sees as the area's number.
    let held = known.readings.iter().filter(|record| campaign.readings.iter().any(|held| held.id == record.id));
    let held: Vec<_> = held.collect();
    let current = reading::current(held.iter().map(|record| &record.reading));
    let current = held.iter().find(|record| Some(&record.reading) == current);
    let correct = current.map(|record| EditView {
        label: "Zahl berichtigen".to_owned(),
        ..correction(area, record.id, &record.reading)
    });
    let correct = correct.map(|edit| action("b", false, edit));
    let deadline = action("f", false, opening(EditKind::Deadline, area, context.today));
    let outcome = action("e", true, opening(EditKind::Outcome, area, context.today));
    correct.into_iter().chain([measure, deadline, outcome]).collect()
}

/// The button that opens an empty form of an area.
pub fn opening(kind: EditKind, area: &Slug, today: Date) -> EditView {
    let (day, today) = (today, date::digits(today));
    let this = || (Field::Reach, record_fields::word(&Reach::Area));
    let (label, title, fields) = match kind {
        EditKind::Deadline => ("Frist ändern", "Frist ändern", vec![(Field::AnnouncedOn, today)]),
        EditKind::Outcome => ("Ergebnis festlegen", "Ergebnis festlegen", vec![(Field::When, today)]),
        EditKind::Phase => ("Ändern", "Phase", Vec::new()),
        EditKind::Measure => ("Maßnahme notieren", "Maßnahme notieren", vec![(Field::When, today), this()]),
        EditKind::Agreement => ("Vereinbarung anlegen", "Vereinbarung anlegen", vec![this()]),
        EditKind::Base => ("Grundlage ändern", "Neue Grundlage der Quote", Vec::new()),
        EditKind::Correction => ("Berichtigen", "Zahl berichtigen", Vec::new()),
        EditKind::Progress | EditKind::Profile | EditKind::Round | EditKind::Withdrawal => {
            return area_forms::opening(kind, area, day, None, Unit::Buildings);
        }
        EditKind::RemarkAnswer => ("Als erledigt notieren", "Hinweis erledigen", Vec::new()),
        // No forms of an area.
        _ => return town_forms::decision(day),
    };
    let subject = Subject::Area(area.clone());
    EditView { kind, subject, label: label.to_owned(), title: title.to_owned(), fields }
}

/// The button that corrects a reading.
pub fn correction(area: &Slug, id: ReadingId, reading: &Reading) -> EditView {
    let mut fields = record_fields::reading(id, reading);
    // Who corrects says why and from where; the old source is not theirs.
    fields.retain(|(field, _)| *field != Field::Source);
    let title =
        format!("Zahl vom {} berichtigen ({})", date::digits(reading.as_of), words::stage(reading.stage, Lang::De));
    let subject = Subject::Area(area.clone());
    EditView { kind: EditKind::Correction, subject, label: "Berichtigen".to_owned(), title, fields }
}

/// The forms that this area has.
pub fn forms(known: &Rollout, report: &AreaReport, context: &EditContext) -> Vec<Form> {
    let kinds: &[EditKind] = match context.campaign {
        Some(_) => &[
            EditKind::Deadline,
            EditKind::Outcome,
            EditKind::Phase,
            EditKind::Measure,
            EditKind::Agreement,
            EditKind::Base,
            EditKind::Correction,
            EditKind::Progress,
            EditKind::Profile,
            EditKind::Round,
            EditKind::Withdrawal,
        ],
        None => &[EditKind::Measure, EditKind::Agreement, EditKind::Progress, EditKind::Profile, EditKind::Withdrawal],
    };
    let maker = Maker { known, context, sources: sources(report) };
    let form = |kind: &EditKind| Form { kind: *kind, fields: maker.fields(*kind) };
    kinds.iter().map(form).collect()
}

/// The fields of one form of a subject.
pub fn fields(kind: EditKind, record: &SubjectRecord) -> Vec<FieldView> {
    match record.area() {
        Some(area) => {
            let context = &EditContext::of(&record.rollout, area.id, record.today);
            Maker { known: &record.rollout, context, sources: Vec::new() }.fields(kind)
        }
        None if matches!(kind, EditKind::Facility | EditKind::Line | EditKind::Step) => {
            facility_forms::fields(kind, &record.rollout)
        }
        None if kind == EditKind::Decision => town_forms::fields(kind, &record.rollout),
        None => funding_forms::fields(kind, record),
    }
}

/// The sources that this area's record names last.
fn sources(report: &AreaReport) -> Vec<String> {
    let deadlines = report.status().map_or(&[][..], |(status, _)| &status.campaign.deadlines);
    let all = report.readings().rev().map(|reading| &reading.source);
    let all = all.chain(deadlines.iter().rev().map(|deadline| &deadline.source));
    let mut sources: Vec<String> = Vec::new();
    for source in all.chain(report.outcomes.iter().rev().map(|outcome| &outcome.source)) {
        if sources.len() < SOURCES && !sources.contains(&source.name) {
            sources.push(source.name.clone());
        }
    }
    sources
}

struct Maker<'a> {
    known: &'a Rollout,
    context: &'a EditContext,
    sources: Vec<String>,
}

const WHEN: &str = "Tag, Monat oder Jahr: 10.11.2023, November 2023, 2025/2026";
const DAY: &str = "zum Beispiel 31.12.2023";
const PUBLIC: &str = "Steht auf der öffentlichen Seite.";
const LOGGED: &str = "Steht im Protokoll.";

impl Maker<'_> {
    fn fields(&self, kind: EditKind) -> Vec<FieldView> {
        let campaign = self.context.campaign.as_ref();
        match kind {
            EditKind::Deadline => vec![
                day(Field::Day, "Neue Frist", "Der letzte Tag, an dem ein Vertrag zählt."),
                day(Field::AnnouncedOn, "Bekannt seit", "Ab diesem Tag steht sie auf der öffentlichen Seite."),
                long(Field::Reason, "Grund", PUBLIC),
                self.source(),
            ],
            EditKind::Outcome => {
                let reason = campaign.is_some_and(|campaign| campaign.came_out);
                let reason = reason.then(|| long(Field::Reason, "Grund der Änderung", LOGGED));
                let fields = [
                    choice(Field::Kind, "Ergebnis", &OUTCOMES.map(|kind| (kind, words::outcome_name(kind)))),
                    text(Field::When, "Seit wann", WHEN),
                    long(Field::Note, "Anmerkung (freiwillig)", PUBLIC),
                ];
                fields.into_iter().chain(reason).chain([self.source()]).collect()
            }
            EditKind::Phase => vec![
                text(Field::PlannedStart, "Geplanter Beginn", WHEN),
                text(Field::PlannedEnd, "Geplantes Ende", ""),
                text(Field::ActualStart, "Tatsächlicher Beginn", ""),
                text(Field::ActualEnd, "Tatsächliches Ende", ""),
                long(
                    Field::Reason,
                    "Grund der Änderung",
                    "Nötig, wenn zu dieser Phase schon etwas eingetragen ist. Steht im Protokoll.",
                ),
                self.source(),
            ],
            EditKind::Measure => agreement_forms::measure(self.reach(), self.source()),
            EditKind::Agreement => {
                agreement_forms::agreement(self.reach(), agreement_forms::partner(self.known), self.source())
            }
            EditKind::Progress | EditKind::Profile | EditKind::Round => {
                area_forms::fields(kind, self.context, self.source())
            }
            EditKind::Withdrawal => agreement_forms::withdrawal(),
            EditKind::Base => self.base(),
            EditKind::Decision => town_forms::fields(kind, self.known),
            EditKind::Correction => vec![
                text(Field::Value, "Richtig ist", "Verträge, ein Anteil mit %, oder „nicht gemeldet“."),
                day(Field::Day, "Stand", DAY),
                choice(Field::Stage, "Stufe", &STAGES.map(|stage| (stage, words::stage(stage, Lang::De)))),
                long(Field::Note, "Anmerkung zur Zahl (freiwillig)", PUBLIC),
                long(Field::Reason, "Grund", "Steht öffentlich bei der ersetzten Meldung."),
                self.source(),
            ],
            // No area has these forms: they have pages of their own.
            _ => Vec::new(),
        }
    }

    fn base(&self) -> Vec<FieldView> {
        let campaign = self.context.campaign.as_ref();
        let unit = campaign.map_or("Anzahl", |campaign| words::unit(campaign.unit, Lang::De).0);
        let reason = campaign.and_then(|campaign| campaign.base);
        let reason = reason.map(|_| long(Field::Reason, "Grund der Änderung", LOGGED));
        let fields = [
            text(Field::Count, unit, "Gilt für künftige Meldungen; frühere behalten ihre Grundlage."),
            text(Field::AsOf, "Stand (freiwillig)", WHEN),
            text(Field::EstimatedBy, "Geschätzt aus (freiwillig)", "Die Formel, wenn es keine Zählung ist."),
        ];
        fields.into_iter().chain(reason).chain([self.source()]).collect()
    }

    fn source(&self) -> FieldView {
        source(self.sources.clone())
    }

    fn reach(&self) -> FieldView {
        let all = self.context.campaign.as_ref().map(|campaign| campaign.areas.len());
        let all =
            all.map(|areas| (record_fields::word(&Reach::Campaign), format!("alle {areas} Gebiete der Kampagne")));
        let this = (record_fields::word(&Reach::Area), "dieses Gebiet".to_owned());
        FieldView { options: [this].into_iter().chain(all).collect(), ..text(Field::Reach, "Für", "") }
    }
}

/// Where something is known from, with what can be taken over.
pub fn source(suggestions: Vec<String>) -> FieldView {
    let hint = "Woher Sie das wissen, zum Beispiel „Mail des Betreibers vom 23.11.“. Steht auf der öffentlichen Seite.";
    FieldView { suggestions, ..text(Field::Source, "Quelle", hint) }
}

/// A field of one line.
pub fn text(field: Field, label: &str, hint: &str) -> FieldView {
    let (label, hint) = (label.to_owned(), hint.to_owned());
    FieldView { field, label, hint, long: false, day: false, options: Vec::new(), suggestions: Vec::new() }
}

/// A field that holds a day.
pub fn day(field: Field, label: &str, hint: &str) -> FieldView {
    FieldView { day: true, ..text(field, label, hint) }
}

/// A field of several lines.
pub fn long(field: Field, label: &str, hint: &str) -> FieldView {
    FieldView { long: true, ..text(field, label, hint) }
}

/// A field to choose from a list.
pub fn choice<T: Serialize>(field: Field, label: &str, options: &[(T, &str)]) -> FieldView {
    let options = options.iter().map(|(value, name)| (record_fields::word(value), (*name).to_owned())).collect();
    FieldView { options, ..text(field, label, "") }
}

const STAGES: [Stage; 3] = [Stage::Reported, Stage::Checked, Stage::Net];

const OUTCOMES: [OutcomeKind; 11] = [
    OutcomeKind::Reached,
    OutcomeKind::NotReached,
    OutcomeKind::UnderReview,
    OutcomeKind::OperatorCommitted,
    OutcomeKind::BuiltAlthoughMissed,
    OutcomeKind::NoFinalCommitment,
    OutcomeKind::OperatorWithdrew,
    OutcomeKind::Extended,
    OutcomeKind::SecondRound,
    OutcomeKind::Running,
    OutcomeKind::Stopped,
];
