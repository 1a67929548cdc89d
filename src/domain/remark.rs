//! A citizen's remark (Hinweis): "Stimmt das nicht?" Somebody says that a published figure is wrong, and may leave a way to
//! answer them. How to reach them is deleted after a while: 30 days after the answer, and at the latest six months after it
//! came. Both are settings of the product, chosen as short as answering allows (GDPR, article 5 (1) (e)).

use std::{fmt, str::FromStr};

use jiff::{Timestamp, ToSpan, civil::Date};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{area::Slug, calendar::berlin_day, facility::inventory::Facility, rollout::Rollout, subject::Subject};

/// So many characters a remark may have.
pub const LONGEST_TEXT: usize = 2_000;
/// So many characters a contact may have.
pub const LONGEST_CONTACT: usize = 200;
/// So many days after the answer the contact is deleted.
pub const CONTACT_DAYS: i32 = 30;
/// So many months after it came the contact is deleted, answered or not.
pub const CONTACT_MONTHS: i32 = 6;
/// No page's name is longer.
const LONGEST_PLACE: usize = 120;
/// Within so many days a remark should be answered. A setting of the product.
pub const ANSWER_DAYS: i32 = 14;

/// What a remark is about: a public page.
///
/// ```
/// use faserstand_lib::domain::remark::Place;
/// let place: Place = "gebiete/griesheim".parse().expect("a place");
/// assert_eq!((place.to_string(), place.address()), ("gebiete/griesheim".to_owned(), "/gebiet/griesheim".to_owned()));
/// assert!("gebiete/../etc".parse::<Place>().is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// The part of the site.
    pub part: Part,
    /// Which of its things, if it is about one.
    pub slug: Option<Slug>,
}

/// A part of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// The start page: the town as a whole.
    Town,
    /// An area's page.
    Area,
    /// The facilities.
    Facilities,
    /// The funding applications.
    Funding,
    /// The timeline of the whole rollout.
    Timeline,
}

/// Their words in addresses.
const PARTS: [(Part, &str, &str); 5] = [
    (Part::Town, "stadt", "/"),
    (Part::Area, "gebiete", "/gebiet"),
    (Part::Facilities, "einrichtungen", "/einrichtungen"),
    (Part::Funding, "foerderung", "/foerderung"),
    (Part::Timeline, "verlauf", "/verlauf"),
];

/// A text that names no page.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("no page is called {0:?}")]
pub struct UnknownPlace(pub String);

impl Place {
    /// The start page.
    pub const TOWN: Self = Self { part: Part::Town, slug: None };

    /// An area's page.
    pub const fn area(slug: Slug) -> Self {
        Self { part: Part::Area, slug: Some(slug) }
    }

    /// The area, if it is an area's page.
    pub fn area_slug(&self) -> Option<&str> {
        self.slug.as_ref().filter(|_| self.part == Part::Area).map(Slug::as_str)
    }

    /// The word of the page that it is about, without what lies on that page.
    pub fn page(&self) -> &'static str {
        PARTS.iter().find(|(part, ..)| *part == self.part).map_or("", |(_, word, _)| word)
    }

    /// Whether what it is about is known.
    pub fn is_known(&self, rollout: &Rollout) -> bool {
        let Some(slug) = &self.slug else { return true };
        let subject = match self.part {
            Part::Area => Subject::Area(slug.clone()),
            Part::Facilities => {
                let public = |facility: Facility| facility.details.kind.is_public() && facility.details.in_use();
                return rollout.facility(slug.as_str()).is_some_and(public);
            }
            Part::Funding => Subject::Application(slug.clone()),
            Part::Town | Part::Timeline => return false,
        };
        rollout.knows(&subject)
    }

    /// Where that page is. What lies on a page about several has the address of that page.
    pub fn address(&self) -> String {
        let page = PARTS.iter().find(|(part, ..)| *part == self.part).map_or("/", |(_, _, page)| page);
        match &self.slug {
            Some(slug) if self.part == Part::Area => format!("{page}/{slug}"),
            _ => page.to_owned(),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.slug {
            Some(slug) => write!(f, "{}/{slug}", self.page()),
            None => f.write_str(self.page()),
        }
    }
}

impl FromStr for Place {
    type Err = UnknownPlace;
    fn from_str(text: &str) -> Result<Self, UnknownPlace> {
        let unknown = || UnknownPlace(text.to_owned());
        // What is longer is no address of ours.
        if text.len() > LONGEST_PLACE {
            return Err(unknown());
        }
        let (word, slug) = text.split_once('/').map_or((text, None), |(word, slug)| (word, Some(slug)));
        let part = PARTS.iter().find(|(_, known, _)| *known == word).map(|(part, ..)| *part).ok_or_else(unknown)?;
        let slug = slug.map(|slug| Slug::try_from(slug.to_owned())).transpose().map_err(|_| unknown())?;
        match (part, &slug) {
            (Part::Area, None) | (Part::Town | Part::Timeline, Some(_)) => Err(unknown()),
            _ => Ok(Self { part, slug }),
        }
    }
}

/// The name of a remark: five letters and digits without those that look alike. It tells neither how many there are nor
/// when it came.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Reference(String);

/// A text that is no reference.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{0:?} is no reference of a remark")]
pub struct NoReference(pub String);

impl Reference {
    /// What it is made of.
    const LETTERS: &[u8; 32] = b"23456789abcdefghjkmnpqrstuvwxyz+";
    const LENGTH: usize = 5;

    /// A reference by chance: the first five of these bytes that stand for a letter; none where too few do.
    pub fn of_chance(bytes: &[u8]) -> Option<Self> {
        let letters = bytes.iter().filter_map(|byte| Self::LETTERS.get(usize::from(byte % 32)).copied());
        let text: String = letters.filter(|letter| *letter != b'+').take(Self::LENGTH).map(char::from).collect();
        text.try_into().ok()
    }

    /// The text, as it stands in addresses.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Reference {
    type Error = NoReference;
    fn try_from(text: String) -> Result<Self, NoReference> {
        let known = |byte: u8| byte != b'+' && Self::LETTERS.contains(&byte);
        if text.len() == Self::LENGTH && text.bytes().all(known) { Ok(Self(text)) } else { Err(NoReference(text)) }
    }
}

impl From<Reference> for String {
    fn from(reference: Reference) -> Self {
        reference.0
    }
}

impl FromStr for Reference {
    type Err = NoReference;
    fn from_str(text: &str) -> Result<Self, NoReference> {
        text.to_owned().try_into()
    }
}

impl fmt::Display for Reference {
    /// As people read it to each other: "7K3M9".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.to_ascii_uppercase())
    }
}

/// What somebody sends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewRemark {
    place: Place,
    text: String,
    contact: Option<String>,
    notice: String,
}

/// What is wrong with a remark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RemarkFault {
    /// It says nothing.
    TextMissing,
    /// It has more than [`LONGEST_TEXT`] characters: so many.
    TextTooLong(usize),
    /// There are characters in it that nobody can type.
    TextUnreadable,
    /// The contact has more than [`LONGEST_CONTACT`] characters: so many.
    ContactTooLong(usize),
    /// The contact has several lines, or characters that nobody can type.
    ContactUnreadable,
}

impl RemarkFault {
    /// Whether it is about the contact, and not about the text.
    pub const fn is_of_contact(self) -> bool {
        matches!(self, Self::ContactTooLong(_) | Self::ContactUnreadable)
    }
}

impl NewRemark {
    /// Checks what was typed. Line breaks are counted as one character, however they were sent; blanks around it are not
    /// part of it. `notice` is the version of the privacy notice (Datenschutzhinweis) that stood beside the form.
    ///
    /// # Errors
    /// Everything that is wrong.
    pub fn new(place: Place, text: &str, contact: &str, notice: &str) -> Result<Self, Vec<RemarkFault>> {
        let text = text.replace("\r\n", "\n").trim().to_owned();
        let contact = contact.trim();
        let mut faults = Vec::new();
        match text.chars().count() {
            0 => faults.push(RemarkFault::TextMissing),
            length if length > LONGEST_TEXT => faults.push(RemarkFault::TextTooLong(length)),
            _ => {}
        }
        if text.chars().any(|letter| letter.is_control() && !matches!(letter, '\n' | '\t')) {
            faults.push(RemarkFault::TextUnreadable);
        }
        match contact.chars().count() {
            length if length > LONGEST_CONTACT => faults.push(RemarkFault::ContactTooLong(length)),
            _ if contact.chars().any(char::is_control) => faults.push(RemarkFault::ContactUnreadable),
            _ => {}
        }
        let contact = Some(contact.to_owned()).filter(|contact| !contact.is_empty());
        if faults.is_empty() { Ok(Self { place, text, contact, notice: notice.to_owned() }) } else { Err(faults) }
    }

    /// What it is about.
    pub const fn place(&self) -> &Place {
        &self.place
    }

    /// What it says.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How to reach who sent it, where they said so.
    pub fn contact(&self) -> Option<&str> {
        self.contact.as_deref()
    }

    /// The version of the privacy notice.
    pub fn notice(&self) -> &str {
        &self.notice
    }

    /// Whether a stored remark is this one.
    pub fn says_the_same(&self, stored: &Remark) -> bool {
        (&self.place, &self.text) == (&stored.place, &stored.text)
    }
}

/// A remark as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// Its name.
    pub reference: Reference,
    /// When it came.
    pub received_at: Timestamp,
    /// What it is about.
    pub place: Place,
    /// What it says.
    pub text: String,
    /// How to reach who sent it; nothing where they did not say, or it was deleted.
    pub contact: Option<String>,
    /// On which day that was deleted.
    pub contact_deleted_on: Option<Date>,
    /// The version of the privacy notice that stood beside the form.
    pub notice: String,
    /// What was done about it.
    pub answer: Option<RemarkAnswer>,
}

/// What was done about a remark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemarkAnswer {
    /// When.
    pub at: Timestamp,
    /// Who says so.
    pub by: String,
    /// What.
    pub text: String,
}

impl Remark {
    /// The day from whose beginning on its contact is no longer kept, see [`contact_ends`].
    pub fn contact_ends(&self) -> Date {
        contact_ends(self.received_at, self.answer.as_ref().map(|answer| answer.at))
    }
}

/// The Berlin day from whose beginning on a contact is no longer kept.
///
/// Worked example: a remark of 10 November 2023 that is answered on 13 November loses its contact on 13 December; without
/// an answer on 10 May 2024. One that is answered on 2 May 2024 loses it on 10 May as well.
pub fn contact_ends(received: Timestamp, answered: Option<Timestamp>) -> Date {
    let latest = berlin_day(received).saturating_add(CONTACT_MONTHS.months());
    answered.map_or(latest, |at| berlin_day(at).saturating_add(CONTACT_DAYS.days()).min(latest))
}

/// What waits for an answer at the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// So many remarks.
    pub remarks: u32,
    /// So many days ago the oldest of them came.
    pub oldest_days: i32,
}
