//! The clock is passed in: now, and the day by which deadlines and ages are judged.

use std::{fmt, sync::Arc};

use jiff::{Timestamp, civil::Date};

use crate::domain::calendar::{BERLIN, berlin_day};

/// A clock. A demonstration stands still on one day; its instants go on.
#[derive(Clone)]
pub struct Clock {
    now: Arc<dyn Fn() -> Timestamp + Send + Sync>,
    shown_day: Option<Date>,
}

impl Clock {
    /// The machine's clock.
    pub fn system() -> Self {
        Self::of(Timestamp::now)
    }

    /// A clock that tells what `now` says.
    pub fn of(now: impl Fn() -> Timestamp + Send + Sync + 'static) -> Self {
        Self { now: Arc::new(now), shown_day: None }
    }

    /// The same clock for a demonstration that shows this day.
    #[must_use]
    pub fn showing(self, day: Date) -> Self {
        Self { shown_day: Some(day), ..self }
    }

    /// This instant.
    pub fn now(&self) -> Timestamp {
        (self.now)()
    }

    /// The day to judge by: the demonstration's, else today in Berlin.
    pub fn today(&self) -> Date {
        self.shown_day.unwrap_or_else(|| berlin_day(self.now()))
    }

    /// The instant under which something is recorded: now, in a demonstration on the day that it shows. So
    /// what is entered there is known there.
    pub fn recording_instant(&self) -> Timestamp {
        let now = self.now();
        let time = now.to_zoned(BERLIN.clone()).time();
        let shown = self.shown_day.and_then(|day| BERLIN.to_ambiguous_zoned(day.to_datetime(time)).compatible().ok());
        shown.map_or(now, |zoned| zoned.timestamp())
    }

    /// The day that a demonstration shows.
    pub fn shown_day(&self) -> Option<Date> {
        self.shown_day
    }
}

impl fmt::Debug for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Clock").field("shown_day", &self.shown_day).finish_non_exhaustive()
    }
}
