//! Facilities come in from a file, all rows or none, and go out as one.

use jiff::{Timestamp, civil::Date};
use thiserror::Error;

use super::{actor::Actor, clock::Clock, dataset::on_shown_day};
use crate::{
    domain::{
        account::Scope,
        area::Slug,
        change::Change,
        facility::{
            Details, free_slug,
            inventory::Facility,
            line::Line,
            place::{Fit, Position, area_at, fit},
        },
        fact::{Fact, Says},
        ids::AreaId,
        import::{FacilityNotice, FacilityProblem, FileProblem, KEPT_ERRORS, Notice, Problem, RowErrors},
        name,
        rollout::Rollout,
        source::Source,
        subject::Subject,
    },
    exchange::{
        facilities::{FacilitiesFile, FacilityColumn, FacilityErrors, FacilityRow, facilities_csv, read},
        public::ExportError,
    },
    storage::{self, Connection, StorageError, Store, change_log},
};

/// What an import did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacilitiesReport {
    /// Facilities that are new.
    pub added: u32,
    /// Facilities of which something changed.
    pub changed: u32,
    /// Facilities that were stored already as the file tells them.
    pub unchanged: u32,
    /// Lines that are new.
    pub lines: u32,
    /// Whether all this was only tried.
    pub dry_run: bool,
    /// What was adapted, left out or looks odd.
    pub notices: Vec<Notice>,
}

/// Why nothing was taken.
#[derive(Debug, Error)]
pub enum FacilitiesError {
    /// The file as a whole.
    #[error("the file cannot be read: {0:?}")]
    File(FileProblem),
    /// Some of its rows.
    #[error("{} cells are wrong", .0.in_all())]
    Rows(RowErrors),
    /// The file could not be written.
    #[error(transparent)]
    Export(#[from] ExportError),
    /// The database.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

/// Takes a file of facilities: all rows or none. The same file twice changes nothing.
///
/// A row finds its facility by the number in the directory, else by name and position. An empty cell says nothing and
/// takes nothing away. What is stored stays in the history.
///
/// # Errors
/// The file's problem, or all problems of all rows; nothing is stored then.
pub async fn import(
    store: &Store,
    actor: &Actor,
    file_name: &str,
    bytes: &[u8],
    clock: Clock,
    dry_run: bool,
) -> Result<FacilitiesReport, FacilitiesError> {
    let (file, errors) = match read(bytes) {
        Ok(file) => (file, RowErrors::default()),
        Err(FacilityErrors::File(problem)) => return Err(FacilitiesError::File(problem)),
        Err(FacilityErrors::Rows { errors, others }) => (*others, errors),
    };
    let mut transaction = store.write().await?;
    let rollout = storage::rollout::load(&mut transaction).await?;
    let clock = on_shown_day(&mut transaction, clock).await?;
    let source = Source { name: format!("Datei {file_name}"), published_on: None };
    let mut intake = Intake::new(&rollout, &file, source, clock.today(), errors);
    for row in &file.rows {
        intake.take(row);
    }
    if !intake.errors.is_empty() {
        return Err(FacilitiesError::Rows(intake.errors.by_line()));
    }
    for taken in &intake.taken {
        record(&mut transaction, actor, taken, clock.now(), file_name).await?;
    }
    if dry_run {
        transaction.rollback().await.map_err(StorageError::from)?;
    } else {
        transaction.commit().await.map_err(StorageError::from)?;
    }
    let count = |so: fn(&&Taken) -> bool| u32::try_from(intake.taken.iter().filter(so).count()).unwrap_or(u32::MAX);
    Ok(FacilitiesReport {
        added: count(|taken| matches!(taken.fact.says, Says::Facility(_)) && taken.old.is_none()),
        changed: count(|taken| matches!(taken.fact.says, Says::Facility(_)) && taken.old.is_some()),
        unchanged: intake.unchanged,
        lines: count(|taken| matches!(taken.fact.says, Says::Line(_))),
        dry_run,
        notices: intake.notices(),
    })
}

/// All facilities as known on the day of the clock, as a file that the import reads back. `actor`'s part of the town.
///
/// # Errors
/// When the database does not answer or the file cannot be written.
pub async fn export(store: &Store, actor: &Actor, clock: Clock) -> Result<Vec<u8>, FacilitiesError> {
    let mut transaction = store.read().await?;
    let rollout = storage::rollout::load(&mut transaction).await?;
    let clock = on_shown_day(&mut transaction, clock).await?;
    let known = rollout.known_on(clock.today());
    Ok(facilities_csv(&within(actor.scope(), &known), &known.areas)?)
}

/// The facilities in a part of the town. One whose area nobody knows is for who is there for the whole town.
pub(super) fn within(scope: Scope, known: &Rollout) -> Vec<Facility> {
    let mut facilities = known.facilities();
    facilities.retain(|facility| match facility.details.area {
        Some(area) => scope.holds(area, &known.areas),
        None => scope == Scope::Everything,
    });
    facilities
}

/// Stores one fact and its entry in the change log.
async fn record(
    connection: &mut Connection,
    actor: &Actor,
    taken: &Taken,
    now: Timestamp,
    file_name: &str,
) -> Result<(), StorageError> {
    let new = Some(storage::fact::insert(connection, &taken.fact).await?);
    let old = taken.old.as_ref().map(storage::fact::body).transpose()?;
    let change = Change {
        who: actor.name().to_owned(),
        at: now,
        what: taken.fact.says.what().to_owned(),
        which: taken.fact.subject.log_name(),
        old,
        new,
        why: Some(format!("Datei {file_name}")),
    };
    change_log::append(connection, &change).await
}

/// A fact to store, and what it replaces.
struct Taken {
    fact: Fact,
    old: Option<Says>,
}

/// The rows of one file on their way to facts.
struct Intake<'a> {
    rollout: &'a Rollout,
    file: &'a FacilitiesFile,
    /// Who says so where the file does not.
    source: Source,
    today: Date,
    stored: Vec<Facility>,
    /// Facilities that a row of this file has found or founded: another row means another one.
    met: Vec<Slug>,
    taken: Vec<Taken>,
    unchanged: u32,
    errors: RowErrors,
    notices: Vec<Notice>,
    outside: Vec<u64>,
    /// Names that stay: the row, what it says, what stays.
    kept: Vec<(u64, String, String)>,
}

/// Two coarse positions of one house may differ by so much: 0.005 degrees, some 400 metres.
const NEAR_UDEG: u32 = 5_000;

impl<'a> Intake<'a> {
    fn new(rollout: &'a Rollout, file: &'a FacilitiesFile, source: Source, today: Date, errors: RowErrors) -> Self {
        let stored = rollout.facilities();
        let (met, taken, notices, outside) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let kept = Vec::new();
        Self { rollout, file, source, today, stored, met, taken, unchanged: 0, errors, notices, outside, kept }
    }

    fn take(&mut self, row: &FacilityRow) {
        let found = self.find(row).cloned();
        let bare = || Details::new(row.name.clone(), row.kind, self.source.clone());
        let known = found.as_ref().map_or_else(bare, |facility| facility.details.clone());
        let mut details = row.applied_to(&known);
        if found.is_some() {
            self.keep_sound(row, &known, &mut details);
        }
        match self.area(row, details.position, known.area) {
            Ok(area) => details.area = area,
            Err((column, problem)) => return self.errors.push(self.file.error(row, column, problem)),
        }
        if let Err((column, problem)) = self.check(row) {
            return self.errors.push(self.file.error(row, column, problem));
        }
        let Some(slug) = found.as_ref().map(|facility| facility.slug.clone()).or_else(|| self.free(&row.name)) else {
            return self.errors.push(self.file.error(row, FacilityColumn::Name, FacilityProblem::NoName.into()));
        };
        self.met.push(slug.clone());
        let mut news = Vec::new();
        if found.as_ref().is_none_or(|facility| facility.details != details) {
            let old = found.as_ref().map(|facility| Says::Facility(facility.details.clone()));
            news.push((Says::Facility(details), old));
        }
        if let Some(line) = row.line(&self.source) {
            let before = found.as_ref().map_or(&[][..], |facility| &facility.lines);
            let named = row.line_cells.source.is_some();
            if !before.iter().any(|dated| says_the_same(&dated.record, &line, named)) {
                let old = found.as_ref().and_then(|facility| facility.line()).cloned().map(Says::Line);
                news.push((Says::Line(line), old));
            }
        }
        self.unchanged += u32::from(news.is_empty());
        let (subject, known_on) = (Subject::Facility(slug), self.today);
        self.taken.extend(news.into_iter().map(|(says, old)| {
            let fact = Fact { subject: subject.clone(), known_on, says };
            Taken { fact, old }
        }));
    }

    /// A name that looks damaged does not take the place of one that is recorded already.
    fn keep_sound(&mut self, row: &FacilityRow, known: &Details, details: &mut Details) {
        if row.name != known.name && row.suspected_name().is_some() {
            details.name.clone_from(&known.name);
            self.kept.push((row.line, row.name.clone(), known.name.clone()));
        }
        if !known.school_types.is_empty() && row.suspected_type().is_some() {
            details.school_types.clone_from(&known.school_types);
        }
    }

    /// The notices of the file, with those of names that stay said once.
    fn notices(self) -> Vec<Notice> {
        let is_kept = |notice: &Notice| match notice {
            Notice::Facility(FacilityNotice::Spelling { line, .. }) => self.kept.iter().any(|(kept, ..)| kept == line),
            _ => false,
        };
        let kept = |(line, text, kept): &(u64, String, String)| {
            FacilityNotice::NameKept { line: *line, text: text.clone(), kept: kept.clone() }.into()
        };
        let of_file = self.file.notices.iter().filter(|notice| !is_kept(notice)).cloned();
        let outside =
            (!self.outside.is_empty()).then(|| FacilityNotice::OutsideAreas { lines: self.outside.clone() }.into());
        of_file.chain(self.kept.iter().take(KEPT_ERRORS).map(kept)).chain(self.notices.clone()).chain(outside).collect()
    }

    /// The stored facility that a row means: by its number, else by name and position.
    fn find(&self, row: &FacilityRow) -> Option<&Facility> {
        let free = || self.stored.iter().filter(|facility| !self.met.contains(&facility.slug));
        if let Some(number) = &row.number
            && let Some(found) = free().find(|facility| facility.details.directory_number.as_ref() == Some(number))
        {
            return Some(found);
        }
        let key = name::key(&row.name);
        // A facility with a number of its own is another one than a row with another number.
        let other = |facility: &Facility| row.number.is_some() && facility.details.directory_number.is_some();
        let named = || free().filter(|facility| name::key(&facility.details.name) == key && !other(facility));
        let same = |facility: &&Facility| row.position.is_some() && facility.details.position == row.position;
        let near = |facility: &&Facility| match (row.position, facility.details.position) {
            (Some(one), Some(other)) => is_near(one, other),
            _ => true,
        };
        named().find(same).or_else(|| named().find(near))
    }

    fn free(&self, name: &str) -> Option<Slug> {
        let stored = |slug: &str| self.stored.iter().any(|facility| facility.slug.as_str() == slug);
        free_slug(name, |slug| stored(slug) || self.met.iter().any(|met| met.as_str() == slug))
    }

    /// The area as the row states it, else as it is known, else where the position lies.
    fn area(
        &mut self,
        row: &FacilityRow,
        position: Option<Position>,
        known: Option<AreaId>,
    ) -> Result<Option<AreaId>, Fault> {
        let (areas, shapes) = (&self.rollout.areas, &self.rollout.shapes);
        let Some(text) = &row.area else {
            let found = known.or_else(|| position.and_then(|position| area_at(areas, shapes, position)));
            if row.position.is_some() && found.is_none() && !shapes.is_empty() {
                self.outside.push(row.line);
            }
            return Ok(found);
        };
        let key = name::key(text);
        let candidates = || areas.iter().filter(|area| area.parent.is_some());
        let Some(stated) = candidates().find(|area| name::key(&area.name) == key) else {
            let likeness = |name: &str| (strsim::jaro_winkler(&name::key(name), &key) * 1_000.0) as u32;
            let nearest =
                candidates().max_by_key(|area| likeness(&area.name)).filter(|area| likeness(&area.name) > 800);
            let suggestion = nearest.map(|area| area.name.clone());
            return Err((FacilityColumn::Area, Problem::UnknownArea { text: text.clone(), suggestion }));
        };
        let named = |id: AreaId| areas.get(id).map_or_else(String::new, |area| area.name.clone());
        match fit(areas, shapes, Some(stated.id), position) {
            Fit::Agree => {}
            Fit::Contradict { found } => {
                let (stated, found) = (stated.name.clone(), named(found));
                return Err((FacilityColumn::Area, FacilityProblem::AreaContradicts { stated, found }.into()));
            }
            Fit::DifferOnScheme { found } => {
                let (line, stated, found) = (row.line, stated.name.clone(), named(found));
                self.notices.push(FacilityNotice::DiffersOnScheme { line, stated, found }.into());
            }
        }
        Ok(Some(stated.id))
    }

    fn check(&self, row: &FacilityRow) -> Result<(), Fault> {
        match row.line_cells.measured_on {
            Some(day) if day > self.today => {
                Err((FacilityColumn::MeasuredOn, Problem::FutureDay { day, today: self.today }))
            }
            _ => Ok(()),
        }
    }
}

/// What is wrong with a row, and in which column.
type Fault = (FacilityColumn, Problem);

fn is_near(one: Position, other: Position) -> bool {
    one.lat_udeg().abs_diff(other.lat_udeg()) <= NEAR_UDEG && one.lon_udeg().abs_diff(other.lon_udeg()) <= NEAR_UDEG
}

/// Whether two records tell of one measurement. Where the file names no source, its own name is no difference.
fn says_the_same(stored: &Line, read: &Line, named: bool) -> bool {
    let source = if named { read.source.name == stored.source.name } else { true };
    source && Line { source: stored.source.clone(), ..read.clone() } == *stored
}
