//! Links to documents that lie elsewhere.

use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The longest address that is stored.
const LONGEST: usize = 2_000;

/// An address that begins with `https://`: nothing that a browser would run as a program, and nothing unencrypted.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Link(String);

/// A text that is no such address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("a link begins with https:// and has a host")]
pub struct LinkError;

impl Link {
    /// The link of a text, without white space around it.
    ///
    /// ```
    /// use faserstand_lib::domain::link::Link;
    /// assert!(Link::new("https://www.offenburg.de/bescheid.pdf").is_ok());
    /// assert!(Link::new("javascript:alert(1)").is_err());
    /// ```
    ///
    /// # Errors
    /// Another scheme, no host, a name and password before the host, spaces, more than 2000 characters.
    pub fn new(text: &str) -> Result<Self, LinkError> {
        let text = text.trim();
        let (scheme, rest) = text.split_at_checked(8).ok_or(LinkError)?;
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let name = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | ':');
        let has_host = host.starts_with(char::is_alphanumeric) && host.chars().all(name);
        let odd = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '\\' | '`');
        let right = scheme.eq_ignore_ascii_case("https://") && has_host && !text.contains(odd);
        if right && text.len() <= LONGEST { Ok(Self(text.to_owned())) } else { Err(LinkError) }
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

impl fmt::Display for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
