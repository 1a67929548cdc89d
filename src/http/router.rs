//! All addresses and who answers them.

use axum::{
    Router,
    extract::{Path, State, rejection::PathRejection},
    http::{HeaderMap, HeaderValue, StatusCode, Uri, header},
    response::{Html, IntoResponse, Redirect, Response},
    routing::get,
};

use crate::presentation::{facilities_public, strand};

use super::{Access, Public, assets, headers, pages::Item};

/// Pages and data: kept, and asked for again each time (an unchanged one costs a 304).
const ASK_AGAIN: &str = "no-cache";

/// The whole server.
pub fn router(public: Public, access: &Access) -> Router {
    let policy = public.shell().content_security_policy();
    let open_data = Router::new()
        .route("/api/public/v1/town.json", get(town_json))
        .route("/api/public/v1/areas/{file}", get(area_json))
        .route("/api/public/v1/areas.geojson", get(areas_geojson))
        .route("/api/public/v1/readings.csv", get(readings_csv))
        .route(facilities_public::FILE, get(facilities_csv));
    let read = strand::PATHS.iter().fold(Router::new(), |read, path| read.route(path, get(read_page)));
    let routes = headers::open_to_all(open_data)
        .merge(read)
        .route("/", get(town_page))
        .route("/gebiet/{slug}", get(area_page))
        .route("/gebiet/{slug}/", get(area_page_with_slash))
        .route("/live/town.json", get(town_live))
        .route("/live/areas/{file}", get(area_live))
        .route("/arbeit", get(workspace))
        .route("/arbeit/{*rest}", get(workspace))
        .route("/assets/{name}", get(asset))
        .route("/healthz", get(healthz))
        .fallback(elsewhere)
        .with_state(public.clone())
        .merge(super::remarks::routes(public.clone(), access))
        .merge(super::server_functions::routes(public, access));
    headers::secured(routes, &policy, access.tls)
}

/// The last part of an address, or that its bytes are no text.
type Name = Result<Path<String>, PathRejection>;

/// The empty name, which nothing has, for one that is no text.
fn text(name: Name) -> String {
    name.map(|Path(name)| name).unwrap_or_default()
}

async fn town_page(State(public): State<Public>, request: HeaderMap) -> Response {
    serve(&public, &Item::TownPage, &request).await
}

async fn area_page(State(public): State<Public>, slug: Name, request: HeaderMap) -> Response {
    serve(&public, &Item::AreaPage(text(slug)), &request).await
}

async fn area_page_with_slash(State(public): State<Public>, slug: Name, request: HeaderMap) -> Response {
    let slug = text(slug);
    let page = serve(&public, &Item::AreaPage(slug.clone()), &request).await;
    if page.status() == StatusCode::NOT_FOUND {
        return page;
    }
    Redirect::permanent(&format!("/gebiet/{slug}")).into_response()
}

/// A page that is only read. Its filters are part of its address; one that it does not have is no page.
async fn read_page(State(public): State<Public>, uri: Uri, request: HeaderMap) -> Response {
    let address = uri.path_and_query().map_or_else(String::new, ToString::to_string);
    serve(&public, &Item::ReadPage(address), &request).await
}

async fn town_json(State(public): State<Public>, request: HeaderMap) -> Response {
    serve(&public, &Item::TownJson, &request).await
}

async fn area_json(State(public): State<Public>, file: Name, request: HeaderMap) -> Response {
    serve_file(&public, &text(file), Item::AreaJson, &request).await
}

async fn town_live(State(public): State<Public>, request: HeaderMap) -> Response {
    serve(&public, &Item::TownLive, &request).await
}

async fn area_live(State(public): State<Public>, file: Name, request: HeaderMap) -> Response {
    serve_file(&public, &text(file), Item::AreaLive, &request).await
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

async fn workspace(State(public): State<Public>) -> Response {
    ([(header::CACHE_CONTROL, ASK_AGAIN)], Html(public.shell().workspace().to_owned())).into_response()
}

async fn asset(State(public): State<Public>, name: Name, request: HeaderMap) -> Response {
    match assets::asset(&text(name), &request) {
        Some(answer) => answer,
        None => not_found(&public, &request).await,
    }
}

async fn healthz() -> &'static str {
    "bereit"
}

/// A file at the root, or the page that says that there is none.
async fn elsewhere(State(public): State<Public>, uri: Uri, request: HeaderMap) -> Response {
    match assets::root_file(uri.path().trim_start_matches('/'), &request) {
        Some(answer) => answer,
        None => not_found(&public, &request).await,
    }
}

async fn serve(public: &Public, item: &Item, request: &HeaderMap) -> Response {
    match public.get(item).await {
        Ok(Some(made)) => made.answer(request, item.status(), ASK_AGAIN),
        Ok(None) => not_found(public, request).await,
        Err(error) => {
            tracing::error!(%error, ?item, "could not be made");
            unavailable()
        }
    }
}

/// `griesheim.json` is the item of Griesheim.
async fn serve_file(public: &Public, file: &str, item: fn(String) -> Item, request: &HeaderMap) -> Response {
    match file.strip_suffix(".json") {
        Some(slug) => serve(public, &item(slug.to_owned()), request).await,
        None => not_found(public, request).await,
    }
}

async fn not_found(public: &Public, request: &HeaderMap) -> Response {
    match public.get(&Item::NotFoundPage).await {
        Ok(Some(page)) => page.answer(request, StatusCode::NOT_FOUND, ASK_AGAIN),
        Ok(None) | Err(_) => unavailable(),
    }
}

fn unavailable() -> Response {
    let sentence = "Die Seite kann gerade nicht angezeigt werden. Bitte versuchen Sie es in einer Minute noch einmal.";
    (StatusCode::SERVICE_UNAVAILABLE, [(header::RETRY_AFTER, "60")], sentence).into_response()
}

/// Lets a browser save the answer under this name.
fn as_file(mut answer: Response, name: &str) -> Response {
    if let Ok(value) = HeaderValue::from_str(&format!("inline; filename=\"{name}\"")) {
        answer.headers_mut().insert(header::CONTENT_DISPOSITION, value);
    }
    answer
}
