//! Einrichtungen: all facilities by their largest gap, with filters, and the plan of action as a board or a list.

use super::{
    facilities_board as board, facilities_public, facility_forms as forms, facility_page,
    facility_words as facility_in,
    markup::{Markup, all, element, text},
    number,
    query::Query,
    record_fields::word,
    record_markup,
    record_view::{ActionView, Form, PanelView, RecordView, panel},
    table::{Buttons, Line, Table, dash, or_dash},
};
use crate::domain::{
    area::AreaTree,
    edit::{EditKind, SubjectRecord},
    facility::{
        Answer, FacilityKind,
        inventory::{Counters, Facility, GapClass, Selection, by_gap},
        plan::{StepState, Strand},
        total::TotalKind,
    },
    ids::AreaId,
    rollout::Rollout,
};
use serde::de::{DeserializeOwned, IntoDeserializer, value::Error};

const NAME: &str = "Einrichtungen";
/// The file with all of it, for who is signed in.
pub const FILE: &str = "/api/staff/v1/facilities.csv";
/// A filter's value for what is not known.
const UNKNOWN: &str = "unbekannt";
/// The filters in an address.
const KIND: &str = "art";
const AREA: &str = "gebiet";
const STATE: &str = "zustand";
const GAP: &str = "luecke";

/// The page.
pub fn of(record: &SubjectRecord, query: &Query) -> RecordView {
    let known = record.rollout.clone().known_on(record.today);
    let facilities = seen(record, &known);
    let selection = selection(query, &known.areas);
    let mut shown: Vec<&Facility> = facilities.iter().filter(|facility| selection.holds(facility)).collect();
    by_gap(&mut shown);
    let mut buttons = Buttons::default();
    let head = head(record, &mut buttons);
    let state = element("p", &[("class", "state")], situation(&facilities, &known));
    let filters = filters(&facilities, &selection, query, &known.areas);
    let list = record_markup::panel(&inventory(&shown, facilities.len(), record.editable, &known.areas), &mut buttons);
    let plan = board::plan(&shown, record, query, &mut buttons);
    let form = |kind: EditKind| record_markup::form(&Form { kind, fields: forms::fields(kind, &record.rollout) });
    RecordView {
        name: NAME.to_owned(),
        log: None,
        seen: record.seen,
        page: all([head, state, filters, element("div", &[("class", "panels")], [list, plan])]),
        edits: buttons.edits,
        forms: if record.editable { [EditKind::Facility, EditKind::Step].map(form).into() } else { Vec::new() },
        today: Some(record.today),
    }
}

/// The facilities that the reader is there for: those within their part of the town. Withdrawn and closed ones keep
/// their page and leave the list.
fn seen(record: &SubjectRecord, known: &Rollout) -> Vec<Facility> {
    let within = |area: Option<AreaId>| match area {
        Some(area) => record.scope.holds(area, &known.areas),
        None => record.scope == crate::domain::account::Scope::Everything,
    };
    let mut facilities = known.facilities();
    facilities.retain(|facility| facility.details.in_use() && within(facility.details.area));
    facilities
}

fn head(record: &SubjectRecord, buttons: &mut Buttons) -> Markup {
    let add = ActionView { key: "n".to_owned(), primary: true, edit: forms::new_facility() };
    let add = record.editable.then(|| record_markup::action(&add, buttons));
    let file = element(
        "a",
        &[("href", FILE), ("class", "act"), ("download", "einrichtungen.csv")],
        [text("Als CSV herunterladen")],
    );
    let title = element("h1", &[], [text("Schulen, Kitas und städtische Gebäude")]);
    let actions = element("p", &[("class", "actions")], [file].into_iter().chain(add));
    element("div", &[("class", "record-head")], [title, actions])
}

/// The situation: what is active, how many schools have what they need, and what is published beside it.
fn situation(facilities: &[Facility], known: &Rollout) -> Vec<Markup> {
    let counters = Counters::of(facilities);
    let (active, met) = (counters.active, counters.need_met);
    let unknown = |number: u32, of: &str| match number {
        0 => String::new(),
        number => format!(" Bei {} {of}.", number::count(number)),
    };
    let strong = facilities_public::headline(facilities);
    let mut rest = unknown(active.unknown, "davon ist kein Zustand erfasst");
    // Of schools of which nothing is measured there is nothing to count.
    if met.of > 0 {
        rest += &format!(
            " Von den gemessenen Schulen decken {} ihren Bedarf von 30 Mbit/s × (Klassen + 1).",
            facility_in::counter(met)
        );
    }
    rest += &unknown(met.unknown, "Schulen fehlt die Messung oder die Zahl der Klassen");
    for kind in [TotalKind::EducationLines, TotalKind::TariffBuildings] {
        if let Some(total) = known.published_total(kind) {
            rest += &format!(" Veröffentlicht: {} ({}).", facility_in::total(total), total.source.name);
        }
    }
    vec![element("b", &[], [text(&strong)]), element("span", &[("class", "soft")], [text(&rest)])]
}

/// The filters of an address. A value that nobody knows filters nothing.
fn selection(query: &Query, areas: &AreaTree) -> Selection {
    let state = query.get(STATE).and_then(|value| match value {
        UNKNOWN => Some(None),
        other => of_word(other).map(Some),
    });
    let area = query.get(AREA).and_then(|value| match value {
        UNKNOWN => Some(None),
        slug => areas.by_slug(slug).map(|area| Some(area.id)),
    });
    Selection { kind: query.get(KIND).and_then(of_word), area, state, gap: query.get(GAP).and_then(gap_of_word) }
}

fn of_word<T: DeserializeOwned>(word: &str) -> Option<T> {
    T::deserialize(IntoDeserializer::<Error>::into_deserializer(word)).ok()
}

const fn gap_word(class: GapClass) -> &'static str {
    match class {
        GapClass::BelowNeed => "bedarf",
        GapClass::BelowTarget => "ziel",
        GapClass::Target => "keine",
        GapClass::Unknown => UNKNOWN,
    }
}

fn gap_of_word(word: &str) -> Option<GapClass> {
    GapClass::ALL.into_iter().find(|class| gap_word(*class) == word)
}

/// One choice of a filter: its value in the address, its name, how many facilities it leaves.
struct Choice {
    value: Option<String>,
    name: String,
    count: usize,
    chosen: bool,
}

fn filters(facilities: &[Facility], selection: &Selection, query: &Query, areas: &AreaTree) -> Markup {
    let count = |selection: Selection| facilities.iter().filter(|facility| selection.holds(facility)).count();
    let choice = |value: Option<&str>, name: &str, narrowed: Selection| Choice {
        value: value.map(str::to_owned),
        name: name.to_owned(),
        count: count(narrowed),
        chosen: narrowed == *selection,
    };
    let of_state = |state: Option<Option<StepState>>| Selection { state, ..*selection };
    let states = [choice(None, "Alle", of_state(None)), choice(Some(UNKNOWN), "nicht erfasst", of_state(Some(None)))];
    let known_states = StepState::ALL
        .into_iter()
        .map(|state| choice(Some(&word(&state)), facility_in::state(state), of_state(Some(Some(state)))));
    let of_kind = |kind| Selection { kind, ..*selection };
    let kinds = FacilityKind::ALL
        .into_iter()
        .map(|kind| choice(Some(&word(&kind)), facility_in::kind(kind).1, of_kind(Some(kind))));
    let of_area = |area| Selection { area, ..*selection };
    let named = areas
        .iter()
        .filter(|area| area.parent.is_some())
        .map(|area| choice(Some(area.slug.as_str()), &area.name, of_area(Some(Some(area.id)))));
    let no_area = choice(Some(UNKNOWN), "ohne Gebiet", of_area(Some(None)));
    let of_gap = |gap| Selection { gap, ..*selection };
    let gaps = GapClass::ALL
        .into_iter()
        .map(|class| choice(Some(gap_word(class)), facility_in::gap_class(class), of_gap(Some(class))));
    let all_kinds = choice(None, "Alle Arten", of_kind(None));
    let all_areas = choice(None, "Alle Gebiete", of_area(None));
    let all_gaps = choice(None, "Alle Lücken", of_gap(None));
    let pieces = [
        links(STATE, "Zustand der Leitung", states.into_iter().chain(known_states), query),
        list(KIND, "Art", [all_kinds].into_iter().chain(kinds), query),
        list(AREA, "Gebiet", [all_areas].into_iter().chain(named).chain([no_area]), query),
        list(GAP, "Lücke", [all_gaps].into_iter().chain(gaps), query),
    ];
    element("nav", &[("class", "filters"), ("aria-label", "Auswahl")], pieces)
}

/// Choices beside each other.
fn links(filter: &str, label: &str, choices: impl Iterator<Item = Choice>, query: &Query) -> Markup {
    let link = |choice: Choice| {
        let address = query.with(facility_page::LIST, filter, choice.value.as_deref());
        let current = choice.chosen.then_some(("aria-current", "true"));
        let attributes: Vec<_> = [("href", address.as_str()), ("class", "act")].into_iter().chain(current).collect();
        element("a", &attributes, [text(&format!("{} {}", choice.name, choice.count))])
    };
    let shown = choices.filter(|choice| choice.count > 0 || choice.chosen || choice.value.is_none());
    element("p", &[("role", "group"), ("aria-label", label)], shown.map(link))
}

/// Choices in a list; those that leave nothing are left out.
fn list(filter: &'static str, label: &str, choices: impl Iterator<Item = Choice>, query: &Query) -> Markup {
    let option = |choice: Choice| {
        let address = query.with(facility_page::LIST, filter, choice.value.as_deref());
        let selected = choice.chosen.then_some(("selected", ""));
        let attributes: Vec<_> = [("value", address.as_str())].into_iter().chain(selected).collect();
        element("option", &attributes, [text(&format!("{} ({})", choice.name, choice.count))])
    };
    let shown = choices.filter(|choice| choice.count > 0 || choice.chosen || choice.value.is_none());
    let id = format!("auswahl-{filter}");
    let select = element("select", &[("id", id.as_str()), ("data-addresses", "")], shown.map(option));
    element("span", &[], [element("label", &[("for", &id)], [text(label)]), text(" "), select])
}

fn inventory(shown: &[&Facility], in_all: usize, editable: bool, areas: &AreaTree) -> PanelView {
    let head = [
        "Einrichtung",
        "Zustand",
        "Gebiet",
        "Art",
        "Technik",
        "#down / up",
        "#Klassen",
        "#Bedarf",
        "#Lücke",
        "#zum Ziel",
        "zweiter Weg",
        "förderfähig, Grund",
    ];
    let empty = match editable {
        true => "Keine Einrichtung passt zu dieser Auswahl. Legen Sie eine an, oder wählen Sie „Alle“.",
        false => "Keine Einrichtung passt zu dieser Auswahl. Wählen Sie „Alle“.",
    };
    let mut table = Table::new("Bestand, größte Lücke zuerst", &head, empty);
    table.lines = shown.iter().map(|facility| inventory_line(facility, areas)).collect();
    let note = format!(
        "{} von {}, größte Lücke zuerst. Mbit/s; Bedarf nur für Schulen; Ziel 1.000 / 1.000",
        shown.len(),
        in_all
    );
    panel("bestand", "Bestand", note, table)
}

fn inventory_line(facility: &Facility, areas: &AreaTree) -> Line {
    let details = &facility.details;
    let area = details.area.and_then(|id| areas.get(id)).map(|area| area.name.clone());
    let technology = facility.line().and_then(|line| line.technology).map(facility_in::technology);
    let second = if details.second_route == Answer::Unknown {
        dash()
    } else {
        facility_in::answer(details.second_route).to_owned()
    };
    let line = Line::of([
        details.name.clone(),
        facility_in::some_state(facility.state(Strand::Line)).to_owned(),
        or_dash(area),
        facility_in::sort(details),
        or_dash(technology),
        facility_in::down_up(facility.line()),
        or_dash(details.classes.map(|classes| classes.to_string())),
        facility.need().speed().map_or_else(dash, facility_in::mbits),
        facility.balance_kbits().map_or_else(dash, facility_in::balance),
        facility_in::to_target(facility),
        second,
        facility_in::fundable(&details.fundable),
    ]);
    Line { link: Some((0, facility_page::address(facility))), ..line }
}
