//! The state of a form: what was typed, what is wrong with it, what became of it.

use leptos::{prelude::*, task::spawn_local};

use super::{super::browser, super::desk::Desk, form::DIALOG};
use crate::{
    api::{ApiError, records},
    domain::{
        area::Slug,
        edit::{Chosen, EditContext, EditForm, EditRequest, Field, read},
        entry::Choice,
        import::{FormProblem, Problem},
    },
    presentation::{
        api_words, edit_words,
        record_rival::RivalView,
        record_view::{FormView, RecordView},
        table::EditView,
    },
};

/// The summary of faults has this id.
pub const SUMMARY: &str = "formular-fehler";

/// A form that is open. It keeps what it was opened with: what is shown behind it may change meanwhile.
#[derive(Clone)]
pub struct Open {
    /// Of which area.
    pub area: Slug,
    /// Its name.
    pub name: String,
    /// With which heading and texts.
    pub edit: EditView,
    /// Its fields, and what its reader has seen.
    pub form: FormView,
    /// What it is held against.
    pub context: EditContext,
}

/// The forms of one area. `Copy`: every part of the page holds it.
#[derive(Clone, Copy)]
pub struct Editor {
    desk: Desk,
    record: RwSignal<Option<RecordView>>,
    /// The form that is open.
    pub open: RwSignal<Option<Open>>,
    /// What stands in its fields.
    pub texts: RwSignal<Vec<(Field, String)>>,
    /// The fields that were left after a change: only what is wrong there is said before the first try to save.
    left: RwSignal<Vec<Field>>,
    /// Whether saving was tried: from then on everything that is wrong is said.
    pub tried: RwSignal<bool>,
    /// Why the server did not take it.
    pub failure: RwSignal<Option<String>>,
    /// Whether it is on its way.
    pub busy: RwSignal<bool>,
    /// What someone else has changed meanwhile.
    pub rival: RwSignal<Option<RivalView>>,
    /// Whether it was asked to throw typed text away.
    pub leaving: RwSignal<bool>,
    /// Names this submission; another text is another submission.
    key: StoredValue<String>,
}

impl Editor {
    /// No form is open.
    pub fn new(desk: Desk, record: RwSignal<Option<RecordView>>) -> Self {
        Self {
            desk,
            record,
            open: RwSignal::new(None),
            texts: RwSignal::new(Vec::new()),
            left: RwSignal::new(Vec::new()),
            tried: RwSignal::new(false),
            failure: RwSignal::new(None),
            busy: RwSignal::new(false),
            rival: RwSignal::new(None),
            leaving: RwSignal::new(false),
            key: StoredValue::new(String::new()),
        }
    }

    /// Opens a form.
    pub fn begin(self, edit: EditView) {
        let open = self.record.with_untracked(|record| {
            let record = record.as_ref()?;
            let form = record.form(edit.kind)?.clone();
            let (area, name) = (record.slug.clone(), record.name.clone());
            Some(Open { area, name, edit, form, context: record.context.clone() })
        });
        let Some(open) = open else { return };
        self.texts.set(open.edit.fields.clone());
        self.left.set(Vec::new());
        self.tried.set(false);
        self.failure.set(None);
        self.rival.set(None);
        self.leaving.set(false);
        self.key.set_value(browser::chance());
        self.open.set(Some(open));
        // Once its fields are drawn: the focus goes to the first.
        request_animation_frame(|| browser::open_dialog(DIALOG));
    }

    /// What stands in a field.
    pub fn text(self, field: Field) -> String {
        self.texts
            .with(|texts| texts.iter().find(|(of, _)| *of == field).map(|(_, text)| text.clone()))
            .unwrap_or_default()
    }

    /// Something was typed.
    pub fn write(self, field: Field, text: String) {
        self.key.set_value(browser::chance());
        self.texts.update(|texts| {
            texts.retain(|(of, _)| *of != field);
            texts.push((field, text));
        });
    }

    /// A changed field was left.
    pub fn leave(self, field: Field) {
        self.left.update(|left| left.push(field));
    }

    fn form(self) -> Option<EditForm> {
        let fields = self.texts.get();
        self.open.with(|open| open.as_ref().map(|open| EditForm { kind: open.edit.kind, fields }))
    }

    /// All that is wrong, in the order of the fields.
    fn all_faults(self) -> Vec<(Field, Problem)> {
        let Some(form) = self.form() else { return Vec::new() };
        self.open.with(|open| {
            let Some(open) = open else { return Vec::new() };
            let mut faults = read(&form, &open.context).err().unwrap_or_default();
            faults.sort_by_key(|(field, _)| open.form.fields.iter().position(|view| view.field == *field));
            faults
        })
    }

    /// What is said of it now.
    pub fn faults(self) -> Vec<(Field, String)> {
        let (tried, left) = (self.tried.get(), self.left.get());
        let missing = |problem: &Problem| *problem == Problem::Form(FormProblem::Missing);
        let said = |(field, problem): &(Field, Problem)| tried || left.contains(field) && !missing(problem);
        let faults = self.all_faults().into_iter().filter(said);
        faults.map(|(field, problem)| (field, edit_words::fault(field, &problem))).collect()
    }

    /// Whether closing would throw something away.
    fn is_dirty(self) -> bool {
        let typed = self.texts.get_untracked();
        let changed = |open: &Open| {
            let first =
                |field: Field| open.edit.fields.iter().find(|(of, _)| *of == field).map_or("", |(_, text)| text);
            typed.iter().any(|(field, text)| text.trim() != first(*field))
        };
        self.open.with_untracked(|open| open.as_ref().is_some_and(changed))
    }

    /// Closes the form; where something was typed it asks first.
    pub fn leave_form(self) {
        if self.rival.read_untracked().is_some() {
            self.rival.set(None);
        } else if self.is_dirty() && !self.leaving.get_untracked() {
            self.leaving.set(true);
        } else {
            self.close();
        }
    }

    /// Closes the form.
    pub fn close(self) {
        browser::close_dialog(DIALOG);
        self.open.set(None);
    }

    /// Saves the form, or says what is wrong with it.
    pub fn save(self) {
        self.tried.set(true);
        self.failure.set(None);
        if untrack(move || self.all_faults().is_empty()) {
            self.send(None);
        } else {
            browser::focus_soon(SUMMARY);
        }
    }

    /// Whose version holds.
    pub fn choose(self, choice: Choice) {
        let over = self.rival.with_untracked(|rival| rival.as_ref().map(|rival| rival.change));
        if let Some(over) = over {
            self.key.set_value(browser::chance());
            self.send(Some(Chosen { choice, over }));
        }
    }

    fn send(self, choice: Option<Chosen>) {
        let (Some(open), Some(form)) = (self.open.get_untracked(), untrack(move || self.form())) else { return };
        if self.busy.get_untracked() {
            return;
        }
        let request =
            EditRequest { area: open.area.clone(), seen: open.form.seen, key: self.key.get_value(), form, choice };
        self.busy.set(true);
        spawn_local(async move {
            let answer = self.desk.heed(records::change(request).await);
            self.busy.set(false);
            match answer {
                Ok(changed) => {
                    self.desk.said.set(format!("Gespeichert: {}, {}.", open.edit.title, open.name));
                    self.close();
                    self.desk.moved(changed.change);
                }
                Err(ApiError::Outdated(_)) => self.compare(open).await,
                Err(ApiError::SignedOut) => {}
                Err(error) => self.fail(&error),
            }
        });
    }

    /// The save failed; the input stays.
    fn fail(self, error: &ApiError) {
        self.failure.set(Some(api_words::sentence(error)));
        browser::focus_soon(SUMMARY);
    }

    /// Someone else was faster: both versions side by side. From now on theirs is the one that was seen.
    async fn compare(self, open: Open) {
        match self.newer(&open).await {
            Ok((record, form, rival)) => {
                let gone = record.context.campaign.as_ref().is_some_and(|campaign| {
                    let corrected = untrack(move || self.text(Field::Reading));
                    !corrected.is_empty() && !campaign.readings.iter().any(|one| one.id.0.to_string() == corrected)
                });
                // They have corrected the same reading: mine now corrects theirs.
                if let Some((field, reading)) = rival.fields.iter().find(|(field, _)| gone && *field == Field::Reading)
                {
                    self.write(*field, reading.clone());
                }
                self.open.set(Some(Open { form, context: record.context.clone(), ..open }));
                self.rival.set(Some(rival));
            }
            Err(error) => self.fail(&error),
        }
    }

    async fn newer(self, open: &Open) -> Result<(RecordView, FormView, RivalView), ApiError> {
        let record = self.desk.heed(records::record(open.area.to_string()).await)?;
        let form = record.form(open.edit.kind).cloned().ok_or(ApiError::Forbidden)?;
        let rival = self.desk.heed(records::rival(open.area.clone(), form.kind, form.seen).await)?;
        Ok((record, form, rival))
    }
}
