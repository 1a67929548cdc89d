//! The state of one sitting at the weekly sheet.

use jiff::civil::Date;
use leptos::prelude::*;

use super::super::{browser, desk::Desk};
use crate::{
    domain::{
        area::Slug,
        draft::{Draft, Line, Pasted},
        entry::{Entry, Rival, Saved},
        finding::Finding,
        sheet::{Sheet, SheetRow, Terms},
    },
    presentation::{date, entry_words, sheet_words},
};

/// So many steps can be taken back.
const STEPS: usize = 100;

/// The sheet, the draft and what was said of it. `Copy`: every part of the page holds it.
#[derive(Clone, Copy)]
pub struct Work {
    /// The shared state of the workspace.
    pub desk: Desk,
    /// The sheet as handed out last.
    pub sheet: RwSignal<Option<Sheet>>,
    /// What was typed.
    pub draft: RwSignal<Draft>,
    /// What kept the last try from being saved, as far as it still does.
    pub objections: RwSignal<Vec<(Slug, Finding)>>,
    /// Why the server did not take it.
    pub failure: RwSignal<Option<String>>,
    /// What became of the last pasted text.
    pub pasted: RwSignal<Option<Pasted>>,
    /// What others saved meanwhile, while the dialog asks about it.
    pub rivals: RwSignal<Vec<Rival>>,
    /// Whether it is being saved.
    pub busy: RwSignal<bool>,
    /// When the draft was last kept on this computer.
    pub kept: RwSignal<Option<String>>,
    before: StoredValue<Vec<Draft>>,
    last_cell: StoredValue<String>,
    /// The name under which the draft is kept.
    name: StoredValue<String>,
    /// The key of the draft that this page kept last: another page's draft is not ours to forget.
    own: StoredValue<String>,
}

impl Work {
    /// Begins with the draft that is kept on this computer, or with an empty one.
    pub fn begin(sheet: RwSignal<Option<Sheet>>, desk: Desk) -> Self {
        let name = browser::draft_of(&desk.name());
        let kept = browser::kept(&name).and_then(|text| serde_json::from_str::<Draft>(&text).ok());
        let was_kept = kept.is_some();
        let cell = kept.as_ref().and_then(|draft| draft.cell.clone());
        let draft = kept.unwrap_or_else(|| fresh(sheet));
        let own = draft.key.clone();
        let work = Self {
            desk,
            sheet,
            draft: RwSignal::new(draft),
            objections: RwSignal::new(Vec::new()),
            failure: RwSignal::new(None),
            pasted: RwSignal::new(None),
            rivals: RwSignal::new(Vec::new()),
            busy: RwSignal::new(false),
            kept: RwSignal::new(None),
            before: StoredValue::new(Vec::new()),
            last_cell: StoredValue::new(String::new()),
            name: StoredValue::new(name),
            own: StoredValue::new(own),
        };
        if was_kept {
            desk.said.set(sheet_words::DRAFT_IS_BACK.to_owned());
        }
        browser::focus_soon(cell.or_else(|| work.first_cell()).unwrap_or_default());
        work
    }

    /// Changes the draft. What is typed into one cell is one step to take back.
    pub fn edit(self, cell: &str, change: impl FnOnce(&mut Draft)) {
        if cell.is_empty() || self.last_cell.with_value(|last| last != cell) {
            let draft = self.draft.get_untracked();
            self.before.update_value(|before| {
                before.push(draft);
                if before.len() > STEPS {
                    before.remove(0);
                }
            });
            self.last_cell.set_value(cell.to_owned());
        }
        self.draft.update(|draft| {
            change(draft);
            draft.key = browser::chance();
        });
        self.changed();
    }

    /// Notes in which cell the person is, so that a reload leads back to it.
    pub fn at(self, cell: &str) {
        self.draft.update_untracked(|draft| draft.cell = Some(cell.to_owned()));
        if !self.draft.with_untracked(Draft::is_empty) {
            self.keep();
        }
    }

    /// Takes the last step back.
    pub fn undo(self) {
        let Some(before) = self.before.try_update_value(Vec::pop).flatten() else { return };
        self.last_cell.set_value(String::new());
        self.pasted.set(None);
        self.draft.set(before);
        self.changed();
    }

    /// Empties the sheet; that is a step to take back too.
    pub fn discard(self) {
        self.edit("", |draft| draft.rows.clear());
        self.pasted.set(None);
        self.desk.said.set(sheet_words::DRAFT_DISCARDED.to_owned());
    }

    fn changed(self) {
        self.failure.set(None);
        // What was objected to goes as it is mended; nothing new is objected to before the next try.
        if !self.objections.with_untracked(Vec::is_empty) {
            let still = self.entry().err().unwrap_or_default();
            self.objections.update(|shown| {
                shown.retain_mut(|(area, finding)| {
                    let found = still.iter().find(|(of, _)| of == area);
                    if let Some((_, now)) = found {
                        finding.clone_from(now);
                    }
                    found.is_some()
                });
            });
        }
        self.keep();
    }

    /// Keeps the draft on this computer. An empty one takes away what this page had kept, and nothing else.
    fn keep(self) {
        let (draft, name) = (self.draft.read_untracked(), self.name.get_value());
        let kept = if draft.is_empty() {
            let ours = browser::kept(&name).is_some_and(|kept| self.own.with_value(|own| kept.contains(own)));
            ours && browser::keep(&name, None)
        } else {
            self.own.set_value(draft.key.clone());
            browser::keep(&name, serde_json::to_string(&*draft).ok().as_deref())
        };
        self.kept.set(kept.then(browser::time_of_day));
    }

    /// All is stored: the draft has done its work.
    pub fn saved(self, saved: Saved) {
        self.desk.said.set(entry_words::saved(saved.added, saved.unchanged));
        self.before.set_value(Vec::new());
        self.last_cell.set_value(String::new());
        self.pasted.set(None);
        self.draft.update(|draft| {
            draft.rows.clear();
            draft.key = browser::chance();
        });
        self.keep();
        self.desk.moved(saved.change);
        browser::focus_soon(self.first_cell().unwrap_or_default());
    }

    /// The entry that the draft becomes, or what keeps it from being one.
    pub fn entry(self) -> Result<Entry, Vec<(Slug, Finding)>> {
        let draft = self.draft.read_untracked();
        self.sheet.with_untracked(|sheet| match sheet {
            Some(sheet) => draft.entry(sheet),
            None => Ok(Entry { key: String::new(), rows: Vec::new() }),
        })
    }

    /// What each row means, in the order of the sheet.
    pub fn lines(self) -> Vec<Line> {
        let draft = self.draft.read();
        let of_sheet = |sheet: &Sheet| sheet.rows().map(|(terms, row)| draft.line(terms, row, sheet.today)).collect();
        self.sheet.with(|sheet| sheet.as_ref().map(of_sheet)).unwrap_or_default()
    }

    /// An area's row with its terms.
    pub fn row(self, area: &Slug) -> Option<(Terms, SheetRow)> {
        let of_sheet =
            |sheet: &Sheet| sheet.rows().find(|(_, row)| row.area == *area).map(|(t, row)| (*t, row.clone()));
        self.sheet.with(|sheet| sheet.as_ref().and_then(of_sheet))
    }

    /// The day to judge by.
    pub fn today(self) -> Date {
        self.sheet.with(|sheet| sheet.as_ref().map_or(Date::ZERO, |sheet| sheet.today))
    }

    /// An area's name.
    pub fn name_of(self, area: &Slug) -> String {
        self.row(area).map_or_else(String::new, |(_, row)| row.name)
    }

    fn first_cell(self) -> Option<String> {
        let first = |sheet: &Sheet| sheet.rows().next().map(|(_, row)| format!("v-{}", row.area));
        self.sheet.with_untracked(|sheet| sheet.as_ref().and_then(first))
    }
}

fn fresh(sheet: RwSignal<Option<Sheet>>) -> Draft {
    let today =
        sheet.with_untracked(|sheet| sheet.as_ref().map_or_else(String::new, |sheet| date::digits(sheet.today)));
    Draft { key: browser::chance(), ..Draft::fresh(today) }
}
