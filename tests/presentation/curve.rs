//! The curve of one area: its points, its lines, what has no place on it.

use faserstand_lib::{
    domain::{
        amount::Amount,
        measure::Measure,
        reading::{Reading, Stage, Value},
        when::When,
    },
    presentation::{
        curve::{Curve, Spread, draw, marks},
        curve_picture, curve_words,
        lang::Lang,
    },
};
use jiff::civil::{Date, date};

use crate::{
    build::{THIRD, deadline, households, measure, percent},
    example::{on, page},
};

const FIRST: Date = date(2023, 10, 20);
const SECOND: Date = date(2023, 10, 27);
const THIRD_DAY: Date = date(2023, 11, 3);
const FOURTH: Date = date(2023, 11, 10);

fn counted(day: Date, count: u32) -> Reading {
    on(day, Value::Contracts(Amount::Exact(count)), households(1233))
}

fn bare(day: Date, count: u32) -> Reading {
    on(day, Value::Contracts(Amount::Exact(count)), None)
}

fn stated(day: Date, amount: Amount<u32>) -> Reading {
    on(day, Value::Percent(amount.map(percent)), None)
}

fn drawn(readings: &[Reading]) -> Option<Curve> {
    draw(&page(THIRD, readings, FOURTH), Lang::De)
}

#[test]
fn two_points_are_a_curve_and_one_is_none() {
    assert_eq!(drawn(&[]), None);
    assert_eq!(drawn(&[counted(FIRST, 100)]), None);
    assert_eq!(drawn(&[counted(FIRST, 100), counted(SECOND, 120)]).unwrap().points.len(), 2);
    assert_eq!(drawn(&[counted(FIRST, 100), on(SECOND, Value::NotReported, None)]), None);
}

#[test]
fn a_missing_week_breaks_the_line() {
    let whole = drawn(&[counted(FIRST, 100), counted(SECOND, 120), counted(THIRD_DAY, 140)]).unwrap().line;
    assert_eq!((whole.matches('M').count(), whole.matches('L').count()), (1, 2));
    let silent = on(SECOND, Value::NotReported, households(1233));
    let broken = drawn(&[counted(FIRST, 100), silent, counted(THIRD_DAY, 140)]).unwrap().line;
    assert_eq!((broken.matches('M').count(), broken.matches('L').count()), (2, 0));
}

#[test]
fn what_is_uncertain_is_an_open_stretch() {
    let curve = drawn(&[
        stated(FIRST, Amount::LessThan(10)),
        stated(SECOND, Amount::Range(10, 20)),
        stated(THIRD_DAY, Amount::Exact(20)),
    ])
    .unwrap();
    // The scale ends at 40 %: 10 % stand at three quarters from the top, 20 % at the middle.
    let open: Vec<_> = curve.points.iter().map(|point| (point.y, point.spread)).collect();
    assert_eq!(open, [(7_500, Some(Spread::Below)), (6_250, Some(Spread::Between(5_000, 7_500))), (5_000, None)]);
    let target = curve.target.unwrap();
    assert_eq!((target.y, target.text(), target.under), (1_750, "Ziel 33\u{a0}%".to_owned(), false));
}

#[test]
fn without_a_base_contracts_are_drawn() {
    let curve = drawn(&[bare(FIRST, 20), bare(SECOND, 40)]).unwrap();
    assert_eq!(curve.target, None);
    assert_eq!(curve.ticks.last().unwrap().1, "50");
    assert_eq!(curve.left_out, None);
}

#[test]
fn of_quotas_and_bare_counts_the_more_are_drawn_and_the_others_are_named() {
    let mixed = drawn(&[bare(FIRST, 20), counted(SECOND, 120), counted(THIRD_DAY, 140)]).unwrap();
    assert_eq!(mixed.points.len(), 2);
    assert_eq!(mixed.left_out.as_deref(), Some("1 Meldung ohne Quote steht in der Tabelle."));
    assert!(mixed.sentence.ends_with("1 Meldung ohne Quote steht in der Tabelle."));
    // Three of four have no quota; all four have a count.
    let counts = [bare(FIRST, 20), bare(SECOND, 40), bare(THIRD_DAY, 60), counted(FOURTH, 80)];
    assert_eq!(drawn(&counts).unwrap().points.len(), 4);
    let percents = [stated(FIRST, Amount::Exact(5)), bare(SECOND, 40), bare(THIRD_DAY, 60)];
    assert_eq!(drawn(&percents).unwrap().left_out.unwrap(), "1 Meldung ohne Anzahl steht in der Tabelle.");
    // One of each has no common scale.
    assert_eq!(drawn(&[stated(FIRST, Amount::Exact(5)), bare(SECOND, 40)]), None);
}

#[test]
fn of_several_deadlines_the_last_announced_holds() {
    let mut report = page(THIRD, &[counted(FIRST, 100), counted(SECOND, 120)], FOURTH);
    let campaign = &mut report.campaign.as_mut().unwrap().campaign;
    campaign.deadlines.push(deadline(date(2023, 12, 31), FOURTH));
    let deadlines = draw(&report, Lang::De).unwrap().deadlines;
    let told: Vec<_> = deadlines.iter().map(|mark| (mark.text.as_str(), mark.holds)).collect();
    assert_eq!(told, [("Frist 25. Nov.", false), ("Frist 31. Dez.", true)]);
}

fn around(days: [Date; 3]) -> [Option<i64>; 2] {
    let [first, second, third] = days;
    let mut report = page(THIRD, &[counted(first, 100), counted(second, 120), counted(third, 166)], FOURTH);
    let when = When::Day(second.tomorrow().unwrap());
    report.measures.push(Measure { when, known_on: first, ..measure() });
    let around = marks(&report).first().unwrap().around;
    [around.before, around.after].map(|week| week.map(|week| week.contracts))
}

#[test]
fn a_measure_shows_each_week_around_it_that_is_one() {
    assert_eq!(around([FIRST, SECOND, THIRD_DAY]), [Some(20), Some(46)]);
    assert_eq!(around([FIRST, SECOND, date(2023, 11, 4)]), [Some(20), Some(46)]); // 8 days
    assert_eq!(around([FIRST, SECOND, date(2023, 11, 5)]), [Some(20), None]); // 9 days
    assert_eq!(around([date(2023, 10, 22), SECOND, THIRD_DAY]), [None, Some(46)]); // 5 days
}

#[test]
fn each_exactness_is_drawn_in_its_own_way_and_said_below() {
    let spread = |amount: Amount<u32>| {
        let curve = drawn(&[stated(FIRST, Amount::Exact(5)), stated(SECOND, amount)]).unwrap();
        (curve.points[1].spread, curve.points[1].short.clone(), curve_words::legend(&curve, Lang::De).join(" "))
    };
    let told = |spread: Option<Spread>, short: &str, legend: &str| (spread, short.to_owned(), legend.to_owned());
    assert_eq!(spread(Amount::Exact(20)), told(None, "20\u{a0}%", ""));
    let ring = "Gestrichelter Ring: ungefähre Zahl.";
    assert_eq!(spread(Amount::About(20)), told(Some(Spread::Around), "≈\u{a0}20\u{a0}%", ring));
    let arrow = "Pfeil nach oben: mindestens so viel.";
    assert_eq!(spread(Amount::AtLeast(20)), told(Some(Spread::Above), "≥\u{a0}20\u{a0}%", arrow));
    let down = "Strich bis zur Grundlinie: weniger als die Zahl am Punkt.";
    assert_eq!(spread(Amount::LessThan(20)), told(Some(Spread::Below), "<\u{a0}20\u{a0}%", down));
    let between = "Strich mit zwei Enden: eine Spanne.";
    assert_eq!(spread(Amount::Range(10, 20)), told(Some(Spread::Between(5_000, 7_500)), "10–20\u{a0}%", between));
}

#[test]
fn each_stage_has_a_mark_of_its_own_shape() {
    let picture = |stage: Stage| {
        let mut last = counted(SECOND, 120);
        last.stage = stage;
        curve_picture::inside(&drawn(&[counted(FIRST, 100), last]).unwrap()).into_string()
    };
    assert!(picture(Stage::Reported).contains(r#"class="d r""#));
    assert!(!picture(Stage::Checked).contains(r#"class="d r""#) && !picture(Stage::Checked).contains("0z"));
    assert!(picture(Stage::Net).contains(r#"<path class="d" d="M0-6.5"#), "a diamond");
}

#[test]
fn earlier_deadlines_are_dated_in_the_picture_where_they_have_room_and_always_below() {
    let dated = |days: &[Date]| {
        let mut report = page(THIRD, &[counted(FIRST, 100), counted(SECOND, 120)], FOURTH);
        let campaign = &mut report.campaign.as_mut().unwrap().campaign;
        campaign.deadlines = days.iter().map(|day| deadline(*day, FIRST)).collect();
        let below = curve_words::earlier_deadlines(campaign, Lang::De);
        let marks = draw(&report, Lang::De).unwrap().deadlines;
        (marks.iter().map(|mark| mark.labelled).collect::<Vec<_>>(), below.unwrap_or_default())
    };
    assert_eq!(dated(&[date(2023, 11, 25)]), (vec![true], String::new()));
    let (labelled, below) = dated(&[date(2023, 11, 25), date(2023, 12, 31)]);
    assert_eq!((labelled, below.as_str()), (vec![true, true], "Gepunktet: frühere Frist 25. November 2023."));
    let (labelled, below) = dated(&[date(2023, 11, 25), date(2023, 11, 27), date(2024, 2, 29)]);
    assert_eq!(labelled, [true, false, true], "two days apart there is room for one date");
    assert_eq!(below, "Gepunktet: frühere Fristen 25. November 2023 und 27. November 2023.");
}

#[test]
fn in_the_workspace_the_curve_explains_its_dots_lines_and_flags_itself() {
    let mut report = page(THIRD, &[counted(FIRST, 100), counted(SECOND, 120)], FOURTH);
    let key = |report: &_| curve_words::key(&draw(report, Lang::De).unwrap(), report);
    assert_eq!(key(&report), "Jeder Punkt ist eine geprüfte Meldung.");
    report.measures.push(Measure { when: When::Day(SECOND), known_on: FIRST, ..measure() });
    let campaign = &mut report.campaign.as_mut().unwrap().campaign;
    campaign.deadlines = [date(2023, 11, 25), date(2023, 12, 31)].map(|day| deadline(day, FIRST)).to_vec();
    let earlier = "Gepunktet: frühere Frist 25. November 2023.";
    assert_eq!(key(&report), format!("Jeder Punkt ist eine geprüfte Meldung. {earlier} 1: Infoabend, 27. Oktober."));
}

#[test]
fn flags_close_to_each_other_stand_above_each_other() {
    let levels = |days: &[Date]| {
        let mut report = page(THIRD, &[counted(FIRST, 100), counted(FOURTH, 120)], FOURTH);
        report.measures =
            days.iter().map(|day| Measure { when: When::Day(*day), known_on: FIRST, ..measure() }).collect();
        draw(&report, Lang::De).unwrap().flags.iter().map(|flag| flag.level).collect::<Vec<_>>()
    };
    assert_eq!(levels(&[FIRST, THIRD_DAY]), [0, 0], "two weeks apart");
    assert_eq!(levels(&[FIRST, FIRST, FIRST.tomorrow().unwrap()]), [0, 1, 2], "the same days");
}

#[test]
fn above_the_target_its_label_stands_below_the_line() {
    let under = |percent: u32| {
        let curve = drawn(&[stated(FIRST, Amount::Exact(5)), stated(SECOND, Amount::Exact(percent))]).unwrap();
        curve.target.unwrap().under
    };
    assert_eq!([under(32), under(33), under(34)], [false, false, true]);
}

#[test]
fn no_day_of_the_axis_runs_into_the_deadline() {
    let days = |holding: Date| {
        let mut report = page(THIRD, &[counted(date(2023, 9, 4), 10), counted(FOURTH, 120)], FOURTH);
        report.campaign.as_mut().unwrap().campaign.deadlines = vec![deadline(holding, FIRST)];
        draw(&report, Lang::De).unwrap().days.into_iter().map(|(_, day)| day).collect::<Vec<_>>()
    };
    // On a scale of 82 days the label of 25 November reaches back to 1 November.
    assert_eq!(days(date(2023, 11, 25)), ["4. Sept.", "1. Okt.", "1. Nov."]);
    assert_eq!(days(date(2023, 11, 12)), ["4. Sept.", "1. Okt."]);
}
