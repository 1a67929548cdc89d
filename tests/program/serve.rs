//! `faserstand serve` on a real port.

use std::{
    io::{Read, Write},
    net::{TcpListener, TcpStream},
    process::Command,
    time::Duration,
};

use jiff::Timestamp;
use tempfile::TempDir;

use crate::{
    run::{Run, Server, faserstand, import, run, small_town},
    support::{folder::Folder, staff},
};

/// Asks a server to end, as the system does.
fn terminate(server: &Server) {
    assert!(Command::new("kill").arg(server.id().to_string()).status().unwrap().success());
}

#[test]
fn a_demonstration_starts_from_an_empty_folder_and_says_what_it_shows() {
    let folder = TempDir::new().unwrap();
    let data = folder.path().join("neu");
    let server = Server::start(&["--demo"], &data);
    let sign_in = std::fs::read_to_string(data.join("demo-anmeldung.txt")).unwrap();
    let (accounts, password) = sign_in.trim_end().split_once('\n').unwrap();
    let expected = [
        format!("Beispieldaten von Offenburg geladen in {}", data.display()),
        accounts.to_owned(),
        password.to_owned(),
        format!("Faserstand läuft auf http://{}, gezeigt wird der 10. November 2023", server.address),
    ];
    assert_eq!(server.said, expected);
    assert!(server.get("/").contains("Offenburg"));
    drop(server);
    // The second time nothing is loaded, and another day can be shown.
    let again = Server::start(&["--demo", "--today", "2023-09-20"], &data);
    assert_eq!(again.said[..2], [accounts, password]);
    assert_eq!(again.said.len(), 3);
    assert!(again.said[2].ends_with("gezeigt wird der 20. September 2023"));
    assert!(again.get("/api/public/v1/town.json").contains("2023-09-20"));
}

#[test]
fn pages_name_the_public_address_that_the_server_was_told() {
    let folder = TempDir::new().unwrap();
    let told = Server::start(&["--demo", "--public-url", "https://glasfaser.example.org/"], folder.path());
    let page = told.get("/fr/gebiet/griesheim");
    assert!(
        page.contains("<link rel=\"canonical\" href=\"https://glasfaser.example.org/fr/gebiet/griesheim\">"),
        "{page}"
    );
    drop(told);
    let untold = Server::start(&["--demo"], folder.path());
    assert!(!untold.get("/fr/gebiet/griesheim").contains("rel=\"canonical\""));
}

#[test]
fn an_import_beside_a_demonstration_lives_on_its_day() {
    let folder = TempDir::new().unwrap();
    let server = Server::start(&["--demo"], folder.path());
    let of = |day: &str| format!("Ortsteil;Stand;Stufe;Verträge\nBühl;{day};netto;1\n");
    let Run { code, out, .. } = import(&of("11.11.2023"), &[], folder.path());
    assert!(code == 1 && out.contains("heute ist der 10. November 2023"), "{out}");
    assert_eq!(import(&of("10.11.2023"), &[], folder.path()).code, 0);
    drop(server);
    // Served as it is, the folder lives today again.
    drop(Server::start(&[], folder.path()));
    assert_eq!(import(&of("11.11.2023"), &[], folder.path()).code, 0);
}

#[tokio::test]
async fn a_port_in_use_is_told_with_what_to_do() {
    let folder = small_town().await;
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let Run { code, out, err } = run(&["serve", "--listen", &address], folder.path());
    assert_eq!((code, out.as_str()), (1, ""));
    assert!(err.starts_with(&format!("Fehler: Auf {address} kann der Server nicht antworten (")), "{err}");
    assert!(err.ends_with("Wählen Sie mit --listen einen anderen Port.\n"), "{err}");
}

#[tokio::test]
async fn a_setting_that_is_set_to_nothing_names_no_proxy() {
    let folder = small_town().await;
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let mut command = faserstand(["serve", "--listen", &address, "--data"]);
    let told = command.arg(folder.path()).env("FASERSTAND_TRUSTED_PROXIES", "").output().unwrap();
    // It comes as far as the port, which is taken.
    assert!(String::from_utf8_lossy(&told.stderr).starts_with("Fehler: Auf "), "{told:?}");
}

#[tokio::test]
async fn asked_to_end_the_server_ends_and_leaves_one_whole_file() {
    let folder = small_town().await;
    let mut server = Server::start(&[], folder.path());
    terminate(&server);
    assert_eq!(server.ended_within(Duration::from_secs(10)), Some(0));
    let mut names: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["faserstand.sqlite"], "the write-ahead log was not folded in");
}

#[tokio::test]
async fn a_client_that_only_holds_its_line_does_not_keep_the_server() {
    let folder = small_town().await;
    let mut server = Server::start(&[], folder.path());
    let mut slow = TcpStream::connect(&server.address).unwrap();
    slow.write_all(b"GET / HTTP/1.1\r\nHost: x\r\n").unwrap();
    // Others are answered meanwhile.
    assert!(server.get("/healthz").contains("bereit"));
    terminate(&server);
    assert_eq!(server.ended_within(Duration::from_secs(10)), Some(0));
}

#[tokio::test]
async fn a_live_stream_is_ended_by_a_stop_and_does_not_hold_it_up() {
    let folder = Folder::with_town().await;
    staff::hire(&folder.store, 1, Timestamp::now()).await;
    let token = staff::sign_in(&folder.store, 1, Timestamp::now()).await.remove(0);
    let folder = folder.closed().await;
    let mut server = Server::start(&[], folder.path());
    let mut stream = listening(&server, &token);
    until(&mut stream, "data: 0");
    terminate(&server);
    // The stream comes to its proper end; what was cut off would lack its last piece.
    let mut rest = String::new();
    stream.read_to_string(&mut rest).unwrap();
    assert!(rest.ends_with("0\r\n\r\n"), "{rest:?}");
    assert_eq!(server.ended_within(Duration::from_secs(10)), Some(0));
}

#[tokio::test]
async fn a_live_stream_ends_with_its_session_and_nobody_else_gets_one() {
    let folder = Folder::with_town().await;
    staff::hire(&folder.store, 1, Timestamp::now()).await;
    let token = staff::sign_in(&folder.store, 1, Timestamp::now()).await.remove(0);
    let folder = folder.closed().await;
    let server = Server::start(&[], folder.path());
    let mut stream = listening(&server, &token);
    until(&mut stream, "data: 0");
    let answer = answer_even_if_cut(
        &server,
        format!(
            "POST /api/session/sign_out HTTP/1.1\r\nHost: x\r\nCookie: faserstand={token}\r\nSec-Fetch-Site: same-origin\r\n\
             Content-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{{}}"
        )
        .as_bytes(),
    );
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    // At the next beat at the latest, and with the word that sends the page to the door.
    until(&mut stream, "event: ended");
    for stranger in ["", &token] {
        until(&mut listening(&server, stranger), "401 Unauthorized");
    }
}

/// A connection that asks for the changes.
fn listening(server: &Server, token: &str) -> TcpStream {
    let mut stream = TcpStream::connect(&server.address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
    let request = format!("GET /api/changes HTTP/1.1\r\nHost: x\r\nCookie: faserstand={token}\r\n\r\n");
    stream.write_all(request.as_bytes()).unwrap();
    stream
}

/// Reads until something was told.
fn until(stream: &mut TcpStream, wanted: &str) {
    let (mut told, mut part) = (String::new(), [0; 4096]);
    while !told.contains(wanted) {
        let read = stream.read(&mut part).unwrap();
        assert!(read > 0, "{told}");
        told += &String::from_utf8_lossy(&part[..read]);
    }
}

#[tokio::test]
async fn requests_that_no_client_sends_are_answered_or_refused() {
    let folder = small_town().await;
    let server = Server::start(&[], folder.path());
    let long = format!("GET /{} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", "a".repeat(200_000));
    let header = format!("GET / HTTP/1.1\r\nHost: x\r\nX: {}\r\nConnection: close\r\n\r\n", "a".repeat(2_000_000));
    let requests: [(&[u8], &[&str]); 9] = [
        (b"GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", &["404"]),
        (b"GET //etc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", &["404"]),
        (b"GET /gebiet/%00 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", &["404"]),
        (b"GET /\xff HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", &["400", "404"]),
        (b"GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\nConnection: close\r\n\r\n", &["200", "400"]),
        (b"BREW / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", &["405"]),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", &["400", ""]), // a browser that tries https
        (long.as_bytes(), &["404", "414", "431"]),
        (header.as_bytes(), &["431"]),
    ];
    for (request, statuses) in requests {
        let shown = String::from_utf8_lossy(&request[..request.len().min(40)]).into_owned();
        let answer = answer_even_if_cut(&server, request);
        let status = answer.split(' ').nth(1).unwrap_or_default();
        assert!(statuses.contains(&status), "{shown}: {}", answer.lines().next().unwrap_or_default());
        assert!(!answer.contains("root:"), "{shown}");
    }
    assert!(server.get("/").contains("200 OK"));
}

/// The server may close before it has read everything.
fn answer_even_if_cut(server: &Server, request: &[u8]) -> String {
    let mut stream = TcpStream::connect(&server.address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    let _ = stream.write_all(request);
    let (mut answer, mut part) = (Vec::new(), [0; 65_536]);
    while let Ok(read) = stream.read(&mut part) {
        if read == 0 {
            break;
        }
        answer.extend_from_slice(&part[..read]);
    }
    String::from_utf8_lossy(&answer).into_owned()
}
