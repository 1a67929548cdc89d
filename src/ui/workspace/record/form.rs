//! The dialog in which a form is filled in.

use leptos::{either::EitherOf3, ev, prelude::*};

use super::{
    conflict,
    editor::{Editor, Open, SUMMARY},
};
use crate::{
    domain::{edit::Field, typed::date::nearest_day},
    presentation::{date, edit_words, entry_words, record_view::FieldView},
    ui::workspace::browser,
};

/// The dialog's id.
pub const DIALOG: &str = "formular";

/// The dialog with the form that is open, or with two people's versions of it.
#[component]
pub fn FormDialog(editor: Editor) -> impl IntoView {
    // Esc does not throw away what was typed.
    let leave = move |event: ev::Event| {
        event.prevent_default();
        editor.leave_form();
    };
    let escape = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" {
            event.prevent_default();
            editor.leave_form();
        }
    };
    let compared = Memo::new(move |_| editor.rival.read().is_some());
    // A form is drawn once: later changes of the page behind it do not touch it.
    let opened = Memo::new(move |_| editor.open.read().as_ref().map(|open| open.edit.clone()));
    view! {
        <dialog id=DIALOG class="broad" aria-labelledby="formular-titel" on:cancel=leave on:keydown=escape>
            <div hidden=compared>
                {move || opened.get().and_then(|_| editor.open.get_untracked()).map(|open| form(open, editor))}
            </div>
            {move || editor.rival.get().map(|rival| conflict::versions(rival, editor))}
        </dialog>
    }
}

fn form(open: Open, editor: Editor) -> impl IntoView {
    let Open { name, edit, form, context, .. } = open;
    let today = context.today;
    let faults = Memo::new(move |_| editor.faults());
    let fields: Vec<_> = form.fields.into_iter().map(|view| field(view, editor, faults, today)).collect();
    view! {
        <form
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                editor.save();
            }
        >
            <h2 id="formular-titel">{edit.title}<span class="soft">{format!(" · {name}")}</span></h2>
            {summary(editor, faults)}
            <div class="edit-fields">{fields}</div>
            {move || editor.leaving.get().then(|| view! {
                <p class="wrong" role="alert">
                    {edit_words::DISCARD}
                    " "
                    <button type="button" on:click=move |_| editor.close()>"Verwerfen"</button>
                    " "
                    <button type="button" on:click=move |_| editor.leaving.set(false)>"Weiter bearbeiten"</button>
                </p>
            })}
            <p class="actions">
                <button class="primary" data-key="ctrl+enter">
                    {move || if editor.busy.get() { "Wird gespeichert …" } else { "Speichern" }}
                    <kbd>"Strg"</kbd><kbd>"↵"</kbd>
                </button>
                <button type="button" on:click=move |_| editor.leave_form()>"Abbrechen"<kbd>"Esc"</kbd></button>
            </p>
        </form>
    }
}

/// What keeps the form from being saved, each with a link to its field.
fn summary(editor: Editor, faults: Memo<Vec<(Field, String)>>) -> impl IntoView {
    move || {
        let (failure, faults) = (editor.failure.get(), faults.get());
        let wrong = editor.tried.get() && !faults.is_empty();
        (wrong || failure.is_some()).then(|| {
            let heading = failure.clone().unwrap_or_else(|| entry_words::summary_heading(faults.len()));
            let links = faults.into_iter().map(|(field, sentence)| {
                let go = move |event: ev::MouseEvent| {
                    event.prevent_default();
                    browser::focus(&id(field));
                };
                view! { <li><a href=format!("#{}", id(field)) rel="external" on:click=go>{sentence}</a></li> }
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

fn id(field: Field) -> String {
    format!("feld-{}", field.word())
}

fn field(
    view: FieldView,
    editor: Editor,
    faults: Memo<Vec<(Field, String)>>,
    today: jiff::civil::Date,
) -> impl IntoView {
    let FieldView { field, label, hint, long, options, suggestions } = view;
    let (id, list) = (id(field), format!("liste-{}", field.word()));
    let described = format!("{id}-hilfe {id}-fehler");
    let fault = Memo::new(move |_| {
        faults.with(|faults| faults.iter().find(|(of, _)| *of == field).map(|(_, sentence)| sentence.clone()))
    });
    let invalid = move || fault.read().is_some().then_some("true");
    let value = move || editor.text(field);
    let write = move |event: ev::Event| editor.write(field, event_target_value(&event));
    let leave = move |_: ev::Event| {
        // A short day is written out: what is stored stands there before it is saved.
        let is_day = matches!(field, Field::Day | Field::AnnouncedOn | Field::EndsOn);
        if let Some(day) = nearest_day(&untrack(value), today).ok().filter(|_| is_day) {
            editor.write(field, date::digits(day));
        }
        editor.leave(field);
    };
    let control = if !options.is_empty() {
        let none = editor.texts.with_untracked(|texts| texts.iter().all(|(of, _)| *of != field));
        let first = none.then(|| view! { <option value="">"Bitte wählen"</option> });
        let options = options.into_iter().map(|(word, name)| view! { <option value=word>{name}</option> });
        let options = options.collect::<Vec<_>>();
        EitherOf3::A(view! {
            <select id=id.clone() aria-describedby=described aria-invalid=invalid prop:value=value on:change=write>{first}{options}</select>
        })
    } else if long {
        EitherOf3::B(view! {
            <textarea id=id.clone() rows="2" aria-describedby=described aria-invalid=invalid prop:value=value on:input=write on:change=leave></textarea>
        })
    } else {
        let options = suggestions.into_iter().map(|text| view! { <option value=text></option> }).collect::<Vec<_>>();
        let options = (!options.is_empty()).then(|| view! { <datalist id=list.clone()>{options}</datalist> });
        EitherOf3::C(view! {
            <input id=id.clone() list=options.is_some().then_some(list) autocomplete="off" aria-describedby=described aria-invalid=invalid prop:value=value on:input=write on:change=leave/>
            {options}
        })
    };
    view! {
        <div class:long=long>
            <label for=id.clone()>{label}</label>
            {control}
            <p class="hint" id=format!("{id}-hilfe")>{hint}</p>
            <p class="problem" id=format!("{id}-fehler")>{fault}</p>
        </div>
    }
}
