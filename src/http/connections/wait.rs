//! How long one connection keeps the server waiting for one thing.

use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

/// Stands for "does not wait".
const NOT: u64 = u64::MAX;
/// So many bytes give a second of patience back: 8 kbit/s, slower than any line that can show a page.
const BYTES_PER_SECOND: u64 = 1024;

/// A wait, in milliseconds of the server's own count. Its connection writes it; who looks for waits that are over reads it. A look
/// that meets it half-written errs by one look.
#[derive(Debug)]
pub struct Wait {
    since: AtomicU64,
    left: AtomicU64,
}

impl Wait {
    /// Not waiting yet, with so much patience.
    pub fn new(patience: u64) -> Self {
        Self { since: AtomicU64::new(NOT), left: AtomicU64::new(patience) }
    }

    /// Waits from now on, if it did not wait already.
    pub fn begin(&self, now: u64) {
        if self.since.load(Relaxed) == NOT {
            self.since.store(now, Relaxed);
        }
    }

    /// Waits anew from now on, with so much patience.
    pub fn begin_anew(&self, now: u64, patience: u64) {
        self.left.store(patience, Relaxed);
        self.since.store(now, Relaxed);
    }

    /// What was waited for came, or the part of it that is so many bytes long. That gives patience back, but never more
    /// than there was: who sends a byte now and then is not waited for any longer.
    pub fn end(&self, now: u64, bytes: usize, patience: u64) {
        let since = self.since.load(Relaxed);
        if since == NOT {
            return;
        }
        let gained = (bytes as u64).saturating_mul(1000) / BYTES_PER_SECOND;
        let left = self.left.load(Relaxed).saturating_sub(now.saturating_sub(since)).saturating_add(gained);
        self.left.store(left.min(patience), Relaxed);
        self.since.store(NOT, Relaxed);
    }

    /// It is not waited for any longer.
    pub fn forget(&self) {
        self.since.store(NOT, Relaxed);
    }

    /// Since when it waits.
    pub fn since(&self) -> Option<u64> {
        Some(self.since.load(Relaxed)).filter(|since| *since != NOT)
    }

    /// Whether it waits for longer than there was patience.
    pub fn is_over(&self, now: u64) -> bool {
        self.since().is_some_and(|since| now.saturating_sub(since) > self.left.load(Relaxed))
    }
}

#[cfg(test)]
mod tests {
    use super::Wait;

    #[test]
    fn who_sends_nothing_is_given_up_when_the_patience_is_used_up() {
        let wait = Wait::new(10_000);
        assert!(!wait.is_over(99_000), "nothing is waited for");
        wait.begin(1_000);
        wait.begin(9_000);
        assert_eq!((wait.since(), wait.is_over(11_000), wait.is_over(11_001)), (Some(1_000), false, true));
    }

    #[test]
    fn who_sends_a_byte_now_and_then_is_given_up_as_well() {
        let wait = Wait::new(10_000);
        let second = (0..20).find(|second| {
            wait.begin(second * 1_000);
            let over = wait.is_over(second * 1_000 + 900);
            wait.end(second * 1_000 + 900, 1, 10_000);
            over
        });
        assert_eq!(second, Some(11));
    }

    #[test]
    fn who_is_slow_but_steady_is_waited_for() {
        let wait = Wait::new(10_000);
        for second in 0..10_000 {
            wait.begin(second * 1_000);
            assert!(!wait.is_over(second * 1_000 + 900), "after {second} s");
            wait.end(second * 1_000 + 900, 1_024, 10_000);
        }
        // Patience is not saved up.
        wait.begin(0);
        assert!(wait.is_over(10_001));
    }

    #[test]
    fn who_begins_anew_has_all_the_patience() {
        let wait = Wait::new(10_000);
        wait.begin(0);
        wait.end(9_000, 0, 10_000);
        wait.begin_anew(20_000, 60_000);
        assert_eq!((wait.is_over(80_000), wait.is_over(80_001)), (false, true));
        wait.forget();
        assert!(!wait.is_over(90_000));
    }
}
