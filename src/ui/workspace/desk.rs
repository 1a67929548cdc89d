//! What every screen of the workspace shares: who is signed in, the number of the newest change, the
//! connection, and what the status line says.

use std::{cell::Cell, future::Future, pin::Pin, rc::Rc, time::Duration};

use leptos::{prelude::*, task::spawn_local};

use crate::{
    api::{ApiError, session},
    domain::account::SignedIn,
    presentation::{api_words, workspace_words},
};

use super::browser;

/// So often the server is looked for while it cannot be reached.
const LOOK: Duration = Duration::from_secs(5);

/// The shared state. `Copy`: screens take it from the context.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The page's address, without its filters.
    pub path: Memo<String>,
    /// Its filters: what stands behind the question mark.
    pub search: Memo<String>,
    /// Who is signed in; nobody before the first sign-in.
    pub person: RwSignal<Option<SignedIn>>,
    /// Whether the session has ended while someone was at work: their page stays behind the dialog.
    pub ended: RwSignal<bool>,
    /// The number of the newest change known here. What was asked is asked again when it moves.
    pub change: RwSignal<i64>,
    /// Since when the server cannot be reached ("08:52"); nothing while it can.
    pub cut_since: RwSignal<Option<String>>,
    /// Counts up when what could not be asked is worth asking again.
    pub retry: RwSignal<u32>,
    /// What happened last, for the status line: "11 Zahlen sind gespeichert."
    pub said: RwSignal<String>,
    /// When the server last answered this session, in milliseconds of the browser's clock.
    pub answered_at: RwSignal<f64>,
    /// When the session ends in any case, by the same clock.
    pub ends_at: RwSignal<f64>,
}

impl Desk {
    /// A desk at which nobody sits yet.
    pub fn new(path: Memo<String>, search: Memo<String>) -> Self {
        Self {
            path,
            search,
            person: RwSignal::new(None),
            ended: RwSignal::new(false),
            change: RwSignal::new(0),
            cut_since: RwSignal::new(None),
            retry: RwSignal::new(0),
            said: RwSignal::new(String::new()),
            answered_at: RwSignal::new(browser::now()),
            ends_at: RwSignal::new(f64::MAX),
        }
    }

    /// The name of who is signed in.
    pub fn name(self) -> String {
        self.person.read_untracked().as_ref().map_or_else(String::new, |person| person.name.clone())
    }

    /// Whether the person signed in may change anything.
    pub fn may_edit(self) -> bool {
        self.person.read().as_ref().is_some_and(|person| person.may_edit)
    }

    /// Notes what an answer tells of session and connection, and hands it on.
    pub fn heed<T>(self, answer: Result<T, ApiError>) -> Result<T, ApiError> {
        match &answer {
            Err(ApiError::SignedOut) => self.ended.set(true),
            Err(ApiError::Unavailable) => self.is_cut(),
            _ => {
                self.is_back();
                self.answered_at.set(browser::now());
            }
        }
        answer
    }

    /// The server cannot be reached. It is looked for until it can.
    pub fn is_cut(self) {
        if self.cut_since.read_untracked().is_none() {
            self.cut_since.set(Some(browser::time_of_day()));
            self.look_later();
        }
    }

    fn look_later(self) {
        let look = async move {
            if self.cut_since.read_untracked().is_some() {
                self.look().await;
            }
            if self.cut_since.read_untracked().is_some() {
                self.look_later();
            }
        };
        set_timeout(move || spawn_local(look), LOOK);
    }

    /// The server can be reached: what was asked in vain meanwhile is asked again.
    pub fn is_back(self) {
        if self.cut_since.read_untracked().is_some() {
            self.cut_since.set(None);
            self.try_again();
        }
    }

    /// Asks again what got no answer.
    pub fn try_again(self) {
        self.retry.update(|tries| *tries += 1);
    }

    /// Asks who is signed in, which keeps the session in use; says whether the server answered.
    pub async fn look(self) -> bool {
        let answer = self.heed(session::current().await);
        match &answer {
            Ok(Some(person)) => self.ends_in(person),
            Ok(None) => self.ended.set(self.person.read_untracked().is_some()),
            Err(_) => {}
        }
        answer.is_ok()
    }

    /// Notes when the session ends in any case.
    pub fn ends_in(self, person: &SignedIn) {
        self.ends_at.set(browser::now() + f64::from(person.minutes_left) * 60_000.0);
    }

    /// A change was made, here or elsewhere.
    pub fn moved(self, change: i64) {
        if change > self.change.get_untracked() {
            self.change.set(change);
        }
    }
}

/// The desk of this page.
pub fn desk() -> Desk {
    let nowhere = || Memo::new(|_| String::new());
    use_context().unwrap_or_else(|| Desk::new(nowhere(), nowhere()))
}

/// An answer of the server that is kept current.
pub struct Asked<T: Send + Sync + 'static> {
    /// The newest answer that came. It stays while a newer one is asked for.
    pub answer: RwSignal<Option<T>>,
    /// Why the newest one did not come.
    pub error: RwSignal<Option<ApiError>>,
}

impl<T: Send + Sync + 'static> Clone for Asked<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Asked<T> {}

/// Asks now, whenever something that `question` reads changes, after each change of the data, and after
/// signing in again.
pub fn ask<T, F>(question: impl Fn() -> F + 'static) -> Asked<T>
where
    T: Clone + Send + Sync + 'static,
    F: Future<Output = Result<T, ApiError>> + 'static,
{
    asked(Box::new(move || Box::pin(question())))
}

/// A question of any kind: one program text for all that get the same kind of answer.
type Question<T> = Box<dyn Fn() -> Pin<Box<dyn Future<Output = Result<T, ApiError>>>>>;

fn asked<T: Clone + Send + Sync + 'static>(question: Question<T>) -> Asked<T> {
    let desk = desk();
    let asked = Asked { answer: RwSignal::new(None), error: RwSignal::new(None) };
    let newest = Rc::new(Cell::new(0_u32));
    Effect::new(move |_| {
        desk.change.track();
        desk.retry.track();
        if desk.person.read().is_none() || desk.ended.get() {
            return;
        }
        newest.set(newest.get() + 1);
        let (number, newest, answer) = (newest.get(), newest.clone(), question());
        spawn_local(async move {
            let answer = desk.heed(answer.await);
            // An answer that was overtaken says nothing.
            if number != newest.get() {
                return;
            }
            match answer {
                Ok(answer) => {
                    asked.error.try_set(None);
                    asked.answer.try_set(Some(answer));
                }
                Err(ApiError::SignedOut) => {}
                Err(error) => {
                    asked.error.try_set(Some(error));
                }
            }
        });
    });
    asked
}

/// What stands in the place of an answer that is not there: that it is awaited, or why it did not come.
/// Beside an older answer it says that this one could not be renewed.
pub fn instead<T: Send + Sync + 'static>(asked: Asked<T>, what: &'static str) -> impl IntoView {
    let desk = desk();
    move || {
        let waiting = asked.answer.with(Option::is_none);
        let error = asked.error.read().as_ref().map(api_words::sentence);
        match (waiting, error) {
            (_, Some(sentence)) => Some(again(desk, sentence).into_any()),
            (true, None) => {
                Some(view! { <p class="state" role="status">{workspace_words::loading(what)}</p> }.into_any())
            }
            (false, None) => None,
        }
    }
}

/// Why something could not be asked, and the button that asks again.
pub fn again(desk: Desk, sentence: String) -> impl IntoView {
    view! { <p class="state" role="alert">{sentence}" "<button on:click=move |_| desk.try_again()>{workspace_words::TRY_AGAIN}</button></p> }
}
