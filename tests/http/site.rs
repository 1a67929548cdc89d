//! A whole server on a throw-away folder, asked without a network.

use std::{collections::BTreeSet, net::SocketAddr, sync::Arc};

use axum::{
    Router,
    body::{Body, Bytes, to_bytes},
    extract::ConnectInfo,
    http::{HeaderMap, Method, Request, StatusCode},
    response::Response,
};
use faserstand_lib::{
    application::{
        accounts::{self, NewAccount},
        actor::Actor,
        clock::Clock,
        passwords::Passwords,
        public,
    },
    domain::account::Role,
    http::{Access, Public, Shell, router},
};
use jiff::Timestamp;
use leptos::server_fn::{Decodes, codec::PostcardEncoding};
use serde::de::DeserializeOwned;
use serde_json::json;
use tower::ServiceExt;

use crate::support::{
    folder::{Folder, clock},
    town,
};

/// A server and its folder.
pub struct Site {
    /// Its data.
    pub folder: Folder,
    router: Router,
    clock: Clock,
}

/// The password of every account in these tests.
pub const PASSWORD: &str = "korrekt pferd batterie";
/// Where requests come from unless a test says otherwise.
pub const PEER: &str = "127.0.0.1:50000";

/// What came back.
#[derive(Debug)]
pub struct Answer {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body as it was sent.
    pub body: Bytes,
}

impl Answer {
    /// A header, empty where there is none.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// The cookie that it sets, as a browser sends it back.
    pub fn cookie(&self) -> String {
        self.header("set-cookie").split(';').next().unwrap().to_owned()
    }

    /// The body as text.
    pub fn text(&self) -> &str {
        str::from_utf8(&self.body).unwrap()
    }

    /// The body as JSON.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    /// The body as a screen of the workspace reads it.
    pub fn shown<T: DeserializeOwned>(&self) -> T {
        assert_eq!(self.header("content-type"), "application/x-postcard");
        PostcardEncoding::decode(self.body.clone()).unwrap()
    }
}

impl Site {
    /// Serves a folder by this clock, without TLS or a proxy in front.
    pub async fn of(folder: Folder, clock: Clock) -> Self {
        Self::open_to(folder, clock, access()).await
    }

    /// Serves a folder by this clock to whom these settings let in.
    pub async fn open_to(folder: Folder, clock: Clock, access: Access) -> Self {
        Self::with_shell(folder, clock, access, shell()).await
    }

    /// Serves the built-in data set by a server that was told its public address.
    pub async fn published_at(public_url: &str) -> Self {
        let shell = shell().published_at(Some(public_url.to_owned()));
        Self::with_shell(Folder::with_offenburg().await, clock(town::NOON), access(), shell).await
    }

    async fn with_shell(folder: Folder, clock: Clock, access: Access, shell: Shell) -> Self {
        let public = Public::start(folder.store.clone(), clock.clone(), Arc::new(shell)).await.unwrap();
        Self { router: router(public, &access), folder, clock }
    }

    /// Serves the built-in data set on the day that most examples are about.
    pub async fn offenburg() -> Self {
        Self::of(Folder::with_offenburg().await, clock(town::NOON)).await
    }

    /// Makes an account with [`PASSWORD`].
    pub async fn with_account(self, name: &str, role: Role, area: Option<&str>) -> Self {
        let new = NewAccount { name: name.to_owned(), role, area: area.map(str::to_owned) };
        let (store, passwords) = (&self.folder.store, Passwords::argon2id());
        accounts::add(store, &Actor::Console, &passwords, &[new], PASSWORD, self.now()).await.unwrap();
        self
    }

    /// Signs in with [`PASSWORD`] and returns the cookie.
    pub async fn sign_in(&self, name: &str) -> String {
        let answer = self.try_to_sign_in(name, PASSWORD, &[]).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
        answer.cookie()
    }

    /// The answer to a sign-in with more headers.
    pub async fn try_to_sign_in(&self, name: &str, password: &str, headers: &[(&str, &str)]) -> Answer {
        let body = json!({ "name": name, "password": password }).to_string();
        self.post_with("/api/session/sign_in", &body, headers).await
    }

    /// The answer to a POST of JSON as our own page sends it with a cookie.
    pub async fn post_as(&self, cookie: &str, path: &str, json: &str) -> Answer {
        self.post_with(path, json, &[("cookie", cookie), ("sec-fetch-site", "same-origin")]).await
    }

    /// What the site's clock says.
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// The answer to a GET.
    pub async fn get(&self, path: &str) -> Answer {
        self.ask(Method::GET, path, &[]).await
    }

    /// The answer to a GET with headers.
    pub async fn get_with(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        self.ask(Method::GET, path, headers).await
    }

    /// The answer to a POST of JSON.
    pub async fn post(&self, path: &str, json: &str) -> Answer {
        self.post_with(path, json, &[]).await
    }

    /// The answer to a POST of JSON with more headers.
    pub async fn post_with(&self, path: &str, json: &str, headers: &[(&str, &str)]) -> Answer {
        let headers = [&[("content-type", "application/json"), ("accept", "application/json")], headers].concat();
        self.ask_with_body(Method::POST, path, &headers, json.to_owned().into()).await
    }

    /// The answer to a request without a body.
    pub async fn ask(&self, method: Method, path: &str, headers: &[(&str, &str)]) -> Answer {
        self.ask_with_body(method, path, headers, Body::empty()).await
    }

    /// The answer to any request.
    pub async fn ask_with_body(&self, method: Method, path: &str, headers: &[(&str, &str)], body: Body) -> Answer {
        self.ask_from(PEER, method, path, headers, body).await
    }

    /// The answer to any request from this address and port.
    pub async fn ask_from(
        &self,
        peer: &str,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Body,
    ) -> Answer {
        let (parts, body) = self.begin(peer, method, path, headers, body).await.into_parts();
        Answer { status: parts.status, headers: parts.headers, body: to_bytes(body, usize::MAX).await.unwrap() }
    }

    /// The head of the answer to any request: the rest of a stream may never come.
    pub async fn head_of(&self, method: Method, path: &str, headers: &[(&str, &str)], body: Body) -> Answer {
        let (parts, _) = self.begin(PEER, method, path, headers, body).await.into_parts();
        Answer { status: parts.status, headers: parts.headers, body: Bytes::new() }
    }

    async fn begin(
        &self,
        peer: &str,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Body,
    ) -> Response<Body> {
        let peer: SocketAddr = peer.parse().unwrap();
        let mut request = Request::builder().method(method).uri(path).extension(ConnectInfo(peer));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.router.clone().oneshot(request.body(body).unwrap()).await.unwrap()
    }

    /// The addresses that the router knows, as it tells them itself.
    pub fn routes(&self) -> BTreeSet<String> {
        let told = format!("{:?}", self.router);
        let quoted = told.split('"').skip(1).step_by(2).filter(|text| text.starts_with('/'));
        quoted.filter(|route| !route.contains("__private")).map(str::to_owned).collect()
    }

    /// The addresses of all public pages.
    pub async fn pages(&self) -> Vec<String> {
        let (_, rollout) = public::rollout(&self.folder.store, town::DAY).await.unwrap();
        let areas = rollout.pages().into_iter().map(|slug| format!("/gebiet/{slug}"));
        std::iter::once("/".to_owned()).chain(areas).collect()
    }

    /// The addresses of all public data and of what open pages ask for.
    pub async fn data(&self) -> Vec<String> {
        let files = ["/api/public/v1/areas.geojson", "/api/public/v1/readings.csv"].map(str::to_owned);
        let pages = self.pages().await;
        let slugs = || pages.iter().filter_map(|page| page.strip_prefix("/gebiet/"));
        let json = ["/api/public/v1", "/live"].into_iter().flat_map(|root| {
            let areas = slugs().map(move |slug| format!("{root}/areas/{slug}.json"));
            std::iter::once(format!("{root}/town.json")).chain(areas)
        });
        files.into_iter().chain(json).collect()
    }
}

/// The built page.
fn shell() -> Shell {
    let Ok(shell) = Shell::load() else {
        panic!("the built pages are missing in dist/embed/pages: run `make web` first")
    };
    shell
}

/// No TLS, no proxy, real passwords.
pub fn access() -> Access {
    Access { tls: false, trusted_proxies: Vec::new(), passwords: Passwords::argon2id() }
}

/// The name of a file that the browser programs were built into, such as the one that ends in `.wasm`.
pub fn built_asset(ending: &str) -> String {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("dist/embed/assets");
    let names = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.filter(|name| name.ends_with(ending)).collect();
    names.sort();
    names.remove(0)
}
