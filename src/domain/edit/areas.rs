//! The forms of an area whose answers are facts: how far its build is, what is known of itself, a further round.

use super::{Addition, EditContext, Field, InCampaign, Reach, Read, fields::Fields};
use crate::domain::{
    build_progress::{BuildFigures, BuildProgress, BuildProgressError, BuildStep},
    fact::Says,
    ids::AreaId,
    import::FormProblem,
    profile::{Profile, names},
    round::Round,
    subject::Subject,
    when::When,
};

fn said(context: &EditContext, says: Says) -> Option<Addition> {
    Some(Addition::Fact(Subject::Area(context.slug.clone()?), says))
}

/// How far the build is, of one day.
pub fn progress(fields: &mut Fields, context: &EditContext) -> Read {
    let (day, unit) = (fields.day(Field::Day), fields.chosen(Field::Unit));
    fields.past(Field::Day, day.map(When::Day));
    let figures = BuildFigures {
        base: fields.some_count(Field::Count),
        passed: fields.some_count(Field::Passed),
        prepared: fields.some_count(Field::Prepared),
        connected: fields.some_count(Field::Connected),
        activated: fields.some_count(Field::Activated),
    };
    if let Err(error) = figures.checked() {
        // A field that could not be read has its own fault, and is said first.
        fields.fault(field_of(error), FormProblem::Build(error));
    }
    let (definition, source) = (fields.text(Field::Definition), fields.source());
    let mut progress = BuildProgress::new(day?, unit?, figures, source?).ok()?;
    progress.definition = definition;
    Some((said(context, Says::Progress(progress))?, None))
}

/// The field at which a contradiction is shown.
const fn field_of(error: BuildProgressError) -> Field {
    match error {
        BuildProgressError::NoBase => Field::Count,
        BuildProgressError::Empty => Field::Passed,
        BuildProgressError::MoreThanBase { step, .. } | BuildProgressError::NotWithin { inner: step, .. } => match step
        {
            BuildStep::Passed => Field::Passed,
            BuildStep::Prepared => Field::Prepared,
            BuildStep::Connected => Field::Connected,
            BuildStep::Activated => Field::Activated,
        },
    }
}

/// What is known of the area itself.
pub fn profile(fields: &mut Fields, context: &EditContext) -> Read {
    let build_planned = fields.some_when(Field::BuildPlanned);
    let reaches_into = fields.text(Field::Border).map(|typed| names(&typed)).unwrap_or_default();
    let (note, source) = (fields.text(Field::Note), fields.source());
    if build_planned.is_none() && reaches_into.is_empty() && note.is_none() {
        fields.fault(Field::BuildPlanned, FormProblem::Missing);
    }
    let profile = Profile { build_planned, reaches_into, note, as_of: context.today, source: source? };
    Some((said(context, Says::Profile(profile.checked().ok()?))?, None))
}

/// A further round of the campaign. It opens after the campaign did, and may be corrected by one of the same opening.
pub fn round(fields: &mut Fields, context: &EditContext) -> Read {
    let Some(campaign) = &context.campaign else {
        fields.fault(Field::OpensOn, FormProblem::Missing);
        return None;
    };
    let (opens, deadline) = (fields.day(Field::OpensOn), fields.day(Field::Day));
    let too_early = campaign.opened_on.filter(|opened| opens <= Some(*opened));
    if let (Some(day), Some(opened)) = (opens, too_early) {
        fields.fault(Field::OpensOn, FormProblem::DeadlineBeforeOpening { day, opened });
    }
    if let (Some(start), Some(end)) = (opens, deadline)
        && end < start
    {
        fields.fault(Field::Day, FormProblem::EndBeforeStart { start: When::Day(start) });
    }
    let (target, areas) = (fields.target(Field::Target), reach(fields, context, campaign));
    if let (Some(areas), Some(opens), None) = (&areas, opens, too_early)
        && let Some(deadline) = campaign.still_running(areas, opens)
    {
        fields.fault(Field::OpensOn, FormProblem::RoundStillRuns { opens, deadline });
    }
    let (note, source) = (fields.text(Field::Note), fields.source());
    let round = Round {
        campaign: campaign.id,
        areas: areas?,
        opened_on: opens?,
        deadline: deadline?,
        target,
        note,
        source: source?,
    };
    Some((said(context, Says::Round(round))?, None))
}

/// This area, those that missed the target, or all of the campaign.
fn reach(fields: &mut Fields, context: &EditContext, campaign: &InCampaign) -> Option<Vec<AreaId>> {
    match fields.chosen(Field::Reach)? {
        Reach::Area => Some(vec![context.area]),
        Reach::Missed if campaign.missed.is_empty() => {
            fields.fault(Field::Reach, FormProblem::Missing);
            None
        }
        Reach::Missed => Some(campaign.missed.clone()),
        Reach::Campaign => Some(campaign.areas.clone()),
    }
}
