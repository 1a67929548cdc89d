//! Small examples to build the claims from. A test names what it is about and leaves the rest to these.

use faserstand_lib::domain::{
    agreement::{Agreement, AgreementKind},
    amount::Amount,
    area::{Area, AreaKind, AreaTree, Slug},
    campaign::{Campaign, Deadline, Evaluation, Target, Unit},
    ids::{AgreementId, AreaId, BaseId, CampaignId, MeasureId, OperatorId, ReadingId},
    measure::{Measure, MeasureKind},
    outcome::{Outcome, OutcomeKind},
    reading::{Base, Correction, Reading, Record, Stage, Value},
    rollout::Rollout,
    share::Share,
    source::Source,
    status::{AreaStatus, CampaignStatus},
    when::When,
};
use jiff::{
    Timestamp,
    civil::{Date, date},
};

/// The campaign of these examples.
pub const CAMPAIGN: CampaignId = CampaignId(1);
/// The municipality of these examples.
pub const TOWN: AreaId = AreaId(1);
/// Two of its districts.
pub const GRIESHEIM: AreaId = AreaId(2);
/// The other one.
pub const WEIER: AreaId = AreaId(3);
/// The target of the Offenburg campaign: 33 % of the households.
pub const THIRD: Target = Target::Share(percent(33));
/// The day of the newspaper report that most examples are about.
pub const DAY: Date = date(2023, 11, 10);

/// So many whole percent.
pub const fn percent(percent: u32) -> Share {
    basis_points(percent * 100)
}

/// So many hundredths of a percent.
pub const fn basis_points(basis_points: u32) -> Share {
    match Share::from_basis_points(basis_points) {
        Ok(share) => share,
        Err(_) => Share::WHOLE,
    }
}

/// A source without a day of publication.
pub fn source() -> Source {
    Source { name: "Stadtanzeiger a94808".to_owned(), published_on: None }
}

/// A source published on this day.
pub fn published(day: Date) -> Source {
    Source { published_on: Some(day), ..source() }
}

/// A base of so many households.
pub fn households(count: u32) -> Option<Base> {
    Some(Base { id: BaseId(1), count, unit: Unit::Households, as_of: None, estimated_by: None, source: source() })
}

/// A checked reading of the tenth of November.
pub fn reading(value: Value, base: Option<Base>) -> Reading {
    Reading::new(DAY, Stage::Checked, value, base, source()).unwrap()
}

/// A checked count of contracts.
pub fn contracts(amount: Amount<u32>, base: u32) -> Reading {
    reading(Value::Contracts(amount), households(base))
}

/// A checked, exact count of contracts.
pub fn counted(count: u32, base: u32) -> Reading {
    contracts(Amount::Exact(count), base)
}

/// A percentage without the numbers behind it.
pub fn stated(amount: Amount<Share>) -> Reading {
    reading(Value::Percent(amount), None)
}

/// A percentage of an area whose households are known.
pub fn stated_of(amount: Amount<Share>, base: u32) -> Reading {
    reading(Value::Percent(amount), households(base))
}

/// The answer "no number".
pub fn silence() -> Reading {
    reading(Value::NotReported, households(1233))
}

/// An exact count of a base of 1 233 households, of this day and stage.
pub fn on(day: Date, stage: Stage, count: u32) -> Reading {
    Reading::new(day, stage, Value::Contracts(Amount::Exact(count)), households(1233), source()).unwrap()
}

/// A record of Griesheim, entered at noon of the day it is about.
pub fn record(id: i64, reading: Reading) -> Record {
    let recorded_at = instant(&format!("{}T11:00:00Z", reading.as_of));
    Record { id: ReadingId(id), campaign: CAMPAIGN, area: GRIESHEIM, recorded_at, corrects: None, reading }
}

/// A record that replaces another, entered at this instant.
pub fn correction(id: i64, of: i64, at: &str, reason: &str, reading: Reading) -> Record {
    let corrects = Some(Correction { of: ReadingId(of), reason: reason.to_owned() });
    Record { corrects, recorded_at: instant(at), ..record(id, reading) }
}

/// An instant in UTC.
pub fn instant(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// An area of the town.
pub fn area(id: AreaId, name: &str, kind: AreaKind, parent: Option<AreaId>) -> Area {
    Area {
        id,
        slug: Slug::of_name(name).unwrap(),
        name: name.to_owned(),
        kind,
        parent,
        schematic: false,
        valid_from: None,
        valid_to: None,
        source: source(),
    }
}

/// Offenburg with Griesheim and Weier.
pub fn districts() -> Vec<Area> {
    vec![
        area(TOWN, "Offenburg", AreaKind::Municipality, None),
        area(GRIESHEIM, "Griesheim", AreaKind::District, Some(TOWN)),
        area(WEIER, "Weier", AreaKind::District, Some(TOWN)),
    ]
}

/// 33 % of the households of each district, from 4 September 2023, no deadline yet.
pub fn campaign() -> Campaign {
    Campaign {
        id: CAMPAIGN,
        slug: Slug::of_name("Ortsteile 2023").unwrap(),
        name: "Ortsteile 2023".to_owned(),
        operator: OperatorId(1),
        unit: Unit::Households,
        target: THIRD,
        evaluation: Evaluation::PerArea,
        opened_on: Some(date(2023, 9, 4)),
        areas: vec![GRIESHEIM, WEIER],
        deadlines: Vec::new(),
        tallies: Vec::new(),
        source: source(),
    }
}

/// A deadline and the day it was announced.
pub fn deadline(day: Date, announced_on: Date) -> Deadline {
    Deadline { day, announced_on, reason: None, source: source() }
}

/// What the press gave for Offenburg: 26 November, then 25 November, then the end of the year.
///
/// Only the order of the three is published; the days of announcement are this example's.
pub fn offenburg_deadlines() -> Vec<Deadline> {
    vec![
        deadline(date(2023, 11, 26), date(2023, 9, 4)),
        deadline(date(2023, 11, 25), date(2023, 11, 10)),
        deadline(date(2023, 12, 31), date(2023, 11, 24)),
    ]
}

/// A rollout of Offenburg with its campaign and no reading.
pub fn rollout() -> Rollout {
    let areas = AreaTree::new(districts()).unwrap();
    Rollout { areas, campaigns: vec![campaign()], ..Rollout::default() }
}

/// An outcome of Griesheim, known on the day it happened.
pub fn outcome(kind: OutcomeKind, day: Date) -> Outcome {
    Outcome {
        campaign: CAMPAIGN,
        area: Some(GRIESHEIM),
        kind,
        when: When::Day(day),
        known_on: day,
        note: None,
        source: source(),
    }
}

/// An agreement of 16 June 2023 about all areas that names no end.
pub fn agreement() -> Agreement {
    Agreement {
        id: AgreementId(1),
        kind: AgreementKind::RightOfWay,
        partner: OperatorId(1),
        areas: Vec::new(),
        signed: When::Day(date(2023, 6, 16)),
        effective_from: None,
        ends_on: None,
        known_on: date(2023, 6, 16),
        conditions: None,
        note: None,
        link: None,
        source: source(),
        withdrawn: None,
    }
}

/// An evening for all areas on the day of the newspaper report.
pub fn measure() -> Measure {
    Measure {
        id: MeasureId(1),
        kind: MeasureKind::InfoEvening,
        when: When::Day(DAY),
        until: None,
        areas: Vec::new(),
        audience: None,
        known_on: DAY,
        note: None,
        link: None,
        source: source(),
        withdrawn: None,
    }
}

/// An area of a campaign with this current reading.
pub fn status(name: &str, current: Option<Reading>) -> AreaStatus {
    AreaStatus {
        id: GRIESHEIM,
        slug: Slug::of_name(name).unwrap(),
        name: name.to_owned(),
        kind: AreaKind::District,
        place: None,
        current,
        better: None,
        not_reported_on: None,
        extended: false,
        round: None,
        outcome: None,
    }
}

/// A campaign with these areas, none of which has a place yet.
pub fn campaign_status(campaign: Campaign, areas: Vec<AreaStatus>) -> CampaignStatus {
    let areas_in_all = u32::try_from(areas.len()).unwrap();
    CampaignStatus { campaign, operator: String::new(), areas, areas_in_all, areas_with_place: 0 }
}

/// The state of Griesheim in the example campaign, on the day of the newspaper report.
pub fn griesheim(rollout: &Rollout) -> AreaStatus {
    let report = rollout.area_report("griesheim", DAY).unwrap();
    let (_, status) = report.status().unwrap();
    status.clone()
}

/// The only campaign of this rollout, on the day of the newspaper report.
pub fn only_campaign(rollout: &Rollout) -> CampaignStatus {
    rollout.town_status(DAY).campaigns.remove(0)
}
