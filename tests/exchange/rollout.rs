//! A small town to publish: two districts and a commercial area, readings of every exactness, a correction.

use faserstand_lib::domain::{
    amount::Amount,
    area::{Area, AreaKind, AreaShape, AreaTree, Slug},
    campaign::{Campaign, Evaluation, Target, Unit},
    ids::{AreaId, BaseId, CampaignId, OperatorId, ReadingId},
    operator::Operator,
    reading::{Base, Correction, Reading, Record, Stage, Value},
    rollout::Rollout,
    share::Share,
    source::Source,
};
use geo::{MultiPolygon, polygon};
use jiff::civil::date;

pub const BUEHL: AreaId = AreaId(2);
pub const WEIER: AreaId = AreaId(3);
pub const WEST: AreaId = AreaId(4);

pub fn source(name: &str) -> Source {
    Source { name: name.to_owned(), published_on: None }
}

pub fn share(basis_points: u32) -> Share {
    Share::from_basis_points(basis_points).unwrap()
}

pub fn households(count: u32) -> Option<Base> {
    let estimated_by = Some("Einwohner ÷ 2,02".to_owned());
    let source = source("Zensus 2022");
    Some(Base { id: BaseId(1), count, unit: Unit::Households, as_of: None, estimated_by, source })
}

/// A reading of 10 November 2023.
pub fn reading(stage: Stage, value: Value, base: Option<Base>) -> Reading {
    Reading::new(date(2023, 11, 10), stage, value, base, source("Stadtanzeiger")).unwrap()
}

/// A record of this campaign and area, entered on 12 November 2023.
pub fn record(id: i64, campaign: i64, area: AreaId, reading: Reading) -> Record {
    let recorded_at = "2023-11-12T09:00:00Z".parse().unwrap();
    Record { id: ReadingId(id), campaign: CampaignId(campaign), area, recorded_at, corrects: None, reading }
}

fn area(id: AreaId, name: &str, kind: AreaKind, parent: Option<AreaId>) -> Area {
    Area {
        id,
        slug: Slug::of_name(name).unwrap(),
        name: name.to_owned(),
        kind,
        parent,
        schematic: kind == AreaKind::District,
        valid_from: None,
        valid_to: None,
        source: source(if parent.is_some() { "eigene Zeichnung" } else { "GeoBasis-DE" }),
    }
}

fn campaign(id: i64, name: &str, unit: Unit, target: Target, areas: Vec<AreaId>) -> Campaign {
    Campaign {
        id: CampaignId(id),
        slug: Slug::of_name(name).unwrap(),
        name: name.to_owned(),
        operator: OperatorId(1),
        unit,
        target,
        evaluation: Evaluation::PerArea,
        opened_on: Some(date(2023, 9, 4)),
        areas,
        deadlines: Vec::new(),
        tallies: Vec::new(),
        source: source("Stadtanzeiger"),
    }
}

/// A square of a hundredth of a degree, drawn clockwise as many programs do.
fn square(west: f64, south: f64) -> MultiPolygon<f64> {
    let (east, north) = (west + 0.01, south + 0.01);
    polygon![(x: west, y: south), (x: west, y: north), (x: east, y: north), (x: east, y: south)].into()
}

/// The town without readings.
pub fn town() -> Rollout {
    let top = Some(AreaId(1));
    let areas = AreaTree::new([
        area(AreaId(1), "Offenburg", AreaKind::Municipality, None),
        area(BUEHL, "Bühl", AreaKind::District, top),
        area(WEIER, "Weier", AreaKind::District, top),
        area(WEST, "Gewerbegebiet West", AreaKind::CommercialArea, top),
    ]);
    let operator =
        Operator { id: OperatorId(1), slug: Slug::of_name("netz").unwrap(), name: "=Netz; \"GmbH\"".to_owned() };
    Rollout {
        areas: areas.unwrap(),
        shapes: vec![
            AreaShape { area: AreaId(1), outline: square(7.94, 48.46) },
            AreaShape { area: BUEHL, outline: square(7.93, 48.49) },
        ],
        operators: vec![operator],
        campaigns: vec![
            campaign(1, "Ortsteile 2023", Unit::Households, Target::Share(share(3300)), vec![BUEHL, WEIER]),
            campaign(2, "Gewerbe", Unit::Companies, Target::OperatorDecision, vec![WEST]),
        ],
        ..Rollout::default()
    }
}

/// The town with readings: Bühl counted and corrected, Weier in ranges, the commercial area silent.
pub fn with_readings() -> Rollout {
    let exact = |count| Value::Contracts(Amount::Exact(count));
    let wrong = record(1, 1, BUEHL, reading(Stage::Checked, exact(3300), households(10_000)));
    let mut right = record(2, 1, BUEHL, reading(Stage::Checked, exact(3299), households(10_000)));
    right.corrects = Some(Correction { of: ReadingId(1), reason: "einmal doppelt".to_owned() });
    let mut ranges = reading(Stage::Reported, Value::Contracts(Amount::Range(100, 150)), households(1000));
    ranges.note = Some("=HYPERLINK(\"x\"); 50 %".to_owned());
    ranges.sample = true;
    let about = reading(Stage::Net, Value::Percent(Amount::LessThan(share(1550))), None);
    Rollout {
        readings: vec![
            wrong,
            right,
            record(3, 1, WEIER, ranges),
            record(4, 1, WEIER, about),
            record(5, 2, WEST, reading(Stage::Reported, Value::NotReported, None)),
        ],
        ..town()
    }
}
