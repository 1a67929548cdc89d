//! The public pages as plain files.

use std::{
    fs,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use tempfile::TempDir;

use crate::run::{Server, import, small_town};

/// A copy is there, or renewed, by then, on a busy machine too.
const SOON: Duration = Duration::from_secs(120);

/// A file of the copy that holds, as text.
fn text(copy: &Path, path: &str) -> Option<String> {
    fs::read_to_string(copy.join("aktuell").join(path)).ok()
}

/// Waits until a file says something.
fn says(copy: &Path, path: &str, part: &str) -> bool {
    let begun = Instant::now();
    while begun.elapsed() < SOON {
        if text(copy, path).is_some_and(|text| text.contains(part)) {
            return true;
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    false
}

/// The body of an answer.
fn body(server: &Server, address: &str) -> String {
    server.get(address).split_once("\r\n\r\n").unwrap().1.to_owned()
}

/// All files below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

#[tokio::test]
async fn what_the_public_sees_is_also_written_as_files_and_follows_the_data() {
    let (folder, copies) = (small_town().await, TempDir::new().unwrap());
    let copy = copies.path().join("kopie");
    let server = Server::start(&["--static-copy", copy.to_str().unwrap()], folder.path());
    assert!(says(&copy, "www/index.html", "</html>"));
    let pairs = [
        ("/", "index.html"),
        ("/gebiet/buehl", "gebiet/buehl.html"),
        ("/verlauf", "verlauf.html"),
        ("/live/town.json", "live/town.json"),
        ("/live/areas/buehl.json", "live/areas/buehl.json"),
        ("/api/public/v1/readings.csv", "api/public/v1/readings.csv"),
        ("/api/public/v1/areas/buehl.json", "api/public/v1/areas/buehl.json"),
        ("/robots.txt", "robots.txt"),
    ];
    for (address, file) in pairs {
        assert_eq!(text(&copy, &format!("www/{file}")), Some(body(&server, address)), "{address}");
    }
    let www = copy.join("aktuell/www");
    for compressed in ["index.html.br", "index.html.gz", "gebiet/buehl.html.br", "live/town.json.gz"] {
        assert!(www.join(compressed).is_file(), "{compressed}");
    }
    // Every file that the pages name is there.
    let page = text(&copy, "www/index.html").unwrap();
    let named = page.split('"').filter(|text| text.starts_with("/assets/")).collect::<Vec<_>>();
    assert!(!named.is_empty() && named.iter().all(|name| www.join(&name[1..]).is_file()), "{named:?}");
    // What is for staff, or about one visitor, is not.
    let shown: Vec<_> = files(&www).iter().map(|path| path.strip_prefix(&www).unwrap().to_owned()).collect();
    let public =
        |path: &PathBuf| !path.starts_with("arbeit") && !path.starts_with("hinweis") && !path.starts_with("api/staff");
    assert!(shown.iter().all(public), "{shown:?}");
    assert!(text(&copy, "www/ausser-betrieb.html").unwrap().contains("Das geht im Moment nicht."));
    let headers = text(&copy, "nginx/pages.conf").unwrap();
    assert!(headers.contains("add_header content-security-policy \"default-src 'none';"), "{headers}");
    assert!(text(&copy, "nginx/data.conf").unwrap().contains("add_header access-control-allow-origin \"*\" always;"));
    // After a change the copy follows.
    assert_eq!(
        import("Ortsteil;Stand;Verträge;Anmerkung\nBühl;10.11.2023;141;Frisch gezählt\n", &[], folder.path()).code,
        0
    );
    assert!(says(&copy, "www/gebiet/buehl.html", "Frisch gezählt"));
}

#[tokio::test]
async fn without_the_setting_nothing_is_written_and_a_folder_that_cannot_be_does_not_keep_the_server() {
    let folder = small_town().await;
    let before = files(folder.path()).len();
    let server = Server::start(&[], folder.path());
    assert!(server.get("/").contains("200 OK"));
    drop(server);
    assert!(files(folder.path()).len() <= before + 2, "the database's own files alone");
    let taken = folder.path().join("belegt");
    fs::write(&taken, "a file").unwrap();
    let server = Server::start(&["--static-copy", taken.to_str().unwrap()], folder.path());
    assert!(server.get("/").contains("200 OK"));
    assert_eq!(fs::read_to_string(&taken).unwrap(), "a file");
}
