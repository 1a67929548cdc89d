//! The forms of an area, one function each: which fields it has, and what must hold between them.

use super::{
    Addition, EditContext, EditKind, Field, InCampaign, NewBase, NewReading, Reach, Read, areas, fields::Fields,
    records,
};
use crate::domain::{
    campaign::Deadline,
    ids::{AreaId, ReadingId},
    import::{FormProblem, Problem},
    outcome::Outcome,
    phase::Phase,
    reading::Value,
    when::When,
};

/// Reads the form of an area.
pub fn read(fields: &mut Fields, context: &EditContext) -> Read {
    match fields.kind() {
        EditKind::Deadline => deadline(fields, context),
        EditKind::Outcome => outcome(fields, context),
        EditKind::Phase => phase(fields, context),
        EditKind::Measure => {
            let areas = reach(fields, context);
            records::measure(fields, areas)
        }
        EditKind::Agreement => {
            let areas = reach(fields, context);
            records::agreement(fields, areas)
        }
        EditKind::Base => base(fields, context),
        EditKind::Correction => correction(fields, context),
        EditKind::Progress => areas::progress(fields, context),
        EditKind::Profile => areas::profile(fields, context),
        EditKind::Round => areas::round(fields, context),
        // Of other subjects.
        _ => None,
    }
}

/// The area's campaign. Without one there is nothing to enter, whatever was typed.
fn campaign<'a>(fields: &mut Fields, context: &'a EditContext, field: Field) -> Option<&'a InCampaign> {
    if context.campaign.is_none() {
        fields.fault(field, FormProblem::Missing);
    }
    context.campaign.as_ref()
}

/// This area, or all of its campaign.
fn reach(fields: &mut Fields, context: &EditContext) -> Option<Vec<AreaId>> {
    match (fields.chosen(Field::Reach)?, &context.campaign) {
        (Reach::Campaign, Some(campaign)) => Some(campaign.areas.clone()),
        (Reach::Missed, Some(campaign)) => Some(campaign.missed.clone()),
        (Reach::Area, _) | (Reach::Campaign | Reach::Missed, None) => Some(vec![context.area]),
    }
}

fn deadline(fields: &mut Fields, context: &EditContext) -> Read {
    let campaign = campaign(fields, context, Field::Day)?;
    let (day, announced) = (fields.day(Field::Day), fields.day(Field::AnnouncedOn));
    let (reason, source) = (fields.reason(true), fields.source());
    if let (Some(day), Some(opened)) = (day, campaign.opened_on.filter(|opened| day < Some(*opened))) {
        fields.fault(Field::Day, FormProblem::DeadlineBeforeOpening { day, opened });
    }
    fields.past(Field::AnnouncedOn, announced.map(When::Day));
    if day.is_some() && day == campaign.deadline {
        fields.fault(Field::Day, FormProblem::Unchanged);
    }
    // Deadlines stand in the order of their announcement, and the last one holds.
    if let Some(holding) = campaign.announced_on.filter(|holding| announced.is_some_and(|day| day < *holding)) {
        fields.fault(Field::AnnouncedOn, FormProblem::AnnouncedEarlier { holding });
    }
    let deadline = Deadline { day: day?, announced_on: announced?, reason: reason.clone(), source: source? };
    Some((Addition::Deadline(deadline), reason))
}

fn outcome(fields: &mut Fields, context: &EditContext) -> Read {
    let campaign = campaign(fields, context, Field::Kind)?;
    let (kind, when) = (fields.chosen(Field::Kind), fields.when(Field::When));
    fields.past(Field::When, when);
    let (note, reason, source) = (fields.text(Field::Note), fields.reason(campaign.came_out), fields.source());
    let (area, known_on) = (Some(context.area), context.today);
    let outcome = Outcome { campaign: campaign.id, area, kind: kind?, when: when?, known_on, note, source: source? };
    Some((Addition::Outcome(outcome), reason))
}

fn phase(fields: &mut Fields, context: &EditContext) -> Read {
    let campaign = campaign(fields, context, Field::Kind)?;
    let kind = fields.chosen(Field::Kind);
    let planned = fields.dates(Field::PlannedStart, Field::PlannedEnd);
    let actual = fields.dates(Field::ActualStart, Field::ActualEnd);
    fields.past(Field::ActualStart, actual.start);
    fields.past(Field::ActualEnd, actual.end);
    if [planned.start, planned.end, actual.start, actual.end].iter().all(Option::is_none) {
        fields.fault(Field::PlannedStart, FormProblem::Missing);
    }
    let known = kind.is_some_and(|kind| campaign.phases.contains(&kind));
    let (reason, source) = (fields.reason(known), fields.source());
    let (area, known_on) = (Some(context.area), context.today);
    let phase = Phase { campaign: campaign.id, area, kind: kind?, planned, actual, known_on, source: source? };
    Some((Addition::Phase(phase), reason))
}

fn base(fields: &mut Fields, context: &EditContext) -> Read {
    let campaign = campaign(fields, context, Field::Count)?;
    let count = fields.count(Field::Count);
    if let Some(base) = count.filter(|count| *count < campaign.contracts) {
        fields.fault(Field::Count, Problem::MoreThanBase { contracts: campaign.contracts, base });
    }
    let as_of = fields.some_when(Field::AsOf);
    fields.past(Field::AsOf, as_of);
    let (estimated_by, reason) = (fields.text(Field::EstimatedBy), fields.reason(campaign.base.is_some()));
    let source = fields.source();
    Some((Addition::Base(NewBase { count: count?, as_of, estimated_by, source: source? }), reason))
}

fn correction(fields: &mut Fields, context: &EditContext) -> Read {
    let campaign = campaign(fields, context, Field::Reading)?;
    let number = fields.needed(Field::Reading).and_then(|number| number.parse().ok()).map(ReadingId);
    let Some(corrected) = campaign.readings.iter().find(|reading| Some(reading.id) == number) else {
        fields.fault(Field::Reading, FormProblem::NoSuchReading);
        return None;
    };
    let (value, day, stage) = (fields.value(Field::Value), fields.day(Field::Day), fields.chosen(Field::Stage));
    let (note, reason, source) = (fields.text(Field::Note), fields.reason(true), fields.source());
    let today = context.today;
    if let Some(day) = day.filter(|day| *day > today) {
        fields.fault(Field::Day, FormProblem::StillAhead { day, today });
    }
    if let (Some(day), Some(opened)) = (day, campaign.opened_on.filter(|opened| day < Some(*opened))) {
        fields.fault(Field::Day, Problem::BeforeOpening { day, opened });
    }
    let contracts = value.map_or(0, Value::most_contracts);
    if let Some(base) = corrected.held.base.or(campaign.base).filter(|base| contracts > *base) {
        fields.fault(Field::Value, Problem::MoreThanBase { contracts, base });
    }
    let (value, as_of, stage, source) = (value?, day?, stage?, source?);
    let others = campaign.readings.iter().filter(|other| other.id != corrected.id);
    let taken = others.map(|other| other.held).find(|held| {
        (held.as_of, held.stage) == (as_of, stage) && held.value != Value::NotReported && value != Value::NotReported
    });
    if let Some(held) = taken {
        fields.fault(Field::Day, FormProblem::Taken { day: held.as_of, stored: held.value });
    }
    let (held, same_source) = (corrected.held, source.name == corrected.source);
    if (held.value, held.as_of, held.stage) == (value, as_of, stage) && same_source && note == corrected.note {
        fields.fault(Field::Value, FormProblem::Unchanged);
    }
    let reading = NewReading { of: corrected.id, as_of, stage, value, note, source };
    Some((Addition::Correction(reading), reason))
}
