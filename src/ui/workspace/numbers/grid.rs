//! The grid: a plain table of fields. One listener for all cells; a cell's id is its column and its area.

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Element, HtmlInputElement, KeyboardEvent};

use super::{
    super::browser,
    cell::{Column, column_of},
    work::Work,
};
use crate::{
    domain::{
        area::Slug,
        draft::Line,
        finding::{Finding, Weight, before},
        sheet::{Sheet, SheetRow},
    },
    presentation::{
        entry_words::{self, STAGES},
        sheet_words,
    },
};

/// The grid.
#[component]
pub fn Grid(work: Work) -> impl IntoView {
    // The fields stay as long as the areas do: a newer sheet changes what stands in them, not them.
    let areas = Memo::new(move |_| work.sheet.with(|sheet| sheet.as_ref().map_or_else(Vec::new, groups)));
    let bodies = move || {
        let body = |(group, rows): (String, Vec<Slug>)| {
            let rows: Vec<_> = rows.into_iter().map(|area| row(work, area)).collect();
            view! {
                <tbody>
                    <tr class="group"><th colspan="11" scope="rowgroup">{group}</th></tr>
                    {rows}
                </tbody>
            }
        };
        areas.get().into_iter().map(body).collect::<Vec<_>>()
    };
    view! {
        <div class="tw">
            <table
                class="grid"
                on:input=move |event| typed(work, &event)
                on:keydown=move |event| pressed(work, &event)
                on:focusin=move |event: ev::FocusEvent| entered(work, &event)
                on:paste=move |event| pasted(work, &event)
            >
                <caption class="hidden">{sheet_words::CAPTION}</caption>
                <thead>
                    <tr>
                        <th scope="col">{sheet_words::AREA}</th>
                        <th scope="col" class="num">{sheet_words::BASE}</th>
                        <th scope="col" class="num">{sheet_words::BEFORE}</th>
                        <th scope="col" class="num">{sheet_words::NEW}</th>
                        <th scope="col" class="num">{sheet_words::CHANGE}</th>
                        <th scope="col" class="num">{sheet_words::RATE}</th>
                        <th scope="col" class="num">{sheet_words::MISSING}</th>
                        <th scope="col" class="over">{sheet_words::STAGE}</th>
                        <th scope="col" class="over">{sheet_words::DAY}</th>
                        <th scope="col" class="over">{sheet_words::SOURCE}</th>
                        <th scope="col">{sheet_words::FINDING_AND_REASON}</th>
                    </tr>
                </thead>
                {bodies}
            </table>
        </div>
    }
}

/// The areas by campaign, with the line above them.
fn groups(sheet: &Sheet) -> Vec<(String, Vec<Slug>)> {
    let of = |row: &SheetRow| row.area.clone();
    let groups = sheet.groups.iter().filter(|group| !group.rows.is_empty());
    groups
        .map(|group| (entry_words::group(&group.campaign, &group.terms), group.rows.iter().map(of).collect()))
        .collect()
}

fn row(work: Work, area: Slug) -> impl IntoView {
    let of = area.clone();
    let sheet_row = Memo::new(move |_| work.row(&of));
    let line = Memo::new(move |_| {
        let today = work.today();
        sheet_row.with(|found| {
            found
                .as_ref()
                .map_or_else(Line::default, |(terms, row)| work.draft.with(|draft| draft.line(terms, row, today)))
        })
    });
    let beside = Memo::new(move |_| {
        sheet_row.with(|found| found.as_ref().map(|(terms, row)| entry_words::beside(terms, row, &line.read())))
    });
    let part = move |pick: fn(&entry_words::Beside) -> &String| {
        move || beside.with(|beside| beside.as_ref().map(|b| pick(b).clone()))
    };
    let previous = Memo::new(move |_| {
        let held = sheet_row.with(|found| {
            let (_, row) = found.as_ref()?;
            let typed = line.read().typed;
            match typed {
                Some(typed) => before(row, typed).copied(),
                None => row.held.iter().rfind(|held| held.value != crate::domain::reading::Value::NotReported).copied(),
            }
        });
        entry_words::previous(held.as_ref())
    });
    let name = work.name_of(&area);
    let base = move || sheet_row.with(|found| found.as_ref().map(|(_, row)| entry_words::base(row)));
    let weight = move || mark(&line.read());
    view! {
        <tr data-w=weight>
            <th scope="row" id=format!("n-{area}")>{name.clone()}</th>
            <td class="num soft">{base}</td>
            <td class="num">
                {move || previous.get().0}" "<small>{move || previous.get().1}</small>
            </td>
            <td class="field">{field(work, &area, &name, Column::Value, line)}</td>
            <td class="num">{part(|b| &b.change)}</td>
            <td class="num">{part(|b| &b.quota)}</td>
            <td class="num">{part(|b| &b.gap)}</td>
            <td class="field over">{stage(work, &area, &name)}</td>
            <td class="field over">{field(work, &area, &name, Column::Day, line)}</td>
            <td class="field over">{field(work, &area, &name, Column::Source, line)}</td>
            <td class="check" id=format!("c-{area}")>
                {move || findings(&line.read())}
                {
                    let (area, name) = (area.clone(), name.clone());
                    let asks = Memo::new(move |_| line.read().asks());
                    move || asks.get().then(|| field(work, &area, &name, Column::Reason, line))
                }
            </td>
        </tr>
    }
}

/// The mark of a row by its weightiest finding.
fn mark(line: &Line) -> Option<&'static str> {
    match (line.objection(), line.findings.first()?.weight()) {
        (Some(finding), _) if finding.weight() == Weight::Error => Some("error"),
        (Some(_), _) | (None, Weight::Question | Weight::Reason) => Some("ask"),
        (None, Weight::Notice | Weight::Error) => Some("notice"),
    }
}

fn findings(line: &Line) -> Vec<impl IntoView + use<>> {
    let shown = |finding: &Finding| {
        let class = if finding.weight() == Weight::Error { "problem" } else { "finding" };
        view! { <p class=class>{entry_words::finding(finding)}</p> }
    };
    line.findings.iter().map(shown).collect()
}

fn shown(work: Work, area: &Slug, column: Column) -> String {
    work.row(area).map_or_else(String::new, |(_, row)| work.draft.with(|draft| column.text(draft, &row)))
}

fn field(work: Work, area: &Slug, name: &str, column: Column, line: Memo<Line>) -> impl IntoView + use<> {
    let (of, of_own) = (area.clone(), area.clone());
    let value = move || shown(work, &of, column);
    let own = move || work.draft.with(|draft| draft.rows.get(&of_own).is_some_and(|row| column.is_own(row)));
    let of_wrong = area.clone();
    let wrong = move || {
        let line = line.read();
        // A reason is missed only once someone has tried to save without it.
        let tried = || work.objections.with(|shown| shown.iter().any(|(of, _)| *of == of_wrong));
        let missed = |finding: &&Finding| finding.weight() == Weight::Error || tried();
        let here =
            |finding: &&Finding| work.draft.with(|draft| column_of(finding, draft.rows.get(&of_wrong))) == column;
        line.objection().filter(missed).filter(here).map(|_| "true")
    };
    view! {
        <input
            id=format!("{}-{area}", column.letter())
            class=column.letter()
            class:own=own
            autocomplete="off"
            aria-label=format!("{name}, {}", column.label())
            aria-describedby=format!("c-{area}")
            aria-invalid=wrong
            prop:value=value
        />
    }
}

fn stage(work: Work, area: &Slug, name: &str) -> impl IntoView + use<> {
    let (of, of_own) = (area.clone(), area.clone());
    let value = move || shown(work, &of, Column::Stage);
    let own = move || work.draft.with(|draft| draft.rows.get(&of_own).is_some_and(|row| Column::Stage.is_own(row)));
    let options = STAGES.map(|(_, word)| view! { <option value=word>{word}</option> });
    view! {
        <select id=format!("s-{area}") class="s" class:own=own aria-label=sheet_words::stage_of(name) prop:value=value>
            {options.into_iter().collect_view()}
        </select>
    }
}

/// The cell of an event: its id, its column and its area.
fn cell(event: &web_sys::Event) -> Option<(String, Column, Slug)> {
    let id = event.target()?.dyn_into::<Element>().ok()?.id();
    let (letter, area) = id.split_once('-')?;
    let column = Column::ALL.into_iter().find(|column| column.letter() == letter)?;
    let area = Slug::try_from(area.to_owned()).ok()?;
    Some((id, column, area))
}

fn write(work: Work, id: &str, column: Column, area: &Slug, text: String) {
    let Some((_, row)) = untrack(|| work.row(area)) else { return };
    work.edit(id, |draft| column.write(draft, &row, text));
}

fn typed(work: Work, event: &web_sys::Event) {
    let Some((id, column, area)) = cell(event) else { return };
    write(work, &id, column, &area, event_target_value(event));
}

fn entered(work: Work, event: &web_sys::Event) {
    let Some((id, ..)) = cell(event) else { return };
    if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
        input.select();
        let _ = input.set_attribute("data-before", &input.value());
    }
    work.at(&id);
}

fn pressed(work: Work, event: &KeyboardEvent) {
    let Some((id, column, area)) = cell(event) else { return };
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let key = event.key();
    if event.ctrl_key() {
        let text = match key.as_str() {
            "d" => neighbour(&id, column, false)
                .and_then(|above| Some((browser::element(&above)?, above)))
                .map(|(element, _)| value_of(&element)),
            "." => {
                event.prevent_default();
                return write(work, "", Column::Day, &area, work.today_text());
            }
            _ => return,
        };
        event.prevent_default();
        return if let Some(text) = text {
            write(work, "", column, &area, text)
        };
    }
    match (key.as_str(), input) {
        ("Enter", _) => go(event, neighbour(&id, column, !event.shift_key())),
        ("ArrowDown", Some(_)) => go(event, neighbour(&id, column, true)),
        ("ArrowUp", Some(_)) => go(event, neighbour(&id, column, false)),
        ("F2", Some(input)) => {
            event.prevent_default();
            let end = u32::try_from(input.value().encode_utf16().count()).unwrap_or(u32::MAX);
            let _ = input.set_selection_range(end, end);
        }
        ("Escape", Some(input)) => {
            event.prevent_default();
            write(work, &id, column, &area, input.get_attribute("data-before").unwrap_or_default());
        }
        _ => {}
    }
}

fn value_of(element: &web_sys::HtmlElement) -> String {
    let input = element.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value);
    input
        .or_else(|| element.dyn_ref::<web_sys::HtmlSelectElement>().map(web_sys::HtmlSelectElement::value))
        .unwrap_or_default()
}

fn go(event: &KeyboardEvent, to: Option<String>) {
    event.prevent_default();
    if let Some(id) = to {
        browser::focus(&id);
    }
}

/// The id of the cell below or above in the same column.
fn neighbour(id: &str, column: Column, below: bool) -> Option<String> {
    let cells = document().query_selector_all(&format!(".grid [id^=\"{}-\"]", column.letter())).ok()?;
    let ids: Vec<String> =
        (0..cells.length()).filter_map(|at| Some(cells.item(at)?.dyn_into::<Element>().ok()?.id())).collect();
    let place = ids.iter().position(|other| other == id)?;
    let next = if below { place.checked_add(1)? } else { place.checked_sub(1)? };
    ids.get(next).cloned()
}

/// A text with more than one cell is spread over the rows; a single one goes where it is.
fn pasted(work: Work, event: &ClipboardEvent) {
    let Some((_, Column::Value, area)) = cell(event) else { return };
    let text = event.clipboard_data().and_then(|data| data.get_data("text/plain").ok()).unwrap_or_default();
    if !text.trim_end().contains(['\n', '\t']) {
        return;
    }
    event.prevent_default();
    work.sheet.with_untracked(|sheet| {
        let Some(sheet) = sheet else { return };
        let mut became = None;
        work.edit("", |draft| became = Some(draft.paste(sheet, &area, &text)));
        work.pasted.set(became);
    });
}
