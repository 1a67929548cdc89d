//! The weekly sheet: which areas stand in it, and what was known of each.

use faserstand_lib::domain::{
    account::Scope,
    area::{AreaKind, AreaTree},
    campaign::{Campaign, Target, Unit},
    ids::{AreaId, BaseId, CampaignId, OperatorId},
    operator::Operator,
    reading::{Base, Reading, Record, Stage, Value},
    rollout::Rollout,
    sheet::{Sheet, SheetRow, Terms},
    source::Source,
};
use jiff::civil::{Date, date};

use crate::{
    build::{
        self, CAMPAIGN, DAY, GRIESHEIM, THIRD, TOWN, WEIER, area, campaign, correction, deadline, districts,
        households, on, published, record, source,
    },
    weekly::slug,
};

const COMMERCIAL: AreaId = AreaId(4);

/// Two districts towards 33 %, and a commercial area whose operator decides.
fn town() -> Rollout {
    let mut areas = districts();
    areas.push(area(COMMERCIAL, "Gewerbegebiet 1", AreaKind::CommercialArea, Some(TOWN)));
    let operator = |id, name: &str| Operator { id: OperatorId(id), slug: slug(name), name: name.to_owned() };
    let companies = Base { id: BaseId(3), unit: Unit::Companies, ..households(58).unwrap() };
    let mut first = campaign();
    first.deadlines = build::offenburg_deadlines();
    Rollout {
        areas: AreaTree::new(areas).unwrap(),
        operators: vec![operator(1, "Glasfaser AG"), operator(2, "Versatel")],
        bases: vec![
            (GRIESHEIM, households(900).unwrap()),
            (GRIESHEIM, households(1_233).unwrap()),
            (COMMERCIAL, companies),
        ],
        campaigns: vec![first, commercial()],
        ..Rollout::default()
    }
}

fn commercial() -> Campaign {
    Campaign {
        id: CampaignId(2),
        name: "Gewerbe".to_owned(),
        operator: OperatorId(2),
        unit: Unit::Companies,
        target: Target::OperatorDecision,
        opened_on: None,
        areas: vec![COMMERCIAL],
        ..campaign()
    }
}

fn sheet(rollout: &Rollout) -> Sheet {
    rollout.sheet(DAY, Scope::Everything, |_| 0)
}

fn names(sheet: &Sheet) -> Vec<Vec<&str>> {
    sheet.groups.iter().map(|group| group.rows.iter().map(|row| row.name.as_str()).collect()).collect()
}

fn row(sheet: &Sheet, name: &str) -> SheetRow {
    sheet.named(name).unwrap().clone()
}

/// A record from this source.
fn from(id: i64, day: Date, name: &str) -> Record {
    let mut reading = on(day, Stage::Reported, 100);
    reading.source = Source { name: name.to_owned(), published_on: None };
    record(id, reading)
}

#[test]
fn each_area_stands_once_under_its_campaign_in_the_order_of_both() {
    let sheet = sheet(&town());
    assert_eq!(names(&sheet), [vec!["Griesheim", "Weier"], vec!["Gewerbegebiet 1"]]);
    assert_eq!(sheet.today, DAY);
    let heads: Vec<_> = sheet.groups.iter().map(|group| (group.campaign.as_str(), group.operator.as_str())).collect();
    assert_eq!(heads, [("Ortsteile 2023", "Glasfaser AG"), ("Gewerbe", "Versatel")]);
    let in_order: Vec<&str> = sheet.rows().map(|(_, row)| row.name.as_str()).collect();
    assert_eq!(in_order, ["Griesheim", "Weier", "Gewerbegebiet 1"]);
}

#[test]
fn an_area_of_two_campaigns_stands_in_the_newer_one() {
    let mut rollout = town();
    let second = Campaign {
        id: CampaignId(3),
        name: "Zweite Runde".to_owned(),
        opened_on: Some(date(2023, 11, 1)),
        areas: vec![WEIER],
        ..campaign()
    };
    rollout.campaigns.push(second);
    assert_eq!(names(&sheet(&rollout)), [vec!["Griesheim"], vec!["Gewerbegebiet 1"], vec!["Weier"]]);
}

#[test]
fn a_district_head_would_see_their_own_area_alone() {
    let sheet = town().sheet(DAY, Scope::Within(WEIER), |_| 0);
    assert_eq!(names(&sheet), [vec!["Weier"], Vec::new()]);
    let all = town().sheet(DAY, Scope::Within(TOWN), |_| 0);
    assert_eq!(names(&all), [vec!["Griesheim", "Weier"], vec!["Gewerbegebiet 1"]]);
}

#[test]
fn a_campaign_names_what_it_counts_and_asks_for() {
    let sheet = sheet(&town());
    let districts = Terms {
        unit: Unit::Households,
        target: THIRD,
        opened_on: Some(date(2023, 9, 4)),
        deadline: Some(date(2023, 12, 31)),
    };
    assert_eq!(sheet.groups[0].terms, districts);
    let companies = Terms { unit: Unit::Companies, target: Target::OperatorDecision, opened_on: None, deadline: None };
    assert_eq!(sheet.groups[1].terms, companies);
    // The newest base in the campaign's own unit counts.
    assert_eq!([row(&sheet, "Griesheim").base, row(&sheet, "Weier").base], [Some(1_233), None]);
    assert_eq!(row(&sheet, "Gewerbegebiet 1").base, Some(58));
}

#[test]
fn what_came_to_be_known_later_is_not_in_the_sheet() {
    let mut rollout = town();
    let ahead = Campaign {
        id: CampaignId(3),
        name: "Kommt erst".to_owned(),
        opened_on: Some(date(2024, 1, 1)),
        source: published(date(2023, 12, 1)),
        ..campaign()
    };
    rollout.campaigns.push(ahead);
    rollout.campaigns[1].deadlines = vec![deadline(date(2023, 11, 30), date(2023, 11, 11))];
    let mut later = on(DAY, Stage::Net, 290);
    later.source = published(date(2023, 11, 11));
    rollout.readings = vec![
        record(1, on(DAY, Stage::Reported, 300)),
        record(2, later),
        record(3, on(date(2023, 11, 11), Stage::Reported, 310)),
        correction(4, 1, "2023-11-12T08:00:00Z", "doppelt", on(DAY, Stage::Reported, 299)),
    ];
    let known = rollout.clone().known_on(DAY);
    let sheet = sheet(&known);
    assert_eq!(names(&sheet), [vec!["Griesheim", "Weier"], vec!["Gewerbegebiet 1"]]);
    let values = |sheet: &Sheet| row(sheet, "Griesheim").held.iter().map(|held| held.value).collect::<Vec<_>>();
    assert_eq!(values(&sheet), [on(DAY, Stage::Reported, 300).value()]);
    // The deadline that was moved on 24 November is still the one of 25 November.
    assert_eq!(sheet.groups[0].terms.deadline, Some(date(2023, 11, 25)));
    assert_eq!(sheet.groups[1].terms.deadline, None);
    // Two days later all readings are there, the correction in the place of the first.
    let after = rollout.known_on(date(2023, 11, 12)).sheet(date(2023, 11, 12), Scope::Everything, |_| 0);
    let [corrected, net, newer] = values(&after)[..] else { unreachable!("{after:?}") };
    assert_eq!(corrected, on(DAY, Stage::Reported, 299).value());
    assert_eq!((net, newer), (on(DAY, Stage::Net, 290).value(), on(DAY, Stage::Net, 310).value()));
}

#[test]
fn the_latest_twelve_readings_are_handed_out_oldest_first() {
    let mut rollout = town();
    let day = |number: i8| date(2023, 10, number);
    // Entered the wrong way round: the order is that of their days.
    rollout.readings =
        (1..=13).rev().map(|number| record(number.into(), on(day(number), Stage::Reported, 100))).collect();
    let days =
        |rollout: &Rollout| row(&sheet(rollout), "Griesheim").held.iter().map(|held| held.as_of).collect::<Vec<_>>();
    assert_eq!(days(&rollout), (2..=13).map(day).collect::<Vec<_>>());
    rollout.readings.truncate(12);
    assert_eq!(days(&rollout), (2..=13).map(day).collect::<Vec<_>>());
    // The server judges by all of them.
    rollout.readings.push(record(1, on(day(1), Stage::Reported, 100)));
    let griesheim = rollout.areas.get(GRIESHEIM).unwrap();
    assert_eq!(rollout.sheet_row(&rollout.campaigns[0], griesheim, 0).held.len(), 13);
}

#[test]
fn a_reading_is_handed_out_with_its_day_stage_value_and_base() {
    let mut rollout = town();
    let silence = Reading::new(DAY, Stage::Net, Value::NotReported, None, source()).unwrap();
    rollout.readings = vec![record(1, on(DAY, Stage::Checked, 300)), record(2, silence)];
    let held = row(&sheet(&rollout), "Griesheim").held;
    assert_eq!((held[0].as_of, held[0].stage, held[0].base), (DAY, Stage::Checked, Some(1_233)));
    assert_eq!((held[1].value, held[1].base), (Value::NotReported, None));
    // Of another campaign none is.
    rollout.readings[0].campaign = CampaignId(2);
    assert_eq!(row(&sheet(&rollout), "Griesheim").held.len(), 1);
    assert_eq!(CAMPAIGN, rollout.readings[1].campaign);
}

#[test]
fn sources_are_offered_latest_first_each_once_and_no_sample() {
    let mut rollout = town();
    rollout.readings =
        vec![from(1, DAY, "Mail"), from(2, DAY, "Telefon"), from(3, DAY, "Mail"), from(4, DAY, "Erfunden")];
    rollout.readings[3].reading.sample = true;
    assert_eq!(sheet(&rollout).sources, ["Mail", "Telefon"]);
    // At most eight: the oldest are left out. The latest is the one entered last, of whatever day.
    let named = |number: i64| from(number, date(2023, 10, 1), &format!("Quelle {number}"));
    rollout.readings.extend((5..=12).map(named));
    let expected: Vec<String> = (5..=12).rev().map(|number| format!("Quelle {number}")).collect();
    assert_eq!(sheet(&rollout).sources, expected);
}

#[test]
fn each_campaign_goes_on_with_its_own_source_and_stage() {
    let mut rollout = town();
    let usual = |rollout: &Rollout, name: &str| {
        let usual = row(&sheet(rollout), name).usual;
        (usual.source, usual.stage)
    };
    let said = |source: &str, stage| (source.to_owned(), stage);
    // Before the first reading the operator is asked; what is invented is no source to go on with.
    let mut invented = from(1, DAY, "Erfunden");
    invented.reading.sample = true;
    rollout.readings = vec![invented];
    assert_eq!(usual(&rollout, "Griesheim"), said("Glasfaser AG", Stage::Reported));
    // The newest source of a campaign is none of the other.
    let mut checked = from(2, DAY, "Mail");
    checked.reading.stage = Stage::Checked;
    rollout.readings = vec![checked];
    for name in ["Griesheim", "Weier"] {
        assert_eq!(usual(&rollout, name), said("Mail", Stage::Checked), "{name}");
    }
    assert_eq!(usual(&rollout, "Gewerbegebiet 1"), said("Versatel", Stage::Reported));
    // Of two stages alike the least checked.
    let mut weier = from(3, DAY, "Mail");
    weier.area = WEIER;
    rollout.readings.push(weier);
    assert_eq!(usual(&rollout, "Griesheim").1, Stage::Reported);
}

#[test]
fn each_row_carries_what_has_been_seen_of_it() {
    let numbers = |slug: &faserstand_lib::domain::area::Slug| if slug.as_str() == "weier" { 17 } else { 0 };
    let sheet = town().sheet(DAY, Scope::Everything, numbers);
    assert_eq!(sheet.rows().map(|(_, row)| row.seen).collect::<Vec<_>>(), [0, 17, 0]);
}

#[test]
fn an_area_is_found_by_its_name_as_people_type_it() {
    let sheet = sheet(&town());
    for name in ["Griesheim", " griesheim ", "GRIESHEIM", "gewerbegebiet-1"] {
        assert!(sheet.named(name).is_some(), "{name}");
    }
    for name in ["", "Gries", "Offenburg"] {
        assert!(sheet.named(name).is_none(), "{name}");
    }
}

#[test]
fn a_sheet_travels_unchanged() {
    let mut rollout = town();
    rollout.readings = vec![record(1, on(DAY, Stage::Checked, 300))];
    let sheet = sheet(&rollout);
    let sent = serde_json::to_string(&sheet).unwrap();
    assert!(sent.contains(r#""deadline":"2023-12-31""#), "{sent}");
    assert_eq!(serde_json::from_str::<Sheet>(&sent).unwrap(), sheet);
}
