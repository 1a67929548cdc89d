//! The cells of the grid: what stands in them, what typing changes, and in which of them something is mended.

use leptos::prelude::*;

use super::{super::browser, work::Work};
use crate::{
    domain::{
        area::Slug,
        draft::{Draft, DraftRow},
        finding::{Finding, Weight},
        import::Problem,
        sheet::SheetRow,
    },
    presentation::{entry_words::STAGES, lang::Lang, sheet_words, words},
};

/// The columns in which something is typed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// The number.
    Value,
    /// How far it was checked.
    Stage,
    /// Its day.
    Day,
    /// Who says so.
    Source,
    /// Why.
    Reason,
}

impl Column {
    /// All of them, from left to right.
    pub const ALL: [Self; 5] = [Self::Value, Self::Stage, Self::Day, Self::Source, Self::Reason];

    /// Its letter in the ids of its cells.
    pub fn letter(self) -> &'static str {
        match self {
            Self::Value => "v",
            Self::Stage => "s",
            Self::Day => "d",
            Self::Source => "q",
            Self::Reason => "r",
        }
    }

    /// Its heading.
    pub fn label(self) -> &'static str {
        match self {
            Self::Value => sheet_words::NEW,
            Self::Stage => sheet_words::STAGE,
            Self::Day => sheet_words::DAY,
            Self::Source => sheet_words::SOURCE,
            Self::Reason => sheet_words::REASON,
        }
    }

    /// What stands in the cell: what was typed, or what holds for all rows.
    pub fn text(self, draft: &Draft, row: &SheetRow) -> String {
        let typed = draft.rows.get(&row.area);
        let own = |pick: fn(&DraftRow) -> Option<String>| typed.and_then(pick);
        match self {
            Self::Value => own(|row| Some(row.value.clone())).unwrap_or_default(),
            Self::Stage => words::stage(draft.stage_of(row), Lang::De).to_owned(),
            Self::Day => own(|row| row.as_of.clone()).unwrap_or_else(|| draft.as_of.clone()),
            Self::Source => draft.source_of(row).to_owned(),
            Self::Reason => own(|row| Some(row.reason.clone())).unwrap_or_default(),
        }
    }

    /// Types a text into the cell. What all rows have follows them again.
    pub fn write(self, draft: &mut Draft, row: &SheetRow, text: String) {
        let stood = draft.rows.remove(&row.area);
        let common = self.text(draft, row);
        draft.rows.extend(stood.map(|stood| (row.area.clone(), stood)));
        let stage = STAGES.iter().find(|(_, word)| *word == text).map(|(stage, _)| *stage);
        let typed = draft.row_mut(row);
        let own = (text != common).then(|| text.clone());
        match self {
            Self::Value => typed.value = text,
            Self::Stage => typed.stage = stage.filter(|_| own.is_some()),
            Self::Day => typed.as_of = own,
            Self::Source => typed.source = own,
            Self::Reason => typed.reason = text,
        }
    }

    /// Whether the row says something of its own here.
    pub fn is_own(self, row: &DraftRow) -> bool {
        match self {
            Self::Value | Self::Reason => true,
            Self::Stage => row.stage.is_some(),
            Self::Day => row.as_of.is_some(),
            Self::Source => row.source.is_some(),
        }
    }
}

/// The column in which a finding is mended.
pub fn column_of(finding: &Finding, typed: Option<&DraftRow>) -> Column {
    match finding {
        Finding::Wrong(
            Problem::FutureDay { .. }
            | Problem::BeforeOpening { .. }
            | Problem::NoDay
            | Problem::NotADay { .. }
            | Problem::NoSuchDay { .. }
            | Problem::SerialDay { .. },
        ) => Column::Day,
        Finding::Wrong(Problem::TooLong { limit, .. })
            if typed.is_some_and(|typed| typed.reason.trim().chars().count() as u64 > *limit) =>
        {
            Column::Reason
        }
        Finding::Wrong(Problem::NoSource | Problem::TooLong { .. }) => Column::Source,
        other if other.weight() == Weight::Reason => Column::Reason,
        _ => Column::Value,
    }
}

/// Where a finding is mended: the field's id, and its name. A day or a source that the row has from all rows is mended
/// there, and so is one whose column has no room.
pub fn place_of(work: Work, area: &Slug, finding: &Finding) -> (String, String) {
    work.draft.with(|draft| {
        let typed = draft.rows.get(area);
        let column = column_of(finding, typed);
        let cell = format!("{}-{area}", column.letter());
        let hidden = || browser::element(&cell).is_some_and(|cell| cell.offset_parent().is_none());
        let own = || typed.is_some_and(|row| column.is_own(row)) && !hidden();
        match column {
            Column::Day if !own() => ("stand".to_owned(), sheet_words::DAY.to_owned()),
            Column::Source if !own() => ("quelle".to_owned(), sheet_words::SOURCE.to_owned()),
            _ => (cell, work.name_of(area)),
        }
    })
}
