//! Five thousand connections that keep the server waiting: visitors are answered all the same. The library's own loop goes
//! through the same and leaves them outside.

use std::{
    env,
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
    path::Path,
    process::{Command, Stdio},
    sync::Arc,
    time::{Duration, Instant},
};

use faserstand_lib::{
    application::{clock::Clock, passwords::Passwords},
    http::{Access, Public, Shell, listen, raise_open_files, router},
    storage::Store,
};

use crate::{
    run::{Server, faserstand, small_town, with_open_files},
    support::folder::Folder,
};

const CROWD: usize = 5_000;
/// What a process may open where nobody has set anything: shells and services begin with that.
const USUAL: u32 = 1_024;
/// What this test itself has open beside its crowd.
const OWN_FILES: usize = 200;
/// A visitor does not wait any longer.
const PATIENCE: Duration = Duration::from_secs(5);
/// So long a connection may take to come about: the system asks again after a second where too many came at once. A server that
/// takes nobody any more is noticed by several in a row.
const TO_CONNECT: Duration = Duration::from_millis(2_500);
const IN_A_ROW: usize = 3;
const FOLDER: &str = "FASERSTAND_TEST_FOLDER";

/// What the crowd sends: nothing; half a head; a form without its text; requests whose answers nobody reads.
const SENT: [&str; 4] = [
    "",
    "GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ",
    "POST /hinweis HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 900\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: x\r\n\r\nGET /gebiet/buehl HTTP/1.1\r\nHost: x\r\n\r\n",
];

/// The child: the whole server with the same queue before it, but in the library's own loop.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "started by the tests of this file"]
async fn stock() {
    let Ok(folder) = env::var(FOLDER) else { return };
    let store = Store::open(Path::new(&folder)).await.unwrap();
    let public = Public::start(store, Clock::system(), Arc::new(Shell::load().unwrap())).await.unwrap();
    let access = Access { tls: false, trusted_proxies: Vec::new(), passwords: Passwords::argon2id() };
    let listener = listen("127.0.0.1:0".parse().unwrap()).unwrap();
    let line = format!("http://{}\n", listener.local_addr().unwrap());
    std::io::stdout().write_all(line.as_bytes()).unwrap();
    let service = router(public, &access).into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service).await.unwrap();
}

/// How many this test may send, with a loud word where that are fewer than it should.
fn size() -> usize {
    let may = raise_open_files().map_or(usize::MAX, |files| files as usize).saturating_sub(OWN_FILES);
    if may < CROWD {
        let told = format!("ONLY {may} OF {CROWD} CONNECTIONS: this machine does not let a test open more files\n");
        std::io::stderr().write_all(told.as_bytes()).unwrap();
    }
    assert!(may > 2 * USUAL as usize, "too few files may be open for this test: {may}");
    CROWD.min(may)
}

/// A crowd and how the visitors fared in its midst.
struct Crowd {
    /// Its connections, as far as they came about.
    connections: Vec<TcpStream>,
    /// How many visitors were answered, and how many were not.
    visitors: (usize, usize),
}

/// Connects so many; after every five hundred a visitor comes, and ten when all are there.
fn crowd(server: &Server, size: usize) -> Crowd {
    let address: SocketAddr = server.address.parse().unwrap();
    let mut crowd = Crowd { connections: Vec::new(), visitors: (0, 0) };
    let mut refused = 0;
    for turn in 0..size {
        match TcpStream::connect_timeout(&address, TO_CONNECT) {
            Ok(mut stream) => {
                refused = 0;
                // One that is closed at once has done its part as well.
                let _ = stream.write_all(SENT[turn % SENT.len()].as_bytes());
                crowd.connections.push(stream);
            }
            Err(_) => refused += 1,
        }
        if refused == IN_A_ROW {
            break;
        }
        if turn % 500 == 499 {
            crowd.visit(&address);
        }
    }
    (0..10).for_each(|_| crowd.visit(&address));
    crowd
}

impl Crowd {
    /// The first one who is left outside tells enough.
    fn visit(&mut self, address: &SocketAddr) {
        if self.visitors.1 > 0 {
            return;
        }
        if is_answered(address) { self.visitors.0 += 1 } else { self.visitors.1 += 1 }
    }

    /// How many of its connections the server has closed.
    fn closed(&self) -> usize {
        let is_closed = |mut stream: &TcpStream| {
            stream.set_nonblocking(true).unwrap();
            let mut part = [0; 65_536];
            loop {
                match stream.read(&mut part) {
                    Ok(0) => return true,
                    Ok(_) => {}
                    Err(error) => return error.kind() != std::io::ErrorKind::WouldBlock,
                }
            }
        };
        self.connections.iter().filter(|stream| is_closed(stream)).count()
    }
}

/// Whether somebody who comes now sees the page.
fn is_answered(address: &SocketAddr) -> bool {
    let Ok(mut stream) = TcpStream::connect_timeout(address, PATIENCE) else { return false };
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    let request = "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    let mut answer = String::new();
    let sent = stream.write_all(request.as_bytes()).and_then(|()| stream.read_to_string(&mut answer));
    sent.is_ok() && answer.starts_with("HTTP/1.1 200 OK") && answer.trim_end().ends_with("</html>")
}

/// How many files a process has open.
fn open_files(server: &Server) -> usize {
    std::fs::read_dir(format!("/proc/{}/fd", server.id())).unwrap().count()
}

#[tokio::test]
async fn five_thousand_that_keep_the_server_waiting_leave_visitors_unharmed() {
    let (folder, size) = (small_town().await, size());
    let mut command = faserstand(["serve", "--listen", "127.0.0.1:0", "--data"]);
    command.arg(folder.path());
    let mut server = Server::of(&mut with_open_files(USUAL, &command));
    let begun = Instant::now();
    let crowd = crowd(&server, size);
    let came = crowd.connections.len();
    assert!(came > size - size / 50, "{came} of {size} after {:?}", begun.elapsed());
    assert_eq!(crowd.visitors, (size / 500 + 10, 0), "answered and not, after {:?}", begun.elapsed());
    // Those that waited longest gave way: no more are held than there is room for.
    assert!(crowd.closed() > came - USUAL as usize && open_files(&server) < USUAL as usize);
    // With the crowd still there it ends when it is asked to.
    assert!(Command::new("kill").arg(server.id().to_string()).status().unwrap().success());
    assert_eq!(server.ended_within(Duration::from_secs(10)), Some(0));
}

#[tokio::test]
async fn the_library_s_own_loop_leaves_visitors_outside() {
    let (folder, size) = (Folder::with_town().await.closed().await, size());
    let mut command = Command::new(env::current_exe().unwrap());
    command.args(["--exact", "crowd::stock", "--ignored", "--nocapture"]).env(FOLDER, folder.path());
    command.stdin(Stdio::null());
    let server = Server::of(&mut with_open_files(USUAL, &command));
    assert!(is_answered(&server.address.parse().unwrap()), "alone a visitor is answered");
    let crowd = crowd(&server, size);
    assert!(crowd.visitors.1 > 0, "{:?} with {} connections", crowd.visitors, crowd.connections.len());
    assert_eq!(crowd.closed(), 0, "and it closes none of them");
}

#[tokio::test]
async fn where_the_system_allows_many_files_there_are_as_many_connections_as_the_settings_say() {
    let (folder, size) = (small_town().await, size());
    let server = Server::start(&["--max-connections", "1500"], folder.path());
    let before = open_files(&server);
    let crowd = crowd(&server, size);
    assert_eq!(crowd.visitors, (size / 500 + 10, 0));
    let held = open_files(&server) - before;
    assert!((1_000..=1_510).contains(&held), "{held}");
}
