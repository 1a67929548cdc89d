//! A draft (Entwurf): what someone has typed into the weekly sheet and not saved yet. It is kept on their
//! computer as text, exactly as typed; what it means follows from the sheet.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

mod pasted;

pub use pasted::Pasted;

use super::{
    area::Slug,
    entry::{Choice, EnteredRow, Entry, Rival, text_problem},
    finding::{self, Finding, Typed, Weight, findings},
    import::Problem,
    name,
    reading::{Stage, Value},
    sheet::{Sheet, SheetRow, Terms},
    typed::{amount, date},
};

/// What was typed so far.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// Names the submission that this draft becomes; another one after every change.
    pub key: String,
    /// The day for all rows, as typed.
    pub as_of: String,
    /// The source for all rows, where someone named one; else each campaign goes on with its own.
    pub source: Option<String>,
    /// The stage for all rows, where someone chose one; else each campaign goes on with its own.
    pub stage: Option<Stage>,
    /// The rows in which something was typed.
    pub rows: BTreeMap<Slug, DraftRow>,
    /// The cell in which the person was last.
    pub cell: Option<String>,
}

/// What was typed for one area. What is empty follows the whole sheet. A draft kept by an older version of
/// the program lacks what was added since.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DraftRow {
    /// The number, as typed.
    pub value: String,
    /// Another day than that of the sheet.
    pub as_of: Option<String>,
    /// Another stage.
    pub stage: Option<Stage>,
    /// Another source.
    pub source: Option<String>,
    /// Why, where the number asks for it.
    pub reason: String,
    /// The newest change to the area's readings when the number was typed.
    pub seen: i64,
    /// The choice between this number and another person's.
    pub choice: Option<Choice>,
}

/// What a row of the draft means.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Line {
    /// The number, where the row holds one.
    pub typed: Option<Typed>,
    /// What it makes one ask, the weightiest first.
    pub findings: Vec<Finding>,
    /// Whether a reason is given.
    pub has_reason: bool,
}

impl Line {
    /// What keeps the row from being saved.
    pub fn objection(&self) -> Option<&Finding> {
        finding::objection(&self.findings, self.has_reason)
    }

    /// Whether a reason is asked for. One that was given stays to be seen: it goes out with the number.
    pub fn asks(&self) -> bool {
        self.has_reason
            || self.findings.iter().any(|finding| matches!(finding.weight(), Weight::Reason | Weight::Question))
    }
}

impl Draft {
    /// A draft of a sheet into which nothing was typed yet: of today, with each campaign's own source and stage.
    pub fn fresh(today: String) -> Self {
        Self { key: String::new(), as_of: today, source: None, stage: None, rows: BTreeMap::new(), cell: None }
    }

    /// Who says the number of a row.
    pub fn source_of<'a>(&'a self, row: &'a SheetRow) -> &'a str {
        let own = self.rows.get(&row.area).and_then(|typed| typed.source.as_ref());
        own.or(self.source.as_ref()).unwrap_or(&row.usual.source)
    }

    /// How far the number of a row was checked.
    pub fn stage_of(&self, row: &SheetRow) -> Stage {
        self.rows.get(&row.area).and_then(|typed| typed.stage).or(self.stage).unwrap_or(row.usual.stage)
    }

    /// The stage of all rows that say nothing else, where it is one: `None` where campaigns differ.
    pub fn common_stage(&self, sheet: &Sheet) -> Option<Stage> {
        self.stage.or_else(|| alike(sheet, |row| row.usual.stage))
    }

    /// Whether anything was typed into a row.
    pub fn is_empty(&self) -> bool {
        self.filled() == 0
    }

    /// How many rows hold a number, or "not reported".
    pub fn filled(&self) -> usize {
        self.rows.values().filter(|row| row.is_filled()).count()
    }

    /// The row of an area, to type into. What the person has seen is noted when they begin.
    pub fn row_mut(&mut self, row: &SheetRow) -> &mut DraftRow {
        let typed = self.rows.entry(row.area.clone()).or_default();
        if !typed.is_filled() {
            typed.seen = row.seen;
            typed.choice = None;
        }
        // Who types into a row that they had given up wants their own number again.
        typed.choice = typed.choice.filter(|choice| *choice == Choice::Mine);
        typed
    }

    /// What the row of an area means.
    pub fn line(&self, terms: &Terms, row: &SheetRow, today: Date) -> Line {
        let Some(typed) = self.rows.get(&row.area).filter(|typed| typed.is_filled()) else { return Line::default() };
        let has_reason = !typed.reason.trim().is_empty();
        match self.typed(row, typed, today) {
            Ok(typed) => Line { typed: Some(typed), findings: findings(terms, row, typed, today), has_reason },
            Err(problem) => Line { typed: None, findings: vec![Finding::Wrong(problem)], has_reason },
        }
    }

    fn typed(&self, of: &SheetRow, row: &DraftRow, today: Date) -> Result<Typed, Problem> {
        let value = amount::contracts(&row.value)?.map_or(Value::NotReported, Value::Contracts);
        let as_of = date::day_near(row.as_of.as_deref().unwrap_or(&self.as_of), today)?;
        match text_problem(self.source_of(of), &row.reason) {
            Some(problem) => Err(problem),
            None => Ok(Typed { as_of, stage: self.stage_of(of), value }),
        }
    }

    /// The entry that this draft becomes, or the rows that keep it from being saved.
    ///
    /// # Errors
    /// Each such area with what is the matter.
    pub fn entry(&self, sheet: &Sheet) -> Result<Entry, Vec<(Slug, Finding)>> {
        let (mut rows, mut objections) = (Vec::new(), Vec::new());
        for (terms, row) in sheet.rows() {
            let Some(typed) = self.rows.get(&row.area).filter(|typed| typed.is_filled()) else { continue };
            let line = self.line(terms, row, sheet.today);
            // Where someone else has saved meanwhile, the server shows both numbers first: then comes the reason.
            let asked_later = row.seen > typed.seen;
            let objection = line.objection().filter(|found| !asked_later || found.weight() > Weight::Reason);
            match (line.typed, objection) {
                (Some(of), None) => rows.push(self.entered(row, typed, of)),
                (Some(of), Some(_)) if typed.choice == Some(Choice::Theirs) => rows.push(self.entered(row, typed, of)),
                (_, Some(finding)) => objections.push((row.area.clone(), finding.clone())),
                (None, None) => {}
            }
        }
        if objections.is_empty() { Ok(Entry { key: self.key.clone(), rows }) } else { Err(objections) }
    }

    fn entered(&self, row: &SheetRow, typed: &DraftRow, of: Typed) -> EnteredRow {
        let reason = typed.reason.trim();
        EnteredRow {
            area: row.area.clone(),
            as_of: of.as_of,
            stage: of.stage,
            value: of.value,
            source: self.source_of(row).trim().to_owned(),
            reason: (!reason.is_empty()).then(|| reason.to_owned()),
            seen: typed.seen,
            choice: typed.choice,
        }
    }

    /// Notes for a row which of two people's numbers is to hold.
    pub fn choose(&mut self, rival: &Rival, choice: Choice) {
        if let Some(row) = self.rows.get_mut(&rival.area) {
            row.seen = rival.seen;
            row.choice = Some(choice);
        }
    }
}

/// What all rows of a sheet have alike.
pub fn alike<'a, T: PartialEq>(sheet: &'a Sheet, of: impl Fn(&'a SheetRow) -> T) -> Option<T> {
    let mut all = sheet.rows().map(|(_, row)| of(row));
    let first = all.next()?;
    all.all(|other| other == first).then_some(first)
}

impl DraftRow {
    /// Whether it holds a number, or "not reported".
    pub fn is_filled(&self) -> bool {
        !self.value.trim().is_empty()
    }
}

impl Sheet {
    /// All rows with the terms they are judged by, in the order in which they are listed.
    pub fn rows(&self) -> impl Iterator<Item = (&Terms, &SheetRow)> {
        self.groups.iter().flat_map(|group| group.rows.iter().map(|row| (&group.terms, row)))
    }

    /// The row of an area by its name as people type it.
    pub fn named(&self, text: &str) -> Option<&SheetRow> {
        let wanted = name::key(text);
        self.rows().map(|(_, row)| row).find(|row| name::key(&row.name) == wanted)
    }
}
