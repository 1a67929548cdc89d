//! The languages of the public pages. The workspace is German.
//!
//! A sentence is one function, and within it one arm per language: who adds a language is shown by the compiler every
//! sentence that is still to be written.

use serde::{Deserialize, Serialize};

/// A language that the public pages speak. It stands in the address, nowhere else.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// German, the language of the records and of the addresses without a prefix.
    #[default]
    De,
    /// English, below `/en/`.
    En,
    /// French, below `/fr/`.
    Fr,
}

impl Lang {
    /// All languages, the one without a prefix first.
    pub const ALL: [Self; 3] = [Self::De, Self::En, Self::Fr];

    /// Its tag in HTML: "de".
    pub const fn tag(self) -> &'static str {
        match self {
            Self::De => "de",
            Self::En => "en",
            Self::Fr => "fr",
        }
    }

    /// Whether it is the language of the records.
    pub const fn is_german(&self) -> bool {
        matches!(self, Self::De)
    }

    /// A word in German, English or French.
    #[inline]
    pub const fn pick<T: Copy>(self, de: T, en: T, fr: T) -> T {
        match self {
            Self::De => de,
            Self::En => en,
            Self::Fr => fr,
        }
    }

    /// Whether a noun after this number is in the singular: after 1, in French after 0 as well.
    #[inline]
    pub const fn is_singular(self, number: u32) -> bool {
        match self {
            Self::De | Self::En => number == 1,
            Self::Fr => number < 2,
        }
    }

    /// What its addresses begin with: "", "/en", "/fr".
    pub const fn prefix(self) -> &'static str {
        match self {
            Self::De => "",
            Self::En => "/en",
            Self::Fr => "/fr",
        }
    }

    /// An address of a public page in this language: "/gebiet/griesheim" is "/en/gebiet/griesheim", "/" is "/en/".
    pub fn address(self, german: &str) -> String {
        format!("{}{german}", self.prefix())
    }

    /// The language of an address and the same address in German: "/en/" is English and "/".
    pub fn of_address(address: &str) -> (Self, &str) {
        let other =
            |lang: Self| Some((lang, address.strip_prefix(lang.prefix())?)).filter(|(_, rest)| rest.starts_with('/'));
        [Self::En, Self::Fr].into_iter().find_map(other).unwrap_or((Self::De, address))
    }
}
