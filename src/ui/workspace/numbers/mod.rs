//! Zahlen: the weekly sheet as a grid for the keyboard.

mod cell;
mod conflict;
mod grid;
mod head;
mod work;

use leptos::{prelude::*, task::spawn_local};

use super::{
    browser,
    desk::{ask, desk, instead},
};
use crate::{
    api::{ApiError, readings},
    domain::{api_error::Fault, area::Slug, draft::Line, finding::Weight, sheet::Sheet},
    presentation::{api_words, date, entry_words, sheet_words, workspace_words},
};

use work::Work;

const SUMMARY: &str = "fehlerliste";

/// The page.
#[component]
pub fn Numbers() -> impl IntoView {
    let asked = ask(readings::weekly);
    let ready = Memo::new(move |_| asked.answer.with(Option::is_some));
    view! {
        {instead(asked, workspace_words::FIGURES)}
        {move || ready.get().then(|| view! { <Form sheet=asked.answer/> })}
    }
}

#[component]
fn Form(sheet: RwSignal<Option<Sheet>>) -> impl IntoView {
    let work = Work::begin(sheet, desk());
    // A newer sheet draws its rows anew, also after who was gone has signed in again.
    Effect::new(move |_| {
        sheet.track();
        browser::stand_again();
    });
    let heading = move || sheet_words::heading(work.day().map(|day| day.iso_week_date().week()));
    Effect::new(move |_| {
        let faults = !work.objections.with(Vec::is_empty);
        document().set_title(&workspace_words::title(&sheet_words::name(faults)));
    });
    view! {
        <h1>{heading}</h1>
        <head::Head work/>
        <Summary work/>
        <p class="hints" aria-hidden="true">
            <kbd>{workspace_words::TAB}</kbd>{sheet_words::HINT_NEXT_CELL}<kbd>"↵"</kbd><kbd>"↑"</kbd><kbd>"↓"</kbd>{sheet_words::HINT_ROW}<kbd>"-"</kbd>
            {sheet_words::HINT_NOT_REPORTED}<kbd>{workspace_words::CTRL}</kbd><kbd>"V"</kbd>{sheet_words::HINT_COLUMN}<kbd>{workspace_words::CTRL}</kbd><kbd>"D"</kbd>
            {sheet_words::HINT_AS_ABOVE}<kbd>{workspace_words::CTRL}</kbd><kbd>"."</kbd>{sheet_words::HINT_TODAY}
        </p>
        <p class="note" role="status">{move || work.pasted.read().as_ref().map(entry_words::pasted)}</p>
        <grid::Grid work/>
        <Bar work/>
        <conflict::Conflict work/>
    }
}

/// What keeps the sheet from being saved, each with a link to its cell.
#[component]
fn Summary(work: Work) -> impl IntoView {
    move || {
        let objections = work.objections.get();
        let failure = work.failure.get();
        (!objections.is_empty() || failure.is_some()).then(|| {
            // What is wrong for all rows is said once.
            let mut listed: Vec<(String, String)> = Vec::new();
            for (area, finding) in &objections {
                let (place, name) = cell::place_of(work, area, finding);
                let item = (place, format!("{name}: {}", entry_words::finding(finding)));
                if !listed.contains(&item) {
                    listed.push(item);
                }
            }
            let errors = listed.len();
            let links = listed.into_iter().map(|(cell, text)| {
                let go = cell.clone();
                view! {
                    <li>
                        <a href=format!("#{cell}") rel="external" on:click=move |event| {
                            event.prevent_default();
                            browser::focus(&go);
                        }>{text}</a>
                    </li>
                }
            });
            let heading = failure.unwrap_or_else(|| entry_words::summary_heading(errors));
            view! {
                <section class="wrong" id=SUMMARY tabindex="-1" role="alert" aria-labelledby="fehler-titel">
                    <h2 id="fehler-titel">{heading}</h2>
                    <ul>{links.collect_view()}</ul>
                </section>
            }
        })
    }
}

/// The bar that saves.
#[component]
fn Bar(work: Work) -> impl IntoView {
    let told = move || {
        let lines = work.lines();
        let count =
            |weighs: fn(&Line) -> bool| u32::try_from(lines.iter().filter(|line| weighs(line)).count()).unwrap_or(0);
        let filled = work.draft.with(|draft| draft.filled());
        // Who still types is asked for the reason; after a try to save it is missed.
        let missed =
            work.objections.with(|shown| shown.iter().filter(|(_, found)| found.weight() == Weight::Reason).count());
        let missed = u32::try_from(missed).unwrap_or(0);
        let wrong = |line: &Line| line.objection().is_some_and(|finding| finding.weight() == Weight::Error);
        let errors = count(wrong) + missed;
        let notices = count(|line| !line.findings.is_empty()).saturating_sub(errors);
        let kept = work.kept.get().filter(|_| filled > 0);
        sheet_words::filled(filled, lines.len(), errors, notices, kept.as_deref())
    };
    view! {
        <div class="actions">
            <button class="primary" data-key="ctrl+s" on:click=move |_| save(work)>
                {move || if work.busy.get() { workspace_words::SAVING } else { workspace_words::SAVE }}
                <kbd>{workspace_words::CTRL}</kbd><kbd>"S"</kbd>
            </button>
            <button data-key="ctrl+z" on:click=move |_| work.undo()>{sheet_words::UNDO}<kbd>{workspace_words::CTRL}</kbd><kbd>"Z"</kbd></button>
            <button class="quiet" on:click=move |_| work.discard()>{workspace_words::DISCARD}</button>
            <p>{told}</p>
        </div>
    }
}

/// Saves what is filled in: all of it, or nothing with what is the matter.
fn save(work: Work) {
    if work.busy.get_untracked() {
        return;
    }
    work.failure.set(None);
    let entry = match work.entry() {
        Ok(entry) if entry.rows.is_empty() => return work.fail(sheet_words::NOTHING_TYPED.to_owned()),
        Ok(entry) => entry,
        Err(objections) => {
            work.objections.set(objections);
            return browser::focus_soon(SUMMARY);
        }
    };
    work.objections.set(Vec::new());
    work.busy.set(true);
    spawn_local(async move {
        let answer = work.desk.heed(readings::enter(entry).await);
        work.busy.set(false);
        match answer {
            Ok(saved) => work.saved(saved),
            Err(ApiError::Conflict(rivals)) => conflict::open(work, rivals),
            Err(ApiError::SignedOut) => {}
            Err(ApiError::Invalid(faults)) => work.fail(work.told(&faults)),
            Err(error) => work.fail(api_words::sentence(&error)),
        }
    });
}

impl Work {
    /// The save failed; the input stays.
    fn fail(self, sentence: String) {
        self.failure.set(Some(sentence));
        browser::focus_soon(SUMMARY);
    }

    /// What the server found wrong, with the names of the areas.
    fn told(self, faults: &[Fault]) -> String {
        let named = |fault: &Fault| {
            let area = Slug::try_from(fault.place.clone()).map_or_else(|_| String::new(), |area| self.name_of(&area));
            format!("{area}: {}", fault.sentence)
        };
        faults.iter().map(named).collect::<Vec<_>>().join(" ")
    }

    /// The day for all rows, where the field names one.
    fn day(self) -> Option<jiff::civil::Date> {
        let today = self.today();
        self.draft.with(|draft| crate::domain::typed::date::day_near(&draft.as_of, today).ok())
    }

    /// Today as a field shows it.
    fn today_text(self) -> String {
        date::digits(self.today())
    }
}
