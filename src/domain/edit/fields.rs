//! Reading a form field by field: what is wrong is gathered, so that all of it is said at once.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::de::DeserializeOwned;

use super::{Edit, EditForm, EditKind, Faults, Field, Read, of_word};
use crate::domain::{
    amount::Amount,
    campaign::Target,
    ids::AreaId,
    import::{FormProblem, Problem},
    link::Link,
    money::Cents,
    name,
    phase::Dates,
    reading::Value,
    rollout::Rollout,
    share::Share,
    source::Source,
    town_text::LONGEST_TOWN_TEXT,
    typed::{
        LONGEST_NAME, LONGEST_TEXT,
        amount::{contracts, quote},
        date::nearest_day,
        money::money,
        number::{CountError, MAX_COUNT, Percent, count, percent, without_percent},
        printable, shortened,
        when::when,
    },
    when::When,
};

/// A form on its way to an edit. A field that cannot be read is `None`, and its problem is kept.
pub struct Fields<'a> {
    form: &'a EditForm,
    /// The day to judge by.
    pub today: Date,
    /// What is wrong.
    pub faults: Faults,
}

impl<'a> Fields<'a> {
    pub fn new(form: &'a EditForm, today: Date) -> Self {
        Self { form, today, faults: Vec::new() }
    }

    /// What is edited.
    pub fn kind(&self) -> EditKind {
        self.form.kind
    }

    /// The edit, where nothing is wrong.
    pub fn done(mut self, read: Read) -> Result<Edit, Faults> {
        self.faults.sort_by_key(|(field, _)| *field);
        match read {
            Some((addition, reason)) if self.faults.is_empty() => Ok(Edit { addition, reason }),
            // A kind that this subject has no form for: no screen sends such a thing.
            None if self.faults.is_empty() => Err(vec![(Field::Kind, FormProblem::Missing.into())]),
            _ => Err(self.faults),
        }
    }

    /// Notes what is wrong with a field; the first problem of a field is the one that is said.
    pub fn fault(&mut self, field: Field, problem: impl Into<Problem>) {
        if !self.faults.iter().any(|(of, _)| *of == field) {
            self.faults.push((field, problem.into()));
        }
    }

    /// The same as a value that is not there.
    fn wrong<T>(&mut self, field: Field, problem: impl Into<Problem>) -> Option<T> {
        self.fault(field, problem);
        None
    }

    fn taken<T>(&mut self, field: Field, read: Result<T, Problem>) -> Option<T> {
        read.map_err(|problem| self.fault(field, problem)).ok()
    }

    /// A text that may be left out.
    pub fn text(&mut self, field: Field) -> Option<String> {
        let text = self.form.text(field);
        let length = text.chars().count();
        let limit = match field {
            Field::Markdown => LONGEST_TOWN_TEXT,
            _ if field.is_name() => LONGEST_NAME,
            _ => LONGEST_TEXT,
        };
        if length > limit {
            return self.wrong(field, Problem::TooLong { length: length as u64, limit: limit as u64 });
        }
        if !printable(text, field.is_one_line()) {
            return self.wrong(field, FormProblem::Unprintable);
        }
        (!text.is_empty()).then(|| text.to_owned())
    }

    /// A text that must be there.
    pub fn needed(&mut self, field: Field) -> Option<String> {
        if self.form.text(field).is_empty() {
            return self.wrong(field, FormProblem::Missing);
        }
        self.text(field)
    }

    /// Why: needed where the change alters what the public sees already.
    pub fn reason(&mut self, needed: bool) -> Option<String> {
        if needed { self.needed(Field::Reason) } else { self.text(Field::Reason) }
    }

    /// Who says so.
    pub fn source(&mut self) -> Option<Source> {
        self.needed(Field::Source).map(|name| Source { name, published_on: None })
    }

    /// One of the words of a select.
    pub fn chosen<T: DeserializeOwned>(&mut self, field: Field) -> Option<T> {
        match of_word(self.form.text(field)) {
            Some(chosen) => Some(chosen),
            None => self.wrong(field, FormProblem::Missing),
        }
    }

    /// A day that must be there.
    pub fn day(&mut self, field: Field) -> Option<Date> {
        self.needed(field)?;
        self.some_day(field)
    }

    /// A day that may be left out.
    pub fn some_day(&mut self, field: Field) -> Option<Date> {
        let text = self.text(field)?;
        self.taken(field, nearest_day(&text, self.today))
    }

    /// A time that must be there.
    pub fn when(&mut self, field: Field) -> Option<When> {
        self.needed(field)?;
        self.some_when(field)
    }

    /// A time that may be left out.
    pub fn some_when(&mut self, field: Field) -> Option<When> {
        let text = self.text(field)?;
        self.taken(field, when(&text, self.today))
    }

    /// What is recorded as having happened must have begun.
    pub fn past(&mut self, field: Field, when: Option<When>) {
        let today = self.today;
        if let Some(day) = when.map(When::first_day).filter(|day| *day > today) {
            self.fault(field, FormProblem::StillAhead { day, today });
        }
    }

    /// An amount of money that may be left out: what is not known is not 0.
    pub fn money(&mut self, field: Field) -> Option<Cents> {
        let text = self.text(field)?;
        self.taken(field, money(&text))
    }

    /// A share of the whole that may be left out.
    pub fn share(&mut self, field: Field) -> Option<Share> {
        let typed = self.text(field)?;
        match percent(&typed) {
            Ok(Percent { share, cut: false }) => Some(share),
            _ => self.wrong(field, FormProblem::NotAShare { text: shortened(&typed) }),
        }
    }

    /// One of the words of a select that has a word for "none of them".
    pub fn chosen_or<T: DeserializeOwned>(&mut self, field: Field, none: &str) -> Option<T> {
        if self.form.text(field) == none {
            return None;
        }
        self.chosen(field)
    }

    /// Start and end of a phase.
    pub fn dates(&mut self, start: Field, end: Field) -> Dates {
        let dates = Dates { start: self.some_when(start), end: self.some_when(end) };
        if let (Some(start), Some(last)) = (dates.start, dates.end)
            && last.last_day() < start.first_day()
        {
            self.fault(end, FormProblem::EndBeforeStart { start });
        }
        dates
    }

    /// A link that may be left out.
    pub fn link(&mut self) -> Option<Link> {
        let text = self.text(Field::Link)?;
        Link::new(&text).map_err(|_| self.fault(Field::Link, FormProblem::NotALink { text: shortened(&text) })).ok()
    }

    /// A number that may be left out; 0 is one.
    pub fn some_count(&mut self, field: Field) -> Option<u32> {
        let typed = self.text(field)?;
        let text = || shortened(&typed);
        match count(&typed) {
            Ok(count) => Some(count),
            Err(CountError::Comma { meant }) => self.wrong(field, Problem::CommaInCount { text: text(), meant }),
            Err(CountError::TooLarge) => self.wrong(field, Problem::CountTooLarge { text: text(), limit: MAX_COUNT }),
            Err(_) => self.wrong(field, FormProblem::NotANumber { text: text() }),
        }
    }

    /// A target that may be left out: a share where "%" stands behind it, a number of contracts, or "-" where the
    /// operator decides.
    pub fn target(&mut self, field: Field) -> Option<Target> {
        let typed = self.text(field)?;
        let is_percentage = without_percent(&typed).len() < typed.len();
        let read = if is_percentage { percentage(&typed) } else { number(&typed) };
        match read {
            Ok(Value::Percent(Amount::Exact(share))) => Some(Target::Share(share)),
            Ok(Value::Contracts(Amount::Exact(count))) if count > 0 => Some(Target::Count(count)),
            Ok(Value::NotReported) => Some(Target::OperatorDecision),
            _ => self.wrong(field, FormProblem::NotATarget { text: shortened(&typed) }),
        }
    }

    /// Areas by their names, parted by commas; a campaign's name stands for all of its areas. Nothing is the whole
    /// town.
    pub fn areas(&mut self, rollout: &Rollout) -> Option<Vec<AreaId>> {
        let Some(typed) = self.text(Field::Areas) else {
            return (!self.faults.iter().any(|(of, _)| *of == Field::Areas)).then(Vec::new);
        };
        let mut areas: Vec<AreaId> = Vec::new();
        for text in typed.split([',', ';', '\n']).map(str::trim).filter(|text| !text.is_empty()) {
            let key = name::key(text);
            let area = rollout.areas.iter().find(|area| area.parent.is_some() && name::key(&area.name) == key);
            let campaign = rollout.campaigns.iter().find(|campaign| name::key(&campaign.name) == key);
            match (area, campaign) {
                (Some(area), _) => areas.push(area.id),
                (None, Some(campaign)) => areas.extend(&campaign.areas),
                (None, None) => return self.wrong(Field::Areas, FormProblem::NoSuchArea { text: shortened(text) }),
            }
        }
        let mut seen = BTreeSet::new();
        areas.retain(|area| seen.insert(*area));
        Some(areas)
    }

    /// How many households (companies …): at least one.
    pub fn count(&mut self, field: Field) -> Option<u32> {
        let typed = self.needed(field)?;
        let text = || shortened(&typed);
        match count(&typed) {
            Ok(0) => self.wrong(field, FormProblem::NoBase),
            Ok(count) => Some(count),
            Err(CountError::Comma { meant }) => self.wrong(field, Problem::CommaInCount { text: text(), meant }),
            Err(CountError::TooLarge) => self.wrong(field, Problem::CountTooLarge { text: text(), limit: MAX_COUNT }),
            Err(_) => self.wrong(field, FormProblem::NotANumber { text: text() }),
        }
    }

    /// Contracts, a percentage where its sign stands behind it, or that none was reported.
    pub fn value(&mut self, field: Field) -> Option<Value> {
        let typed = self.needed(field)?;
        let is_percentage = without_percent(&typed).len() < typed.len();
        let read = if is_percentage { percentage(&typed) } else { number(&typed) };
        self.taken(field, read)
    }
}

fn percentage(typed: &str) -> Result<Value, Problem> {
    let said = quote(typed).map_err(|problem| in_a_form(problem, typed))?;
    Ok(said.map_or(Value::NotReported, |quote| Value::Percent(quote.amount)))
}

fn number(typed: &str) -> Result<Value, Problem> {
    let said = contracts(typed).map_err(|problem| in_a_form(problem, typed))?;
    Ok(said.map_or(Value::NotReported, Value::Contracts))
}

/// A table has columns for counts and for quotes, a form has one field for both.
fn in_a_form(problem: Problem, typed: &str) -> Problem {
    match problem {
        Problem::NotACount { .. }
        | Problem::NotWhole { .. }
        | Problem::PercentInCount { .. }
        | Problem::NotAPercent { .. }
        | Problem::UnclearPercent { .. } => FormProblem::NotAValue { text: shortened(typed) }.into(),
        other => other,
    }
}
