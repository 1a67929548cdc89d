//! Forms: what a good one adds, and everything that a bad one is told, field by field.

use faserstand_lib::domain::{
    agreement::AgreementKind,
    amount::Amount,
    campaign::{Deadline, Unit},
    edit::{
        Addition, Correctable, EditContext, EditForm, EditKind, Field, InCampaign, NewAgreement, NewBase, NewReading,
        read_in_area,
    },
    ids::{MeasureId, ReadingId},
    import::{FormProblem, Problem},
    measure::Measure,
    outcome::{Outcome, OutcomeKind},
    phase::{Dates, Phase, PhaseKind},
    reading::{Reading, Stage, Value},
    sheet::Held,
    source::Source,
    when::When,
};
use jiff::civil::{Date, date};

use crate::build::{self, CAMPAIGN, DAY, GRIESHEIM, WEIER, basis_points};

/// Griesheim on 10 November 2023: 302 of 1 233 households (reading 1), the deadline of 25 November announced that day.
fn context() -> EditContext {
    let held =
        Held { as_of: DAY, stage: Stage::Checked, value: Value::Contracts(Amount::Exact(302)), base: Some(1_233) };
    let earlier = Held { as_of: date(2023, 11, 3), value: Value::Contracts(Amount::Exact(240)), ..held };
    let correctable = |id, held| Correctable { id: ReadingId(id), held, source: "Wochenmail".to_owned(), note: None };
    EditContext {
        today: DAY,
        area: GRIESHEIM,
        slug: "griesheim".to_owned().try_into().ok(),
        campaign: Some(InCampaign {
            missed: vec![WEIER],
            rounds: Vec::new(),
            id: CAMPAIGN,
            areas: vec![GRIESHEIM, WEIER],
            unit: Unit::Households,
            opened_on: Some(date(2023, 9, 4)),
            deadline: Some(date(2023, 11, 25)),
            announced_on: Some(DAY),
            came_out: false,
            phases: vec![PhaseKind::RightOfWay],
            base: Some(1_233),
            contracts: 302,
            readings: vec![correctable(2, earlier), correctable(1, held)],
        }),
    }
}

fn in_campaign(change: impl FnOnce(&mut InCampaign)) -> EditContext {
    let mut context = context();
    change(context.campaign.as_mut().unwrap());
    context
}

fn form(kind: EditKind, fields: &[(Field, &str)]) -> EditForm {
    EditForm { kind, fields: fields.iter().map(|(field, text)| (*field, (*text).to_owned())).collect() }
}

/// The same form with some fields filled in otherwise.
fn with(base: &[(Field, &'static str)], others: &[(Field, &'static str)]) -> Vec<(Field, &'static str)> {
    let kept = base.iter().filter(|(field, _)| !others.iter().any(|(other, _)| other == field));
    kept.chain(others).copied().collect()
}

fn source() -> Source {
    Source { name: "Mail des Betreibers".to_owned(), published_on: None }
}

fn added(kind: EditKind, fields: &[(Field, &str)]) -> Addition {
    read_in_area(&form(kind, fields), &context()).unwrap().addition
}

fn faults(kind: EditKind, fields: &[(Field, &str)]) -> Vec<(Field, Problem)> {
    read_in_area(&form(kind, fields), &context()).unwrap_err()
}

/// Each row: what is filled in otherwise, and the only fault that follows.
fn each_is_told(kind: EditKind, good: &[(Field, &'static str)], rows: &[(Field, &'static str, Problem)]) {
    assert!(read_in_area(&form(kind, good), &context()).is_ok(), "the good form is not");
    for (field, text, problem) in rows {
        let told = faults(kind, &with(good, &[(*field, text)]));
        assert_eq!(told, [(*field, problem.clone())], "{field:?} {text}");
    }
}

fn missing() -> Problem {
    FormProblem::Missing.into()
}

fn ahead(day: Date) -> Problem {
    FormProblem::StillAhead { day, today: DAY }.into()
}

const DEADLINE: [(Field, &str); 4] = [
    (Field::Day, "31.12.2023"),
    (Field::AnnouncedOn, "10.11.2023"),
    (Field::Reason, "Verlängert"),
    (Field::Source, "Mail des Betreibers"),
];

#[test]
fn a_deadline_is_moved_with_reason_and_source() {
    let expected = Deadline {
        day: date(2023, 12, 31),
        announced_on: DAY,
        reason: Some("Verlängert".to_owned()),
        source: source(),
    };
    let edit = read_in_area(&form(EditKind::Deadline, &DEADLINE), &context()).unwrap();
    assert_eq!(edit.addition, Addition::Deadline(expected));
    assert_eq!(edit.reason.as_deref(), Some("Verlängert"));
}

#[test]
fn an_empty_form_is_told_all_that_is_missing_at_once() {
    let told = faults(EditKind::Deadline, &[]);
    let fields: Vec<Field> = told.iter().map(|(field, _)| *field).collect();
    assert_eq!(fields, [Field::Day, Field::AnnouncedOn, Field::Reason, Field::Source]);
    assert!(told.iter().all(|(_, problem)| *problem == missing()), "{told:?}");
}

#[test]
fn a_deadline_that_cannot_be_is_told() {
    let opened = date(2023, 9, 4);
    let rows = [
        (Field::Day, "bald", Problem::NotADay { text: "bald".to_owned() }),
        (Field::Day, "31.11.2023", Problem::NoSuchDay { text: "31.11.2023".to_owned() }),
        (Field::Day, "3.9.2023", FormProblem::DeadlineBeforeOpening { day: date(2023, 9, 3), opened }.into()),
        (Field::Day, "25.11.2023", FormProblem::Unchanged.into()),
        (Field::AnnouncedOn, "11.11.2023", ahead(date(2023, 11, 11))),
        (Field::AnnouncedOn, "9.11.2023", FormProblem::AnnouncedEarlier { holding: DAY }.into()),
        (Field::Reason, "  ", missing()),
        (Field::Source, "", missing()),
    ];
    each_is_told(EditKind::Deadline, &DEADLINE, &rows);
    // The day of the opening itself is one.
    assert!(read_in_area(&form(EditKind::Deadline, &with(&DEADLINE, &[(Field::Day, "4.9.2023")])), &context()).is_ok());
}

#[test]
fn a_text_is_bounded() {
    let long: &'static str = "x".repeat(2_001).leak();
    let problem = Problem::TooLong { length: 2_001, limit: 2_000 };
    each_is_told(EditKind::Deadline, &DEADLINE, &[(Field::Reason, long, problem)]);
    assert!(
        read_in_area(&form(EditKind::Deadline, &with(&DEADLINE, &[(Field::Reason, &long[1..])])), &context()).is_ok()
    );
}

const OUTCOME: [(Field, &str); 3] =
    [(Field::Kind, "reached"), (Field::When, "9.11.2023"), (Field::Source, "Mail des Betreibers")];

#[test]
fn an_outcome_is_this_areas_own() {
    let expected = Outcome {
        campaign: CAMPAIGN,
        area: Some(GRIESHEIM),
        kind: OutcomeKind::Reached,
        when: When::Day(date(2023, 11, 9)),
        known_on: DAY,
        note: None,
        source: source(),
    };
    assert_eq!(added(EditKind::Outcome, &OUTCOME), Addition::Outcome(expected));
    let rows = [
        (Field::Kind, "gewonnen", missing()),
        (Field::When, "11.11.2023", ahead(date(2023, 11, 11))),
        (Field::When, "12.2023", ahead(date(2023, 12, 1))),
        (Field::When, "", missing()),
        (Field::Source, "", missing()),
    ];
    each_is_told(EditKind::Outcome, &OUTCOME, &rows);
    // The month that has begun may be the one.
    assert!(read_in_area(&form(EditKind::Outcome, &with(&OUTCOME, &[(Field::When, "11.2023")])), &context()).is_ok());
}

#[test]
fn an_outcome_after_another_needs_its_reason() {
    let came_out = in_campaign(|campaign| campaign.came_out = true);
    assert_eq!(read_in_area(&form(EditKind::Outcome, &OUTCOME), &came_out).unwrap_err(), [(Field::Reason, missing())]);
    let reasoned = with(&OUTCOME, &[(Field::Reason, "Nachzählung")]);
    let edit = read_in_area(&form(EditKind::Outcome, &reasoned), &came_out).unwrap();
    assert_eq!(edit.reason.as_deref(), Some("Nachzählung"));
}

const PHASE: [(Field, &str); 4] = [
    (Field::Kind, "construction"),
    (Field::PlannedStart, "Juli 2024"),
    (Field::PlannedEnd, "2025/2026"),
    (Field::Source, "Mail des Betreibers"),
];

#[test]
fn a_phase_has_the_days_that_are_known() {
    let planned = Dates { start: Some(When::Month(2024, 7)), end: Some(When::Years(2025, 2026)) };
    let expected = Phase {
        campaign: CAMPAIGN,
        area: Some(GRIESHEIM),
        kind: PhaseKind::Construction,
        planned,
        actual: Dates::default(),
        known_on: DAY,
        source: source(),
    };
    assert_eq!(added(EditKind::Phase, &PHASE), Addition::Phase(expected));
    let before = FormProblem::EndBeforeStart { start: When::Month(2024, 7) };
    let rows = [
        (Field::PlannedEnd, "6.2024", before.into()),
        (Field::PlannedStart, "demnächst", FormProblem::NotAWhen { text: "demnächst".to_owned() }.into()),
        (Field::ActualStart, "11.11.2023", ahead(date(2023, 11, 11))),
        // Of the right of way something is known already.
        (Field::Kind, "right_of_way", missing()),
    ];
    each_is_told(EditKind::Phase, &PHASE, &rows[..3]);
    let known = faults(EditKind::Phase, &with(&PHASE, &[(Field::Kind, "right_of_way")]));
    assert_eq!(known, [(Field::Reason, rows[3].2.clone())]);
    // An end within the span of the start may be after it.
    let same = with(&PHASE, &[(Field::PlannedEnd, "15.7.2024")]);
    assert!(read_in_area(&form(EditKind::Phase, &same), &context()).is_ok());
}

#[test]
fn a_phase_without_any_day_says_nothing() {
    let empty = with(&PHASE, &[(Field::PlannedStart, ""), (Field::PlannedEnd, "")]);
    assert_eq!(faults(EditKind::Phase, &empty), [(Field::PlannedStart, missing())]);
}

const MEASURE: [(Field, &str); 4] = [
    (Field::Kind, "info_evening"),
    (Field::When, "20.11.2023"),
    (Field::Reach, "area"),
    (Field::Source, "Mail des Betreibers"),
];

#[test]
fn a_measure_reaches_this_area_or_the_whole_campaign_and_may_be_planned() {
    let expected = Measure {
        id: MeasureId(0),
        when: When::Day(date(2023, 11, 20)),
        areas: vec![GRIESHEIM],
        source: source(),
        ..build::measure()
    };
    assert_eq!(added(EditKind::Measure, &MEASURE), Addition::Measure(expected.clone()));
    let all = added(EditKind::Measure, &with(&MEASURE, &[(Field::Reach, "campaign")]));
    assert_eq!(all, Addition::Measure(Measure { areas: vec![GRIESHEIM, WEIER], ..expected }));
    let rows = [(Field::Reach, "überall", missing()), (Field::Kind, "", missing())];
    each_is_told(EditKind::Measure, &MEASURE, &rows);
    // Something else needs a note that says what.
    let other = with(&MEASURE, &[(Field::Kind, "other")]);
    assert_eq!(faults(EditKind::Measure, &other), [(Field::Note, missing())]);
}

const AGREEMENT: [(Field, &str); 6] = [
    (Field::Kind, "supply"),
    (Field::Partner, "Stadtwerke"),
    (Field::Signed, "2023"),
    (Field::EndsOn, "31.12.2030"),
    (Field::Reach, "area"),
    (Field::Source, "Mail des Betreibers"),
];

#[test]
fn an_agreement_names_its_partner() {
    let expected = NewAgreement {
        kind: AgreementKind::Supply,
        partner: "Stadtwerke".to_owned(),
        areas: vec![GRIESHEIM],
        signed: When::Years(2023, 2023),
        effective_from: None,
        ends_on: Some(date(2030, 12, 31)),
        conditions: None,
        note: None,
        link: None,
        source: source(),
    };
    assert_eq!(added(EditKind::Agreement, &AGREEMENT), Addition::Agreement(expected));
    let signed = When::Years(2023, 2023);
    let rows = [
        (Field::Partner, "", missing()),
        (Field::Partner, "!!!", FormProblem::NoLatinLetter { text: "!!!".to_owned() }.into()),
        (Field::Partner, "Привет", FormProblem::NoLatinLetter { text: "Привет".to_owned() }.into()),
        (Field::Partner, "Stadt\nwerke", FormProblem::Unprintable.into()),
        (Field::Partner, "Stadt\u{202e}werke", FormProblem::Unprintable.into()),
        (Field::Source, "Mail\0", FormProblem::Unprintable.into()),
        (Field::Note, "erst so\u{7}", FormProblem::Unprintable.into()),
        (Field::Signed, "2024", ahead(date(2024, 1, 1))),
        (Field::EndsOn, "31.12.2022", FormProblem::EndBeforeStart { start: signed }.into()),
        (Field::EndsOn, "nie", Problem::NotADay { text: "nie".to_owned() }),
    ];
    each_is_told(EditKind::Agreement, &AGREEMENT, &rows);
}

#[test]
fn a_note_has_lines_and_a_name_an_end() {
    let note = with(&AGREEMENT, &[(Field::Note, "erste Zeile\r\nzweite\tZeile")]);
    assert!(read_in_area(&form(EditKind::Agreement, &note), &context()).is_ok());
    let name = |letters: usize| {
        let (partner, mut fields) = ("W".repeat(letters), AGREEMENT.to_vec());
        fields.retain(|(field, _)| *field != Field::Partner);
        fields.push((Field::Partner, &partner));
        read_in_area(&form(EditKind::Agreement, &fields), &context()).err()
    };
    assert_eq!(name(120), None);
    assert_eq!(name(121), Some(vec![(Field::Partner, Problem::TooLong { length: 121, limit: 120 })]));
}

const BASE: [(Field, &str); 4] = [
    (Field::Count, "1.240"),
    (Field::AsOf, "2022"),
    (Field::Reason, "Neue Zählung"),
    (Field::Source, "Mail des Betreibers"),
];

#[test]
fn a_base_is_never_less_than_its_contracts() {
    let expected = NewBase { count: 1_240, as_of: Some(When::Years(2022, 2022)), estimated_by: None, source: source() };
    assert_eq!(added(EditKind::Base, &BASE), Addition::Base(expected));
    let rows = [
        (Field::Count, "301", Problem::MoreThanBase { contracts: 302, base: 301 }),
        (Field::Count, "0", FormProblem::NoBase.into()),
        (Field::Count, "viele", FormProblem::NotANumber { text: "viele".to_owned() }.into()),
        (Field::Count, "1,240", Problem::CommaInCount { text: "1,240".to_owned(), meant: 1_240 }),
        (Field::Reason, "", missing()),
    ];
    each_is_told(EditKind::Base, &BASE, &rows);
    assert!(read_in_area(&form(EditKind::Base, &with(&BASE, &[(Field::Count, "302")])), &context()).is_ok());
    // The first base alters nothing that is shown.
    let first = in_campaign(|campaign| (campaign.base, campaign.contracts) = (None, 0));
    assert!(read_in_area(&form(EditKind::Base, &with(&BASE, &[(Field::Reason, "")])), &first).is_ok());
}

const CORRECTION: [(Field, &str); 6] = [
    (Field::Reading, "1"),
    (Field::Value, "298"),
    (Field::Day, "10.11.2023"),
    (Field::Stage, "checked"),
    (Field::Reason, "doppelt gezählt"),
    (Field::Source, "Mail des Betreibers"),
];

#[test]
fn a_correction_says_a_number_a_percentage_or_that_none_came() {
    let says = |typed: &'static str| match added(EditKind::Correction, &with(&CORRECTION, &[(Field::Value, typed)])) {
        Addition::Correction(NewReading { value, .. }) => value,
        other => unreachable!("{other:?}"),
    };
    assert_eq!(says("298"), Value::Contracts(Amount::Exact(298)));
    assert_eq!(says("etwa 300"), Value::Contracts(Amount::About(300)));
    assert_eq!(says("24,5 %"), Value::Percent(Amount::Exact(basis_points(2_450))));
    assert_eq!(says("unter 15 Prozent"), Value::Percent(Amount::LessThan(basis_points(1_500))));
    assert_eq!(says("nicht gemeldet"), Value::NotReported);
    let not_a_value = |text: &str| FormProblem::NotAValue { text: text.to_owned() }.into();
    let rows = [
        (Field::Value, "", missing()),
        (Field::Value, "24,5", not_a_value("24,5")),
        (Field::Value, "ein paar", not_a_value("ein paar")),
        (Field::Value, "x %", not_a_value("x %")),
        (Field::Value, "1.234", Problem::MoreThanBase { contracts: 1_234, base: 1_233 }),
        (Field::Day, "11.11.2023", ahead(date(2023, 11, 11))),
        (Field::Day, "3.9.2023", Problem::BeforeOpening { day: date(2023, 9, 3), opened: date(2023, 9, 4) }),
        (Field::Stage, "geprüft", missing()),
        (Field::Reason, "", missing()),
        (Field::Reading, "7", FormProblem::NoSuchReading.into()),
    ];
    each_is_told(EditKind::Correction, &CORRECTION, &rows);
}

#[test]
fn a_correction_does_not_take_another_readings_place() {
    let stored = Value::Contracts(Amount::Exact(240));
    let taken = FormProblem::Taken { day: date(2023, 11, 3), stored };
    assert_eq!(
        faults(EditKind::Correction, &with(&CORRECTION, &[(Field::Day, "3.11.2023")])),
        [(Field::Day, taken.into())]
    );
    // Another stage of that day is free.
    let net = with(&CORRECTION, &[(Field::Day, "3.11.2023"), (Field::Stage, "net")]);
    assert!(read_in_area(&form(EditKind::Correction, &net), &context()).is_ok());
}

#[test]
fn a_correction_changes_something() {
    let same = with(&CORRECTION, &[(Field::Value, "302"), (Field::Source, "Wochenmail")]);
    assert_eq!(faults(EditKind::Correction, &same), [(Field::Value, FormProblem::Unchanged.into())]);
    // The source alone can be what was wrong.
    let sourced = with(&same, &[(Field::Source, "Anruf")]);
    assert!(read_in_area(&form(EditKind::Correction, &sourced), &context()).is_ok());
}

#[test]
fn an_area_without_a_campaign_has_measures_and_agreements_only() {
    let outside = EditContext { campaign: None, ..context() };
    for (kind, fields) in [(EditKind::Measure, &MEASURE[..]), (EditKind::Agreement, &AGREEMENT)] {
        assert!(read_in_area(&form(kind, fields), &outside).is_ok(), "{kind:?}");
    }
    let others: [(EditKind, &[_]); 5] = [
        (EditKind::Deadline, &DEADLINE),
        (EditKind::Outcome, &OUTCOME),
        (EditKind::Phase, &PHASE),
        (EditKind::Base, &BASE),
        (EditKind::Correction, &CORRECTION),
    ];
    for (kind, fields) in others {
        assert_eq!(read_in_area(&form(kind, fields), &outside).unwrap_err().len(), 1, "{kind:?}");
    }
}

#[test]
fn a_form_is_held_against_what_is_known_today() {
    let first = build::record(1, build::counted(302, 1_233));
    let better = build::counted(298, 1_233);
    let correction = build::correction(2, 1, "2023-11-20T11:00:00Z", "doppelt gezählt", better);
    let mut rollout = build::rollout();
    rollout.campaigns[0].deadlines = build::offenburg_deadlines();
    rollout.outcomes = vec![build::outcome(OutcomeKind::Reached, date(2023, 11, 15))];
    rollout.readings = vec![first, correction];
    let on = |today: Date| EditContext::of(&rollout, GRIESHEIM, today).campaign.unwrap();
    let early = on(DAY);
    assert_eq!((early.deadline, early.announced_on, early.came_out), (Some(date(2023, 11, 25)), Some(DAY), false));
    // Known that day, and corrected already on a later one: it cannot be corrected twice.
    assert_eq!((early.contracts, early.readings), (302, vec![]));
    let late = on(date(2023, 11, 24));
    assert_eq!((late.deadline, late.announced_on), (Some(date(2023, 12, 31)), Some(date(2023, 11, 24))));
    assert!(late.came_out);
    assert_eq!((late.contracts, late.readings.len(), late.readings[0].id), (298, 1, ReadingId(2)));
    assert_eq!(late.readings[0].held, Held::from(&Reading::clone(&rollout.readings[1].reading)));
}
