//! One area's number in words, for each kind of value, before, on and after the deadline.

use faserstand_lib::{
    domain::{
        amount::Amount,
        campaign::{Campaign, Target, Unit},
        outcome::OutcomeKind,
        reading::{Reading, Stage, Value},
        status::AreaStatus,
    },
    presentation::{
        area_words::{age_note, figure, gap, headline, listed, map_figure, map_name},
        lang::Lang,
    },
};
use jiff::civil::{Date, date};

use crate::{
    build::{DAY, THIRD, contracts, counted, percent, reading, silence, stated, stated_of, status},
    example::{AFTER, DEADLINE, areas, bare, came_out, campaign, plain, towards},
};

fn sentence(target: Target, reading: Reading, today: Date) -> String {
    let area = status("Griesheim", Some(reading));
    plain(&headline(&area, &towards(target, vec![area.clone()]), today, Lang::De))
}

fn beside(target: Target, reading: Reading, today: Date) -> String {
    gap(&status("Griesheim", Some(reading)), &campaign(target), today, Lang::De)
}

fn unchecked(value: Value) -> Reading {
    let mut reading = reading(value, None);
    reading.stage = Stage::Reported;
    reading
}

#[test]
fn every_kind_of_value_has_its_sentence() {
    // 33 % of 1 233 are 407 contracts.
    let said = |reading| sentence(THIRD, reading, DAY);
    assert_eq!(said(counted(302, 1233)), "Griesheim steht bei 24,5 %, es fehlen 105 Verträge.");
    assert_eq!(said(counted(406, 1233)), "Griesheim steht bei 32,9 %, es fehlt 1 Vertrag.");
    assert_eq!(said(contracts(Amount::About(406), 1233)), "Griesheim steht bei etwa 32,9 %, es fehlt etwa 1 Vertrag.");
    assert_eq!(
        said(contracts(Amount::AtLeast(300), 1233)),
        "Griesheim steht bei mindestens 24,3 %, es fehlen weniger als 108 Verträge."
    );
    assert_eq!(said(stated(Amount::LessThan(percent(15)))), "Griesheim liegt unter 15 %.");
    assert_eq!(said(stated(Amount::Range(percent(10), percent(15)))), "Griesheim liegt bei 10 bis 15 %.");
    assert_eq!(said(stated(Amount::Exact(percent(24)))), "Griesheim steht bei 24 %.");
    // 24 % of 100 are 24, 33 are needed.
    assert_eq!(
        said(stated_of(Amount::Exact(percent(24)), 100)),
        "Griesheim steht bei 24 %, es fehlen etwa 9 Verträge."
    );
    assert_eq!(said(bare(171)), "In Griesheim sind es 171 Verträge, eine Quote gibt es nicht.");
    assert_eq!(said(bare(1)), "In Griesheim ist es 1 Vertrag, eine Quote gibt es nicht.");
    assert_eq!(said(counted(407, 1233)), "Griesheim hat 33 % erreicht: 33,0 %.");
}

#[test]
fn without_a_reading_no_number_is_said() {
    let area = status("Bühl", None);
    assert_eq!(headline(&area, &areas(vec![area.clone()]), DAY, Lang::De), "Für Bühl liegt keine Zahl vor.");
    assert_eq!(figure(&area, THIRD, Lang::De), "keine Zahl");
    let silent = AreaStatus { not_reported_on: Some(silence().as_of), ..area };
    assert_eq!(gap(&silent, &campaign(THIRD), DAY, Lang::De), "für den 10.\u{a0}November nicht\u{a0}gemeldet");
}

#[test]
fn what_the_state_says_is_not_said_a_second_time() {
    let named = |area: &AreaStatus| map_name(area, &campaign(THIRD), DAY, Lang::De);
    let silent = AreaStatus { not_reported_on: Some(silence().as_of), ..status("Bühl", None) };
    assert_eq!(listed(&silent, THIRD, Lang::De), "–");
    assert_eq!(plain(&named(&silent)), "Bühl keine Zahl, für den 10. November nicht gemeldet");
    let no_rate = status("Bühl", Some(bare(171)));
    assert_eq!(listed(&no_rate, THIRD, Lang::De), "–");
    assert_eq!(plain(&named(&no_rate)), "Bühl keine Quote, 171 Verträge");
    // Where the state says something else, the figure is told.
    assert_eq!(plain(&listed(&status("Bühl", Some(counted(302, 1_233))), THIRD, Lang::De)), "24,5 %");
    let open = AreaStatus { outcome: Some(crate::build::outcome(OutcomeKind::UnderReview, DAY)), ..no_rate };
    assert_eq!(listed(&open, THIRD, Lang::De), "keine Quote");
    assert!(named(&open).starts_with("Bühl keine Quote, Ergebnis offen, "), "{}", named(&open));
}

#[test]
fn contracts_follow_bei_in_the_dative() {
    let target = Target::Count(200);
    assert_eq!(sentence(target, bare(171), DAY), "Griesheim steht bei 171 Verträgen, es fehlen 29 Verträge.");
    let range = reading(Value::Contracts(Amount::Range(100, 150)), None);
    assert_eq!(
        sentence(target, range, DAY),
        "Griesheim liegt bei 100 bis 150 Verträgen, es fehlen 50 bis 100 Verträge."
    );
}

#[test]
fn where_the_operator_decides_without_a_base_the_contracts_are_said() {
    let target = Target::OperatorDecision;
    assert_eq!(sentence(target, bare(171), DAY), "In Griesheim sind es 171 Verträge, der Betreiber entscheidet.");
    assert_eq!(figure(&status("Griesheim", Some(bare(171))), target, Lang::De), "171 Verträge");
    let reported = unchecked(Value::Contracts(Amount::Exact(171)));
    assert_eq!(sentence(target, reported, DAY), "Für Griesheim sind 171 Verträge gemeldet, geprüft ist das nicht.");
    assert_eq!(sentence(target, counted(302, 1233), DAY), "Griesheim steht bei 24,5 %, der Betreiber entscheidet.");
}

#[test]
fn after_the_deadline_the_last_number_is_past() {
    // 33 % of 914 are 302 contracts; 288 are 31.5 %.
    let last = || counted(288, 914);
    assert_eq!(sentence(THIRD, last(), DEADLINE), "Griesheim steht bei 31,5 %, es fehlen 14 Verträge.");
    assert_eq!(sentence(THIRD, last(), AFTER), "Griesheim stand zuletzt bei 31,5 %, es fehlten 14 Verträge.");
    assert_eq!(sentence(THIRD, counted(406, 1233), AFTER), "Griesheim stand zuletzt bei 32,9 %, es fehlte 1 Vertrag.");
    assert_eq!(sentence(THIRD, stated(Amount::LessThan(percent(15))), AFTER), "Griesheim lag zuletzt unter 15 %.");
    assert_eq!(sentence(THIRD, counted(407, 1233), AFTER), "Griesheim hatte zuletzt 33 % erreicht: 33,0 %.");
    assert_eq!(
        sentence(THIRD, unchecked(Value::Percent(Amount::Exact(percent(24)))), AFTER),
        "Für Griesheim waren zuletzt 24 % gemeldet, geprüft war das nicht."
    );
}

#[test]
fn an_outcome_is_said_with_and_without_a_reading() {
    let missed = came_out("Waltersweier", OutcomeKind::NotReached);
    assert_eq!(headline(&missed, &areas(vec![missed.clone()]), AFTER, Lang::De), "Waltersweier hat das Ziel verfehlt.");
    let counted_too = AreaStatus { current: Some(counted(302, 1233)), ..missed };
    assert_eq!(
        plain(&headline(&counted_too, &areas(vec![counted_too.clone()]), AFTER, Lang::De)),
        "Waltersweier hat das Ziel verfehlt. Zuletzt waren es 24,5 %."
    );
}

#[test]
fn the_gap_beside_a_bar_says_what_is_missing_and_for_how_long() {
    assert_eq!(beside(THIRD, counted(302, 1233), DAY), "noch 105 Verträge, 15\u{a0}Tage");
    assert_eq!(beside(THIRD, counted(302, 1233), DEADLINE), "noch 105 Verträge, letzter Tag");
    assert_eq!(beside(THIRD, counted(302, 1233), AFTER), "zuletzt fehlten 105 Verträge");
    assert_eq!(beside(THIRD, counted(406, 1233), AFTER), "zuletzt fehlte 1 Vertrag");
    assert_eq!(beside(THIRD, bare(171), DAY), "171 Verträge");
}

#[test]
fn a_surplus_of_nothing_is_reached_as_exactly_as_it_is_known() {
    let surplus = |amount| beside(THIRD, contracts(amount, 1233), DAY);
    assert_eq!(surplus(Amount::Exact(407)), "genau erreicht");
    assert_eq!(surplus(Amount::About(407)), "etwa erreicht");
    assert_eq!(surplus(Amount::AtLeast(407)), "erreicht");
    assert_eq!(surplus(Amount::Range(407, 410)), "bis zu 3 mehr als nötig");
    assert_eq!(surplus(Amount::Exact(410)), "3 mehr als nötig");
}

#[test]
fn the_unknown_base_is_called_by_the_campaigns_unit() {
    let area = status("Gewerbepark", Some(stated(Amount::Exact(percent(24)))));
    assert_eq!(gap(&area, &campaign(THIRD), DAY, Lang::De), "Zahl der Haushalte unbekannt");
    let companies = Campaign { unit: Unit::Companies, ..campaign(THIRD) };
    assert_eq!(gap(&area, &companies, DAY, Lang::De), "Zahl der Unternehmen unbekannt");
}

#[test]
fn the_map_writes_signs_for_words() {
    let on_map = |amount| plain(&map_figure(&status("Bühl", Some(stated(amount))), THIRD, Lang::De));
    assert_eq!(on_map(Amount::Range(percent(10), percent(15))), "10–15 %");
    assert_eq!(on_map(Amount::LessThan(percent(15))), "< 15 %");
    assert_eq!(on_map(Amount::AtLeast(percent(15))), "≥ 15 %");
}

#[test]
fn only_an_older_number_has_its_day_beside_it() {
    let reading = counted(302, 1233);
    assert_eq!(age_note(&reading, DAY, Lang::De), None);
    assert_eq!(age_note(&reading, date(2023, 11, 24), Lang::De).as_deref(), Some("Stand 10. November"));
    assert_eq!(age_note(&reading, date(2024, 1, 5), Lang::De).as_deref(), Some("Stand 10. November 2023"));
}
