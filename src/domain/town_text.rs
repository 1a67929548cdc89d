//! Texts that a town sets itself: imprint, privacy, accessibility … They are facts about the town (docs/decisions/012), in
//! Markdown. Where a town has set none, the program's own text stands, or that there is none yet.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{fact::Says, lang::Lang, link::LONGEST_LINK, rollout::Rollout, subject::Subject};

/// So many characters a text may have.
pub const LONGEST_TOWN_TEXT: usize = 12_000;

/// Which text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TextKind {
    /// Impressum: who answers for these pages.
    Imprint,
    /// Verantwortliche Stelle: who answers for personal data.
    Controller,
    /// Datenschutz: what is stored.
    Privacy,
    /// Erklärung zur Barrierefreiheit.
    Accessibility,
    /// How to reach the town about barriers.
    Contact,
    /// What the pages show, in Leichte Sprache. German alone.
    PlainLanguage,
    /// Where the data come from and how is computed: what stands above the lists that the program makes.
    Sources,
    /// The address of a video in sign language. German Sign Language alone.
    SignVideo,
    /// To whom a hole in the program's security is reported.
    Security,
}

impl TextKind {
    /// All texts, in the order in which they are listed.
    pub const ALL: [Self; 9] = [
        Self::Imprint,
        Self::Controller,
        Self::Privacy,
        Self::Accessibility,
        Self::Contact,
        Self::PlainLanguage,
        Self::Sources,
        Self::SignVideo,
        Self::Security,
    ];

    /// The languages that it is there in.
    pub const fn languages(self) -> &'static [Lang] {
        match self {
            Self::PlainLanguage | Self::SignVideo | Self::Security => &[Lang::De],
            _ => &Lang::ALL,
        }
    }

    /// Whether it is one address, not a text.
    pub const fn is_address(self) -> bool {
        matches!(self, Self::SignVideo | Self::Security)
    }

    /// Whether no program can know it: who answers for something. In the place of one that is missing in a language stands
    /// the German one, not that there is none.
    pub const fn is_the_towns_alone(self) -> bool {
        matches!(self, Self::Imprint | Self::Controller | Self::Contact)
    }

    /// Whether the pages may not stay without it.
    pub const fn is_needed(self) -> bool {
        matches!(self, Self::Imprint | Self::Controller)
    }
}

/// A text of the town, from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Unread", into = "Unread")]
pub struct TownText {
    kind: TextKind,
    lang: Lang,
    text: Option<String>,
}

/// As it is stored.
#[derive(Clone, Serialize, Deserialize)]
struct Unread {
    kind: TextKind,
    lang: Lang,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    text: Option<String>,
}

/// Why something is no text of the town.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum TownTextError {
    /// This text is not there in this language.
    #[error("there is no such text in this language")]
    Language,
    /// So many characters are too many.
    #[error("{0} characters are too many")]
    TooLong(usize),
    /// Not the address of a video on this host or by https.
    #[error("no address of a video: {0:?}")]
    NotAVideo(String),
    /// Neither a mail address nor one by https.
    #[error("no address to report to: {0:?}")]
    NotAContact(String),
}

impl TownText {
    /// A text; an empty one takes back what was set.
    ///
    /// ```
    /// use faserstand_lib::domain::{lang::Lang, town_text::{TextKind, TownText}};
    /// assert!(TownText::new(TextKind::Imprint, Lang::Fr, "Stadt Musterstadt").is_ok());
    /// assert!(TownText::new(TextKind::PlainLanguage, Lang::Fr, "Hallo").is_err());
    /// assert!(TownText::new(TextKind::SignVideo, Lang::De, "/medien/gebaerden.mp4").is_ok());
    /// assert!(TownText::new(TextKind::SignVideo, Lang::De, "//example.org/a.mp4").is_err());
    /// assert!(TownText::new(TextKind::Security, Lang::De, "mailto:it@example.org").is_ok());
    /// ```
    ///
    /// # Errors
    /// When it is too long, not there in this language, or not the address that it should be.
    pub fn new(kind: TextKind, lang: Lang, text: &str) -> Result<Self, TownTextError> {
        let text = text.trim();
        if !kind.languages().contains(&lang) {
            return Err(TownTextError::Language);
        }
        let length = text.chars().count();
        if length > LONGEST_TOWN_TEXT {
            return Err(TownTextError::TooLong(length));
        }
        let own = || is_own_path(text);
        match kind {
            _ if text.is_empty() => {}
            TextKind::SignVideo if !own() && !is_web(text) => return Err(TownTextError::NotAVideo(text.to_owned())),
            TextKind::Security if !is_mail(text) && !is_web(text) => {
                return Err(TownTextError::NotAContact(text.to_owned()));
            }
            _ => {}
        }
        Ok(Self { kind, lang, text: (!text.is_empty()).then(|| text.to_owned()) })
    }

    /// Which text.
    pub const fn kind(&self) -> TextKind {
        self.kind
    }

    /// In which language.
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// What it says; nothing where what was set is taken back.
    pub fn text(&self) -> Option<&str> {
        self.text.as_deref()
    }
}

impl TryFrom<Unread> for TownText {
    type Error = TownTextError;
    fn try_from(Unread { kind, lang, text }: Unread) -> Result<Self, TownTextError> {
        Self::new(kind, lang, &text.unwrap_or_default())
    }
}

impl From<TownText> for Unread {
    fn from(TownText { kind, lang, text }: TownText) -> Self {
        Self { kind, lang, text }
    }
}

/// Whether a link in a text of the town may lead there: to the web, to a mail address, to a page of this host.
///
/// ```
/// use faserstand_lib::domain::town_text::is_allowed_link;
/// assert!(is_allowed_link("https://example.org/a") && is_allowed_link("mailto:rathaus@example.org") && is_allowed_link("/hinweis"));
/// assert!(!is_allowed_link("javascript:alert(1)") && !is_allowed_link("//example.org") && !is_allowed_link("data:text/html,x"));
/// ```
pub fn is_allowed_link(address: &str) -> bool {
    let leads_here = address.strip_prefix('#').is_some_and(is_plain);
    is_web(address) || is_mail(address) || is_own_path(address) || leads_here
}

/// By http or https, in this spelling: what a browser would read out of another one is not looked for.
fn is_web(address: &str) -> bool {
    let host = ["https://", "http://"].iter().find_map(|scheme| address.strip_prefix(scheme));
    host.is_some_and(|host| !host.is_empty() && !host.starts_with('/') && is_plain(host))
}

fn is_mail(address: &str) -> bool {
    let mail = address.strip_prefix("mailto:").and_then(|mail| mail.split_once('@'));
    mail.is_some_and(|(who, host)| !who.is_empty() && !host.is_empty() && is_plain(who) && is_plain(host))
}

/// A path on this host. Two slashes, or a backslash in their place, would lead to another one.
fn is_own_path(address: &str) -> bool {
    address.strip_prefix('/').is_some_and(|rest| !rest.starts_with('/') && is_plain(rest))
}

fn is_plain(address: &str) -> bool {
    let plain = |letter: char| !letter.is_whitespace() && !letter.is_control() && !"\"'<>\\`".contains(letter);
    address.len() <= LONGEST_LINK && address.chars().all(plain)
}

impl Rollout {
    /// What the town itself says in this language.
    pub fn own_text(&self, kind: TextKind, lang: Lang) -> Option<&str> {
        let mut texts = self.said_of(&Subject::Town).filter_map(|says| match says {
            Says::TownText(text) if (text.kind, text.lang) == (kind, lang) => Some(text),
            _ => None,
        });
        texts.next_back()?.text()
    }

    /// What the town itself says, and in which language: where it is the town's alone, the German text stands in for one
    /// that is missing in another language.
    pub fn towns_text(&self, kind: TextKind, lang: Lang) -> Option<(&str, Lang)> {
        let own = self.own_text(kind, lang).map(|text| (text, lang));
        let german = || self.own_text(kind, Lang::De).filter(|_| kind.is_the_towns_alone());
        own.or_else(|| german().map(|text| (text, Lang::De)))
    }

    /// The texts without which the pages may not stay, and which nobody has set.
    pub fn missing_texts(&self) -> Vec<TextKind> {
        let missing = |kind: &TextKind| kind.is_needed() && self.own_text(*kind, Lang::De).is_none();
        TextKind::ALL.into_iter().filter(missing).collect()
    }
}
