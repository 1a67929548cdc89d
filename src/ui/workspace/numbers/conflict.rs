//! Two people, one area: both numbers side by side, and a choice for each row.

use leptos::{ev, prelude::*};

use super::{super::browser, save, work::Work};
use crate::{
    domain::{
        area::Slug,
        entry::{Choice, Rival},
    },
    presentation::{conflict_words as words, entry_words, sheet_words, workspace_words},
};

const DIALOG: &str = "konflikt";

/// Asks about what others saved meanwhile.
pub fn open(work: Work, rivals: Vec<Rival>) {
    work.rivals.set(rivals);
    // Once its rows are drawn: the focus goes to the first choice.
    set_timeout(|| browser::open_dialog(DIALOG), std::time::Duration::ZERO);
}

/// The dialog.
#[component]
pub fn Conflict(work: Work) -> impl IntoView {
    let choices = RwSignal::new(Vec::<(Slug, Choice)>::new());
    let missing = RwSignal::new(false);
    Effect::new(move |_| {
        work.rivals.track();
        choices.set(Vec::new());
        missing.set(false);
    });
    let all = move |choice| {
        let areas =
            work.rivals.with_untracked(|rivals| rivals.iter().map(|rival| (rival.area.clone(), choice)).collect());
        choices.set(areas);
    };
    let confirm = move |_| {
        let rivals = work.rivals.get_untracked();
        let chosen = choices.get_untracked();
        if chosen.len() < rivals.len() {
            return missing.set(true);
        }
        work.edit("", |draft| {
            for rival in &rivals {
                let Some((_, choice)) = chosen.iter().find(|(area, _)| *area == rival.area) else { continue };
                draft.choose(rival, *choice);
                // Keeping one's own number corrects the other: that has a reason, which can be overwritten.
                let mine = draft.rows.get_mut(&rival.area).filter(|_| *choice == Choice::Mine);
                if let Some(row) = mine.filter(|row| row.reason.trim().is_empty()) {
                    row.reason = words::reason(rival);
                }
            }
        });
        browser::close_dialog(DIALOG);
        save(work);
    };
    let rows = move || {
        let rivals = work.rivals.get();
        rivals.into_iter().map(|rival| row(work, rival, choices)).collect::<Vec<_>>()
    };
    view! {
        <dialog id=DIALOG class="broad" aria-labelledby="konflikt-titel">
            <h2 id="konflikt-titel">{move || words::heading(&work.rivals.read())}</h2>
            <p>{words::EXPLANATION}</p>
            <div class="tw">
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{sheet_words::AREA}</th>
                            <th scope="col">{workspace_words::YOURS}</th>
                            <th scope="col">{workspace_words::STORED}</th>
                            <th scope="col" class="num">{sheet_words::DIFFERENCE}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <p>
                <button class="quiet" on:click=move |_| all(Choice::Mine)>{sheet_words::ALL_MINE}</button>
                <button class="quiet" on:click=move |_| all(Choice::Theirs)>{sheet_words::ALL_THEIRS}</button>
            </p>
            {move || missing.get().then(|| view! { <p class="wrong" role="alert">{sheet_words::CHOOSE_IN_EACH}</p> })}
            <p class="actions">
                <button class="primary" data-key="ctrl+enter" on:click=confirm>{sheet_words::SAVE_CHOICE}<kbd>{workspace_words::CTRL}</kbd><kbd>"↵"</kbd></button>
                <button on:click=|_: ev::MouseEvent| browser::close_dialog(DIALOG)>{workspace_words::BACK_TO_ENTRY}<kbd>{workspace_words::ESC}</kbd></button>
            </p>
        </dialog>
    }
}

fn row(work: Work, rival: Rival, choices: RwSignal<Vec<(Slug, Choice)>>) -> impl IntoView {
    let (terms, row) = untrack(|| work.row(&rival.area))?;
    let line = untrack(|| work.draft.with(|draft| draft.line(&terms, &row, work.today())));
    let mine = line.typed.map(|typed| words::number(typed.value, typed.stage, typed.as_of));
    let theirs = words::saved(&rival);
    let difference = words::difference(line.typed.map(|typed| typed.value), rival.held.value);
    let radio = |choice: Choice, text: String| {
        let (of, area) = (rival.area.clone(), rival.area.clone());
        let checked = move || choices.read().iter().any(|(of_choice, chosen)| *of_choice == of && *chosen == choice);
        view! {
            <td>
                <label>
                    <input
                        type="radio"
                        name=format!("wahl-{area}")
                        prop:checked=checked
                        on:change=move |_| choices.update(|choices| {
                            choices.retain(|(of, _)| *of != area);
                            choices.push((area.clone(), choice));
                        })
                    />
                    {text}
                </label>
            </td>
        }
    };
    Some(view! {
        <tr>
            <th scope="row">{row.name.clone()}</th>
            {radio(Choice::Mine, mine.unwrap_or_else(|| entry_words::EMPTY.to_owned()))}
            {radio(Choice::Theirs, theirs)}
            <td class="num">{difference}</td>
        </tr>
    })
}
