//! What a school needs, what the city aims at, and how a line compares.
//!
//! Need: 30 Mbit/s for each class and as much for the administration (the threshold of the federal broadband funding: guide to
//! it, version 6 of 17 July 2017, number 4.5).
//! Target: 1 Gbit/s in both directions (the city's own aim for every facility).

use super::line::{Line, Speed};

/// What one class needs, and the administration too.
pub const PER_CLASS: Speed = Speed::from_mbits(30);

/// What the city aims at, in each direction.
pub const TARGET: Speed = Speed::GIGABIT;

/// The need of a school with so many classes: 30 Mbit/s × (classes + 1).
///
/// ```
/// use faserstand_lib::domain::facility::{line::Speed, need::need};
/// assert_eq!(need(30), Speed::from_mbits(930));
/// assert_eq!(need(0), Speed::from_mbits(30)); // the administration alone
/// ```
pub const fn need(classes: u16) -> Speed {
    Speed::from_kbits(PER_CLASS.kbits().saturating_mul(classes as u32 + 1))
}

/// How far a line suffices, from worst to best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sufficiency {
    /// Less than the need, be it a gigabit: a school with 33 classes needs 1.020 Mbit/s.
    BelowNeed,
    /// The need is met, a gigabit is not reached.
    MeetsNeed,
    /// A gigabit downstream.
    Gigabit,
    /// A gigabit in both directions: the city's target.
    SymmetricGigabit,
}

/// Why nothing can be said of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unjudged {
    /// No line is recorded.
    NoLine,
    /// The line is recorded without its downstream.
    NoSpeed,
    /// It is a school, and nobody says how many classes it has.
    NoClasses,
    /// It is no school: no need is defined, and a gigabit is not reached.
    NoNeed,
}

/// What a facility needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Need {
    /// A school with its number of classes.
    Known(Speed),
    /// A school whose number of classes is not known.
    NoClasses,
    /// No school: no need is defined.
    Undefined,
}

impl Need {
    /// The bandwidth, where known.
    pub const fn speed(self) -> Option<Speed> {
        match self {
            Self::Known(speed) => Some(speed),
            Self::NoClasses | Self::Undefined => None,
        }
    }
}

/// How far a line suffices for a need. Only downstream is compared with the need; the target counts both directions.
///
/// # Errors
/// Why nothing can be said.
pub fn sufficiency(need: Need, line: Option<&Line>) -> Result<Sufficiency, Unjudged> {
    let line = line.ok_or(Unjudged::NoLine)?;
    let down = line.down.ok_or(Unjudged::NoSpeed)?;
    if need == Need::NoClasses {
        return Err(Unjudged::NoClasses);
    }
    if need.speed().is_some_and(|need| down < need) {
        return Ok(Sufficiency::BelowNeed);
    }
    match (down >= TARGET, line.up.is_some_and(|up| up >= TARGET)) {
        (true, true) => Ok(Sufficiency::SymmetricGigabit),
        (true, false) => Ok(Sufficiency::Gigabit),
        (false, _) if need == Need::Undefined => Err(Unjudged::NoNeed),
        (false, _) => Ok(Sufficiency::MeetsNeed),
    }
}

/// What a line has beyond a school's need, in kbit/s; below 0 is what is missing. Nothing where either is unknown.
pub fn balance_kbits(need: Need, line: Option<&Line>) -> Option<i64> {
    let down = line?.down?;
    Some(i64::from(down.kbits()) - i64::from(need.speed()?.kbits()))
}

/// What is missing to the city's target, downstream and upstream, each where known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct ToTarget {
    /// Downstream.
    pub down: Option<Speed>,
    /// Upstream.
    pub up: Option<Speed>,
}

impl ToTarget {
    /// What is missing of this line.
    pub fn of(line: Option<&Line>) -> Self {
        let missing = |speed: Option<Speed>| speed.map(|speed| speed.missing_to(TARGET));
        Self { down: missing(line.and_then(|line| line.down)), up: missing(line.and_then(|line| line.up)) }
    }

    /// Whether the target is reached for certain.
    pub fn is_reached(self) -> bool {
        let nothing = |missing: Option<Speed>| missing == Some(Speed::from_kbits(0));
        nothing(self.down) && nothing(self.up)
    }
}
