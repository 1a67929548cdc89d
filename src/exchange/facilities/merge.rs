//! Rows of one facility become one: types of school are joined, everything else must agree.

use std::collections::HashMap;

use crate::{
    domain::{
        facility::place::Position,
        import::{FacilityProblem, RowError, RowErrors},
        name,
        typed::shortened,
    },
    exchange::columns::Columns,
};

use super::{
    columns::FacilityColumn as F,
    row::{FacilityRow, LineCells},
    words,
};

/// By what rows of one facility find each other.
#[derive(PartialEq, Eq, Hash)]
enum Key {
    /// Its number in a directory.
    Number(String),
    /// Its name and where it stands.
    Place(String, Option<Position>),
}

impl Key {
    fn of(row: &FacilityRow) -> Self {
        match &row.number {
            Some(number) => Self::Number(number.clone()),
            None => Self::Place(name::key(&row.name), row.position),
        }
    }
}

/// The facilities in the order in which each first occurs; where rows of one differ, an error of the later row.
pub(super) fn merged(rows: Vec<FacilityRow>, columns: &Columns<F>, errors: &mut RowErrors) -> Vec<FacilityRow> {
    let mut facilities: Vec<FacilityRow> = Vec::new();
    let mut places: HashMap<Key, usize> = HashMap::new();
    for row in rows {
        let place = *places.entry(Key::of(&row)).or_insert(facilities.len());
        match facilities.get_mut(place) {
            None => facilities.push(row),
            Some(facility) => {
                for (column, problem) in join(facility, row.clone()) {
                    let column = columns.name(column).map(shortened);
                    errors.push(RowError { line: row.line, column, problem: problem.into() });
                }
            }
        }
    }
    facilities
}

/// Two rows on their way to one.
struct Joining {
    other_line: u64,
    problems: Vec<(F, FacilityProblem)>,
}

impl Joining {
    /// What either says; where both say different things, the first, and a problem.
    fn field<T: Clone + PartialEq>(
        &mut self,
        column: F,
        field: &mut Option<T>,
        said: Option<T>,
        word: impl Fn(&T) -> String,
    ) {
        match (&*field, said) {
            (Some(before), Some(now)) if *before != now => {
                let (other, text) = (shortened(&word(before)), shortened(&word(&now)));
                self.problems.push((column, FacilityProblem::RowsDiffer { other_line: self.other_line, other, text }));
            }
            (None, Some(now)) => *field = Some(now),
            _ => {}
        }
    }
}

fn join(facility: &mut FacilityRow, row: FacilityRow) -> Vec<(F, FacilityProblem)> {
    let mut joining = Joining { other_line: facility.line, problems: Vec::new() };
    let mut whole = |column, before: &str, now: &str| {
        joining.field(column, &mut Some(before.to_owned()), Some(now.to_owned()), String::clone);
    };
    whole(F::Name, &facility.name, &row.name);
    whole(F::Kind, words::kind_word(facility.kind), words::kind_word(row.kind));
    for school_type in row.school_types {
        if !facility.school_types.contains(&school_type) {
            facility.school_types.push(school_type);
        }
    }
    let text = String::clone;
    joining.field(F::Address, &mut facility.address, row.address, text);
    joining.field(F::Latitude, &mut facility.position, row.position, degrees);
    joining.field(F::Area, &mut facility.area, row.area, text);
    joining.field(F::Owner, &mut facility.owner, row.owner, text);
    joining.field(F::Classes, &mut facility.classes, row.classes, u16::to_string);
    let answer = |answer: &_| words::answer_word(*answer).to_owned();
    joining.field(F::Tariff, &mut facility.tariff, row.tariff, answer);
    joining.field(F::SecondRoute, &mut facility.second_route, row.second_route, answer);
    joining.field(F::Fundable, &mut facility.fundable, row.fundable, |fundable| answer(&fundable.answer()));
    joining.field(F::Responsible, &mut facility.responsible, row.responsible, text);
    let standing = |standing: &_| words::standing_word(*standing).to_owned();
    joining.field(F::Standing, &mut facility.standing, row.standing, standing);
    joining.field(F::Source, &mut facility.source, row.source, text);
    join_lines(&mut joining, &mut facility.line_cells, row.line_cells);
    joining.problems
}

fn join_lines(joining: &mut Joining, line: &mut LineCells, said: LineCells) {
    let text = String::clone;
    let mbits = |speed: &crate::domain::facility::line::Speed| super::export::mbits(*speed);
    let technology = |technology: &_| words::technology_word(*technology).to_owned();
    joining.field(F::Technology, &mut line.technology, said.technology, technology);
    joining.field(F::Down, &mut line.down, said.down, mbits);
    joining.field(F::Up, &mut line.up, said.up, mbits);
    joining.field(F::Provider, &mut line.provider, said.provider, text);
    joining.field(F::MeasuredOn, &mut line.measured_on, said.measured_on, ToString::to_string);
    joining.field(F::LineSource, &mut line.source, said.source, text);
}

fn degrees(position: &Position) -> String {
    let (lat, lon) = (super::export::degrees(position.lat_udeg()), super::export::degrees(position.lon_udeg()));
    format!("{lat} / {lon}")
}
