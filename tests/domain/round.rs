//! Further rounds: a reading counts for the round that had opened, and the first one's result stays.

use faserstand_lib::domain::{
    campaign::{Campaign, Clock, Target},
    due::{Duty, due},
    fact::{Fact, Says},
    gap::Gap,
    outcome::OutcomeKind,
    progress::Progress,
    reading::Stage,
    rollout::Rollout,
    round::{Round, of_area, running},
    standing::Threshold,
    status::State,
    subject::Subject,
};
use jiff::civil::{Date, date};

use crate::build::{CAMPAIGN, GRIESHEIM, WEIER, campaign, deadline, on, outcome, percent, record, rollout, source};

const OPENS: Date = date(2024, 2, 1);
const TODAY: Date = date(2024, 2, 20);
const FORTY: Target = Target::Share(percent(40));

fn second(target: Option<Target>) -> Round {
    let (deadline, note) = (date(2024, 3, 31), None);
    Round { campaign: CAMPAIGN, areas: vec![GRIESHEIM], opened_on: OPENS, deadline, target, note, source: source() }
}

fn said(round: Round, known_on: Date) -> Fact {
    Fact { subject: Subject::Area("griesheim".to_owned().try_into().unwrap()), known_on, says: Says::Round(round) }
}

/// Griesheim missed 33 % with 300 of 1 233 households by 31 December and is in a second round with 120 so far; Weier
/// is in the first.
fn town(target: Option<Target>) -> Rollout {
    let deadlines = vec![deadline(date(2023, 12, 31), date(2023, 9, 4))];
    Rollout {
        campaigns: vec![Campaign { deadlines, ..campaign() }],
        readings: vec![
            record(1, on(date(2023, 12, 29), Stage::Net, 300)),
            record(2, on(date(2024, 2, 16), Stage::Net, 120)),
        ],
        outcomes: vec![outcome(OutcomeKind::NotReached, date(2024, 1, 10))],
        facts: vec![said(second(target), date(2024, 1, 25))],
        ..rollout()
    }
}

#[test]
fn a_reading_counts_for_the_round_that_had_opened() {
    let report = town(None).area_report("griesheim", TODAY).unwrap();
    let (status, area) = report.status().unwrap();
    assert_eq!(area.round.as_ref().unwrap().number, 2);
    assert_eq!(area.current.as_ref().unwrap().as_of, date(2024, 2, 16));
    // 33 % of 1 233 are 407; 120 of them are there.
    assert!(matches!(area.gap(status.campaign.target), Some(Gap::Missing(_))));
    assert_eq!(
        area.state(status.campaign.target),
        State::Running(Progress::Below),
        "the first round is over, not this"
    );
    assert_eq!(status.campaign.clock(TODAY), Clock::DaysLeft(40)); // 9 days of February, 31 of March
    assert_eq!(report.standing.threshold, None, "missed was the first round");
}

#[test]
fn the_result_of_the_first_round_stays_visible() {
    let report = town(Some(FORTY)).area_report("griesheim", TODAY).unwrap();
    assert_eq!(report.rounds.len(), 1);
    let first = &report.rounds[0];
    assert_eq!((first.number, first.target), (1, Target::Share(percent(33))));
    assert_eq!(first.last.as_ref().unwrap().as_of, date(2023, 12, 29));
    assert_eq!(first.outcome.as_ref().unwrap().kind, OutcomeKind::NotReached);
    assert_eq!(report.history.len(), 2, "all readings stand in the table");
}

#[test]
fn a_round_may_have_a_target_of_its_own() {
    let status = town(Some(FORTY)).town_status(TODAY);
    let area = status.campaigns[0].areas.iter().find(|area| area.id == GRIESHEIM).unwrap();
    assert_eq!(area.target(status.campaigns[0].campaign.target), FORTY);
    // 40 % of 1 233 are 493.2, so 494; 374 are missing to it, not 287.
    let expected = Some(Gap::Missing(faserstand_lib::domain::amount::Amount::Exact(374)));
    assert_eq!(area.gap(status.campaigns[0].campaign.target), expected);
}

#[test]
fn before_its_opening_and_before_it_is_known_a_round_changes_nothing() {
    let ahead = town(None).area_report("griesheim", date(2024, 1, 31)).unwrap();
    let (status, area) = ahead.status().unwrap();
    assert_eq!(area.round, None);
    assert_eq!(area.state(status.campaign.target), State::CameOut(OutcomeKind::NotReached));
    assert_eq!(ahead.standing.threshold.unwrap().what, Threshold::Missed);
    assert!(town(None).known_on(date(2024, 1, 24)).rounds().is_empty());
}

#[test]
fn the_rounds_of_a_campaign_are_parts_of_their_own() {
    let status = town(None).town_status(TODAY);
    assert_eq!(status.campaigns.len(), 1, "one campaign");
    let parts = status.campaigns[0].by_round();
    let told: Vec<_> = parts
        .iter()
        .map(|part| (part.round(), part.areas_in_all, part.areas[0].name.as_str(), part.campaign.opened_on))
        .collect();
    assert_eq!(told, [(None, 1, "Weier", Some(date(2023, 9, 4))), (Some(2), 1, "Griesheim", Some(OPENS))]);
    let all = status.by_round();
    let deadlines: Vec<_> = due(&all, &[], None, &[])
        .into_iter()
        .filter(|due| matches!(due.duty, Duty::Deadline(_)))
        .map(|due| due.day)
        .collect();
    assert_eq!(deadlines, [date(2024, 3, 31)], "the second round's deadline is due too");
}

#[test]
fn of_two_rounds_with_one_opening_the_one_recorded_last_holds() {
    let longer = Round { deadline: date(2024, 4, 30), ..second(None) };
    let third = Round { opened_on: date(2024, 6, 1), deadline: date(2024, 8, 31), ..second(None) };
    let rounds = [second(None), third.clone(), longer.clone()];
    let ours = of_area(&rounds, CAMPAIGN, GRIESHEIM);
    assert_eq!(ours, [&longer, &third]);
    assert_eq!(running(&ours, TODAY), Some((2, &longer)));
    assert_eq!(running(&ours, date(2024, 7, 1)), Some((3, &third)));
    assert_eq!(running(&ours, date(2024, 1, 31)), None);
    assert!(of_area(&rounds, CAMPAIGN, WEIER).is_empty());
    assert!(Says::Round(longer).replaces(&Says::Round(second(None))));
    assert!(!Says::Round(third).replaces(&Says::Round(second(None))));
}
