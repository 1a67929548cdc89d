//! What one connection keeps the server waiting for.

use std::{
    sync::atomic::{AtomicBool, Ordering::Relaxed},
    time::{Duration, Instant},
};

use super::{limits::Patience, wait::Wait};

/// The state of a connection as far as others look at it. To note something costs some nanoseconds and no lock.
#[derive(Debug)]
pub struct Pulse {
    begun: Instant,
    patience: Patience,
    /// For the head of a request; between two requests, for the next one.
    head: Wait,
    /// Whether it is between two requests.
    idle: AtomicBool,
    body: Wait,
    write: Wait,
}

impl Pulse {
    /// A connection that was just taken. Times count from `begun`, the same for all connections.
    pub fn new(begun: Instant, patience: Patience) -> Self {
        let head = Wait::new(0);
        let pulse = Self {
            begun,
            patience,
            head,
            idle: AtomicBool::new(false),
            body: Wait::new(millis(patience.body)),
            write: Wait::new(millis(patience.write)),
        };
        pulse.head.begin_anew(pulse.now(), millis(patience.head));
        pulse
    }

    /// Bytes came in.
    pub fn heard(&self) {
        // The first ones of the next request: its head is waited for, no longer its coming.
        if self.idle.swap(false, Relaxed) {
            self.head.begin_anew(self.now(), millis(self.patience.head));
        }
    }

    /// The head of a request is there whole.
    pub fn asked(&self) {
        self.idle.store(false, Relaxed);
        self.head.forget();
    }

    /// More of a body is wanted and not there.
    pub fn wants_body(&self) {
        self.body.begin(self.now());
    }

    /// So many bytes of a body came.
    pub fn got_body(&self, bytes: usize) {
        if self.body.since().is_some() {
            self.body.end(self.now(), bytes, millis(self.patience.body));
        }
    }

    /// No more of a body is wanted.
    pub fn has_body(&self) {
        self.body.forget();
    }

    /// The answer is made; it may not be sent yet.
    pub fn answered(&self) {
        self.idle.store(true, Relaxed);
        self.head.begin_anew(self.now(), millis(self.patience.idle));
    }

    /// Bytes are to go out and are not taken.
    pub fn wants_write(&self) {
        self.write.begin(self.now());
    }

    /// So many bytes went out.
    pub fn wrote(&self, bytes: usize) {
        if self.write.since().is_some() {
            let now = self.now();
            self.write.end(now, bytes, millis(self.patience.write));
            // While a large answer goes out nobody can expect the next request.
            if self.idle.load(Relaxed) {
                self.head.begin_anew(now, millis(self.patience.idle));
            }
        }
    }

    /// Since when the connection keeps the server waiting; nothing while the server itself has to do.
    pub fn waits_since(&self) -> Option<u64> {
        self.write.since().or_else(|| self.body.since()).or_else(|| self.head.since())
    }

    /// Whether it has kept the server waiting for too long.
    pub fn is_over(&self) -> bool {
        let now = self.now();
        match self.write.since() {
            Some(_) => self.write.is_over(now),
            None => self.body.is_over(now) || self.head.is_over(now),
        }
    }

    fn now(&self) -> u64 {
        millis(self.begun.elapsed())
    }
}

fn millis(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX - 1)
}
