//! The public pages and files once more as plain files, for a proxy to serve while the program is down
//! ([014](../../../docs/decisions/014-copy-as-plain-files.md)).
//!
//! What is copied is what the router answers, so that a copy cannot differ from the page. What there is to copy is told by
//! the snapshot: a new kind of page does not compile without a name here.

mod folder;
mod server_settings;

use std::{collections::BTreeMap, io, path::PathBuf, time::Duration};

use axum::{
    Router,
    body::{Body, Bytes, to_bytes},
    http::{HeaderMap, Request, StatusCode, header},
};
use thiserror::Error;
use tokio::{
    sync::watch,
    task::{JoinError, spawn_blocking},
    time::sleep,
};
use tower::ServiceExt;

use self::folder::Folder;
use super::{Public, assets, pages::Item, snapshot::PublicError};
use crate::presentation::{facilities_public, feed, lang::Lang, map_page, outage_page};

/// Changes that come together make one copy.
const GATHER: Duration = Duration::from_secs(2);
/// To make all pages takes one of the machine's cores for a moment. Between two copies lies so many times that, but no longer
/// than [`LONGEST_REST`]: what the copy shows should not be old.
const REST: u32 = 4;
const LONGEST_REST: Duration = Duration::from_secs(15);
/// When a copy that failed is tried again without a change.
const AGAIN: Duration = Duration::from_secs(60);
/// The forms of a file: what is asked for, and how its name ends.
const FORMS: [(&str, &str); 3] = [("identity", ""), ("br", ".br"), ("gzip", ".gz")];
/// What is made for each answer and is no item: where a town has it, it is copied.
const FOR_PROGRAMS: [&str; 1] = ["/.well-known/security.txt"];

/// Why there is no new copy. The one before stays.
#[derive(Debug, Error)]
enum CopyError {
    /// The folder.
    #[error("{0}")]
    Folder(#[from] io::Error),
    /// An answer that is none.
    #[error("{address} was answered {status}")]
    Answer { address: String, status: StatusCode },
    /// An answer that broke off.
    #[error("{0}")]
    Body(#[from] axum::Error),
    /// A page.
    #[error("{0}")]
    Page(#[from] PublicError),
    /// The thread that wrote ended early.
    #[error("writing was cut short: {0}")]
    Cut(#[from] JoinError),
}

/// A file of a copy: its path within the copy, and its bytes.
type Files = BTreeMap<String, Bytes>;

/// Keeps a copy of the public pages in a folder for as long as the program runs.
pub async fn keep(public: Public, router: Router, folder: PathBuf) {
    let mut changes = public.changes();
    let mut folder = Folder::new(folder);
    loop {
        changes.mark_unchanged();
        let begun = tokio::time::Instant::now();
        let next = match copy(&public, &router, folder.clone()).await {
            Ok(copied) => {
                folder = copied;
                None
            }
            Err(error) => {
                let folder = folder.path().display();
                tracing::error!(%error, %folder, "the copy for the time when the program is down was not renewed");
                Some(AGAIN)
            }
        };
        sleep((begun.elapsed() * REST).min(LONGEST_REST)).await;
        if !is_due(&mut changes, next).await {
            return;
        }
        sleep(GATHER).await;
    }
}

/// Waits for a change, or until it is time to try again; says no when the program ends.
async fn is_due(changes: &mut watch::Receiver<i64>, again: Option<Duration>) -> bool {
    let later = async {
        match again {
            Some(again) => sleep(again).await,
            None => std::future::pending().await,
        }
    };
    tokio::select! {
        changed = changes.changed() => changed.is_ok(),
        () = later => true,
    }
}

async fn copy(public: &Public, router: &Router, folder: Folder) -> Result<Folder, CopyError> {
    let mut files = Files::new();
    for (address, path) in items(public) {
        add(&mut files, router, &address, &path).await?;
    }
    for path in assets::public_paths() {
        add(&mut files, router, &format!("/{path}"), &path).await?;
    }
    for address in FOR_PROGRAMS {
        add(&mut files, router, address, &path(address)).await?;
    }
    for lang in Lang::ALL {
        let page = public.make_once(move |source| source.plain(outage_page::page(lang), "/", lang)).await?;
        files.insert(format!("{WWW}{}", lang.address(outage_page::ADDRESS)), page.into());
    }
    for (name, address) in [("pages.conf", "/"), ("data.conf", "/api/public/v1/town.json")] {
        let (headers, _) = asked(router, address, "identity").await?;
        files.insert(format!("nginx/{name}"), server_settings::nginx(&headers).into());
    }
    Ok(spawn_blocking(move || folder.replace(files)).await??)
}

/// Where a web server finds what it may show.
const WWW: &str = "www";

/// A file in all its forms. One that is no smaller compressed has fewer; what this town does not have has none.
async fn add(files: &mut Files, router: &Router, address: &str, path: &str) -> Result<(), CopyError> {
    for (encoding, ending) in FORMS {
        let (headers, body) = match asked(router, address, encoding).await {
            Err(CopyError::Answer { status: StatusCode::NOT_FOUND, .. }) => return Ok(()),
            answer => answer?,
        };
        if ending.is_empty() || headers.contains_key(header::CONTENT_ENCODING) {
            files.insert(format!("{WWW}/{path}{ending}"), body);
        }
    }
    Ok(())
}

async fn asked(router: &Router, address: &str, encoding: &str) -> Result<(HeaderMap, Bytes), CopyError> {
    let mut request = Request::new(Body::empty());
    let refused = |status| CopyError::Answer { address: address.to_owned(), status };
    *request.uri_mut() = address.parse().map_err(|_| refused(StatusCode::BAD_REQUEST))?;
    request.headers_mut().insert(
        header::ACCEPT_ENCODING,
        header::HeaderValue::from_static(match encoding {
            "br" => "br",
            "gzip" => "gzip",
            _ => "identity",
        }),
    );
    let Ok(answer) = router.clone().oneshot(request).await;
    let (parts, body) = answer.into_parts();
    if parts.status != StatusCode::OK {
        return Err(refused(parts.status));
    }
    Ok((parts.headers, to_bytes(body, usize::MAX).await?))
}

/// Every public item that has an address of its own, with the path of its file. A page with a filter has none: a file does not
/// know what stands behind the question mark.
fn items(public: &Public) -> impl Iterator<Item = (String, String)> {
    let addresses = public.items().into_iter().filter_map(|item| address(&item));
    addresses.filter(|address| !address.contains('?')).map(|address| {
        let path = path(&address);
        (address, path)
    })
}

/// Where an item is answered; the page of addresses that do not exist has none.
fn address(item: &Item) -> Option<String> {
    let address = match item {
        Item::TownPage(_) => "/".to_owned(),
        Item::AreaPage(slug, _) => format!("/gebiet/{slug}"),
        Item::MapPage(_) => map_page::ADDRESS.to_owned(),
        Item::ReadPage(address, _) => address.clone(),
        Item::NotFoundPage(_) => return None,
        Item::TownLive(_) => "/live/town.json".to_owned(),
        Item::AreaLive(slug, _) => format!("/live/areas/{slug}.json"),
        Item::MapLive(_) => map_page::LIVE.to_owned(),
        Item::TownJson => "/api/public/v1/town.json".to_owned(),
        Item::AreaJson(slug) => format!("/api/public/v1/areas/{slug}.json"),
        Item::AreasGeoJson => "/api/public/v1/areas.geojson".to_owned(),
        Item::ReadingsCsv => "/api/public/v1/readings.csv".to_owned(),
        Item::FacilitiesCsv => facilities_public::FILE.to_owned(),
        Item::Feed(None, _) => feed::ADDRESS.to_owned(),
        Item::Feed(Some(slug), _) => format!("/gebiet/{slug}{}", feed::ENDING),
        Item::Sitemap => "/sitemap.xml".to_owned(),
    };
    Some(item.lang().address(&address))
}

/// `/` is `index.html`, `/verlauf` is `verlauf.html`; what has an ending keeps it.
fn path(address: &str) -> String {
    let path = address.trim_start_matches('/');
    let name = path.rsplit('/').next().unwrap_or_default();
    match (name.is_empty(), name.contains('.')) {
        (true, _) => format!("{path}index.html"),
        (false, true) => path.to_owned(),
        (false, false) => format!("{path}.html"),
    }
}

#[cfg(test)]
mod tests {
    use super::path;

    #[test]
    fn an_address_has_the_file_that_a_web_server_looks_for() {
        let files = [
            ("/", "index.html"),
            ("/en/", "en/index.html"),
            ("/verlauf", "verlauf.html"),
            ("/en/gebiet/buehl", "en/gebiet/buehl.html"),
            ("/live/areas/buehl.json", "live/areas/buehl.json"),
            ("/robots.txt", "robots.txt"),
        ];
        for (address, file) in files {
            assert_eq!(path(address), file);
        }
    }
}
