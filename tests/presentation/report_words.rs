//! An area's page in words: the lead for each kind of value, the facts.

use faserstand_lib::{
    domain::{
        amount::Amount,
        campaign::{Tally, Target},
        reading::Reading,
        reading::{Stage, Value},
        status::AreaReport,
    },
    presentation::{
        lang::Lang,
        report_words::{facts, lead},
        span::Span,
    },
};
use jiff::civil::{Date, date};

use crate::{
    build::{DAY, THIRD, contracts, counted, households, on as counted_on, percent, source, stated},
    example::{AFTER, DEADLINE, bare, estimated, on, page, text},
};

fn led(reading: Reading, today: Date) -> String {
    text(&lead(&page(THIRD, &[reading], today), Lang::De))
}

fn fact(report: &AreaReport, name: &str) -> (String, Option<String>) {
    let fact = facts(report, Lang::De).into_iter().find(|fact| fact.name == name).unwrap();
    (fact.value, fact.detail.map(|detail| Span::words(&detail)))
}

#[test]
fn the_lead_says_who_signed_and_what_is_needed_until_when() {
    let signed = "302 von 1.233 Haushalten haben unterschrieben. ";
    let reading = || counted(302, 1233);
    assert_eq!(led(reading(), DAY), format!("{signed}Nötig sind 407 bis zum 25. November 2023, also in 15 Tagen."));
    assert_eq!(led(reading(), DEADLINE), format!("{signed}Nötig sind 407 bis zum 25. November 2023, also heute."));
    assert_eq!(led(reading(), AFTER), format!("{signed}Nötig waren 407. Die Frist endete am 25. November 2023."));
}

#[test]
fn an_estimated_base_is_called_one() {
    assert!(led(estimated(288, 914), DAY).starts_with("288 von geschätzt 914 Haushalten haben unterschrieben. "));
}

#[test]
fn every_kind_of_count_has_its_verb() {
    let begins = |amount, text: &str| assert!(led(contracts(amount, 1233), DAY).starts_with(text), "{text}");
    begins(Amount::Exact(0), "0 von 1.233 Haushalten haben unterschrieben. ");
    begins(Amount::Exact(1), "1 von 1.233 Haushalten hat unterschrieben. ");
    begins(Amount::About(1), "Unterschrieben ist etwa 1 Vertrag. ");
    begins(Amount::AtLeast(300), "Unterschrieben sind mindestens 300 Verträge. ");
    begins(Amount::LessThan(300), "Unterschrieben sind weniger als 300 Verträge. ");
    begins(Amount::Range(100, 150), "Unterschrieben sind 100 bis 150 Verträge. ");
}

#[test]
fn a_percentage_without_a_base_leaves_the_contracts_open_and_not_the_quota() {
    let open = "Die Zahl der Haushalte ist nicht bekannt, deshalb bleibt offen, wie viele Verträge";
    assert_eq!(led(stated(Amount::Exact(percent(24))), DAY), format!("{open} fehlen."));
    assert_eq!(led(stated(Amount::Exact(percent(35))), DAY), format!("{open} das sind."));
    assert!(led(stated(Amount::Exact(percent(24))), AFTER).starts_with(&format!("{open} fehlten.")));
    assert_eq!(
        led(bare(171), DAY),
        "Die Zahl der Haushalte ist nicht veröffentlicht, deshalb lässt sich keine Quote ausrechnen.",
        "how many have signed is what the page's sentence says"
    );
}

#[test]
fn the_base_fact_says_what_its_absence_means() {
    let detail = |reading| fact(&page(THIRD, &[reading], DAY), "Grundlage der Quote").1.unwrap();
    assert_eq!(
        detail(stated(Amount::Exact(percent(24)))),
        "Ohne Grundlage lässt sich der Abstand in Verträgen nicht ausrechnen."
    );
    assert_eq!(detail(bare(171)), "Ohne Grundlage gibt es keine Quote.");
}

#[test]
fn the_pace_counts_contracts() {
    // 105 missing in 14 days are 7.5; 302 − 231 = 71 in 7 days are 10.1.
    let readings = [counted_on(date(2023, 11, 3), Stage::Checked, 231), counted_on(DAY, Stage::Checked, 302)];
    let report = page(THIRD, &readings, date(2023, 11, 11));
    assert_eq!(
        fact(&report, "Nötig bis zur Frist"),
        ("7,5 Verträge am Tag".to_owned(), Some("zuletzt 10,1 Verträge am Tag".to_owned()))
    );
}

#[test]
fn no_report_is_not_null() {
    let mut report = page(THIRD, &[], DAY);
    report.campaign.as_mut().unwrap().areas[0].not_reported_on = Some(DAY);
    let silent = on(DAY, Value::NotReported, households(1233));
    assert!(!silent.is_reported());
    assert_eq!(
        text(&lead(&report, Lang::De)),
        "Für den 10. November 2023 wurde nichts gemeldet. Keine Meldung heißt nicht null."
    );
}

#[test]
fn a_published_sum_agrees_with_its_verb() {
    let sum = |reached, of| {
        let mut report = page(Target::OperatorDecision, &[], DAY);
        let tally = Tally { as_of: DAY, reached, of, build_planned: None, source: source() };
        report.campaign.as_mut().unwrap().campaign.tallies.push(tally);
        text(&lead(&report, Lang::De))
    };
    let rest = "genug Zusagen (Stand: 10. November 2023).";
    assert_eq!(sum(1, 8), format!("Veröffentlicht ist nur die Summe: 1 von 8 Gebieten hat {rest}"));
    assert_eq!(sum(3, 8), format!("Veröffentlicht ist nur die Summe: 3 von 8 Gebieten haben {rest}"));
}
