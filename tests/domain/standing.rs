//! Target reached, operator commits, network built: three answers that may disagree.

use faserstand_lib::domain::{
    build_progress::{BuildFigures, BuildProgress},
    campaign::Unit,
    outcome::{Outcome, OutcomeKind},
    phase::{Dates, Phase, PhaseKind},
    round::Span,
    standing::{Built, Commitment, Standing, Threshold},
    when::When,
};
use jiff::civil::{Date, date};

use crate::build::{CAMPAIGN, GRIESHEIM, outcome, source};

const TODAY: Date = date(2024, 6, 1);

fn standing(outcomes: &[(OutcomeKind, Date)]) -> Standing {
    let outcomes: Vec<Outcome> = outcomes.iter().map(|(kind, day)| outcome(*kind, *day)).collect();
    Standing::of(&outcomes.iter().collect::<Vec<_>>(), Span::default(), &[], &[], TODAY)
}

/// The answers in short, each with its first day.
fn told(standing: &Standing) -> [Option<String>; 3] {
    [
        standing.threshold.as_ref().map(|said| format!("{:?} {}", said.what, said.when)),
        standing.commitment.as_ref().map(|said| format!("{:?} {}", said.what, said.when)),
        standing.built.as_ref().map(|said| format!("{:?} {}", said.what, said.when)),
    ]
}

#[test]
fn an_operator_may_commit_where_the_target_was_missed() {
    let both = [(OutcomeKind::NotReached, date(2024, 1, 31)), (OutcomeKind::OperatorCommitted, date(2024, 3, 15))];
    let expected = [Some("Missed 2024-01-31".to_owned()), Some("Given 2024-03-15".to_owned()), None];
    assert_eq!(told(&standing(&both)), expected);
    let at_once = [(OutcomeKind::BuiltAlthoughMissed, date(2024, 3, 15))];
    assert_eq!(told(&standing(&at_once))[..2], ["Missed 2024-03-15", "Given 2024-03-15"].map(|t| Some(t.to_owned())));
}

#[test]
fn a_reached_target_is_no_commitment_and_a_commitment_is_no_network() {
    let reached = standing(&[(OutcomeKind::Reached, date(2024, 1, 31))]);
    assert_eq!(reached.threshold.unwrap().what, Threshold::Reached);
    assert_eq!((reached.commitment, reached.built), (None, None));
    let given = standing(&[(OutcomeKind::OperatorCommitted, date(2024, 1, 31))]);
    assert_eq!((given.threshold, given.built), (None, None));
}

#[test]
fn each_question_has_its_own_newest_answer() {
    let outcomes = [
        (OutcomeKind::UnderReview, date(2024, 1, 1)),
        (OutcomeKind::OperatorCommitted, date(2024, 1, 20)),
        (OutcomeKind::Reached, date(2024, 1, 31)),
        (OutcomeKind::OperatorWithdrew, date(2024, 5, 2)),
    ];
    let told = told(&standing(&outcomes));
    assert_eq!(told[..2], ["Reached 2024-01-31", "Refused 2024-05-02"].map(|text| Some(text.to_owned())));
    assert_eq!(standing(&[(OutcomeKind::NoFinalCommitment, TODAY)]).commitment.unwrap().what, Commitment::Open);
}

#[test]
fn what_came_out_of_an_earlier_round_is_no_answer_for_this_one() {
    let missed = outcome(OutcomeKind::NotReached, date(2024, 1, 31));
    let round = Span { from: Some(date(2024, 4, 1)), until: None };
    assert_eq!(Standing::of(&[&missed], round, &[], &[], TODAY).threshold, None);
}

#[test]
fn built_is_what_was_counted_and_else_what_the_phases_say() {
    let figures = |connected| BuildFigures { base: Some(120), connected: Some(connected), ..BuildFigures::default() };
    let counted =
        |connected| BuildProgress::new(date(2024, 5, 1), Unit::Buildings, figures(connected), source()).unwrap();
    let built = |progress: &[BuildProgress], phases: &[&Phase]| {
        Standing::of(&[], Span::default(), progress, phases, TODAY).built.map(|said| said.what)
    };
    assert_eq!(built(&[counted(120)], &[]), Some(Built::Complete));
    assert_eq!(built(&[counted(7)], &[]), Some(Built::UnderWay { connected: Some(7), base: Some(120) }));
    assert_eq!(built(&[counted(0)], &[]), Some(Built::NotBegun));
    let actual = Dates { start: Some(When::Month(2024, 3)), end: None };
    let phase = Phase {
        campaign: CAMPAIGN,
        area: Some(GRIESHEIM),
        kind: PhaseKind::Construction,
        planned: Dates::default(),
        actual,
        known_on: TODAY,
        source: source(),
    };
    assert_eq!(built(&[], &[&phase]), Some(Built::UnderWay { connected: None, base: None }));
    let planned = Phase { planned: actual, actual: Dates::default(), ..phase };
    assert_eq!(built(&[], &[&planned]), None, "a plan builds nothing");
}
