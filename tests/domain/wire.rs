//! What crosses a boundary: every value comes back as it was sent, and nothing comes in past a constructor.

use std::fmt::Debug;

use faserstand_lib::domain::{
    amount::Amount::{self, About, AtLeast, Exact, LessThan, Range},
    area::Slug,
    campaign::{Campaign, Target, Unit},
    outcome::OutcomeKind,
    reading::{Reading, Stage, Value},
    rollout::Rollout,
    share::Share,
    status::{AreaReport, TownStatus},
    take_up::{Quota, TakeUp},
    when::When,
};
use jiff::civil::date;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value as Json, json};

use crate::build::{
    DAY, campaign, correction, counted, households, offenburg_deadlines, on, outcome, percent, reading, record,
    rollout, silence, stated_of,
};

fn returns<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) {
    let sent = serde_json::to_string(value).unwrap();
    assert_eq!(&serde_json::from_str::<T>(&sent).unwrap(), value, "{sent}");
}

fn refused<T: DeserializeOwned + Debug>(json: Json) -> String {
    serde_json::from_value::<T>(json).unwrap_err().to_string()
}

/// A reading of 407 of 1 233 households as it is sent.
fn sent() -> Json {
    serde_json::to_value(counted(407, 1233)).unwrap()
}

#[test]
fn every_exactness_of_a_reading_comes_back() {
    for amount in [Exact(300), About(300), AtLeast(300), LessThan(300), Range(300, 320)] {
        returns(&reading(Value::Contracts(amount), households(1233)));
        returns(&reading(Value::Contracts(amount), None));
        returns(&stated_of(amount.map(|count| Share::from_basis_points(count).unwrap()), 1233));
    }
    returns(&silence());
    let mut marked = counted(407, 1233);
    marked.note = Some("nach Rücksprache".to_owned());
    marked.sample = true;
    returns(&marked);
}

#[test]
fn records_campaigns_and_pages_come_back() {
    let records = vec![
        record(1, on(DAY, Stage::Checked, 300)),
        correction(2, 1, "2023-11-14T09:00:00Z", "12 doppelt gezählt", on(DAY, Stage::Checked, 288)),
    ];
    records.iter().for_each(returns);
    let campaign = Campaign { deadlines: offenburg_deadlines(), ..campaign() };
    returns(&campaign);
    let outcomes = vec![outcome(OutcomeKind::NoFinalCommitment, DAY)];
    let rollout = Rollout { campaigns: vec![campaign], readings: records, outcomes, ..rollout() };
    returns::<TownStatus>(&rollout.town_status(DAY));
    returns::<AreaReport>(&rollout.area_report("griesheim", DAY).unwrap());
}

#[test]
fn the_words_on_the_wire_are_the_words_of_the_field() {
    assert_eq!(serde_json::to_value(percent(33)).unwrap(), json!(3300));
    assert_eq!(serde_json::to_value(Target::Share(percent(33))).unwrap(), json!({"share": 3300}));
    assert_eq!(serde_json::to_value(Target::OperatorDecision).unwrap(), json!("operator_decision"));
    assert_eq!(serde_json::to_value(Stage::Net).unwrap(), json!("net"));
    assert_eq!(serde_json::to_value(Value::NotReported).unwrap(), json!("not_reported"));
    let below = Value::Percent(LessThan(percent(15)));
    assert_eq!(serde_json::to_value(below).unwrap(), json!({"percent": {"less_than": 1500}}));
    assert_eq!(serde_json::to_value(Range(300, 320)).unwrap(), json!({"range": [300, 320]}));
    assert_eq!(serde_json::to_value(When::Month(2024, 7)).unwrap(), json!("2024-07"));
}

#[test]
fn a_reading_above_its_base_does_not_come_in() {
    let mut above = sent();
    above["value"] = json!({"contracts": {"exact": 1234}});
    assert_eq!(refused::<Reading>(above), "1234 contracts are more than the base of 1233");
    let mut no_base = sent();
    no_base["base"]["count"] = json!(0);
    assert_eq!(refused::<Reading>(no_base), "a base of 0 has no take-up");
}

#[test]
fn an_amount_that_no_number_fits_does_not_come_in() {
    for value in [
        json!({"contracts": {"range": [320, 300]}}),
        json!({"percent": {"range": [1500, 1000]}}),
        json!({"contracts": {"less_than": 0}}),
        json!({"percent": {"less_than": 0}}),
    ] {
        let mut wrong = sent();
        wrong["value"] = value;
        assert_eq!(refused::<Reading>(wrong), "the lower end of a range must be below its upper end");
    }
}

#[test]
fn nothing_in_place_of_a_number_is_not_taken_for_zero() {
    for value in [json!(null), json!({}), json!({"contracts": null}), json!({"contracts": {"exact": null}}), json!(0)] {
        let mut wrong = sent();
        wrong["value"] = value;
        refused::<Reading>(wrong);
    }
    let mut missing = sent();
    missing.as_object_mut().unwrap().remove("value");
    refused::<Reading>(missing);
    let mut negative = sent();
    negative["value"] = json!({"contracts": {"exact": -1}});
    refused::<Reading>(negative);
}

#[test]
fn a_record_is_guarded_like_its_reading() {
    let mut record = serde_json::to_value(record(1, counted(407, 1233))).unwrap();
    record["reading"]["value"] = json!({"contracts": {"exact": 1234}});
    refused::<faserstand_lib::domain::reading::Record>(record);
}

#[test]
fn a_take_up_that_is_none_does_not_come_in() {
    let take_up = |contracts, base| json!({"contracts": contracts, "base": base, "unit": "households"});
    refused::<TakeUp>(take_up(1, 0));
    refused::<TakeUp>(take_up(1234, 1233));
    refused::<Quota>(json!({"Counted": take_up(0, 0)}));
    let third = TakeUp::new(407, 1233, Unit::Households).unwrap();
    returns(&third);
    returns(&Quota::Counted(third));
    returns(&Quota::Stated(percent(33)));
}

#[test]
fn a_share_above_the_whole_does_not_come_in() {
    assert_eq!(refused::<Share>(json!(10_001)), "a share has at most 10000 basis points (100 %), not 10001");
    refused::<Share>(json!(75_536));
    refused::<Share>(json!(-1));
    refused::<Share>(json!(33.5));
    refused::<Target>(json!({"share": 10_400}));
    refused::<Amount<Share>>(json!({"exact": 10_400}));
}

#[test]
fn a_word_for_addresses_is_checked_on_its_way_in() {
    refused::<Slug>(json!("../geheim"));
    refused::<Slug>(json!(""));
    returns(&Slug::of_name("Zell-Weierbach").unwrap());
}

#[test]
fn a_date_is_checked_on_its_way_in() {
    refused::<When>(json!("2023-13"));
    refused::<When>(json!("2026/2025"));
    refused::<When>(json!(2023));
    for when in [When::Day(date(2023, 11, 10)), When::Month(2024, 7), When::Years(2023, 2023), When::Years(2025, 2026)]
    {
        returns(&when);
    }
}
