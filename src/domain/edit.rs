//! What people change about one area's record: a form of typed texts becomes an addition to what is recorded, or
//! says what is wrong with which field. The server reads it, before it stores anything.
//!
//! Nothing is overwritten: each edit adds a row, and the row before it stays in the history.

use jiff::civil::Date;
use serde::{
    Deserialize, Serialize,
    de::{DeserializeOwned, IntoDeserializer, value::Error},
};

use super::{
    agreement::AgreementKind,
    campaign::Deadline,
    change::REMARK,
    entry::Choice,
    fact::Says,
    funding::Funding,
    ids::{AreaId, ReadingId},
    import::Problem,
    link::Link,
    measure::Measure,
    outcome::Outcome,
    phase::Phase,
    reading::{Stage, Value},
    rollout::Rollout,
    source::Source,
    subject::Subject,
    when::When,
};

use fields::Fields;

mod areas;
mod context;
pub mod facility;
mod field;
mod fields;
mod forms;
pub mod funding;
mod records;
mod town;

pub use context::{Correctable, EditContext, InCampaign, SubjectRecord};
pub use field::Field;

/// What is edited; each kind has its form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EditKind {
    /// The campaign's deadline is moved.
    Deadline,
    /// Something came out.
    Outcome,
    /// Planned and actual days of a phase.
    Phase,
    /// A measure took place.
    Measure,
    /// An agreement was signed.
    Agreement,
    /// A better number of households (companies …).
    Base,
    /// A reading is corrected.
    Correction,
    /// A body of the town decided.
    Decision,
    /// How far the build is.
    Progress,
    /// What is known of the area itself.
    Profile,
    /// A further round of its campaign.
    Round,
    /// A wrong agreement or measure is taken back.
    Withdrawal,
    /// What an application for funding is; of the town: a new one.
    Application,
    /// How far a leg of an application is.
    Leg,
    /// A milestone of an application.
    Milestone,
    /// A deadline of a leg.
    FundingDeadline,
    /// A document of an application.
    FundingDocument,
    /// A facility is new, or what is known of it changes.
    Facility,
    /// A facility's line was measured.
    Line,
    /// A strand of a facility's plan moves on.
    Step,
    /// A text of the public pages.
    TownText,
    /// An address on the public pages: of a video, of who is told of holes in the program's security.
    TownAddress,
    /// Something was done about a citizen's remark.
    RemarkAnswer,
}

impl EditKind {
    /// The kind of record in the change log. A correction is a reading like any other.
    pub const fn what(self) -> &'static str {
        match self {
            Self::Deadline => "deadline",
            Self::Outcome => "outcome",
            Self::Phase => "phase",
            Self::Measure => "measure",
            Self::Agreement => "agreement",
            Self::Base => "base",
            Self::Correction => "reading",
            Self::Decision => "decision",
            Self::Progress => "progress",
            Self::Profile => "profile",
            Self::Round => "round",
            Self::Withdrawal => "withdrawal",
            Self::Application => "application",
            Self::Leg => "leg",
            Self::Milestone => "milestone",
            Self::FundingDeadline => "funding_deadline",
            Self::FundingDocument => "funding_document",
            Self::Facility => "facility",
            Self::Line => "line",
            Self::Step => "step",
            Self::TownText | Self::TownAddress => "town_text",
            Self::RemarkAnswer => REMARK,
        }
    }
}

/// The kind of entry that says whose version was chosen.
pub const CHOICE: &str = "choice";

/// The kinds of entries in the change log that tell of the rollout: of areas and their campaigns, and of facts.
pub fn record_kinds() -> Vec<String> {
    let of_areas = ["reading", "deadline", "outcome", "phase", "measure", "agreement", "base", CHOICE, REMARK];
    of_areas.into_iter().chain(Says::KINDS).map(str::to_owned).collect()
}

/// Whom a measure or an agreement reaches: the value of [`Field::Reach`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reach {
    /// This area.
    Area,
    /// All areas of its campaign.
    Campaign,
    /// The areas of its campaign that missed the target.
    Missed,
}

/// A form as it was filled in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditForm {
    /// What is edited.
    pub kind: EditKind,
    /// What stands in its fields; an empty one may be left out.
    pub fields: Vec<(Field, String)>,
}

impl EditForm {
    /// What stands in a field, without white space around it.
    pub fn text(&self, field: Field) -> &str {
        self.fields.iter().find(|(of, _)| *of == field).map_or("", |(_, text)| text.trim())
    }
}

/// An edit to store.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditRequest {
    /// What it is about.
    pub subject: Subject,
    /// The number of the newest change that the person has seen: a later one to such a record of this subject was not.
    pub seen: i64,
    /// Names this submission: sent twice, it is stored once.
    pub key: String,
    /// What was typed.
    pub form: EditForm,
    /// What was chosen after someone else had changed the same.
    #[serde(default)]
    pub choice: Option<Chosen>,
}

/// A choice between two people's versions of one record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chosen {
    /// Whose.
    pub choice: Choice,
    /// The number of the other person's change.
    pub over: i64,
}

/// What was stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changed {
    /// The number of the change.
    pub change: i64,
}

/// A form that was read: what it adds, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit {
    /// What it adds.
    pub addition: Addition,
    /// Why, where a reason was asked for or given.
    pub reason: Option<String>,
}

/// What an edit adds to the record.
#[derive(Clone, Debug, PartialEq)]
pub enum Addition {
    /// A deadline that holds from now on.
    Deadline(Deadline),
    /// An outcome.
    Outcome(Outcome),
    /// What is known of a phase now.
    Phase(Phase),
    /// A measure.
    Measure(Measure),
    /// An agreement; its partner may be new.
    Agreement(NewAgreement),
    /// A base that holds for the readings to come.
    Base(NewBase),
    /// A reading in the place of another.
    Correction(NewReading),
    /// What is said of a subject from now on. The subject may be new: then it is not the one whose page held the form.
    Fact(Subject, Says),
}

/// An agreement before its partner's number is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAgreement {
    /// What it is.
    pub kind: AgreementKind,
    /// The partner's name: one that is known, or a new one.
    pub partner: String,
    /// For which areas.
    pub areas: Vec<AreaId>,
    /// Signed when.
    pub signed: When,
    /// In force from, where that is another day.
    pub effective_from: Option<When>,
    /// In force until.
    pub ends_on: Option<Date>,
    /// Under which conditions.
    pub conditions: Option<String>,
    /// A remark for the reader.
    pub note: Option<String>,
    /// Where it can be read.
    pub link: Option<Link>,
    /// Who says so.
    pub source: Source,
}

/// A base before it has a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewBase {
    /// So many.
    pub count: u32,
    /// For which time.
    pub as_of: Option<When>,
    /// The formula, where it is an estimate.
    pub estimated_by: Option<String>,
    /// Who says so.
    pub source: Source,
}

/// What a correction says; its base is that of the reading in whose place it comes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewReading {
    /// The reading that it replaces.
    pub of: ReadingId,
    /// The day for which it holds.
    pub as_of: Date,
    /// How far it was checked.
    pub stage: Stage,
    /// What was said.
    pub value: Value,
    /// A remark for the reader.
    pub note: Option<String>,
    /// Who says so.
    pub source: Source,
}

/// What is wrong with a form: at most one problem per field.
pub type Faults = Vec<(Field, Problem)>;

/// Reads a form: what it adds to the record, or everything that is wrong with it. `rollout` is all that is stored.
///
/// # Errors
/// What is wrong, in the order of the form's fields.
pub fn read(form: &EditForm, rollout: &Rollout, subject: &Subject, today: Date) -> Result<Edit, Faults> {
    let mut fields = Fields::new(form, today);
    let read = match subject {
        Subject::Area(slug) => {
            let area = rollout.areas.by_slug(slug.as_str());
            let context = area.map(|area| EditContext::of(rollout, area.id, today));
            return context.map_or_else(|| fields.done(None), |context| read_in_area(form, &context));
        }
        Subject::Town if form.kind == EditKind::Application => funding::new(&mut fields, rollout),
        Subject::Town if form.kind == EditKind::Facility => facility::details(&mut fields, rollout, None),
        Subject::Town => town::read(&mut fields, rollout),
        Subject::Application(_) => {
            let known = rollout.clone().known_on(today);
            Funding::of(&known, subject).and_then(|one| funding::read(&mut fields, &one, &known))
        }
        Subject::Facility(slug) => facility::read(&mut fields, rollout, slug),
        Subject::Remark(_) => None,
    };
    fields.done(read)
}

/// Reads a form of an area.
///
/// Worked example: a deadline on 31 December 2023 for a campaign that opened on 4 September needs its reason and its
/// source; without either both fields are named.
///
/// # Errors
/// What is wrong, in the order of the form's fields.
pub fn read_in_area(form: &EditForm, context: &EditContext) -> Result<Edit, Faults> {
    let mut fields = Fields::new(form, context.today);
    let read = forms::read(&mut fields, context);
    fields.done(read)
}

/// Reads what was done about a citizen's remark.
///
/// # Errors
/// When the form says nothing or too much.
pub fn read_answer(form: &EditForm, today: Date) -> Result<String, Faults> {
    let mut fields = Fields::new(form, today);
    let answer = fields.needed(Field::Answer).filter(|_| form.kind == EditKind::RemarkAnswer);
    answer.ok_or_else(|| fields.done(None).err().unwrap_or_default())
}

/// What a form adds and why; nothing where a field of it cannot be read.
type Read = Option<(Addition, Option<String>)>;

/// The variant of a word, as a select sends it.
fn of_word<T: DeserializeOwned>(word: &str) -> Option<T> {
    T::deserialize(IntoDeserializer::<Error>::into_deserializer(word)).ok()
}
