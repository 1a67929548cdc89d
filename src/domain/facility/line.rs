//! The line of a facility: what comes in, how much of it, from whom, measured when.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::domain::source::Source;

/// A bandwidth, in kbit/s: fractions of a Mbit/s occur on old lines, floats do not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Speed(u32);

impl Speed {
    /// 1 Gbit/s, counted as its sellers count it: 1.000 Mbit/s.
    pub const GIGABIT: Self = Self(1_000_000);

    /// So many Mbit/s; more than 4.294.967 are cut there.
    pub const fn from_mbits(mbits: u32) -> Self {
        Self(mbits.saturating_mul(1_000))
    }

    /// So many kbit/s.
    pub const fn from_kbits(kbits: u32) -> Self {
        Self(kbits)
    }

    /// In kbit/s.
    pub const fn kbits(self) -> u32 {
        self.0
    }

    /// What is missing to reach `wanted`; nothing when it is reached.
    #[must_use]
    pub const fn missing_to(self, wanted: Self) -> Self {
        Self(wanted.0.saturating_sub(self.0))
    }
}

/// By which technology a line arrives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Technology {
    /// Glasfaser bis ins Gebäude.
    Fibre,
    /// TV-Kabel.
    Cable,
    /// VDSL.
    Vdsl,
    /// ADSL, SDSL and other DSL on copper.
    Dsl,
    /// LTE, 5G.
    Mobile,
    /// Richtfunk.
    Radio,
    /// Satellit.
    Satellite,
    /// Something else; the source says what.
    Other,
}

impl Technology {
    /// All of them, fastest first.
    pub const ALL: [Self; 8] =
        [Self::Fibre, Self::Cable, Self::Vdsl, Self::Dsl, Self::Mobile, Self::Radio, Self::Satellite, Self::Other];
}

/// One line as it was measured or stated. Newer records replace older ones; what is not known is not there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// How it arrives.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub technology: Option<Technology>,
    /// Downstream.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub down: Option<Speed>,
    /// Upstream.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub up: Option<Speed>,
    /// From whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provider: Option<String>,
    /// The day of the measurement; nothing where a contract or a tariff says so and nobody measured.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measured_on: Option<Date>,
    /// Who says so.
    pub source: Source,
}

impl Line {
    /// Whether somebody measured it.
    pub fn is_measured(&self) -> bool {
        self.measured_on.is_some() && self.down.is_some()
    }

    /// Whether it says anything at all.
    pub fn says_something(&self) -> bool {
        self.technology.is_some() || self.down.is_some() || self.up.is_some() || self.provider.is_some()
    }
}
