//! The dialog in which a form is filled in.

use leptos::{ev, prelude::*};

use super::{
    conflict,
    editor::{Editor, KEEP, SUMMARY},
    fields,
};
use crate::{
    presentation::{edit_words, entry_words, workspace_words},
    ui::workspace::browser,
};

/// The dialog's id.
pub const DIALOG: &str = "formular";

/// The dialog with the form that is open, or with two people's versions of it.
#[component]
pub fn FormDialog(editor: Editor) -> impl IntoView {
    // Esc does not throw away what was typed.
    let escape = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" {
            event.prevent_default();
            editor.leave();
        }
    };
    let cancel = move |event: ev::Event| {
        event.prevent_default();
        editor.leave();
    };
    let save = move |event: ev::SubmitEvent| {
        event.prevent_default();
        editor.save();
    };
    Effect::new(move |_| fields::tell(&editor.faults.read()));
    let compared = move || editor.rival.read().is_some();
    view! {
        <dialog id=DIALOG class="broad" aria-labelledby="formular-titel" on:cancel=cancel on:keydown=escape>
            <form novalidate hidden=compared on:submit=save>
                <h2 id="formular-titel">{editor.title}</h2>
                {summary(editor)}
                <div
                    class="edit-fields"
                    id=fields::PLACE
                    on:input=move |event| editor.typed(&event)
                    on:change=move |event| editor.changed(&event)
                ></div>
                {leaving(editor)}
                <p class="actions">
                    <button class="primary" data-key="ctrl+enter">
                        {move || if editor.busy.get() { workspace_words::SAVING } else { workspace_words::SAVE }}
                        <kbd>{workspace_words::CTRL}</kbd><kbd>"↵"</kbd>
                    </button>
                    <button type="button" on:click=move |_| editor.leave()>{workspace_words::CANCEL}<kbd>{workspace_words::ESC}</kbd></button>
                </p>
            </form>
            {conflict::versions(editor)}
        </dialog>
    }
}

/// What is asked before typed text is thrown away.
fn leaving(editor: Editor) -> impl IntoView {
    view! {
        <p class="wrong" role="alert" hidden=move || !editor.leaving.get()>
            {edit_words::DISCARD}
            " "
            <button type="button" on:click=move |_| editor.close()>{workspace_words::DISCARD}</button>
            " "
            <button type="button" id=KEEP on:click=move |_| editor.leave()>{workspace_words::GO_ON}</button>
        </p>
    }
}

/// What keeps the form from being saved, each with a link to its field.
fn summary(editor: Editor) -> impl IntoView {
    move || {
        let (failure, faults) = (editor.failure.get(), editor.faults.get());
        (!faults.is_empty() || failure.is_some()).then(|| {
            let heading = failure.unwrap_or_else(|| entry_words::summary_heading(faults.len()));
            let links = faults.into_iter().map(|fault| {
                let field = fields::id(&fault.place);
                let address = format!("#{field}");
                let go = move |event: ev::MouseEvent| {
                    event.prevent_default();
                    browser::focus(&field);
                };
                view! { <li><a href=address on:click=go>{fault.sentence}</a></li> }
            });
            view! {
                <section class="wrong" id=SUMMARY tabindex="-1" role="alert">
                    <h3>{heading}</h3>
                    <ul>{links.collect::<Vec<_>>()}</ul>
                </section>
            }
        })
    }
}
