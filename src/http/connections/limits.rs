//! How many connections there may be, and how long each of them may keep the server waiting.

use std::{net::IpAddr, time::Duration};

use ipnet::{IpNet, Ipv4Net, Ipv6Net};
use rustix::process::{Resource, getrlimit, setrlimit};

/// Of a hundred files that the process may have open, so many may be connections. The others are the database's, and those
/// of connections that were given up but are not closed yet.
const OF_OPEN_FILES: u64 = 75;

/// What a server allows.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Connections in all.
    pub in_all: usize,
    /// Connections from one address.
    pub per_address: usize,
    /// Addresses from which everybody may come: they are not counted for themselves.
    pub uncounted: Vec<IpNet>,
    /// How long a connection may keep the server waiting.
    pub patience: Patience,
}

/// How long a connection may keep the server waiting, and for what.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// For the whole head of a request. A browser sends it at once; a large one takes two seconds at 64 kbit/s.
    pub head: Duration,
    /// For the next request. An open page asks again every 30 seconds, and should not have to connect anew.
    pub idle: Duration,
    /// For the body of a request. Each kibibyte that comes gives a second back.
    pub body: Duration,
    /// Until an answer is taken. Each kibibyte that goes out gives a second back: who reads at 8 kbit/s is waited for.
    pub write: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        let seconds = Duration::from_secs;
        Self { head: seconds(10), idle: seconds(60), body: seconds(10), write: seconds(20) }
    }
}

impl Limits {
    /// So many connections. The machine itself and these proxies bring those of many people.
    pub fn new(in_all: usize, per_address: usize, proxies: Vec<IpNet>) -> Self {
        let own =
            [IpNet::from(Ipv4Net::new_assert([127, 0, 0, 0].into(), 8)), Ipv6Net::new_assert(1.into(), 128).into()];
        let uncounted = own.into_iter().chain(proxies).collect();
        Self { in_all, per_address, uncounted, patience: Patience::default() }
    }

    /// No more connections than a process that may have so many files open can hold.
    #[must_use]
    pub fn within(self, open_files: Option<u64>) -> Self {
        let room = open_files.map(|files| usize::try_from(files * OF_OPEN_FILES / 100).unwrap_or(usize::MAX));
        Self { in_all: room.map_or(self.in_all, |room| self.in_all.min(room)).max(1), ..self }
    }

    /// Whether connections from here are counted for themselves.
    pub fn counts(&self, address: IpAddr) -> bool {
        !self.uncounted.iter().any(|network| network.contains(&address))
    }
}

/// Lets this process open as many files as the system allows it at most: many systems begin with 1024, and every connection
/// is one. Says how many that are; nothing where there is no limit.
pub fn raise_open_files() -> Option<u64> {
    let mut limit = getrlimit(Resource::Nofile);
    let before = limit.current;
    limit.current = limit.maximum;
    match setrlimit(Resource::Nofile, limit) {
        Ok(()) => limit.maximum,
        Err(_) => before,
    }
}

#[cfg(test)]
mod tests {
    use super::Limits;

    #[test]
    fn there_are_never_more_connections_than_three_quarters_of_the_files_that_may_be_open() {
        let in_all = |open_files| Limits::new(4096, 256, Vec::new()).within(open_files).in_all;
        let expected = [(None, 4096), (Some(1_048_576), 4096), (Some(1_024), 768), (Some(1), 1)];
        for (open_files, connections) in expected {
            assert_eq!(in_all(open_files), connections, "{open_files:?}");
        }
    }
}
