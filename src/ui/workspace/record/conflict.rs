//! Two people, one record: both versions field by field, and a choice.

use leptos::prelude::*;

use super::editor::Editor;
use crate::{
    domain::entry::Choice,
    presentation::{edit_words, workspace_words},
};

/// Both versions, where there are two.
pub fn versions(editor: Editor) -> impl IntoView {
    move || {
        editor.rival.get().map(|rival| {
            view! {
                <h2 id="fassungen-titel" tabindex="-1">{rival.heading}</h2>
                <p>{edit_words::TWO_VERSIONS}</p>
                <div class="tw">
                    <table>
                        <thead>
                            <tr><th scope="col">{workspace_words::ENTRY}</th><th scope="col">{workspace_words::STORED}</th><th scope="col">{workspace_words::YOURS}</th></tr>
                        </thead>
                        <tbody inner_html=rival.rows.into_string()></tbody>
                    </table>
                </div>
                <p class="actions">
                    <button on:click=move |_| editor.choose(Choice::Mine)>{workspace_words::SAVE_MINE}</button>
                    <button on:click=move |_| editor.choose(Choice::Theirs)>{workspace_words::KEEP_THEIRS}</button>
                    <button on:click=move |_| editor.leave()>{workspace_words::BACK_TO_ENTRY}<kbd>{workspace_words::ESC}</kbd></button>
                </p>
            }
        })
    }
}
