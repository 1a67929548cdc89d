//! "Stimmt das nicht?": the form on which a citizen says so, what it is answered, and the thanks.
//!
//! It is a form without a session and changes nothing that anybody sees. So no cookie is asked for and none is looked at;
//! what another site makes a browser send is refused, so that no visitor of theirs uses up somebody's turns here.

use std::sync::Arc;

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::{Request, State},
    http::{HeaderValue, StatusCode, Uri, header},
    middleware::{Next, from_fn, from_fn_with_state},
    response::{Html, IntoResponse, Redirect, Response},
    routing::{get, post},
};
use ipnet::IpNet;
use tower_http::csrf::CsrfLayer;

use super::{Access, Public, address, compress};
use crate::{
    application::remarks::{self, Letterbox, SendError},
    domain::remark::{NewRemark, Place, Reference},
    presentation::{
        lang::Lang,
        query::Query,
        remark_page::{self, RemarkForm},
        remark_words as words,
        strand::ReadPage,
        title_words,
    },
};

/// The largest form in bytes: a text of the longest length in letters that take most, and room to say that one is too long.
const LARGEST_FORM: usize = 64 * 1024;
/// What a form is sent as.
const FORM: &str = "application/x-www-form-urlencoded";

/// What the form meets.
#[derive(Clone)]
struct Desk {
    public: Public,
    letterbox: Arc<Letterbox>,
    trusted_proxies: Arc<[IpNet]>,
}

/// The form's addresses.
pub fn routes(public: Public, access: &Access) -> Router {
    let desk = Desk { public, letterbox: Arc::default(), trusted_proxies: access.trusted_proxies.clone().into() };
    let in_each = |add: fn(Router<Desk>, Lang) -> Router<Desk>| Lang::ALL.into_iter().fold(Router::new(), add);
    let sending = in_each(|routes, lang| routes.route(&lang.address(words::ADDRESS), post(send)));
    let reading = in_each(|routes, lang| {
        routes.route(&lang.address(words::ADDRESS), get(form)).route(&lang.address(words::THANKS), get(thanks))
    });
    let refused = from_fn_with_state(desk.clone(), explained);
    let all = reading.merge(sending.layer(CsrfLayer::new()).layer(refused));
    all.layer(from_fn(compress::made_for_one)).with_state(desk)
}

/// The form, for whom another site has sent here: who meant it can write it anew.
async fn explained(State(desk): State<Desk>, request: Request, next: Next) -> Response {
    let lang = Lang::of_address(request.uri().path()).0;
    let answer = next.run(request).await;
    if answer.status() != StatusCode::FORBIDDEN {
        return answer;
    }
    let (failure, reference) = (Some(words::other_site(lang).to_owned()), remarks::chance().ok());
    desk.show(StatusCode::FORBIDDEN, RemarkForm { failure, reference, ..RemarkForm::about(Place::TOWN) }, lang).await
}

async fn form(State(desk): State<Desk>, uri: Uri) -> Response {
    let place = desk.place(Query::parse(uri.query().unwrap_or_default()).get("zu"));
    // Without random bytes the form works all the same, and its remark gets a reference when it is sent.
    let form = RemarkForm { reference: remarks::chance().ok(), ..RemarkForm::about(place) };
    desk.show(StatusCode::OK, form, Lang::of_address(uri.path()).0).await
}

async fn thanks(State(desk): State<Desk>, uri: Uri) -> Response {
    let lang = Lang::of_address(uri.path()).0;
    let asked = Query::parse(uri.query().unwrap_or_default());
    let reference = asked.get("nummer").and_then(|text| text.parse::<Reference>().ok());
    let page = desk.public.make_once(move |source| {
        let page = ReadPage {
            title: title_words::page(remark_page::thank(lang)),
            description: remark_page::stored(lang).to_owned(),
            sample: false,
            main: remark_page::thanks(reference.as_ref(), lang),
        };
        source.plain(page, &thanks_for(reference.as_ref()), lang)
    });
    answer(StatusCode::OK, page.await, lang)
}

async fn send(State(desk): State<Desk>, request: Request<Body>) -> Response {
    let caller = address::counted(&request, &desk.trusted_proxies);
    let (parts, body) = request.into_parts();
    let kind = parts.headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let is_form = kind.split(';').next().is_some_and(|kind| kind.trim().eq_ignore_ascii_case(FORM));
    let lang = Lang::of_address(parts.uri.path()).0;
    let failed = |failure: &str| RemarkForm { failure: Some(failure.to_owned()), ..RemarkForm::about(Place::TOWN) };
    if !is_form {
        return desk.show(StatusCode::UNSUPPORTED_MEDIA_TYPE, failed(words::no_form(lang)), lang).await;
    }
    let Ok(body) = to_bytes(body, LARGEST_FORM).await else {
        return desk.show(StatusCode::PAYLOAD_TOO_LARGE, failed(words::too_large(lang)), lang).await;
    };
    let typed = Typed::read(&body);
    // A person does not see that field. Whoever fills it in is thanked, and that is all.
    if !typed.website.is_empty() {
        return remarks::chance().map_or_else(|_| sent(None, lang), |reference| sent(Some(&reference), lang));
    }
    desk.take(typed, &caller, lang).await
}

/// A form as it was sent.
#[derive(Default)]
struct Typed {
    place: String,
    reference: String,
    text: String,
    contact: String,
    notice: String,
    website: String,
}

impl Typed {
    /// What of a body are fields of ours; of one that comes twice the last.
    fn read(body: &[u8]) -> Self {
        let mut typed = Self::default();
        for (name, value) in form_urlencoded::parse(body).into_owned() {
            match name.as_str() {
                "zu" => typed.place = value,
                "nummer" => typed.reference = value,
                "text" => typed.text = value,
                "kontakt" => typed.contact = value,
                "fassung" => typed.notice = value,
                "website" => typed.website = value,
                _ => {}
            }
        }
        typed
    }
}

impl Desk {
    /// The page of this name; the start page where the public knows none: nobody writes into the log by an address.
    fn place(&self, name: Option<&str>) -> Place {
        let place = name.and_then(|name| name.parse::<Place>().ok());
        place.filter(|place| self.public.knows(place)).unwrap_or(Place::TOWN)
    }

    /// Stores what was typed, or shows it again with what is wrong.
    async fn take(self, typed: Typed, caller: &str, lang: Lang) -> Response {
        let Typed { place, reference, text, contact, notice, .. } = typed;
        let wanted = reference.parse::<Reference>().ok();
        let place = self.place(Some(&place));
        let read = NewRemark::new(place.clone(), &text, &contact, &notice);
        let form = RemarkForm { place, reference: wanted.clone(), text, contact, faults: Vec::new(), failure: None };
        let new = match read {
            Ok(new) => new,
            Err(faults) => {
                return self.show(StatusCode::UNPROCESSABLE_ENTITY, RemarkForm { faults, ..form }, lang).await;
            }
        };
        let failed = |failure: &str| RemarkForm { failure: Some(failure.to_owned()), ..form.clone() };
        if new.notice() != words::NOTICE_VERSION {
            return self.show(StatusCode::CONFLICT, failed(words::new_notice(lang)), lang).await;
        }
        let (store, now) = (self.public.store(), self.public.clock().now());
        match remarks::send(store, &self.letterbox, caller, &new, wanted, now).await {
            Ok(reference) => {
                self.public.was_written();
                sent(Some(&reference), lang)
            }
            Err(SendError::TooMany(seconds)) => {
                let form = failed(&words::too_many(seconds, lang));
                let mut answer = self.show(StatusCode::TOO_MANY_REQUESTS, form, lang).await;
                answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
                answer
            }
            Err(error) => {
                tracing::error!(%error, "a remark was not stored");
                self.show(StatusCode::SERVICE_UNAVAILABLE, failed(words::not_stored(lang)), lang).await
            }
        }
    }

    async fn show(&self, status: StatusCode, form: RemarkForm, lang: Lang) -> Response {
        let page = self.public.make_once(move |source| {
            let page = ReadPage {
                title: form.title(lang),
                description: remark_page::description(lang).to_owned(),
                sample: false,
                main: form.markup(source.rollout, lang),
            };
            source.plain(page, &words::address(&form.place), lang)
        });
        answer(status, page.await, lang)
    }
}

/// Off to the thanks: loading that page again sends nothing a second time.
fn sent(reference: Option<&Reference>, lang: Lang) -> Response {
    Redirect::to(&lang.address(&thanks_for(reference))).into_response()
}

/// Where a remark is thanked for.
fn thanks_for(reference: Option<&Reference>) -> String {
    let number = reference.map_or_else(String::new, |reference| format!("?nummer={}", reference.as_str()));
    format!("{}{number}", words::THANKS)
}

fn answer(status: StatusCode, page: Result<Vec<u8>, super::snapshot::PublicError>, lang: Lang) -> Response {
    match page {
        Ok(page) => (status, Html(page)).into_response(),
        Err(error) => {
            tracing::error!(%error, "the page of a remark could not be made");
            (StatusCode::SERVICE_UNAVAILABLE, words::not_stored(lang)).into_response()
        }
    }
}
