//! Links to where a record can be read in full. A reader follows them, so only `https` ones are taken.

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The longest link that is taken, in bytes.
pub const LONGEST_LINK: usize = 500;

const SCHEME: &str = "https://";

/// A link: `https://`, a host, and no character that would end it early.
///
/// ```
/// use faserstand_lib::domain::link::Link;
/// assert!(Link::new("https://www.offenburg.de/beschluss").is_ok());
/// assert!(Link::new("http://www.offenburg.de").is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Link(String);

/// A text that is no such link.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("a link begins with https://, names a host and has no spaces or quotes: {0:?}")]
pub struct LinkError(pub String);

impl Link {
    /// A link.
    ///
    /// # Errors
    /// Another scheme, no host with a dot in it, a space, a quote or an angle bracket, or more than [`LONGEST_LINK`].
    pub fn new(text: &str) -> Result<Self, LinkError> {
        let wrong = || LinkError(text.chars().take(LONGEST_LINK).collect());
        let rest = text.strip_prefix(SCHEME).ok_or_else(wrong)?;
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let named = host.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b':'));
        let dotted = host.split('.').count() >= 2 && host.split('.').all(|part| !part.is_empty());
        let plain = |letter: char| !letter.is_whitespace() && !letter.is_control() && !"\"'<>\\".contains(letter);
        if named && dotted && text.len() <= LONGEST_LINK && rest.chars().all(plain) {
            Ok(Self(text.to_owned()))
        } else {
            Err(wrong())
        }
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Link {
    type Error = LinkError;
    fn try_from(text: String) -> Result<Self, LinkError> {
        Self::new(&text)
    }
}

impl From<Link> for String {
    fn from(link: Link) -> Self {
        link.0
    }
}
