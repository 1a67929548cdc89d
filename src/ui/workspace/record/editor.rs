//! The state of a form: what was typed, what is wrong with it, what became of it.

use jiff::civil::Date;
use leptos::{prelude::*, task::spawn_local};
use web_sys::Event;

use super::{super::browser, super::desk::Desk, fields, form::DIALOG};
use crate::{
    api::{ApiError, records},
    domain::{
        api_error::Fault,
        edit::{Chosen, EditForm, EditKind, EditRequest, Field},
        entry::Choice,
        subject::Subject,
        typed::date::nearest_day,
    },
    presentation::{api_words, date, record_rival::RivalView, record_view::RecordView},
};

/// The button that goes on with the form has this id.
pub const KEEP: &str = "formular-behalten";
/// The summary of faults has this id.
pub const SUMMARY: &str = "formular-fehler";

/// A form that is open. It keeps what it was opened with: what is shown behind it may change meanwhile.
#[derive(Clone)]
struct Open {
    /// Tells this opening from every other.
    begun: String,
    subject: Subject,
    title: String,
    kind: EditKind,
    /// What stood in it at first.
    first: Vec<(Field, String)>,
    /// The number of the newest change to such a record that was seen.
    seen: i64,
    /// Someone else's change beside which this version was shown: saving it chooses it.
    over: Option<i64>,
    today: Option<Date>,
}

/// The forms of one page. `Copy`: every part of the page holds it.
#[derive(Clone, Copy)]
pub struct Editor {
    desk: Desk,
    record: RwSignal<Option<RecordView>>,
    open: RwSignal<Option<Open>>,
    texts: RwSignal<Vec<(Field, String)>>,
    /// What the server found wrong, in the order in which it read the fields. Each is said until its field is changed.
    pub faults: RwSignal<Vec<Fault>>,
    /// Why the server did not take it.
    pub failure: RwSignal<Option<String>>,
    /// Whether it is on its way.
    pub busy: RwSignal<bool>,
    /// What someone else has changed meanwhile.
    pub rival: RwSignal<Option<RivalView>>,
    /// Whether it was asked to throw typed text away.
    pub leaving: RwSignal<bool>,
    /// The heading.
    pub title: RwSignal<String>,
    /// Names this submission; another text is another submission.
    key: StoredValue<String>,
    /// The button of the card that is being dragged.
    pub held: StoredValue<Option<usize>>,
}

impl Editor {
    /// No form is open.
    pub fn new(desk: Desk, record: RwSignal<Option<RecordView>>) -> Self {
        Self {
            desk,
            record,
            open: RwSignal::new(None),
            texts: RwSignal::new(Vec::new()),
            faults: RwSignal::new(Vec::new()),
            failure: RwSignal::new(None),
            busy: RwSignal::new(false),
            rival: RwSignal::new(None),
            leaving: RwSignal::new(false),
            title: RwSignal::new(String::new()),
            key: StoredValue::new(String::new()),
            held: StoredValue::new(None),
        }
    }

    /// Opens the form of a button, with another text in one of its fields than its own.
    pub fn begin(self, button: usize, put: Option<(Field, String)>) {
        let record = self.record.read_untracked();
        let Some(record) = &*record else { return };
        let Some(edit) = record.edits.get(button) else { return };
        let Some(form) = record.forms.iter().find(|form| form.kind == edit.kind) else { return };
        let mut texts = edit.fields.clone();
        if let Some((field, text)) = put {
            texts.retain(|(of, _)| *of != field);
            texts.push((field, text));
        }
        let begun = browser::chance();
        self.key.set_value(begun.clone());
        self.open.set(Some(Open {
            begun,
            subject: edit.subject.clone(),
            title: format!("{}, {}", edit.title, record.name),
            kind: edit.kind,
            first: edit.fields.clone(),
            seen: record.seen,
            over: None,
            today: record.today,
        }));
        self.title.set(format!("{} · {}", edit.title, record.name));
        self.texts.set(texts.clone());
        self.faults.set(Vec::new());
        self.failure.set(None);
        self.rival.set(None);
        self.leaving.set(false);
        fields::fill(form.fields.as_str(), &texts);
        browser::open_dialog(DIALOG);
        // What stands there is replaced by typing.
        fields::select_first();
    }

    /// Something was typed.
    pub fn typed(self, event: &Event) {
        if let Some((field, text)) = fields::of_event(event) {
            self.write(field, text);
            self.faults.update(|faults| faults.retain(|fault| fault.place != field.word()));
        }
    }

    /// A changed field was left. A short day is written out: what is stored stands there before it is saved.
    pub fn changed(self, event: &Event) {
        let Some((field, text)) = fields::of_event(event) else { return };
        let today = self.open.with_untracked(|open| open.as_ref().and_then(|open| open.today));
        let day =
            today.filter(|_| fields::is_day(event)).and_then(|today| nearest_day(&text, today).ok()).map(date::digits);
        if let Some(day) = &day {
            fields::put(field, day);
        }
        self.write(field, day.unwrap_or(text));
    }

    fn write(self, field: Field, text: String) {
        // A field that is left tells once more what was typed into it.
        if self.texts.with_untracked(|texts| texts.iter().any(|(of, now)| *of == field && *now == text)) {
            return;
        }
        self.key.set_value(browser::chance());
        self.texts.update(|texts| {
            texts.retain(|(of, _)| *of != field);
            texts.push((field, text));
        });
    }

    /// Whether closing would throw something away.
    fn is_dirty(self) -> bool {
        let texts = self.texts.get_untracked();
        let changed = |open: &Open| {
            let first = |field: Field| open.first.iter().find(|(of, _)| *of == field).map_or("", |(_, text)| text);
            texts.iter().any(|(field, text)| text.trim() != first(*field))
        };
        self.open.with_untracked(|open| open.as_ref().is_some_and(changed))
    }

    /// Back to the form from two versions; else closes it, and where something was typed asks first. Asked twice it
    /// goes back to the form: Esc alone throws nothing away.
    pub fn leave(self) {
        if self.rival.read_untracked().is_some() {
            self.rival.set(None);
        } else if self.is_dirty() {
            let asks = !self.leaving.get_untracked();
            self.leaving.set(asks);
            if asks { browser::focus_soon(KEEP) } else { fields::select_first() }
        } else {
            self.close();
        }
    }

    /// Closes the form.
    pub fn close(self) {
        self.open.set(None);
        // The next form is in sight as soon as it opens.
        self.rival.set(None);
        browser::close_dialog(DIALOG);
    }

    /// Saves the form.
    pub fn save(self) {
        self.faults.set(Vec::new());
        self.failure.set(None);
        self.send(Choice::Mine);
    }

    /// Whose version holds.
    pub fn choose(self, choice: Choice) {
        self.key.set_value(browser::chance());
        self.send(choice);
    }

    fn send(self, choice: Choice) {
        let Some(open) = self.open.get_untracked().filter(|_| !self.busy.get_untracked()) else { return };
        let form = EditForm { kind: open.kind, fields: self.texts.get_untracked() };
        let (key, choice) = (self.key.get_value(), open.over.map(|over| Chosen { choice, over }));
        let begun = open.begun.clone();
        let request = EditRequest { subject: open.subject.clone(), seen: open.seen, key, form: form.clone(), choice };
        self.busy.set(true);
        spawn_local(async move {
            let answer = self.desk.heed(records::change(request).await);
            self.busy.set(false);
            // Meanwhile it may have been closed, and another one opened, to which this answer says nothing.
            let here = self.is_open(&begun);
            match answer {
                Ok(changed) => {
                    self.desk.said.set(format!("Gespeichert: {}.", open.title));
                    if here {
                        self.close();
                    }
                    self.desk.moved(changed.change);
                }
                Err(ApiError::Outdated(_)) if here => self.compare(&begun, &open.subject, form).await,
                Err(error) if here => self.fail(&error),
                Err(error) => {
                    self.desk.said.set(format!("Nicht gespeichert: {}. {}", open.title, api_words::sentence(&error)));
                }
            }
        });
    }

    fn is_open(self, begun: &str) -> bool {
        self.open.with_untracked(|open| open.as_ref().is_some_and(|open| open.begun == begun))
    }

    /// The save failed; the input stays.
    fn fail(self, error: &ApiError) {
        self.rival.set(None);
        match error {
            // Who has to sign in again is asked to, above this form.
            ApiError::SignedOut => return,
            ApiError::Invalid(faults) => self.faults.set(faults.clone()),
            _ => self.failure.set(Some(api_words::sentence(error))),
        }
        browser::focus_soon(SUMMARY);
    }

    /// Someone else was faster: both versions side by side. From now on theirs is the one that was seen.
    async fn compare(self, begun: &str, subject: &Subject, form: EditForm) {
        let rival = self.desk.heed(records::rival(subject.clone(), form).await);
        if !self.is_open(begun) {
            return;
        }
        match rival {
            Ok(rival) => {
                if let Some(reading) = rival.reading.clone() {
                    self.write(Field::Reading, reading);
                }
                self.open.update(|open| {
                    if let Some(open) = open {
                        (open.seen, open.over) = (rival.change, Some(rival.change));
                    }
                });
                self.rival.set(Some(rival));
                browser::focus_soon("fassungen-titel");
            }
            Err(error) => self.fail(&error),
        }
    }
}
