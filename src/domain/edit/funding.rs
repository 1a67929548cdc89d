//! The forms of an application for funding.

use super::{Addition, EditKind, Field, Read, fields::Fields};
use crate::domain::{
    area::Slug,
    fact::Says,
    funding::{
        Application, DeadlineKind, Directive, Document, Funding, FundingDeadline, Leg, LegError, LegFields, LegState,
        Milestone, MilestoneKind, Part, SumOfShares, market_survey_closes,
    },
    import::FormProblem,
    money::Cents,
    name,
    rollout::Rollout,
    subject::Subject,
    typed::shortened,
    when::When,
};

/// The word of a select for what is not known.
pub const UNKNOWN: &str = "unknown";
/// The word of a select for the whole application, where no leg is meant.
pub const WHOLE: &str = "whole";
/// The word of a select for a milestone that stands where its dates say.
pub const BY_DATES: &str = "by_dates";
/// The word for what the public may see.
pub const YES: &str = "yes";
/// The word for what it may not.
pub const NO: &str = "no";

/// Reads the form of a new application.
pub fn new(fields: &mut Fields, rollout: &Rollout) -> Read {
    let title = fields.needed(Field::Name);
    let slug = title.as_deref().and_then(|title| match Slug::of_name(title) {
        Ok(slug) => Some(slug),
        Err(_) => {
            fields.fault(Field::Name, FormProblem::Missing);
            None
        }
    });
    if let (Some(title), Some(slug)) = (&title, &slug)
        && rollout.knows(&Subject::Application(slug.clone()))
    {
        fields.fault(Field::Name, FormProblem::NameTaken { text: shortened(title) });
    }
    application(fields, title, slug, rollout)
}

/// Reads a form of an application of which something is known.
pub fn read(fields: &mut Fields, funding: &Funding, known: &Rollout) -> Read {
    let subject = funding.subject();
    let fact = |says| Some((Addition::Fact(subject.clone(), says), None));
    match fields.kind() {
        EditKind::Application => {
            let (title, slug) = (fields.needed(Field::Name), funding.application.slug.clone());
            let read = application(fields, title, Some(slug), known);
            // What is granted lies within the total, whichever of the two was known first.
            if let Some((Addition::Fact(_, Says::Application(changed)), _)) = &read
                && let Some((total, granted)) = changed.total.zip(Some(funding.granted()))
                && granted > total
            {
                fields.fault(Field::Total, FormProblem::GrantsTooLarge { total, granted });
            }
            read
        }
        EditKind::Leg => leg(fields, funding),
        EditKind::Milestone => milestone(fields, funding),
        EditKind::FundingDeadline => fact(Says::FundingDeadline(deadline(fields)?)),
        EditKind::FundingDocument => fact(Says::FundingDocument(document(fields)?)),
        _ => None,
    }
}

fn application(fields: &mut Fields, title: Option<String>, slug: Option<Slug>, rollout: &Rollout) -> Read {
    let (applicant, model) = (fields.text(Field::Applicant), fields.chosen_or(Field::Model, UNKNOWN));
    let (directive, gis_conditions) = (directive(fields), fields.text(Field::GisConditions));
    let total = fields.money(Field::Total);
    let areas = named(fields, Field::Areas, |text| area_called(rollout, text));
    let facilities = named(fields, Field::Facilities, |text| facility_called(rollout, text));
    let amounts_public = matches!(fields.needed(Field::AmountsPublic).as_deref(), Some(YES));
    let (note, reason, source) = (fields.text(Field::Note), fields.reason(false), fields.source());
    let slug = slug?;
    let application = Application {
        slug: slug.clone(),
        title: title?,
        applicant,
        model,
        directive,
        gis_conditions,
        total,
        areas,
        facilities,
        amounts_public,
        note,
        source: source?,
    };
    Some((Addition::Fact(Subject::Application(slug), Says::Application(Box::new(application))), reason))
}

/// A directive with its version; without a name there is neither.
fn directive(fields: &mut Fields) -> Option<Directive> {
    let version = fields.text(Field::Version);
    if version.is_some() {
        fields.needed(Field::Directive);
    }
    fields.text(Field::Directive).map(|name| Directive { name, version })
}

/// What the names in a field stand for; they are parted by commas.
fn named(fields: &mut Fields, field: Field, called: impl Fn(&str) -> Option<Slug>) -> Vec<Slug> {
    let typed = fields.text(field).unwrap_or_default();
    let mut found: Vec<Slug> = Vec::new();
    for text in typed.split([',', ';', '\n']).map(str::trim).filter(|text| !text.is_empty()) {
        match called(text) {
            Some(slug) if !found.contains(&slug) => found.push(slug),
            Some(_) => {}
            None if field == Field::Areas => fields.fault(field, FormProblem::NoSuchArea { text: shortened(text) }),
            None => fields.fault(field, FormProblem::NoSuchFacility { text: shortened(text) }),
        }
    }
    found
}

fn area_called(rollout: &Rollout, text: &str) -> Option<Slug> {
    let key = name::key(text);
    let area = rollout.areas.iter().find(|area| area.parent.is_some() && name::key(&area.name) == key);
    area.map(|area| area.slug.clone())
}

fn facility_called(rollout: &Rollout, text: &str) -> Option<Slug> {
    let key = name::key(text);
    let called = rollout.facilities().into_iter().find(|facility| name::key(&facility.details.name) == key);
    called.map(|facility| facility.slug)
}

fn leg(fields: &mut Fields, funding: &Funding) -> Read {
    let (part, state) = (fields.chosen::<Part>(Field::Part), fields.chosen::<LegState>(Field::State));
    let since = fields.some_when(Field::Since);
    fields.past(Field::Since, since);
    let amounts = [Field::Requested, Field::Preliminary, Field::Final, Field::Paid].map(|field| fields.money(field));
    let [requested, preliminary, finally, paid] = amounts;
    let (share, directive) = (fields.share(Field::Share), directive(fields));
    let (note, source) = (fields.text(Field::Note), fields.source());
    let reason = fields.reason(false);
    let (part, state) = (part?, state?);
    if let Some(from) = funding.state(part).filter(|from| reason.is_none() && !from.may_become(state)) {
        fields.fault(Field::Reason, FormProblem::StepNeedsReason { part, from, to: state });
    }
    let source = source?;
    let leg = LegFields { part, state, since, share, requested, preliminary, finally, paid, directive, note, source };
    let leg = match Leg::new(leg) {
        Ok(leg) => leg,
        Err(LegError::State) => {
            fields.fault(Field::State, FormProblem::StateNotOfPart);
            return None;
        }
        Err(LegError::PaidMoreThanGranted) => {
            fields.fault(Field::Paid, FormProblem::PaidMoreThanGranted);
            return None;
        }
    };
    sums(fields, funding, &leg);
    Some((Addition::Fact(funding.subject(), Says::Leg(Box::new(leg))), reason))
}

/// What must hold between a leg, the other legs and the total.
fn sums(fields: &mut Fields, funding: &Funding, leg: &Leg) {
    if let SumOfShares::TooMuch(sum) = funding.shares_with(leg) {
        fields.fault(Field::Share, FormProblem::SharesTooLarge { sum });
    }
    let Some(total) = funding.application.total else { return };
    let of = leg.fields();
    let amounts = [(Field::Requested, of.requested), (Field::Preliminary, of.preliminary), (Field::Final, of.finally)];
    for (field, _) in amounts.iter().filter(|(_, amount)| amount.is_some_and(|amount| amount > total)) {
        fields.fault(*field, FormProblem::MoreThanTotal { total });
    }
    let mut with = funding.clone();
    with.take_leg(leg.clone());
    let granted: Cents = with.granted();
    if granted > total {
        let field = if leg.state() == LegState::FinalGrant { Field::Final } else { Field::Preliminary };
        fields.fault(field, FormProblem::GrantsTooLarge { total, granted });
    }
}

fn milestone(fields: &mut Fields, funding: &Funding) -> Read {
    let (kind, part) = (fields.chosen(Field::Kind), fields.chosen_or(Field::Part, WHOLE));
    let (planned, actual) = (fields.some_when(Field::Planned), fields.some_when(Field::Actual));
    fields.past(Field::Actual, actual);
    let mark = fields.chosen_or(Field::Mark, BY_DATES);
    if planned.is_none() && actual.is_none() && mark.is_none() {
        fields.fault(Field::Planned, FormProblem::Missing);
    }
    let (note, source, reason) = (fields.text(Field::Note), fields.source(), fields.reason(false));
    let kind = kind?;
    let opened = funding.milestone(MilestoneKind::MarketSurveyOpened, part.unwrap_or(Part::Federal));
    if let (MilestoneKind::MarketSurveyClosed, Some(When::Day(opened)), Some(When::Day(closed)), None) =
        (kind, opened.and_then(|opened| opened.actual), actual, &reason)
        && let Some(closes) = market_survey_closes(opened).filter(|closes| closed < *closes)
    {
        fields.fault(Field::Reason, FormProblem::SurveyTooShort { closes });
    }
    let milestone = Milestone { kind, part, planned, actual, mark, note, source: source? };
    Some((Addition::Fact(funding.subject(), Says::Milestone(milestone)), reason))
}

fn deadline(fields: &mut Fields) -> Option<FundingDeadline> {
    let (kind, part) = (fields.chosen(Field::Kind), fields.chosen(Field::Part));
    let (day, settled_on) = (fields.day(Field::Day), fields.some_day(Field::SettledOn));
    fields.past(Field::SettledOn, settled_on.map(When::Day));
    // "Something else" says nothing without its task.
    let task = if kind == Some(DeadlineKind::Other) { fields.needed(Field::Task) } else { fields.text(Field::Task) };
    let source = fields.source();
    Some(FundingDeadline { part: part?, kind: kind?, day: day?, task, settled_on, source: source? })
}

fn document(fields: &mut Fields) -> Option<Document> {
    let (part, title) = (fields.chosen_or(Field::Part, WHOLE), fields.needed(Field::Name));
    if fields.needed(Field::Link).is_none() {
        fields.fault(Field::Link, FormProblem::Missing);
    }
    let (link, version) = (fields.link(), fields.text(Field::Version));
    let dated = fields.some_day(Field::Dated);
    fields.past(Field::Dated, dated.map(When::Day));
    let source = fields.source();
    Some(Document { title: title?, link: link?, version, dated, part, source: source? })
}
