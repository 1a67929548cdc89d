//! Findings: what a newly typed number makes one ask, and what keeps it from being saved.

use faserstand_lib::domain::{
    amount::Amount::{About, AtLeast, Exact, LessThan, Range},
    finding::{self, Finding, Typed, Weight, findings, objection},
    import::Problem,
    reading::{
        Reading,
        Stage::{Checked, Net, Reported},
        Value,
    },
    sheet::{Held, SheetRow, Terms},
    typed::amount::contracts,
};
use jiff::civil::{Date, date};

use crate::{
    build::{households, percent, source},
    weekly::{FRIDAY, TODAY, WEEK_BEFORE, amount, found, held, row, staged, terms, typed, weeks},
};

const fn too_many(contracts: u32, base: u32) -> Finding {
    Finding::Wrong(Problem::MoreThanBase { contracts, base })
}

/// A number of another day.
const fn of_day(as_of: Date, count: u32) -> Typed {
    Typed { as_of, ..typed(count) }
}

/// What a number makes one ask after 26 December.
fn found_later(row: &SheetRow, as_of: Date, count: u32) -> Vec<Finding> {
    findings(&terms(), row, of_day(as_of, count), date(2024, 1, 8))
}

#[test]
fn a_usual_number_makes_one_ask_nothing() {
    // 239, 248, 256, then 261: +9, +8, +5.
    assert_eq!(found(&weeks(&[239, 248, 256]), typed(261)), []);
    assert_eq!(found(&row(&[]), typed(261)), [], "nor does the first one");
    assert_eq!(found(&row(&[]), typed(0)), []);
}

#[test]
fn the_first_number_of_a_further_round_is_measured_by_none_of_the_round_before() {
    // 239, 248, 256 before the round opened on the Friday: 12 are a beginning, no fall. A day earlier they are one.
    let anew = SheetRow { round: Some(FRIDAY), ..weeks(&[239, 248, 256]) };
    assert_eq!(found(&anew, typed(12)), []);
    assert_eq!(finding::before(&anew, typed(12)), None);
    let fall = || [Finding::Falls { by: 244, since: WEEK_BEFORE }];
    assert_eq!(found(&SheetRow { round: Some(TODAY), ..anew.clone() }, typed(12)), fall());
    assert_eq!(found(&SheetRow { round: None, ..anew }, typed(12)), fall());
}

#[test]
fn more_contracts_than_the_base_are_wrong_however_they_are_said() {
    let row = row(&[]);
    assert_eq!(found(&row, typed(843)), [too_many(843, 842)]);
    assert_eq!(found(&row, amount(About(843))), [too_many(843, 842)]);
    assert_eq!(found(&row, amount(AtLeast(843))), [too_many(843, 842)]);
    assert_eq!(found(&row, amount(Range(800, 843))), [too_many(843, 842)]);
    // "Fewer than 843" may be all 842; "fewer than 844" may be one too many.
    assert_eq!(found(&row, amount(LessThan(843))), []);
    assert_eq!(found(&row, amount(LessThan(844))), [too_many(843, 842)]);
    assert_eq!(found(&row, typed(842)), []);
    assert_eq!(found(&SheetRow { base: None, ..row }, typed(843)), [], "without a base there is nothing to exceed");
}

#[test]
fn a_correction_is_judged_by_the_base_of_the_reading_that_it_replaces() {
    // 100 of 842 on the Friday; since then 1 042 households are known, or 90.
    let of = |base| SheetRow { base: Some(base), ..row(&[held(WEEK_BEFORE, 99), held(FRIDAY, 100)]) };
    let replaces = Finding::Replaces { held: typed(100).value };
    assert_eq!(found(&of(1_042), typed(843)), [too_many(843, 842)]);
    assert_eq!(found(&of(90), typed(101)), [replaces]);
    assert_eq!(finding::base(&of(90), typed(101)), Some(842));
    assert_eq!(finding::base(&of(90), staged_typed()), Some(90), "a new reading has the newest base");
}

/// The Friday's number once more, checked.
const fn staged_typed() -> Typed {
    Typed { stage: Checked, ..typed(80) }
}

#[test]
fn a_day_that_is_still_to_come_is_wrong() {
    let tomorrow = date(2023, 12, 5);
    assert_eq!(
        found(&row(&[]), of_day(tomorrow, 1)),
        [Finding::Wrong(Problem::FutureDay { day: tomorrow, today: TODAY })]
    );
    assert_eq!(found(&row(&[]), of_day(TODAY, 1)), []);
}

#[test]
fn a_day_before_the_opening_is_wrong() {
    let opened = date(2023, 9, 4);
    let before = date(2023, 9, 3);
    assert_eq!(found(&row(&[]), of_day(before, 1)), [Finding::Wrong(Problem::BeforeOpening { day: before, opened })]);
    assert_eq!(found(&row(&[]), of_day(opened, 1)), []);
    let without_opening = Terms { opened_on: None, ..terms() };
    assert_eq!(findings(&without_opening, &row(&[]), of_day(before, 1), TODAY), []);
}

#[test]
fn what_is_wrong_hides_what_it_would_make_one_ask_besides() {
    let row = SheetRow { base: Some(200), ..weeks(&[256]) };
    // 256 to 251 is a fall and 842 to 200 another base, but 251 of 200 cannot be.
    assert_eq!(found(&row, typed(251)), [too_many(251, 200)]);
    let tomorrow = date(2023, 12, 5);
    let both = [Finding::Wrong(Problem::FutureDay { day: tomorrow, today: TODAY }), too_many(251, 200)];
    assert_eq!(found(&row, of_day(tomorrow, 251)), both, "all that is wrong is told");
}

#[test]
fn a_fall_asks_for_a_reason() {
    // 256 on 24 November, 251 on 1 December: 5 fewer.
    let row = weeks(&[256]);
    assert_eq!(found(&row, typed(251)), [Finding::Falls { by: 5, since: WEEK_BEFORE }]);
    assert_eq!(found(&row, typed(256)), []);
}

#[test]
fn a_fall_after_a_better_check_is_what_the_check_is_for() {
    let row = weeks(&[256]);
    assert_eq!(found(&row, Typed { stage: Checked, ..typed(251) }), []);
    assert_eq!(found(&row, Typed { stage: Net, ..typed(240) }), []);
    // Checked alike it is a fall.
    let checked = self::row(&[staged(WEEK_BEFORE, Checked, 256)]);
    let fall = Finding::Falls { by: 5, since: WEEK_BEFORE };
    assert_eq!(found(&checked, Typed { stage: Checked, ..typed(251) }), [fall]);
}

#[test]
fn on_one_day_fewer_contracts_of_a_better_stage_are_no_fall() {
    let row = row(&[held(FRIDAY, 256)]);
    assert_eq!(found(&row, Typed { stage: Net, ..typed(240) }), []);
}

#[test]
fn a_fall_is_told_against_the_newest_earlier_number() {
    // Silence is no number, and what came later is none to fall from.
    let silence = Held { value: Value::NotReported, ..held(date(2023, 11, 30), 0) };
    let row = row(&[held(date(2023, 11, 17), 260), held(WEEK_BEFORE, 256), silence, held(date(2023, 12, 3), 300)]);
    let fall = Finding::Falls { by: 5, since: WEEK_BEFORE };
    assert_eq!(found(&row, typed(251)), [fall, Finding::OlderThanHeld { newest: date(2023, 12, 3) }]);
    let before = finding::before(&row, typed(251)).unwrap();
    assert_eq!((before.as_of, before.value), (WEEK_BEFORE, Value::Contracts(Exact(256))));
}

#[test]
fn a_base_that_changes_by_more_than_two_percent_asks_for_a_reason() {
    let counted_of = |base| row(&[Held { base: Some(base), ..held(WEEK_BEFORE, 100) }]);
    let now = |base, row| found(&SheetRow { base: Some(base), ..row }, typed(100));
    // 2 % of 850 are 17: 867 and 833 are exactly that far.
    assert_eq!(now(867, counted_of(850)), []);
    assert_eq!(now(833, counted_of(850)), []);
    assert_eq!(now(868, counted_of(850)), [Finding::BaseChanged { from: 850, to: 868 }]);
    assert_eq!(now(832, counted_of(850)), [Finding::BaseChanged { from: 850, to: 832 }]);
    // Where one of the two is not known, nothing has changed.
    assert_eq!(found(&SheetRow { base: None, ..counted_of(850) }, typed(100)), []);
    assert_eq!(now(900, row(&[Held { base: None, ..held(WEEK_BEFORE, 100) }])), []);
}

#[test]
fn a_stage_that_goes_back_asks_for_a_reason() {
    let row = row(&[staged(WEEK_BEFORE, Net, 240)]);
    let back = Finding::StageBack { from: Net, since: WEEK_BEFORE };
    assert_eq!(found(&row, typed(250)), std::slice::from_ref(&back));
    assert_eq!(found(&row, Typed { stage: Checked, ..typed(250) }), [back]);
    assert_eq!(found(&row, Typed { stage: Net, ..typed(250) }), []);
}

#[test]
fn another_value_for_a_stored_day_and_stage_asks_for_a_reason() {
    let row = row(&[held(FRIDAY, 256)]);
    let replaces = [Finding::Replaces { held: Value::Contracts(Exact(256)) }];
    assert_eq!(found(&row, typed(257)), replaces);
    assert_eq!(found(&row, amount(About(256))), replaces, "about 256 is another statement");
    assert_eq!(found(&row, Typed { stage: Checked, ..typed(250) }), [], "of another stage it stands beside");
    assert_eq!(found(&row, of_day(date(2023, 12, 2), 257)), [], "of another day too");
}

#[test]
fn what_is_stored_already_makes_one_ask_nothing() {
    // 256, then 251 with its reason: 251 once more needs none, though it is a fall and older than 260.
    let row = row(&[held(WEEK_BEFORE, 256), held(FRIDAY, 251), held(date(2023, 12, 3), 260)]);
    assert_eq!(found(&row, typed(251)), []);
    // Of two sources of one day and stage the later entry is the one that holds.
    let two = self::row(&[held(FRIDAY, 250), held(FRIDAY, 251)]);
    assert_eq!(found(&two, typed(251)), []);
    assert_eq!(found(&two, typed(250)), [Finding::Replaces { held: Value::Contracts(Exact(251)) }]);
}

#[test]
fn taking_a_number_back_asks_for_a_reason() {
    let silence = Typed { value: Value::NotReported, ..typed(0) };
    let stored = row(&[held(FRIDAY, 256)]);
    let replaces = Finding::Replaces { held: Value::Contracts(Exact(256)) };
    assert_eq!(found(&stored, silence), [replaces, Finding::NotReported]);
    // Nothing is taken back where nothing was said, or by a number after silence.
    assert_eq!(found(&row(&[held(WEEK_BEFORE, 256)]), silence), [Finding::NotReported]);
    let quiet = row(&[Held { value: Value::NotReported, ..held(FRIDAY, 0) }]);
    assert_eq!(found(&quiet, silence), [Finding::NotReported]);
    assert_eq!(found(&quiet, typed(256)), []);
}

#[test]
fn a_gain_above_twice_the_usual_is_odd() {
    // 200, 210, 218, 226: at most +10. Twice that is +20.
    let row = weeks(&[200, 210, 218, 226]);
    assert_eq!(found(&row, typed(246)), []);
    assert_eq!(found(&row, typed(247)), [Finding::Jump { gain: 21, usual: 10, days: 7 }]);
}

#[test]
fn a_gain_of_fifteen_is_never_odd() {
    let row = weeks(&[200, 200, 201]);
    assert_eq!(found(&row, typed(216)), []);
    assert_eq!(found(&row, typed(217)), [Finding::Jump { gain: 16, usual: 1, days: 7 }]);
    // Without two readings nobody knows what is usual.
    assert_eq!(found(&weeks(&[200]), typed(800)), []);
}

#[test]
fn the_last_four_gains_tell_what_is_usual() {
    // +50, +10, +8, +8, +8: the 50 are five readings ago.
    assert_eq!(
        found(&weeks(&[150, 200, 210, 218, 226, 234]), typed(255)),
        [Finding::Jump { gain: 21, usual: 10, days: 7 }]
    );
    // +50, +8, +8, +8: here they are one of the four, and the fall counts as no gain.
    assert_eq!(found(&weeks(&[150, 200, 208, 216, 224]), typed(245)), []);
    assert_eq!(found(&weeks(&[220, 200, 210]), typed(231)), [Finding::Jump { gain: 21, usual: 10, days: 7 }]);
}

#[test]
fn of_a_day_with_two_stages_the_better_one_counts() {
    let days = [date(2023, 11, 10), date(2023, 11, 17), WEEK_BEFORE];
    let mut both: Vec<Held> = Vec::new();
    for (day, reported, checked) in [(days[0], 260, 200), (days[1], 210, 210), (days[2], 280, 220)] {
        both.extend([staged(day, Reported, reported), staged(day, Checked, checked)]);
    }
    // Checked 200, 210, 220: +10 is usual. Mixed with the reported ones it would be +80.
    let typed = Typed { stage: Checked, ..typed(241) };
    assert_eq!(found(&row(&both), typed), [Finding::Jump { gain: 21, usual: 10, days: 7 }]);
}

#[test]
fn in_the_last_fortnight_a_rush_is_normal() {
    // The deadline is 31 December. Usual is +10: odd is above +20, and from the 17th on above +40.
    let row = weeks(&[200, 210, 218, 226]);
    let jump = |gain, days| [Finding::Jump { gain, usual: 10, days }];
    assert_eq!(found_later(&row, date(2023, 12, 16), 247), jump(21, 22));
    for day in [date(2023, 12, 17), date(2023, 12, 31)] {
        let days = (day.day() + 6).into();
        assert_eq!(found_later(&row, day, 266), [], "{day}");
        assert_eq!(found_later(&row, day, 267), jump(41, days), "{day}");
    }
    assert_eq!(found_later(&row, date(2024, 1, 1), 247), jump(21, 38));
    // Without a deadline there is no rush.
    let without = Terms { deadline: None, ..terms() };
    let odd = findings(&without, &row, of_day(date(2023, 12, 17), 247), date(2024, 1, 8));
    assert_eq!(odd, jump(21, 23));
}

#[test]
fn the_same_number_for_the_third_time_is_worth_a_word() {
    assert_eq!(found(&weeks(&[256, 256]), typed(256)), [Finding::Unchanged]);
    assert_eq!(found(&weeks(&[255, 256, 256]), typed(256)), [Finding::Unchanged]);
    assert_eq!(found(&weeks(&[256]), typed(256)), []);
    assert_eq!(found(&weeks(&[256, 255, 256]), typed(256)), []);
    assert_eq!(found(&weeks(&[256, 256]), typed(257)), []);
}

#[test]
fn a_newer_reading_that_is_stored_is_told() {
    let row = row(&[held(TODAY, 260)]);
    assert_eq!(found(&row, typed(256)), [Finding::OlderThanHeld { newest: TODAY }]);
    let quiet = self::row(&[Held { value: Value::NotReported, ..held(TODAY, 0) }]);
    assert_eq!(found(&quiet, typed(256)), []);
}

#[test]
fn more_contracts_after_a_check_contradict_the_number_before_it() {
    let told = |held: Held, stage, count| found(&row(&[held]), Typed { stage, ..typed(count) });
    let contradicts = |stage, contracts| [Finding::StagesContradict { stage, contracts }];
    assert_eq!(told(staged(FRIDAY, Reported, 250), Net, 251), contradicts(Reported, 250));
    let fewer = told(staged(FRIDAY, Net, 250), Reported, 249);
    assert_eq!(fewer[1..], contradicts(Net, 250));
    assert_eq!(told(staged(FRIDAY, Checked, 250), Net, 251), contradicts(Checked, 250));
    assert_eq!(told(staged(FRIDAY, Reported, 250), Net, 250), []);
    assert_eq!(told(staged(FRIDAY, Net, 250), Reported, 250).len(), 1);
    assert_eq!(told(staged(WEEK_BEFORE, Reported, 250), Net, 251), [], "only on the same day");
}

#[test]
fn a_better_checked_number_of_the_day_goes_on_holding() {
    let both = [staged(FRIDAY, Checked, 250), staged(FRIDAY, Net, 240)];
    let holds = |stage, count| [Finding::BetterHeld { stage, held: Value::Contracts(Exact(count)) }];
    assert_eq!(found(&row(&both), typed(256)), holds(Net, 240), "the best one");
    assert_eq!(found(&row(&both[..1]), typed(256)), holds(Checked, 250));
    assert_eq!(found(&row(&both[..1]), Typed { stage: Net, ..typed(240) }), []);
    assert_eq!(found(&row(&[staged(TODAY, Net, 240)]), typed(239)), [Finding::OlderThanHeld { newest: TODAY }]);
    let quiet = Held { value: Value::NotReported, ..staged(FRIDAY, Net, 0) };
    assert_eq!(found(&row(&[quiet]), typed(256)), [], "silence holds nothing");
}

#[test]
fn the_weightiest_finding_stands_first() {
    // On the day itself net 250; a week before 320 reported, 80 more than any gain; today's base is another one.
    let earlier = [staged(WEEK_BEFORE, Net, 320), staged(FRIDAY, Net, 250), held(TODAY, 330)];
    let row = SheetRow { base: Some(900), ..row(&earlier) };
    let told = found(&row, typed(249));
    let weights: Vec<Weight> = told.iter().map(Finding::weight).collect();
    assert_eq!(
        weights,
        [Weight::Reason, Weight::Reason, Weight::Reason, Weight::Notice, Weight::Notice, Weight::Notice]
    );
}

#[test]
fn a_reason_lifts_what_asks_for_one_and_no_error() {
    let (fall, jump) = (Finding::Falls { by: 5, since: WEEK_BEFORE }, Finding::Jump { gain: 21, usual: 10, days: 7 });
    let wrong = too_many(843, 842);
    assert_eq!(objection(&[Finding::NotReported, fall.clone()], false), Some(&fall));
    assert_eq!(objection(std::slice::from_ref(&fall), true), None);
    assert_eq!(objection(std::slice::from_ref(&wrong), true), Some(&wrong));
    assert_eq!(objection(&[jump, Finding::Unchanged, Finding::NotReported], false), None);
    assert_eq!(objection(&[], false), None);
}

#[test]
fn percentages_and_ranges_are_compared_with_nothing_and_harm_nothing() {
    let values = [
        Value::Percent(Exact(percent(100))),
        Value::Percent(LessThan(percent(0))),
        Value::Contracts(Range(0, u32::MAX)),
        Value::Contracts(LessThan(0)),
        Value::Contracts(AtLeast(u32::MAX)),
        Value::Contracts(Exact(u32::MAX)),
        Value::Contracts(Exact(0)),
        Value::NotReported,
    ];
    for earlier in values {
        for value in values {
            for base in [None, Some(0), Some(1), Some(u32::MAX)] {
                let days = [date(2023, 11, 10), date(2023, 11, 17), WEEK_BEFORE, FRIDAY];
                let held = days.map(|day| Held { value: earlier, base, ..held(day, 0) });
                let row = SheetRow { base, ..row(&held) };
                for as_of in [FRIDAY, TODAY, Date::MIN, Date::MAX] {
                    let told = found(&row, Typed { as_of, value, ..typed(0) });
                    assert!(told.len() <= 6, "{told:?}");
                }
            }
        }
    }
    let stated = row(&[Held { value: Value::Percent(Exact(percent(30))), ..held(WEEK_BEFORE, 0) }]);
    assert_eq!(found(&stated, typed(100)), []);
}

#[test]
fn what_can_be_typed_is_wrong_exactly_where_no_reading_can_be_made_of_it() {
    let forms = ["N", "etwa N", "mindestens N", "über N", "unter N", "höchstens N", "0 bis N"];
    let mut refused = 0;
    for base in 1..6 {
        for (form, count) in forms.iter().flat_map(|form| (0..9).map(move |count| (form, count))) {
            let Ok(Some(said)) = contracts(&form.replace('N', &count.to_string())) else { continue };
            let row = SheetRow { base: Some(base), ..row(&[]) };
            let told = found(&row, amount(said));
            let reading = Reading::new(FRIDAY, Reported, Value::Contracts(said), households(base), source());
            assert_eq!(objection(&told, true).is_none(), reading.is_ok(), "{said:?} of {base}");
            refused += usize::from(reading.is_err());
        }
    }
    assert!(refused > 100, "{refused}");
}
