//! The order of the areas and their places.

use faserstand_lib::domain::{
    amount::Amount::{About, AtLeast, Exact, LessThan, Range},
    campaign::Target,
    gap::Gap,
    outcome::OutcomeKind,
    progress::Progress,
    reading::{Reading, Value},
    status::{AreaStatus, State, ranked},
};

use crate::build::{
    DAY, THIRD, basis_points, campaign, campaign_status, contracts, counted, outcome, percent, reading, silence,
    stated, status,
};

fn places(areas: Vec<AreaStatus>, target: Target) -> Vec<(String, Option<u32>)> {
    ranked(areas, target).into_iter().map(|area| (area.name, area.place)).collect()
}

fn ranking(readings: Vec<(&str, Reading)>, target: Target) -> Vec<(String, Option<u32>)> {
    places(readings.into_iter().map(|(name, reading)| status(name, Some(reading))).collect(), target)
}

fn order(expected: &[(&str, u32)]) -> Vec<(String, Option<u32>)> {
    expected.iter().map(|(name, place)| ((*name).to_owned(), (*place > 0).then_some(*place))).collect()
}

#[test]
fn the_highest_share_leads_not_the_highest_count() {
    // 407 / 1 233 = 33.0 %, 200 / 500 = 40 %
    let areas = vec![("Griesheim", counted(407, 1233)), ("Weier", counted(200, 500))];
    assert_eq!(ranking(areas, THIRD), order(&[("Weier", 1), ("Griesheim", 2)]));
}

#[test]
fn ties_share_a_place_stand_by_name_and_the_next_place_is_skipped() {
    // 200 / 500 = 80 / 200 = 40 %, the third says "40 %"
    let areas = vec![
        ("Zunsweier", counted(80, 200)),
        ("Weier", counted(100, 500)),
        ("Griesheim", counted(200, 500)),
        ("Windschläg", stated(Exact(percent(40)))),
    ];
    let expected = order(&[("Griesheim", 1), ("Windschläg", 1), ("Zunsweier", 1), ("Weier", 4)]);
    assert_eq!(ranking(areas, THIRD), expected);
}

#[test]
fn shares_that_only_print_alike_are_no_tie() {
    // 333 / 1 009 = 33.0030 %, 332 / 1 006 = 33.0020 %: both print "33,0 %".
    let areas = vec![("Griesheim", counted(332, 1006)), ("Weier", counted(333, 1009))];
    assert_eq!(ranking(areas, THIRD), order(&[("Weier", 1), ("Griesheim", 2)]));
}

#[test]
fn the_closest_two_shares_of_real_areas_are_told_apart() {
    // 29 999 / 30 000 and 29 998 / 29 999 differ by 1 / (30 000 · 29 999), about 1.1 billionths.
    let areas = vec![("Griesheim", counted(29_998, 29_999)), ("Weier", counted(29_999, 30_000))];
    assert_eq!(ranking(areas, THIRD), order(&[("Weier", 1), ("Griesheim", 2)]));
}

#[test]
fn below_fifteen_percent_stands_directly_below_fifteen() {
    let areas = vec![
        ("Bühl", stated(LessThan(percent(15)))),
        ("Griesheim", stated(Exact(percent(15)))),
        ("Rammersweier", stated(LessThan(percent(15)))),
        ("Weier", stated(Exact(basis_points(1499)))),
    ];
    let expected = order(&[("Griesheim", 1), ("Bühl", 2), ("Rammersweier", 2), ("Weier", 4)]);
    assert_eq!(ranking(areas, THIRD), expected);
}

#[test]
fn a_range_stands_by_its_middle_and_at_least_and_about_by_their_number() {
    let areas = vec![
        ("Mitte 12,5", stated(Range(percent(10), percent(15)))),
        ("Etwa 12", stated(About(percent(12)))),
        ("Mindestens 13", stated(AtLeast(percent(13)))),
        ("Auch 12,5", counted(125, 1000)),
    ];
    let expected = order(&[("Mindestens 13", 1), ("Auch 12,5", 2), ("Mitte 12,5", 2), ("Etwa 12", 4)]);
    assert_eq!(ranking(areas, THIRD), expected);
}

#[test]
fn counts_of_every_exactness_have_a_place() {
    // Of 1 000 households each: 300; fewer than 300; 280 to 300, middle 290; at least 285.
    let areas = vec![
        ("Genau", contracts(Exact(300), 1000)),
        ("Unter", contracts(LessThan(300), 1000)),
        ("Spanne", contracts(Range(280, 300), 1000)),
        ("Mindestens", contracts(AtLeast(285), 1000)),
    ];
    let expected = order(&[("Genau", 1), ("Unter", 2), ("Spanne", 3), ("Mindestens", 4)]);
    assert_eq!(ranking(areas, THIRD), expected);
}

#[test]
fn areas_without_a_quota_follow_without_a_place_and_silence_comes_last() {
    let no_base = |count| reading(Value::Contracts(Exact(count)), None);
    let areas = vec![
        status("Still", None),
        status("Auch still", Some(silence())),
        status("Wenige", Some(no_base(20))),
        status("Viele", Some(no_base(900))),
        status("Null", Some(counted(0, 1233))),
    ];
    let expected = order(&[("Null", 1), ("Viele", 0), ("Wenige", 0), ("Auch still", 0), ("Still", 0)]);
    assert_eq!(places(areas, THIRD), expected);
}

#[test]
fn against_a_number_of_contracts_the_count_ranks_and_a_percentage_has_no_place() {
    let areas = vec![
        status("Gewerbegebiet 1", Some(counted(18, 20))),
        status("Gewerbegebiet 2", Some(reading(Value::Contracts(Exact(19)), None))),
        status("Gewerbegebiet 3", Some(stated(Exact(percent(95))))),
        status("Gewerbegebiet 4", None),
    ];
    let expected =
        order(&[("Gewerbegebiet 2", 1), ("Gewerbegebiet 1", 2), ("Gewerbegebiet 3", 0), ("Gewerbegebiet 4", 0)]);
    assert_eq!(places(areas.clone(), Target::Count(20)), expected);
    let turned = areas.into_iter().rev().collect();
    assert_eq!(places(turned, Target::Count(20)), expected, "a number that cannot be measured is still a number");
}

#[test]
fn without_a_published_target_the_shares_still_rank() {
    let areas = vec![("Griesheim", counted(407, 1233)), ("Weier", counted(200, 500))];
    assert_eq!(ranking(areas, Target::OperatorDecision), order(&[("Weier", 1), ("Griesheim", 2)]));
}

#[test]
fn nobody_to_rank_is_an_empty_ranking() {
    assert_eq!(places(Vec::new(), THIRD), []);
}

#[test]
fn an_outcome_takes_the_place_of_the_progress_but_not_of_the_gap() {
    let mut missed = status("Griesheim", Some(counted(300, 1233)));
    assert_eq!(missed.state(THIRD), State::Running(Progress::Below));
    missed.outcome = Some(outcome(OutcomeKind::BuiltAlthoughMissed, DAY));
    assert_eq!(missed.state(THIRD), State::CameOut(OutcomeKind::BuiltAlthoughMissed));
    // 407 − 300 = 107: threshold missed and network built are two facts.
    assert_eq!(missed.gap(THIRD), Some(Gap::Missing(Exact(107))));
}

#[test]
fn states_are_counted_per_campaign() {
    let campaign = campaign_status(
        campaign(),
        vec![
            status("Griesheim", Some(counted(407, 1233))),
            status("Weier", Some(counted(400, 1233))),
            status("Bühl", Some(stated(LessThan(percent(15))))),
            status("Still", None),
        ],
    );
    let count = |progress| campaign.count(State::Running(progress));
    assert_eq!(count(Progress::Reached), 1);
    assert_eq!(count(Progress::Close), 1);
    assert_eq!(count(Progress::Below), 1);
    assert_eq!(count(Progress::None), 1);
    assert_eq!(campaign.as_of(), Some(DAY));
}

#[test]
fn only_exact_gaps_are_added_up_and_the_rest_is_counted_as_unknown() {
    let campaign = campaign_status(
        campaign(),
        vec![
            status("Griesheim", Some(counted(450, 1233))),
            status("Weier", Some(counted(400, 1233))),
            status("Bohlsbach", Some(counted(300, 1233))),
            status("Bühl", Some(stated(LessThan(percent(15))))),
            status("Rammersweier", Some(contracts(About(300), 1233))),
            status("Still", None),
        ],
    );
    // 7 + 107 = 114 missing; Griesheim has 43 too many, which help nobody else.
    let missing = campaign.missing_in_all();
    assert_eq!((missing.areas, missing.contracts, missing.unknown), (2, 114, 3));
}
