//! Agreements (Vereinbarungen) with an operator. None of them is a promise to build.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    calendar::days_until,
    ids::{AgreementId, AreaId, OperatorId},
    link::Link,
    source::Source,
    when::When,
    withdrawal::Withdrawn,
};

/// An agreement's end and a deadline of an application are named so many days ahead. A setting of the product.
pub const ENDS_SOON_DAYS: i32 = 60;

/// What kind of agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AgreementKind {
    /// Wegenutzung: public ways may be used.
    RightOfWay,
    /// Absichtserklärung.
    LetterOfIntent,
    /// Kooperation.
    Cooperation,
    /// Lieferung.
    Supply,
}

/// One agreement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement {
    /// Its number.
    #[serde(default)]
    pub id: AgreementId,
    /// What it is.
    pub kind: AgreementKind,
    /// With whom.
    pub partner: OperatorId,
    /// For which areas; for all when empty.
    #[serde(default)]
    pub areas: Vec<AreaId>,
    /// Signed when.
    pub signed: When,
    /// In force from, where that is not the day of the signature.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effective_from: Option<When>,
    /// The last day on which it is in force, where it ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends_on: Option<Date>,
    /// Since when it could be known.
    pub known_on: Date,
    /// Under which conditions, in a reader's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conditions: Option<String>,
    /// What it says, in a reader's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Where it can be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<Link>,
    /// Who says so.
    pub source: Source,
    /// Since when and why it was taken back; derived from what was recorded later.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<Withdrawn>,
}

/// Where an agreement stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Validity {
    /// It was taken back.
    Withdrawn,
    /// It is signed and takes effect later.
    Ahead,
    /// It is in force and names no end.
    Open,
    /// It is in force for so many days more; 0 on the last one.
    Ends(u32),
    /// It has ended.
    Over,
}

impl Agreement {
    /// Whether it covers this area.
    pub fn covers(&self, area: AreaId) -> bool {
        self.areas.is_empty() || self.areas.contains(&area)
    }

    /// Where it stands on this day. It runs to the end of its last day.
    pub fn validity(&self, today: Date) -> Validity {
        if self.withdrawn.as_ref().is_some_and(|withdrawn| withdrawn.from <= today) {
            return Validity::Withdrawn;
        }
        match self.ends_on.map(|day| days_until(today, day)) {
            Some(days) if days < 0 => Validity::Over,
            _ if self.effective_from.is_some_and(|when| when.first_day() > today) => Validity::Ahead,
            Some(days) => Validity::Ends(days.unsigned_abs()),
            None => Validity::Open,
        }
    }

    /// Whether its end is to be looked after: it comes within `within` days and nobody has taken the agreement back.
    ///
    /// Worked example: signed on 2 January and in force until 31 December 2024, it is due from 1 November on (60 days).
    pub fn ends_within(&self, today: Date, within: i32) -> bool {
        let soon = self.ends_on.is_some_and(|day| (0..=within).contains(&days_until(today, day)));
        soon && self.validity(today) != Validity::Withdrawn
    }
}
