//! Build progress: each step lies within the one before it, and none reaches further than there is.

use faserstand_lib::domain::{
    build_progress::{
        BuildFigures, BuildProgress, BuildProgressError,
        BuildStep::{Activated, Connected, Passed, Prepared},
        current, newest_figures,
    },
    campaign::Unit,
};
use jiff::civil::{Date, date};
use serde_json::json;

use crate::build::source;

const JUNE: Date = date(2024, 6, 30);
const SEPTEMBER: Date = date(2024, 9, 30);

fn figures(base: u32, steps: [Option<u32>; 4]) -> BuildFigures {
    let [passed, prepared, connected, activated] = steps;
    BuildFigures { base: Some(base), passed, prepared, connected, activated }
}

fn progress(as_of: Date, figures: BuildFigures) -> Result<BuildProgress, BuildProgressError> {
    BuildProgress::new(as_of, Unit::Buildings, figures, source())
}

#[test]
fn each_step_lies_within_the_one_before_it() {
    let of = |steps| progress(JUNE, figures(120, steps)).map(|_| ());
    assert_eq!(of([Some(100), Some(80), Some(40), Some(12)]), Ok(()));
    assert_eq!(of([Some(120), Some(120), Some(120), Some(120)]), Ok(()), "all of it, at every step");
    let not_within = |inner, inner_count, outer, outer_count| {
        Err(BuildProgressError::NotWithin { inner, inner_count, outer, outer_count })
    };
    assert_eq!(of([Some(79), Some(80), Some(40), Some(12)]), not_within(Prepared, 80, Passed, 79));
    assert_eq!(of([Some(100), Some(80), Some(40), Some(41)]), not_within(Activated, 41, Connected, 40));
}

#[test]
fn a_missing_figure_is_skipped_and_is_not_zero() {
    let of = |steps| progress(JUNE, figures(120, steps)).map(|_| ());
    assert_eq!(of([None, None, Some(40), None]), Ok(()));
    let (inner, outer) = (Connected, Passed);
    let expected = BuildProgressError::NotWithin { inner, inner_count: 101, outer, outer_count: 100 };
    assert_eq!(of([Some(100), None, Some(101), None]), Err(expected), "held against the next one that is known");
    assert_eq!(of([None; 4]), Err(BuildProgressError::Empty));
}

#[test]
fn no_step_reaches_further_than_there_is() {
    let above = progress(JUNE, figures(120, [Some(121), None, None, None]));
    assert_eq!(above, Err(BuildProgressError::MoreThanBase { step: Passed, count: 121, base: 120 }));
    let nothing = progress(JUNE, figures(0, [Some(0), None, None, None]));
    assert_eq!(nothing, Err(BuildProgressError::NoBase));
    let unknown = BuildFigures { base: None, passed: Some(121), ..BuildFigures::default() };
    assert!(progress(JUNE, unknown).is_ok(), "without a base there is nothing to exceed");
}

#[test]
fn figures_that_contradict_each_other_do_not_come_in() {
    let record = |connected: u32| {
        json!({ "as_of": "2024-06-30", "unit": "buildings",
        "figures": { "base": 120, "passed": 80, "connected": connected }, "source": { "name": "Baubericht" } })
    };
    let read = |connected| serde_json::from_value::<BuildProgress>(record(connected));
    assert_eq!(read(80).unwrap().figures().of(Connected), Some(80));
    assert_eq!(read(81).unwrap_err().to_string(), "81 Connected are more than 80 Passed");
    let known = read(80).unwrap();
    assert_eq!(serde_json::from_value::<BuildProgress>(serde_json::to_value(&known).unwrap()).unwrap(), known);
}

#[test]
fn the_newest_day_holds_and_of_one_day_the_record_that_came_last() {
    let first = progress(SEPTEMBER, figures(120, [Some(100), None, Some(40), None])).unwrap();
    let late = progress(JUNE, figures(120, [Some(60), Some(30), None, None])).unwrap();
    let better = progress(SEPTEMBER, figures(120, [Some(101), None, Some(40), None])).unwrap();
    let records = [first.clone(), late.clone()];
    assert_eq!(current(&records), Some(&first), "entered late, it is still of June");
    assert_eq!(current([&first, &late, &better]), Some(&better));
    // What the newest record leaves out is known from June.
    let told: Vec<_> = newest_figures(&records).into_iter().map(|(step, count, of)| (step, count, of.as_of)).collect();
    assert_eq!(told, [(Passed, 100, SEPTEMBER), (Prepared, 30, JUNE), (Connected, 40, SEPTEMBER)]);
}

#[test]
fn complete_is_what_is_connected_everywhere() {
    let of = |connected| progress(JUNE, figures(120, [Some(120), None, Some(connected), None])).unwrap();
    assert!(of(120).is_complete() && !of(119).is_complete());
    let unknown = BuildFigures { connected: Some(120), ..BuildFigures::default() };
    assert!(!progress(JUNE, unknown).unwrap().is_complete(), "of how many nobody says");
    assert_eq!(progress(JUNE, figures(120, [Some(0), None, None, None])).unwrap().has_begun(), Some(false));
}
