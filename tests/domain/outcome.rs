//! Outcomes: dated events that take the place of the progress, or do not.

use faserstand_lib::domain::{
    ids::CampaignId,
    outcome::{self, Outcome, OutcomeKind},
    progress::Progress,
    rollout::Rollout,
    status::State,
    when::When,
};
use jiff::civil::date;

use crate::build::{CAMPAIGN, DAY, GRIESHEIM, THIRD, WEIER, counted, griesheim, outcome, record, rollout};

const ALL: [OutcomeKind; 11] = [
    OutcomeKind::Running,
    OutcomeKind::UnderReview,
    OutcomeKind::Reached,
    OutcomeKind::Extended,
    OutcomeKind::NotReached,
    OutcomeKind::SecondRound,
    OutcomeKind::OperatorCommitted,
    OutcomeKind::BuiltAlthoughMissed,
    OutcomeKind::OperatorWithdrew,
    OutcomeKind::NoFinalCommitment,
    OutcomeKind::Stopped,
];

/// Griesheim with 407 of 1 233 households, a third, and these outcomes on the first days of November.
fn state(kinds: &[OutcomeKind]) -> State {
    griesheim(&with(kinds)).state(THIRD)
}

fn with(kinds: &[OutcomeKind]) -> Rollout {
    let day = |index| date(2023, 11, 1 + i8::try_from(index).unwrap());
    let outcomes = kinds.iter().enumerate().map(|(index, kind)| outcome(*kind, day(index))).collect();
    Rollout { readings: vec![record(1, counted(407, 1233))], outcomes, ..rollout() }
}

#[test]
fn a_running_campaign_an_extension_and_a_second_round_leave_the_progress_as_it_is() {
    for kind in ALL {
        let leaves = [OutcomeKind::Running, OutcomeKind::Extended, OutcomeKind::SecondRound].contains(&kind);
        let expected = if leaves { State::Running(Progress::Reached) } else { State::CameOut(kind) };
        assert_eq!(state(&[kind]), expected);
    }
    assert_eq!(state(&[]), State::Running(Progress::Reached));
}

#[test]
fn the_last_outcome_counts() {
    assert_eq!(
        state(&[OutcomeKind::UnderReview, OutcomeKind::NotReached, OutcomeKind::BuiltAlthoughMissed]),
        State::CameOut(OutcomeKind::BuiltAlthoughMissed)
    );
    assert_eq!(state(&[OutcomeKind::NotReached, OutcomeKind::SecondRound]), State::Running(Progress::Reached));
    assert_eq!(state(&[OutcomeKind::UnderReview, OutcomeKind::Running]), State::Running(Progress::Reached));
}

#[test]
fn an_extension_is_an_additional_mark() {
    let marked = griesheim(&with(&[OutcomeKind::UnderReview, OutcomeKind::Extended]));
    assert!(marked.extended);
    assert_eq!(marked.state(THIRD), State::CameOut(OutcomeKind::UnderReview));
    assert!(!griesheim(&with(&[OutcomeKind::UnderReview])).extended);
}

#[test]
fn threshold_commitment_and_building_are_three_facts_that_may_disagree() {
    let reached_but_withdrawn = griesheim(&with(&[OutcomeKind::Reached, OutcomeKind::OperatorWithdrew]));
    assert_eq!(reached_but_withdrawn.state(THIRD), State::CameOut(OutcomeKind::OperatorWithdrew));
    assert_eq!(Progress::of(reached_but_withdrawn.current.as_ref(), THIRD), Progress::Reached);
}

#[test]
fn an_area_has_its_own_outcomes_and_those_of_its_whole_campaign_in_order() {
    let of_weier = Outcome { area: Some(WEIER), ..outcome(OutcomeKind::Stopped, DAY) };
    let of_all = Outcome { area: None, ..outcome(OutcomeKind::NoFinalCommitment, date(2024, 7, 1)) };
    let of_other = Outcome { campaign: CampaignId(9), ..outcome(OutcomeKind::Stopped, DAY) };
    let own = outcome(OutcomeKind::UnderReview, date(2024, 1, 1));
    let outcomes = [of_weier, of_all.clone(), of_other, own.clone()];
    assert_eq!(outcome::of_area(&outcomes, CAMPAIGN, GRIESHEIM), [&own, &of_all]);
}

#[test]
fn a_month_stands_at_its_beginning_and_of_one_day_the_later_known_comes_last() {
    let of_july = Outcome { when: When::Month(2024, 7), ..outcome(OutcomeKind::NoFinalCommitment, date(2024, 7, 20)) };
    let of_july_2 = outcome(OutcomeKind::UnderReview, date(2024, 7, 2));
    let later_known = Outcome { known_on: date(2024, 9, 1), ..of_july.clone() };
    let outcomes = [of_july_2.clone(), later_known.clone(), of_july.clone()];
    assert_eq!(outcome::of_area(&outcomes, CAMPAIGN, GRIESHEIM), [&of_july, &later_known, &of_july_2]);
}
