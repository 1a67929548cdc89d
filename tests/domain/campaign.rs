//! Campaigns and the history of their deadlines.

use faserstand_lib::domain::{
    amount::Amount,
    campaign::{Campaign, Clock, Evaluation, Tally, Target},
    reading::Value,
    share::Share,
    status::{AreaStatus, CampaignStatus},
    take_up::Quota,
};
use jiff::civil::{Date, date};

use crate::build::{
    DAY, THIRD, campaign, campaign_status, counted, deadline, households, offenburg_deadlines, percent, published,
    reading, source, stated, status,
};

fn as_of(today: Date) -> Campaign {
    Campaign { deadlines: offenburg_deadlines(), ..campaign() }.known_on(today)
}

fn holding(campaign: &Campaign) -> Option<Date> {
    campaign.deadline().map(|deadline| deadline.day)
}

#[test]
fn the_need_follows_from_target_and_base() {
    // 0.33 · 1 233 = 406.89
    assert_eq!(THIRD.needed(Some(1233)), Some(407));
    assert_eq!(THIRD.needed(None), None);
    assert_eq!(Target::Count(20).needed(None), Some(20));
    assert_eq!(Target::OperatorDecision.needed(Some(1233)), None);
    assert_eq!(Target::Share(Share::WHOLE).needed(Some(1233)), Some(1233));
}

#[test]
fn before_anything_is_announced_there_is_no_deadline() {
    let campaign = as_of(date(2023, 9, 3));
    assert_eq!(holding(&campaign), None);
    assert_eq!(campaign.days_left(date(2023, 9, 3)), None);
    assert!(!campaign.is_extended());
}

#[test]
fn each_deadline_is_visible_only_from_its_announcement() {
    assert_eq!(holding(&as_of(date(2023, 9, 4))), Some(date(2023, 11, 26)));
    assert_eq!(holding(&as_of(date(2023, 11, 9))), Some(date(2023, 11, 26)));
    assert_eq!(holding(&as_of(date(2023, 11, 10))), Some(date(2023, 11, 25)));
    assert_eq!(holding(&as_of(date(2023, 11, 23))), Some(date(2023, 11, 25)));
    assert_eq!(holding(&as_of(date(2023, 11, 24))), Some(date(2023, 12, 31)));
}

#[test]
fn a_deadline_moved_to_an_earlier_day_is_no_extension() {
    let campaign = as_of(DAY);
    assert!(!campaign.is_extended());
    let earlier: Vec<_> = campaign.earlier_deadlines().iter().map(|deadline| deadline.day).collect();
    assert_eq!(earlier, [date(2023, 11, 26)]);
    // 10.11. to 25.11. are 15 days, to 26.11. they were 16.
    assert_eq!(campaign.days_left(DAY), Some(15));
}

#[test]
fn a_deadline_moved_to_the_end_of_the_year_is_an_extension() {
    let campaign = as_of(date(2023, 11, 24));
    assert!(campaign.is_extended());
    let earlier: Vec<_> = campaign.earlier_deadlines().iter().map(|deadline| deadline.day).collect();
    assert_eq!(earlier, [date(2023, 11, 26), date(2023, 11, 25)]);
    // 24.11. to 31.12.: 6 + 31 = 37 days.
    assert_eq!(campaign.days_left(date(2023, 11, 24)), Some(37));
}

#[test]
fn an_extension_that_is_shortened_is_still_an_extension() {
    let mut deadlines = offenburg_deadlines();
    deadlines.push(deadline(date(2023, 12, 30), date(2023, 12, 1)));
    let campaign = Campaign { deadlines, ..campaign() };
    assert_eq!(holding(&campaign), Some(date(2023, 12, 30)));
    assert!(campaign.is_extended());
}

#[test]
fn one_deadline_alone_is_no_extension() {
    assert!(!as_of(date(2023, 9, 4)).is_extended());
    assert!(as_of(date(2023, 9, 4)).earlier_deadlines().is_empty());
}

#[test]
fn deadlines_hold_in_the_order_of_their_announcement_not_of_their_entry() {
    let mut deadlines = offenburg_deadlines();
    deadlines.reverse();
    let campaign = Campaign { deadlines, ..campaign() }.known_on(date(2024, 1, 1));
    assert_eq!(holding(&campaign), Some(date(2023, 12, 31)));
    assert!(campaign.is_extended());
}

#[test]
fn the_clock_knows_opening_last_day_and_end() {
    let clock = |today| as_of(today).clock(today);
    let announced = Campaign { deadlines: vec![deadline(date(2023, 11, 26), date(2023, 7, 1))], ..campaign() };
    assert_eq!(announced.clock(date(2023, 9, 3)), Clock::NotYetOpen);
    // 4.9. to 26.11.: 26 + 31 + 26 = 83 days.
    assert_eq!(clock(date(2023, 9, 4)), Clock::DaysLeft(83));
    assert_eq!(clock(date(2023, 12, 31)), Clock::DaysLeft(0));
    assert_eq!(clock(date(2024, 1, 1)), Clock::Over);
    assert_eq!(campaign().clock(DAY), Clock::NoDeadline);
    assert_eq!(Campaign { opened_on: None, ..campaign() }.clock(DAY), Clock::NoDeadline);
}

#[test]
fn what_is_said_of_all_areas_together_is_known_from_its_publication() {
    let tally = |as_of, source| Tally { as_of, reached: 3, of: 8, build_planned: None, source };
    let late = tally(date(2023, 10, 1), published(date(2023, 12, 20)));
    let later_day = tally(date(2023, 12, 1), source());
    let known = tally(date(2023, 9, 30), source());
    let campaign = Campaign { tallies: vec![late, later_day, known.clone()], ..campaign() };
    assert_eq!(campaign.clone().known_on(DAY).tallies, [known]);
    assert_eq!(campaign.known_on(date(2024, 1, 1)).tallies.len(), 3);
}

fn pooled(areas: Vec<AreaStatus>) -> CampaignStatus {
    campaign_status(Campaign { evaluation: Evaluation::Pooled, ..campaign() }, areas)
}

#[test]
fn a_pooled_campaign_counts_all_its_areas_together() {
    // 450 of 1 233 (36.5 %) and 200 of 737 (27.1 %): 650 of 1 970, 0.33 · 1 970 = 650.1. Missed by one.
    let pool = |second| {
        let areas = vec![status("Griesheim", Some(counted(450, 1233))), status("Weier", Some(counted(second, 737)))];
        pooled(areas).pooled().unwrap()
    };
    assert_eq!((pool(200).contracts(), pool(200).base()), (650, 1970));
    let reaches = |second| Quota::Counted(pool(second)).reaches(percent(33));
    assert!(!reaches(200));
    assert!(reaches(201));
}

#[test]
fn a_sum_with_an_unknown_part_is_no_sum() {
    let counted = || status("Griesheim", Some(counted(450, 1233)));
    let with = |other| pooled(vec![counted(), status("Weier", other)]).pooled();
    assert_eq!(with(None), None);
    assert_eq!(with(Some(stated(Amount::Exact(percent(27))))), None);
    assert_eq!(with(Some(reading(Value::Contracts(Amount::Exact(200)), None))), None);
    assert_eq!(with(Some(reading(Value::Contracts(Amount::About(200)), households(737)))), None);
    assert_eq!(pooled(Vec::new()).pooled(), None);
}

#[test]
fn one_area_alone_is_not_the_pool() {
    let areas = vec![status("Griesheim", Some(counted(450, 1233))), status("Weier", Some(counted(200, 737)))];
    let mut alone = pooled(areas);
    alone.areas.truncate(1);
    assert_eq!(alone.areas_in_all, 2);
    assert_eq!(alone.pooled(), None);
}
