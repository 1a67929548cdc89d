//! Signing in: at the start as the page itself, in mid-work as a dialog above what someone was doing.

use leptos::{ev, prelude::*, task::spawn_local};

use super::{
    browser,
    desk::{Desk, desk},
};
use crate::{
    api::{ApiError, session},
    domain::account::SignedIn,
    presentation::{api_words, workspace_words},
};

const DIALOG: &str = "anmelden";

/// The page before anyone is signed in.
#[component]
pub fn SignInPage() -> impl IntoView {
    view! {
        <main class="desk narrow" id="inhalt">
            <h1>{workspace_words::SIGN_IN}</h1>
            <SignInForm/>
        </main>
    }
}

/// The dialog of a session that ended. What was typed stays on the page behind it.
#[component]
pub fn SignInAgain() -> impl IntoView {
    let desk = desk();
    Effect::new(move |_| if desk.ended.get() { browser::open_dialog(DIALOG) } else { browser::close_dialog(DIALOG) });
    // A second Esc closes it, whatever is said to the first.
    let closed = move |_| {
        if desk.ended.get_untracked() {
            browser::open_dialog(DIALOG);
            browser::focus("passwort");
        }
    };
    view! {
        <dialog id=DIALOG aria-labelledby="anmelden-titel" on:cancel=|event: ev::Event| event.prevent_default() on:close=closed>
            <h2 id="anmelden-titel">{workspace_words::SESSION_OVER}</h2>
            <p>{workspace_words::NOTHING_LOST}</p>
            {move || desk.ended.get().then(|| view! { <SignInForm/> })}
        </dialog>
    }
}

#[component]
fn SignInForm() -> impl IntoView {
    let desk = desk();
    let before = desk.person.read_untracked().as_ref().map_or_else(String::new, |person| person.name.clone());
    let (name, password) = (RwSignal::new(before.clone()), RwSignal::new(String::new()));
    let (busy, failure) = (RwSignal::new(false), RwSignal::new(None::<ApiError>));
    browser::focus_soon(if before.is_empty() { "name" } else { "passwort" });
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let answer = session::sign_in(name.get_untracked().trim().to_owned(), password.get_untracked()).await;
            busy.set(false);
            match answer {
                Ok(person) => signed_in(desk, person),
                Err(error) => {
                    failure.set(Some(error));
                    browser::focus("passwort");
                }
            }
        });
    };
    let described = move || failure.read().is_some().then_some("anmelde-fehler");
    view! {
        <form class="fields" on:submit=submit>
            {move || {
                let sentence = failure.read().as_ref().map(api_words::sentence)?;
                Some(view! { <p class="wrong" id="anmelde-fehler" role="alert">{sentence}</p> })
            }}
            <label for="name">{workspace_words::NAME}</label>
            <input id="name" autocomplete="username" required prop:value=name on:input=move |event| name.set(event_target_value(&event))/>
            <label for="passwort">{workspace_words::PASSWORD}</label>
            <input
                id="passwort"
                type="password"
                autocomplete="current-password"
                required
                aria-describedby=described
                prop:value=password
                on:input=move |event| password.set(event_target_value(&event))
            />
            <button class="primary">{move || if busy.get() { workspace_words::CHECKING } else { workspace_words::SIGN_IN }}</button>
        </form>
    }
}

/// The same person goes on where they were; another one starts with pages of their own.
fn signed_in(desk: Desk, person: SignedIn) {
    let other = desk.person.read_untracked().as_ref().is_some_and(|before| before.name != person.name);
    if other {
        let _ = window().location().reload();
        return;
    }
    desk.answered_at.set(browser::now());
    desk.ends_in(&person);
    desk.person.set(Some(person));
    desk.ended.set(false);
}
