//! All addresses and who answers them.

use std::sync::Arc;

use axum::{
    Router,
    extract::{Path, State, rejection::PathRejection},
    http::{HeaderMap, HeaderValue, StatusCode, Uri, header},
    response::{IntoResponse, Redirect, Response},
    routing::get,
};

use crate::presentation::{facilities_public, feed, frame_words, lang::Lang, map_page, strand};

use super::{Access, Public, assets, frame::html, headers, pages::Item};

/// Pages and data: kept, and asked for again each time (an unchanged one costs a 304).
const ASK_AGAIN: &str = "no-cache";

/// The whole server.
pub fn router(public: Public, access: &Access) -> Router {
    let policy = public.shell().content_security_policy();
    let page = Arc::new(html(public.shell().workspace().as_bytes().to_vec()));
    let workspace = move |request: HeaderMap| async move { page.answer(&request, StatusCode::OK, ASK_AGAIN) };
    let open_data = Router::new()
        .route("/api/public/v1/town.json", get(town_json))
        .route("/api/public/v1/areas/{file}", get(area_json))
        .route("/api/public/v1/areas.geojson", get(areas_geojson))
        .route("/api/public/v1/readings.csv", get(readings_csv))
        .route(facilities_public::FILE, get(facilities_csv));
    let pages = Lang::ALL.into_iter().fold(Router::new(), |routes, lang| routes.merge(pages(lang)));
    let routes = headers::open_to_all(open_data)
        .merge(pages)
        .merge(super::finding::routes())
        .route("/arbeit", get(workspace.clone()))
        .route("/arbeit/{*rest}", get(workspace))
        .route("/assets/{name}", get(asset))
        .route("/healthz", get(healthz))
        .fallback(elsewhere)
        .with_state(public.clone())
        .merge(super::remarks::routes(public.clone(), access))
        .merge(super::server_functions::routes(public, access));
    headers::secured(routes, &policy, access.tls)
}

/// The pages of one language. Which one it is stands in the address alone, and there it is read from: never from a cookie
/// or from what a browser says it would like.
fn pages(lang: Lang) -> Router<Public> {
    let at = |german: &str| lang.address(german);
    let read = strand::PATHS.iter().fold(Router::new(), |read, path| read.route(&at(path), get(read_page)));
    let pages = read
        .route(&at("/"), get(town_page))
        .route(&at("/gebiet/{slug}"), get(area_page))
        .route(&at("/gebiet/{slug}/"), get(area_page_with_slash))
        .route(&at(map_page::ADDRESS), get(large_map))
        .route(&at("/live/town.json"), get(town_live))
        .route(&at(map_page::LIVE), get(map_live))
        .route(&at("/live/areas/{file}"), get(area_live));
    match lang.prefix() {
        "" => pages,
        prefix => pages.route(prefix, get(move || async move { Redirect::permanent(&lang.address("/")) })),
    }
}

/// The language of an address.
pub fn lang_of(uri: &Uri) -> Lang {
    Lang::of_address(uri.path()).0
}

/// The last part of an address, or that its bytes are no text.
type Name = Result<Path<String>, PathRejection>;

/// The empty name, which nothing has, for one that is no text.
fn text(name: Name) -> String {
    name.map(|Path(name)| name).unwrap_or_default()
}

async fn town_page(State(public): State<Public>, uri: Uri, request: HeaderMap) -> Response {
    serve(&public, &Item::TownPage(lang_of(&uri)), &request).await
}

async fn area_page(State(public): State<Public>, uri: Uri, slug: Name, request: HeaderMap) -> Response {
    let (slug, lang) = (text(slug), lang_of(&uri));
    // A page's news lie beside it.
    let item = match slug.strip_suffix(feed::ENDING) {
        Some(area) => Item::Feed(Some(area.to_owned()), lang),
        None => Item::AreaPage(slug, lang),
    };
    serve(&public, &item, &request).await
}

async fn area_page_with_slash(State(public): State<Public>, uri: Uri, slug: Name, request: HeaderMap) -> Response {
    let (lang, slug) = (lang_of(&uri), text(slug));
    let page = serve(&public, &Item::AreaPage(slug.clone(), lang), &request).await;
    if page.status() == StatusCode::NOT_FOUND {
        return page;
    }
    Redirect::permanent(&lang.address(&format!("/gebiet/{slug}"))).into_response()
}

/// A page that is only read. Its filters are part of its address; one that it does not have is no page.
async fn read_page(State(public): State<Public>, uri: Uri, request: HeaderMap) -> Response {
    let whole = uri.path_and_query().map_or_else(String::new, ToString::to_string);
    let (lang, address) = Lang::of_address(&whole);
    serve(&public, &Item::ReadPage(address.to_owned(), lang), &request).await
}

async fn town_json(State(public): State<Public>, request: HeaderMap) -> Response {
    serve(&public, &Item::TownJson, &request).await
}

async fn area_json(State(public): State<Public>, file: Name, request: HeaderMap) -> Response {
    serve_file(&public, &text(file), Item::AreaJson, Lang::De, &request).await
}

async fn town_live(State(public): State<Public>, uri: Uri, request: HeaderMap) -> Response {
    serve(&public, &Item::TownLive(lang_of(&uri)), &request).await
}

async fn large_map(State(public): State<Public>, uri: Uri, request: HeaderMap) -> Response {
    serve(&public, &Item::MapPage(lang_of(&uri)), &request).await
}

async fn map_live(State(public): State<Public>, uri: Uri, request: HeaderMap) -> Response {
    serve(&public, &Item::MapLive(lang_of(&uri)), &request).await
}

async fn area_live(State(public): State<Public>, uri: Uri, file: Name, request: HeaderMap) -> Response {
    let lang = lang_of(&uri);
    serve_file(&public, &text(file), |slug| Item::AreaLive(slug, lang), lang, &request).await
}

async fn areas_geojson(State(public): State<Public>, request: HeaderMap) -> Response {
    as_file(serve(&public, &Item::AreasGeoJson, &request).await, "gebiete.geojson")
}

async fn readings_csv(State(public): State<Public>, request: HeaderMap) -> Response {
    as_file(serve(&public, &Item::ReadingsCsv, &request).await, "staende.csv")
}

async fn facilities_csv(State(public): State<Public>, request: HeaderMap) -> Response {
    as_file(serve(&public, &Item::FacilitiesCsv, &request).await, "einrichtungen.csv")
}

async fn asset(State(public): State<Public>, name: Name, request: HeaderMap) -> Response {
    match assets::asset(&text(name), &request) {
        Some(answer) => answer,
        None => not_found(&public, Lang::De, &request).await,
    }
}

async fn healthz() -> &'static str {
    "bereit"
}

/// A file at the root, or the page that says that there is none.
async fn elsewhere(State(public): State<Public>, uri: Uri, request: HeaderMap) -> Response {
    match assets::root_file(uri.path().trim_start_matches('/'), &request) {
        Some(answer) => answer,
        None => not_found(&public, lang_of(&uri), &request).await,
    }
}

pub async fn serve(public: &Public, item: &Item, request: &HeaderMap) -> Response {
    match public.get(item).await {
        Ok(Some(made)) => made.answer(request, item.status(), ASK_AGAIN),
        Ok(None) => not_found(public, item.lang(), request).await,
        Err(error) => {
            tracing::error!(%error, ?item, "could not be made");
            unavailable(item.lang())
        }
    }
}

/// `griesheim.json` is the item of Griesheim.
async fn serve_file(
    public: &Public,
    file: &str,
    item: impl FnOnce(String) -> Item,
    lang: Lang,
    request: &HeaderMap,
) -> Response {
    match file.strip_suffix(".json") {
        Some(slug) => serve(public, &item(slug.to_owned()), request).await,
        None => not_found(public, lang, request).await,
    }
}

pub async fn not_found(public: &Public, lang: Lang, request: &HeaderMap) -> Response {
    match public.get(&Item::NotFoundPage(lang)).await {
        Ok(Some(page)) => page.answer(request, StatusCode::NOT_FOUND, ASK_AGAIN),
        Ok(None) | Err(_) => unavailable(lang),
    }
}

fn unavailable(lang: Lang) -> Response {
    let later = [(header::RETRY_AFTER, "60")];
    (StatusCode::SERVICE_UNAVAILABLE, later, frame_words::unavailable(lang)).into_response()
}

/// Lets a browser save the answer under this name.
fn as_file(mut answer: Response, name: &str) -> Response {
    if let Ok(value) = HeaderValue::from_str(&format!("inline; filename=\"{name}\"")) {
        answer.headers_mut().insert(header::CONTENT_DISPOSITION, value);
    }
    answer
}
