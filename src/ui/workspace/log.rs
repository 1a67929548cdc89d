//! Protokoll: every change, with its filter; of one subject on its page, as a whole on a page of its own.

use leptos::{ev, prelude::*, task::spawn_local};

use super::{
    browser,
    desk::{ask, desk, instead},
};
use crate::{
    api::records,
    domain::subject::Subject,
    presentation::{log_words::LogView, markup::Markup, workspace_words},
};

/// The whole log on its own page.
#[component]
pub fn LogPage() -> impl IntoView {
    document().set_title(&workspace_words::title(workspace_words::LOG));
    view! {
        <h1>{workspace_words::LOG}</h1>
        <Log of=Memo::new(|_| None)/>
    }
}

/// The log of a subject, or all of it.
#[component]
pub fn Log(
    /// Of what; of everything where there is none.
    of: Memo<Option<Subject>>,
) -> impl IntoView {
    let desk = desk();
    let chosen = RwSignal::new(None::<String>);
    let asked = ask(move || records::log(of.get(), chosen.get(), None));
    // The pages that were asked for, and where the next one begins; a new first page begins anew.
    let pages = RwSignal::new((Vec::<Markup>::new(), None::<i64>));
    Effect::new(move |_| {
        if let Some(log) = &*asked.answer.read() {
            pages.set((vec![log.rows.clone()], log.before));
        }
    });
    let choose = move |event: ev::MouseEvent| {
        if let Some(kind) = browser::around(&event, "data-kind") {
            chosen.set(Some(kind).filter(|kind| !kind.is_empty()));
        }
    };
    let more = move |_| {
        let begun = untrack(|| (of.get(), chosen.get(), pages.read().1));
        let question = untrack(|| records::log(of.get(), chosen.get(), pages.read().1));
        spawn_local(async move {
            let Ok(log) = desk.heed(question.await) else { return };
            // Whoever has gone on to another page or kind meanwhile did not ask for this.
            if begun == untrack(|| (of.get(), chosen.get(), pages.read().1)) {
                pages.update(|(rows, next)| {
                    rows.push(log.rows);
                    *next = log.before;
                });
            }
        });
    };
    let part = move |part: fn(&LogView) -> &Markup| {
        Memo::new(move |_| {
            asked.answer.with(|log| log.as_ref().map(|log| part(log).as_str().to_owned())).unwrap_or_default()
        })
    };
    let (filters, head) = (part(|log| &log.filters), part(|log| &log.head));
    browser::keep_focus_in(filters);
    let empty = Memo::new(move |_| pages.with(|(rows, _)| rows.iter().all(|rows| rows.as_str().is_empty())));
    let rows = move || {
        let rows = pages.read().0.clone();
        rows.into_iter().map(|rows| view! { <tbody inner_html=rows.into_string()></tbody> }).collect::<Vec<_>>()
    };
    view! {
        <section class="pan protokoll" aria-labelledby="protokoll-titel">
            <header>
                <h2 id="protokoll-titel">{workspace_words::CHANGES}</h2>
                <span>{workspace_words::CHANGES_NOTE}</span>
                <div class="tabs" role="group" aria-label=workspace_words::KIND_OF_CHANGE inner_html=filters on:click=choose></div>
            </header>
            {instead(asked, workspace_words::CHANGES)}
            <p class="empty" hidden=move || !empty.get()>{workspace_words::NO_CHANGE}</p>
            <div class="tw" tabindex="0" role="region" aria-label=workspace_words::CHANGES_TABLE hidden=empty>
                <table><thead inner_html=head></thead>{rows}</table>
            </div>
            <p class="remark" hidden=move || pages.read().1.is_none()>
                <button on:click=more>{workspace_words::MORE_CHANGES}</button>
            </p>
        </section>
    }
}
