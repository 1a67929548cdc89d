//! A whole rollout: what of it is known on a day, and what the pages make of it.

use faserstand_lib::domain::{
    amount::Amount::{Exact, LessThan},
    area::{AreaKind, AreaTree},
    campaign::{Campaign, Unit},
    gap::Gap,
    ids::{AreaId, BaseId, CampaignId},
    progress::Progress,
    reading::{Base, Reading, Record, Stage, Value},
    rollout::Rollout,
    status::State,
};
use jiff::civil::{Date, date};

use crate::build::{
    CAMPAIGN, DAY, GRIESHEIM, THIRD, TOWN, WEIER, area, campaign, correction, counted, districts, griesheim,
    households, instant, offenburg_deadlines, on, only_campaign, percent, published, record, rollout, silence, source,
    stated,
};

fn with_readings(readings: Vec<Record>) -> Rollout {
    Rollout { readings, ..rollout() }
}

fn of_weier(id: i64, reading: Reading) -> Record {
    Record { area: WEIER, ..record(id, reading) }
}

/// The newest day that Griesheim's page knows on this day, and its count.
fn known(rollout: &Rollout, today: Date) -> Option<(Date, u32)> {
    let current = griesheim(&rollout.clone().known_on(today)).current?;
    Some((current.as_of, current.contracts()?.certain(0)))
}

#[test]
fn state_gap_and_place_come_from_one_reading() {
    let rollout = with_readings(vec![
        record(1, on(date(2023, 10, 1), Stage::Net, 410)),
        record(2, on(DAY, Stage::Checked, 400)),
        of_weier(3, counted(300, 900)),
    ]);
    let griesheim = griesheim(&rollout);
    // 400 / 1 233 = 32.4 %, 7 short of 407; 300 / 900 = 33.3 %
    assert_eq!(griesheim.state(THIRD), State::Running(Progress::Close));
    assert_eq!(griesheim.gap(THIRD), Some(Gap::Missing(Exact(7))));
    assert_eq!(griesheim.place, Some(2));
    let better = griesheim.better.unwrap();
    assert_eq!((better.as_of, better.stage), (date(2023, 10, 1), Stage::Net));
}

#[test]
fn on_an_areas_page_it_keeps_its_place_among_all() {
    let rollout = with_readings(vec![record(1, counted(100, 1233)), of_weier(2, counted(300, 900))]);
    let report = rollout.area_report("griesheim", DAY).unwrap();
    let (campaign, area) = report.status().unwrap();
    assert_eq!((campaign.areas.len(), campaign.areas_in_all, campaign.areas_with_place), (1, 2, 2));
    assert_eq!((area.name.as_str(), area.place), ("Griesheim", Some(2)));
}

#[test]
fn a_reading_is_known_from_its_day_on() {
    let rollout = with_readings(vec![
        record(1, on(date(2023, 10, 1), Stage::Checked, 200)),
        record(2, on(DAY, Stage::Checked, 300)),
    ]);
    assert_eq!(known(&rollout, date(2023, 9, 30)), None);
    assert_eq!(known(&rollout, date(2023, 11, 9)), Some((date(2023, 10, 1), 200)));
    assert_eq!(known(&rollout, DAY), Some((DAY, 300)));
}

#[test]
fn a_reading_that_a_later_report_published_is_known_from_that_report_on() {
    let mut late = on(DAY, Stage::Net, 290);
    late.source = published(date(2024, 6, 20));
    let rollout = with_readings(vec![record(1, on(DAY, Stage::Reported, 300)), record(2, late)]);
    assert_eq!(known(&rollout, date(2024, 6, 19)), Some((DAY, 300)));
    assert_eq!(known(&rollout, date(2024, 6, 20)), Some((DAY, 290)));
}

#[test]
fn an_old_reading_that_is_entered_late_counts_for_its_day() {
    let entered_in_2026 = instant("2026-02-01T09:00:00Z");
    let rollout = with_readings(vec![Record { recorded_at: entered_in_2026, ..record(1, on(DAY, Stage::Net, 300)) }]);
    assert_eq!(known(&rollout, DAY), Some((DAY, 300)));
}

#[test]
fn a_correction_holds_from_the_berlin_day_on_which_it_was_made() {
    // 23:00 UTC on the 14th is midnight in Berlin: the 15th.
    let rollout = with_readings(vec![
        record(1, on(DAY, Stage::Checked, 300)),
        correction(2, 1, "2023-11-14T23:00:00Z", "12 doppelt gezählt", on(DAY, Stage::Checked, 288)),
    ]);
    assert_eq!(known(&rollout, date(2023, 11, 14)), Some((DAY, 300)));
    assert_eq!(known(&rollout, date(2023, 11, 15)), Some((DAY, 288)));
}

#[test]
fn the_table_keeps_the_replaced_reading_with_the_reason() {
    let rollout = with_readings(vec![
        record(1, on(DAY, Stage::Checked, 300)),
        correction(2, 1, "2023-11-14T23:00:00Z", "12 doppelt gezählt", on(DAY, Stage::Checked, 288)),
    ]);
    let report = rollout.area_report("griesheim", date(2023, 11, 20)).unwrap();
    assert_eq!(report.history.len(), 2);
    let replaced = report.history[0].replaced.clone().unwrap();
    assert_eq!((replaced.on, replaced.reason.as_str()), (date(2023, 11, 15), "12 doppelt gezählt"));
    assert_eq!(report.history[1].replaced, None);
    assert_eq!(report.readings().map(|reading| reading.contracts()).collect::<Vec<_>>(), [Some(Exact(288))]);
}

#[test]
fn a_correction_may_move_a_reading_to_the_area_it_belongs_to() {
    let moved = correction(2, 1, "2023-11-11T09:00:00Z", "war Weier", counted(300, 1233));
    let rollout = with_readings(vec![record(1, counted(300, 1233)), Record { area: WEIER, ..moved }]);
    assert_eq!(griesheim(&rollout).current, None);
    assert!(rollout.area_report("weier", DAY).unwrap().status().unwrap().1.current.is_some());
}

#[test]
fn a_number_that_is_withdrawn_gives_way_to_the_one_before_it() {
    let mut withdrawn = silence();
    withdrawn.as_of = date(2023, 11, 17);
    let rollout = with_readings(vec![
        record(1, on(DAY, Stage::Checked, 300)),
        record(2, on(date(2023, 11, 17), Stage::Checked, 900)),
        correction(3, 2, "2023-11-18T09:00:00Z", "Zahl eines anderen Ortsteils", withdrawn),
    ]);
    assert_eq!(known(&rollout, date(2023, 11, 17)), Some((date(2023, 11, 17), 900)));
    assert_eq!(known(&rollout, date(2023, 11, 18)), Some((DAY, 300)));
    assert_eq!(griesheim(&rollout).not_reported_on, Some(date(2023, 11, 17)));
}

#[test]
fn silence_after_a_number_is_named_with_its_day_and_replaces_nothing() {
    let mut later_silence = silence();
    later_silence.as_of = date(2023, 11, 17);
    let rollout = with_readings(vec![record(1, on(DAY, Stage::Checked, 300)), record(2, later_silence.clone())]);
    let status = griesheim(&rollout);
    assert_eq!(status.current.unwrap().as_of, DAY);
    assert_eq!(status.not_reported_on, Some(date(2023, 11, 17)));
    let answered =
        with_readings(vec![record(1, later_silence), record(2, on(date(2023, 11, 24), Stage::Checked, 310))]);
    assert_eq!(griesheim(&answered).not_reported_on, None, "the number that came since has answered it");
}

#[test]
fn an_area_that_was_only_silent_has_no_number_and_no_place() {
    let status = griesheim(&with_readings(vec![record(1, silence())]));
    assert_eq!(status.current, None);
    assert_eq!(status.not_reported_on, Some(DAY));
    assert_eq!((status.place, status.gap(THIRD)), (None, None));
    assert_eq!(status.state(THIRD), State::Running(Progress::None));
}

#[test]
fn a_later_base_stands_on_the_page_and_leaves_the_older_reading_alone() {
    let newer = Base { id: BaseId(2), ..households(1150).unwrap() };
    let companies = Base { id: BaseId(3), unit: Unit::Companies, ..households(40).unwrap() };
    let bases = vec![(GRIESHEIM, households(1233).unwrap()), (GRIESHEIM, newer), (GRIESHEIM, companies)];
    let rollout = Rollout { bases, ..with_readings(vec![record(1, counted(380, 1233))]) };
    let report = rollout.area_report("griesheim", DAY).unwrap();
    assert_eq!(report.base.as_ref().unwrap().count, 1150);
    let (_, status) = report.status().unwrap();
    // 407 − 380 = 27; of 1 150 (380 needed: 379.5) it would be none.
    assert_eq!(status.gap(THIRD), Some(Gap::Missing(Exact(27))));
    assert_eq!(rollout.base_of(GRIESHEIM, Unit::Companies).unwrap().count, 40);
    assert_eq!(rollout.base_of(WEIER, Unit::Households), None);
}

#[test]
fn offenburg_on_the_tenth_of_november() {
    let below = |id| area(AreaId(id), if id == 4 { "Bühl" } else { "Rammersweier" }, AreaKind::District, Some(TOWN));
    let mut areas = districts();
    areas.extend([below(4), below(5)]);
    let ids = [2, 3, 4, 5].map(AreaId);
    let campaign = Campaign { areas: ids.to_vec(), deadlines: offenburg_deadlines(), ..campaign() };
    let under_15 = |id, area| Record { area: AreaId(area), ..record(id, stated(LessThan(percent(15)))) };
    let rollout = Rollout {
        areas: AreaTree::new(areas).unwrap(),
        campaigns: vec![campaign],
        readings: vec![under_15(1, 4), under_15(2, 5)],
        ..Rollout::default()
    };
    let status = rollout.known_on(DAY).town_status(DAY);
    assert_eq!(status.town, "Offenburg");
    let main = status.main_campaign().unwrap();
    assert_eq!(main.campaign.days_left(DAY), Some(15));
    assert!(main.areas.iter().all(|area| !area.extended));
    let names: Vec<_> = main.areas.iter().map(|area| (area.name.as_str(), area.place)).collect();
    let expected = [("Bühl", Some(1)), ("Rammersweier", Some(1)), ("Griesheim", None), ("Weier", None)];
    assert_eq!(names, expected);
    assert_eq!(main.count(State::Running(Progress::Below)), 2);
    assert_eq!(main.count(State::Running(Progress::None)), 2);
    assert_eq!(main.missing_in_all().unknown, 4);
}

#[test]
fn an_extended_deadline_marks_every_area_of_the_campaign() {
    let extended = Campaign { deadlines: offenburg_deadlines(), ..campaign() };
    let rollout = Rollout { campaigns: vec![extended], ..rollout() };
    let marks = |today| {
        let status = only_campaign(&rollout.clone().known_on(today));
        status.areas.iter().map(|area| area.extended).collect::<Vec<_>>()
    };
    assert_eq!(marks(date(2023, 11, 23)), [false, false]);
    assert_eq!(marks(date(2023, 11, 24)), [true, true]);
}

#[test]
fn one_invented_number_marks_the_whole_page_as_sample_data() {
    let invented = |stage, day| {
        let mut reading = on(day, stage, 300);
        reading.sample = true;
        reading
    };
    let real = record(1, on(DAY, Stage::Reported, 300));
    let marked = |readings| with_readings(readings).town_status(DAY).sample;
    assert!(!marked(vec![real.clone()]));
    assert!(marked(vec![record(1, invented(Stage::Checked, DAY))]));
    assert!(marked(vec![real.clone(), record(2, invented(Stage::Net, date(2023, 10, 1)))]), "it stands beside");
    let replaced = with_readings(vec![
        record(1, invented(Stage::Checked, DAY)),
        correction(2, 1, "2023-11-11T09:00:00Z", "jetzt gezählt", on(DAY, Stage::Checked, 288)),
    ]);
    assert!(!replaced.town_status(DAY).sample, "the start page no longer shows it");
    assert!(replaced.area_report("griesheim", DAY).unwrap().sample, "the table still does");
}

#[test]
fn every_area_below_the_town_has_a_page_and_the_town_has_the_start_page() {
    let rollout = rollout();
    let pages: Vec<_> = rollout.pages().iter().map(ToString::to_string).collect();
    assert_eq!(pages, ["griesheim", "weier"]);
    assert_eq!(rollout.area_report("offenburg", DAY), None);
    assert_eq!(rollout.area_report("kehl", DAY), None);
}

#[test]
fn an_area_without_a_campaign_has_a_page_that_says_so() {
    let rollout = Rollout { campaigns: Vec::new(), ..with_readings(vec![record(1, counted(407, 1233))]) };
    let report = rollout.area_report("griesheim", DAY).unwrap();
    assert_eq!(report.campaign, None);
    assert_eq!(report.status(), None);
    assert!(report.history.is_empty());
}

#[test]
fn the_newest_campaign_of_an_area_is_its_campaign() {
    let earlier = Campaign { id: CampaignId(2), opened_on: Some(date(2019, 1, 7)), ..campaign() };
    let undated = Campaign { id: CampaignId(3), opened_on: None, ..campaign() };
    let rollout = Rollout { campaigns: vec![campaign(), earlier, undated], ..rollout() };
    assert_eq!(rollout.campaign_of(GRIESHEIM).unwrap().id, CAMPAIGN);
    assert_eq!(rollout.campaign_of(TOWN), None);
}

#[test]
fn companies_have_their_own_campaigns() {
    let commercial = Campaign { id: CampaignId(2), unit: Unit::Companies, ..campaign() };
    let rollout = Rollout { campaigns: vec![commercial, campaign()], ..rollout() };
    let status = rollout.town_status(DAY);
    assert_eq!(status.main_campaign().unwrap().campaign.id, CAMPAIGN);
    let commercial: Vec<_> = status.commercial_campaigns().map(|status| status.campaign.id).collect();
    assert_eq!(commercial, [CampaignId(2)]);
}

#[test]
fn a_campaign_is_known_from_its_publication() {
    let announced = Campaign { source: published(date(2023, 8, 1)), ..campaign() };
    let rollout = Rollout { campaigns: vec![announced], ..rollout() };
    assert!(rollout.clone().known_on(date(2023, 7, 31)).campaigns.is_empty());
    assert_eq!(rollout.known_on(date(2023, 8, 1)).campaigns.len(), 1);
}

#[test]
fn a_count_without_a_base_is_shown_as_such() {
    let no_base = Reading::new(DAY, Stage::Checked, Value::Contracts(Exact(300)), None, source()).unwrap();
    let status = griesheim(&with_readings(vec![record(1, no_base)]));
    assert_eq!(status.state(THIRD), State::Running(Progress::NoBase));
    assert_eq!((status.quota(), status.gap(THIRD), status.place), (None, None, None));
}
