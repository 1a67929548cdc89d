//! Signing in at a server on a real port.

use std::os::unix::fs::PermissionsExt;

use tempfile::TempDir;

use crate::run::{Server, faserstand, run, run_with_input, small_town};

const SIGN_IN: &str = "/api/session/sign_in";

fn body(name: &str, password: &str) -> String {
    serde_json::json!({ "name": name, "password": password }).to_string()
}

fn status(answer: &str) -> &str {
    answer.split(' ').nth(1).unwrap_or_default()
}

/// The cookie of an answer, as a header line.
fn cookie(answer: &str) -> String {
    let set = answer.lines().find_map(|line| line.strip_prefix("set-cookie: ")).unwrap();
    format!("Sec-Fetch-Site: same-origin\r\nCookie: {}\r\n", set.split(';').next().unwrap())
}

#[tokio::test]
async fn an_account_of_the_command_line_signs_in_at_the_running_server() {
    let folder = small_town().await;
    let server = Server::start(&[], folder.path());
    let add = ["user", "add", "Anna", "--role", "editor", "--password-stdin"];
    assert_eq!(run_with_input(&add, "korrekt pferd batterie\n", folder.path()).code, 0);
    let refused = server.post(SIGN_IN, "", &body("Anna", "falsch"));
    assert_eq!(status(&refused), "401", "{refused}");
    let answer = server.post(SIGN_IN, "", &body("Anna", "korrekt pferd batterie"));
    assert_eq!(status(&answer), "200", "{answer}");
    let overview = |cookie: &str| status(&server.post("/api/desk/today", cookie, "{}")).to_owned();
    assert_eq!((overview(""), overview(&cookie(&answer))), ("401".to_owned(), "200".to_owned()));
    assert_eq!(run(&["user", "disable", "Anna"], folder.path()).code, 0);
    assert_eq!(overview(&cookie(&answer)), "401");
}

#[tokio::test]
async fn the_eleventh_try_from_one_address_waits() {
    let folder = small_town().await;
    let server = Server::start(&[], folder.path());
    // No proxy is trusted: what is said of other addresses does not count.
    let attempt = |turn: u8| {
        let forwarded = format!("X-Forwarded-For: 192.0.2.{turn}\r\n");
        server.post(SIGN_IN, &forwarded, &body(&format!("Niemand {turn}"), "falsch"))
    };
    for turn in 0..10 {
        assert_eq!(status(&attempt(turn)), "401", "try {turn}");
    }
    let eleventh = attempt(10);
    assert!(status(&eleventh) == "429" && eleventh.contains("\r\nretry-after: "), "{eleventh}");
}

#[tokio::test]
async fn settings_of_the_proxy_come_from_flags_or_the_environment() {
    let folder = small_town().await;
    let add = ["user", "add", "Anna", "--role", "editor", "--password-stdin"];
    run_with_input(&add, "korrekt pferd batterie\n", folder.path());
    let server = Server::start(&["--tls", "--trusted-proxy", "127.0.0.1"], folder.path());
    for turn in 0..12 {
        let forwarded = format!("X-Forwarded-For: 192.0.2.{turn}\r\n");
        let answer = server.post(SIGN_IN, &forwarded, &body(&format!("Niemand {turn}"), "falsch"));
        assert_eq!(status(&answer), "401", "try {turn}");
    }
    let answer = server.post(SIGN_IN, "", &body("Anna", "korrekt pferd batterie"));
    assert!(answer.contains("set-cookie: __Host-faserstand=") && answer.contains("; Secure;"), "{answer}");
    let wrong = |name: &str, value: &str| {
        let mut command = faserstand(["serve", "--listen", "127.0.0.1:0", "--data"]);
        command.arg(folder.path()).env(name, value).output().unwrap().status.code()
    };
    assert_eq!(wrong("FASERSTAND_TRUSTED_PROXIES", "10.0.0.0/8,proxy.example.org"), Some(2));
    assert_eq!(wrong("FASERSTAND_TLS", "vielleicht"), Some(2));
    for address in
        ["glasfaser.example.org", "https://", "https://example.org/glasfaser", "ftp://example.org", "https://a b"]
    {
        assert_eq!(wrong("FASERSTAND_PUBLIC_URL", address), Some(2), "{address}");
    }
}

#[test]
fn a_demonstration_tells_how_to_sign_in_for_as_long_as_its_file_is_there() {
    let folder = TempDir::new().unwrap();
    let server = Server::start(&["--demo"], folder.path());
    let file = folder.path().join("demo-anmeldung.txt");
    assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    let text = std::fs::read_to_string(&file).unwrap();
    let (accounts, password) = text.trim_end().split_once('\n').unwrap();
    assert_eq!(accounts, "Konten dieser Vorführung: bearbeitung1, bearbeitung2, griesheim");
    let password = password.strip_prefix("Passwort: ").unwrap();
    for name in ["bearbeitung1", "bearbeitung2", "griesheim"] {
        assert_eq!(status(&server.post(SIGN_IN, "", &body(name, password))), "200", "{name}");
    }
    drop(server);
    std::fs::remove_file(&file).unwrap();
    let again = Server::start(&["--demo"], folder.path());
    assert_eq!(again.said.len(), 1, "{:?}", again.said);
    assert!(!file.exists());
    assert_eq!(status(&again.post(SIGN_IN, "", &body("griesheim", password))), "200");
}

#[tokio::test]
async fn without_a_demonstration_nobody_has_an_account() {
    let folder = small_town().await;
    let server = Server::start(&[], folder.path());
    assert_eq!(server.said.len(), 1);
    assert!(!folder.path().join("demo-anmeldung.txt").exists());
    assert!(run(&["user", "list"], folder.path()).out.contains("noch keine Konten"));
}
