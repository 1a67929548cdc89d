//! What is due, on 10 November 2023 and around it.

use faserstand_lib::domain::{
    agreement::Agreement,
    campaign::Campaign,
    due::{Duty, Lack, due},
    funding::{DeadlineKind, Funding, FundingDeadline, Part},
    outcome::OutcomeKind,
    reading::Stage::Checked,
    remark::Waiting,
    status::{AreaStatus, CampaignStatus, TownStatus},
};
use jiff::civil::{Date, date};

use crate::{
    build::{self, DAY, campaign, campaign_status, deadline, on, outcome, status},
    funding_example::{deadline as funding_deadline, schools},
};

fn town(areas: Vec<AreaStatus>, ends: Option<Date>, today: Date) -> TownStatus {
    let deadlines = ends.map(|day| deadline(day, date(2023, 9, 4))).into_iter().collect();
    let campaigns = vec![campaign_status(Campaign { deadlines, ..campaign() }, areas)];
    TownStatus { town: "Offenburg".to_owned(), today, sample: false, campaigns, timeline: Vec::new() }
}

/// What is due with its day: "Stale 2023-11-10 A B".
fn told(town: &TownStatus, agreements: &[(Agreement, String)]) -> Vec<String> {
    told_with(town, agreements, None)
}

/// The same where remarks of citizens wait.
fn told_with(town: &TownStatus, agreements: &[(Agreement, String)], waiting: Option<Waiting>) -> Vec<String> {
    let names = |areas: &[&AreaStatus]| areas.iter().map(|area| format!(" {}", area.name)).collect::<String>();
    let told = |duty: &Duty, day: Date| match duty {
        Duty::Ask(lack, _, areas) => format!("{lack:?} {day}{}", names(areas)),
        Duty::Deadline(_) => format!("Deadline {day}"),
        Duty::Result(_, areas) => format!("Result {day}{}", names(areas)),
        Duty::AgreementEnds(_, partner) => format!("AgreementEnds {day} {partner}"),
        Duty::Remarks(waiting) => format!("Remarks {day} {}", waiting.remarks),
        Duty::Funding(of, deadline) => format!("Funding {day} {} {:?}", of.application.title, deadline.kind),
    };
    due(town, agreements, waiting, &[]).iter().map(|due| told(&due.duty, due.day)).collect()
}

fn counted(name: &str, day: Date) -> AreaStatus {
    status(name, Some(on(day, Checked, 302)))
}

#[test]
fn a_number_is_stale_from_the_eighth_day_on() {
    let third = date(2023, 11, 3);
    // Due again on the 10th; on that day itself it is seven days old and not stale.
    assert_eq!(told(&town(vec![counted("A", third)], None, DAY), &[]), [""; 0]);
    let late = town(vec![counted("A", third), counted("B", DAY)], None, date(2023, 11, 11));
    assert_eq!(told(&late, &[]), ["Stale 2023-11-10 A"]);
}

#[test]
fn the_oldest_of_several_stale_numbers_says_since_when() {
    let stale = town(vec![counted("A", date(2023, 11, 1)), counted("B", date(2023, 10, 20))], None, DAY);
    assert_eq!(told(&stale, &[]), ["Stale 2023-10-27 A B"]);
}

#[test]
fn an_area_that_never_reported_is_due_a_week_after_the_opening() {
    let never = || vec![status("A", None)];
    assert_eq!(told(&town(never(), None, DAY), &[]), ["Never 2023-09-11 A"]);
    assert_eq!(told(&town(never(), None, date(2023, 9, 5)), &[]), ["Never 2023-09-11 A"]);
    // Without an opening it is due now.
    let mut unopened = town(never(), None, DAY);
    unopened.campaigns[0].campaign.opened_on = None;
    assert_eq!(told(&unopened, &[]), ["Never 2023-11-10 A"]);
    // Before the opening nothing is.
    assert_eq!(told(&town(never(), None, date(2023, 9, 3)), &[]), [""; 0]);
}

#[test]
fn a_silent_area_is_asked_again_and_named_once() {
    let silent = |area: AreaStatus| AreaStatus { not_reported_on: Some(date(2023, 11, 8)), ..area };
    let areas = vec![silent(status("A", None)), silent(counted("B", date(2023, 10, 20)))];
    assert_eq!(told(&town(areas, None, DAY), &[]), ["NotReported 2023-11-08 A B"]);
}

#[test]
fn a_deadline_is_ahead_and_today_and_then_a_result_is_missing() {
    let fresh = |today| vec![counted("A", today)];
    let last = date(2023, 11, 25);
    assert_eq!(told(&town(fresh(DAY), Some(last), DAY), &[]), ["Deadline 2023-11-25"]);
    assert_eq!(told(&town(fresh(last), Some(last), last), &[]), ["Deadline 2023-11-25"]);
    // Over: weekly numbers are no longer asked for, the result is.
    let after = date(2023, 12, 24);
    let mut over = town(vec![counted("A", last), counted("B", last)], Some(last), after);
    assert_eq!(told(&over, &[]), ["Result 2023-11-25 A B"]);
    over.campaigns[0].areas[0].outcome = Some(outcome(OutcomeKind::NotReached, after));
    assert_eq!(told(&over, &[]), ["Result 2023-11-25 B"]);
    over.campaigns[0].areas[1].outcome = Some(outcome(OutcomeKind::UnderReview, after));
    assert_eq!(told(&over, &[]), [""; 0]);
}

#[test]
fn an_agreement_that_ends_within_sixty_days_is_named() {
    let ending = |ends_on| {
        let agreement = Agreement { ends_on, ..build::agreement() };
        told(&town(vec![counted("A", DAY)], None, DAY), &[(agreement, "Netz GmbH".to_owned())])
    };
    // 20 days to the end of November, 31 in December, 9 in January: 60.
    assert_eq!(ending(Some(date(2024, 1, 9))), ["AgreementEnds 2024-01-09 Netz GmbH"]);
    assert_eq!(ending(Some(date(2024, 1, 10))), [""; 0]);
    assert_eq!(ending(Some(DAY)), ["AgreementEnds 2023-11-10 Netz GmbH"]);
    assert_eq!(ending(Some(date(2023, 11, 9))), [""; 0]);
    assert_eq!(ending(None), [""; 0]);
}

#[test]
fn what_is_overdue_comes_first_and_the_far_deadline_last() {
    let areas = vec![counted("A", date(2023, 10, 20)), status("B", None), counted("C", DAY)];
    let due = told(&town(areas, Some(date(2023, 11, 25)), DAY), &[]);
    assert_eq!(due, ["Never 2023-09-11 B", "Stale 2023-10-27 A", "Deadline 2023-11-25"]);
}

#[test]
fn a_decided_area_is_asked_for_nothing() {
    let mut decided = counted("A", date(2023, 10, 1));
    decided.outcome = Some(outcome(OutcomeKind::OperatorCommitted, DAY));
    let status: CampaignStatus = campaign_status(campaign(), vec![decided.clone()]);
    assert_eq!(Lack::of(&decided, &status, DAY), None);
    decided.outcome = None;
    assert_eq!(Lack::of(&decided, &status, DAY), Some(Lack::Stale));
}

#[test]
fn a_remark_is_due_14_days_after_the_oldest_one_came() {
    let waits = |oldest_days| told_with(&town(Vec::new(), None, DAY), &[], Some(Waiting { remarks: 2, oldest_days }));
    assert_eq!(waits(0), ["Remarks 2023-11-24 2"]);
    assert_eq!(waits(3), ["Remarks 2023-11-21 2"]);
    assert_eq!(waits(20), ["Remarks 2023-11-04 2"]);
}

#[test]
fn a_deadline_of_an_application_is_due_from_60_days_ahead_until_it_is_settled() {
    let mut schools = schools();
    schools.take_deadline(funding_deadline(Part::State, DeadlineKind::Supplement, date(2024, 1, 9)));
    schools.take_deadline(funding_deadline(Part::Federal, DeadlineKind::DrawDown, date(2023, 11, 9)));
    schools.take_deadline(funding_deadline(Part::Federal, DeadlineKind::EarmarkEnd, date(2024, 1, 10)));
    let status = town(Vec::new(), None, DAY);
    let told = |of: &Funding| {
        let all = [of.clone()];
        let due = due(&status, &[], None, &all);
        due.iter().map(|due| due.day).collect::<Vec<_>>()
    };
    // 10 November + 60 days = 9 January; one that has passed stays.
    assert_eq!(told(&schools), [date(2023, 11, 9), date(2024, 1, 9)]);
    let settled = FundingDeadline {
        settled_on: Some(DAY),
        ..funding_deadline(Part::Federal, DeadlineKind::DrawDown, date(2023, 11, 9))
    };
    schools.take_deadline(settled);
    assert_eq!(told(&schools), [date(2024, 1, 9)]);
}
