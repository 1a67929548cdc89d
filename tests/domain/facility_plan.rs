//! The plan of action: which moves ask for a reason, which records keep its rules, what is overdue.

use faserstand_lib::domain::{
    area::Slug,
    facility::{
        Details, FacilityKind,
        inventory::{Dated, Facility},
        plan::{Step, StepError, StepParts, StepState, Strand, Unusual, unusual},
    },
    money::Cents,
    source::Source,
    when::When,
};
use jiff::civil::date;

fn parts(state: StepState) -> StepParts {
    StepParts {
        strand: Strand::Line,
        state,
        reached: Some(When::Day(date(2023, 11, 20))),
        next_planned: None,
        responsible: Some("Schulverwaltung".to_owned()),
        cost: Cents::new(123_456).ok(),
        note: None,
        source: Source { name: "Handlungsplan".to_owned(), published_on: None },
    }
}

#[test]
fn the_next_state_needs_no_reason() {
    for pair in StepState::ALL.windows(2) {
        assert_eq!(unusual(Some(pair[0]), pair[1]), None);
    }
}

#[test]
fn a_first_record_says_only_where_a_strand_was_found() {
    for state in StepState::ALL {
        assert_eq!(unusual(None, state), None);
    }
}

#[test]
fn the_same_state_again_is_no_move() {
    assert_eq!(unusual(Some(StepState::Planned), StepState::Planned), None);
}

#[test]
fn skipping_a_state_asks_for_a_reason() {
    assert_eq!(unusual(Some(StepState::Surveyed), StepState::Planned), Some(Unusual::Skips));
    assert_eq!(unusual(Some(StepState::Surveyed), StepState::Active), Some(Unusual::Skips));
}

#[test]
fn going_back_asks_for_a_reason() {
    assert_eq!(unusual(Some(StepState::Active), StepState::UnderConstruction), Some(Unusual::GoesBack));
    assert_eq!(unusual(Some(StepState::Ordered), StepState::Surveyed), Some(Unusual::GoesBack));
}

#[test]
fn what_is_active_has_its_date_and_nothing_after_it() {
    assert!(Step::new(parts(StepState::Active)).is_ok());
    let undated = StepParts { reached: None, ..parts(StepState::Active) };
    assert_eq!(Step::new(undated), Err(StepError::ActiveWithoutDate));
    let goes_on = StepParts { next_planned: Some(When::Years(2024, 2024)), ..parts(StepState::Active) };
    assert_eq!(Step::new(goes_on), Err(StepError::ActiveWithNext));
    assert!(Step::new(StepParts { reached: None, ..parts(StepState::Planned) }).is_ok());
}

#[test]
fn the_next_state_does_not_lie_before_the_reached_one() {
    let before = StepParts { next_planned: Some(When::Month(2023, 10)), ..parts(StepState::Planned) };
    assert_eq!(Step::new(before), Err(StepError::NextBeforeReached));
    let within = StepParts { next_planned: Some(When::Month(2023, 11)), ..parts(StepState::Planned) };
    assert!(Step::new(within).is_ok());
}

#[test]
fn a_stored_step_that_breaks_a_rule_is_not_read() {
    let text = serde_json::to_string(&Step::new(parts(StepState::Active)).unwrap()).unwrap();
    assert_eq!(serde_json::from_str::<Step>(&text).unwrap(), Step::new(parts(StepState::Active)).unwrap());
    let undated = text.replace("\"reached\":\"2023-11-20\",", "");
    assert_ne!(undated, text);
    assert!(serde_json::from_str::<Step>(&undated).is_err());
}

#[test]
fn a_step_is_overdue_when_its_span_is_over() {
    let source = parts(StepState::Planned).source;
    let mut school = Facility::new(
        Slug::of_name("Oken-Gymnasium").unwrap(),
        Details::new("Oken-Gymnasium", FacilityKind::School, source),
    );
    let planned = StepParts { next_planned: Some(When::Month(2023, 12)), ..parts(StepState::Planned) };
    school.steps = vec![Dated { known_on: date(2023, 11, 20), record: Step::new(planned).unwrap() }];
    assert_eq!(school.overdue(date(2023, 12, 31)).count(), 0);
    assert_eq!(school.overdue(date(2024, 1, 1)).count(), 1);
    let active = StepParts { reached: Some(When::Day(date(2023, 12, 20))), ..parts(StepState::Active) };
    school.steps.push(Dated { known_on: date(2024, 1, 2), record: Step::new(active).unwrap() });
    assert_eq!(school.overdue(date(2024, 1, 2)).count(), 0);
    assert_eq!(school.steps_of(Strand::Line).count(), 2);
}
