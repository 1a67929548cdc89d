//! Draws a table that came ready to show. Rows that can be changed have a button at their end.

use leptos::{either::Either, prelude::*};

use super::record::Editor;
use crate::presentation::table::{EditView, Line, Table};

/// The table in its own box, which scrolls where the page is narrow.
#[component]
pub fn DataTable(
    /// The table.
    table: Table,
    /// Opens the forms of its rows.
    editor: Option<Editor>,
) -> impl IntoView {
    let Table { caption, head, lines, empty } = table;
    if lines.is_empty() {
        return Either::Left(view! { <p class="empty">{empty}</p> });
    }
    let editor = editor.filter(|_| lines.iter().any(|line| line.edit.is_some()));
    let numbers: Vec<bool> = head.iter().map(|(_, number)| *number).collect();
    let heads = head.into_iter().map(|(name, number)| view! { <th scope="col" class:num=number>{name}</th> });
    let heads = heads.collect::<Vec<_>>();
    let more = editor.map(|_| view! { <th scope="col"><span class="hidden">"Ändern"</span></th> });
    let rows: Vec<_> = lines.into_iter().map(|line| row(line, &numbers, editor)).collect();
    let name = caption.clone();
    Either::Right(view! {
        <div class="tw" tabindex="0" role="region" aria-label=name>
            <table>
                <caption class="hidden">{caption}</caption>
                <thead><tr>{heads}{more}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    })
}

fn row(line: Line, numbers: &[bool], editor: Option<Editor>) -> impl IntoView + use<> {
    let Line { cells, look, link, edit } = line;
    let cells = cells.into_iter().enumerate().map(|(place, text)| {
        let address = link.as_ref().filter(|(linked, _)| *linked == place).map(|(_, address)| address.clone());
        let content = match address {
            Some(address) => Either::Left(view! { <a href=address>{text}</a> }),
            None => Either::Right(text),
        };
        match place {
            0 => Either::Left(view! { <th scope="row">{content}</th> }),
            _ => Either::Right(view! { <td class:num=numbers.get(place).copied().unwrap_or_default()>{content}</td> }),
        }
    });
    let cells = cells.collect::<Vec<_>>();
    let edit = editor.map(|editor| view! { <td>{edit.map(|edit| button(editor, edit))}</td> });
    view! { <tr data-look=look>{cells}{edit}</tr> }
}

/// A button that opens a form.
pub fn button(editor: Editor, edit: EditView) -> impl IntoView {
    let (label, name) = (edit.label.clone(), edit.title.clone());
    view! { <button class="quiet" title=name on:click=move |_| editor.begin(edit.clone())>{label}</button> }
}
