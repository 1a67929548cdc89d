//! Examples that these claims share: areas in a campaign with a deadline, before, on and after it.

use faserstand_lib::{
    domain::{
        amount::Amount,
        campaign::{Campaign, Target},
        outcome::OutcomeKind,
        reading::{Base, Reading, Stage, Value},
        status::{AreaReport, AreaStatus, CampaignStatus, HistoryEntry, TownStatus},
    },
    presentation::span::Span,
};
use jiff::civil::{Date, date};

use crate::build;

/// The deadline of these examples.
pub const DEADLINE: Date = date(2023, 11, 25);
/// The day after it.
pub const AFTER: Date = date(2023, 11, 26);

/// The example campaign with its deadline.
pub fn campaign(target: Target) -> Campaign {
    let deadlines = vec![build::deadline(DEADLINE, date(2023, 9, 4))];
    Campaign { target, deadlines, ..build::campaign() }
}

/// A campaign towards 33 % with these areas, and its operator.
pub fn areas(areas: Vec<AreaStatus>) -> CampaignStatus {
    towards(build::THIRD, areas)
}

/// A campaign towards this target with these areas.
pub fn towards(target: Target, areas: Vec<AreaStatus>) -> CampaignStatus {
    CampaignStatus { operator: "Netzgesellschaft".to_owned(), ..build::campaign_status(campaign(target), areas) }
}

/// The town with this campaign alone.
pub fn town(campaign: CampaignStatus, today: Date) -> TownStatus {
    let town = "Offenburg".to_owned();
    TownStatus { town, today, sample: false, campaigns: vec![campaign], timeline: Vec::new() }
}

/// The page of the only area of this campaign, with these readings, the last one current.
pub fn page(target: Target, readings: &[Reading], today: Date) -> AreaReport {
    let mut report = build::rollout().area_report("griesheim", today).unwrap();
    report.campaign = Some(towards(target, vec![build::status("Griesheim", readings.last().cloned())]));
    report.history = readings.iter().cloned().map(|reading| HistoryEntry { reading, replaced: None }).collect();
    report
}

/// An area with this outcome and no reading.
pub fn came_out(name: &str, kind: OutcomeKind) -> AreaStatus {
    AreaStatus { outcome: Some(build::outcome(kind, AFTER)), ..build::status(name, None) }
}

/// A count of contracts without a base.
pub fn bare(count: u32) -> Reading {
    build::reading(Value::Contracts(Amount::Exact(count)), None)
}

/// An exact count of an estimated base.
pub fn estimated(count: u32, base: u32) -> Reading {
    let base = Base { estimated_by: Some("Einwohner durch 2,1".to_owned()), ..build::households(base).unwrap() };
    build::reading(Value::Contracts(Amount::Exact(count)), Some(base))
}

/// A checked reading of this day.
pub fn on(day: Date, value: Value, base: Option<Base>) -> Reading {
    Reading::new(day, Stage::Checked, value, base, build::source()).unwrap()
}

/// A sentence's words.
pub fn text(spans: &[Span]) -> String {
    spans.iter().map(Span::text).collect::<String>().replace('\u{a0}', " ").trim().to_owned()
}

/// Words without their no-break spaces, easier to read in a claim.
pub fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}
