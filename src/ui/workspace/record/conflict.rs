//! Two people, one record: both versions field by field, and a choice.

use leptos::prelude::*;

use super::editor::Editor;
use crate::{
    domain::{edit::Field, entry::Choice},
    presentation::{edit_words, record_rival::RivalView, record_view::FieldView},
};

/// Both versions.
pub fn versions(rival: RivalView, editor: Editor) -> impl IntoView {
    let fields = editor.open.with_untracked(|open| open.as_ref().map(|open| open.form.fields.clone()));
    let rows: Vec<_> = fields.unwrap_or_default().into_iter().map(|field| row(&field, &rival, editor)).collect();
    view! {
        <h2 id="fassungen-titel" tabindex="-1" autofocus>{rival.heading.clone()}</h2>
        <p>{edit_words::TWO_VERSIONS}</p>
        <div class="tw">
            <table>
                <thead>
                    <tr><th scope="col">"Angabe"</th><th scope="col">"Gespeichert"</th><th scope="col">"Ihre Eingabe"</th></tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {move || editor.failure.get().map(|sentence| view! { <p class="wrong" role="alert">{sentence}</p> })}
        <p class="actions">
            <button on:click=move |_| editor.choose(Choice::Mine)>"Meine Fassung speichern"</button>
            <button on:click=move |_| editor.choose(Choice::Theirs)>"Gespeicherte behalten"</button>
            <button on:click=move |_| editor.leave_form()>"Zurück zur Eingabe"<kbd>"Esc"</kbd></button>
        </p>
    }
}

fn row(view: &FieldView, rival: &RivalView, editor: Editor) -> impl IntoView + use<> {
    let field = view.field;
    let theirs = rival.fields.iter().find(|(of, _)| *of == field).map(|(_, text)| text.clone()).unwrap_or_default();
    let mine = untrack(move || editor.text(field));
    let differs = theirs.trim() != mine.trim();
    let (theirs, mine) = (shown(view, theirs), shown(view, mine));
    view! {
        <tr class:differs=differs>
            <th scope="row">{view.label.clone()}</th>
            <td>{theirs}</td>
            <td>{mine}</td>
        </tr>
    }
}

/// The word of an option, or the text; a dash for nothing.
fn shown(view: &FieldView, text: String) -> String {
    let word = view.options.iter().find(|(value, _)| *value == text).map(|(_, name)| name.clone());
    match word {
        Some(word) => word,
        None if text.is_empty() && view.field != Field::Kind => "–".to_owned(),
        None => text,
    }
}
