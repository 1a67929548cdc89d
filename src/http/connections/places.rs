//! Who has a place, and who gives theirs up when all are taken.

use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Instant,
};

use tokio::task::AbortHandle;

use super::{limits::Limits, pulse::Pulse};
use crate::http::address::household;

/// When there is no place, one of so many is made free: to look for those that wait longest costs a look at all of them, and a
/// crowd makes it necessary for every newcomer.
const ONE_OF: usize = 16;

/// The places of a server.
#[derive(Debug)]
pub struct Places {
    limits: Limits,
    begun: Instant,
    taken: Mutex<Taken>,
}

#[derive(Debug, Default)]
struct Taken {
    next: u64,
    places: HashMap<u64, Taker>,
    /// How many come from where, of addresses that are counted.
    counts: HashMap<IpAddr, usize>,
}

#[derive(Debug)]
struct Taker {
    /// Where it comes from, if that is counted.
    from: Option<IpAddr>,
    pulse: Arc<Pulse>,
    task: Option<AbortHandle>,
}

/// A place, free again when this is dropped.
#[derive(Debug)]
pub struct Place {
    places: Arc<Places>,
    number: u64,
    /// What its connection keeps the server waiting for.
    pub pulse: Arc<Pulse>,
}

impl Drop for Place {
    fn drop(&mut self) {
        self.places.lock().free(self.number);
    }
}

impl Places {
    /// All of them free.
    pub fn new(limits: Limits) -> Self {
        Self { limits, begun: Instant::now(), taken: Mutex::default() }
    }

    /// A place for a newcomer from here. Where all are taken, those that have kept the server waiting longest give theirs up;
    /// where the server has to do for all of them, there is none.
    pub fn take(self: &Arc<Self>, peer: IpAddr) -> Option<Place> {
        let from = self.limits.counts(peer.to_canonical()).then(|| household(peer));
        let mut taken = self.lock();
        if let Some(from) = from
            && taken.counts.get(&from).is_some_and(|count| *count >= self.limits.per_address)
        {
            taken.give_up_longest(self.limits.per_address, Some(from));
            if taken.counts.get(&from).is_some_and(|count| *count >= self.limits.per_address) {
                return None;
            }
        }
        if taken.places.len() >= self.limits.in_all {
            taken.give_up_longest(self.limits.in_all, None);
            if taken.places.len() >= self.limits.in_all {
                return None;
            }
        }
        let pulse = Arc::new(Pulse::new(self.begun, self.limits.patience));
        let number = taken.add(Taker { from, pulse: pulse.clone(), task: None });
        Some(Place { places: self.clone(), number, pulse })
    }

    /// Names the task of a connection, which ends when its place is given up. It may be so by now.
    pub fn attach(&self, number: u64, task: AbortHandle) {
        match self.lock().places.get_mut(&number) {
            Some(taker) => taker.task = Some(task),
            None => task.abort(),
        }
    }

    /// Closes what has kept the server waiting for too long.
    pub fn give_up_overdue(&self) {
        let mut taken = self.lock();
        let overdue = taken.places.iter().filter(|(_, taker)| taker.pulse.is_over()).map(|(number, _)| *number);
        for number in overdue.collect::<Vec<_>>() {
            taken.give_up(number);
        }
    }

    /// Closes some of those that wait longest.
    pub fn give_up_some(&self) {
        self.lock().give_up_longest(self.limits.in_all, None);
    }

    fn lock(&self) -> MutexGuard<'_, Taken> {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Place {
    /// Its number.
    pub fn number(&self) -> u64 {
        self.number
    }
}

impl Taken {
    fn add(&mut self, taker: Taker) -> u64 {
        let number = self.next;
        self.next += 1;
        if let Some(from) = taker.from {
            *self.counts.entry(from).or_default() += 1;
        }
        self.places.insert(number, taker);
        number
    }

    /// Frees a place; says who had it, if it was not free already.
    fn free(&mut self, number: u64) -> Option<Taker> {
        let taker = self.places.remove(&number)?;
        if let Some(from) = taker.from
            && let Some(count) = self.counts.get_mut(&from)
        {
            *count -= 1;
            if *count == 0 {
                self.counts.remove(&from);
            }
        }
        Some(taker)
    }

    fn give_up(&mut self, number: u64) {
        if let Some(task) = self.free(number).and_then(|taker| taker.task) {
            task.abort();
        }
    }

    /// Of so many places, from everywhere or from one address, frees some: of those that wait, the ones that wait longest.
    fn give_up_longest(&mut self, of: usize, from: Option<IpAddr>) {
        let asked = self.places.iter().filter(|(_, taker)| from.is_none() || taker.from == from);
        let mut waiting: Vec<(u64, u64)> =
            asked.filter_map(|(number, taker)| Some((taker.pulse.waits_since()?, *number))).collect();
        let some = (of / ONE_OF).max(1);
        if waiting.len() > some {
            waiting.select_nth_unstable(some);
            waiting.truncate(some);
        }
        for (_, number) in waiting {
            self.give_up(number);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{net::IpAddr, sync::Arc};

    use super::{Limits, Place, Places};

    const HOME: &str = "192.0.2.1";

    fn places(in_all: usize, per_address: usize, proxies: &[&str]) -> Arc<Places> {
        let proxies = proxies.iter().filter_map(|proxy| proxy.parse().ok()).collect();
        Arc::new(Places::new(Limits::new(in_all, per_address, proxies)))
    }

    fn take(places: &Arc<Places>, from: &str) -> Option<Place> {
        from.parse::<IpAddr>().ok().and_then(|from| places.take(from))
    }

    /// How many of so many newcomers got a place that nobody had to give up.
    fn held(places: &Arc<Places>, newcomers: impl IntoIterator<Item = String>) -> usize {
        let taken: Vec<_> = newcomers.into_iter().filter_map(|from| take(places, &from)).collect();
        let open = places.lock().places.len();
        drop(taken);
        let now = places.lock();
        assert_eq!((now.places.len(), now.counts.len()), (0, 0), "all are free again");
        open
    }

    #[test]
    fn one_address_has_its_share_and_others_have_theirs() {
        let places = places(100, 5, &["10.0.0.0/8"]);
        assert_eq!(held(&places, vec![HOME.to_owned(); 9]), 5);
        assert_eq!(held(&places, (0..9).map(|turn| format!("192.0.2.{turn}"))), 9);
        // Of IPv6 a network of 64 bits is one address; the fourth version within the sixth is itself.
        assert_eq!(held(&places, (0..9).map(|turn| format!("2001:db8:0:1::{turn}"))), 5);
        assert_eq!(held(&places, (0..9).map(|turn| format!("2001:db8:0:{turn}::1"))), 9);
        assert_eq!(held(&places, (0..9).map(|turn| format!("::ffff:192.0.2.{turn}"))), 9);
        // The machine itself and proxies bring many people.
        for many in ["127.0.0.1", "127.9.9.9", "::1", "10.1.2.3", "::ffff:10.1.2.3"] {
            assert_eq!(held(&places, vec![many.to_owned(); 9]), 9, "{many}");
        }
        // In all there are a hundred places. Who comes when they are taken finds six made free.
        let crowd = |size| (0..size).map(|turn| format!("198.51.{}.{}", turn / 250, turn % 250));
        assert_eq!([100, 101, 106, 107].map(|size| held(&places, crowd(size))), [100, 95, 100, 95]);
    }

    #[tokio::test]
    async fn who_waits_longest_gives_up_and_who_is_being_served_does_not() {
        let places = places(4, 4, &[]);
        let served = take(&places, HOME).inspect(|place| place.pulse.asked());
        let mut waiting = Vec::new();
        for _ in 0..3 {
            waiting.extend(take(&places, HOME));
            std::thread::sleep(std::time::Duration::from_millis(5));
        }
        let tasks: Vec<_> = waiting.iter().map(|_| tokio::spawn(std::future::pending::<()>())).collect();
        for (place, task) in waiting.iter().zip(&tasks) {
            places.attach(place.number(), task.abort_handle());
        }
        let newcomer = take(&places, HOME);
        assert!(newcomer.is_some() && served.is_some());
        tokio::task::yield_now().await;
        let ended: Vec<_> = tasks.iter().map(tokio::task::JoinHandle::is_finished).collect();
        assert_eq!(ended, [true, false, false]);
        // Whose place was given up before their task had a name ends all the same.
        let late = tokio::spawn(std::future::pending::<()>());
        places.attach(waiting[0].number(), late.abort_handle());
        tokio::task::yield_now().await;
        assert!(late.is_finished());
    }

    #[test]
    fn where_all_are_being_served_a_newcomer_waits_outside() {
        let places = places(2, 2, &[]);
        let served: Vec<_> = (0..2).filter_map(|_| take(&places, HOME)).collect();
        served.iter().for_each(|place| place.pulse.asked());
        assert!(take(&places, "192.0.2.77").is_none() && take(&places, HOME).is_none());
        // As soon as one is between two requests, there is room.
        served[0].pulse.answered();
        assert!(take(&places, "192.0.2.77").is_some());
    }
}
