//! What happened and what comes, for the town and for one area, and what of it is known on a day.

use faserstand_lib::domain::{
    agreement::Agreement,
    campaign::Campaign,
    decision::Decision,
    event::Event,
    ids::{AreaId, OperatorId},
    measure::{Measure, MeasureKind},
    operator::Operator,
    outcome::{Outcome, OutcomeKind},
    phase::{Dates, Phase, PhaseKind},
    rollout::Rollout,
    timeline::{Entry, Happening, newest},
    when::When,
};
use jiff::civil::{Date, date};

use crate::build::{self, CAMPAIGN, DAY, GRIESHEIM, WEIER, campaign, offenburg_deadlines, outcome, rollout, source};

fn agreement(areas: Vec<AreaId>) -> Agreement {
    Agreement { areas, ..build::agreement() }
}

fn measure(areas: Vec<AreaId>, when: When, known_on: Date) -> Measure {
    Measure { kind: MeasureKind::Bulletin, when, areas, known_on, ..build::measure() }
}

fn event(areas: Vec<AreaId>, text: &str) -> Event {
    Event {
        when: When::Month(2023, 10),
        known_on: date(2023, 10, 31),
        text: text.to_owned(),
        areas,
        strand: None,
        source: source(),
    }
}

/// Offenburg's dated records: two concern one district, the rest concern all.
fn eventful() -> Rollout {
    let resolved = Decision {
        day: date(2023, 5, 15),
        body: "Gemeinderat".to_owned(),
        text: "beschließt den Ausbau".to_owned(),
        document: None,
        areas: Vec::new(),
        link: None,
        source: source(),
    };
    let all = Outcome { area: None, ..outcome(OutcomeKind::NoFinalCommitment, date(2024, 7, 1)) };
    let phase = Phase {
        campaign: CAMPAIGN,
        area: None,
        kind: PhaseKind::DemandAggregation,
        planned: Dates::default(),
        actual: Dates::default(),
        known_on: date(2023, 9, 4),
        source: source(),
    };
    Rollout {
        operators: vec![Operator {
            id: OperatorId(1),
            slug: "deutsche-glasfaser".to_owned().try_into().unwrap(),
            name: "Deutsche Glasfaser".to_owned(),
        }],
        campaigns: vec![Campaign { deadlines: offenburg_deadlines(), ..campaign() }],
        facts: vec![resolved.into()],
        agreements: vec![agreement(Vec::new())],
        measures: vec![measure(vec![WEIER], When::Day(date(2023, 10, 5)), date(2023, 10, 5))],
        events: vec![event(Vec::new(), "Alle"), event(vec![GRIESHEIM], "Griesheim")],
        outcomes: vec![outcome(OutcomeKind::UnderReview, date(2024, 1, 1)), all],
        phases: vec![phase],
        ..rollout()
    }
}

/// The timeline in short: the first day of each entry and what it is.
fn told(entries: &[Entry]) -> Vec<String> {
    let short = |what: &Happening| match what {
        Happening::Decided { body, .. } => body.clone(),
        Happening::Agreed { partner, .. } => partner.clone(),
        Happening::Opened { operator, .. } => format!("opened by {operator}"),
        Happening::Deadline { earlier, .. } => format!("deadline after {}", earlier.len()),
        Happening::CameOut { kind, .. } => format!("{kind:?}"),
        Happening::Measure { kind, .. } => format!("{kind:?}"),
        Happening::Fact { text } => text.clone(),
        other => format!("{other:?}"),
    };
    entries.iter().map(|entry| format!("{} {}", entry.when.first_day(), short(&entry.what))).collect()
}

#[test]
fn the_town_tells_what_concerns_more_than_one_area_in_order() {
    let expected = [
        "2023-05-15 Gemeinderat",
        "2023-06-16 Deutsche Glasfaser",
        "2023-09-04 opened by Deutsche Glasfaser",
        "2023-10-01 Alle",
        "2023-12-31 deadline after 2",
        "2024-07-01 NoFinalCommitment",
    ];
    assert_eq!(told(&eventful().town_status(DAY).timeline), expected);
}

#[test]
fn of_the_past_the_newest_stay_and_all_that_is_ahead() {
    let town = || eventful().town_status(DAY).timeline;
    let expected = [
        "2023-09-04 opened by Deutsche Glasfaser",
        "2023-10-01 Alle",
        "2023-12-31 deadline after 2",
        "2024-07-01 NoFinalCommitment",
    ];
    assert_eq!(told(&newest(town(), 2, DAY)), expected);
    assert_eq!(newest(town(), 4, DAY), town(), "there are no more than four");
    assert_eq!(told(&newest(town(), 0, DAY)), expected[2..]);
}

#[test]
fn an_area_tells_what_concerns_it_and_what_concerns_all() {
    let expected = [
        "2023-05-15 Gemeinderat",
        "2023-06-16 Deutsche Glasfaser",
        "2023-09-04 opened by Deutsche Glasfaser",
        "2023-10-01 Alle",
        "2023-10-01 Griesheim",
        "2023-12-31 deadline after 2",
        "2024-01-01 UnderReview",
        "2024-07-01 NoFinalCommitment",
    ];
    let report = eventful().area_report("griesheim", DAY).unwrap();
    assert_eq!(told(&report.timeline), expected);
    assert!(report.measures.is_empty(), "Weier's bulletin did not reach Griesheim");
    assert_eq!(report.outcomes.len(), 2);
    assert_eq!(report.phases.len(), 1);
    assert_eq!(report.agreements[0].1, "Deutsche Glasfaser");
    let ahead: Vec<_> = report.timeline.iter().filter(|entry| entry.is_ahead(DAY)).collect();
    assert_eq!(ahead.len(), 3);
}

#[test]
fn on_the_tenth_of_november_nothing_later_is_known() {
    let expected = [
        "2023-05-15 Gemeinderat",
        "2023-06-16 Deutsche Glasfaser",
        "2023-09-04 opened by Deutsche Glasfaser",
        "2023-10-01 Alle",
        "2023-11-25 deadline after 1",
    ];
    assert_eq!(told(&eventful().known_on(DAY).town_status(DAY).timeline), expected);
}

#[test]
fn before_anything_was_decided_nothing_is_known() {
    let known = eventful().known_on(date(2023, 5, 14));
    assert!(known.facts.is_empty() && known.agreements.is_empty() && known.measures.is_empty());
    assert!(known.events.is_empty() && known.outcomes.is_empty() && known.phases.is_empty());
    assert_eq!(known.areas, eventful().areas);
}

#[test]
fn to_know_a_day_twice_is_to_know_it_once() {
    let known = eventful().known_on(DAY);
    assert_eq!(known.clone().known_on(DAY), known);
}

#[test]
fn measures_of_an_area_stand_in_the_order_of_their_days() {
    let days = [When::Day(date(2023, 10, 5)), When::Month(2023, 10), When::Day(date(2023, 9, 20))];
    let measures = days.map(|when| measure(Vec::new(), when, DAY)).to_vec();
    let report = Rollout { measures, ..rollout() }.area_report("weier", DAY).unwrap();
    let days: Vec<_> = report.measures.iter().map(|measure| measure.when.to_string()).collect();
    assert_eq!(days, ["2023-09-20", "2023-10", "2023-10-05"]);
}

#[test]
fn an_unknown_operator_has_no_name_rather_than_a_wrong_one() {
    assert_eq!(eventful().operator_name(OperatorId(9)), "");
}

#[test]
fn what_happens_today_is_no_longer_ahead() {
    let entry = Entry::from(event(Vec::new(), "Alle"));
    assert!(entry.is_ahead(date(2023, 9, 30)));
    assert!(!entry.is_ahead(date(2023, 10, 1)), "a month has begun on its first day");
}
