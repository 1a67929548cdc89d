//! The phases of a build.

use faserstand_lib::domain::{
    ids::{AreaId, CampaignId},
    phase::{self, Dates, Phase, PhaseKind, PhaseState},
    when::When,
};
use jiff::civil::date;

use crate::build::{CAMPAIGN, DAY, GRIESHEIM, WEIER, source};

fn phase(kind: PhaseKind, area: Option<AreaId>, actual: Dates) -> Phase {
    Phase { campaign: CAMPAIGN, area, kind, planned: Dates::default(), actual, known_on: DAY, source: source() }
}

fn dates(start: Option<When>, end: Option<When>) -> Dates {
    Dates { start, end }
}

#[test]
fn a_phase_runs_from_its_first_day_to_the_end_of_its_last() {
    let whole = dates(Some(When::Day(date(2023, 9, 4))), Some(When::Day(date(2023, 12, 31))));
    let aggregation = phase(PhaseKind::DemandAggregation, None, whole);
    assert_eq!(aggregation.state(date(2023, 9, 3)), PhaseState::Ahead);
    assert_eq!(aggregation.state(date(2023, 9, 4)), PhaseState::Running);
    assert_eq!(aggregation.state(date(2023, 12, 31)), PhaseState::Running);
    assert_eq!(aggregation.state(date(2024, 1, 1)), PhaseState::Done);
}

#[test]
fn a_month_may_have_begun_on_its_first_day_and_is_over_after_its_last() {
    let whole = dates(Some(When::Month(2024, 2)), Some(When::Month(2024, 2)));
    let planning = phase(PhaseKind::Planning, None, whole);
    assert_eq!(planning.state(date(2024, 1, 31)), PhaseState::Ahead);
    assert_eq!(planning.state(date(2024, 2, 1)), PhaseState::Running);
    assert_eq!(planning.state(date(2024, 2, 29)), PhaseState::Running);
    assert_eq!(planning.state(date(2024, 3, 1)), PhaseState::Done);
}

#[test]
fn a_plan_alone_starts_nothing() {
    let planned = dates(Some(When::Years(2024, 2024)), Some(When::Years(2025, 2025)));
    let construction = Phase { planned, ..phase(PhaseKind::Construction, None, Dates::default()) };
    assert_eq!(construction.state(date(2024, 6, 1)), PhaseState::Ahead);
    assert_eq!(construction.state(date(2030, 1, 1)), PhaseState::Ahead);
}

#[test]
fn an_end_without_a_known_beginning_is_an_end() {
    let ended = phase(PhaseKind::Review, None, dates(None, Some(When::Day(DAY))));
    assert_eq!(ended.state(date(2023, 11, 11)), PhaseState::Done);
}

#[test]
fn the_newest_record_of_a_phase_replaces_the_older_ones() {
    let older = phase(PhaseKind::Planning, None, Dates::default());
    let newer = Phase { known_on: date(2024, 1, 15), ..older.clone() };
    let phases = [newer.clone(), older];
    assert_eq!(phase::of_area(&phases, CAMPAIGN, GRIESHEIM), [&newer]);
}

#[test]
fn an_areas_own_record_goes_before_the_campaigns_even_if_it_is_older() {
    let own = phase(PhaseKind::Construction, Some(GRIESHEIM), Dates::default());
    let of_all = Phase { known_on: date(2024, 1, 15), area: None, ..own.clone() };
    let of_other = Phase { campaign: CampaignId(9), ..of_all.clone() };
    let phases = [own.clone(), of_all.clone(), of_other];
    assert_eq!(phase::of_area(&phases, CAMPAIGN, GRIESHEIM), [&own]);
    assert_eq!(phase::of_area(&phases, CAMPAIGN, WEIER), [&of_all]);
}

#[test]
fn phases_come_in_the_order_of_the_build() {
    let phases: Vec<_> = PhaseKind::ALL.iter().rev().map(|kind| phase(*kind, None, Dates::default())).collect();
    let kinds: Vec<_> = phase::of_area(&phases, CAMPAIGN, GRIESHEIM).iter().map(|phase| phase.kind).collect();
    assert_eq!(kinds, PhaseKind::ALL);
    assert!(PhaseKind::ALL.is_sorted());
}
