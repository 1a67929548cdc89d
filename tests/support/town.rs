//! A small town: four districts in one campaign, one outside, everything else that a rollout can hold.

use faserstand_lib::domain::{
    agreement::{Agreement, AgreementKind},
    amount::Amount,
    area::{Area, AreaKind, AreaTree, Slug},
    campaign::{Campaign, Deadline, Evaluation, Tally, Target, Unit},
    ids::{AgreementId, AreaId, BaseId, CampaignId, OperatorId, ReadingId},
    link::Link,
    operator::Operator,
    reading::{Base, Reading, Record, Stage, Value},
    rollout::Rollout,
    share::Share,
    source::Source,
    when::When,
};
use jiff::civil::{Date, date};

/// Noon in Berlin on the day of most examples.
pub const NOON: &str = "2023-11-10T11:00:00Z";
/// That day.
pub const DAY: Date = date(2023, 11, 10);
/// The campaign.
pub const CAMPAIGN: CampaignId = CampaignId(1);
/// 1 000 households.
pub const BUEHL: AreaId = AreaId(2);
/// 914 households.
pub const GRIESHEIM: AreaId = AreaId(3);
/// No base is known.
pub const WINDSCHLAEG: AreaId = AreaId(4);
/// 2 000 households.
pub const ZELL_WEIERBACH: AreaId = AreaId(5);

const NAMES: [(i64, &str); 6] =
    [(1, "Offenburg"), (2, "Bühl"), (3, "Griesheim"), (4, "Windschläg"), (5, "Zell-Weierbach"), (6, "Kernstadt")];

/// The town without a reading.
pub fn rollout() -> Rollout {
    Rollout {
        areas: AreaTree::new(NAMES.map(|(id, name)| area(id, name)).to_vec()).unwrap(),
        operators: vec![operator(1, "Netz GmbH"), operator(2, "Bund & Co.")],
        bases: vec![base(1, BUEHL, 1_000), base(2, GRIESHEIM, 914), base(3, ZELL_WEIERBACH, 2_000)],
        campaigns: vec![campaign()],
        agreements: vec![agreement()],
        ..Rollout::default()
    }
}

/// The town with so many more districts of 1 000 households each: "Viertel 1" and so on.
pub fn with_districts(count: i64) -> Rollout {
    let mut town = rollout();
    let districts = (1..=count).map(|number| (100 + number, format!("Viertel {number}")));
    let all = town.areas.iter().cloned().chain(districts.clone().map(|(id, name)| area(id, &name)));
    town.areas = AreaTree::new(all).unwrap();
    town.bases.extend(districts.clone().map(|(id, _)| base(id, AreaId(id), 1_000)));
    town.campaigns[0].areas.extend(districts.map(|(id, _)| AreaId(id)));
    town
}

/// An exact, checked count for an area on a day, as if entered at its noon.
pub fn counted(area: AreaId, day: Date, contracts: u32) -> Record {
    let (_, base) = rollout().bases.into_iter().find(|(of, _)| *of == area).unwrap();
    let value = Value::Contracts(Amount::Exact(contracts));
    let reading = Reading::new(day, Stage::Checked, value, Some(base), source()).unwrap();
    let recorded_at = format!("{day}T11:00:00Z").parse().unwrap();
    Record { id: ReadingId(0), campaign: CAMPAIGN, area, recorded_at, corrects: None, reading }
}

/// A source with its day.
pub fn source() -> Source {
    Source { name: "Amtsblatt 45/2023".to_owned(), published_on: Some(date(2023, 9, 4)) }
}

/// So many whole percent.
pub fn percent(percent: u32) -> Share {
    Share::from_basis_points(percent * 100).unwrap()
}

fn area(id: i64, name: &str) -> Area {
    Area {
        id: AreaId(id),
        slug: Slug::of_name(name).unwrap(),
        name: name.to_owned(),
        kind: if id == 1 { AreaKind::Municipality } else { AreaKind::District },
        parent: (id != 1).then_some(AreaId(1)),
        schematic: false,
        valid_from: None,
        valid_to: None,
        source: source(),
    }
}

fn operator(id: i64, name: &str) -> Operator {
    Operator { id: OperatorId(id), slug: Slug::of_name(name).unwrap(), name: name.to_owned() }
}

fn base(id: i64, area: AreaId, count: u32) -> (AreaId, Base) {
    let as_of = Some(When::Years(2022, 2022));
    (area, Base { id: BaseId(id), count, unit: Unit::Households, as_of, estimated_by: None, source: source() })
}

fn campaign() -> Campaign {
    Campaign {
        id: CAMPAIGN,
        slug: Slug::of_name("Ortsteile 2023").unwrap(),
        name: "Ortsteile 2023".to_owned(),
        operator: OperatorId(1),
        unit: Unit::Households,
        target: Target::Share(percent(33)),
        evaluation: Evaluation::PerArea,
        opened_on: Some(date(2023, 9, 4)),
        areas: vec![BUEHL, GRIESHEIM, WINDSCHLAEG, ZELL_WEIERBACH],
        deadlines: vec![
            deadline(date(2023, 11, 25), date(2023, 9, 4)),
            deadline(date(2023, 12, 31), date(2023, 11, 24)),
        ],
        tallies: vec![Tally {
            as_of: DAY,
            reached: 0,
            of: 4,
            build_planned: Some(When::Years(2024, 2024)),
            source: source(),
        }],
        source: source(),
    }
}

fn deadline(day: Date, announced_on: Date) -> Deadline {
    Deadline { day, announced_on, reason: Some("Verlängert".to_owned()), source: source() }
}

fn agreement() -> Agreement {
    Agreement {
        id: AgreementId(1),
        effective_from: Some(When::Month(2023, 7)),
        conditions: Some("Nur mit Zusage".to_owned()),
        link: Link::new("https://www.example.org/vereinbarung").ok(),
        withdrawn: None,
        kind: AgreementKind::Cooperation,
        partner: OperatorId(2),
        areas: vec![BUEHL, GRIESHEIM],
        signed: When::Month(2023, 6),
        ends_on: None,
        known_on: date(2023, 6, 30),
        note: None,
        source: source(),
    }
}
