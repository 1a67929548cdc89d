//! What surrounds every screen: the bar on top, the status line, the list of keys.

use leptos::{prelude::*, task::spawn_local};

use super::{
    browser,
    desk::{Desk, desk},
    search::Search,
};
use crate::{api::session, presentation::workspace_words};

const KEY_LIST: &str = "tastenliste";
/// So long before the end of a session it says so, in minutes.
const NOTICE_MINUTES: f64 = 5.0;
/// The theme is kept under this name.
pub const THEME: &str = "faserstand:farben";

/// The bar on top.
#[component]
pub fn Top() -> impl IntoView {
    let desk = desk();
    let path = desk.path;
    let sections = move || {
        let shown = workspace_words::SECTIONS.into_iter().filter(move |(_, go, ..)| *go != "z" || desk.may_edit());
        let link = |(href, go, first, rest): (&'static str, &'static str, &'static str, &'static str)| {
            let current = move || {
                let path = path.read();
                let here = if go == "h" { *path == href } else { path.starts_with(href) };
                here.then_some("page")
            };
            view! { <a href=href data-go=go aria-current=current><u>{first}</u>{rest}</a> }
        };
        shown.map(link).collect::<Vec<_>>()
    };
    let name = move || desk.person.read().as_ref().map_or_else(String::new, |person| person.name.clone());
    view! {
        <a class="skip" href="#inhalt" rel="external">{workspace_words::TO_CONTENT}</a>
        <header class="top">
            <b class="brand">{workspace_words::PROGRAM}</b>
            <nav aria-label=workspace_words::NAVIGATION>{sections}</nav>
            <Search/>
            <div class="own">
                <button class="quiet" on:click=|_| browser::switch_theme(THEME)>{workspace_words::LIGHT_OR_DARK}</button>
                <span>{name}</span>
                <button class="quiet" on:click=move |_| sign_out(desk)>{workspace_words::SIGN_OUT}</button>
            </div>
        </header>
    }
}

fn sign_out(desk: Desk) {
    spawn_local(async move {
        if desk.heed(session::sign_out().await).is_ok() {
            let _ = window().location().set_href("/arbeit");
        }
    });
}

/// The status line: connection, what happened last, the main keys.
#[component]
pub fn Bottom() -> impl IntoView {
    let desk = desk();
    // Minutes alone decide: whether asking the server helps, or only a new session.
    let ending = RwSignal::new(None::<bool>);
    let _ = set_interval_with_handle(
        move || {
            let now = browser::now();
            let minutes = (now - desk.answered_at.get_untracked()) / 60_000.0;
            let last = (desk.ends_at.get_untracked() - now) / 60_000.0 < NOTICE_MINUTES;
            let idle = desk.person.read_untracked().as_ref().map_or(0.0, |person| f64::from(person.idle_minutes));
            let soon = last || minutes > idle - NOTICE_MINUTES;
            ending.set((soon && !desk.ended.get_untracked()).then_some(last));
        },
        std::time::Duration::from_secs(20),
    );
    let stay = move |_| {
        spawn_local(async move {
            if desk.look().await {
                ending.set(None);
            }
        });
    };
    // The same sentence twice is said twice: its text differs by a space that looks alike.
    let turn = StoredValue::new(false);
    let said = move || {
        let said = desk.said.get();
        turn.update_value(|turn| *turn = !*turn);
        let space = if turn.get_value() { ' ' } else { '\u{a0}' };
        (!said.is_empty()).then(|| format!(" ·{space}{said}"))
    };
    view! {
        <footer class="status">
            <p role="status">
                {move || match desk.cut_since.get() {
                    Some(since) => view! { <b class="cut">{workspace_words::cut_since(&since)}</b> }.into_any(),
                    None => view! { <span class="joined">{workspace_words::CONNECTED}</span> }.into_any(),
                }}
                {said}
            </p>
            <p hidden=move || !desk.person.read().as_ref().is_some_and(|person| person.sample)>
                {workspace_words::SAMPLE}
            </p>
            {move || ending.get().map(|last| {
                let stays = (!last).then(|| view! { <button class="quiet" on:click=stay>{workspace_words::STAY}</button> });
                let why = if last { workspace_words::ENDS_FOR_GOOD } else { workspace_words::ENDS_SOON };
                view! { <p role="alert">{why}{stays}</p> }
            })}
            <p class="keys">
                <kbd>"/"</kbd>{workspace_words::HINT_SEARCH}<kbd>"G"</kbd>{workspace_words::HINT_GO}
                <button class="quiet" data-key="?" on:click=|_| browser::open_dialog(KEY_LIST)><kbd>"?"</kbd>{workspace_words::HINT_KEYS}</button>
            </p>
        </footer>
    }
}

/// The list of keys, with the switch for single letters.
#[component]
pub fn KeyList(
    /// Whether single letters act.
    letters: RwSignal<bool>,
) -> impl IntoView {
    let rows = workspace_words::KEYS
        .map(|(keys, what)| view! { <tr><th scope="row"><kbd>{keys}</kbd></th><td>{what}</td></tr> });
    view! {
        <dialog id=KEY_LIST aria-labelledby="tasten-titel">
            <h2 id="tasten-titel">{workspace_words::KEY_LIST}</h2>
            <p>
                <label>
                    <input type="checkbox" prop:checked=letters on:change=move |event| letters.set(event_target_checked(&event))/>
                    {workspace_words::SINGLE_LETTERS}
                </label>
            </p>
            <table>{rows.into_iter().collect_view()}</table>
            <p><button on:click=|_| browser::close_dialog(KEY_LIST)>{workspace_words::CLOSE}<kbd>{workspace_words::ESC}</kbd></button></p>
        </dialog>
    }
}
