//! One row of a table of facilities: its cells to what they say, or to what is wrong with them.

use jiff::civil::Date;

use crate::{
    domain::{
        area::Slug,
        facility::{
            Answer, Details, FacilityKind, Fundable, Standing,
            line::{Line, Speed, Technology},
            place::{Position, Precision},
            spelling::{self, Damage, Suspicion},
        },
        import::{FacilityNotice, FacilityProblem, Problem},
        name,
        source::Source,
        typed::{
            date::day,
            degrees::{Degrees, degrees},
            number::count,
            shortened,
            speed::speed,
        },
    },
    exchange::{
        cells::{Cells, Errors, filled},
        guard::unguarded,
    },
};

use super::{columns::FacilityColumn as F, words};

/// No school has so many classes.
const MOST_CLASSES: u32 = 500;

/// What a file says of one facility. What it does not say is `None`, and changes nothing of what is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacilityRow {
    /// The row; of several, the first.
    pub line: u64,
    /// Its number in a directory.
    pub number: Option<String>,
    /// Its name, as the file writes it.
    pub name: String,
    /// What it is.
    pub kind: FacilityKind,
    /// Whether only its name says so.
    pub kind_by_name: bool,
    /// Types of school.
    pub school_types: Vec<String>,
    /// Street and number.
    pub address: Option<String>,
    /// Where it stands.
    pub position: Option<Position>,
    /// Whether the position counts as coarse because of its few decimals.
    pub coarse_by_decimals: bool,
    /// The name of its area.
    pub area: Option<String>,
    /// Who owns it.
    pub owner: Option<String>,
    /// How many classes.
    pub classes: Option<u16>,
    /// Whether it has a tariff.
    pub tariff: Option<Answer>,
    /// Whether a second fibre reaches it on another way.
    pub second_route: Option<Answer>,
    /// Whether public money may be asked for.
    pub fundable: Option<Fundable>,
    /// The post that sees to it.
    pub responsible: Option<String>,
    /// Whether it is there.
    pub standing: Option<Standing>,
    /// Who says so.
    pub source: Option<String>,
    /// Its line, where the file says anything of it.
    pub line_cells: LineCells,
}

/// What a file says of a facility's line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LineCells {
    /// How it arrives.
    pub technology: Option<Technology>,
    /// Downstream.
    pub down: Option<Speed>,
    /// Upstream.
    pub up: Option<Speed>,
    /// From whom.
    pub provider: Option<String>,
    /// The day of the measurement.
    pub measured_on: Option<Date>,
    /// Who says so.
    pub source: Option<String>,
}

impl FacilityRow {
    /// What the row makes of what was known; `known` is a new facility's bare name, kind and source, or what is stored.
    /// The area is the caller's to find.
    #[must_use]
    pub fn applied_to(&self, known: &Details) -> Details {
        let or_known = |said: &Option<String>, known: &Option<String>| said.clone().or_else(|| known.clone());
        let types = if self.school_types.is_empty() { &known.school_types } else { &self.school_types };
        Details {
            name: self.name.clone(),
            kind: self.kind,
            school_types: types.clone(),
            directory_number: or_known(&self.number, &known.directory_number),
            address: or_known(&self.address, &known.address),
            position: self.position.or(known.position),
            area: known.area,
            owner: or_known(&self.owner, &known.owner),
            classes: self.classes.or(known.classes),
            tariff: self.tariff.unwrap_or(known.tariff),
            second_route: self.second_route.unwrap_or(known.second_route),
            fundable: self.fundable.clone().unwrap_or_else(|| known.fundable.clone()),
            responsible: or_known(&self.responsible, &known.responsible),
            standing: self.standing.unwrap_or(known.standing),
            source: self.source_or(&known.source),
        }
    }

    fn source_or(&self, known: &Source) -> Source {
        match &self.source {
            Some(name) if *name != known.name => Source { name: name.clone(), published_on: None },
            _ => known.clone(),
        }
    }

    /// Its line; nothing where the file says nothing of it.
    pub fn line(&self, otherwise: &Source) -> Option<Line> {
        let cells = &self.line_cells;
        let named = cells.source.clone().map(|name| Source { name, published_on: None });
        let line = Line {
            technology: cells.technology,
            down: cells.down,
            up: cells.up,
            provider: cells.provider.clone(),
            measured_on: cells.measured_on,
            source: named.unwrap_or_else(|| otherwise.clone()),
        };
        line.says_something().then_some(line)
    }

    /// What looks damaged in its name.
    pub fn suspected_name(&self) -> Option<Suspicion> {
        spelling::suspicion(&self.name)
    }

    /// The first type of school that looks damaged. That a type has no hyphen means nothing.
    pub fn suspected_type(&self) -> Option<(&String, Suspicion)> {
        self.school_types.iter().find_map(|text| {
            let found = spelling::suspicion(text).filter(|found| found.damage != Damage::Hyphen)?;
            Some((text, found))
        })
    }

    /// What looks damaged in its name or in a type of school.
    pub(super) fn spelling(&self) -> Option<FacilityNotice> {
        let (text, found) = match (self.suspected_name(), self.suspected_type()) {
            (Some(found), _) => (&self.name, found),
            (None, found) => found?,
        };
        Some(FacilityNotice::Spelling {
            line: self.line,
            text: text.clone(),
            meant: found.meant,
            umlaut: found.damage != Damage::Hyphen,
        })
    }
}

/// The columns of free text.
const LONG_TEXTS: [F; 11] = [
    F::Number,
    F::Name,
    F::SchoolType,
    F::Address,
    F::PostCode,
    F::Area,
    F::Owner,
    F::Provider,
    F::FundableReason,
    F::Responsible,
    F::Source,
];

/// What a row says.
///
/// # Errors
/// All that is wrong with the row.
pub(super) fn read(cells: &Cells<'_, F>) -> Result<FacilityRow, Errors> {
    let a_row = |line: &str| matches!(cells.widths(line), (width, columns) if columns > 1 && width == columns);
    cells.check_shape(a_row).map_err(|error| vec![error])?;
    let mut errors = Errors::new();
    let name = cells.take(F::Name, &mut errors, named).unwrap_or_default();
    let (kind, kind_by_name) = kind(cells, &name, &mut errors);
    let (position, coarse_by_decimals) = position(cells, &mut errors);
    let text = |column: F| cells.get(column).map(unguarded);
    let said = |column, errors: &mut Errors| cells.take(column, errors, |text| filled(text, answer)).flatten();
    let row = FacilityRow {
        line: cells.line(),
        number: text(F::Number),
        school_types: school_types(text(F::SchoolType).as_deref().unwrap_or_default()),
        address: address(text(F::Address), text(F::PostCode)),
        position,
        coarse_by_decimals,
        area: text(F::Area),
        owner: text(F::Owner).or_else(|| public_owner(cells, &mut errors)),
        classes: cells.take(F::Classes, &mut errors, |text| filled(text, classes)).flatten(),
        tariff: said(F::Tariff, &mut errors),
        second_route: said(F::SecondRoute, &mut errors),
        fundable: fundable(cells, &mut errors),
        responsible: text(F::Responsible),
        standing: cells.take(F::Standing, &mut errors, |text| filled(text, standing)).flatten(),
        source: text(F::Source),
        line_cells: line_cells(cells, &mut errors),
        kind: kind.unwrap_or(FacilityKind::School),
        kind_by_name,
        name,
    };
    cells.check_lengths(&LONG_TEXTS, &mut errors);
    if errors.is_empty() { Ok(row) } else { Err(errors) }
}

fn named(text: &str) -> Result<String, Problem> {
    let name = unguarded(text);
    // What has no letter has no address either.
    if Slug::of_name(&name).is_ok() { Ok(name) } else { Err(FacilityProblem::NoName.into()) }
}

/// The kind as its column says; a school where a type of school stands; otherwise what the name itself says.
fn kind(cells: &Cells<'_, F>, name: &str, errors: &mut Errors) -> (Option<FacilityKind>, bool) {
    if let Some(text) = cells.get(F::Kind) {
        let found = words::kind(text);
        if found.is_none() {
            errors.push(cells.error(Some(F::Kind), FacilityProblem::UnknownKind { text: shortened(text) }.into()));
        }
        return (found, false);
    }
    if cells.get(F::SchoolType).is_some() {
        return (Some(FacilityKind::School), false);
    }
    let found = words::kind_in_name(name);
    if found.is_none() && !name.is_empty() {
        errors.push(cells.error(cells.has(F::Kind).then_some(F::Kind), FacilityProblem::NoKind.into()));
    }
    (found, found.is_some())
}

/// "Grundschule, Werkrealschule" is two types.
fn school_types(text: &str) -> Vec<String> {
    text.split(',').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

fn address(street: Option<String>, post_code: Option<String>) -> Option<String> {
    let street = street?;
    Some(match post_code {
        Some(code) => format!("{street}, {code}"),
        None => street,
    })
}

fn position(cells: &Cells<'_, F>, errors: &mut Errors) -> (Option<Position>, bool) {
    let read = |column, errors: &mut Errors| cells.take(column, errors, |text| filled(text, number_of_degrees));
    let (lat, lon) = (read(F::Latitude, errors), read(F::Longitude, errors));
    // A wrong cell is told already.
    let wrong = |read: &Option<Option<Degrees>>, column| read.is_none() && cells.has(column);
    if wrong(&lat, F::Latitude) || wrong(&lon, F::Longitude) {
        return (None, false);
    }
    let mut refuse = |column, problem: FacilityProblem| {
        errors.push(cells.error(Some(column), problem.into()));
        (None, false)
    };
    let (lat, lon) = match (lat.flatten(), lon.flatten()) {
        (Some(lat), Some(lon)) => (lat, lon),
        (None, None) => return (None, false),
        (Some(_), None) => return refuse(F::Latitude, FacilityProblem::HalfPosition),
        (None, Some(_)) => return refuse(F::Longitude, FacilityProblem::HalfPosition),
    };
    let german = |lat: i32, lon: i32| Position::in_germany(lat, lon, Precision::Coarse).is_some();
    if !german(lat.udeg, lon.udeg) {
        let swapped = german(lon.udeg, lat.udeg);
        let problem = if swapped { FacilityProblem::SwappedPosition } else { FacilityProblem::FarPosition };
        return refuse(F::Latitude, problem);
    }
    let by_decimals = if lat.decimals.max(lon.decimals) > 3 { Precision::Exact } else { Precision::Coarse };
    let stated = cells.take(F::Precision, errors, |text| filled(text, precision)).flatten();
    let position = Position::new(lat.udeg, lon.udeg, stated.unwrap_or(by_decimals)).ok();
    (position, stated.is_none() && by_decimals == Precision::Coarse)
}

fn public_owner(cells: &Cells<'_, F>, errors: &mut Errors) -> Option<String> {
    let owner = |text: &str| match text {
        "1" => Ok(words::PUBLIC),
        "0" => Ok(words::PRIVATE),
        _ => Err(FacilityProblem::NotAnAnswer { text: shortened(text) }.into()),
    };
    cells.take(F::PublicOwner, errors, |text| filled(text, owner)).flatten().map(str::to_owned)
}

fn fundable(cells: &Cells<'_, F>, errors: &mut Errors) -> Option<Fundable> {
    let said = cells.take(F::Fundable, errors, |text| filled(text, answer))?;
    let reason = cells.get(F::FundableReason).map(unguarded);
    let Some(said) = said else {
        if reason.is_some() {
            errors.push(cells.error(Some(F::FundableReason), FacilityProblem::ReasonAlone.into()));
        }
        return None;
    };
    match Fundable::new(said, reason.as_deref().unwrap_or_default()) {
        Ok(fundable) => Some(fundable),
        Err(_) => {
            let column = if cells.has(F::FundableReason) { F::FundableReason } else { F::Fundable };
            errors.push(cells.error(Some(column), FacilityProblem::NoReason.into()));
            None
        }
    }
}

fn line_cells(cells: &Cells<'_, F>, errors: &mut Errors) -> LineCells {
    let text = |column: F| cells.get(column).map(unguarded);
    let line = LineCells {
        technology: cells.take(F::Technology, errors, |text| filled(text, technology)).flatten(),
        down: cells.take(F::Down, errors, bandwidth).flatten(),
        up: cells.take(F::Up, errors, bandwidth).flatten(),
        provider: text(F::Provider),
        measured_on: cells.take(F::MeasuredOn, errors, |text| filled(text, day)).flatten(),
        source: text(F::LineSource),
    };
    if line.measured_on.is_some() && line.down.is_none() && cells.get(F::Down).is_none() {
        errors.push(cells.error(Some(F::MeasuredOn), FacilityProblem::MeasuredNothing.into()));
    }
    line
}

fn number_of_degrees(text: &str) -> Result<Degrees, Problem> {
    degrees(text).ok_or_else(|| FacilityProblem::NotDegrees { text: shortened(text) }.into())
}

fn precision(text: &str) -> Result<Precision, Problem> {
    words::precision(text).ok_or_else(|| FacilityProblem::UnknownPrecision { text: shortened(text) }.into())
}

fn answer(text: &str) -> Result<Answer, Problem> {
    words::answer(text).ok_or_else(|| FacilityProblem::NotAnAnswer { text: shortened(text) }.into())
}

fn standing(text: &str) -> Result<Standing, Problem> {
    words::standing(text).ok_or_else(|| FacilityProblem::UnknownStanding { text: shortened(text) }.into())
}

fn technology(text: &str) -> Result<Technology, Problem> {
    words::technology(text).ok_or_else(|| FacilityProblem::UnknownTechnology { text: shortened(text) }.into())
}

/// Nothing for an empty cell, and for a dash: nobody knows.
fn bandwidth(text: &str) -> Result<Option<Speed>, Problem> {
    if matches!(text, "" | "-" | "–" | "?") || matches!(name::key(text).as_str(), "ka" | "unbekannt") {
        return Ok(None);
    }
    speed(text).map(Some).ok_or_else(|| FacilityProblem::NotASpeed { text: shortened(text) }.into())
}

fn classes(text: &str) -> Result<u16, Problem> {
    let classes = count(text).ok().filter(|classes| *classes <= MOST_CLASSES);
    classes
        .and_then(|classes| u16::try_from(classes).ok())
        .ok_or_else(|| FacilityProblem::NotClasses { text: shortened(text) }.into())
}
