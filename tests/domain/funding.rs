//! Funding: legs of their own, what stays with the town, steps, deadlines. Amounts in euros unless they say cents.

use faserstand_lib::domain::{
    funding::{
        DeadlineKind, Document, Funding, FundingDeadline, Leg, LegError, LegFields, LegState, Mark, Milestone,
        MilestoneKind, MilestoneState, Part, SOON_DAYS, Sum, SumOfShares, Sums, Warning, market_survey_closes,
        next_deadline,
    },
    link::Link,
    money::Cents,
    share::Share,
    when::When,
};
use jiff::civil::{Date, date};

use crate::{
    build::{percent, source},
    funding_example::{
        application, cents, deadline, euros, fields, granted, leg, milestone, of, requested, schools, with_share,
    },
};

const TODAY: Date = date(2023, 12, 4);

// ------------------------------------------------------------------------------------------------------- Shares

#[test]
fn shares_may_make_up_the_whole_and_no_more() {
    let shares = |federal, state, own| SumOfShares::of([percent(federal), percent(state), percent(own)]);
    assert_eq!(shares(50, 40, 10), SumOfShares::Fits(Share::WHOLE));
    assert_eq!(shares(60, 30, 0), SumOfShares::Fits(percent(90)));
    // 70 + 40 + 10 = 120 %
    assert_eq!(shares(70, 40, 10), SumOfShares::TooMuch(12_000));
    assert_eq!(SumOfShares::of([Share::WHOLE, Share::from_basis_points(1).unwrap()]), SumOfShares::TooMuch(10_001));
}

#[test]
fn a_new_share_is_held_against_the_other_legs_and_not_against_its_own_old_one() {
    let federal = with_share(Part::Federal, LegState::Submitted, percent(50));
    let state = with_share(Part::State, LegState::Submitted, percent(40));
    let funding = of(None, [federal, state]);
    let more = with_share(Part::Federal, LegState::Submitted, percent(60));
    assert_eq!(funding.shares_with(&more), SumOfShares::Fits(Share::WHOLE));
    let too_much = with_share(Part::Federal, LegState::Submitted, percent(70));
    assert_eq!(funding.shares_with(&too_much), SumOfShares::TooMuch(11_000));
    // Where the Land has refused, its share is nobody's.
    let refused = with_share(Part::State, LegState::Rejected, percent(40));
    let funding = of(None, [refused]);
    assert_eq!(funding.shares_with(&too_much), SumOfShares::Fits(percent(70)));
}

// ----------------------------------------------------------------------------------------- One leg moves no other

#[test]
fn a_federal_grant_moves_nothing_in_the_states_leg() {
    let state = requested(Part::State, LegState::Submitted, euros(540_000));
    let mut funding = of(Some(euros(1_350_000)), [leg(Part::Federal, LegState::Submitted), state.clone()]);
    funding.take_leg(granted(Part::Federal, euros(675_000)));
    assert_eq!(funding.state(Part::Federal), Some(LegState::PreliminaryGrant));
    assert_eq!(funding.leg(Part::State), Some(&state));
    assert_eq!(funding.state(Part::Own), None);
    assert_eq!(funding.granted(), euros(675_000));
}

// ---------------------------------------------------------------------------------------------- Own contribution

#[test]
fn bund_grants_land_is_open_now_135_000_and_at_worst_675_000() {
    let funding = schools();
    // 1.350.000 − 675.000 − 540.000
    assert_eq!(funding.own_now(), Some(euros(135_000)));
    // 1.350.000 − 675.000
    assert_eq!(funding.own_at_worst(), Some(euros(675_000)));
    assert_eq!(funding.gap_without(Part::State), Some(euros(540_000)));
    assert_eq!(funding.gap_without(Part::Federal), Some(euros(675_000)));
}

#[test]
fn odd_totals_are_right_to_the_cent() {
    // 1.350.000,01 €: the Bund 50 % = 675.000,005 → 675.000,00; the Land 40 % = 540.000,004 → 540.000,00.
    let funding = of(
        Some(cents(135_000_001)),
        [
            with_share(Part::Federal, LegState::Submitted, percent(50)),
            with_share(Part::State, LegState::Submitted, percent(40)),
        ],
    );
    // 1.350.000,01 − 675.000,00 − 540.000,00 = 135.000,01
    assert_eq!(funding.own_now(), Some(cents(13_500_001)));
    assert_eq!(funding.own_at_worst(), Some(cents(135_000_001)));
    // 0,99 €: 33,33 % = 0,329967 → 0,32; 66,66 % = 0,659934 → 0,65; the rest 0,99 − 0,32 − 0,65 = 0,02.
    let third = Share::from_basis_points(3_333).unwrap();
    let two_thirds = Share::from_basis_points(6_666).unwrap();
    let small = of(
        Some(cents(99)),
        [
            with_share(Part::Federal, LegState::Draft, third),
            with_share(Part::State, LegState::NotRequested, two_thirds),
        ],
    );
    assert_eq!(small.own_now(), Some(cents(2)));
}

#[test]
fn the_parts_always_make_up_the_total() {
    for total in (0..2_000).chain([135_000_049, 999_999_999_999]) {
        let total = cents(total);
        for (federal, state) in [(5_000, 4_000), (6_000, 3_000), (7_000, 2_000), (3_333, 3_333), (1, 9_999)] {
            let [federal, state] = [federal, state].map(|points| Share::from_basis_points(points).unwrap());
            let funding = of(
                Some(total),
                [
                    with_share(Part::Federal, LegState::Submitted, federal),
                    with_share(Part::State, LegState::Submitted, state),
                ],
            );
            let sum: Cents = [Some(total.share(federal)), Some(total.share(state)), funding.own_now()]
                .into_iter()
                .flatten()
                .collect();
            assert_eq!(sum, total);
        }
    }
}

#[test]
fn a_final_amount_goes_before_a_preliminary_one() {
    let finally = Leg::new(LegFields {
        requested: Some(euros(700_000)),
        preliminary: Some(euros(675_000)),
        finally: Some(cents(61_234_567)),
        ..fields(Part::Federal, LegState::FinalGrant)
    });
    let funding = of(Some(euros(1_350_000)), [finally.unwrap()]);
    // 1.350.000,00 − 612.345,67
    assert_eq!(funding.own_at_worst(), Some(cents(73_765_433)));
    assert_eq!(funding.own_now(), Some(cents(73_765_433)));
}

#[test]
fn what_is_rejected_counts_nothing_whatever_an_earlier_notice_named() {
    let rejected = Leg::new(LegFields {
        requested: Some(euros(864_000)),
        preliminary: Some(euros(864_000)),
        ..fields(Part::State, LegState::Rejected)
    });
    let funding = of(Some(euros(2_160_000)), [granted(Part::Federal, euros(1_080_000)), rejected.unwrap()]);
    // 2.160.000 − 1.080.000 − 0
    assert_eq!(funding.own_now(), Some(euros(1_080_000)));
    assert_eq!(funding.own_at_worst(), Some(euros(1_080_000)));
    assert_eq!(funding.gap_without(Part::State), Some(Cents::NOTHING));
}

#[test]
fn unknown_is_not_nothing() {
    // No total.
    let no_total = of(None, [granted(Part::Federal, euros(675_000))]);
    assert_eq!((no_total.own_now(), no_total.own_at_worst()), (None, None));
    // The Land was asked for an amount that nobody has recorded: what stays now is unknown, at worst it is everything.
    let no_amount = of(Some(euros(1_000)), [leg(Part::State, LegState::Submitted)]);
    assert_eq!((no_amount.own_now(), no_amount.own_at_worst()), (None, Some(euros(1_000))));
    // A grant of an unknown amount counts as nothing at worst.
    let unknown_grant = of(Some(euros(1_000)), [leg(Part::Federal, LegState::PreliminaryGrant)]);
    assert_eq!((unknown_grant.own_now(), unknown_grant.own_at_worst()), (None, Some(euros(1_000))));
}

#[test]
fn the_own_leg_is_no_grant() {
    let funding = of(Some(euros(1_000)), [requested(Part::Own, LegState::Budgeted, euros(400))]);
    assert_eq!(funding.own_at_worst(), Some(euros(1_000)));
    assert_eq!(funding.granted(), Cents::NOTHING);
}

// --------------------------------------------------------------------------------------------------------- Steps

#[test]
fn a_leg_goes_its_way_without_a_reason() {
    use LegState::{
        Budgeted, Draft, Dropped, FinalGrant, NotEligible, NotRequested, PreliminaryGrant, Rejected, Submitted,
        SupplementAsked, Withdrawn,
    };
    let ways: [&[LegState]; 7] = [
        &[NotRequested, Draft, Submitted, SupplementAsked, Submitted, PreliminaryGrant, FinalGrant],
        &[Draft, Submitted, Rejected, Submitted, PreliminaryGrant, Withdrawn, Draft],
        &[NotRequested, NotEligible, NotRequested],
        &[NotRequested, Dropped, NotRequested, Draft, Dropped],
        &[Submitted, SupplementAsked, PreliminaryGrant, SupplementAsked],
        &[NotRequested, Draft, Budgeted],
        &[Submitted, SupplementAsked, Rejected, Draft, Withdrawn],
    ];
    for way in ways {
        for step in way.windows(2) {
            assert!(step[0].may_become(step[1]), "{step:?}");
        }
    }
}

#[test]
fn every_other_step_needs_a_reason() {
    use LegState::{
        Budgeted, Draft, FinalGrant, NotRequested, PreliminaryGrant, Rejected, Submitted, SupplementAsked, Withdrawn,
    };
    for (from, to) in [
        // Granted without an application; finally without preliminarily; taken back by the grantor.
        (NotRequested, PreliminaryGrant),
        (Draft, PreliminaryGrant),
        (Draft, Rejected),
        (Submitted, FinalGrant),
        (Submitted, Draft),
        (SupplementAsked, FinalGrant),
        (PreliminaryGrant, Rejected),
        (PreliminaryGrant, Submitted),
        (FinalGrant, PreliminaryGrant),
        (FinalGrant, Rejected),
        (Rejected, PreliminaryGrant),
        (Withdrawn, PreliminaryGrant),
        (Budgeted, Draft),
    ] {
        assert!(!from.may_become(to), "{from:?} {to:?}");
    }
    // To stay is always right: an amount was added.
    assert!(LegState::ALL.into_iter().all(|state| state.may_become(state)));
}

#[test]
fn nobody_grants_the_own_contribution_and_no_grantor_budgets_it() {
    assert_eq!(Leg::new(fields(Part::Own, LegState::PreliminaryGrant)), Err(LegError::State));
    assert_eq!(Leg::new(fields(Part::Federal, LegState::Budgeted)), Err(LegError::State));
    let own: Vec<LegState> = LegState::ALL.into_iter().filter(|state| state.fits(Part::Own)).collect();
    assert_eq!(own, [LegState::NotRequested, LegState::Draft, LegState::Budgeted, LegState::Dropped]);
}

#[test]
fn no_more_is_paid_than_granted() {
    let paid = |paid| {
        let amounts =
            LegFields { preliminary: Some(euros(675_000)), ..fields(Part::Federal, LegState::PreliminaryGrant) };
        Leg::new(LegFields { paid: Some(paid), ..amounts })
    };
    assert!(paid(euros(675_000)).is_ok());
    assert_eq!(paid(cents(67_500_001)), Err(LegError::PaidMoreThanGranted));
}

#[test]
fn a_leg_from_a_file_or_the_store_keeps_the_same_rules() {
    let json = r#"{"part":"own","state":"final_grant","source":{"name":"x"}}"#;
    assert!(serde_json::from_str::<Leg>(json).is_err());
    let schools = schools();
    for leg in schools.legs() {
        let json = serde_json::to_string(leg).unwrap();
        assert_eq!(&serde_json::from_str::<Leg>(&json).unwrap(), leg);
    }
}

// ----------------------------------------------------------------------------------------------------- Deadlines

#[test]
fn days_left_are_local_days_also_over_the_change_of_the_clock() {
    let of = |today| deadline(Part::State, DeadlineKind::Supplement, date(2024, 4, 1)).days_left(today);
    // The clock went forward on 31 March 2024.
    assert_eq!(of(date(2024, 3, 30)), 2);
    assert_eq!(of(date(2024, 3, 31)), 1);
    assert_eq!(of(date(2024, 4, 1)), 0);
    assert_eq!(of(date(2024, 4, 2)), -1);
}

#[test]
fn the_next_deadline_is_the_earliest_open_one_of_all_applications() {
    let mut schools = schools();
    schools.take_deadline(deadline(Part::Federal, DeadlineKind::DrawDown, date(2023, 12, 15)));
    schools.take_deadline(deadline(Part::State, DeadlineKind::Supplement, date(2023, 12, 6)));
    let mut advice = application("Beratung", None);
    advice.take_deadline(deadline(Part::Federal, DeadlineKind::ProofOfUse, date(2023, 12, 31)));
    let next =
        |all: &[Funding]| next_deadline(all, TODAY).map(|(of, deadline)| (of.application.title.clone(), deadline.day));
    let all = [advice.clone(), schools.clone()];
    assert_eq!(next(&all), Some(("Schulnetz".to_owned(), date(2023, 12, 6))));
    // Settled, it gives way to the next; passed, it does not.
    let settled = FundingDeadline {
        settled_on: Some(TODAY),
        ..deadline(Part::State, DeadlineKind::Supplement, date(2023, 12, 6))
    };
    schools.take_deadline(settled);
    assert_eq!(next(&[advice.clone(), schools]), Some(("Schulnetz".to_owned(), date(2023, 12, 15))));
    advice.take_deadline(deadline(Part::Federal, DeadlineKind::Submission, date(2023, 11, 30)));
    assert_eq!(next(&[advice]), Some(("Beratung".to_owned(), date(2023, 11, 30))));
    assert_eq!(next(&[]), None);
}

#[test]
fn the_deadlines_of_a_leg_that_is_out_of_it_rest() {
    let mut funding = of(None, [leg(Part::State, LegState::Withdrawn)]);
    funding.take_deadline(deadline(Part::State, DeadlineKind::Supplement, date(2023, 12, 6)));
    assert_eq!(funding.open_deadlines().count(), 0);
    // An objection is raised against a refusal.
    funding.take_leg(leg(Part::State, LegState::Rejected));
    let objection = FundingDeadline {
        task: Some("Widerspruch einlegen".to_owned()),
        ..deadline(Part::State, DeadlineKind::Other, date(2023, 12, 13))
    };
    funding.take_deadline(objection.clone());
    assert_eq!(funding.open_deadlines().collect::<Vec<_>>(), [&objection]);
}

#[test]
fn a_deadline_that_was_moved_takes_the_old_ones_place_in_its_own_leg_alone() {
    let mut funding = schools();
    funding.take_deadline(deadline(Part::State, DeadlineKind::Supplement, date(2023, 12, 6)));
    funding.take_deadline(deadline(Part::Federal, DeadlineKind::Supplement, date(2023, 12, 8)));
    funding.take_deadline(deadline(Part::State, DeadlineKind::Supplement, date(2023, 12, 20)));
    let days: Vec<_> = funding.open_deadlines().map(|deadline| deadline.day).collect();
    assert_eq!(days, [date(2023, 12, 8), date(2023, 12, 20)]);
}

// ---------------------------------------------------------------------------------------------------- Milestones

#[test]
fn a_market_survey_runs_two_months() {
    assert_eq!(market_survey_closes(date(2022, 1, 9)), Some(date(2022, 3, 9)));
    // The shorter month ends it on its last day.
    assert_eq!(market_survey_closes(date(2022, 12, 31)), Some(date(2023, 2, 28)));
    assert_eq!(market_survey_closes(Date::MAX), None);
}

#[test]
fn a_survey_that_was_opened_shows_the_day_on_which_it_closes() {
    let mut funding = application("Innenstadt", None);
    let opened =
        Milestone { actual: Some(When::Day(date(2023, 11, 1))), ..milestone(MilestoneKind::MarketSurveyOpened, None) };
    funding.take_milestone(opened);
    let cell = funding.cell(MilestoneKind::MarketSurveyClosed, Part::Federal, TODAY);
    assert_eq!(cell, Some((MilestoneState::Running, Some(When::Day(date(2024, 1, 1))))));
    assert_eq!(funding.cell(MilestoneKind::Submitted, Part::Federal, TODAY), None);
}

#[test]
fn a_milestone_stands_where_its_dates_and_its_mark_say() {
    let of = |planned: Option<When>, actual: Option<When>, mark: Option<Mark>| {
        let milestone = Milestone { planned, actual, mark, ..milestone(MilestoneKind::Submitted, None) };
        milestone.state(TODAY, SOON_DAYS)
    };
    let day = |year, month, day| Some(When::Day(date(year, month, day)));
    assert_eq!(of(None, day(2023, 12, 4), None), MilestoneState::Done);
    // What is dated later has not happened.
    assert_eq!(of(None, day(2023, 12, 5), None), MilestoneState::Open);
    // 30 days ahead, 31 days ahead, past, the whole of the next year.
    assert_eq!(of(day(2024, 1, 3), None, None), MilestoneState::Due);
    assert_eq!(of(day(2024, 1, 4), None, None), MilestoneState::Open);
    assert_eq!(of(day(2023, 11, 1), None, None), MilestoneState::Due);
    assert_eq!(of(Some(When::Years(2024, 2024)), None, None), MilestoneState::Open);
    assert_eq!(of(Some(When::Month(2024, 2)), None, Some(Mark::Running)), MilestoneState::Running);
    assert_eq!(of(None, day(2023, 11, 13), Some(Mark::Rejected)), MilestoneState::Rejected);
    assert_eq!(of(None, None, Some(Mark::Dropped)), MilestoneState::Dropped);
    assert_eq!(of(None, None, None), MilestoneState::Open);
}

#[test]
fn a_legs_own_milestone_goes_before_the_applications_and_concerns_no_other_leg() {
    let mut funding = schools();
    let whole = Milestone { actual: Some(When::Month(2022, 3)), ..milestone(MilestoneKind::MarketSurveyClosed, None) };
    let of_state =
        Milestone { mark: Some(Mark::Dropped), ..milestone(MilestoneKind::MarketSurveyClosed, Some(Part::State)) };
    funding.take_milestone(of_state);
    funding.take_milestone(whole);
    let cell = |part| funding.cell(MilestoneKind::MarketSurveyClosed, part, TODAY).map(|(state, _)| state);
    assert_eq!(cell(Part::Federal), Some(MilestoneState::Done));
    assert_eq!(cell(Part::State), Some(MilestoneState::Dropped));
}

#[test]
fn a_deadline_stands_at_its_milestone_until_that_is_reached() {
    let mut funding = schools();
    funding.take_deadline(deadline(Part::State, DeadlineKind::Supplement, date(2023, 12, 6)));
    funding.take_deadline(deadline(Part::Federal, DeadlineKind::EarmarkEnd, date(2032, 12, 31)));
    let cell = |funding: &Funding, kind, part| funding.cell(kind, part, TODAY);
    let due = Some((MilestoneState::Due, Some(When::Day(date(2023, 12, 6)))));
    assert_eq!(cell(&funding, MilestoneKind::PreliminaryGrant, Part::State), due);
    assert_eq!(cell(&funding, MilestoneKind::Submitted, Part::State), None);
    // Nine years ahead nothing is due.
    assert_eq!(cell(&funding, MilestoneKind::EarmarkEnd, Part::Federal), None);
    let reached = Milestone {
        actual: Some(When::Day(date(2023, 12, 1))),
        ..milestone(MilestoneKind::PreliminaryGrant, Some(Part::State))
    };
    funding.take_milestone(reached);
    let done = Some((MilestoneState::Done, Some(When::Day(date(2023, 12, 1)))));
    assert_eq!(cell(&funding, MilestoneKind::PreliminaryGrant, Part::State), done);
}

#[test]
fn the_steps_of_a_leg_are_its_milestones_without_being_told_twice() {
    let step =
        |state, since| Leg::new(LegFields { since: Some(When::Day(since)), ..fields(Part::Federal, state) }).unwrap();
    let (submitted, granted) = (date(2022, 9, 12), date(2023, 6, 14));
    let mut funding = of(None, [step(LegState::Submitted, submitted)]);
    // Told anew, with a better date: no second step.
    funding.take_leg(step(LegState::Submitted, date(2022, 9, 13)));
    funding.take_leg(step(LegState::PreliminaryGrant, granted));
    let states: Vec<_> = funding.steps(Part::Federal).iter().map(|leg| (leg.state(), leg.fields().since)).collect();
    let expected = [(LegState::Submitted, date(2022, 9, 13)), (LegState::PreliminaryGrant, granted)];
    assert_eq!(states, expected.map(|(state, day)| (state, Some(When::Day(day)))));
    let cell = |funding: &Funding, kind| funding.cell(kind, Part::Federal, TODAY);
    let done = |day| Some((MilestoneState::Done, Some(When::Day(day))));
    assert_eq!(cell(&funding, MilestoneKind::Submitted), done(date(2022, 9, 13)));
    assert_eq!(cell(&funding, MilestoneKind::PreliminaryGrant), done(granted));
    assert_eq!(cell(&funding, MilestoneKind::FinalGrant), None);
    assert_eq!(funding.cell(MilestoneKind::PreliminaryGrant, Part::State, TODAY), None);
    // Withdrawn and begun anew.
    funding.take_leg(step(LegState::Withdrawn, date(2023, 7, 1)));
    funding.take_leg(step(LegState::Draft, date(2023, 8, 1)));
    assert_eq!(cell(&funding, MilestoneKind::Submitted), None);
}

#[test]
fn a_refusal_stands_where_the_grant_would() {
    let refused = LegFields { since: Some(When::Day(date(2023, 11, 13))), ..fields(Part::State, LegState::Rejected) };
    let funding = of(None, [Leg::new(refused).unwrap()]);
    let cell = funding.cell(MilestoneKind::PreliminaryGrant, Part::State, TODAY);
    assert_eq!(cell, Some((MilestoneState::Rejected, Some(When::Day(date(2023, 11, 13))))));
}

#[test]
fn a_column_of_two_milestones_is_done_with_the_second() {
    const TENDER: [MilestoneKind; 2] = [MilestoneKind::TenderOpened, MilestoneKind::TenderAwarded];
    let mut funding = schools();
    let column = |funding: &Funding| funding.column(&TENDER, Part::Federal, TODAY);
    assert_eq!(column(&funding), None);
    let opened = Milestone { actual: Some(When::Month(2023, 10)), ..milestone(MilestoneKind::TenderOpened, None) };
    funding.take_milestone(opened);
    assert_eq!(column(&funding), Some((MilestoneState::Running, None)));
    let planned = Milestone { planned: Some(When::Month(2024, 2)), ..milestone(MilestoneKind::TenderAwarded, None) };
    funding.take_milestone(planned);
    assert_eq!(column(&funding), Some((MilestoneState::Running, Some(When::Month(2024, 2)))));
    let awarded = Milestone { actual: Some(When::Day(TODAY)), ..milestone(MilestoneKind::TenderAwarded, None) };
    funding.take_milestone(awarded);
    assert_eq!(column(&funding), Some((MilestoneState::Done, Some(When::Day(TODAY)))));
}

#[test]
fn a_project_without_an_application_is_none() {
    assert!(!application("Schulnetz", None).is_applied_for());
    assert!(!of(None, [leg(Part::Federal, LegState::Draft)]).is_applied_for());
    assert!(of(None, [leg(Part::Federal, LegState::Rejected)]).is_applied_for());
    assert!(!of(None, [leg(Part::Own, LegState::Budgeted)]).is_applied_for());
}

// ------------------------------------------------------------------------------------------ Documents, sums, warnings

#[test]
fn another_version_of_a_document_stands_beside_the_first() {
    let document = |version: &str, link: &str| Document {
        title: "GIS-Nebenbestimmungen".to_owned(),
        link: Link::new(link).unwrap(),
        version: Some(version.to_owned()),
        dated: None,
        part: Some(Part::Federal),
        source: source(),
    };
    let mut funding = schools();
    funding.take_document(document("5.0", "https://o.de/a"));
    funding.take_document(document("5.1", "https://o.de/b"));
    funding.take_document(document("5.1", "https://o.de/c"));
    let links: Vec<_> = funding.documents().iter().map(|document| document.link.as_str()).collect();
    assert_eq!(links, ["https://o.de/a", "https://o.de/c"]);
}

#[test]
fn the_sums_of_the_design_are_right() {
    let inner_city = of(
        Some(euros(4_800_000)),
        [
            requested(Part::Federal, LegState::Submitted, euros(2_400_000)),
            requested(Part::State, LegState::Draft, euros(1_920_000)),
        ],
    );
    let outside = of(
        Some(euros(2_160_000)),
        [granted(Part::Federal, euros(1_080_000)), requested(Part::State, LegState::Rejected, euros(864_000))],
    );
    let unknown = application("Innenstadt", None);
    let sums = Sums::of(&[schools(), inner_city, outside, unknown]);
    assert_eq!((sums.applications, sums.federal_grants, sums.state_grants), (4, 2, 0));
    // 675.000 + 1.080.000
    assert_eq!((sums.federal, sums.state), (Sum { known: euros(1_755_000), unknown: 0 }, Sum::default()));
    // A grant of an unknown amount is counted, not added as nothing.
    let silent = of(None, [leg(Part::Federal, LegState::PreliminaryGrant)]);
    assert_eq!(Sums::of(&[schools(), silent]).federal, Sum { known: euros(675_000), unknown: 1 });
    // 135.000 + 480.000 + 1.080.000, and one unknown
    assert_eq!(sums.own_now, Sum { known: euros(1_695_000), unknown: 1 });
    // 675.000 + 4.800.000 + 1.080.000
    assert_eq!(sums.own_at_worst, Sum { known: euros(6_555_000), unknown: 1 });
}

#[test]
fn what_is_no_longer_pursued_costs_nothing() {
    let withdrawn =
        of(Some(euros(1_000)), [leg(Part::Federal, LegState::Withdrawn), leg(Part::State, LegState::Dropped)]);
    assert!(!withdrawn.is_pursued());
    assert_eq!(Sums::of(&[withdrawn]).own_at_worst, Sum::default());
    // A refusal is not the town's own choice, and of an application without legs nothing is known.
    assert!(of(None, [leg(Part::Federal, LegState::Rejected)]).is_pursued());
    assert!(application("Schulnetz", None).is_pursued());
}

#[test]
fn bund_yes_and_land_open_or_no_stands_out() {
    let open = Warning::OneOpen { gives: Part::Federal, open: Part::State, at_worst: Some(euros(675_000)) };
    assert_eq!(schools().warnings(TODAY), [open]);
    let mut refused = schools();
    refused.take_leg(leg(Part::State, LegState::Rejected));
    let no = Warning::OneRefused { gives: Part::Federal, refuses: Part::State, at_worst: Some(euros(675_000)) };
    // The budget holds 135.000, and 675.000 are needed.
    let small = Warning::BudgetTooSmall { budgeted: euros(135_000), needed: euros(675_000) };
    assert_eq!(refused.warnings(TODAY), [no, small]);
    // The Land was never to take part.
    let advice = of(None, [granted(Part::Federal, euros(50_000)), leg(Part::State, LegState::NotEligible)]);
    assert_eq!(advice.warnings(TODAY), []);
}

#[test]
fn more_asked_for_than_the_whole_costs_stands_out() {
    let asked = |state| {
        let federal = requested(Part::Federal, LegState::Submitted, euros(700));
        of(Some(euros(1_000)), [federal, requested(Part::State, state, euros(301))]).warnings(TODAY)
    };
    let more = Warning::MoreThanTotal { expected: euros(1_001), total: euros(1_000) };
    assert_eq!(asked(LegState::Submitted), [more]);
    assert_eq!(asked(LegState::Rejected), [], "what is refused is no longer asked for");
    let whole = requested(Part::Federal, LegState::Submitted, euros(1_000));
    assert_eq!(of(Some(euros(1_000)), [whole]).warnings(TODAY), []);
}

#[test]
fn deadlines_that_are_near_or_have_passed_stand_out() {
    let mut funding = application("Schulnetz", None);
    funding.take_deadline(deadline(Part::State, DeadlineKind::Supplement, date(2023, 12, 6)));
    funding.take_deadline(deadline(Part::Federal, DeadlineKind::DrawDown, date(2023, 12, 15)));
    funding.take_deadline(deadline(Part::Federal, DeadlineKind::EarmarkEnd, date(2032, 12, 31)));
    assert_eq!(funding.warnings(TODAY), [Warning::Soon { count: 2, days: 11 }]);
    assert_eq!(funding.warnings(date(2023, 12, 7)), [Warning::Overdue(1), Warning::Soon { count: 1, days: 8 }]);
}
