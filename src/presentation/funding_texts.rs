//! Records of funding as the texts of their forms. `typed` reads each text back.

use super::{
    date,
    lang::Lang,
    money::typed,
    number,
    record_fields::{Texts, when, word},
};
use crate::domain::{
    area::Slug,
    edit::{
        Field,
        funding::{BY_DATES, NO, UNKNOWN, WHOLE, YES},
    },
    funding::{Application, Directive, Document, FundingDeadline, Leg, Milestone, Part},
    money::Cents,
    rollout::Rollout,
    when::When,
};

fn some(text: Option<&String>) -> String {
    text.cloned().unwrap_or_default()
}

fn amount(amount: Option<Cents>) -> String {
    amount.map(typed).unwrap_or_default()
}

fn time(known: Option<When>) -> String {
    known.map(when).unwrap_or_default()
}

fn part_or_whole(part: Option<Part>) -> String {
    part.map_or_else(|| WHOLE.to_owned(), |part| word(&part))
}

fn directive(directive: Option<&Directive>) -> [(Field, String); 2] {
    let name = directive.map(|directive| directive.name.clone()).unwrap_or_default();
    let version = directive.and_then(|directive| directive.version.clone()).unwrap_or_default();
    [(Field::Directive, name), (Field::Version, version)]
}

/// Names of areas, parted by commas.
pub fn area_names(areas: &[Slug], rollout: &Rollout) -> String {
    let name =
        |slug: &Slug| rollout.areas.by_slug(slug.as_str()).map_or_else(|| slug.to_string(), |area| area.name.clone());
    areas.iter().map(name).collect::<Vec<_>>().join(", ")
}

/// Names of facilities, parted by commas.
pub fn facility_names(facilities: &[Slug], rollout: &Rollout) -> String {
    let name = |slug: &Slug| rollout.facility(slug.as_str()).map_or_else(|| slug.to_string(), |one| one.details.name);
    facilities.iter().map(name).collect::<Vec<_>>().join(", ")
}

/// Of an application.
pub fn application(application: &Application, rollout: &Rollout) -> Texts {
    let mut texts = vec![
        (Field::Name, application.title.clone()),
        (Field::Applicant, some(application.applicant.as_ref())),
        (Field::Model, application.model.map_or_else(|| UNKNOWN.to_owned(), |model| word(&model))),
        (Field::GisConditions, some(application.gis_conditions.as_ref())),
        (Field::Total, amount(application.total)),
        (Field::Areas, area_names(&application.areas, rollout)),
        (Field::Facilities, facility_names(&application.facilities, rollout)),
        (Field::AmountsPublic, if application.amounts_public { YES } else { NO }.to_owned()),
        (Field::Note, some(application.note.as_ref())),
        (Field::Source, application.source.name.clone()),
    ];
    texts.extend(directive(application.directive.as_ref()));
    texts
}

/// Of a leg.
pub fn leg(leg: &Leg) -> Texts {
    let fields = leg.fields();
    let share = fields.share.map(|share| number::share(share, Lang::De).replace(number::NBSP, " ")).unwrap_or_default();
    let mut texts = vec![
        (Field::Part, word(&fields.part)),
        (Field::State, word(&fields.state)),
        (Field::Since, time(fields.since)),
        (Field::Share, share),
        (Field::Requested, amount(fields.requested)),
        (Field::Preliminary, amount(fields.preliminary)),
        (Field::Final, amount(fields.finally)),
        (Field::Paid, amount(fields.paid)),
        (Field::Note, some(fields.note.as_ref())),
        (Field::Source, fields.source.name.clone()),
    ];
    texts.extend(directive(fields.directive.as_ref()));
    texts
}

/// Of a milestone.
pub fn milestone(milestone: &Milestone) -> Texts {
    vec![
        (Field::Kind, word(&milestone.kind)),
        (Field::Part, part_or_whole(milestone.part)),
        (Field::Planned, time(milestone.planned)),
        (Field::Actual, time(milestone.actual)),
        (Field::Mark, milestone.mark.map_or_else(|| BY_DATES.to_owned(), |mark| word(&mark))),
        (Field::Note, some(milestone.note.as_ref())),
        (Field::Source, milestone.source.name.clone()),
    ]
}

/// Of a deadline.
pub fn deadline(deadline: &FundingDeadline) -> Texts {
    vec![
        (Field::Kind, word(&deadline.kind)),
        (Field::Part, word(&deadline.part)),
        (Field::Day, date::digits(deadline.day)),
        (Field::Task, some(deadline.task.as_ref())),
        (Field::SettledOn, deadline.settled_on.map(date::digits).unwrap_or_default()),
        (Field::Source, deadline.source.name.clone()),
    ]
}

/// Of a document.
pub fn document(document: &Document) -> Texts {
    vec![
        (Field::Part, part_or_whole(document.part)),
        (Field::Name, document.title.clone()),
        (Field::Link, document.link.as_str().to_owned()),
        (Field::Version, some(document.version.as_ref())),
        (Field::Dated, document.dated.map(date::digits).unwrap_or_default()),
        (Field::Source, document.source.name.clone()),
    ]
}
