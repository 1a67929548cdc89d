//! Every area with its shape and its current figures, as GeoJSON (RFC 7946).

use geo::orient::{Direction, Orient};
use geojson::{Feature, Geometry};
use jiff::civil::Date;
use serde_json::{Map, Value as Json, json};

use crate::domain::{
    amount::Amount,
    area::Area,
    campaign::Target,
    outcome::OutcomeKind,
    progress::Progress,
    reading::{Reading, Value},
    rollout::Rollout,
    status::{AreaStatus, CampaignStatus, State, TownStatus},
    take_up::Quota,
};

use super::ExportError;

/// All areas of the town, each with its shape where one is drawn and with its state on this day.
///
/// WGS 84, longitude before latitude, outer rings counter-clockwise. Properties are flat, so that
/// every GIS program shows them: `contracts` and `percent` with `exactness` (`exact`, `about`,
/// `at_least`, `less_than`, `range` with `contracts_upper` or `percent_upper`, `not_reported`).
/// `state` is the campaign's progress or its outcome, `state_of` says which. What is not known is
/// null, never 0.
///
/// # Errors
/// When the file cannot be written.
pub fn areas_geojson(rollout: &Rollout, today: Date) -> Result<Vec<u8>, ExportError> {
    let town = rollout.town_status(today);
    let features: Result<Vec<Json>, serde_json::Error> = rollout
        .areas
        .iter()
        .map(|area| {
            let shape = rollout.shapes.iter().find(|shape| shape.area == area.id);
            let geometry = shape.map(|shape| Geometry::new((&shape.outline.orient(Direction::Default)).into()));
            let properties = Some(properties(rollout, &town, area)?);
            serde_json::to_value(Feature { geometry, properties, ..Feature::default() })
        })
        .collect();
    let as_of = town.campaigns.iter().filter_map(CampaignStatus::as_of).max();
    let collection = json!({
        "type": "FeatureCollection",
        "town": town.town,
        "today": today,
        "as_of": as_of,
        "sample": town.sample,
        "sample_note": town.sample.then_some("Beispieldaten: Zahlen mit sample = true sind erfunden."),
        "attribution": attribution(rollout),
        "licence_note": "Zahlen und Umrisse stammen aus den genannten Quellen. Es gelten deren Bedingungen.",
        "features": features?,
    });
    Ok(serde_json::to_vec(&collection)?)
}

/// Whose shapes these are, each named once.
fn attribution(rollout: &Rollout) -> String {
    let mut names: Vec<&str> = Vec::new();
    for area in rollout.shapes.iter().filter_map(|shape| rollout.areas.get(shape.area)) {
        if !names.contains(&area.source.name.as_str()) {
            names.push(&area.source.name);
        }
    }
    names.join("; ")
}

fn properties(rollout: &Rollout, town: &TownStatus, area: &Area) -> Result<Map<String, Json>, serde_json::Error> {
    let mut properties = object(json!({
        "slug": area.slug,
        "name": area.name,
        "kind": area.kind,
        "schematic": area.schematic,
        "outline_note": area.schematic.then_some("schematisch, keine amtliche Grenze"),
        "outline_source": area.source.name,
    }));
    let campaign = rollout.campaign_of(area.id).map(|campaign| campaign.id);
    let status = town.campaigns.iter().find(|status| Some(status.campaign.id) == campaign);
    let found = status.and_then(|status| Some((status, status.areas.iter().find(|of| of.id == area.id)?)));
    if let Some((campaign, area)) = found {
        properties.extend(campaign_properties(campaign, area)?);
        properties.extend(reading_properties(area.current.as_ref(), campaign.campaign.target));
    }
    Ok(properties)
}

fn campaign_properties(status: &CampaignStatus, area: &AreaStatus) -> Result<Map<String, Json>, serde_json::Error> {
    let campaign = &status.campaign;
    let (kind, percent, contracts) = match campaign.target {
        Target::Share(share) => ("share", Some(percent(share.basis_points(), 100)), None),
        Target::Count(count) => ("count", None, Some(count)),
        Target::OperatorDecision => ("operator_decision", None, None),
    };
    let (of, state) = match area.state(campaign.target) {
        State::Running(progress) => ("progress", Json::from(progress_key(progress))),
        State::CameOut(outcome) => ("outcome", outcome_key(outcome)?),
    };
    Ok(object(json!({
        "campaign": campaign.name,
        "operator": status.operator,
        "deadline": campaign.deadline().map(|deadline| deadline.day),
        "target": kind,
        "target_percent": percent,
        "target_contracts": contracts,
        "state": state,
        "state_of": of,
        "extended": area.extended,
        "not_reported_on": area.not_reported_on,
    })))
}

fn reading_properties(reading: Option<&Reading>, target: Target) -> Map<String, Json> {
    let number = |quota: Quota| match quota {
        Quota::Stated(share) => percent(share.basis_points(), 100),
        Quota::Counted(_) => percent(quota.tenths(target.share()), 10),
    };
    let contracts = reading.and_then(Reading::contracts).map(ends);
    let quota = reading.and_then(Reading::quota).map(|amount| ends(amount.map(number)));
    let base = reading.and_then(Reading::base);
    object(json!({
        "contracts": contracts.map(|(low, _)| low),
        "contracts_upper": contracts.and_then(|(_, high)| high),
        "percent": quota.map(|(low, _)| low),
        "percent_upper": quota.and_then(|(_, high)| high),
        "exactness": reading.map_or("not_reported", |reading| exactness_key(reading.value())),
        "base": base.map(|base| base.count),
        "base_unit": base.map(|base| base.unit),
        "base_estimated": base.map(|base| base.estimated_by.is_some()),
        "base_estimated_by": base.and_then(|base| base.estimated_by.as_deref()),
        "base_source": base.map(|base| base.source.name.as_str()),
        "as_of": reading.map(|reading| reading.as_of),
        "stage": reading.map(|reading| reading.stage),
        "source": reading.map(|reading| reading.source.name.as_str()),
        "note": reading.and_then(|reading| reading.note.as_deref()),
        "sample": reading.is_some_and(|reading| reading.sample),
    }))
}

/// The number named, and the upper end of a range.
fn ends<T>(amount: Amount<T>) -> (T, Option<T>) {
    match amount {
        Amount::Exact(n) | Amount::About(n) | Amount::AtLeast(n) | Amount::LessThan(n) => (n, None),
        Amount::Range(low, high) => (low, Some(high)),
    }
}

fn percent(parts: u32, per_percent: u32) -> f64 {
    f64::from(parts) / f64::from(per_percent)
}

fn exactness_key(value: Value) -> &'static str {
    fn key<T>(amount: Amount<T>) -> &'static str {
        match amount {
            Amount::Exact(_) => "exact",
            Amount::About(_) => "about",
            Amount::AtLeast(_) => "at_least",
            Amount::LessThan(_) => "less_than",
            Amount::Range(..) => "range",
        }
    }
    match value {
        Value::Contracts(amount) => key(amount),
        Value::Percent(amount) => key(amount),
        Value::NotReported => "not_reported",
    }
}

fn progress_key(progress: Progress) -> &'static str {
    match progress {
        Progress::None => "not_reported",
        Progress::NoBase => "no_base",
        Progress::ReportedOnly => "reported_only",
        Progress::NoTarget => "no_target",
        Progress::Below => "below",
        Progress::Close => "close",
        Progress::Reached => "reached",
    }
}

fn outcome_key(outcome: OutcomeKind) -> Result<Json, serde_json::Error> {
    serde_json::to_value(outcome)
}

fn object(value: Json) -> Map<String, Json> {
    match value {
        Json::Object(map) => map,
        _ => Map::new(),
    }
}
