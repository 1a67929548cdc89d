//! Where a request comes from, as sign-in tries and connections are counted.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use axum::extract::{ConnectInfo, Request};
use ipnet::IpNet;

/// The address of whoever calls as text, as far as it is counted.
pub fn counted(request: &Request, trusted_proxies: &[IpNet]) -> String {
    match caller(request, trusted_proxies).map(household) {
        Some(IpAddr::V6(network)) => format!("{network}/64"),
        Some(IpAddr::V4(address)) => address.to_string(),
        None => String::new(),
    }
}

/// What is counted of an address: of IPv6 the network of 64 bits, which one household has whole.
pub fn household(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => Ipv6Addr::from_bits(address.to_bits() & !u128::from(u64::MAX)).into(),
        address @ IpAddr::V4(_) => address,
    }
}

/// The peer; where that is a trusted proxy, the right-most address before it that is none. Whatever stands
/// further left is hearsay.
fn caller(request: &Request, trusted_proxies: &[IpNet]) -> Option<IpAddr> {
    let ConnectInfo(peer) = request.extensions().get::<ConnectInfo<SocketAddr>>()?;
    let is_trusted = |address: &IpAddr| trusted_proxies.iter().any(|proxies| proxies.contains(address));
    let mut caller = peer.ip().to_canonical();
    let forwarded: Vec<_> = request.headers().get_all("x-forwarded-for").iter().collect();
    let hops = forwarded.iter().rev().flat_map(|value| value.to_str().unwrap_or_default().rsplit(','));
    for hop in hops {
        if !is_trusted(&caller) {
            break;
        }
        let Some(address) = address(hop.trim()) else { break };
        caller = address;
    }
    Some(caller)
}

/// An address, with a port or without.
fn address(text: &str) -> Option<IpAddr> {
    let bare = text.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
    let address = bare.ok().or_else(|| Some(text.parse::<SocketAddr>().ok()?.ip()))?;
    Some(address.to_canonical())
}
