//! The forms of a facility: what it is, its measured line, a step of its plan.

use super::{Addition, EditKind, Field, Read, fields::Fields};
use crate::domain::{
    area::Slug,
    facility::{
        Answer, Details, FacilityKind, Fundable, free_slug,
        inventory::Facility,
        line::{Line, Speed},
        place::{Fit, Position, Precision, area_at, fit},
        plan::{Step, StepError, StepParts, Unusual, unusual},
    },
    fact::Says,
    ids::AreaId,
    import::{FacilityProblem, FormProblem},
    money::Cents,
    name,
    rollout::Rollout,
    source::Source,
    subject::Subject,
    typed::{degrees::degrees, money::money, number::count, shortened, speed::speed},
    when::When,
};

/// The area is found from the position: a value of [`Field::Area`], beside the areas' slugs.
pub const AREA_BY_POSITION: &str = "position";
/// The area is not known: another value of [`Field::Area`].
pub const NO_AREA: &str = "none";
/// No school has so many classes.
const MOST_CLASSES: u32 = 500;

/// Reads the form of a facility. `rollout` is all that is stored.
pub fn read(fields: &mut Fields, rollout: &Rollout, slug: &Slug) -> Read {
    let facility = rollout.clone().known_on(fields.today).facility(slug.as_str())?;
    match fields.kind() {
        EditKind::Facility => details(fields, rollout, Some(&facility)),
        EditKind::Line => line(fields, slug),
        EditKind::Step => step(fields, &facility),
        _ => None,
    }
}

/// Reads what a facility is; of a new one where none is given.
pub fn details(fields: &mut Fields, rollout: &Rollout, known: Option<&Facility>) -> Read {
    let (typed_name, kind): (_, Option<FacilityKind>) = (fields.needed(Field::Name), fields.chosen(Field::Kind));
    let subject = typed_name.as_ref().and_then(|name| subject(fields, rollout, known, name));
    let position = position(fields);
    let area = area(fields, rollout, position);
    let classes = classes(fields);
    let fundable = fundable(fields);
    let responsible = fields.text(Field::Responsible);
    let types = fields.text(Field::SchoolTypes).unwrap_or_default();
    let (address, owner) = (fields.text(Field::Address), fields.text(Field::Owner));
    let (tariff, second_route) = (fields.chosen(Field::Tariff), fields.chosen(Field::SecondRoute));
    let standing = fields.chosen(Field::Standing);
    // That a school is gone, or never was, takes it out of every counter.
    let gone = known.is_some_and(|known| standing.is_some_and(|standing| standing != known.details.standing));
    let (reason, source) = (fields.reason(gone), fields.source());
    let details = Details {
        name: typed_name?,
        kind: kind?,
        school_types: types.split(',').map(str::trim).filter(|one| !one.is_empty()).map(str::to_owned).collect(),
        directory_number: known.and_then(|known| known.details.directory_number.clone()),
        address,
        position: position?,
        area: area?,
        owner,
        classes: classes?,
        tariff: tariff?,
        second_route: second_route?,
        fundable: fundable?,
        responsible,
        standing: standing?,
        source: source?,
    };
    if known.is_some_and(|known| says_the_same(&known.details, &details)) {
        fields.fault(Field::Name, FormProblem::Unchanged);
    }
    Some((Addition::Fact(subject?, Says::Facility(details)), reason))
}

fn says_the_same(known: &Details, typed: &Details) -> bool {
    Details { source: typed.source.clone(), ..known.clone() } == *typed
}

/// The facility itself, or a new address for a new name. A name that a facility of the town has already is most likely
/// that facility once more.
fn subject(fields: &mut Fields, rollout: &Rollout, known: Option<&Facility>, typed: &str) -> Option<Subject> {
    let key = name::key(typed);
    let all = rollout.facilities();
    let other = |facility: &&Facility| {
        name::key(&facility.details.name) == key && known.is_none_or(|known| known.slug != facility.slug)
    };
    if let Some(other) = all.iter().find(other) {
        fields.fault(Field::Name, FormProblem::FacilityExists { name: other.details.name.clone() });
        return None;
    }
    if let Some(known) = known {
        return Some(Subject::Facility(known.slug.clone()));
    }
    let taken = |slug: &str| all.iter().any(|facility| facility.slug.as_str() == slug);
    let slug = free_slug(typed, taken);
    if slug.is_none() {
        fields.fault(Field::Name, FacilityProblem::NoName);
    }
    slug.map(Subject::Facility)
}

/// "48,467 7,945": latitude and longitude. The outer `None` is a fault.
fn position(fields: &mut Fields) -> Option<Option<Position>> {
    let Some(text) = fields.text(Field::Position) else { return Some(None) };
    let halves: Vec<&str> = match text.contains(';') {
        true => text.split(';').collect(),
        false => text.split_whitespace().map(|half| half.trim_end_matches(',')).collect(),
    };
    let mut refuse = |problem: FacilityProblem| {
        fields.fault(Field::Position, problem);
        None
    };
    let [lat, lon] = halves.as_slice() else { return refuse(FacilityProblem::HalfPosition) };
    let (Some(lat), Some(lon)) = (degrees(lat), degrees(lon)) else {
        return refuse(FacilityProblem::NotDegrees { text: shortened(&text) });
    };
    let precision = if lat.decimals.max(lon.decimals) > 3 { Precision::Exact } else { Precision::Coarse };
    match Position::in_germany(lat.udeg, lon.udeg, precision) {
        Some(position) => Some(Some(position)),
        None if Position::in_germany(lon.udeg, lat.udeg, precision).is_some() => {
            refuse(FacilityProblem::SwappedPosition)
        }
        None => refuse(FacilityProblem::FarPosition),
    }
}

/// The area as chosen, or where the position lies. The outer `None` is a fault.
fn area(fields: &mut Fields, rollout: &Rollout, position: Option<Option<Position>>) -> Option<Option<AreaId>> {
    let position = position.flatten();
    let chosen = fields.needed(Field::Area)?;
    let stated = match chosen.as_str() {
        AREA_BY_POSITION => {
            return Some(position.and_then(|position| area_at(&rollout.areas, &rollout.shapes, position)));
        }
        NO_AREA => return Some(None),
        slug => rollout.areas.by_slug(slug).filter(|area| area.parent.is_some()),
    };
    let Some(stated) = stated else {
        fields.fault(Field::Area, FormProblem::Missing);
        return None;
    };
    if let Fit::Contradict { found } = fit(&rollout.areas, &rollout.shapes, Some(stated.id), position) {
        let found = rollout.areas.get(found).map_or_else(String::new, |area| area.name.clone());
        fields.fault(Field::Area, FacilityProblem::AreaContradicts { stated: stated.name.clone(), found });
    }
    Some(Some(stated.id))
}

fn classes(fields: &mut Fields) -> Option<Option<u16>> {
    let Some(text) = fields.text(Field::Classes) else { return Some(None) };
    let number = count(&text).ok().filter(|classes| *classes <= MOST_CLASSES);
    let classes = number.and_then(|classes| u16::try_from(classes).ok());
    if classes.is_none() {
        fields.fault(Field::Classes, FacilityProblem::NotClasses { text: shortened(&text) });
    }
    classes.map(Some)
}

fn fundable(fields: &mut Fields) -> Option<Fundable> {
    let answer: Answer = fields.chosen(Field::Fundable)?;
    let reason = fields.text(Field::FundableReason).unwrap_or_default();
    if answer == Answer::Unknown && !reason.is_empty() {
        fields.fault(Field::Fundable, FacilityProblem::ReasonAlone);
        return None;
    }
    let fundable = Fundable::new(answer, &reason);
    if fundable.is_err() {
        fields.fault(Field::FundableReason, FacilityProblem::NoReason);
    }
    fundable.ok()
}

fn line(fields: &mut Fields, slug: &Slug) -> Read {
    // A line whose technology nobody knows is a line all the same.
    let technology = fields.text(Field::Technology).and_then(|_| fields.chosen(Field::Technology));
    let (down, up) = (bandwidth(fields, Field::Down), bandwidth(fields, Field::Up));
    let provider = fields.text(Field::Partner);
    let measured_on = fields.some_day(Field::Day);
    fields.past(Field::Day, measured_on.map(When::Day));
    let source = fields.source();
    let (down, up) = (down?, up?);
    if measured_on.is_some() && down.is_none() {
        fields.fault(Field::Down, FacilityProblem::MeasuredNothing);
    }
    let line = Line { technology, down, up, provider, measured_on, source: source? };
    if !line.says_something() {
        fields.fault(Field::Down, FormProblem::Missing);
    }
    Some((Addition::Fact(Subject::Facility(slug.clone()), Says::Line(line)), None))
}

/// The outer `None` is a fault.
fn bandwidth(fields: &mut Fields, field: Field) -> Option<Option<Speed>> {
    let Some(text) = fields.text(field) else { return Some(None) };
    let speed = speed(&text);
    if speed.is_none() {
        fields.fault(field, FacilityProblem::NotASpeed { text: shortened(&text) });
    }
    speed.map(Some)
}

fn step(fields: &mut Fields, facility: &Facility) -> Read {
    let (strand, state) = (fields.chosen(Field::Strand), fields.chosen(Field::State));
    let (reached, next_planned) = (fields.some_when(Field::When), fields.some_when(Field::NextPlanned));
    fields.past(Field::When, reached);
    let responsible = fields.text(Field::Responsible);
    let cost = cost(fields);
    let note = fields.text(Field::Note);
    let unusual = strand.and_then(|strand| unusual(facility.state(strand), state?));
    let (reason, source) = (fields.text(Field::Reason), fields.source());
    if let (Some(unusual), None) = (unusual, &reason) {
        fields.fault(
            Field::Reason,
            match unusual {
                Unusual::Skips => FormProblem::SkipNeedsReason,
                Unusual::GoesBack => FormProblem::BackNeedsReason,
            },
        );
    }
    let source: Source = source?;
    let parts =
        StepParts { strand: strand?, state: state?, reached, next_planned, responsible, cost: cost?, note, source };
    let step = Step::new(parts);
    match step {
        Ok(step) => {
            let subject = Subject::Facility(facility.slug.clone());
            return Some((Addition::Fact(subject, Says::Step(step)), reason));
        }
        Err(StepError::ActiveWithoutDate) => fields.fault(Field::When, FormProblem::ActiveSince),
        Err(StepError::ActiveWithNext) => fields.fault(Field::NextPlanned, FormProblem::NothingAfterActive),
        Err(StepError::NextBeforeReached) => {
            if let Some(start) = reached {
                fields.fault(Field::NextPlanned, FormProblem::EndBeforeStart { start });
            }
        }
    }
    None
}

/// The outer `None` is a fault.
fn cost(fields: &mut Fields) -> Option<Option<Cents>> {
    let Some(text) = fields.text(Field::Cost) else { return Some(None) };
    match money(&text) {
        Ok(cents) => Some(Some(cents)),
        Err(problem) => {
            fields.fault(Field::Cost, problem);
            None
        }
    }
}
