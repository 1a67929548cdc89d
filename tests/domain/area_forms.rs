//! The forms whose answers are facts about areas, and those of the town: what they add, and what is wrong with them.

use faserstand_lib::domain::{
    build_progress::{BuildProgressError, BuildStep},
    campaign::{Campaign, Target, Unit},
    edit::{Addition, EditForm, EditKind, Field, read},
    fact::Says,
    ids::{AgreementId, MeasureId},
    import::{FormProblem, Problem},
    measure::{Audience, AudienceUnit},
    outcome::{Outcome, OutcomeKind},
    rollout::Rollout,
    subject::Subject,
    when::When,
    withdrawal::Withdrawable,
};
use jiff::civil::date;

use crate::build::{self, DAY, GRIESHEIM, WEIER, campaign, offenburg_deadlines, outcome, percent, rollout};

fn griesheim() -> Subject {
    Subject::Area("griesheim".to_owned().try_into().unwrap())
}

/// Weier missed the target; one agreement and one measure are recorded.
fn town() -> Rollout {
    let missed = Outcome { area: Some(WEIER), ..outcome(OutcomeKind::NotReached, DAY) };
    let campaign = Campaign { deadlines: offenburg_deadlines(), ..campaign() };
    Rollout {
        campaigns: vec![campaign],
        outcomes: vec![missed],
        agreements: vec![build::agreement()],
        measures: vec![build::measure()],
        ..rollout()
    }
}

fn typed(kind: EditKind, subject: &Subject, fields: &[(Field, &str)]) -> Result<Addition, Vec<(Field, Problem)>> {
    let fields = fields.iter().map(|(field, text)| (*field, (*text).to_owned())).collect();
    read(&EditForm { kind, fields }, &town(), subject, DAY).map(|edit| edit.addition)
}

fn with(base: &[(Field, &'static str)], others: &[(Field, &'static str)]) -> Vec<(Field, &'static str)> {
    let kept = base.iter().filter(|(field, _)| others.iter().all(|(other, _)| other != field));
    kept.chain(others).copied().collect()
}

fn fact(added: Addition) -> (Subject, Says) {
    match added {
        Addition::Fact(subject, says) => (subject, says),
        other => panic!("{other:?}"),
    }
}

fn missing() -> Problem {
    FormProblem::Missing.into()
}

const PROGRESS: [(Field, &str); 6] = [
    (Field::Day, "8.11.2023"),
    (Field::Unit, "buildings"),
    (Field::Count, "1.200"),
    (Field::Passed, "800"),
    (Field::Connected, "40"),
    (Field::Source, "Baubericht"),
];

#[test]
fn a_build_is_noted_with_the_figures_that_are_known() {
    let (subject, says) = fact(typed(EditKind::Progress, &griesheim(), &PROGRESS).unwrap());
    assert_eq!(subject, griesheim());
    let Says::Progress(progress) = says else { panic!("{says:?}") };
    assert_eq!((progress.as_of, progress.unit), (date(2023, 11, 8), Unit::Buildings));
    let figures = progress.figures();
    assert_eq!(
        (figures.base, figures.passed, figures.prepared, figures.connected),
        (Some(1_200), Some(800), None, Some(40))
    );
}

#[test]
fn what_contradicts_itself_in_a_build_is_told_at_its_field() {
    let told = |others: &[(Field, &'static str)]| {
        typed(EditKind::Progress, &griesheim(), &with(&PROGRESS, others)).unwrap_err()
    };
    let (inner, outer) = (BuildStep::Connected, BuildStep::Passed);
    let within = BuildProgressError::NotWithin { inner, inner_count: 801, outer, outer_count: 800 };
    assert_eq!(told(&[(Field::Connected, "801")]), [(Field::Connected, FormProblem::Build(within).into())]);
    let above = BuildProgressError::MoreThanBase { step: outer, count: 1_201, base: 1_200 };
    assert_eq!(told(&[(Field::Passed, "1201")]), [(Field::Passed, FormProblem::Build(above).into())]);
    let empty = told(&[(Field::Passed, ""), (Field::Connected, "")]);
    assert_eq!(empty, [(Field::Passed, FormProblem::Build(BuildProgressError::Empty).into())]);
    let ahead = FormProblem::StillAhead { day: date(2023, 11, 11), today: DAY };
    assert_eq!(told(&[(Field::Day, "11.11.2023")]), [(Field::Day, ahead.into())]);
    assert_eq!(told(&[(Field::Source, ""), (Field::Unit, "")]), [(Field::Unit, missing()), (Field::Source, missing())]);
}

#[test]
fn a_profile_says_something_and_names_neighbours() {
    let fields = [(Field::BuildPlanned, "2024"), (Field::Border, "Hohberg, Schutterwald"), (Field::Source, "Bericht")];
    let (_, says) = fact(typed(EditKind::Profile, &griesheim(), &fields).unwrap());
    let Says::Profile(profile) = says else { panic!("{says:?}") };
    assert_eq!(profile.build_planned, Some(When::Years(2024, 2024)));
    assert_eq!(profile.reaches_into, ["Hohberg", "Schutterwald"]);
    let empty = typed(EditKind::Profile, &griesheim(), &[(Field::Source, "Bericht")]).unwrap_err();
    assert_eq!(empty, [(Field::BuildPlanned, missing())]);
}

const ROUND: [(Field, &str); 4] = [
    (Field::OpensOn, "8.1.2024"),
    (Field::Day, "31.3.2024"),
    (Field::Reach, "missed"),
    (Field::Source, "Mail des Betreibers"),
];

#[test]
fn a_further_round_opens_for_those_that_missed_the_target() {
    let says = |fields: &[(Field, &str)]| match fact(typed(EditKind::Round, &griesheim(), fields).unwrap()).1 {
        Says::Round(round) => round,
        other => panic!("{other:?}"),
    };
    let round = says(&ROUND);
    assert_eq!((round.opened_on, round.deadline), (date(2024, 1, 8), date(2024, 3, 31)));
    assert_eq!((round.areas, round.target), (vec![WEIER], None));
    let target = |text| says(&with(&ROUND, &[(Field::Target, text), (Field::Reach, "area")])).target;
    assert_eq!(says(&with(&ROUND, &[(Field::Reach, "area")])).areas, [GRIESHEIM]);
    assert_eq!(target("25 %"), Some(Target::Share(percent(25))));
    assert_eq!(target("40"), Some(Target::Count(40)));
    assert_eq!(target("-"), Some(Target::OperatorDecision));
}

#[test]
fn a_round_that_cannot_be_is_told() {
    let told =
        |others: &[(Field, &'static str)]| typed(EditKind::Round, &griesheim(), &with(&ROUND, others)).unwrap_err();
    let (day, opened) = (date(2023, 9, 4), date(2023, 9, 4));
    let early = FormProblem::DeadlineBeforeOpening { day, opened };
    assert_eq!(told(&[(Field::OpensOn, "4.9.2023")]), [(Field::OpensOn, early.into())]);
    // The first round ends with the campaign's deadline of 25 November; the day after it is free.
    let (opens, deadline) = (date(2023, 11, 25), date(2023, 11, 25));
    let still = FormProblem::RoundStillRuns { opens, deadline };
    assert_eq!(told(&[(Field::OpensOn, "25.11.2023")]), [(Field::OpensOn, still.into())]);
    assert!(typed(EditKind::Round, &griesheim(), &with(&ROUND, &[(Field::OpensOn, "26.11.2023")])).is_ok());
    let start = When::Day(date(2024, 1, 8));
    assert_eq!(told(&[(Field::Day, "7.1.2024")]), [(Field::Day, FormProblem::EndBeforeStart { start }.into())]);
    for text in ["viele", "0", "unter 15 %"] {
        let no_target = FormProblem::NotATarget { text: text.to_owned() };
        assert_eq!(told(&[(Field::Target, text)]), [(Field::Target, no_target.into())]);
    }
}

const AGREEMENT: [(Field, &str); 4] = [
    (Field::Kind, "letter_of_intent"),
    (Field::Partner, "1&1 Versatel"),
    (Field::Signed, "2.1.2023"),
    (Field::Source, "Vertrag"),
];

#[test]
fn an_agreement_of_the_town_names_its_areas() {
    let agreement = |others: &[(Field, &'static str)]| match typed(
        EditKind::Agreement,
        &Subject::Town,
        &with(&AGREEMENT, others),
    ) {
        Ok(Addition::Agreement(agreement)) => Ok(agreement),
        Ok(other) => panic!("{other:?}"),
        Err(faults) => Err(faults),
    };
    assert_eq!(agreement(&[]).unwrap().areas, [], "the whole town");
    assert_eq!(agreement(&[(Field::Areas, "weier, GRIESHEIM, Weier")]).unwrap().areas, [WEIER, GRIESHEIM]);
    assert_eq!(agreement(&[(Field::Areas, "Ortsteile 2023")]).unwrap().areas, [GRIESHEIM, WEIER], "a campaign's name");
    let full = [
        (Field::EffectiveFrom, "1.2.2023"),
        (Field::EndsOn, "31.12.2023"),
        (Field::Conditions, "Nur mit 40 Unternehmen"),
        (Field::Link, "https://www.offenburg.de/absicht"),
    ];
    let full = agreement(&full).unwrap();
    assert_eq!((full.effective_from, full.ends_on), (Some(When::Day(date(2023, 2, 1))), Some(date(2023, 12, 31))));
    let unknown = FormProblem::NoSuchArea { text: "Atlantis".to_owned() };
    assert_eq!(agreement(&[(Field::Areas, "Weier, Atlantis")]).unwrap_err(), [(Field::Areas, unknown.into())]);
    let no_link = FormProblem::NotALink { text: "http://offenburg.de".to_owned() };
    assert_eq!(agreement(&[(Field::Link, "http://offenburg.de")]).unwrap_err(), [(Field::Link, no_link.into())]);
    let start = When::Day(date(2023, 2, 1));
    let ends = [(Field::EffectiveFrom, "1.2.2023"), (Field::EndsOn, "31.1.2023")];
    assert_eq!(agreement(&ends).unwrap_err(), [(Field::EndsOn, FormProblem::EndBeforeStart { start }.into())]);
}

#[test]
fn a_measure_of_the_town_says_how_many_it_reached() {
    let base = [(Field::Kind, "bulletin"), (Field::When, "6.11.2023"), (Field::Source, "Amt")];
    let measure =
        |others: &[(Field, &'static str)]| match typed(EditKind::Measure, &Subject::Town, &with(&base, others)) {
            Ok(Addition::Measure(measure)) => Ok(measure),
            Ok(other) => panic!("{other:?}"),
            Err(faults) => Err(faults),
        };
    let copies = [(Field::Audience, "12.000"), (Field::Unit, "copies"), (Field::EndsOn, "8.11.2023")];
    let measure_of = measure(&copies).unwrap();
    assert_eq!(measure_of.audience, Some(Audience { count: 12_000, of: AudienceUnit::Copies }));
    assert_eq!(measure_of.until, Some(date(2023, 11, 8)));
    assert_eq!(measure(&[(Field::Audience, "100")]).unwrap_err(), [(Field::Unit, missing())]);
    let start = When::Day(date(2023, 11, 6));
    let before = FormProblem::EndBeforeStart { start };
    assert_eq!(measure(&[(Field::EndsOn, "6.11.2023")]).unwrap_err(), [(Field::EndsOn, before.into())]);
}

#[test]
fn a_wrong_record_is_taken_back_with_its_day_and_reason() {
    let fields = [(Field::Record, "agreement 1"), (Field::Day, "10.11.2023"), (Field::Reason, "doppelt erfasst")];
    let (subject, says) = fact(typed(EditKind::Withdrawal, &Subject::Town, &fields).unwrap());
    let Says::Withdrawal(withdrawal) = says else { panic!("{says:?}") };
    assert_eq!((subject, withdrawal.of), (Subject::Town, Withdrawable::Agreement(AgreementId(1))));
    assert_eq!((withdrawal.from, withdrawal.reason.as_str()), (DAY, "doppelt erfasst"));
    let measure =
        fact(typed(EditKind::Withdrawal, &Subject::Town, &with(&fields, &[(Field::Record, "measure 1")])).unwrap());
    assert!(matches!(measure.1, Says::Withdrawal(of) if of.of == Withdrawable::Measure(MeasureId(1))));
    for record in ["agreement 2", "measure", "reading 1", ""] {
        let faults =
            typed(EditKind::Withdrawal, &Subject::Town, &with(&fields, &[(Field::Record, record)])).unwrap_err();
        assert_eq!(faults.len(), 1, "{record}: {faults:?}");
    }
    let silent = typed(EditKind::Withdrawal, &Subject::Town, &with(&fields, &[(Field::Reason, "")])).unwrap_err();
    assert_eq!(silent, [(Field::Reason, missing())]);
}
