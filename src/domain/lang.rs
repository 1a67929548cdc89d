//! The languages of the public pages. The workspace is German.

use serde::{Deserialize, Serialize};

/// A language that the public pages speak. It stands in the address, nowhere else.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
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
