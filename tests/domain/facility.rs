//! Facilities: need, sufficiency and gaps with hand-computed numbers; folding, order, counters.

use faserstand_lib::domain::{
    area::Slug,
    facility::{
        Answer, Details, FacilityKind, Fundable, Standing, free_slug,
        inventory::{Counter, Counters, Dated, Facility, GapClass, Selection, by_gap},
        line::{Line, Speed, Technology},
        need::{Need, Sufficiency, ToTarget, Unjudged, balance_kbits, need, sufficiency},
        place::{Position, Precision},
        plan::{Step, StepParts, StepState, Strand},
    },
    source::Source,
};
use jiff::civil::{Date, date};

fn source() -> Source {
    Source { name: "Messung der Schul-IT".to_owned(), published_on: None }
}

fn line(down: u32, up: u32) -> Line {
    Line {
        technology: Some(Technology::Vdsl),
        down: Some(Speed::from_mbits(down)),
        up: Some(Speed::from_mbits(up)),
        provider: None,
        measured_on: Some(date(2023, 11, 28)),
        source: source(),
    }
}

fn school(name: &str, classes: Option<u16>, lines: &[Line]) -> Facility {
    let mut details = Details::new(name, FacilityKind::School, source());
    details.classes = classes;
    let mut facility = Facility::new(Slug::of_name(name).unwrap(), details);
    facility.lines = lines.iter().map(|line| Dated { known_on: date(2023, 11, 28), record: line.clone() }).collect();
    facility
}

fn step(strand: Strand, state: StepState, known_on: Date) -> Dated<Step> {
    let reached = Some(faserstand_lib::domain::when::When::Day(known_on));
    let parts = StepParts {
        strand,
        state,
        reached,
        next_planned: None,
        responsible: None,
        cost: None,
        note: None,
        source: source(),
    };
    Dated { known_on, record: Step::new(parts).unwrap() }
}

#[test]
fn a_school_needs_thirty_for_each_class_and_for_its_administration() {
    // 30 × (30 + 1) = 930, 30 × (32 + 1) = 990, 30 × (5 + 1) = 180
    assert_eq!(need(30), Speed::from_mbits(930));
    assert_eq!(need(32), Speed::from_mbits(990));
    assert_eq!(need(5), Speed::from_mbits(180));
}

#[test]
fn a_school_below_its_need_is_told_what_is_missing() {
    // 30 classes need 930; 100 down is 830 too little. To the target 900 down and 960 up are missing.
    let oken = school("Oken-Gymnasium", Some(30), &[line(100, 40)]);
    assert_eq!(oken.sufficiency(), Ok(Sufficiency::BelowNeed));
    assert_eq!(oken.balance_kbits(), Some(-830_000));
    let missing = ToTarget { down: Some(Speed::from_mbits(900)), up: Some(Speed::from_mbits(960)) };
    assert_eq!(oken.to_target(), missing);
}

#[test]
fn a_gigabit_downstream_is_not_yet_the_target() {
    // 32 classes need 990: 10 to spare; 950 up are missing to the target.
    let school = school("Grimmelshausen-Gymnasium", Some(32), &[line(1_000, 50)]);
    assert_eq!(school.sufficiency(), Ok(Sufficiency::Gigabit));
    assert_eq!(school.balance_kbits(), Some(10_000));
    assert!(!school.to_target().is_reached());
    assert_eq!(sufficiency(school.need(), Some(&line(1_000, 1_000))), Ok(Sufficiency::SymmetricGigabit));
}

#[test]
fn the_need_is_met_to_the_last_kilobit() {
    let exactly = Line { down: Some(Speed::from_kbits(930_000)), ..line(0, 0) };
    let just_below = Line { down: Some(Speed::from_kbits(929_999)), ..line(0, 0) };
    assert_eq!(sufficiency(Need::Known(need(30)), Some(&exactly)), Ok(Sufficiency::MeetsNeed));
    assert_eq!(sufficiency(Need::Known(need(30)), Some(&just_below)), Ok(Sufficiency::BelowNeed));
}

#[test]
fn a_very_large_school_is_below_its_need_with_a_symmetric_gigabit() {
    // 33 classes need 30 × 34 = 1.020.
    let large = school("Große Schule", Some(33), &[line(1_000, 1_000)]);
    assert_eq!(large.sufficiency(), Ok(Sufficiency::BelowNeed));
    assert!(large.to_target().is_reached());
    assert_eq!(large.balance_kbits(), Some(-20_000));
}

#[test]
fn what_is_not_known_is_not_judged() {
    assert_eq!(school("A", Some(10), &[]).sufficiency(), Err(Unjudged::NoLine));
    let silent = Line { down: None, ..line(0, 0) };
    assert_eq!(school("A", Some(10), &[silent]).sufficiency(), Err(Unjudged::NoSpeed));
    assert_eq!(school("A", None, &[line(1_000, 1_000)]).sufficiency(), Err(Unjudged::NoClasses));
    assert_eq!(school("A", None, &[line(50, 10)]).balance_kbits(), None);
    let mut kita = school("Kita A", Some(4), &[line(50, 10)]);
    kita.details.kind = FacilityKind::DaycareCentre;
    assert_eq!(kita.sufficiency(), Err(Unjudged::NoNeed));
    assert_eq!(balance_kbits(kita.need(), kita.line()), None);
    kita.lines = school("A", None, &[line(1_000, 1_000)]).lines;
    assert_eq!(kita.sufficiency(), Ok(Sufficiency::SymmetricGigabit));
}

#[test]
fn the_line_measured_last_holds_even_if_an_older_one_is_recorded_later() {
    let older = Line { measured_on: Some(date(2020, 11, 5)), ..line(16, 1) };
    let school = school("A", Some(10), &[line(50, 10), older]);
    assert_eq!(school.line().and_then(|line| line.down), Some(Speed::from_mbits(50)));
}

#[test]
fn what_a_contract_states_takes_no_measurements_place() {
    let stated = Line { measured_on: None, ..line(1_000, 1_000) };
    for lines in [[stated.clone(), line(50, 10)], [line(50, 10), stated.clone()]] {
        assert_eq!(school("A", Some(10), &lines).line().and_then(|line| line.down), Some(Speed::from_mbits(50)));
    }
    assert_eq!(school("A", Some(10), std::slice::from_ref(&stated)).line(), Some(&stated));
}

#[test]
fn of_two_measurements_of_one_day_the_later_record_holds() {
    let school = school("A", Some(10), &[line(50, 10), line(45, 10)]);
    assert_eq!(school.line().and_then(|line| line.down), Some(Speed::from_mbits(45)));
}

#[test]
fn the_largest_gap_stands_first_and_the_unknown_last() {
    let a = school("Klein", Some(5), &[line(16, 1)]); // 180 − 16 = 164
    let b = school("Groß", Some(30), &[line(100, 40)]); // 830
    let c = school("Gut", Some(2), &[line(1_000, 1_000)]); // none
    let d = school("Arm an Wissen", None, &[]);
    let mut e = school("Kita Langsam", None, &[line(50, 10)]);
    e.details.kind = FacilityKind::DaycareCentre;
    let mut list = vec![&d, &c, &e, &a, &b];
    by_gap(&mut list);
    let names: Vec<&str> = list.iter().map(|facility| facility.details.name.as_str()).collect();
    assert_eq!(names, ["Groß", "Klein", "Gut", "Kita Langsam", "Arm an Wissen"]);
}

#[test]
fn a_counter_names_the_unknown_and_never_counts_it_as_nothing() {
    let mut active = school("A", Some(10), &[line(1_000, 1_000)]);
    active.steps = vec![step(Strand::Line, StepState::Active, date(2023, 8, 1))];
    let mut ordered = school("B", Some(10), &[line(50, 10)]);
    ordered.steps = vec![step(Strand::Line, StepState::Ordered, date(2023, 8, 1))];
    let unknown = school("C", None, &[]);
    let stated_only = Line { measured_on: None, ..line(1_000, 1_000) };
    let stated = school("D", Some(10), &[stated_only]);
    let mut closed = school("E", Some(10), &[line(16, 1)]);
    closed.details.standing = Standing::Closed;
    let counters = Counters::of([&active, &ordered, &unknown, &stated, &closed]);
    assert_eq!(counters.active, Counter { so: 1, of: 2, unknown: 2 });
    assert_eq!(counters.need_met, Counter { so: 1, of: 2, unknown: 2 }, "a stated line is not measured");
    assert_eq!(counters.target_reached, Counter { so: 2, of: 3, unknown: 1 });
    assert_eq!(counters.active.in_all(), 4);
}

#[test]
fn the_wlan_says_nothing_of_the_line() {
    let mut school = school("A", Some(10), &[]);
    school.steps = vec![step(Strand::Wlan, StepState::Active, date(2023, 8, 1))];
    assert_eq!(Counters::of([&school]).active, Counter { so: 0, of: 0, unknown: 1 });
    assert_eq!(school.state(Strand::Wlan), Some(StepState::Active));
    assert_eq!(school.state(Strand::Line), None);
}

#[test]
fn a_list_is_narrowed_by_kind_area_state_and_gap() {
    let mut school = school("A", Some(30), &[line(100, 40)]);
    school.steps = vec![step(Strand::Line, StepState::Planned, date(2023, 8, 1))];
    let holds = |selection: Selection| selection.holds(&school);
    assert!(holds(Selection::default()));
    assert!(holds(Selection { kind: Some(FacilityKind::School), ..Selection::default() }));
    assert!(!holds(Selection { kind: Some(FacilityKind::DaycareCentre), ..Selection::default() }));
    assert!(holds(Selection { area: Some(None), ..Selection::default() }));
    assert!(holds(Selection { state: Some(Some(StepState::Planned)), ..Selection::default() }));
    assert!(!holds(Selection { state: Some(None), ..Selection::default() }));
    assert!(holds(Selection { gap: Some(GapClass::BelowNeed), ..Selection::default() }));
}

#[test]
fn fundable_or_not_has_its_reason() {
    assert!(Fundable::new(Answer::Yes, "unter 200 Mbit/s").is_ok());
    assert!(Fundable::new(Answer::No, " ").is_err());
    assert_eq!(Fundable::new(Answer::Unknown, ""), Ok(Fundable::Unknown));
    let no = Fundable::new(Answer::No, "Kabel gilt als gigabitfähig").unwrap();
    assert_eq!((no.answer(), no.reason()), (Answer::No, Some("Kabel gilt als gigabitfähig")));
}

#[test]
fn stored_details_keep_the_rule_of_the_reason() {
    let details = Details::new("A", FacilityKind::School, source());
    let text = serde_json::to_string(&details).unwrap();
    assert_eq!(serde_json::from_str::<Details>(&text).unwrap(), details);
    let broken = text.replace("\"fundable\":\"unknown\"", "\"fundable\":{\"no\":\" \"}");
    assert_ne!(broken, text);
    assert!(serde_json::from_str::<Details>(&broken).is_err());
}

#[test]
fn a_second_facility_of_one_name_gets_a_number_in_its_address() {
    let taken = ["kita-buehl", "kita-buehl-2"];
    let slug = free_slug("Kita Bühl", |slug| taken.contains(&slug)).unwrap();
    assert_eq!(slug.as_str(), "kita-buehl-3");
    assert_eq!(free_slug("…", |_| false), None);
}

#[test]
fn an_edit_to_what_is_not_public_leaves_the_public_source_as_it_was() {
    let mut oken = school("Oken-Gymnasium", Some(30), &[]);
    let by = |name: &str| Source { name: name.to_owned(), published_on: None };
    let first = oken.public_source.clone();
    oken.correct(Details { classes: Some(31), source: by("Mail der Schulleitung"), ..oken.details.clone() });
    assert_eq!((oken.public_source.clone(), oken.details.classes), (first, Some(31)));
    oken.correct(Details { name: "Oken".to_owned(), source: by("Schulverzeichnis"), ..oken.details.clone() });
    assert_eq!(oken.public_source, by("Schulverzeichnis"));
    // A position that is the same to three decimals is public already.
    let at = |lat| Position::new(lat, 7_940_000, Precision::Exact).ok();
    oken.correct(Details { position: at(48_478_100), source: by("Karte"), ..oken.details.clone() });
    oken.correct(Details { position: at(48_478_300), source: by("Begehung"), ..oken.details.clone() });
    assert_eq!((oken.public_source, oken.details.source), (by("Karte"), by("Begehung")));
}
