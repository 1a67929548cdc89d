//! The change log in words: when, who, what, from what to what, why.

use jiff::Timestamp;
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::{
    account_words, date, entry_words, fact_words, funding_log,
    lang::Lang,
    markup::{Markup, all, element, text},
    number, record_fields, record_view, remark_desk,
    table::{Line, Table, dash, or_dash},
    words,
};
use crate::domain::{
    account::Role,
    agreement::Agreement,
    area::{AreaTree, Slug},
    campaign::{Deadline, Unit},
    change::{ACCOUNT, Change, DATASET, LogPage, REMARK},
    edit::{CHOICE, EditForm, EditKind, Field},
    entry::EnteredRow,
    funding::Funding,
    ids::OperatorId,
    measure::Measure,
    operator::Operator,
    outcome::Outcome,
    phase::Phase,
    reading::{Base, Record},
    remark::Reference,
    rollout::Rollout,
    subject::Subject,
};

/// What the records of a log are called today.
#[derive(Clone, Debug)]
pub struct Names<'a> {
    /// The areas.
    pub areas: &'a AreaTree,
    /// The campaigns: the name in the log, the name to read.
    pub campaigns: Vec<(&'a Slug, &'a str)>,
    /// The partners of agreements.
    pub operators: &'a [Operator],
    /// The applications for funding: the name in addresses, the title.
    pub applications: Vec<(Slug, String)>,
    /// The facilities: the name in addresses, the name to read.
    pub facilities: Vec<(Slug, String)>,
}

impl<'a> From<&'a Rollout> for Names<'a> {
    fn from(rollout: &'a Rollout) -> Self {
        let campaigns = rollout.campaigns.iter().map(|campaign| (&campaign.slug, campaign.name.as_str()));
        let applications = Funding::all(rollout).into_iter().map(|one| (one.application.slug, one.application.title));
        let facilities = rollout.facilities().into_iter().map(|facility| (facility.slug, facility.details.name));
        Self {
            areas: &rollout.areas,
            campaigns: campaigns.collect(),
            operators: &rollout.operators,
            applications: applications.collect(),
            facilities: facilities.collect(),
        }
    }
}

impl Names<'_> {
    fn operator(&self, id: OperatorId) -> &str {
        self.operators.iter().find(|operator| operator.id == id).map_or("", |operator| &operator.name)
    }
}

/// One page of the log as it is sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogView {
    /// The buttons that filter it: `data-kind` is the kind that each shows, nothing for all.
    pub filters: Markup,
    /// The heads of its columns.
    pub head: Markup,
    /// Its rows.
    pub rows: Markup,
    /// Where the next page begins, if there is one.
    pub before: Option<i64>,
}

/// One page of the log in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogWords {
    /// The kinds to choose from, with their numbers: the key, "Zahlen 19". The first, without a key, is all.
    pub kinds: Vec<(Option<String>, String)>,
    /// The entries.
    pub table: Table,
    /// Where the next page begins, if there is one.
    pub before: Option<i64>,
}

/// The page in words.
pub fn page(page: &LogPage, now: Timestamp) -> LogWords {
    let names = Names::from(&page.rollout);
    let head = ["Wann", "Wer", "Was", "Betrifft", "alt", "neu", "Grund", "#Nr."];
    let mut table = Table::new("Änderungen, neueste zuerst", &head, "Noch ist nichts geändert.");
    table.lines = page.entries.iter().map(|(number, change)| line(*number, change, &names, now)).collect();
    let count = |entries: u32| number::count(entries, Lang::De);
    let all = page.tallies.iter().map(|tally| tally.entries).sum();
    let kinds = page
        .tallies
        .iter()
        .map(|tally| (Some(tally.what.clone()), format!("{} {}", kinds_name(&tally.what), count(tally.entries))));
    LogWords {
        kinds: [(None, format!("Alle {}", count(all)))].into_iter().chain(kinds).collect(),
        table,
        before: page.entries.last().filter(|_| page.more).map(|(number, _)| *number),
    }
}

/// Some entries in words, without their numbers: for who wants to know what is new.
pub fn news(entries: &[(i64, Change)], names: &Names, now: Timestamp) -> Table {
    let head = ["Wann", "Wer", "Was", "Betrifft", "alt", "neu", "Grund"];
    let mut table = Table::new("Was sich geändert hat, Neuestes zuerst", &head, "Noch ist nichts geändert.");
    table.lines = entries.iter().map(|(number, change)| line(*number, change, names, now)).collect();
    for line in &mut table.lines {
        line.cells.pop();
    }
    table
}

impl LogWords {
    /// What is sent of it, where this kind is chosen.
    pub fn view(&self, chosen: Option<&str>) -> LogView {
        let filter = |(kind, label): &(Option<String>, String)| {
            let pressed = if kind.as_deref() == chosen { "true" } else { "false" };
            let kind = kind.as_deref().unwrap_or_default();
            element("button", &[("type", "button"), ("data-kind", kind), ("aria-pressed", pressed)], [text(label)])
        };
        LogView {
            filters: all(self.kinds.iter().map(filter)),
            head: self.table.head_markup(),
            rows: all(self.table.rows_markup()),
            before: self.before,
        }
    }
}

fn kinds_name(what: &str) -> &str {
    match what {
        "reading" => "Zahlen",
        "deadline" => "Fristen",
        "outcome" => "Ergebnisse",
        "phase" => "Phasen",
        "measure" => "Maßnahmen",
        "agreement" => "Vereinbarungen",
        "base" => "Grundlagen",
        CHOICE => "Auswahl",
        ACCOUNT => "Konten",
        REMARK => "Hinweise",
        DATASET => "Datensatz",
        other => fact_words::kind(other).map_or(other, |(_, many)| many),
    }
}

fn line(number: i64, change: &Change, names: &Names, now: Timestamp) -> Line {
    let Told { what, old, new } = told(change, names);
    let (about, link) = about(change, names);
    let line = Line::of([
        date::moment(change.at, now),
        change.who.clone(),
        what,
        about,
        old.unwrap_or_else(dash),
        new.unwrap_or_else(dash),
        or_dash(change.why.clone()),
        number.to_string(),
    ]);
    Line { link: link.map(|address| (3, address)), ..line }
}

/// Which area or campaign, and where its screen is. An entry outlives what it tells of.
fn about(change: &Change, names: &Names) -> (String, Option<String>) {
    let name = change.which.split(' ').next().unwrap_or_default();
    if change.what == ACCOUNT {
        return (change.which.clone(), None);
    }
    if change.what == REMARK
        && let Some(RemarkEntry { reference, .. }) = read(change.new.as_deref())
    {
        let address = format!("{}/{}", remark_desk::ADDRESS, reference.as_str());
        return (format!("Hinweis {reference}"), Some(address));
    }
    let area = names.areas.by_slug(name).filter(|area| area.parent.is_some());
    if let Some(area) = area {
        return (area.name.clone(), Some(record_view::address(&area.slug)));
    }
    if let Ok(subject) = name.parse::<Subject>() {
        return (subject_name(&subject, names), Some(format!("/arbeit/{}", page_of(&subject))));
    }
    let campaign = names.campaigns.iter().find(|(slug, _)| slug.as_str() == name);
    (campaign.map_or_else(|| change.which.clone(), |(_, name)| (*name).to_owned()), None)
}

/// What a subject is called in the log.
fn subject_name(subject: &Subject, names: &Names) -> String {
    match subject {
        Subject::Town => "Stadt".to_owned(),
        Subject::Application(slug) => {
            let named = names.applications.iter().find(|(of, _)| of == slug);
            named.map_or_else(|| slug.to_string(), |(_, title)| title.clone())
        }
        Subject::Facility(slug) => {
            let named = names.facilities.iter().find(|(of, _)| of == slug);
            named.map_or_else(|| slug.to_string(), |(_, name)| name.clone())
        }
        Subject::Area(slug) => slug.to_string(),
        Subject::Remark(reference) => format!("Hinweis {reference}"),
    }
}

/// The page of a subject. The town's is where agreements and decisions stand.
fn page_of(subject: &Subject) -> String {
    match subject {
        Subject::Town => "vereinbarungen".to_owned(),
        other => other.to_string(),
    }
}

/// What an entry tells of.
struct Told {
    what: String,
    old: Option<String>,
    new: Option<String>,
}

fn told(change: &Change, names: &Names) -> Told {
    match change.what.as_str() {
        "reading" => {
            let record: Option<Record> = read(change.new.as_deref());
            let what = record.map_or_else(|| "Zahl".to_owned(), |record| stand(&record));
            told_as(what, change, |record: Record| entry_words::value(record.reading.value()))
        }
        "deadline" => told_as("Frist", change, |deadline: Deadline| date::digits(deadline.day)),
        "outcome" => told_as("Ergebnis", change, |outcome: Outcome| {
            format!("{}, {}", words::outcome_name(outcome.kind), record_fields::when(outcome.when))
        }),
        "phase" => {
            let phase: Option<Phase> = read(change.new.as_deref());
            let name = phase.map(|phase| words::phase(phase.kind, Unit::Households, Lang::De).replace('\u{ad}', ""));
            told_as(name.map_or_else(|| "Phase".to_owned(), |name| format!("Phase {name}")), change, phase_days)
        }
        "measure" => told_as("Maßnahme", change, |measure: Measure| {
            format!("{}, {}", words::measure(measure.kind, Lang::De), record_fields::when(measure.when))
        }),
        "agreement" => told_as("Vereinbarung", change, |agreement: Agreement| {
            let partner = names.operator(agreement.partner);
            format!(
                "{} mit {partner}, {}",
                words::agreement(agreement.kind, Lang::De),
                record_fields::when(agreement.signed)
            )
        }),
        "base" => told_as("Grundlage", change, |base: Base| {
            format!("{} {}", number::count(base.count, Lang::De), words::unit(base.unit, Lang::De).0)
        }),
        CHOICE => chosen(change),
        ACCOUNT => told_as("Konto", change, |account: Account| account.words()),
        REMARK => told_as("Hinweis", change, RemarkEntry::words),
        DATASET => Told { what: "Datensatz geladen".to_owned(), old: None, new: None },
        other => told_fact(other, change),
    }
}

/// A fact, as it was and as it is.
fn told_fact(what: &str, change: &Change) -> Told {
    let side = |body: &Option<String>| fact_words::read(what, body.as_deref()?).map(|says| fact_words::line(&says));
    let name = fact_words::kind(what).map_or(what, |(one, _)| one);
    Told { what: name.to_owned(), old: side(&change.old), new: side(&change.new) }
}

fn told_as<T: DeserializeOwned>(what: impl Into<String>, change: &Change, words: impl Fn(T) -> String) -> Told {
    let side = |json: &Option<String>| read(json.as_deref()).map(&words);
    Told { what: what.into(), old: side(&change.old), new: side(&change.new) }
}

fn read<T: DeserializeOwned>(json: Option<&str>) -> Option<T> {
    serde_json::from_str(json?).ok()
}

/// "Stand 10.11.2023, geprüft".
fn stand(record: &Record) -> String {
    let reading = &record.reading;
    let corrects = if record.corrects.is_some() { "Berichtigung" } else { "Zahl" };
    format!("{corrects} {}, {}", date::digits(reading.as_of), words::stage(reading.stage, Lang::De))
}

fn phase_days(phase: Phase) -> String {
    let days = [
        ("geplant ab", phase.planned.start),
        ("geplant bis", phase.planned.end),
        ("ab", phase.actual.start),
        ("bis", phase.actual.end),
    ];
    let known = days.into_iter().filter_map(|(word, when)| Some(format!("{word} {}", record_fields::when(when?))));
    known.collect::<Vec<_>>().join(", ")
}

/// Two people's versions: the one that was not chosen, and the one that was. Each is a record as it was stored, a
/// row of the weekly sheet, or a form as it was typed.
fn chosen(change: &Change) -> Told {
    let side = |json: &Option<String>| {
        let json = json.as_deref();
        let typed = || read::<EditForm>(json).map(|form| main_text(&form));
        let row = || read::<EnteredRow>(json).map(|row| entry_words::value(row.value));
        let record = || read::<Record>(json).map(|record| entry_words::value(record.reading.value()));
        let deadline = || read::<Deadline>(json).map(|deadline| date::digits(deadline.day));
        let outcome = || read::<Outcome>(json).map(|outcome| words::outcome_name(outcome.kind).to_owned());
        let base = || read::<Base>(json).map(|base| number::count(base.count, Lang::De));
        typed().or_else(row).or_else(record).or_else(deadline).or_else(outcome).or_else(base)
    };
    let stored = || Some("gespeicherte Fassung".to_owned());
    Told {
        what: "Auswahl aus zwei Fassungen".to_owned(),
        old: side(&change.old).or_else(stored),
        new: side(&change.new).or_else(stored),
    }
}

/// What a typed form says first.
fn main_text(form: &EditForm) -> String {
    if form.kind == EditKind::Leg {
        return funding_log::typed_leg(form);
    }
    let main = [
        Field::Value,
        Field::Name,
        Field::State,
        Field::Down,
        Field::Day,
        Field::Count,
        Field::Partner,
        Field::When,
        Field::Actual,
        Field::PlannedStart,
    ];
    let text = main.into_iter().map(|field| form.text(field)).find(|text| !text.is_empty());
    text.map_or_else(|| "andere Fassung".to_owned(), str::to_owned)
}

/// A citizen's remark, as its entry tells it.
#[derive(Deserialize)]
struct RemarkEntry {
    reference: Reference,
    answer: Option<String>,
}

impl RemarkEntry {
    fn words(self) -> String {
        match self.answer {
            Some(answer) => format!("erledigt: {answer}"),
            None => "eingegangen".to_owned(),
        }
    }
}

/// An account, as its entry tells it.
#[derive(Deserialize)]
struct Account {
    role: Option<Role>,
    area: Option<Slug>,
    #[serde(default)]
    disabled: bool,
    password: Option<String>,
}

impl Account {
    fn words(self) -> String {
        if self.password.is_some() {
            return "neues Passwort".to_owned();
        }
        let role = self.role.map(account_words::role);
        let area = self.area.map(|area| area.to_string());
        let disabled = self.disabled.then(|| "gesperrt".to_owned());
        [role.map(str::to_owned), area, disabled].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}
