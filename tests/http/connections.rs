//! The server's own accept loop on a real port. The library's loop goes through the same and must fail where ours does not.

use std::{
    convert::Infallible,
    io,
    net::SocketAddr,
    sync::OnceLock,
    time::{Duration, Instant},
};

use axum::{
    Router,
    body::{Body, Bytes},
    extract::ConnectInfo,
    response::sse::{Event, Sse},
    routing::{get, post},
};
use faserstand_lib::http::{Limits, Patience, serve};
use futures_util::stream;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpSocket, TcpStream},
    sync::oneshot,
    task::JoinHandle,
    time::{sleep, timeout},
};

/// What these tests wait for is over by then, or never.
const LONG: Duration = Duration::from_secs(20);
/// More than any buffer between two sockets holds.
const LARGE: usize = 64 << 20;
/// Enough to fill the buffers and go on for a while.
const MIDDLE: usize = 12 << 20;

static ZEROS: OnceLock<Bytes> = OnceLock::new();

fn zeros(size: usize) -> Body {
    Body::from(ZEROS.get_or_init(|| vec![0; LARGE].into()).slice(..size))
}

fn router() -> Router {
    let events = || async {
        let first = Ok::<_, Infallible>(Event::default().data("first"));
        Sse::new(stream::unfold(Some(first), |event| async move {
            match event {
                Some(event) => Some((event, None)),
                None => std::future::pending().await,
            }
        }))
    };
    Router::new()
        .route("/", get(|ConnectInfo(peer): ConnectInfo<SocketAddr>| async move { peer.ip().to_string() }))
        .route("/length", post(|body: Bytes| async move { body.len().to_string() }))
        .route("/large", get(|| async { zeros(LARGE) }))
        .route("/middle", get(|| async { zeros(MIDDLE) }))
        .route(
            "/late",
            get(|| async {
                sleep(Duration::from_millis(1_500)).await;
                "late"
            }),
        )
        .route("/events", get(events))
}

/// A server and how to end it.
struct Served {
    address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    ended: JoinHandle<()>,
}

impl Served {
    async fn ours(limits: Limits) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel();
        let stopped = async move { drop(stopped.await) };
        Self { address, stop: Some(stop), ended: tokio::spawn(serve(listener, router(), limits, stopped)) }
    }

    async fn stock() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let service = router().into_make_service_with_connect_info::<SocketAddr>();
        Self { address, stop: None, ended: tokio::spawn(async { axum::serve(listener, service).await.unwrap() }) }
    }

    /// Connects from an address of this machine and sends something.
    async fn send_from(&self, source: &str, bytes: &[u8]) -> io::Result<TcpStream> {
        let socket = TcpSocket::new_v4()?;
        socket.bind(format!("{source}:0").parse().unwrap())?;
        let mut stream = timeout(LONG, socket.connect(self.address)).await??;
        stream.write_all(bytes).await?;
        Ok(stream)
    }

    async fn send(&self, bytes: &[u8]) -> TcpStream {
        self.send_from("127.0.0.1", bytes).await.unwrap()
    }

    /// Whether a visitor from there is answered.
    async fn answers(&self, source: &str) -> bool {
        let request = b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
        let Ok(mut visitor) = self.send_from(source, request).await else { return false };
        let answer = rest(&mut visitor).await;
        answer.starts_with("HTTP/1.1 200 OK\r\n") && answer.ends_with(&format!("\r\n\r\n{source}"))
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.ended.abort();
    }
}

/// Everything that comes until the other side closes; fails if it does not.
async fn rest(stream: &mut TcpStream) -> String {
    let mut answer = Vec::new();
    let read = timeout(LONG, stream.read_to_end(&mut answer)).await;
    assert!(read.is_ok(), "the connection stays open");
    String::from_utf8_lossy(&answer).into_owned()
}

fn patience(head: u64, idle: u64, body: u64, write: u64) -> Patience {
    let [head, idle, body, write] = [head, idle, body, write].map(Duration::from_secs);
    Patience { head, idle, body, write }
}

fn limits(patience: Patience) -> Limits {
    Limits { patience, ..Limits::new(100, 100, Vec::new()) }
}

/// What is sent first, and what every fifth of a second from then on.
type Slow = (&'static str, &'static [u8], &'static [u8]);

const SLOW: [Slow; 7] = [
    ("says nothing", b"", b""),
    ("half a head", b"GET / HTTP/1.1\r\nHost: x\r\n", b""),
    ("a head, letter by letter", b"GET / HTTP/1.1\r\nHost: x\r\nX: ", b"a"),
    ("no body", b"POST /length HTTP/1.1\r\nHost: x\r\nContent-Length: 9000\r\n\r\n", b""),
    ("a body, letter by letter", b"POST /length HTTP/1.1\r\nHost: x\r\nContent-Length: 9000\r\n\r\n", b"a"),
    ("nothing more after an answer", b"GET / HTTP/1.1\r\nHost: x\r\n\r\n", b""),
    ("half a head after an answer", b"GET / HTTP/1.1\r\nHost: x\r\n\r\nGET /", b""),
];

/// Whether the server closes a connection within some seconds.
async fn is_closed(server: &Served, (_, first, then): Slow) -> bool {
    let mut stream = server.send(first).await;
    let (begun, mut answer) = (Instant::now(), [0; 4096]);
    while begun.elapsed() < Duration::from_secs(6) {
        match timeout(Duration::from_millis(200), stream.read(&mut answer)).await {
            Ok(Ok(0) | Err(_)) => return true,
            Ok(Ok(_)) => {}
            Err(_) if stream.write_all(then).await.is_err() => return true,
            Err(_) => {}
        }
    }
    false
}

/// Whether an answer that nobody reads for some seconds comes to its end when they do.
async fn is_cut(server: &Served) -> bool {
    let mut stream = server.send(b"GET /large HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").await;
    sleep(Duration::from_secs(4)).await;
    rest(&mut stream).await.len() < LARGE
}

async fn all_closed(server: &Served) -> Vec<(&'static str, bool)> {
    let asked = SLOW.map(|slow| async move { (slow.0, is_closed(server, slow).await) });
    let unread = async { ("never reads", is_cut(server).await) };
    let (mut closed, unread) = tokio::join!(futures_util::future::join_all(asked), unread);
    closed.push(unread);
    closed
}

#[tokio::test(flavor = "multi_thread")]
async fn who_keeps_the_server_waiting_is_closed_and_not_by_the_library_itself() {
    let (ours, stock) = (Served::ours(limits(patience(1, 2, 1, 1))).await, Served::stock().await);
    let (of_ours, of_stock) = tokio::join!(all_closed(&ours), all_closed(&stock));
    assert_eq!(of_ours.iter().filter(|(_, closed)| !closed).collect::<Vec<_>>(), [&("", false); 0]);
    assert_eq!(of_stock.iter().filter(|(_, closed)| *closed).collect::<Vec<_>>(), [&("", true); 0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_slow_but_steady_is_served() {
    let server = Served::ours(limits(patience(1, 1, 1, 1))).await;
    let writer = async {
        let head = b"POST /length HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 20480\r\n\r\n";
        let mut stream = server.send(head).await;
        for _ in 0..20 {
            sleep(Duration::from_millis(200)).await;
            stream.write_all(&[b'a'; 1024]).await.unwrap();
        }
        rest(&mut stream).await
    };
    let reader = async {
        let mut stream = server.send(b"GET /middle HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").await;
        let (mut sum, mut part) = (0, vec![0; 128 << 10]);
        loop {
            let read = timeout(LONG, stream.read(&mut part)).await.unwrap().unwrap();
            if read == 0 {
                return sum;
            }
            sum += read;
            sleep(Duration::from_millis(30)).await;
        }
    };
    let (told, read) = tokio::join!(writer, reader);
    assert!(told.starts_with("HTTP/1.1 200 OK") && told.ends_with("\r\n\r\n20480"), "{told}");
    assert!(read > MIDDLE, "{read}");
    // A stream on which nothing happens waits for nobody.
    let mut events = server.send(b"GET /events HTTP/1.1\r\nHost: x\r\n\r\n").await;
    let mut told = [0; 4096];
    sleep(Duration::from_secs(3)).await;
    assert!(events.read(&mut told).await.unwrap() > 0);
    assert!(timeout(Duration::from_millis(300), events.read(&mut told)).await.is_err(), "it goes on");
}

#[tokio::test(flavor = "multi_thread")]
async fn one_address_takes_no_place_from_another_and_makes_room_for_itself() {
    let counted =
        |in_all, per_address| Limits { uncounted: Vec::new(), ..Limits::new(in_all, per_address, Vec::new()) };
    let server = Served::ours(counted(100, 4)).await;
    let mut listening = Vec::new();
    for _ in 0..4 {
        let mut stream = server.send(b"GET /events HTTP/1.1\r\nHost: x\r\n\r\n").await;
        assert!(stream.read(&mut [0; 4096]).await.unwrap() > 0);
        listening.push(stream);
    }
    // Those are being served: who comes from there as well waits outside, and nobody else does.
    assert!(!server.answers("127.0.0.1").await);
    assert!(server.answers("127.0.0.2").await);
    // Silent ones make room.
    let server = Served::ours(counted(100, 4)).await;
    let mut silent = Vec::new();
    for _ in 0..50 {
        silent.push(server.send(b"").await);
    }
    for visitor in ["127.0.0.1", "127.0.0.2"] {
        assert!(server.answers(visitor).await, "{visitor}");
    }
    assert_eq!(rest(&mut silent[0]).await, "", "who waited longest was closed");
    // In all there are as many places, whoever comes.
    let server = Served::ours(counted(4, 100)).await;
    let mut crowd = Vec::new();
    for turn in 0..50 {
        crowd.push(server.send_from(&format!("127.0.1.{turn}"), b"GET /").await.unwrap());
    }
    assert!(server.answers("127.0.0.2").await);
    assert_eq!(rest(&mut crowd[0]).await, "");
}

#[tokio::test(flavor = "multi_thread")]
async fn asked_to_stop_it_finishes_what_it_has_begun_and_takes_nobody_any_more() {
    let mut server = Served::ours(Limits::new(100, 100, Vec::new())).await;
    let mut begun = server.send(b"GET /late HTTP/1.1\r\nHost: x\r\n\r\n").await;
    let mut silent = server.send(b"").await;
    let mut between = server.send(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n").await;
    assert!(between.read(&mut [0; 4096]).await.unwrap() > 0);
    sleep(Duration::from_millis(300)).await;
    server.stop.take().unwrap().send(()).unwrap();
    assert_eq!(rest(&mut between).await, "");
    assert_eq!(rest(&mut silent).await, "");
    assert!(!server.answers("127.0.0.1").await);
    assert!(!server.ended.is_finished(), "one is still being served");
    let late = rest(&mut begun).await;
    assert!(late.contains("200 OK") && late.ends_with("\r\n\r\nlate"), "{late}");
    timeout(LONG, &mut server.ended).await.unwrap().unwrap();
}
