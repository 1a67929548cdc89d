//! The server's own accept loop: who connects, how long each connection may keep the server waiting, and how all of them end.
//!
//! A crowd that connects and then says nothing, says it slowly or never reads its answer must not keep anybody else out
//! ([013](../../../docs/decisions/013-own-accept-loop.md)).

mod limits;
mod places;
mod pulse;
mod socket;
mod wait;

use std::{convert::Infallible, io, net::SocketAddr, pin::pin, sync::Arc, time::Duration};

use axum::{Router, extract::ConnectInfo, extract::Request, response::Response};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use tokio::{
    net::{TcpListener, TcpSocket, TcpStream},
    sync::watch,
    time::{MissedTickBehavior, interval, sleep},
};
use tower::Service;

pub use self::limits::{Limits, Patience, raise_open_files};
use self::{
    places::{Place, Places},
    pulse::Pulse,
    socket::{Answered, Asked, Socket},
};

/// How often it is looked who has kept the server waiting for too long: exact enough for limits of many seconds.
const LOOK: Duration = Duration::from_secs(1);
/// How long nobody is let in when the system has no more room for a connection.
const REST: Duration = Duration::from_millis(100);
/// The largest head of a request in bytes. Browsers send one or two kilobytes; five thousand connections with 400 kB each, the
/// library's own limit, would take two gigabytes.
const LARGEST_HEAD: usize = 64 * 1024;

/// So many may have connected and not been taken yet; the system itself allows 4096 at most. The usual 128 are full at once in a
/// crowd, and who comes then waits a second until the system asks again.
const QUEUE: u32 = 4096;

/// Listens at an address.
///
/// # Errors
/// When the address is taken, or not this machine's.
pub fn listen(address: SocketAddr) -> io::Result<TcpListener> {
    let socket = if address.is_ipv4() { TcpSocket::new_v4()? } else { TcpSocket::new_v6()? };
    // A server that has just ended leaves connections behind, which would hold its port for a minute.
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    socket.listen(QUEUE)
}

/// Answers until it is told to stop; then takes nobody any more, finishes what it has begun, and ends when that is done.
pub async fn serve(listener: TcpListener, router: Router, limits: Limits, stop: impl Future<Output = ()>) {
    let places = Arc::new(Places::new(limits));
    let (end, ends) = watch::channel(());
    let mut look = interval(LOOK);
    look.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut stop = pin!(stop);
    loop {
        tokio::select! {
            () = &mut stop => break,
            _ = look.tick() => places.give_up_overdue(),
            accepted = listener.accept() => match accepted {
                Ok((stream, peer)) => {
                    if let Some(place) = places.take(peer.ip()) {
                        welcome(stream, peer, place, &places, router.clone(), ends.clone());
                    }
                }
                Err(error) => pause(&error, &places).await,
            },
        }
    }
    drop((listener, ends));
    end.send_replace(());
    // Each connection holds its end of the channel for as long as it lives.
    end.closed().await;
}

/// What came to nothing is the other side's affair. Everything else is a want of the machine's: some make room.
async fn pause(error: &io::Error, places: &Places) {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    if !matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset) {
        tracing::warn!(%error, "a connection could not be taken; those that have been silent longest are closed");
        places.give_up_some();
        sleep(REST).await;
    }
}

/// Serves a connection in a task of its own, which ends when its place is given up.
fn welcome(
    stream: TcpStream,
    peer: SocketAddr,
    place: Place,
    places: &Places,
    router: Router,
    mut ends: watch::Receiver<()>,
) {
    // Answers are written whole: to wait for more to send along would only delay them.
    let _ = stream.set_nodelay(true);
    let (number, pulse) = (place.number(), place.pulse.clone());
    let task = tokio::spawn(async move {
        let _place = place;
        let socket = Socket::new(stream, pulse.clone());
        let service = service_fn(move |request| answer(router.clone(), request, peer, pulse.clone()));
        let mut server = http1::Builder::new();
        let connection = server.max_buf_size(LARGEST_HEAD).serve_connection(socket, service);
        let mut connection = pin!(connection);
        tokio::select! {
            _ = connection.as_mut() => return,
            _ = ends.changed() => {}
        }
        connection.as_mut().graceful_shutdown();
        let _ = connection.await;
    });
    places.attach(number, task.abort_handle());
}

async fn answer(
    mut router: Router,
    request: Request<Incoming>,
    peer: SocketAddr,
    pulse: Arc<Pulse>,
) -> Result<Response<Answered>, Infallible> {
    pulse.asked();
    let mut request = request.map(|body| Asked::body(body, &pulse));
    request.extensions_mut().insert(ConnectInfo(peer));
    let answer = router.call(request).await?;
    Ok(answer.map(|body| Answered::new(body, pulse)))
}
