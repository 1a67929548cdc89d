//! A session: someone has signed in, until they do nothing for too long or the working day is over.

use jiff::{SignedDuration, Timestamp};

use super::account::{Person, SignedIn};

/// After so long without a request the session is over.
pub const IDLE: SignedDuration = SignedDuration::from_mins(60);
/// So long after signing in it is over in any case.
pub const ABSOLUTE: SignedDuration = SignedDuration::from_hours(12);
/// How exactly the last request is noted: a busy session is written once in this time.
pub const NOTED_EVERY: SignedDuration = SignedDuration::from_mins(1);

/// Under which a session is stored: the SHA-256 of its token. It opens nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SessionKey(pub [u8; 32]);

/// Someone who is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Under which it is stored.
    pub key: SessionKey,
    /// Who.
    pub person: Person,
    /// Since when.
    pub started_at: Timestamp,
    /// Their last request, to [`NOTED_EVERY`].
    pub last_seen_at: Timestamp,
    /// The newest change that the person had seen when they signed in; 0 for none.
    pub since_change: i64,
    /// When they had seen it.
    pub since_at: Option<Timestamp>,
}

fn after(start: Timestamp, length: SignedDuration) -> Timestamp {
    start.saturating_add(length).unwrap_or(Timestamp::MAX)
}

impl Session {
    /// When it ends if nothing more is asked.
    pub fn ends_at(&self) -> Timestamp {
        after(self.last_seen_at, IDLE).min(self.ends_by())
    }

    /// When it ends in any case.
    fn ends_by(&self) -> Timestamp {
        after(self.started_at, ABSOLUTE)
    }

    /// Whether it has ended.
    pub fn is_over(&self, now: Timestamp) -> bool {
        now >= self.ends_at()
    }

    /// Whether a request now is worth noting: the one noted before is [`NOTED_EVERY`] old.
    pub fn is_to_be_noted(&self, now: Timestamp) -> bool {
        now.duration_since(self.last_seen_at) >= NOTED_EVERY
    }

    /// What the person's screen knows about it, and whether the town has invented numbers.
    pub fn signed_in(&self, now: Timestamp, sample: bool) -> SignedIn {
        // A minute that has begun counts: nobody is told 59 right after signing in.
        let minutes = |end: Timestamp| u32::try_from((end.duration_since(now).as_secs() + 59) / 60).unwrap_or_default();
        SignedIn {
            name: self.person.name.clone(),
            role: self.person.role,
            scope: self.person.scope,
            idle_minutes: minutes(self.ends_at()),
            minutes_left: minutes(self.ends_by()),
            may_edit: self.person.role.may_edit(),
            sample,
        }
    }
}
