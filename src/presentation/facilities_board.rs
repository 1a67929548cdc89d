//! The plan of action as a board or as a list. A card moves by its button, which opens a form; with the mouse it can be
//! dragged, and the same form opens with the column's state in it.

use jiff::civil::Date;

use super::{
    facility_forms as forms, facility_page, facility_words as facility_in,
    lang::Lang,
    markup::{Markup, element, text},
    money,
    query::Query,
    record_fields::word,
    record_markup,
    table::{Buttons, Line, Table, dash, or_dash},
};
use crate::domain::{
    edit::SubjectRecord,
    facility::{
        inventory::Facility,
        plan::{StepState, Strand},
    },
};

/// So many cards stand in a column; the others are in the list.
const SHOWN: usize = 12;
/// Which strand, in the address.
const STRAND: &str = "strang";
/// Board or list, in the address.
const LOOK: &str = "ansicht";
const AS_LIST: &str = "liste";

/// The plan of the facilities that are shown.
pub fn plan(shown: &[&Facility], record: &SubjectRecord, query: &Query, buttons: &mut Buttons) -> Markup {
    let strand = Strand::ALL.into_iter().find(|strand| query.get(STRAND) == Some(&word(strand)));
    let strand = strand.unwrap_or(Strand::Line);
    let as_list = query.get(LOOK) == Some(AS_LIST);
    let inside = if as_list {
        list(shown, strand, record, buttons)
    } else {
        element("div", &[("class", "board")], columns(shown, strand, record, query, buttons))
    };
    let note = match (record.editable, as_list) {
        (true, false) => "Karte ziehen oder „Zustand ändern“ wählen; jeder Wechsel fragt nach Datum und Quelle.",
        _ => "ein Zustand je Einrichtung und Strang",
    };
    record_markup::section("plan", "Handlungsplan", note, Some(switches(strand, as_list, query)), [inside])
}

/// Which strand, and board or list.
fn switches(strand: Strand, as_list: bool, query: &Query) -> Markup {
    let link = |name: &str, filter: &str, value: Option<&str>, chosen: bool| {
        let address = query.with(facility_page::LIST, filter, value);
        let current = chosen.then_some(("aria-current", "true"));
        let attributes: Vec<_> = [("href", address.as_str()), ("class", "act")].into_iter().chain(current).collect();
        element("a", &attributes, [text(name)])
    };
    let strands = Strand::ALL.map(|one| {
        let value = (one != Strand::Line).then(|| word(&one));
        link(facility_in::strand(one), STRAND, value.as_deref(), one == strand)
    });
    let looks = [link("Tafel", LOOK, None, !as_list), link("Liste", LOOK, Some(AS_LIST), as_list)];
    element("span", &[("class", "tabs")], strands.into_iter().chain(looks))
}

fn columns(
    shown: &[&Facility],
    strand: Strand,
    record: &SubjectRecord,
    query: &Query,
    buttons: &mut Buttons,
) -> Vec<Markup> {
    let mut columns = Vec::new();
    let states = [None].into_iter().chain(StepState::ALL.map(Some));
    for state in states {
        let cards: Vec<&Facility> = shown.iter().copied().filter(|facility| facility.state(strand) == state).collect();
        // Nothing can be moved to where nothing is recorded; the column is there as long as something stands in it.
        if state.is_none() && cards.is_empty() {
            continue;
        }
        columns.push(column(state, &cards, strand, record, query, buttons));
    }
    columns
}

fn column(
    state: Option<StepState>,
    cards: &[&Facility],
    strand: Strand,
    record: &SubjectRecord,
    query: &Query,
    buttons: &mut Buttons,
) -> Markup {
    let target = state.filter(|_| record.editable).map(|state| format!("state={}", word(&state)));
    let name = facility_in::some_state(state);
    let id = format!("spalte-{}", state.map_or_else(|| "keiner".to_owned(), |state| word(&state)));
    let count = element("span", &[], [text(&cards.len().to_string())]);
    let heading = element("h3", &[("id", &id)], [text(name), text(" "), count]);
    let drawn: Vec<Markup> = cards.iter().take(SHOWN).map(|card| self::card(card, strand, record, buttons)).collect();
    let more = cards.len().saturating_sub(SHOWN);
    let more = (more > 0).then(|| {
        let address = query.with(facility_page::LIST, LOOK, Some(AS_LIST));
        element("p", &[], [element("a", &[("href", &address)], [text(&format!("{more} weitere in der Liste"))])])
    });
    let list = (!drawn.is_empty()).then(|| element("ul", &[], drawn));
    let drop = target.as_deref().map(|target| ("data-drop", target));
    let attributes: Vec<_> = [("aria-labelledby", id.as_str()), ("role", "group")].into_iter().chain(drop).collect();
    element("div", &attributes, [Some(heading), list, more].into_iter().flatten())
}

fn card(facility: &Facility, strand: Strand, record: &SubjectRecord, buttons: &mut Buttons) -> Markup {
    let address = facility_page::address(facility);
    let link = element("a", &[("href", &address), ("draggable", "false")], [text(&facility.details.name)]);
    let (words, late) = remark(facility, strand, record.today);
    let remark =
        (!words.is_empty()).then(|| element("p", &[("class", if late { "problem" } else { "soft" })], [text(&words)]));
    let place = buttons.edits.len().to_string();
    let button = record.editable.then(|| {
        let edit = forms::among_others(forms::step(facility, strand, record.today), facility);
        let name = format!("Zustand ändern: {}", facility.details.name);
        buttons.button(&edit, &[("class", "quiet"), ("aria-label", &name)], None)
    });
    let movable = [("draggable", "true"), ("data-card", place.as_str())];
    let attributes: &[_] = if record.editable { &movable } else { &[] };
    element("li", attributes, [Some(link), remark, button].into_iter().flatten())
}

/// What is waited for and until when, and whether that is over.
fn remark(facility: &Facility, strand: Strand, today: Date) -> (String, bool) {
    let Some(step) = facility.step(strand) else { return (String::new(), false) };
    let late = step.next_planned.is_some_and(|when| when.last_day() < today);
    let next = step.next_planned.map(|_| facility_page::next(step, today));
    let parts: Vec<String> = [next, step.note.clone()].into_iter().flatten().collect();
    (parts.join(" · "), late)
}

fn list(shown: &[&Facility], strand: Strand, record: &SubjectRecord, buttons: &mut Buttons) -> Markup {
    let head = ["Einrichtung", "Zustand", "seit", "nächster Schritt", "zuständig", "#Kosten", "Anmerkung"];
    let caption = format!("Handlungsplan, {}", facility_in::strand(strand));
    let mut table = Table::new(&caption, &head, "Keine Einrichtung passt zu dieser Auswahl.");
    table.lines = shown
        .iter()
        .map(|facility| {
            let step = facility.step(strand);
            let line = Line::of([
                facility.details.name.clone(),
                facility_in::some_state(facility.state(strand)).to_owned(),
                facility_in::some_when(step.and_then(|step| step.reached)),
                step.map_or_else(dash, |step| facility_page::next(step, record.today)),
                or_dash(step.and_then(|step| step.responsible.clone())),
                or_dash(step.and_then(|step| step.cost).map(|of| money::euros(of, Lang::De))),
                or_dash(step.and_then(|step| step.note.clone())),
            ]);
            let edit = forms::among_others(forms::step(facility, strand, record.today), facility);
            let link = Some((0, facility_page::address(facility)));
            Line { link, edit: record.editable.then_some(edit), ..line }
        })
        .collect();
    table.markup(buttons)
}
